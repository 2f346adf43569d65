package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/workbook"
)

// What is shown is what people have agreed to. A cell whose number format shows another
// number, another year or another text than it holds is told, with both, once for each
// format on a sheet; what was read of it is unknown.

// misshown are the cells that show something else than they hold.
type misshown struct {
	found map[shownKey]*shownCells
	order []*shownCells
	cells map[budget.Origin]bool
}

// shownKey is what is told together: a format on a sheet.
type shownKey struct{ sheet, style int }

// shownCells are cells with one format that does not show what they hold.
type shownCells struct {
	first    workbook.Value
	shown    string // of the first
	cells    []budget.Origin
	projects []string
}

// note notes a cell that shows something else than it holds, for a project.
func (m *misshown) note(v workbook.Value, shown, project string) {
	if m.found == nil {
		m.found, m.cells = map[shownKey]*shownCells{}, map[budget.Origin]bool{}
	}
	if m.cells[v.Origin] {
		return
	}
	m.cells[v.Origin] = true
	sheet, _, _ := workbook.PlaceOf(v.Origin)
	key := shownKey{sheet, v.Style}
	of := m.found[key]
	if of == nil {
		of = &shownCells{first: v, shown: shown}
		m.found[key] = of
		m.order = append(m.order, of)
	}
	of.cells, of.projects = append(of.cells, v.Origin), append(of.projects, project)
}

// isMisshown reports whether a cell shows something else than it holds, and notes it.
func (r *reader) isMisshown(v workbook.Value) bool {
	if v.Origin == budget.NoOrigin {
		return false
	}
	shown, means := r.Book.Shown(v)
	if !means {
		r.shown.note(v, shown, r.project)
	}
	return !means
}

// checkShownAmount holds an amount against what its cell shows.
func (r *reader) checkShownAmount(v workbook.Value, a budget.Amount) budget.Amount {
	if a.State == budget.Given && r.isMisshown(v) {
		a.State = budget.Unreadable
	}
	return a
}

// checkShown holds what was read of a cell against what it shows.
func checkShown[T any](r *reader, v workbook.Value, f budget.Field[T]) budget.Field[T] {
	if f.State == budget.Given && r.isMisshown(v) {
		f.State = budget.Unreadable
	}
	return f
}

// checkUsed holds all that was used besides amounts against what its cells show: headings,
// captions and sections, which say what the figures are, and facts. What they concern is
// unknown. A cell that is told already is not told again.
func (l *ledger) checkUsed() {
	owners, done := l.cellOwners(), l.amountCells()
	for _, f := range l.sub.Findings {
		done[f.Origin] = true
	}
	for _, o := range l.usedCells() {
		sheet, at, _ := workbook.PlaceOf(o)
		if as := l.entries[o].as; done[o] || l.shown.cells[o] || as == asSum || as == asOverview ||
			!l.isMisshown(l.Book.At(l.Book.Sheets[sheet], at)) {
			continue
		}
		l.unknownMoney(owners[o], o)
	}
}

// amountCells are the cells of amounts, which were held against what they show when they were
// read.
func (l *ledger) amountCells() map[budget.Origin]bool {
	cells := map[budget.Origin]bool{}
	for _, lines := range [][]budget.Line{l.sub.Lines, l.dropped} {
		for i := range lines {
			for a := range lines[i].Stated {
				cells[a.Origin] = true
			}
		}
	}
	return cells
}

// usedCells are the cells that were used, but for those that formulas alone read, in their
// order.
func (l *ledger) usedCells() []budget.Origin {
	var used []budget.Origin
	for o, e := range l.entries {
		if e.class == classUsed && e.as != asBasis {
			used = append(used, o)
		}
	}
	slices.Sort(used)
	return used
}

// cellOwners are the projects that the cells of facts and lines are of.
func (l *ledger) cellOwners() map[budget.Origin]budget.Origin {
	owners := map[budget.Origin]budget.Origin{}
	note := func(cells []budget.Origin, project budget.Origin) {
		for _, o := range cells {
			if _, other := owners[o]; other {
				project = budget.NoOrigin // several share the cell
			}
			owners[o] = project
		}
	}
	for i := range l.sub.Lines {
		note(lineCells(&l.sub.Lines[i]), l.projectOrigin(&l.sub.Lines[i]))
	}
	for i := range l.sub.Projects {
		for _, o := range projectCells(&l.sub.Projects[i]) {
			owners[o] = l.sub.Projects[i].Origin
		}
	}
	return owners
}

// tellMisshown tells of the cells that show something else than they hold.
func (r *reader) tellMisshown() {
	for _, of := range r.shown.order {
		f := budget.Finding{
			Code: budget.MisleadingFormat, Project: of.projects[0], Origin: of.cells[0],
			Have: budget.Quote(of.shown), Want: budget.Quote(of.first.Text), Related: of.cells[1:],
		}
		if slices.ContainsFunc(of.projects, func(other string) bool { return other != f.Project }) {
			f.Project = ""
		}
		r.report(f)
	}
}
