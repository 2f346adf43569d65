package layout

import (
	"cmp"
	"slices"
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// projectsAcross are the tables of a sheet that has projects across and what is said of
// them down; none of another sheet.
func (f *Finder) projectsAcross(s *workbook.Sheet) []*Table {
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) > MaxProjectSheetRows {
			return nil
		}
		label, ok := f.nameLabelAcross(s, i)
		if !ok {
			label, ok = f.cornerAcross(s, i)
		}
		if !ok {
			continue
		}
		if f.hasTablesBeside(s, label.Row) {
			return nil // the facts of one project, and its tables right of them
		}
		last := f.lastAcross(s, label)
		part := workbook.Range{From: label, To: workbook.Ref{Row: last, Col: workbook.MaxCol}}
		tables := f.tablesOnSide(s, s.Within(part).Turned())
		if last < workbook.MaxRow && len(tables) > 0 {
			for _, below := range f.findTables(rowsOf(s, last+1, workbook.MaxRow)) {
				below.Caption.inherit(tables[0].Caption)
				tables = append(tables, below)
			}
		}
		return tables
	}
	return nil
}

// nameLabelAcross is the label of projects' names in a row that holds them, above labels of what is
// said of them.
func (f *Finder) nameLabelAcross(s *workbook.Sheet, index int) (label workbook.Ref, ok bool) {
	row := &s.Rows[index]
	cells := s.CellsOf(row)
	if len(cells) < 3 || cells[0].Kind != workbook.Text {
		return label, false
	}
	label = cells[0].Ref()
	if h, ok := f.meaning(cells[0].Text); !ok || h.Role != notation.RoleName || !f.hasValues(s, row, label.Col) {
		return label, false
	}
	return label, f.labelsBelow(s, index, label.Col) >= 2
}

// cornerAcross is the corner left of a row of projects' names that no label calls so, blank or with a
// word for what stands below it ("Spørgsmål"): the labels there say what projects are asked, when each
// of them ends among it.
func (f *Finder) cornerAcross(s *workbook.Sheet, index int) (corner workbook.Ref, ok bool) {
	row := &s.Rows[index]
	first := f.firstIn(s, int(row.Number), everywhere)
	if f.holds(s, row) < 2 || index+1 >= len(s.Rows) {
		return corner, false
	}
	corner = workbook.Ref{Row: int(row.Number), Col: f.firstIn(s, int(s.Rows[index+1].Number), everywhere)}
	if _, known := f.meaning(f.cellText(s, corner)); corner.Col > first || known || !f.hasValues(s, row, corner.Col) {
		return corner, false
	}
	return corner, f.labelsBelow(s, index, corner.Col) >= 3 && f.endsBelow(s, index, corner.Col)
}

// endsBelow reports whether a row below one says of each column that holds a text in that one when
// something ends.
func (f *Finder) endsBelow(s *workbook.Sheet, index, col int) bool {
	for i := index + 1; i < len(s.Rows) && i < index+40; i++ {
		number := int(s.Rows[i].Number)
		h, ok := f.meaning(f.cellText(s, workbook.Ref{Row: number, Col: col}))
		if !ok || h.Role != notation.RoleExpiry && h.Role != notation.RolePeriod {
			continue
		}
		for _, c := range s.CellsOf(&s.Rows[index]) {
			name := f.Book.Value(s, &c)
			if int(c.Col) > col && !name.Blank() && !f.saysEnd(f.At(s, workbook.Ref{Row: number, Col: int(c.Col)})) {
				return false
			}
		}
		return true
	}
	return false
}

// saysEnd reports whether a value says in which year something ends.
func (f *Finder) saysEnd(v workbook.Value) bool {
	if v.Kind == workbook.Number {
		return f.isYear(v) || f.Book.Format(v.Style).Moment == notation.Day
	}
	_, certainty := notation.ReadExpiry(v.Text)
	return certainty == notation.Certain
}

// beginsTable reports whether a row begins a table below projects that stand across: one of the
// years, or one with headings of its own that name the projects down.
func (f *Finder) beginsTable(s *workbook.Sheet, row *workbook.Row, at workbook.Ref) bool {
	if notation.IsYearHeading(f.cellText(s, at)) {
		return f.isYearText(f.Book.At(s, workbook.Ref{Row: at.Row + 1, Col: at.Col}))
	}
	h, ok := f.meaning(f.cellText(s, at))
	return ok && h.Role == notation.RoleName && f.isHeadingRow(s, row, everywhere)
}

// lastAcross is the last row of what is said of projects that stand across: above a table that
// stands below them, behind a blank row.
func (f *Finder) lastAcross(s *workbook.Sheet, label workbook.Ref) int {
	for i := range s.Rows {
		row := &s.Rows[i]
		at := workbook.Ref{Row: int(row.Number), Col: label.Col}
		if at.Row <= label.Row || !f.beginsTable(s, row, at) {
			continue
		}
		top := at.Row
		for above := s.Row(top - 1); above != nil && f.holds(s, above) > 0 && top-1 > label.Row; above = s.Row(top - 1) {
			top--
		}
		if top == label.Row+1 { // no blank row between
			return workbook.MaxRow
		}
		return top - 1
	}
	return workbook.MaxRow
}

