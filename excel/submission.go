package excel

import (
	"cmp"
	"slices"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// cell is the value of a table's column in a row; blank, and without a place, when
// the table has no such column. A column that is missing though it is required is
// unreadable for every row: its one finding stands at the headings.
func (r *reader) cell(t *table, row int, role role) value {
	if c := t.column(role); c != nil {
		return r.book.at(t.sheet, sheetml.Ref{Row: row, Col: c.col})
	}
	return value{}
}

// missing is the state of a field whose column is missing or claimed twice.
func missing[T any](t *table, role role, f budget.Field[T]) budget.Field[T] {
	if t.column(role) == nil && (t.has(role) || slices.Contains(required[t.kind], role)) {
		f.State, f.Origin = budget.Unreadable, origin(t.index, t.columns[0].at)
	}
	return f
}

func (r *reader) readProjects(t *table) {
	for _, row := range t.rows {
		cell := func(role role) value { return r.cell(t, row, role) }
		name := cell(roleName)
		r.project = name.text
		p := budget.Project{
			Origin:         name.origin,
			Name:           missing(t, roleName, r.text(name)),
			Department:     r.text(cell(roleDepartment)),
			Contact:        r.text(cell(roleContact)),
			Start:          r.year(cell(roleStart)),
			Expiry:         missing(t, roleExpiry, r.year(cell(roleExpiry))),
			ExtendedBefore: missing(t, roleExtended, r.yesNo(cell(roleExtended))),
			Investor:       r.text(cell(roleInvestor)),
			TargetGroup:    r.count(cell(roleTarget)),
			Participants:   r.count(cell(roleParticipants)),
			Social:         missing(t, roleSocial, term(r, cell(roleSocial), "social", socialValues)),
			Economic:       missing(t, roleEconomic, term(r, cell(roleEconomic), "economic", economicValues)),
			Documentation:  r.text(cell(roleDocumentation)),
			Documented:     r.text(cell(roleDocumented)),
			Wish:           missing(t, roleWish, term(r, cell(roleWish), "wish", wishValues)),
			Capacity:       missing(t, roleCapacity, r.count(cell(roleCapacity))),
			Remark:         r.text(cell(roleRemark)),
		}
		if c := t.column(roleInvestment); c != nil {
			p.Investment = r.amount(t, c, cell(roleInvestment))
		}
		r.sub.Projects = append(r.sub.Projects, p)
	}
	r.project = ""
}

func (r *reader) readLines(t *table) {
	from := len(r.sub.Lines)
	for _, row := range t.rows {
		r.readLine(t, row)
	}
	r.project = ""
	r.settleSigns(t, r.sub.Lines[from:])
	r.readTotals(t, r.sub.Lines[from:])
}

func (r *reader) readLine(t *table, row int) {
	cell := func(role role) value { return r.cell(t, row, role) }
	name := cell(roleName)
	r.project = name.text
	l := budget.Line{
		Origin:         origin(t.index, sheetml.Ref{Row: row, Col: t.columns[0].col}),
		Project:        missing(t, roleName, r.text(name)),
		Kind:           missing(t, roleKind, term(r, cell(roleKind), "kind", kindValues)),
		Item:           r.text(cell(roleItem)),
		Area:           missing(t, roleArea, r.text(cell(roleArea))),
		Reimbursement:  missing(t, roleReimbursement, term(r, cell(roleReimbursement), "reimbursement", reimbursementValues)),
		Budgeted:       missing(t, roleBudgeted, r.yesNo(cell(roleBudgeted))),
		Frame:          term(r, cell(roleFrame), "frame", frameValues),
		CommittedUntil: missing(t, roleCommitted, r.year(cell(roleCommitted))),
		Remark:         r.text(cell(roleRemark)),
	}
	l.Payer = r.payer(t, l.Kind, cell(rolePayer))
	if c := t.column(roleShare); c != nil {
		l.Share = r.share(cell(roleShare), c.heading)
	}
	l.Share = missing(t, roleShare, l.Share)
	for _, c := range t.amounts() {
		a := r.amount(t, c, r.book.at(t.sheet, sheetml.Ref{Row: row, Col: c.col}))
		switch {
		case c.role == roleAnnual:
			l.Annual = a
		case c.ahead:
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: r.base + c.year, Amount: a})
		default:
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: c.year, Amount: a})
		}
	}
	slices.SortStableFunc(l.Amounts, func(a, b budget.YearAmount) int { return cmp.Compare(a.Year, b.Year) })
	if l.Annual.Known() {
		r.assume("assumed.annual")
	}
	r.sub.Lines = append(r.sub.Lines, l)
}

