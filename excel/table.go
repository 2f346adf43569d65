package excel

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// table is a table found on a sheet.
type table struct {
	*sheet
	headingRows
	projects bool  // a row is a project
	lines    bool  // a row is a line, with its amounts by year
	list     bool  // a row has amounts in columns of cost, savings …
	onForm   bool  // the lines of a project that has the sheet to itself
	rows     []int // of data
	columns  []column
	caption  caption
	left     int // the first of its columns
	right    int // the last column in use in its rows
}

// caption is what the cells above a table say.
type caption struct {
	units  []Unit
	levels []int
	at     budget.Origin // where the unit or level stands
	first  budget.Origin // the cell nearest above the table, or its first heading
	// otherwise tells that another cell above states another unit, and foreign that the
	// unit is of another currency.
	otherwise, foreign bool
}

// column finds the table's column of a role; nil when it has none that can be used.
func (t *table) column(r role) *column {
	for i := range t.columns {
		if c := &t.columns[i]; c.role == r && !c.void {
			return c
		}
	}
	return nil
}

// has reports whether the table has a column of a role, usable or not.
func (t *table) has(r role) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.role == r })
}

// amounts lists the table's columns of lines' amounts.
func (t *table) amounts() []*column {
	var list []*column
	for i := range t.columns {
		if c := &t.columns[i]; !c.void && c.isAmount() {
			list = append(list, c)
		}
	}
	return list
}

// headAt is the place of the table's headings.
func (t *table) headAt() budget.Origin { return origin(t.index, t.columns[0].at) }

// findTables finds the tables of a sheet, from the top. Where there is none, the
// heading of the projects' names may be misspelt.
func (r *finder) findTables(s *sheet) []*table {
	if tables := r.tablesBy(s, r.namesAt); len(tables) > 0 {
		return tables
	}
	return r.tablesBy(s, r.nearNamesAt)
}

// namesAt are the columns of a row that hold the heading of projects' names.
func (r *finder) namesAt(s *sheet, row *sheetml.Row) []int {
	var names []int
	for _, c := range s.CellsOf(row) {
		if c.Kind == sheetml.Text && r.isNameHeading(c.Text) {
			names = append(names, int(c.Col))
		}
	}
	return names
}

// nearNamesAt are those that hold one that is nearly it, in a row of other headings.
func (r *finder) nearNamesAt(s *sheet, row *sheetml.Row) []int {
	if row.Number > maxFormRows {
		return nil
	}
	if known, _ := r.knownHeadings(s, row); known < 3 {
		return nil
	}
	for _, c := range s.CellsOf(row) {
		if c.Kind != sheetml.Text {
			continue
		}
		if near, ok := r.readNear(clean(c.Text)); ok && near.role == roleName && !near.void {
			return []int{int(c.Col)}
		}
	}
	return nil
}

// tablesBy finds the tables whose headings have names where find says.
func (r *finder) tablesBy(s *sheet, find func(*sheet, *sheetml.Row) []int) []*table {
	var tables []*table
	above := 0
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) <= above {
			continue
		}
		found := r.tablesAt(s, row, find(s, row))
		for _, t := range found {
			t.caption = r.captionAbove(s, above, t)
			if len(tables) > 0 {
				t.caption.inherit(tables[len(tables)-1].caption)
			}
		}
		if len(found) > 0 {
			tables = append(tables, found...)
			above = found[0].lower
		}
	}
	for i, t := range tables {
		end := math.MaxInt
		for _, next := range tables[i+1:] {
			if next.upper > t.lower {
				end = next.upper - 1
				break
			}
		}
		r.fill(t, end)
	}
	return tables
}

// tablesAt are the tables whose headings stand in a row: several when they stand
// side by side, with a column between them.
func (r *finder) tablesAt(s *sheet, row *sheetml.Row, names []int) []*table {
	if len(names) > 1 && !r.apart(s, row, names) {
		names = names[:1]
	}
	var tables []*table
	for i, name := range names {
		from, to := 1, sheetml.MaxCol+1
		if i > 0 {
			from = name
		}
		if i+1 < len(names) {
			to = names[i+1]
		}
		rows := r.headingRowsAt(s, int(row.Number), name)
		t := &table{sheet: s, headingRows: rows, columns: r.columnsOf(s, rows, from, to), left: from}
		if t.classify(); t.projects || t.lines || t.list {
			tables = append(tables, t)
		}
	}
	return tables
}

// apart reports whether the columns before each but the first of some columns are
// blank in a row.
func (r *finder) apart(s *sheet, row *sheetml.Row, columns []int) bool {
	for _, col := range columns[1:] {
		if r.cellText(s, sheetml.Ref{Row: int(row.Number), Col: col - 1}) != "" {
			return false
		}
	}
	return true
}

