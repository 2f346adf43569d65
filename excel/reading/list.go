package reading

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// readListed reads the amounts that a row has in columns of cost, savings and the
// like: a line for each, or for each group of years.
func (r *reader) readListed(t *Records, row int, owner budget.Origin) {
	if !t.List {
		return
	}
	lines := map[string]*budget.Line{}
	var order []string
	for _, c := range t.Amounts() {
		kind := notation.ListKinds[c.Role]
		if kind == 0 {
			continue
		}
		a := r.amountCell(t, c, row)
		group := string(c.Role) + c.Group
		l := lines[group]
		if l == nil {
			made := r.listLine(c, t.Origin(c.At), kind)
			made.Origin, made.Owner = t.Origin(workbook.Ref{Row: row, Col: c.Col}), owner
			if item := r.cell(t, row, notation.RoleItem); !t.Projects && !item.Blank() {
				made.Item = r.text(item)
			}
			r.completeFromRow(t, row, &made)
			r.commitBySaid(t, &made)
			l, lines[group] = &made, &made
			order = append(order, group)
		}
		switch {
		case c.Year != 0:
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: r.yearOf(c), Amount: a})
		case t.YearColumn != nil:
			l.Amounts = append(l.Amounts, r.inYearOf(t, row, a))
		default:
			l.Annual = a
		}
	}
	for _, group := range order {
		if l := lines[group]; (!t.goesOnIn(row) || isStated(l)) && !r.isNone(t, row, l) {
			r.heed(t, l)
			r.finishLine(t, l)
		}
	}
	r.readVoid(t, row, owner)
}

// goesOnIn reports whether a row is more of a project whose own row stands above it: what it
// leaves blank is no amount that is missing.
func (t *Records) goesOnIn(row int) bool {
	owner := t.owners[row]
	return owner != budget.NoOrigin && t.RefOf(owner).Row != row
}

// isNone reports whether a row leaves all blank that a list asks of a saving, whose it is too: then the
// project has none.
func (r *reader) isNone(t *Records, row int, l *budget.Line) bool {
	if l.Kind.Value != budget.Saving || !t.Projects || !t.Has(notation.RolePayer) {
		return false
	}
	for a := range l.Stated {
		if a.State != budget.Blank || a.Text != "" {
			return false
		}
	}
	return r.cell(t, row, notation.RolePayer).Blank() && r.cell(t, row, notation.RoleArea).Blank()
}

// isStated reports whether something stands in one of a line's amounts.
func isStated(l *budget.Line) bool {
	for a := range l.Stated {
		if a.State != budget.Blank {
			return true
		}
	}
	return false
}

// readVoid reads the amounts of a row in columns that cannot be used, since another
// claims the same or their headings mean two things: what they say is not known.
func (r *reader) readVoid(t *Records, row int, owner budget.Origin) {
	for i := range t.Columns {
		c := &t.Columns[i]
		at := workbook.Ref{Row: row, Col: c.Col}
		if !c.Void || notation.ListKinds[c.Role] == 0 || r.Book.At(t.Sheet, at).Blank() {
			continue
		}
		l := r.listLine(c, t.Origin(c.At), notation.ListKinds[c.Role])
		l.Origin, l.Owner = t.Origin(at), owner
		l.Annual.State, l.Annual.Text, l.Annual.Origin = budget.Unreadable, r.Book.At(t.Sheet, at).Text, l.Origin
		r.settleProject(t, row, &l, r.contextOf(t, row))
		r.finishLine(t, &l)
	}
}

