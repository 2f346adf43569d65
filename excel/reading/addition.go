package reading

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// In a list where each row is a project, a row may hold money without being one: an overhead,
// a correction, more of the project above. It is told, and never a project of its own beside
// one that is approved without it: the sums of the projects that it may belong to are unknown.

// addition is a row among projects that is none of its own.
type addition struct {
	row    int
	is     notation.RowName
	at     workbook.Value // where it is told: its name, else its first amount
	named  []string       // the known projects that its name holds
	leans  bool           // it goes with the row above it
	owners []budget.Origin
}

// effectRoles are what only a project has; ownRoles what a row is filled in with that is one,
// and that nobody writes beside a part of one.
var (
	effectRoles = []notation.Role{notation.RoleSocial, notation.RoleEconomic}
	ownRoles    = append([]notation.Role{notation.RoleExpiry, notation.RolePeriod, notation.RoleStart,
		notation.RoleExtended, notation.RoleWish}, effectRoles...)
)

// fills reports whether a row has something of its own in a column of some roles.
func (r *reader) fills(t *Records, row int, roles []notation.Role) bool {
	return slices.ContainsFunc(roles, func(role notation.Role) bool {
		c := t.Column(role)
		return c != nil && !r.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col}).Blank()
	})
}

// projectName is a name that is surely a project's, with its words as names are compared.
type projectName struct {
	text  string
	words []string
}

// projectNames are the names that are surely of projects: of rows with facts, and of projects
// that have a part of a sheet to themselves.
func (r *reader) projectNames() (known []projectName) {
	var names []string
	for _, t := range r.tables {
		for _, row := range t.Data {
			if t.Projects && r.fills(t, row, ownRoles) {
				names = append(names, r.cell(t, row, notation.RoleName).Text)
			}
		}
	}
	for _, f := range r.projectSheets {
		if l := f.Label(notation.RoleName); l != nil {
			names = append(names, l.Value.Text)
		}
	}
	for _, name := range names {
		if budget.FoldName(name) != "" {
			known = append(known, projectName{name, budget.NameWords(name)})
		}
	}
	return known
}

// splitAdditions takes the rows out of a list of projects that are none of their own. One
// without a name that has the sums of those above it is a total.
func (r *reader) splitAdditions(t *Records, names []projectName) {
	if t.Column(notation.RoleName) == nil {
		return
	}
	first := t.namesFirst
	t.namesFirst = nil
	var rows []int
	for _, row := range t.Data {
		a, is := r.additionOf(t, row, names)
		money, some := r.firstMoney(t, row)
		switch {
		case !is:
			rows = append(rows, row)
		case !some && len(a.named) > 0:
			rows = append(rows, row)
		case !some:
			t.derived = append(t.derived, row)
		case a.at.Blank() && len(rows) > 1 && r.sumsAll(t, row, rows):
			r.tell(budget.UnnamedTotal, money, budget.Quote(money.Text), nil)
			t.sums = append(t.sums, row)
		default:
			if a.at.Blank() {
				a.at = money
			}
			t.additions = append(t.additions, a)
		}
	}
	slices.Sort(t.sums)
	t.Data, t.namesFirst = rows, first
}

// additionOf says whether a row is no project of its own, by its name and by what it is filled
// in with: a name like a project's makes one of it, be all else blank, and so do effects.
func (r *reader) additionOf(t *Records, row int, names []projectName) (a addition, is bool) {
	r.Book.Spend(len(names))
	name := r.cell(t, row, notation.RoleName)
	if name.Origin != budget.NoOrigin && t.RefOf(name.Origin).Row != row {
		return a, false // merged with the project's
	}
	a = addition{row: row, is: notation.ReadRowName(r.rawName(t, row)), at: name, named: namesWithin(name.Text, names)}
	facts, effects := r.fills(t, row, ownRoles), r.fills(t, row, effectRoles)
	a.leans = name.Blank() || a.is == notation.AddedName || a.is == notation.ContinuedName
	switch {
	case name.Blank():
		return a, !t.Lines && !facts && !r.namesFirstRows(t)
	case a.is == notation.ContinuedName && len(a.named) > 0:
		return a, true
	case effects:
		return a, false
	case len(a.named) > 0:
		return a, !facts || setsOff(name.Text, a.named[0])
	case a.is == notation.OwnName:
		return a, !facts && r.takesBack(t, row)
	}
	return a, !facts || a.is != notation.AddedName
}

