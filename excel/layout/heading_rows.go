package layout

import (
	"cmp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// headingRows are the rows that a table's headings stand in: one, or a row of
// groups over another.
type headingRows struct {
	Upper, Lower int // the same for one row
}

// headingRowsAt finds out which rows a table's headings stand in, given the row and
// column of the heading of its first column.
func (r *Finder) headingRowsAt(s *workbook.Sheet, row, nameCol int) headingRows {
	if r.hasSubHeadings(s, row, nameCol) {
		return headingRows{row, row + 1}
	}
	if above := s.Row(row - 1); above != nil {
		for _, c := range s.CellsOf(above) {
			m := s.MergeAt(c.Ref())
			if m != nil && m.From == c.Ref() && m.To.Col > m.From.Col && m.To.Row == row-1 && int(c.Col) > nameCol && c.Kind == workbook.Text {
				return headingRows{row - 1, row}
			}
		}
	}
	return headingRows{row, row}
}

// hasSubHeadings reports whether the row below is one of headings too: nothing
// stands under the name's, and most of what stands elsewhere are headings.
func (r *Finder) hasSubHeadings(s *workbook.Sheet, row, nameCol int) bool {
	below := s.Row(row + 1)
	if below == nil {
		return false
	}
	known, other := 0, 0
	for _, c := range s.CellsOf(below) {
		v := r.Book.Value(s, &c)
		if v.Blank() {
			continue
		}
		if int(c.Col) == nameCol {
			return false
		}
		if r.isSubHeading(v.Text, r.cellText(s, workbook.Ref{Row: row, Col: int(c.Col)})) && c.Kind != workbook.Bool {
			known++
		} else {
			other++
		}
	}
	return known >= 2 && known > other
}

// isSubHeading reports whether a text is a heading, by itself or with its group's.
func (r *Finder) isSubHeading(own, group string) bool {
	for _, text := range []string{own, own + " " + group, group + " " + own} {
		if _, ok := r.readHeading(text); ok {
			return true
		}
	}
	return false
}

// columnsOf reads the headings of a table, from a column up to another.
func (r *Finder) columnsOf(s *workbook.Sheet, rows headingRows, from, to int) []Column {
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
			if c, ok := r.columnAt(s, rows, col); ok {
				seen[col] = true
				columns = append(columns, c)
			}
		}
	}
	slices.SortFunc(columns, func(a, b Column) int { return cmp.Compare(a.Col, b.Col) })
	return columns
}

// columnAt reads a column's heading: its own, under the group it is in.
func (r *Finder) columnAt(s *workbook.Sheet, rows headingRows, col int) (Column, bool) {
	at := workbook.Ref{Row: rows.Lower, Col: col}
	own := r.cellText(s, at)
	if rows.Upper == rows.Lower {
		if m := s.MergeAt(at); m != nil && m.From.Col != col {
			return Column{}, false
		}
		return located(r.readNear(own))(col, s.Anchor(at))
	}
	above := workbook.Ref{Row: rows.Upper, Col: col}
	group := r.cellText(s, above)
	if m := s.MergeAt(at); own == "" || m != nil && m.From.Row <= rows.Upper {
		return located(r.readNear(group))(col, s.Anchor(above))
	}
	if group == "" {
		return located(r.readNear(own))(col, at)
	}
	return located(r.underGroup(s, own, group, above))(col, at)
}

func located(c Column, ok bool) func(col int, at workbook.Ref) (Column, bool) {
	return func(col int, at workbook.Ref) (Column, bool) {
		c.Col, c.At = col, at
		return c, ok
	}
}

// underGroup reads a heading that stands under a group's: "2026" under "Besparelser",
// "Social" under "Effekt".
func (r *Finder) underGroup(s *workbook.Sheet, own, group string, at workbook.Ref) (Column, bool) {
	c, ok := r.readHeading(own)
	g, known := r.readHeading(group)
	switch {
	case ok && c.Role == notation.RoleYear && known && notation.ListKinds[g.Role] != 0:
		g.Year, g.Ahead = c.Year, c.Ahead
		c = g
	case ok && known && c.Role != g.Role && s.MergeAt(at) == nil && g.Role != notation.RoleYear:
		c.Void = true
	case !ok:
		if c, ok = r.readHeading(own + " " + group); !ok {
			c, ok = r.readHeading(group + " " + own)
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
func (r *Finder) cellText(s *workbook.Sheet, at workbook.Ref) string {
	v := r.Book.At(s, s.Anchor(at))
	if v.Kind != workbook.Text && v.Kind != workbook.Number {
		return ""
	}
	return v.Text
}

// value of the heading of a role, for people.
func (c *Column) Word() budget.Value { return notation.RoleWord(c.Role) }