// payer is whose a saving is: the cell's word, else the one the user named. What
// other lines say of a payer is carried along, and harms nothing.
func (r *reader) payer(t *table, kind budget.Field[budget.Kind], v value) budget.Field[budget.Payer] {
	if kind.Known() && kind.Value != budget.Saving {
		p := budget.Field[budget.Payer]{Text: v.text, Origin: v.origin}
		if payer, ok := ParsePayer(v.text); ok {
			p.State, p.Value = budget.Given, payer
		}
		return p
	}
	p := term(r, v, "payer", payerValues)
	if p.State == budget.Blank && r.set.Payer != 0 {
		p.State, p.Value = budget.Given, r.set.Payer
		r.assume("assumed.payer", budget.Arg{Name: "payer", Value: budget.Word{Term: r.set.Payer}})
		return p
	}
	return missing(t, rolePayer, p)
}

// settleSigns reads savings and funding that are all written with minus in a
// column, as budgets do, as amounts saved. Where only some are, nothing is changed.
func (r *reader) settleSigns(t *table, lines []budget.Line) {
	for _, c := range t.amounts() {
		var income []*budget.Amount
		negative := 0
		for i := range lines {
			kind, known := lines[i].Kind.Get()
			if !known || kind != budget.Saving && kind != budget.Funding {
				continue
			}
			if a := amountIn(&lines[i], c.col); a != nil && a.Known() && !a.Value.IsZero() {
				income = append(income, a)
				if a.Value.IsNegative() {
					negative++
				}
			}
		}
		if negative == 0 || negative != len(income) {
			continue
		}
		for _, a := range income {
			a.Value = a.Value.Neg()
			r.tellColumn(budget.NegativeConvention, t, c, value{origin: a.Origin, text: a.Text})
		}
	}
}

// amountIn is a line's amount in a column of its table; nil when it has none.
func amountIn(l *budget.Line, col int) *budget.Amount {
	if _, at, _ := place(l.Annual.Origin); at.Col == col {
		return &l.Annual
	}
	for i := range l.Amounts {
		if _, at, _ := place(l.Amounts[i].Origin); at.Col == col {
			return &l.Amounts[i].Amount
		}
	}
	return nil
}

// readTotals reads a column that sums a line's years.
func (r *reader) readTotals(t *table, lines []budget.Line) {
	c := t.column(roleTotal)
	if c == nil {
		return
	}
	for i := range lines {
		l := &lines[i]
		_, at, _ := place(l.Origin)
		r.project = l.Project.Text
		stated := r.amount(t, c, r.book.at(t.sheet, sheetml.Ref{Row: at.Row, Col: c.col}))
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

// The terms by their codes, which the table of words uses.
var (
	kindValues          = byCode(budget.Cost, budget.OneOff, budget.Saving, budget.Funding)
	payerValues         = byCode(budget.Payers()...)
	socialValues        = byCode(budget.SocialPositive, budget.SocialUnclear, budget.SocialNegative, budget.SocialUndocumented)
	economicValues      = byCode(budget.EconomicDocumented, budget.EconomicUndocumented, budget.EconomicNegative)
	wishValues          = byCode(budget.WishPermanent, budget.WishScaled, budget.WishExtended, budget.WishEnded)
	reimbursementValues = byCode(budget.Net, budget.Gross)
	frameValues         = byCode(budget.ServiceFrame, budget.TransferFrame, budget.CapitalFrame)
)

func byCode[T budget.Term](terms ...T) map[string]T {
	m := make(map[string]T, len(terms))
	for _, t := range terms {
		m[t.String()] = t
	}
	return m
}
