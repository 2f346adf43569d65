package reading

import (
	"cmp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// readLine reads a row as one line.
func (r *reader) readLine(t *Records, row int) {
	get := func(role notation.Role) workbook.Value { return r.cell(t, row, role) }
	l := budget.Line{
		Origin: t.Origin(workbook.Ref{Row: row, Col: t.Columns[0].Col}),
		Owner:  t.owner,
		Item:   r.text(get(notation.RoleItem)),
		Reimbursement: missing(t, notation.RoleReimbursement,
			term(r, get(notation.RoleReimbursement), notation.Reimbursements)),
		Budgeted:       missing(t, notation.RoleBudgeted, r.yesNo(get(notation.RoleBudgeted))),
		Frame:          term(r, get(notation.RoleFrame), notation.Frames),
		CommittedUntil: missing(t, notation.RoleCommitted, r.year(get(notation.RoleCommitted))),
		Remark:         r.text(get(notation.RoleRemark)),
	}
	if t.owner == budget.NoOrigin {
		l.Project, l.Below = r.projectOfLine(t, row, get(notation.RoleName))
	}
	l.Kind = missing(t, notation.RoleKind, term(r, get(notation.RoleKind), notation.Kinds))
	l.Area = missing(t, notation.RoleArea, r.text(get(notation.RoleArea)))
	l.Payer = r.payer(t, l.Kind, get(notation.RolePayer))
	if c := t.Column(notation.RoleShare); c != nil {
		l.Share = r.share(get(notation.RoleShare), c.Heading, r.perCent(t, c))
	}
	l.Share = missing(t, notation.RoleShare, l.Share)
	for _, c := range t.Amounts() {
		a := r.amountCell(t, c, row)
		if c.Role == notation.RoleAnnual {
			l.Annual = a
		} else {
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: r.yearOf(c), Amount: a})
		}
	}
	r.finishLine(t, &l)
}

// projectOfLine is the project a line names. One that names none may belong to the
// project of the line above it; that is for a person to say.
func (r *reader) projectOfLine(t *Records, row int, name workbook.Value) (project budget.Field[string], below string) {
	r.project = name.Text
	project = missing(t, notation.RoleName, r.text(name))
	if project.State == budget.Blank {
		return project, t.lastName
	}
	t.lastName = project.Value
	return project, ""
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
// when it has columns of other years: one finding tells of them.
func (r *reader) finishLine(t *Records, l *budget.Line) {
	if slices.Contains(t.doubtful, workbook.RefOf(l.Origin).Row) { // whether it is a line is for a person to say
		l.Kind.State = budget.Unreadable
	}
	if len(l.Amounts) > 0 && l.Annual.Origin == budget.NoOrigin {
		for _, year := range t.lacking {
			a := budget.Amount{}
			a.State, a.Origin = budget.Unreadable, t.HeadAt()
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: year, Amount: a})
		}
	}
	slices.SortStableFunc(l.Amounts, func(a, b budget.YearAmount) int { return cmp.Compare(a.Year, b.Year) })
	if c := t.Column(notation.RoleAnnual); c != nil && l.Annual.Known() {
		r.assume("assumed.annual", budget.Arg{Name: "heading", Value: budget.Quote(c.Heading)})
	}
	r.sub.Lines = append(r.sub.Lines, *l)
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
	p := term(r, v, notation.Payers)
	if p.State == budget.Blank && r.set.Payer != 0 {
		p.State, p.Value = budget.Given, r.set.Payer
		r.assume("assumed.payer", budget.Arg{Name: "payer", Value: budget.Word{Term: r.set.Payer}})
		return p
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
		row := workbook.RefOf(l.Origin).Row
		r.project = l.Project.Text
		stated := t.keep(row, c, r.amount(t, c, r.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})))
		if !stated.Known() || len(l.Amounts) == 0 {
			continue
		}
		total := budget.Total{Stated: stated}
		for _, a := range l.Amounts {
			total.Parts = append(total.Parts, a.Amount)
		}
		r.sub.Totals = append(r.sub.Totals, total)
	}
	r.project = ""
}
