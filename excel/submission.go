package excel

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// required are the roles that the rows of a table cannot do without.
func (t *records) required() []role {
	var roles []role
	if t.projects {
		roles = append(roles, roleExpiry, roleSocial, roleEconomic)
	}
	if t.lines {
		roles = append(roles, roleKind, rolePayer, roleArea)
	}
	return roles
}

// cell is the value of a table's column in a row; blank, and without a place, when
// the table has no such column. In a column that holds no amounts, the cells of a
// merged range all say what its first says.
func (r *reader) cell(t *records, row int, role role) value {
	c := t.column(role)
	if c == nil {
		return value{}
	}
	at := sheetml.Ref{Row: row, Col: c.col}
	if first := t.anchor(at); first != at && first.Row > t.lower {
		v := r.at(t.sheet, first)
		r.tellColumn(budget.MergedCells, t, c, v)
		return v
	}
	return r.at(t.sheet, at)
}

// missing is the state of a field whose column is missing though it is needed, or
// cannot be used: unreadable for every row. Its one finding stands at the headings.
func missing[T any](t *records, role role, f budget.Field[T]) budget.Field[T] {
	if t.column(role) == nil && (t.has(role) || slices.Contains(t.required(), role)) {
		f.State, f.Origin = budget.Unreadable, t.headAt()
	}
	return f
}

// readTable reads a table's rows.
func (r *reader) readTable(t *records) {
	r.splitTotals(t)
	from := len(r.sub.Lines)
	for _, row := range t.data {
		switch {
		case t.lines:
			r.readLine(t, row)
		case t.projects:
			r.readListed(t, row, r.readProject(t, row))
		default:
			r.readListed(t, row, budget.NoOrigin)
		}
	}
	r.project = ""
	r.readLineTotals(t, r.sub.Lines[from:])
	r.readTotalRows(t)
	r.tellUnlike(t, r.sub.Lines[from:])
	r.settleSigns(t, r.sub.Lines[from:])
}

// readProject reads a row as a project and returns its origin.
func (r *reader) readProject(t *records, row int) budget.Origin {
	get := func(role role) value { return r.cell(t, row, role) }
	name := get(roleName)
	r.project = name.text
	p := r.projectOf(name, get)
	missingIn(t, &p)
	if c := t.column(roleInvestment); c != nil {
		p.Investment = t.keep(row, c, r.amount(t, c, r.at(t.sheet, sheetml.Ref{Row: row, Col: c.col})))
	}
	r.sub.Projects = append(r.sub.Projects, p)
	return p.Origin
}

// projectOf reads what is said of a project, wherever it stands.
func (r *reader) projectOf(name value, get func(role) value) budget.Project {
	return budget.Project{
		Origin:         name.origin,
		Name:           r.text(name),
		Department:     r.text(get(roleDepartment)),
		Contact:        r.text(get(roleContact)),
		Start:          r.year(get(roleStart)),
		Expiry:         r.year(get(roleExpiry)),
		ExtendedBefore: r.yesNo(get(roleExtended)),
		Investor:       r.text(get(roleInvestor)),
		TargetGroup:    r.count(get(roleTarget)),
		Participants:   r.count(get(roleParticipants)),
		Social:         term(r, get(roleSocial), "social", socialValues),
		Economic:       term(r, get(roleEconomic), "economic", economicValues),
		Documentation:  r.text(get(roleDocumentation)),
		Documented:     r.text(get(roleDocumented)),
		Wish:           term(r, get(roleWish), "wish", wishValues),
		Capacity:       r.count(get(roleCapacity)),
		Remark:         r.text(get(roleRemark)),
	}
}

// missingIn makes unreadable what a table has no usable column for.
func missingIn(t *records, p *budget.Project) {
	p.Name = missing(t, roleName, p.Name)
	p.Expiry = missing(t, roleExpiry, p.Expiry)
	p.ExtendedBefore = missing(t, roleExtended, p.ExtendedBefore)
	p.Social = missing(t, roleSocial, p.Social)
	p.Economic = missing(t, roleEconomic, p.Economic)
	p.Wish = missing(t, roleWish, p.Wish)
	p.Capacity = missing(t, roleCapacity, p.Capacity)
}