// hasValues reports whether a row holds two texts or more right of a label, none of which
// is a heading that is listed: a project may be named "Fælles Start".
func (f *Finder) hasValues(s *workbook.Sheet, row *workbook.Row, label int) bool {
	values := 0
	for _, c := range s.CellsOf(row) {
		v := f.Book.Value(s, &c)
		if int(c.Col) <= label || v.Blank() {
			continue
		}
		if c.Kind != workbook.Text || strings.HasSuffix(v.Text, ":") || f.isListed(v.Text) {
			return false
		}
		values++
	}
	return values >= 2
}

// labelsBelow counts the rows below one that begin with a label of a project's fact and
// hold two values or more.
func (f *Finder) labelsBelow(s *workbook.Sheet, index, col int) int {
	labels := 0
	for i := index + 1; i < len(s.Rows) && i < index+40; i++ {
		cells := s.CellsOf(&s.Rows[i])
		if len(cells) > 1 && int(cells[0].Col) == col && s.MergeAt(cells[0].Ref()) != nil && int(cells[1].Col) == col+1 {
			cells = cells[1:] // below a group that is merged down
		}
		if len(cells) < 3 || int(cells[0].Col) > col+1 || cells[0].Kind != workbook.Text {
			continue
		}
		if h, ok := f.meaning(cells[0].Text); ok && (slices.Contains(factRoles, h.Role) || slices.Contains(moreRoles, h.Role)) {
			labels++
		}
	}
	return labels
}

// tablesOnSide are the tables of a sheet on its side, with the caption that stands above
// them on the sheet as it is.
func (f *Finder) tablesOnSide(s, side *workbook.Sheet) []*Table {
	tables := f.findTables(side)
	for _, t := range tables {
		top := t.RefOf(t.HeadAt()) // where the first heading stands on its side
		upright := &Table{Sheet: s, HeadingRows: HeadingRows{top.Col, top.Col}}
		t.Caption = f.captionAbove(s, 0, upright)
		t.Caption.readHeads(t)
		if t.Caption.First == 0 {
			t.Caption.First = t.HeadAt()
		}
	}
	return tables
}

// regroup puts what follows a heading without values of its own under it: in a table on its
// side a kind stands above its years, or above what is saved. A heading that only states a
// unit holds for all.
func (f *Finder) regroup(t *Table) {
	isUnknown := map[int]bool{}
	for _, c := range t.Unknown {
		isUnknown[c.Col] = true
	}
	all := slices.Concat(t.Columns, t.Unknown)
	slices.SortFunc(all, func(a, b Column) int { return cmp.Compare(a.Col, b.Col) })
	t.Columns, t.Unknown = nil, nil
	var group *Column
	for i := range all {
		c := all[i]
		known := !isUnknown[c.Col]
		bare := f.isBare(t, c.Col)
		switch {
		case bare && (notation.ListKinds[c.Role] != 0 || c.Role == notation.RoleResult):
			group = &all[i]
			continue
		case bare && len(c.Units) > 0:
			t.Unknown = append(t.Unknown, c) // for the caption
			continue
		case group != nil && (!known || c.Role == notation.RoleYear || c.Role == notation.RoleArea):
			under, ok := f.meaning(group.Heading, c.Heading)
			if group.Role == notation.RoleResult { // each year of "Netto" is one
				under.Role, under.Said, ok = group.Role, group.Said, true
			}
			under.Col, under.At = c.Col, c.At
			c, known = under, ok
		case group != nil && slices.Contains(besideAmounts, c.Role):
			// it says more of the amounts around it
		default:
			group = nil
		}
		if known {
			t.Columns = append(t.Columns, c)
		} else {
			t.Unknown = append(t.Unknown, c)
		}
	}
}

// besideAmounts are the roles of what may stand between a kind and its amounts by year.
var besideAmounts = []Role{
	notation.RolePayer, notation.RoleItem, notation.RoleShare, notation.RoleReimbursement, notation.RoleFrame,
	notation.RoleBudgeted, notation.RoleCashable, notation.RoleGiver, notation.RoleCommitted,
}

// isBare reports whether a column holds nothing below its heading.
func (f *Finder) isBare(t *Table, col int) bool {
	for i := range t.Rows {
		if int(t.Rows[i].Number) > t.Lower && !f.Book.At(t.Sheet, workbook.Ref{Row: int(t.Rows[i].Number), Col: col}).Blank() {
			return false
		}
	}
	return true
}

// isPivot reports whether a sheet holds a pivot table's result: what it sums stands
// elsewhere.
func (f *Finder) isPivot(s *workbook.Sheet) bool {
	for i := range s.Cells {
		if s.Cells[i].Row > 20 {
			return false
		}
		if s.Cells[i].Kind == workbook.Text && notation.IsPivotHeading(s.Cells[i].Text) {
			return true
		}
	}
	return false
}
