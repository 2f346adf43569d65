package excel

import (
	"regexp"
	"slices"
	"strconv"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// tableKind is what the rows of a table are.
type tableKind uint8

const (
	projectTable tableKind = iota + 1 // a row a project
	lineTable                         // a row a line
)

// table is a table found on a sheet.
type table struct {
	*sheet
	kind    tableKind
	head    int // the row of its headings
	rows    []int
	columns []column
	// caption is what stands above the table of units and price levels.
	caption caption
	right   int // the last column in use in its rows
}

// caption is what the cells above a table say.
type caption struct {
	units  []unit
	levels []int
	at     budget.Origin // where the unit or level stands
	first  budget.Origin // the cell nearest above the table, or its first heading
}

// column finds the table's column of a role; nil when it has none, or two.
func (t *table) column(r role) *column {
	for i := range t.columns {
		if c := &t.columns[i]; c.role == r && !c.void {
			return c
		}
	}
	return nil
}

// has reports whether the table has a column of a role.
func (t *table) has(r role) bool {
	for i := range t.columns {
		if t.columns[i].role == r {
			return true
		}
	}
	return false
}

// amounts lists the table's amount columns.
func (t *table) amounts() []*column {
	var list []*column
	for i := range t.columns {
		if c := &t.columns[i]; !c.void && (c.role == roleYear || c.role == roleAnnual) {
			list = append(list, &t.columns[i])
		}
	}
	return list
}

// findTables finds the tables of a sheet, from the top.
func (b *Book) findTables(s *sheet) []*table {
	var tables []*table
	above := 0
	for i := range s.Rows {
		row := &s.Rows[i]
		columns := b.headings(s, row)
		kind := kindOf(columns)
		if kind == 0 {
			continue
		}
		t := &table{sheet: s, kind: kind, head: int(row.Number), columns: columns}
		t.caption = b.captionAbove(s, above, t)
		tables = append(tables, t)
		above = int(row.Number)
	}
	for i, t := range tables {
		end := sheetml.MaxRow
		if i+1 < len(tables) {
			end = tables[i+1].head - 1
		}
		t.fill(b, end)
	}
	return tables
}

// headings reads a row as headings.
func (b *Book) headings(s *sheet, row *sheetml.Row) []column {
	cells := s.CellsOf(row)
	if !slices.ContainsFunc(cells, func(c sheetml.Cell) bool { return c.Kind == sheetml.Text && isNameHeading(c.Text) }) {
		return nil
	}
	var columns []column
	for i := range cells {
		c := &cells[i]
		if c.Kind != sheetml.Text && c.Kind != sheetml.Number {
			continue
		}
		if col, ok := readHeading(b.value(s, c).text); ok {
			col.col, col.at = int(c.Col), c.Ref()
			columns = append(columns, col)
		}
	}
	return columns
}

// kindOf tells what kind of table a row of headings begins; 0 for none.
func kindOf(columns []column) tableKind {
	seen := map[role]bool{}
	for i := range columns {
		seen[columns[i].role] = true
	}
	amounts := seen[roleYear] || seen[roleAnnual]
	count := func(roles ...role) (n int) {
		for _, r := range roles {
			if seen[r] {
				n++
			}
		}
		return n
	}
	switch {
	case seen[roleName] && amounts && count(roleKind, roleItem, roleArea, rolePayer) >= 2:
		return lineTable
	case seen[roleName] && count(roleExpiry, roleSocial, roleEconomic, roleWish, roleExtended) >= 2:
		return projectTable
	case seen[roleName] && seen[roleExpiry] && count(roleDepartment, roleStart, roleContact, roleInvestment, roleDocumentation, roleRemark) >= 1:
		return projectTable
	}
	return 0
}

// fill finds the table's rows, down to a row, and its right edge. A row belongs to
// the table when one of its columns holds something there.
func (t *table) fill(b *Book, end int) {
	inTable := map[int]bool{}
	for i := range t.columns {
		inTable[t.columns[i].col] = true
		t.right = max(t.right, t.columns[i].col)
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		number := int(row.Number)
		if number < t.head || number > end {
			continue
		}
		filled := false
		for _, c := range t.CellsOf(row) {
			t.right = max(t.right, int(c.Col))
			if inTable[int(c.Col)] && (c.Kind != sheetml.Blank || c.HasFormula) && clean(c.Text) != "" {
				filled = true
			}
		}
		if filled && number > t.head {
			t.rows = append(t.rows, number)
		}
	}
	if len(t.rows) > 0 {
		end = t.rows[len(t.rows)-1]
	}
	for _, m := range t.Merges {
		if m.From.Row <= end && m.To.Row >= t.head {
			t.right = max(t.right, m.To.Col)
		}
	}
}

// captionAbove reads the cells between a row and a table's headings. What stands
// nearest to the table goes first.
func (b *Book) captionAbove(s *sheet, above int, t *table) caption {
	var c caption
	for i := len(s.Rows) - 1; i >= 0; i-- {
		row := &s.Rows[i]
		if int(row.Number) >= t.head {
			continue
		}
		if int(row.Number) <= above {
			break
		}
		cells := s.CellsOf(row)
		for j := range cells {
			v := b.value(s, &cells[j])
			if v.blank() {
				continue
			}
			if c.first == budget.NoOrigin {
				c.first = v.origin
			}
			units, levels := findUnits(v.text), findPriceLevels(v.text)
			if len(c.units) == 0 && len(units) > 0 && isCaption(v.text) {
				c.units, c.at = units, v.origin
			}
			if len(c.levels) == 0 {
				c.levels = levels
			}
		}
	}
	if c.first == budget.NoOrigin && len(t.columns) > 0 {
		c.first = origin(s.index, t.columns[0].at)
	}
	return c
}

// isCaption reports whether a text is a caption of units rather than prose that
// happens to name an amount ("I alt 12,1 mio. kr. om året").
func isCaption(text string) bool {
	bare := headingKey(text)
	return !amountInProse.MatchString(text) && len(bare) <= 60
}

var amountInProse = regexp.MustCompile(`(?i)(?:^|[^\d.,])(?:\d{1,3}|\d+,\d+) ?(?:mio|mill|mia|t\.? ?kr|tkr)`)

var titleYear = regexp.MustCompile(`(?i)\b(?:budget(?:tet|forslag(?:et)?|året|år|notat|lægning(?:en)?)?|b|bf)(?: for| til| i| year)?[ -]?(20\d\d)\b`)

// titleYears are the budget years that a title names.
func titleYears(text string) []int {
	var years []int
	for _, m := range titleYear.FindAllStringSubmatch(clean(text), -1) {
		year, _ := strconv.Atoi(m[1])
		years = append(years, year)
	}
	return years
}
