package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// readLine reads a row as one line, of the project that owns it where it stands among a
// project's facts.
func (r *reader) readLine(t *Records, row int, owner budget.Origin) {
	get := func(role notation.Role) workbook.Value { return r.cell(t, row, role) }
	around := r.contextOf(t, row)
	l := budget.Line{
		Origin:        t.Origin(workbook.Ref{Row: row, Col: t.Columns[0].Col}),
		Owner:         owner,
		Item:          r.text(r.itemOf(t, row)),
		Reimbursement: missing(t, notation.RoleReimbursement, r.reimbursement(get(notation.RoleReimbursement))),
		Budgeted:      missing(t, notation.RoleBudgeted, r.budgeted(get(notation.RoleBudgeted))),
		Frame:         term(r, get(notation.RoleFrame), notation.Frames),
		Remark:        r.text(get(notation.RoleRemark)),
	}
	r.committed(t, row, &l)
	r.settleProject(t, row, &l, around)
	said := r.saidOf(t, row, l.Item.Text)
	l.Kind = r.kindOf(t, row, said, around)
	r.signedKind(t, row, &l, around)
	l.Area = namedArea(&l, r.areaOf(t, row, &l, said, around))
	l.Payer = r.payerOf(t, &l, get(notation.RolePayer), said, around)
	if c := t.Column(notation.RoleShare); c != nil {
		l.Share = r.municipalShare(get(notation.RoleShare), c.Heading, r.perCent(t, c))
	}
	l.Share = missing(t, notation.RoleShare, l.Share)
	r.complete(t, row, &l)
	r.commitBySaid(t, &l)
	for _, c := range t.Amounts() {
		if notation.ListKinds[c.Role] != 0 {
			continue
		}
		a := r.amountCell(t, c, row)
		if c.Role == notation.RoleAnnual && t.YearColumn != nil {
			l.Amounts = append(l.Amounts, r.inYearOf(t, row, a))
		} else if c.Role == notation.RoleAnnual {
			l.Annual = a
		} else {
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: r.yearOf(c), Amount: a})
		}
	}
	r.qualify(t, &l)
	r.heed(t, &l)
	r.finishLine(t, &l)
}

// inBrackets is what a text has in brackets at its end.
var inBrackets = regexp.MustCompile(`\(([^()]+)\)$`)

// sayingOf is what the words of a line's name say. A kind before a colon is the line's, and
// what follows is what it is of: "Besparelse: færre kontaktpersoner". So is one in brackets:
// "Investering (engangsudgift)".
func sayingOf(item string) notation.Heading {
	said := notation.ReadHeading(item)
	if notation.ListKinds[said.Role] != 0 && said.Doubt == "" {
		return said
	}
	if m := inBrackets.FindStringSubmatch(item); m != nil {
		if kind := notation.ReadHeading(m[1]); notation.ListKinds[kind.Role] != 0 && kind.Doubt == "" {
			return kind
		}
	}
	before, after, found := strings.Cut(item, ":")
	if !found {
		return said
	}
	kind := notation.ReadHeading(before)
	if notation.ListKinds[kind.Role] == 0 || kind.Doubt != "" {
		return said
	}
	if kind.Subject == "" {
		kind.Subject = strings.TrimSpace(after)
	}
	return kind
}

// itemOf is what a row's line is called: in the column for it, else the label that the row
// begins with. A part under a total that only sums the parts is called by what it is.
func (r *reader) itemOf(t *Records, row int) workbook.Value {
	var item workbook.Value
	if t.Has(notation.RoleItem) {
		item = r.cell(t, row, notation.RoleItem)
	} else if label := t.LabelColumn(); label != 0 {
		item = r.At(t.Sheet, workbook.Ref{Row: row, Col: label})
	}
	if t.heads[row] != 0 {
		item.Text = notation.WithoutPart(item.Text)
	}
	return item
}

// settleProject finds out whose a line is: the project it stands with, the one it names, or
// the one that its section or title names.
func (r *reader) settleProject(t *Records, row int, l *budget.Line, around context) {
	switch name := r.cell(t, row, notation.RoleName); {
	case l.Owner != budget.NoOrigin:
		r.project = r.nameOf(l.Owner)
	case t.Has(notation.RoleName) && !(name.Blank() && around.project != budget.NoOrigin):
		l.Project, l.Below = r.projectOfLine(t, row, name)
	case around.project != budget.NoOrigin:
		l.Owner = around.project
		r.project = r.nameOf(l.Owner)
	case around.name.Text != "":
		l.Project = r.text(around.name)
		r.project = around.name.Text
	case r.goesByNumbers(t):
		l.Owner = r.numbered[numberKey(t.Column(notation.RoleNumber), r.cell(t, row, notation.RoleNumber))]
		r.project = r.nameOf(l.Owner)
	case len(r.sub.Projects) == 1:
		l.Owner = r.sub.Projects[0].Origin
		r.project = r.nameOf(l.Owner)
	default:
		l.Project, l.Below = r.projectOfLine(t, row, name)
	}
}