// readLine reads a row as one line.
func (r *reader) readLine(t *records, row int) {
	get := func(role role) value { return r.cell(t, row, role) }
	l := budget.Line{
		Origin:         origin(t.index, sheetml.Ref{Row: row, Col: t.columns[0].col}),
		Owner:          t.owner,
		Item:           r.text(get(roleItem)),
		Reimbursement:  missing(t, roleReimbursement, term(r, get(roleReimbursement), "reimbursement", reimbursementValues)),
		Budgeted:       missing(t, roleBudgeted, r.yesNo(get(roleBudgeted))),
		Frame:          term(r, get(roleFrame), "frame", frameValues),
		CommittedUntil: missing(t, roleCommitted, r.year(get(roleCommitted))),
		Remark:         r.text(get(roleRemark)),
	}
	if t.owner == budget.NoOrigin {
		l.Project, l.Below = r.projectOfLine(t, row, get(roleName))
	}
	l.Kind = missing(t, roleKind, term(r, get(roleKind), "kind", kindValues))
	l.Area = missing(t, roleArea, r.text(get(roleArea)))
	l.Payer = r.payer(t, l.Kind, get(rolePayer))
	if c := t.column(roleShare); c != nil {
		l.Share = r.share(get(roleShare), c.heading, r.perCent(t, c))
	}
	l.Share = missing(t, roleShare, l.Share)
	for _, c := range t.amounts() {
		a := r.amountCell(t, c, row)
		if c.role == roleAnnual {
			l.Annual = a
		} else {
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: r.yearOf(c), Amount: a})
		}
	}
	r.finishLine(t, &l)
}

// projectOfLine is the project a line names. One that names none may belong to the
// project of the line above it; that is for a person to say.
func (r *reader) projectOfLine(t *records, row int, name value) (project budget.Field[string], below string) {
	r.project = name.text
	project = missing(t, roleName, r.text(name))
	if project.State == budget.Blank {
		return project, t.lastName
	}
	t.lastName = project.Value
	return project, ""
}

// yearOf is the year of a column's amounts.
func (r *reader) yearOf(c *column) int {
	if c.ahead {
		return r.base + c.year
	}
	return c.year
}

// amountCell reads an amount of a row. A cell that a merged range covers has no
// amount of its own, and what the range holds may be for one year or for all.
func (r *reader) amountCell(t *records, c *column, row int) budget.Amount {
	at := sheetml.Ref{Row: row, Col: c.col}
	if m := t.mergeAt(at); m != nil && m.From != m.To {
		if v := r.at(t.sheet, m.From); !v.blank() {
			a := budget.Amount{}
			a.State, a.Text, a.Origin = budget.Unreadable, v.text, v.origin
			if m.From == at {
				r.tell(budget.MergedAmount, v, budget.Quote(v.text), budget.Quote(m.String()))
			}
			return a
		}
	}
	return t.keep(row, c, r.amount(t, c, r.at(t.sheet, at)))
}

// finishLine adds a line. The years that the table has no column for are unreadable
// when it has columns of other years: one finding tells of them.
func (r *reader) finishLine(t *records, l *budget.Line) {
	if slices.Contains(t.doubtful, refOf(l.Origin).Row) { // whether it is a line is for a person to say
		l.Kind.State = budget.Unreadable
	}
	if len(l.Amounts) > 0 && l.Annual.Origin == budget.NoOrigin {
		for _, year := range t.lacking {
			a := budget.Amount{}
			a.State, a.Origin = budget.Unreadable, t.headAt()
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: year, Amount: a})
		}
	}
	slices.SortStableFunc(l.Amounts, func(a, b budget.YearAmount) int { return cmp.Compare(a.Year, b.Year) })
	if l.Annual.Known() && t.column(roleAnnual) != nil {
		r.assume("assumed.annual", budget.Arg{Name: "heading", Value: budget.Quote(t.column(roleAnnual).heading)})
	}
	r.sub.Lines = append(r.sub.Lines, *l)
}

// readListed reads the amounts that a row has in columns of cost, savings and the
// like: a line for each, or for each group of years.
func (r *reader) readListed(t *records, row int, owner budget.Origin) {
	if !t.list {
		return
	}
	lines := map[string]*budget.Line{}
	var order []string
	for _, c := range t.amounts() {
		kind := listKinds[c.role]
		if kind == 0 {
			continue
		}
		a := r.amountCell(t, c, row)
		group := string(c.role) + c.group
		l := lines[group]
		if l == nil {
			made := r.listLine(c, origin(t.index, c.at), kind)
			made.Origin, made.Owner = origin(t.index, sheetml.Ref{Row: row, Col: c.col}), owner
			r.completeFromRow(t, row, &made)
			l, lines[group] = &made, &made
			order = append(order, group)
		}
		if c.year == 0 {
			l.Annual = a
		} else {
			l.Amounts = append(l.Amounts, budget.YearAmount{Year: r.yearOf(c), Amount: a})
		}
	}
	for _, group := range order {
		r.finishLine(t, lines[group])
	}
	r.readVoid(t, row, owner)
}

