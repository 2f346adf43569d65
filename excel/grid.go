package excel

import (
	"cmp"
	"slices"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// headingRows are the rows that a table's headings stand in: one, or a row of
// groups over another.
type headingRows struct {
	upper, lower int // the same for one row
}

// cellText is the text of a cell, of the first cell of the merged range it is in.
func (r *finder) cellText(s *sheet, at sheetml.Ref) string {
	v := r.book.at(s, s.anchor(at))
	if v.kind != sheetml.Text && v.kind != sheetml.Number {
		return ""
	}
	return v.text
}

// anchor is the first cell of the merged range a cell is in, or the cell itself.
func (s *sheet) anchor(at sheetml.Ref) sheetml.Ref {
	if m := s.mergeAt(at); m != nil {
		return m.From
	}
	return at
}

// mergeAt is the merged range a cell is in; nil for none.
func (s *sheet) mergeAt(at sheetml.Ref) *sheetml.Range {
	first, _ := slices.BinarySearchFunc(s.mergesByRow(), at.Row, func(m sheetml.Range, row int) int { return cmp.Compare(m.To.Row, row) })
	for i := first; i < len(s.merges); i++ {
		if s.merges[i].Holds(at) {
			return &s.merges[i]
		}
	}
	return nil
}

// mergesByRow are the sheet's merged ranges in the order of their last rows.
func (s *sheet) mergesByRow() []sheetml.Range {
	if s.merges == nil && len(s.Merges) > 0 {
		s.merges = slices.Clone(s.Merges)
		slices.SortFunc(s.merges, func(a, b sheetml.Range) int { return cmp.Compare(a.To.Row, b.To.Row) })
	}
	return s.merges
}

// headingRowsAt finds out which rows a table's headings stand in, given the row and
// column of the heading of its first column.
func (r *finder) headingRowsAt(s *sheet, row, nameCol int) headingRows {
	if r.hasSubHeadings(s, row, nameCol) {
		return headingRows{row, row + 1}
	}
	if above := s.Row(row - 1); above != nil {
		for _, c := range s.CellsOf(above) {
			m := s.mergeAt(c.Ref())
			if m != nil && m.From == c.Ref() && m.To.Col > m.From.Col && m.To.Row == row-1 && int(c.Col) > nameCol && c.Kind == sheetml.Text {
				return headingRows{row - 1, row}
			}
		}
	}
	return headingRows{row, row}
}

// hasSubHeadings reports whether the row below is one of headings too: nothing
// stands under the name's, and most of what stands elsewhere are headings.
func (r *finder) hasSubHeadings(s *sheet, row, nameCol int) bool {
	below := s.Row(row + 1)
	if below == nil {
		return false
	}
	known, other := 0, 0
	for _, c := range s.CellsOf(below) {
		v := r.book.value(s, &c)
		if v.blank() {
			continue
		}
		if int(c.Col) == nameCol {
			return false
		}
		if r.isSubHeading(v.text, r.cellText(s, sheetml.Ref{Row: row, Col: int(c.Col)})) && c.Kind != sheetml.Bool {
			known++
		} else {
			other++
		}
	}
	return known >= 2 && known > other
}

// isSubHeading reports whether a text is a heading, by itself or with its group's.
func (r *finder) isSubHeading(own, group string) bool {
	for _, text := range []string{own, own + " " + group, group + " " + own} {
		if _, ok := r.readHeading(text); ok {
			return true
		}
	}
	return false
}

// columnsOf reads the headings of a table, from a column up to another.
func (r *finder) columnsOf(s *sheet, rows headingRows, from, to int) []column {
	var columns []column
	seen := map[int]bool{}
	for _, number := range []int{rows.lower, rows.upper} {
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
	slices.SortFunc(columns, func(a, b column) int { return cmp.Compare(a.col, b.col) })
	return columns
}

// columnAt reads a column's heading: its own, under the group it is in.
func (r *finder) columnAt(s *sheet, rows headingRows, col int) (column, bool) {
	at := sheetml.Ref{Row: rows.lower, Col: col}
	own := r.cellText(s, at)
	if rows.upper == rows.lower {
		if m := s.mergeAt(at); m != nil && m.From.Col != col {
			return column{}, false
		}
		return located(r.readNear(own))(col, s.anchor(at))
	}
	above := sheetml.Ref{Row: rows.upper, Col: col}
	group := r.cellText(s, above)
	if m := s.mergeAt(at); own == "" || m != nil && m.From.Row <= rows.upper {
		return located(r.readNear(group))(col, s.anchor(above))
	}
	if group == "" {
		return located(r.readNear(own))(col, at)
	}
	return located(r.underGroup(s, own, group, above))(col, at)
}

func located(c column, ok bool) func(col int, at sheetml.Ref) (column, bool) {
	return func(col int, at sheetml.Ref) (column, bool) {
		c.col, c.at = col, at
		return c, ok
	}
}

// underGroup reads a heading that stands under a group's: "2026" under "Besparelser",
// "Social" under "Effekt".
func (r *finder) underGroup(s *sheet, own, group string, at sheetml.Ref) (column, bool) {
	c, ok := r.readHeading(own)
	g, known := r.readHeading(group)
	switch {
	case ok && c.role == roleYear && known && listKinds[g.role] != 0:
		g.year, g.ahead = c.year, c.ahead
		c = g
	case ok && known && c.role != g.role && s.mergeAt(at) == nil && g.role != roleYear:
		c.void = true
	case !ok:
		if c, ok = r.readHeading(own + " " + group); !ok {
			c, ok = r.readHeading(group + " " + own)
		}
	}
	if !ok {
		return c, false
	}
	c.heading = group + " – " + own
	if len(c.units) == 0 {
		c.units = findUnits(group)
	}
	if len(c.levels) == 0 {
		c.levels = findPriceLevels(group)
	}
	return c, true
}

// readNear reads a heading, and takes a misspelt one for the one it is near; one
// that is near two is told as such and means nothing.
func (r *finder) readNear(text string) (column, bool) {
	c, ok := r.readHeading(text)
	if ok || text == "" {
		return c, ok
	}
	meanings := headingTable().near(headingKey(text))
	if len(meanings) == 0 {
		return c, false
	}
	c.role, c.taken = role(meanings[0]), text
	if c.void = len(meanings) > 1; listKinds[c.role] != 0 {
		c.group, c.payers = headingKey(text), payersIn(text)
	}
	return c, true
}

// value of the heading of a role, for people.
func (c *column) word() budget.Value { return roleWord(c.role) }