// nameOf is the name of a project.
func (r *reader) nameOf(project budget.Origin) string {
	for i := range r.sub.Projects {
		if r.sub.Projects[i].Origin == project {
			return r.sub.Projects[i].Name.Text
		}
	}
	return ""
}

// projectOfLine is the project a line names. One that names none belongs to the project
// that the rows above it name, where only the first row of each is named; else it may belong
// to it, and that is for a person to say.
func (r *reader) projectOfLine(t *Records, row int, name workbook.Value) (project budget.Field[string], below string) {
	if name.Blank() {
		r.nameFromTotal(t, row)
	}
	r.project = name.Text
	project = missing(t, notation.RoleName, r.text(name))
	if project.State == budget.Blank && t.lastName.Text != "" && r.namesFirstRows(t) {
		r.project = t.lastName.Text
		return r.text(t.lastName), ""
	}
	if project.State == budget.Blank {
		return project, t.lastName.Text
	}
	t.lastName = name
	return project, ""
}

// nameFromTotal takes the project that a total names right above a row without a name for the one
// of the rows below it: "Indsats | Udgifter i alt" over "heraf løn".
func (r *reader) nameFromTotal(t *Records, row int) {
	c := t.Column(notation.RoleName)
	if c == nil || !slices.Contains(t.sums, row-1) {
		return
	}
	if v := r.Book.At(t.Sheet, workbook.Ref{Row: row - 1, Col: c.Col}); !v.Blank() && !isTotalText(v.Text) {
		t.lastName = v
	}
}

// namesFirstRows reports whether a table names each project on its first row alone: no name
// stands twice, and most rows have none; or each row that has none stands right under
// another, says what it is of, and all that is named are known projects.
func (r *reader) namesFirstRows(t *Records) bool {
	if t.namesFirst == nil {
		first := r.areFirstRows(t)
		t.namesFirst = &first
	}
	return *t.namesFirst
}

func (r *reader) areFirstRows(t *Records) bool {
	seen, blank, follow, last := map[string]bool{}, 0, true, t.Lower
	var section *layout.Section
	for _, row := range t.Data {
		if s := t.SectionOf(row); s != section { // each kind has the projects anew
			section = s
			clear(seen)
		}
		name := budget.FoldName(r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: t.Column(notation.RoleName).Col}).Text)
		if seen[name] && name != "" {
			return false
		}
		if name == "" {
			blank++
			follow = follow && row == last+1 && r.saysItself(t, row)
		} else {
			follow = follow && (r.known[name] != budget.NoOrigin || t.Projects && r.fills(t, row, ownRoles))
		}
		seen[name], last = true, row
	}
	return blank >= 2 && 2*blank >= len(t.Data) || blank > 0 && follow
}

// saysItself reports whether a row says in words what it is of.
func (r *reader) saysItself(t *Records, row int) bool {
	return !r.itemOf(t, row).Blank() || !r.cell(t, row, notation.RoleArea).Blank() || !r.cell(t, row, notation.RoleKind).Blank()
}

// saidOf is what a line's own words say of it: what a heading of those words says, but that
// "Sparede timer" is a saving where the row is one of money, and "Fondsmidler, tilsagn til og
// med 2027" is a funding.
func (r *reader) saidOf(t *Records, row int, item string) notation.Heading {
	said := sayingOf(item)
	switch {
	case said.Counted != 0 && r.isMoney(t, row):
		said.Role = notation.RoleSaving
	case slices.Contains(ofLines, said.Role) && notation.ListKinds[said.Under] != 0:
		if said.Role == notation.RoleShare && said.Share == nil {
			said.Payers = []budget.Payer{budget.Municipality} // "Besparelse, kommunens andel"
		}
		said.Role = said.Under
	}
	return said
}

// ofLines are roles of what is said of a line.
var ofLines = []notation.Role{notation.RoleCommitted, notation.RoleGiver, notation.RolePayer, notation.RoleArea, notation.RoleShare}