// readVoid reads the amounts of a row in columns that cannot be used, since another
// claims the same or their headings mean two things: what they say is not known.
func (r *reader) readVoid(t *records, row int, owner budget.Origin) {
	for i := range t.columns {
		c := &t.columns[i]
		at := sheetml.Ref{Row: row, Col: c.col}
		if !c.void || listKinds[c.role] == 0 || r.book.at(t.sheet, at).blank() {
			continue
		}
		l := r.listLine(c, origin(t.index, c.at), listKinds[c.role])
		l.Origin, l.Owner = origin(t.index, at), owner
		l.Annual.State, l.Annual.Text, l.Annual.Origin = budget.Unreadable, r.book.at(t.sheet, at).text, l.Origin
		if owner == budget.NoOrigin {
			l.Project, l.Below = r.projectOfLine(t, row, r.cell(t, row, roleName))
		}
		r.finishLine(t, &l)
	}
}

// listLine is a line of an amount whose heading says what it is and whose.
func (r *reader) listLine(c *column, heading budget.Origin, kind budget.Kind) budget.Line {
	l := budget.Line{
		Kind: budget.Field[budget.Kind]{State: budget.Given, Value: kind, Text: c.heading, Origin: heading},
		Item: budget.Field[string]{State: budget.Given, Value: clean(c.heading), Text: clean(c.heading), Origin: heading},
	}
	if c.subject != "" {
		l.Area = budget.Field[string]{State: budget.Given, Value: c.subject, Text: c.subject, Origin: heading}
	}
	if kind == budget.Funding && c.until != 0 {
		l.CommittedUntil = budget.Field[int]{State: budget.Given, Value: c.until, Text: c.heading, Origin: heading}
	}
	if kind != budget.Saving {
		return l
	}
	l.Payer.Origin, l.Area.Origin = heading, heading
	c.terms.into(&l, c.heading, heading)
	switch {
	case c.terms.doubtful:
		l.Payer.State, l.Payer.Text = budget.Unreadable, c.heading
	case len(c.payers) == 1:
		l.Payer.State, l.Payer.Value = budget.Given, c.payers[0]
	case len(c.payers) > 1:
		l.Payer.State, l.Payer.Text = budget.Unreadable, c.heading
	}
	return l
}

// completeFromRow fills in what a list says of a row's savings in columns of its
// own. A saving whose heading does not say whose it is, in a list that does not
// either, is one finding at the heading.
func (r *reader) completeFromRow(t *records, row int, l *budget.Line) {
	get := func(role role) value { return r.cell(t, row, role) }
	if l.Owner == budget.NoOrigin {
		l.Project, l.Below = r.projectOfLine(t, row, get(roleName))
	}
	if t.has(roleArea) && l.Kind.Value == budget.Saving && l.Area.State == budget.Blank {
		l.Area = r.text(get(roleArea))
	}
	if c := t.column(roleShare); c != nil && l.Kind.Value == budget.Saving {
		l.Share = r.share(get(roleShare), c.heading, r.perCent(t, c))
	}
	if t.has(roleBudgeted) && l.Kind.Value == budget.Saving && l.Budgeted.State == budget.Blank {
		l.Budgeted = r.yesNo(get(roleBudgeted))
	}
	if t.has(roleReimbursement) && l.Kind.Value == budget.Saving && l.Reimbursement.State == budget.Blank {
		l.Reimbursement = term(r, get(roleReimbursement), "reimbursement", reimbursementValues)
	}
	if t.has(roleCommitted) && l.Kind.Value == budget.Funding {
		l.CommittedUntil = r.year(get(roleCommitted))
	}
	l.Frame = term(r, get(roleFrame), "frame", frameValues)
	if l.Kind.Value != budget.Saving {
		return
	}
	switch {
	case l.Payer.State != budget.Blank:
	case t.has(rolePayer):
		l.Payer = r.payer(t, l.Kind, get(rolePayer))
	case r.set.Payer != 0:
		l.Payer.State, l.Payer.Value = budget.Given, r.set.Payer
		r.assume("assumed.payer", budget.Arg{Name: "payer", Value: budget.Word{Term: r.set.Payer}})
	}
	r.tellOnce(t, l)
}