// rawName is a row's name as it is typed, its indentation too.
func (r *reader) rawName(t *Records, row int) string {
	return r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: t.Column(notation.RoleName).Col}).Text
}

// namesWithin are the names that a text holds with more beside them, each once, but for those
// that stand within another of them.
func namesWithin(text string, names []projectName) []string {
	var within []string
	words := budget.NameWords(text)
	for _, name := range names {
		if budget.HoldsWords(words, name.words) {
			within = appendOnce(within, name.text)
		}
	}
	return slices.DeleteFunc(slices.Clone(within), func(name string) bool {
		return slices.ContainsFunc(within, func(other string) bool { return budget.HoldsName(other, name) })
	})
}

// setsOff reports whether a text sets what it says beside a name off from it by a mark.
func setsOff(text, name string) bool {
	for _, mark := range []string{",", "(", ":", ";", "/", "|", "+", " - ", " – ", " — "} {
		if strings.Count(text, mark) > strings.Count(name, mark) {
			return true
		}
	}
	return false
}

// takesBack reports whether a row has a negative number where others have positive ones.
func (r *reader) takesBack(t *Records, row int) bool {
	return slices.ContainsFunc(t.Amounts(), func(c *layout.Column) bool {
		return r.stored(t, row, c.Col).IsNegative() && slices.ContainsFunc(t.Data, func(other int) bool {
			return r.stored(t, other, c.Col).IsPositive()
		})
	})
}

// firstMoney is the first amount of a row that is not zero, whatever it stands under; those of
// years before the budget year aside.
func (r *reader) firstMoney(t *Records, row int) (v workbook.Value, found bool) {
	for _, c := range slices.Concat(t.Columns, t.Unknown) {
		unknown := slices.ContainsFunc(t.Unknown, func(u layout.Column) bool { return u.Col == c.Col })
		earlier := c.Year != 0 && r.base != 0 && r.yearOf(&c) < r.base
		if earlier || !c.IsAmount() && !unknown {
			continue
		}
		v := r.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})
		d, number := notation.StoredNumber(v.Raw)
		zero := v.Kind == workbook.Number && number && d.IsZero() || notation.ReadUnquantified(v.Text) != notation.Unread
		if v.Uncached || !v.Blank() && !zero && (!unknown || isFigure(v)) {
			return v, true
		}
	}
	return workbook.Value{}, false
}

// sumsAll reports whether a row has the sums of others, in each column of amounts that it fills.
func (r *reader) sumsAll(t *Records, row int, parts []int) bool {
	for _, since := range []int{t.sinceSum(row), t.Lower} {
		from := slices.DeleteFunc(slices.Clone(parts), func(part int) bool { return part <= since })
		if len(from) > 1 && r.sums(t, row, from) {
			return true
		}
	}
	return false
}

// goesOnBelow reports whether a row without a name is more of the project above it: the list
// names each project on its first row alone.
func (r *reader) goesOnBelow(t *Records, row int) bool {
	return t.Column(notation.RoleName) != nil && r.namesFirstRows(t) && !r.fills(t, row, ownRoles)
}

// settleAdditions finds whose the amounts may be of rows that are no projects, and tells.
func (r *reader) settleAdditions(t *Records) {
	for i := range t.additions {
		a := &t.additions[i]
		f := budget.Finding{Code: budget.UnassignedRow, Origin: a.at.Origin, Have: r.rowWord(t, a.row)}
		if r.standsApart(t, a) {
			f.Code = budget.SeparateRow
			r.report(f)
			t.apart = append(t.apart, a.row)
			continue
		}
		a.owners = r.ownersOfAddition(t, a)
		f.Want = r.namesOf(a.owners)
		if len(a.owners) == 1 {
			f.Project = r.nameOf(a.owners[0])
		}
		r.report(f)
		r.leaveOpen(t, a.row, a.at.Origin, a.owners)
	}
}