// isMoney reports whether a row holds money: its table states a unit, and the row says whose
// it is or which budget gives it up.
func (r *reader) isMoney(t *Records, row int) bool {
	amounts := t.Amounts()
	stated := len(t.Caption.Units) > 0 || len(amounts) > 0 && len(amounts[0].Units) > 0
	return stated && !(r.cell(t, row, notation.RolePayer).Blank() && r.cell(t, row, notation.RoleArea).Blank())
}

// kindOf is what a line is: as its column says, its section, its own words, the titles.
func (r *reader) kindOf(t *Records, row int, said notation.Heading, around context) budget.Field[budget.Kind] {
	v := r.cell(t, row, notation.RoleKind)
	switch {
	case t.Has(notation.RoleKind) && !v.Blank():
		return missing(t, notation.RoleKind, r.kind(v))
	case around.kind != 0 && around.near && !(around.kind == budget.Cost && saysWhichCost(said)):
		return around.kindField()
	case notation.ListKinds[said.Role] != 0 && said.Doubt == "":
		item := r.itemOf(t, row)
		return budget.Field[budget.Kind]{State: budget.Given, Value: notation.ListKinds[said.Role], Text: item.Text, Origin: item.Origin}
	case around.kind != 0:
		return around.kindField()
	case t.Has(notation.RoleKind):
		return missing(t, notation.RoleKind, r.kind(v))
	}
	if c := t.kindColumn(); c != nil {
		return budget.Field[budget.Kind]{State: budget.Given, Value: c.Lines, Text: c.Heading, Origin: t.Origin(c.At)}
	}
	return budget.Field[budget.Kind]{State: budget.Unreadable, Origin: t.HeadAt()}
}

// saysWhichCost reports whether the words of a line among costs say that it is one of its own kind:
// "Tilbagebetaling til investor".
func saysWhichCost(said notation.Heading) bool {
	kind := notation.ListKinds[said.Role]
	return said.Doubt == "" && (kind == budget.Repayment || kind == budget.OneOff && said.Subject == "")
}

// kindColumn is the column of what the lines are whose heading says their kind, "Besparelser,
// kommunen"; nil for none.
func (t *Records) kindColumn() *layout.Column {
	for _, role := range []notation.Role{notation.RoleItem, notation.RoleArea} {
		if c := t.Column(role); c != nil && c.Lines != 0 {
			return c
		}
	}
	return nil
}

// kindField is the kind that stands around a line.
func (c context) kindField() budget.Field[budget.Kind] {
	return budget.Field[budget.Kind]{State: budget.Given, Value: c.kind, Text: c.kindAt.Text, Origin: c.kindAt.Origin}
}

// signedKind takes the kind of a line that nothing else says from its sign, where the
// workbook writes expenses with plus and savings with minus: it says so, or the table has
// both.
func (r *reader) signedKind(t *Records, row int, l *budget.Line, around context) {
	if l.Kind.Known() || t.Has(notation.RoleKind) {
		return
	}
	sign := r.signOf(t, row)
	if sign == 0 || !around.signed && !r.hasBothSigns(t) {
		t.lacksKind = true
		return
	}
	l.Kind.State, l.Kind.Origin, l.Kind.Value = budget.Given, l.Origin, budget.Cost
	if sign < 0 {
		l.Kind.Value = budget.Saving
	}
}

// signOf is the sign of a row's amounts, stored or typed; 0 where they have none or several.
func (r *reader) signOf(t *Records, row int) int {
	sign := 0
	for _, c := range t.Amounts() {
		here := signIn(r.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col}))
		if here == 0 {
			continue
		}
		if sign != 0 && here != sign {
			return 0
		}
		sign = here
	}
	return sign
}

// signIn is the sign of a cell's amount, which both ways to write numbers agree on; 0 of none.
func signIn(v workbook.Value) int {
	if v.Kind == workbook.Text {
		typed, ok := notation.ParseTyped(v.Text)
		if !ok || typed.Percent {
			return 0
		}
		return cmp.Or(typed.Danish.Sign(), typed.English.Sign())
	}
	d, ok := notation.StoredNumber(v.Raw)
	if v.Kind != workbook.Number || !ok {
		return 0
	}
	return d.Sign()
}

// hasBothSigns reports whether a table has rows of each sign.
func (r *reader) hasBothSigns(t *Records) bool {
	plus, minus := false, false
	for _, row := range t.Data {
		sign := r.signOf(t, row)
		plus, minus = plus || sign > 0, minus || sign < 0
	}
	return plus && minus
}

