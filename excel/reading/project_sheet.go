package reading

import (
	"regexp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// readProjectSheet reads what a part of a sheet says of the one project that has it to
// itself.
func (r *reader) readProjectSheet(f *layout.ProjectSheet) {
	get := func(role notation.Role) workbook.Value {
		if l := f.Label(role); l != nil {
			return r.takenBack(f, role, l.Value)
		}
		return workbook.Value{}
	}
	name := get(notation.RoleName)
	if name.Origin == budget.NoOrigin {
		name.Origin = f.Origin(f.Labels[0].At)
	}
	f.NameAt = f.RefOf(name.Origin)
	r.project = name.Text
	said := func(role notation.Role) notation.Heading {
		if l := f.Label(role); l != nil {
			return l.Column.Said
		}
		return notation.Heading{}
	}
	p := r.projectOf(name, get, said)
	if l := f.Label(notation.RoleInvestment); l != nil {
		p.Investment = r.amount(amountsTable(f), &l.Column, l.Value)
	}
	for _, role := range effectRoles {
		if l := f.Label(role); l != nil {
			r.doubtForetold(&p, role, l.Column.Heading, f.Origin(l.At))
		}
	}
	r.placeProject(amountsTable(f), 0, &p)
	r.addProject(p)
	for _, t := range r.lines[f] {
		t.owner = p.Origin
	}
	r.project = ""
}

// takenBack adds to an answer on an effect what the cell behind it takes back of it: "Positiv" before
// "dog negativ for børnene".
func (r *reader) takenBack(f *layout.ProjectSheet, role notation.Role, v workbook.Value) workbook.Value {
	if !slices.Contains(effectRoles, role) || v.Blank() {
		return v
	}
	at := f.RefOf(v.Origin)
	if m := f.MergeAt(at); m != nil {
		at.Col = m.To.Col
	}
	at.Col++
	if behind := r.At(f.Sheet, at); behind.Kind == workbook.Text && takesBack.MatchString(behind.Text) {
		v.Text += ", " + behind.Text
	}
	return v
}

// takesBack begins what is said against what stands before it.
var takesBack = regexp.MustCompile(`(?i)^\W*(?:dog|men|undtagen|bortset|kun|ikke|ej|but|except|only|however|not)\b`)

// readProjectLines reads the amounts among a project's labels, and its tables.
func (r *reader) readProjectLines(f *layout.ProjectSheet) {
	name := f.Label(notation.RoleName)
	owner := f.Origin(f.NameAt)
	if name != nil {
		r.project = name.Value.Text
	}
	for i := range f.Labels {
		r.readLabelledAmount(f, &f.Labels[i], owner)
	}
	for _, t := range r.lines[f] {
		first := len(r.sub.Lines)
		r.readTable(t)
		for i := first; i < len(r.sub.Lines); i++ { // what the table does not say, the labels may
			r.completeListed(t, &r.sub.Lines[i], amongLabels(f))
		}
	}
	r.holdPayerOfAll(f, owner)
	r.project = ""
}

// holdPayerOfAll holds a label that says whose a project's savings are against its lines: "Effekt
// hos: Regionen" beside a saving of the municipality makes it unknown whose it is.
func (r *reader) holdPayerOfAll(f *layout.ProjectSheet, owner budget.Origin) {
	label := f.Label(notation.RolePayer)
	if label == nil {
		return
	}
	payer, certainty := notation.ReadPayer(label.Value.Text)
	if certainty != notation.Certain || payer != budget.Region && payer != budget.CentralState {
		return
	}
	at := label.Value.Origin
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		if l.Owner != owner || l.Kind.Value != budget.Saving || l.Payer.Value != budget.Municipality {
			continue
		}
		r.report(budget.Finding{
			Code: budget.ContradictingRemark, Project: r.project, Origin: at,
			Have: budget.Quote(label.Heading + ": " + label.Value.Text), Related: []budget.Origin{l.Payer.Origin},
		})
		r.unknownMoney(owner, at, budget.Saving)
		return
	}
}

// amountsTable stands for the amounts among a project's labels, which have the caption of
// its tables.
func amountsTable(f *layout.ProjectSheet) *Records {
	t := &layout.Table{Sheet: f.Sheet, Caption: f.Caption}
	return &Records{Table: t}
}

// readLabelledAmount reads a cost, a saving or the like that is a label's value.
func (r *reader) readLabelledAmount(f *layout.ProjectSheet, l *layout.Label, owner budget.Origin) {
	kind := notation.ListKinds[l.Role]
	if kind == 0 {
		return
	}
	heading := f.Origin(l.At)
	line := r.listLine(&l.Column, heading, kind)
	line.Origin, line.Owner = l.Value.Origin, owner
	stateSaid(&line, l)
	r.completeFromLabels(f, &line)
	line.Annual = r.amount(amountsTable(f), &l.Column, l.Value)
	if line.Annual.Origin == budget.NoOrigin {
		line.Annual.Origin = heading
	}
	r.commitBySaid(amountsTable(f), &line)
	r.heed(amountsTable(f), &line)
	r.addLine(amountsTable(f), line)
}

// stateSaid states in a line what the sentence says of it that states its amount: what is saved, and
// whose it is.
func stateSaid(line *budget.Line, l *layout.Label) {
	said, ok := notation.ReadSaidAmount(l.Value.Text)
	if !ok || said.Kind != budget.Saving || line.Kind.Value != budget.Saving {
		return
	}
	if said.Subject != "" && line.Area.State == budget.Blank {
		line.Area = budget.Field[string]{
			State: budget.Given, Value: said.Subject, Text: said.Subject, Origin: l.Value.Origin,
		}
		line.Item = line.Area
	}
	if said.Payer != 0 && line.Payer.State == budget.Blank {
		line.Payer = budget.Field[budget.Payer]{
			State: budget.Given, Value: said.Payer, Text: l.Value.Text, Origin: l.Value.Origin,
		}
	}
}

// completeFromLabels fills in what other labels say of a saving or a funding that is a label's
// value.
func (r *reader) completeFromLabels(f *layout.ProjectSheet, l *budget.Line) {
	t, labels := amountsTable(f), amongLabels(f)
	r.completeListed(t, l, labels)
	open := l.Kind.Value == budget.Saving && l.Area.State == budget.Blank
	if item, _, ok := labels(notation.RoleItem); ok && !item.Blank() && open {
		l.Item = r.text(item) // "Hvad spares der på?"
		l.Area = namedArea(l, l.Item)
	}
	payer, _, ok := labels(notation.RolePayer)
	if !ok || payer.Blank() || l.Kind.Value != budget.Saving {
		return
	}
	if l.Payer.State == budget.Blank {
		l.Payer = r.payer(t, l.Kind, payer)
		return
	}
	r.holdPayer(t, l, payer, func(p budget.Payer) bool {
		return slices.ContainsFunc(f.Labels, func(l layout.Label) bool { return slices.Contains(l.Payers, p) })
	})
}
