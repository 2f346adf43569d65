package reading

import (
	"regexp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// place is where a text stands, and whom it concerns by that.
type place struct {
	own    bool            // it stands in the row, the block or on the sheet of its owners; else it is of them all
	owners []budget.Origin // projects, each once
	line   *budget.Line    // the line in whose row it stands; nil for none
	free   bool            // nothing on its sheet is a project's
	stars  []budget.Origin // the cells that refer to it by a star
}

// placeAt is the place of a cell: a project's own block, a row of a table, a note of a table's;
// or a sheet without any, under the last text that named a project.
func (l *ledger) placeAt(s *workbook.Sheet, at budget.Origin, under budget.Origin) place {
	if p, ok := l.placeInBlock(s, at); ok {
		return p
	}
	var tables []*Records
	for _, t := range l.tables {
		if t.Index != s.Index {
			continue
		}
		if p, ok := l.placeInTable(t, at); ok {
			return p
		}
		tables = append(tables, t)
	}
	if noted := slices.DeleteFunc(slices.Clone(tables), func(t *Records) bool { return !t.notes(at) }); len(noted) > 0 {
		tables = noted
	}
	if len(tables) > 0 {
		return place{owners: l.projectsIn(tables)}
	}
	if owner, ok := l.projectNamed(s.Name); ok {
		under = owner
	}
	if under != budget.NoOrigin {
		return place{own: true, owners: []budget.Origin{under}}
	}
	p := place{free: true}
	for i := range l.sub.Projects {
		p.owners = appendOnce(p.owners, l.sub.Projects[i].Origin)
	}
	return p
}

// notes reports whether a cell is a note or a title of the table.
func (t *Records) notes(at budget.Origin) bool {
	is := func(v workbook.Value) bool { return v.Origin == at }
	return slices.ContainsFunc(t.Notes, is) || slices.ContainsFunc(t.Caption.Titles, is)
}

// placeInTable is the place of a cell among a table's rows, or right of them.
func (l *ledger) placeInTable(t *Records, at budget.Origin) (place, bool) {
	ref := t.RefOf(at)
	if !t.Holds(ref.Col) || !slices.Contains(t.Data, ref.Row) {
		return place{}, false
	}
	owners, _ := l.ownersOf(t, ref.Row)
	owners = slices.DeleteFunc(slices.Clone(owners), func(o budget.Origin) bool { return o == budget.NoOrigin })
	if len(owners) == 0 {
		return place{}, false
	}
	p := place{own: true, owners: owners}
	if t.Lines && !t.List && !t.Projects {
		p.line = l.lines[t][ref.Row]
	}
	return p, true
}

// projectsIn are the projects that tables have rows of.
func (l *ledger) projectsIn(tables []*Records) []budget.Origin {
	var all []budget.Origin
	for _, t := range tables {
		for _, row := range t.Data {
			owners, _ := l.ownersOf(t, row)
			for _, o := range owners {
				if o != budget.NoOrigin {
					all = appendOnce(all, o)
				}
			}
		}
	}
	return all
}

// placeInBlock is the place of a cell in a project's own part of a sheet. What stands above
// the first of several is of them all.
func (l *ledger) placeInBlock(s *workbook.Sheet, at budget.Origin) (place, bool) {
	var blocks []*layout.ProjectSheet
	for _, f := range l.projectSheets {
		if f.Index == s.Index {
			blocks = append(blocks, f)
		}
	}
	if len(blocks) == 0 {
		return place{}, false
	}
	var all []budget.Origin
	top := workbook.MaxRow
	for _, f := range blocks {
		all = appendOnce(all, f.Origin(f.NameAt))
		for i := range f.Labels {
			top = min(top, f.Labels[i].At.Row)
		}
	}
	if ref := workbook.RefOf(at); ref.Row < top && len(blocks) > 1 {
		return place{owners: all}, true
	}
	f := blockOf(blocks, at)
	if f == nil {
		return place{owners: all, own: len(all) == 1}, true
	}
	p := place{own: true, owners: []budget.Origin{f.Origin(f.NameAt)}}
	for _, t := range l.reader.lines[f] {
		if ref := t.RefOf(at); slices.Contains(t.Data, ref.Row) && !t.List {
			p.line = l.lines[t][ref.Row]
		}
	}
	return p, true
}

// blockOf is the block that a cell stands in: of those beside each other, the last that begins
// left of it.
func blockOf(blocks []*layout.ProjectSheet, at budget.Origin) *layout.ProjectSheet {
	var in *layout.ProjectSheet
	for _, f := range blocks {
		ref := f.RefOf(at)
		first, last := blockRows(f)
		if ref.Row < first || ref.Row > last {
			continue
		}
		if in == nil || ref.Col >= leftOf(f) {
			in = f
		}
	}
	return in
}

func leftOf(f *layout.ProjectSheet) int {
	left := workbook.MaxCol
	for i := range f.Labels {
		left = min(left, f.Labels[i].At.Col)
	}
	return left
}

// concerned are the projects that a contradiction concerns: those that the text names before a
// colon; in a project's own row that one, and where a saving stands elsewhere too, the others
// named; else those named; else all that the place is of.
func (l *ledger) concerned(m *remark, a *notation.Against) []budget.Origin {
	before, _, found := strings.Cut(m.text, ":")
	if named := l.named(before); found && len(named) > 0 {
		m.own = true
		return named
	}
	named := l.named(m.text)
	switch {
	case m.own && a.Contradiction == notation.CountedElsewhere:
		all := slices.Clone(m.owners)
		for _, p := range named {
			all = appendOnce(all, p)
		}
		return all
	case !m.own && len(named) > 0:
		m.own = true
		return named
	}
	return m.owners
}

// starStart are the stars that a footnote begins with; starEnd those that refer to one, behind
// a word.
var (
	starStart = regexp.MustCompile(`^\s*(\*+|[¹²³]|\d\))`)
	starEnd   = regexp.MustCompile(`(?:[^\s*](\*+|[¹²³])|[^\s*] (\d\)))(?: |\(|$)`)
)

// followStars finds the cells of its sheet that a footnote explains, by its star: those of a row
// make it that row's.
func (l *ledger) followStars(s *workbook.Sheet, m *remark) {
	star := starStart.FindStringSubmatch(m.text)
	if star == nil {
		return
	}
	var rows []budget.Origin
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Kind != workbook.Text || !strings.Contains(c.Text, star[1]) {
			continue
		}
		if end := starEnd.FindStringSubmatch(c.Text); end == nil || end[1]+end[2] != star[1] {
			continue
		}
		at := s.Origin(c.Ref())
		m.stars = append(m.stars, at)
		if p := l.placeAt(s, at, budget.NoOrigin); p.own {
			rows = append(rows, p.owners...)
		}
	}
	if len(rows) > 0 && !m.own {
		m.own, m.owners = true, slices.Compact(rows)
	}
}

// isStarred reports whether a star in a line's row, in the heading over it or in the title of
// its table refers to a footnote.
func (m *remark) isStarred(line *budget.Line, t *Records) bool {
	return slices.ContainsFunc(m.stars, func(at budget.Origin) bool {
		if slices.Contains(lineCells(line), at) {
			return true
		}
		return slices.ContainsFunc(t.Caption.Titles, func(title workbook.Value) bool { return title.Origin == at })
	})
}

// named are the projects that a text names.
func (l *ledger) named(text string) []budget.Origin {
	var named []budget.Origin
	for i := range l.sub.Projects {
		if p := &l.sub.Projects[i]; notation.Names(text, p.Name.Text) {
			named = appendOnce(named, p.Origin)
		}
	}
	return named
}