// areaOf is the budget area that gives a saving up.
func (r *reader) areaOf(
	t *Records, row int, l *budget.Line, said notation.Heading, around context,
) budget.Field[string] {
	if t.Has(notation.RoleArea) {
		return missing(t, notation.RoleArea, r.text(r.cell(t, row, notation.RoleArea)))
	}
	item := r.itemOf(t, row)
	switch {
	case said.Subject != "" && notation.ListKinds[said.Role] != 0:
		return budget.Field[string]{State: budget.Given, Value: said.Subject, Text: item.Text, Origin: item.Origin}
	case around.subject.Text != "":
		return budget.Field[string]{State: budget.Given, Value: around.subject.Text, Text: around.subject.Text, Origin: around.subject.Origin}
	}
	kind := l.Kind.Value
	gives := kind == budget.Saving || kind == budget.Reallocation
	if !item.Blank() {
		if t.Has(notation.RoleKind) && gives && t.areaBy.Blank() {
			t.areaBy = item
		}
		return budget.Field[string]{State: budget.Given, Value: item.Text, Text: item.Text, Origin: item.Origin}
	}
	t.lacksArea = t.lacksArea || gives
	return budget.Field[string]{State: budget.Unreadable, Origin: t.HeadAt()}
}

// namedArea is the area of a line as it was read, but blank where its words name none: a saving's
// that is not settled yet, and a reallocation's that is none in particular.
func namedArea(l *budget.Line, area budget.Field[string]) budget.Field[string] {
	says := notation.ReadArea(area.Value)
	open := says == notation.AreaOpen && (l.Kind.Value == budget.Saving || l.Kind.Value == budget.Reallocation)
	none := says == notation.AreaVague || says == notation.AreaOwn
	if area.Known() && (open || none && l.Kind.Value == budget.Reallocation) {
		area.State = budget.Blank
	}
	return area
}

// heedAround tells of a saving that its own cell says is the municipality's, and its section or
// its sheet another's.
func (r *reader) heedAround(l *budget.Line, payer budget.Field[budget.Payer], around context) {
	saving := l.Kind.Known() && l.Kind.Value == budget.Saving
	mine := payer.Known() && payer.Value == budget.Municipality
	if !saving || !mine || len(around.payers) != 1 || around.payers[0] == budget.Municipality {
		return
	}
	if notation.ReadRemark(around.payerAt.Text).Says(notation.OtherPayer) {
		return // a sentence, and told as one
	}
	at := around.payerAt.Origin
	r.unknownMoney(r.projectOrigin(l), at, budget.Saving)
	if !r.contradicted(at) {
		r.report(budget.Finding{
			Code: budget.ContradictingRemark, Origin: at, Have: budget.Quote(around.payerAt.Text),
			Want: budget.Phrase(budget.Message{Key: budget.Key("remark." + string(notation.OtherPayer))}),
		})
	}
}

// payerOf is whose a saving is: as its cell says, its own words, its section, the titles.
func (r *reader) payerOf(
	t *Records, l *budget.Line, v workbook.Value, said notation.Heading, around context,
) budget.Field[budget.Payer] {
	one := func(payers []budget.Payer, at workbook.Value) budget.Field[budget.Payer] {
		return budget.Field[budget.Payer]{State: budget.Given, Value: payers[0], Text: at.Text, Origin: at.Origin}
	}
	saving := !l.Kind.Known() || l.Kind.Value == budget.Saving
	switch {
	case t.Has(notation.RolePayer) && !v.Blank() || !saving:
		payer := r.payer(t, l.Kind, v)
		r.heedAround(l, payer, around)
		return payer
	case len(said.Payers) == 1 && said.Doubt == "":
		return one(said.Payers, workbook.Value{Text: l.Item.Text, Origin: l.Item.Origin})
	case len(around.payers) == 1:
		return one(around.payers, around.payerAt)
	}
	if c := t.kindColumn(); c != nil && len(c.Payers) == 1 {
		return one(c.Payers, workbook.Value{Text: c.Heading, Origin: t.Origin(c.At)})
	}
	t.lacksPayer = t.lacksPayer || l.Kind.Known() && !t.Has(notation.RolePayer)
	return r.payer(t, l.Kind, v)
}

// amountCell reads an amount of a row. A cell that a merged range covers has no
// amount of its own, and what the range holds may be for one year or for all.
func (r *reader) amountCell(t *Records, c *layout.Column, row int) budget.Amount {
	at := workbook.Ref{Row: row, Col: c.Col}
	if m := t.MergeAt(at); m != nil && m.From != m.To {
		if v := r.At(t.Sheet, m.From); !v.Blank() {
			a := budget.Amount{}
			a.State, a.Text, a.Origin = budget.Unreadable, v.Text, v.Origin
			if m.From == at {
				r.tell(budget.MergedAmount, v, budget.Quote(v.Text), budget.Quote(m.String()))
			}
			return a
		}
	}
	return t.keep(row, c, r.amount(t, c, r.At(t.Sheet, at)))
}

