package layout

import (
	"cmp"
	"slices"
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// HeadingRows are the rows that a table's headings stand in: one to four.
type HeadingRows struct {
	Upper, Lower int // from 1; the same for one row
}

// maxHeadingRows is how many rows the headings of a table may take.
const maxHeadingRows = 4

// headingRowsAt finds out which rows a table's headings stand in, given one of them: up,
// over rows of groups, and down, over rows of what the groups divide into.
func (f *Finder) headingRowsAt(s *workbook.Sheet, row int, part span, above int) HeadingRows {
	rows := HeadingRows{row, row}
	first := f.firstIn(s, row, part)
	for rows.Lower-rows.Upper+1 < maxHeadingRows && f.dividesBelow(s, rows.Lower, first, part) {
		rows.Lower++
	}
	for rows.Lower-rows.Upper+1 < maxHeadingRows && rows.Upper-1 > above && f.groupsAbove(s, rows.Upper, part) {
		rows.Upper--
	}
	return rows
}

// underGroups are the rows of headings of which a row of headings holds the groups alone:
// those of the lowest row below it that reaches up to it. A row whose groups say as much as
// headings do is no table by itself.
func (f *Finder) underGroups(s *workbook.Sheet, rows HeadingRows, part span, above int) HeadingRows {
	if !f.spreads(s, rows.Upper, part) {
		return rows
	}
	deepest := rows
	for number := rows.Lower + 1; number < rows.Upper+maxHeadingRows; number++ {
		row := s.Row(number)
		if row == nil || !f.isHeadingRow(s, row, part) {
			continue
		}
		if deeper := f.headingRowsAt(s, number, part, above); deeper.Upper <= rows.Upper {
			deepest = deeper
		}
	}
	return deepest
}

// spreads reports whether a heading of a row is merged over several columns.
func (f *Finder) spreads(s *workbook.Sheet, row int, part span) bool {
	held := s.Row(row)
	return held != nil && slices.ContainsFunc(s.CellsOf(held), func(c workbook.Cell) bool {
		m := s.MergeAt(c.Ref())
		return part.holds(int(c.Col)) && m != nil && m.From == c.Ref() && m.To.Col > m.From.Col
	})
}

// dividesBelow reports whether the row below a row of headings is one of headings too:
// the first heading is merged down into it, or nothing stands under the first and what
// stands elsewhere is no value and stands under groups.
func (f *Finder) dividesBelow(s *workbook.Sheet, row, first int, part span) bool {
	if m := s.MergeAt(workbook.Ref{Row: row, Col: first}); m != nil && m.To.Row > row {
		return true
	}
	below := s.Row(row + 1)
	if below == nil {
		return false
	}
	known, other := 0, 0
	for _, c := range s.CellsOf(below) {
		v := f.Book.Value(s, &c)
		if v.Blank() || !part.holds(int(c.Col)) {
			continue
		}
		if int(c.Col) == first || c.Kind != workbook.Text && !f.isYear(v) || f.isFixedWord(v.Text) {
			return false
		}
		if _, ok := f.meaning(f.cellText(s, workbook.Ref{Row: row, Col: int(c.Col)}), v.Text); ok {
			known++
		} else {
			other++
		}
	}
	return known >= 2 && known > other
}

// groupsAbove reports whether the row above a row of headings holds groups of them: cells
// merged over some of the columns, or several texts that are no values.
func (f *Finder) groupsAbove(s *workbook.Sheet, row int, part span) bool {
	above := s.Row(row - 1)
	if above == nil {
		return false
	}
	texts, groups := 0, 0
	for _, c := range s.CellsOf(above) {
		v := f.Book.Value(s, &c)
		if v.Blank() || !part.holds(int(c.Col)) {
			continue
		}
		if c.Kind != workbook.Text && !f.isYear(v) || f.isFixedWord(v.Text) || strings.HasSuffix(v.Text, ":") {
			return false
		}
		texts++
		m := s.MergeAt(c.Ref())
		if m != nil && m.From == c.Ref() && m.To.Col > m.From.Col && m.To.Row == row-1 && int(c.Col) > f.firstIn(s, row, part) {
			groups++
		}
	}
	return groups > 0 && !f.isLabelled(s, above, part) || texts >= 2 && f.isHeadingRow(s, above, part)
}

// isLabelled reports whether a row is a label of a project's fact and its value, which may be
// merged over several columns: "Ønske" beside "Forlænges til udgangen af 2027".
func (f *Finder) isLabelled(s *workbook.Sheet, row *workbook.Row, part span) bool {
	var texts []string
	for _, c := range s.CellsOf(row) {
		if v := f.Book.Value(s, &c); !v.Blank() && part.holds(int(c.Col)) {
			texts = append(texts, v.Text)
		}
	}
	if len(texts) != 2 {
		return false
	}
	label, ok := f.meaning(texts[0])
	value, heading := f.meaning(texts[1])
	_, listed := f.listed(texts[1:])
	heading = heading && (listed || notation.ListKinds[value.Role] != 0 || value.Role == notation.RoleYear)
	return ok && !heading && (slices.Contains(factRoles, label.Role) || slices.Contains(moreRoles, label.Role))
}

// firstIn is the first column of a part that a row fills.
func (f *Finder) firstIn(s *workbook.Sheet, row int, part span) int {
	if held := s.Row(row); held != nil {
		for _, c := range s.CellsOf(held) {
			if part.holds(int(c.Col)) && !f.Book.Value(s, &c).Blank() {
				return int(c.Col)
			}
		}
	}
	return part.from
}

// columnsOf reads the headings of a table: the columns that mean something, and those
// that mean nothing to this program.
func (f *Finder) columnsOf(s *workbook.Sheet, rows HeadingRows, part span) (known, unknown []Column) {
	seen := map[int]bool{}
	for number := rows.Lower; number >= rows.Upper; number-- {
		row := s.Row(number)
		if row == nil {
			continue
		}
		for _, cell := range s.CellsOf(row) {
			col := int(cell.Col)
			if !part.holds(col) || seen[col] {
				continue
			}
			path, at := f.path(s, rows, col)
			if len(path) == 0 {
				continue
			}
			seen[col] = true
			c, ok := f.meaning(path...)
			c.Col, c.At = col, at
			if ok {
				known = append(known, c)
			} else {
				unknown = append(unknown, c)
			}
		}
	}
	byColumn := func(a, b Column) int { return cmp.Compare(a.Col, b.Col) }
	slices.SortFunc(known, byColumn)
	slices.SortFunc(unknown, byColumn)
	return oneName(known), unknown
}

// path is a column's headings from the top, each said once, and the cell of the last.
func (f *Finder) path(s *workbook.Sheet, rows HeadingRows, col int) (path []string, at workbook.Ref) {
	var last workbook.Ref
	for row := rows.Upper; row <= rows.Lower; row++ {
		here := s.Anchor(workbook.Ref{Row: row, Col: col})
		if here == last {
			continue
		}
		text := f.cellText(s, here)
		if text == "" && row < rows.Lower {
			here, text = f.groupLeftOf(s, rows, row, col)
		}
		if text != "" {
			path, at, last = append(path, text), here, here
		}
	}
	return path, at
}

// groupLeftOf is the group that a column without a heading of its own in an upper row
// belongs to: the nearest to its left, when that one is divided further down too.
func (f *Finder) groupLeftOf(s *workbook.Sheet, rows HeadingRows, row, col int) (workbook.Ref, string) {
	none := workbook.Ref{}
	if f.cellText(s, workbook.Ref{Row: row + 1, Col: col}) == "" {
		return none, ""
	}
	for left := col - 1; left > 0; left-- {
		at := workbook.Ref{Row: row, Col: left}
		if text := f.cellText(s, at); text != "" {
			m := s.MergeAt(at)
			if m != nil || f.cellText(s, workbook.Ref{Row: row + 1, Col: left}) == "" {
				return none, ""
			}
			return at, text
		}
	}
	return none, ""
}

// cellText is the text of a cell, of the first cell of the merged range it is in.
func (f *Finder) cellText(s *workbook.Sheet, at workbook.Ref) string {
	v := f.Book.At(s, s.Anchor(at))
	if v.Kind != workbook.Text && v.Kind != workbook.Number {
		return ""
	}
	return v.Text
}

// oneName leaves, of several columns that are headed as names, the one whose heading says
// that they are projects' out alone: "Navn" is then a person's.
func oneName(columns []Column) []Column {
	of := func(c Column) bool { return c.Role == notation.RoleName }
	isProject := func(c Column) bool { return of(c) && notation.SaysProject(c.Heading) }
	if !slices.ContainsFunc(columns, isProject) {
		return columns
	}
	for i := range columns {
		if of(columns[i]) && !isProject(columns[i]) {
			columns[i].Role = notation.RoleContact
		}
	}
	return columns
}