// listLine is a line of an amount whose heading says what it is and whose.
func (r *reader) listLine(c *layout.Column, heading budget.Origin, kind budget.Kind) budget.Line {
	text := notation.Clean(withoutYear(c))
	l := budget.Line{
		Kind: budget.Field[budget.Kind]{State: budget.Given, Value: kind, Text: c.Heading, Origin: heading},
		Item: budget.Field[string]{State: budget.Given, Value: text, Text: text, Origin: heading},
	}
	if c.Subject != "" {
		l.Area = budget.Field[string]{State: budget.Given, Value: c.Subject, Text: c.Subject, Origin: heading}
	}
	if kind == budget.Funding && c.Until != 0 {
		l.CommittedUntil = budget.Field[int]{State: budget.Given, Value: c.Until, Text: c.Heading, Origin: heading}
	}
	if kind != budget.Saving {
		return l
	}
	l.Payer.Origin, l.Area.Origin = heading, heading
	stateTerms(&l, c.Terms, c.Heading, heading)
	switch {
	case c.Terms.Doubtful:
		l.Payer.State, l.Payer.Text = budget.Unreadable, c.Heading
	case len(c.Payers) == 1:
		l.Payer.State, l.Payer.Value = budget.Given, c.Payers[0]
	case len(c.Payers) > 1:
		l.Payer.State, l.Payer.Text = budget.Unreadable, c.Heading
	}
	return l
}

// withoutYear is a column's heading without groups that say nothing, and without the year below
// its group's: what all the years of a line are of.
func withoutYear(c *layout.Column) string {
	path := strings.Split(c.Heading, layout.PathMark)
	if len(path) > 1 && (c.Year != 0 || c.Ahead) {
		path = path[:len(path)-1]
	}
	last := path[len(path)-1]
	said := slices.DeleteFunc(path[:len(path)-1], notation.IsNeutralGroup)
	return strings.Join(append(said, last), layout.PathMark)
}

// stateTerms states in a line what its heading says of it.
func stateTerms(l *budget.Line, said layout.SavingTerms, text string, at budget.Origin) {
	if said.Reimbursement != 0 {
		l.Reimbursement = budget.Field[budget.Reimbursement]{
			State: budget.Given, Value: said.Reimbursement, Text: text, Origin: at,
		}
	}
	if said.Budgeted {
		l.Budgeted = budget.Field[bool]{State: budget.Given, Value: true, Text: text, Origin: at}
	}
	if said.Share != nil {
		l.Share = budget.Field[decimal.Decimal]{State: budget.Given, Value: *said.Share, Text: text, Origin: at}
	}
}

// beside is what stands of a role beside an amount, with its heading: in the columns of its row,
// or among the labels of its project; ok is false when there is no such column or label.
type beside func(notation.Role) (v workbook.Value, heading string, ok bool)

// inRow is what the columns of a table say in a row.
func (r *reader) inRow(t *Records, row int) beside {
	return func(role notation.Role) (workbook.Value, string, bool) {
		c := t.Column(role)
		if c == nil {
			return workbook.Value{}, "", false
		}
		return r.cell(t, row, role), c.Heading, true
	}
}

// amongLabels is what the labels of a project's own sheet say.
func amongLabels(f *layout.ProjectSheet) beside {
	return func(role notation.Role) (workbook.Value, string, bool) {
		l := f.Label(role)
		if l == nil {
			return workbook.Value{}, "", false
		}
		return l.Value, l.Heading, true
	}
}

// completeFromRow fills in what a list says of a row's savings in columns of its
// own. A saving whose heading does not say whose it is, in a list that does not
// either, is one finding at the heading.
func (r *reader) completeFromRow(t *Records, row int, l *budget.Line) {
	around := r.contextOf(t, row)
	r.settleProject(t, row, l, around)
	r.completeListed(t, l, r.inRow(t, row))
	if l.Kind.Value != budget.Saving {
		return
	}
	said := func(p budget.Payer) bool {
		return slices.ContainsFunc(t.Columns, func(c layout.Column) bool { return slices.Contains(c.Payers, p) })
	}
	payer := r.cell(t, row, notation.RolePayer)
	switch {
	case l.Payer.State != budget.Blank:
		r.holdPayer(t, l, payer, said)
	case t.Has(notation.RolePayer):
		l.Payer = r.payer(t, l.Kind, payer)
	case len(around.payers) == 1:
		l.Payer = budget.Field[budget.Payer]{
			State: budget.Given, Value: around.payers[0], Text: around.payerAt.Text, Origin: around.payerAt.Origin,
		}
	case r.set.Payer != 0:
		l.Payer.State, l.Payer.Value = budget.Given, r.set.Payer
		r.assume("assumed.payer", budget.Arg{Name: "payer", Value: budget.Word{Term: r.set.Payer}})
	}
	r.tellOnce(t, l)
}