// finishLine adds a line. The years that the table has no column for are unreadable
// when it has columns of other years: one finding tells of them. What is paid once is paid in the
// years that stand there, and in no other.
func (r *reader) finishLine(t *Records, l *budget.Line) {
	if slices.Contains(t.doubtful, t.RefOf(l.Origin).Row) { // whether it is a line is for a person to say
		l.Kind.State = budget.Unreadable
	}
	if len(l.Amounts) > 0 && l.Annual.Origin == budget.NoOrigin && !isPaidOnce(l) {
		for _, year := range t.lacking {
			a := budget.Amount{}
			a.State, a.Origin = budget.Unreadable, t.HeadAt()
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: year, Amount: a})
		}
	}
	if t.YearColumn != nil && t.goesOn(r, l) {
		return
	}
	slices.SortStableFunc(l.Amounts, func(a, b budget.YearAmount) int { return cmp.Compare(a.Year, b.Year) })
	if c := t.Column(notation.RoleAnnual); c != nil && l.Annual.Known() {
		r.assume("assumed.annual", budget.Arg{Name: "heading", Value: budget.Quote(c.Heading)})
	}
	r.addLine(t, *l)
}

// isPaidOnce reports whether a line is a one-off cost.
func isPaidOnce(l *budget.Line) bool { return l.Kind.Known() && l.Kind.Value == budget.OneOff }

// addLine adds a line, and remembers the table it stands in.
func (r *reader) addLine(t *Records, l budget.Line) {
	r.Book.Count(0, 1, 0)
	r.sub.Lines = append(r.sub.Lines, l)
	r.sources = append(r.sources, t)
}

// payer is whose a saving is: the cell's word, else the one the user named. What
// other lines say of a payer is carried along, and harms nothing.
func (r *reader) payer(t *Records, kind budget.Field[budget.Kind], v workbook.Value) budget.Field[budget.Payer] {
	if kind.Known() && kind.Value != budget.Saving {
		p := budget.Field[budget.Payer]{Text: v.Text, Origin: v.Origin}
		if payer, ok := notation.ParsePayer(v.Text); ok {
			p.State, p.Value = budget.Given, payer
		}
		return p
	}
	p := termOr(r, r.marked(v), notation.Payers, notation.ReadPayer)
	if p.State == budget.Blank && r.set.Payer != 0 {
		p.State, p.Value = budget.Given, r.set.Payer
		r.assume("assumed.payer", budget.Arg{Name: "payer", Value: budget.Word{Term: r.set.Payer}})
		return p
	}
	if p.State == budget.Blank && !t.Has(notation.RolePayer) {
		p.State, p.Origin = budget.Unreadable, t.HeadAt()
	}
	return missing(t, notation.RolePayer, p)
}

// readLineTotals reads a column that sums each line's years.
func (r *reader) readLineTotals(t *Records, lines []budget.Line) {
	c := t.Column(notation.RoleTotal)
	if c == nil || !t.Lines {
		return
	}
	for i := range lines {
		l := &lines[i]
		row := t.RefOf(l.Origin).Row
		r.project = l.Project.Text
		stated := t.keep(row, c, r.amount(t, c, r.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})))
		if !stated.Known() || len(l.Amounts) == 0 {
			continue
		}
		r.sub.Totals = append(r.sub.Totals, budget.Total{Stated: stated, Parts: r.summedYears(c, l, stated)})
	}
	r.project = ""
}

// summedYears are the amounts of a line that its total sums: those of the years that the heading
// names, or where it names none, all of them, or those from the budget year on where they fit.
func (r *reader) summedYears(c *layout.Column, l *budget.Line, stated budget.Amount) []budget.Amount {
	within := func(from, to int) (parts []budget.Amount) {
		for _, a := range l.Amounts {
			if a.Year >= from && (a.Year <= to || to == 0) {
				parts = append(parts, a.Amount)
			}
		}
		return parts
	}
	if c.Said.From != 0 {
		if parts := within(c.Said.From, c.Said.To); len(parts) > 0 {
			return parts
		}
	}
	judged := within(r.base, 0)
	if sum, known := sumOf(judged); known && sum.Equal(stated.Value) {
		return judged
	}
	return within(0, 0)
}