// classify tells what the table's rows are, by its columns.
func (t *table) classify() {
	count := func(roles ...role) (n int) {
		for _, r := range roles {
			if t.has(r) {
				n++
			}
		}
		return n
	}
	amounts := t.has(roleYear) || t.has(roleAnnual)
	list := count(roleCost, roleSaving, roleFunding, roleOneOff)
	said := count(roleExpiry, roleSocial, roleEconomic, roleWish, roleExtended)
	more := count(roleDepartment, roleStart, roleContact, roleInvestment, roleDocumentation, roleCapacity, roleTarget, roleParticipants, roleRemark)
	t.lines = amounts && count(roleKind, roleItem, roleArea, rolePayer) >= 2
	t.projects = !t.lines && (said >= 2 || said == 1 && more+list >= 1)
	t.list = !t.lines && list > 0 && (t.projects || list >= 2 || count(roleItem, roleArea, rolePayer, roleDepartment) > 0)
}

// fill finds the table's rows, down to a row, and its right edge. A row belongs to
// the table when one of its columns holds something there; what stands below it,
// after an empty row, with nothing but a text in one column is a note.
func (r *finder) fill(t *table, end int) {
	columns := map[int]*column{}
	for i := range t.columns {
		columns[t.columns[i].col] = &t.columns[i]
		t.right = max(t.right, t.columns[i].col)
	}
	last := t.lower
	for i := range t.Rows {
		row := &t.Rows[i]
		number := int(row.Number)
		if number < t.upper || number > end {
			continue
		}
		filled := 0
		for _, c := range t.CellsOf(row) {
			t.right = max(t.right, int(c.Col))
			if columns[int(c.Col)] != nil && (c.Kind != sheetml.Blank || c.HasFormula) && (c.HasFormula || strings.TrimSpace(c.Text) != "") {
				filled++
			}
		}
		if number <= t.lower || filled == 0 || r.isExample(t, row) {
			continue
		}
		if filled == 1 && (number > last+1 || r.isNote(t, row)) {
			continue
		}
		last = number
		t.rows = append(t.rows, number)
	}
	for _, m := range t.Merges {
		if m.From.Row <= last && m.To.Row >= t.upper {
			t.right = max(t.right, m.To.Col)
		}
	}
}

var noteStart = regexp.MustCompile(`(?i)^(?:\*|note\b|noter\b|nb\b|bemærk|kilde\b|anm\.|source\b|1\)|¹)`)

// isNote reports whether a row with one filled cell is a note or a caption inside a
// table: a long text, one that begins as notes do, or one merged over the columns.
func (r *finder) isNote(t *table, row *sheetml.Row) bool {
	for _, c := range t.CellsOf(row) {
		if c.Kind != sheetml.Text {
			continue
		}
		text := clean(c.Text)
		if m := t.mergeAt(c.Ref()); m != nil && m.To.Col > m.From.Col {
			return true
		}
		if noteStart.MatchString(text) || len([]rune(text)) > 90 {
			return true
		}
	}
	return false
}

// captionAbove reads the cells between a row and a table's headings. What stands
// nearest to the table goes first.
func (r *finder) captionAbove(s *sheet, above int, t *table) caption {
	var c caption
	for i := len(s.Rows) - 1; i >= 0; i-- {
		row := &s.Rows[i]
		if int(row.Number) >= t.upper {
			continue
		}
		if int(row.Number) <= above {
			break
		}
		for _, cell := range s.CellsOf(row) {
			if v := r.book.value(s, &cell); v.kind == sheetml.Text && !v.blank() {
				c.read(v)
			}
		}
	}
	if c.first == budget.NoOrigin && len(t.columns) > 0 {
		c.first = t.headAt()
	}
	return c
}

// inherit takes from the caption of the table above, on the same sheet, what the
// table's own does not say.
func (c *caption) inherit(above caption) {
	if len(c.units) == 0 {
		c.units, c.at = above.units, above.at
	}
	if len(c.levels) == 0 {
		c.levels = above.levels
	}
}

// read takes a unit and a price level from a cell above the table, where none nearer
// has given one.
func (c *caption) read(v value) {
	if c.first == budget.NoOrigin {
		c.first = v.origin
	}
	units, levels := statedUnits(v.text), findPriceLevels(v.text)
	if len(units) > 0 && isCaption(v.text) {
		if len(c.units) == 0 {
			c.units, c.at = units, v.origin
		} else {
			c.otherwise = c.otherwise || !slices.Equal(c.units, units)
		}
		c.foreign = c.foreign || foreignMoney.MatchString(v.text)
	}
	if len(c.levels) == 0 {
		c.levels = levels
	}
}

var amountInProse = regexp.MustCompile(`(?i)(?:^|[^\d.,])(?:\d{1,3}|\d+,\d+) ?(?:mio|mill|mia|t\.? ?kr|tkr)`)

// isCaption reports whether a text is a caption of units rather than prose that
// happens to name an amount ("I alt 12,1 mio. kr. om året").
func isCaption(text string) bool {
	return !amountInProse.MatchString(text) && len(headingKey(text)) <= 60
}

var titleYear = regexp.MustCompile(`(?i)\b(?:budget(?:tet|forslag(?:et)?|året|år|notat|lægning(?:en)?)?|b|bf)(?: for| til| i| year)?[ -]?(20\d\d)\b`)

// titleYears are the budget years that a title names.
func titleYears(text string) []int {
	var years []int
	for _, m := range titleYear.FindAllStringSubmatch(clean(text), -1) {
		years = append(years, yearOf(m[1]))
	}
	return years
}