// completeListed fills in what stands beside an amount whose heading says what it is: the area
// that gives it up, how much of a saving counts, how long a funding is committed for.
func (r *reader) completeListed(t *Records, l *budget.Line, from beside) {
	kind := l.Kind.Value
	gives := (kind == budget.Saving || kind == budget.Reallocation) && l.Area.State == budget.Blank
	if v, _, ok := from(notation.RoleArea); ok && gives {
		l.Area = r.text(v)
	}
	l.Area = namedArea(l, l.Area)
	if kind == budget.Saving {
		r.completeSaving(t, l, from)
	}
	if kind == budget.Funding {
		if v, _, ok := from(notation.RoleCommitted); ok {
			r.commit(l, v)
		}
		r.completeFunding(l, func(role notation.Role) workbook.Value { v, _, _ := from(role); return v })
	}
	if v, _, ok := from(notation.RoleFrame); ok && l.Frame.State == budget.Blank {
		l.Frame = term(r, v, notation.Frames)
	}
}

// completeSaving fills in what decides how much of a saving counts, where its heading does not
// say it.
func (r *reader) completeSaving(t *Records, l *budget.Line, from beside) {
	type readShare func(workbook.Value, string, bool) budget.Field[decimal.Decimal]
	shareIn := func(f *budget.Field[decimal.Decimal], role notation.Role, read readShare) {
		v, heading, ok := from(role)
		if !ok || f.State != budget.Blank || v.Blank() {
			return
		}
		c := t.Column(role)
		*f = read(v, heading, c != nil && r.perCent(t, c))
	}
	shareIn(&l.Share, notation.RoleShare, r.municipalShare)
	shareIn(&l.Deadweight, notation.RoleDeadweight, r.share)
	if v, _, ok := from(notation.RoleBudgeted); ok && l.Budgeted.State == budget.Blank {
		l.Budgeted = r.budgeted(v)
	}
	if v, _, ok := from(notation.RoleReimbursement); ok && l.Reimbursement.State == budget.Blank {
		l.Reimbursement = r.reimbursement(v)
	}
	if v, _, ok := from(notation.RoleCashable); ok && !v.Blank() && l.Avoided.State == budget.Blank {
		l.Avoided = r.avoided(v)
	}
}

// holdPayer holds the payer that a heading says against what the row's own column says: where
// that names one that no heading of the table does, or several, the two contradict.
func (r *reader) holdPayer(t *Records, l *budget.Line, v workbook.Value, said func(budget.Payer) bool) {
	payer, certainty := notation.ReadPayer(v.Text)
	if v.Blank() || certainty == notation.Unread {
		return
	}
	if certainty == notation.Certain && said(payer) {
		return
	}
	l.Payer.State = budget.Unreadable
	if key := (groupKey{budget.ContradictingRemark, t.Index, t.RefOf(v.Origin)}); !r.told[key] {
		r.told[key] = true
		r.project = cmp.Or(r.nameOf(l.Owner), l.Project.Text)
		r.report(budget.Finding{
			Code: budget.ContradictingRemark, Project: r.project, Origin: v.Origin, Have: budget.Quote(v.Text),
		})
	}
}

// tellOnce tells at the heading what a list's savings lack in every row.
func (r *reader) tellOnce(t *Records, l *budget.Line) {
	lack := func(code budget.Code, at budget.Origin) {
		key := groupKey{code, t.Index, t.RefOf(at)}
		if !r.told[key] {
			r.told[key] = true
			r.report(budget.Finding{Code: code, Origin: at, Have: budget.Quote(l.Item.Text)})
		}
	}
	doubtful := l.Payer.State.Unread() && l.Payer.Text != "" && t.RefOf(l.Payer.Origin).Row <= t.Lower
	if doubtful || l.Payer.State == budget.Blank && !t.Has(notation.RolePayer) {
		l.Payer.State = budget.Unreadable
		lack(budget.MissingPayer, l.Payer.Origin)
	}
	if l.Area.State == budget.Blank && !t.Has(notation.RoleArea) && l.Payer.Value == budget.Municipality {
		l.Area.State = budget.Unreadable
		lack(budget.MissingArea, l.Area.Origin)
	}
}
