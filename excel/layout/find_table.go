package layout

import (
	"math"
	"regexp"
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// findTables finds the tables of a sheet, from the top. Where there is none, the
// heading of the projects' names may be misspelt.
func (f *Finder) findTables(s *workbook.Sheet) []*Table {
	if tables := f.tablesBy(s, f.namesAt); len(tables) > 0 {
		return tables
	}
	return f.tablesBy(s, f.nearNamesAt)
}

// namesAt are the columns of a row that hold the heading of projects' names.
func (f *Finder) namesAt(s *workbook.Sheet, row *workbook.Row) []int {
	var names []int
	for _, c := range s.CellsOf(row) {
		if c.Kind == workbook.Text && f.isNameHeading(c.Text) {
			names = append(names, int(c.Col))
		}
	}
	return names
}

// nearNamesAt are those that hold one that is nearly it, in a row of other headings.
func (f *Finder) nearNamesAt(s *workbook.Sheet, row *workbook.Row) []int {
	if row.Number > MaxProjectSheetRows {
		return nil
	}
	if known, _ := f.knownHeadings(s, row); known < 3 {
		return nil
	}
	for _, c := range s.CellsOf(row) {
		if c.Kind != workbook.Text {
			continue
		}
		if near, ok := f.readNear(notation.Clean(c.Text)); ok && near.Role == notation.RoleName && !near.Void {
			return []int{int(c.Col)}
		}
	}
	return nil
}

// tablesBy finds the tables whose headings have names where find says.
func (f *Finder) tablesBy(s *workbook.Sheet, find func(*workbook.Sheet, *workbook.Row) []int) []*Table {
	var tables []*Table
	above := 0
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) <= above {
			continue
		}
		found := f.tablesAt(s, row, find(s, row))
		for _, t := range found {
			t.Caption = f.captionAbove(s, above, t)
			if len(tables) > 0 {
				t.Caption.inherit(tables[len(tables)-1].Caption)
			}
		}
		if len(found) > 0 {
			tables = append(tables, found...)
			above = found[0].Lower
		}
	}
	for i, t := range tables {
		end := math.MaxInt
		for _, next := range tables[i+1:] {
			if next.Upper > t.Lower {
				end = next.Upper - 1
				break
			}
		}
		f.fill(t, end)
	}
	return tables
}

// tablesAt are the tables whose headings stand in a row: several when they stand
// side by side, with a column between them.
func (f *Finder) tablesAt(s *workbook.Sheet, row *workbook.Row, names []int) []*Table {
	if len(names) > 1 && !f.apart(s, row, names) {
		names = names[:1]
	}
	var tables []*Table
	for i, name := range names {
		from, to := 1, workbook.MaxCol+1
		if i > 0 {
			from = name
		}
		if i+1 < len(names) {
			to = names[i+1]
		}
		rows := f.headingRowsAt(s, int(row.Number), name)
		t := &Table{Sheet: s, HeadingRows: rows, Columns: f.columnsOf(s, rows, from, to), Left: from}
		if t.classify(); t.Projects || t.Lines || t.List {
			tables = append(tables, t)
		}
	}
	return tables
}

// apart reports whether the columns before each but the first of some columns are
// blank in a row.
func (f *Finder) apart(s *workbook.Sheet, row *workbook.Row, columns []int) bool {
	for _, col := range columns[1:] {
		if f.cellText(s, workbook.Ref{Row: int(row.Number), Col: col - 1}) != "" {
			return false
		}
	}
	return true
}

// fill finds the table's rows, down to a row, and its right edge. A row belongs to
// the table when one of its columns holds something there; what stands below it,
// after an empty row, with nothing but a text in one column is a note.
func (f *Finder) fill(t *Table, end int) {
	columns := map[int]*Column{}
	for i := range t.Columns {
		columns[t.Columns[i].Col] = &t.Columns[i]
		t.Right = max(t.Right, t.Columns[i].Col)
	}
	last := t.Lower
	for i := range t.Rows {
		row := &t.Rows[i]
		number := int(row.Number)
		if number < t.Upper || number > end {
			continue
		}
		filled := 0
		for _, c := range t.CellsOf(row) {
			t.Right = max(t.Right, int(c.Col))
			holds := c.HasFormula || c.Kind != workbook.Blank && strings.TrimSpace(c.Text) != ""
			if columns[int(c.Col)] != nil && holds {
				filled++
			}
		}
		if number <= t.Lower || filled == 0 || f.isExample(t, row) {
			continue
		}
		if filled == 1 && (number > last+1 || f.isNote(t, row)) {
			continue
		}
		last = number
		t.RowNumbers = append(t.RowNumbers, number)
	}
	for _, m := range t.Merges {
		if m.From.Row <= last && m.To.Row >= t.Upper {
			t.Right = max(t.Right, m.To.Col)
		}
	}
}

// noteStart begins a note: a star, a figure, a word for one.
var noteStart = regexp.MustCompile(`(?i)^(?:\*|note\b|noter\b|nb\b|bemærk|kilde\b|anm\.|source\b|1\)|¹)`)

// isNote reports whether a row with one filled cell is a note or a caption inside a
// table: a long text, one that begins as notes do, or one merged over the columns.
func (f *Finder) isNote(t *Table, row *workbook.Row) bool {
	for _, c := range t.CellsOf(row) {
		if c.Kind != workbook.Text {
			continue
		}
		text := notation.Clean(c.Text)
		if m := t.MergeAt(c.Ref()); m != nil && m.To.Col > m.From.Col {
			return true
		}
		if noteStart.MatchString(text) || len([]rune(text)) > 90 {
			return true
		}
	}
	return false
}