// rowWord is how a finding calls a row: by its name.
func (r *reader) rowWord(t *Records, row int) budget.Value {
	if name := r.cell(t, row, notation.RoleName).Text; name != "" {
		return budget.Name(name)
	}
	return budget.Phrase(budget.Message{Key: "addition.nameless"})
}

// ownersOfAddition are the projects that a row may belong to: those that its name holds, the
// one above it that it leans on, else all of its section, or of the table.
func (r *reader) ownersOfAddition(t *Records, a *addition) []budget.Origin {
	var owners []budget.Origin
	for _, name := range a.named {
		owners = appendOnce(owners, r.known[budget.FoldName(name)])
	}
	from, to := t.sectionAround(a.row)
	if a.leans && len(owners) == 0 {
		for _, row := range t.Data {
			if row > from && row < a.row {
				owners = []budget.Origin{t.owners[row]}
			}
		}
	}
	if len(owners) > 0 {
		return owners
	}
	last := !slices.Contains(t.sums, to) && to > lastRow(t)
	for _, row := range t.Data {
		if row > from && row < to && !last {
			owners = appendOnce(owners, t.owners[row])
		}
	}
	if len(owners) > 0 {
		return owners
	}
	for _, row := range t.Data {
		owners = appendOnce(owners, t.owners[row])
	}
	return owners
}

// sectionAround are the rows that bound the section a row stands in: a heading of a section, or
// a total.
func (t *Records) sectionAround(row int) (from, to int) {
	from, to = t.Lower, lastRow(t)+1
	bound := func(at int) {
		if at < row {
			from = max(from, at)
		} else {
			to = min(to, at)
		}
	}
	for _, sum := range t.sums {
		bound(sum)
	}
	for i := range t.Sections {
		bound(t.Sections[i].Row)
	}
	return from, to
}

// standsApart reports whether a row of no project in particular stands below the total of the
// projects, and no total takes it in: by the workbook's own arithmetic it is not theirs.
func (r *reader) standsApart(t *Records, a *addition) bool {
	from, _ := t.sectionAround(a.row)
	if a.is != notation.GeneralName || !slices.Contains(t.sums, from) {
		return false
	}
	if slices.ContainsFunc(t.Data, func(row int) bool { return row > from && row < a.row }) {
		return false
	}
	return !slices.ContainsFunc(t.sums, func(sum int) bool { return sum > a.row && !r.leavesOut(t, sum, a.row) })
}

// leavesOut reports whether a total is the sum of its projects without a row.
func (r *reader) leavesOut(t *Records, sum, row int) bool {
	return !slices.ContainsFunc(t.Amounts(), func(c *layout.Column) bool {
		return !r.stored(t, row, c.Col).IsZero() && !r.isSumOfData(t, sum, c.Col)
	})
}

// isSumOfData reports whether a total is the sum of the projects above it, or since the total
// before.
func (r *reader) isSumOfData(t *Records, sum, col int) bool {
	for _, since := range []int{t.sinceSum(sum), t.Lower} {
		rest := r.stored(t, sum, col)
		for _, row := range t.Data {
			if row > since && row < sum {
				rest = rest.Sub(r.stored(t, row, col))
			}
		}
		if rest.IsZero() {
			return true
		}
	}
	return false
}

// namesOf are the names of projects as a finding says them; of many, that they are many.
func (r *reader) namesOf(projects []budget.Origin) budget.Value {
	if len(projects) == 0 || len(projects) > 4 {
		return budget.Phrase(budget.Message{Key: "addition.many"})
	}
	var names budget.List
	for _, p := range projects {
		names = append(names, budget.Name(r.nameOf(p)))
	}
	return names
}
