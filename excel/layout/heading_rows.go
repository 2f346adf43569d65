package layout

import (
	"cmp"
	"slices"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// HeadingRows are the rows that a table's headings stand in: one, or a row of groups over
// another.
type HeadingRows struct {
	Upper, Lower int // numbers of rows, from 1; the same for one row
}

// headingRowsAt finds out which rows a table's headings stand in, given the row and
// column of the heading of its first column.
func (f *Finder) headingRowsAt(s *workbook.Sheet, row, nameCol int) HeadingRows {
	if f.hasSubHeadings(s, row, nameCol) {
		return HeadingRows{row, row + 1}
	}
	if above := s.Row(row - 1); above != nil {
		for _, c := range s.CellsOf(above) {
			m := s.MergeAt(c.Ref())
			isGroup := m != nil && m.From == c.Ref() && m.To.Col > m.From.Col && m.To.Row == row-1
			if isGroup && int(c.Col) > nameCol && c.Kind == workbook.Text {
				return HeadingRows{row - 1, row}
			}
		}
	}
	return HeadingRows{row, row}
}

// hasSubHeadings reports whether the row below is one of headings too: nothing
// stands under the name's, and most of what stands elsewhere are headings.
func (f *Finder) hasSubHeadings(s *workbook.Sheet, row, nameCol int) bool {
	below := s.Row(row + 1)
	if below == nil {
		return false
	}
	known, other := 0, 0
	for _, c := range s.CellsOf(below) {
		v := f.Book.Value(s, &c)
		if v.Blank() {
			continue
		}
		if int(c.Col) == nameCol {
			return false
		}
		if f.isSubHeading(v.Text, f.cellText(s, workbook.Ref{Row: row, Col: int(c.Col)})) && c.Kind != workbook.Bool {
			known++
		} else {
			other++
		}
	}
	return known >= 2 && known > other
}

// isSubHeading reports whether a text is a heading, by itself or with its group's.
func (f *Finder) isSubHeading(own, group string) bool {
	for _, text := range []string{own, own + " " + group, group + " " + own} {
		if _, ok := f.readHeading(text); ok {
			return true
		}
	}
	return false
}

// columnsOf reads the headings of a table, from a column up to another.
func (f *Finder) columnsOf(s *workbook.Sheet, rows HeadingRows, from, to int) []Column {
	var columns []Column
	seen := map[int]bool{}
	for _, number := range []int{rows.Lower, rows.Upper} {
		row := s.Row(number)
		if row == nil {
			continue
		}
		for _, cell := range s.CellsOf(row) {
			col := int(cell.Col)
			if col < from || col >= to || seen[col] {
				continue
			}
			if c, ok := f.columnAt(s, rows, col); ok {
				seen[col] = true
				columns = append(columns, c)
			}
		}
	}
	slices.SortFunc(columns, func(a, b Column) int { return cmp.Compare(a.Col, b.Col) })
	return columns
}

// columnAt reads a column's heading: its own, under the group it is in.
func (f *Finder) columnAt(s *workbook.Sheet, rows HeadingRows, col int) (Column, bool) {
	at := workbook.Ref{Row: rows.Lower, Col: col}
	own := f.cellText(s, at)
	if rows.Upper == rows.Lower {
		if m := s.MergeAt(at); m != nil && m.From.Col != col {
			return Column{}, false
		}
		return located(f.readNear(own))(col, s.Anchor(at))
	}
	above := workbook.Ref{Row: rows.Upper, Col: col}
	group := f.cellText(s, above)
	if m := s.MergeAt(at); own == "" || m != nil && m.From.Row <= rows.Upper {
		return located(f.readNear(group))(col, s.Anchor(above))
	}
	if group == "" {
		return located(f.readNear(own))(col, at)
	}
	return located(f.underGroup(s, own, group, above))(col, at)
}

// located gives a column that was read, or was not, its place.
func located(c Column, ok bool) func(col int, at workbook.Ref) (Column, bool) {
	return func(col int, at workbook.Ref) (Column, bool) {
		c.Col, c.At = col, at
		return c, ok
	}
}

// underGroup reads a heading that stands under a group's: "2026" under "Besparelser",
// "Social" under "Effekt".
func (f *Finder) underGroup(s *workbook.Sheet, own, group string, at workbook.Ref) (Column, bool) {
	c, ok := f.readHeading(own)
	g, known := f.readHeading(group)
	switch {
	case ok && c.Role == notation.RoleYear && known && notation.ListKinds[g.Role] != 0:
		g.Year, g.Ahead = c.Year, c.Ahead
		c = g
	case ok && known && c.Role != g.Role && s.MergeAt(at) == nil && g.Role != notation.RoleYear:
		c.Void = true
	case !ok:
		if c, ok = f.readHeading(own + " " + group); !ok {
			c, ok = f.readHeading(group + " " + own)
		}
	}
	if !ok {
		return c, false
	}
	c.Heading = group + " – " + own
	if len(c.Units) == 0 {
		c.Units = notation.FindUnits(group)
	}
	if len(c.Levels) == 0 {
		c.Levels = notation.FindPriceLevels(group)
	}
	return c, true
}

// cellText is the text of a cell, of the first cell of the merged range it is in.
func (f *Finder) cellText(s *workbook.Sheet, at workbook.Ref) string {
	v := f.Book.At(s, s.Anchor(at))
	if v.Kind != workbook.Text && v.Kind != workbook.Number {
		return ""
	}
	return v.Text
}