// perCent reports whether a column of shares holds some above one: then those up to one
// can be read two ways.
func (r *reader) perCent(t *records, c *column) bool {
	if t.perCent == nil {
		above := slices.ContainsFunc(t.data, func(row int) bool {
			v := r.book.at(t.sheet, sheetml.Ref{Row: row, Col: c.col})
			d, ok := storedNumber(v.raw)
			return v.kind == sheetml.Number && ok && d.GreaterThan(decimal.New(1, 0)) && !r.book.format(v.style).percent
		})
		t.perCent = &above
	}
	return *t.perCent
}

// tellOnce tells at the heading what a list's savings lack in every row.
func (r *reader) tellOnce(t *records, l *budget.Line) {
	lack := func(code budget.Code, at budget.Origin) {
		key := groupKey{code, t.index, refOf(at)}
		if !r.told[key] {
			r.told[key] = true
			r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: code, Origin: at, Have: budget.Quote(l.Item.Text)})
		}
	}
	if l.Payer.State.Unread() && l.Payer.Text != "" && refOf(l.Payer.Origin).Row <= t.lower || l.Payer.State == budget.Blank && !t.has(rolePayer) {
		l.Payer.State = budget.Unreadable
		lack(budget.MissingPayer, l.Payer.Origin)
	}
	if l.Area.State == budget.Blank && !t.has(roleArea) && l.Payer.Value == budget.Municipality {
		l.Area.State = budget.Unreadable
		lack(budget.MissingArea, l.Area.Origin)
	}
}

func refOf(o budget.Origin) sheetml.Ref {
	_, at, _ := place(o)
	return at
}

// payer is whose a saving is: the cell's word, else the one the user named. What
// other lines say of a payer is carried along, and harms nothing.
func (r *reader) payer(t *records, kind budget.Field[budget.Kind], v value) budget.Field[budget.Payer] {
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

// settleSigns reads savings and funding that are all written with minus, as budgets
// do, as amounts saved. Columns of years are one for this; a column of a list is one
// by itself. Where only some are negative, nothing is changed.
func (r *reader) settleSigns(t *records, lines []budget.Line) {
	groups := map[string][]*column{}
	var order []string
	for _, c := range t.amounts() {
		key := string(c.role) + c.group
		if t.lines {
			key = ""
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], c)
	}
	for _, key := range order {
		r.settleGroup(t, groups[key], lines)
	}
}

// settleGroup settles the signs of the columns that are read alike.
func (r *reader) settleGroup(t *records, columns []*column, lines []budget.Line) {
	income := map[*column][]*budget.Amount{}
	for _, c := range columns {
		for i := range lines {
			if kind, known := lines[i].Kind.Get(); !known || kind != budget.Saving && kind != budget.Funding {
				continue
			}
			a := amountIn(&lines[i], c.col)
			if a == nil || !a.Known() || a.Value.IsZero() {
				continue
			}
			if a.Value.IsPositive() {
				return
			}
			income[c] = append(income[c], a)
		}
	}
	for _, c := range columns {
		for _, a := range income[c] {
			r.turn(a)
			r.tellColumn(budget.NegativeConvention, t, c, value{origin: a.Origin, text: a.Text})
		}
	}
}

// amountIn is a line's amount in a column of its table; nil when it has none.
func amountIn(l *budget.Line, col int) *budget.Amount {
	if refOf(l.Annual.Origin).Col == col {
		return &l.Annual
	}
	for i := range l.Amounts {
		if refOf(l.Amounts[i].Origin).Col == col {
			return &l.Amounts[i].Amount
		}
	}
	return nil
}

// readLineTotals reads a column that sums each line's years.
func (r *reader) readLineTotals(t *records, lines []budget.Line) {
	c := t.column(roleTotal)
	if c == nil || !t.lines {
		return
	}
	for i := range lines {
		l := &lines[i]
		row := refOf(l.Origin).Row
		r.project = l.Project.Text
		stated := t.keep(row, c, r.amount(t, c, r.at(t.sheet, sheetml.Ref{Row: row, Col: c.col})))
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
