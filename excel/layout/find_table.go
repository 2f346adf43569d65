package layout

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// findTables finds the tables of a sheet, from the top. A table begins with a row of
// headings; it ends where the next begins.
func (f *Finder) findTables(s *workbook.Sheet) []*Table {
	var tables, sides []*Table
	var across []workbook.Range
	above := 0
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) <= above {
			continue
		}
		found := f.tablesAt(s, row, above)
		if part, ok := f.yearsUnderNames(s, row); ok && len(found) == 0 {
			sides = append(sides, f.namesAcross(s, part, tables)...)
			across, above = append(across, part), part.To.Row
			continue
		}
		for i, t := range found {
			t.Caption = f.captionAbove(s, above, t)
			t.Caption.readHeads(t)
			if i > 0 {
				t.Caption.inherit(found[0].Caption)
			}
			if len(tables) > 0 {
				t.Caption.inherit(tables[len(tables)-1].Caption)
				t.Caption.Lead = tables[0].Caption.Titles
			}
		}
		if len(found) > 0 {
			tables = append(tables, found...)
			above = found[0].Lower
		}
	}
	for i, t := range tables {
		f.fill(t, min(endOf(tables[i:]), endBefore(across, t.Lower)))
		for _, next := range tables[i+1:] {
			next.Caption.leaveRows(t)
		}
	}
	shareNotes(tables)
	tables = slices.DeleteFunc(tables, func(t *Table) bool { return !t.isOne() })
	return append(f.standing(tables), sides...)
}

// ofAllAmounts is in a note that speaks of every amount of its sheet.
var ofAllAmounts = regexp.MustCompile(`(?i)\b(?:alle (?:beløb|tal)|beløbene|på arket|i arket|all amounts|on (?:the|this) sheet)\b`)

// shareNotes gives tables that state no unit what a note below another says of all amounts.
func shareNotes(tables []*Table) {
	for _, t := range tables {
		for _, other := range tables {
			for _, note := range other.Notes {
				if other != t && ofAllAmounts.MatchString(note.Text) {
					t.Caption.readNote(note)
				}
			}
		}
	}
}

// yearsUnderNames is the part of a sheet that begins with a row and has names across and years
// down: "År | Nabohjælp | Fælles Start" over years and their amounts.
func (f *Finder) yearsUnderNames(s *workbook.Sheet, row *workbook.Row) (part workbook.Range, ok bool) {
	if s.IsTurned() {
		return part, false
	}
	var filled []workbook.Ref
	for _, c := range s.CellsOf(row) {
		if v := f.Book.Value(s, &c); !v.Blank() {
			if c.Kind != workbook.Text || len(filled) > 0 && f.isListed(v.Text) {
				return part, false
			}
			filled = append(filled, c.Ref())
		}
	}
	if len(filled) < 2 || !notation.IsYearHeading(f.cellText(s, filled[0])) {
		return part, false
	}
	part = workbook.Range{From: filled[0], To: workbook.Ref{Row: int(row.Number), Col: filled[len(filled)-1].Col}}
	for f.isYearText(f.Book.At(s, workbook.Ref{Row: part.To.Row + 1, Col: part.From.Col})) {
		part.To.Row++
	}
	return part, part.To.Row >= part.From.Row+2
}

// namesAcross reads a part of a sheet with names across, on its side. What stands right above it
// is its title.
func (f *Finder) namesAcross(s *workbook.Sheet, part workbook.Range, before []*Table) []*Table {
	gap := part.From.Row - 1
	for held := s.Row(gap); held != nil && f.holds(s, held) > 0; held = s.Row(gap) {
		gap--
	}
	caption := f.captionAbove(s, gap, &Table{Sheet: s, HeadingRows: HeadingRows{part.From.Row, part.From.Row}})
	if len(before) > 0 {
		caption.inherit(before[0].Caption)
		caption.Lead = before[0].Caption.Titles
	}
	sides := f.findTables(s.Within(part).Turned())
	for _, side := range sides {
		side.Caption = caption
	}
	return sides
}

// endBefore is the last row before the first of some parts that begins below a row.
func endBefore(parts []workbook.Range, row int) int {
	for _, part := range parts {
		if part.From.Row > row {
			return part.From.Row - 1
		}
	}
	return math.MaxInt
}

// endOf is the last row that the first of some tables can have.
func endOf(tables []*Table) int {
	for _, next := range tables[1:] {
		if next.Upper > tables[0].Lower {
			return next.Upper - 1
		}
	}
	return math.MaxInt
}

// tablesAt are the tables whose headings stand in a row: several when they stand side
// by side, with a blank column between them.
func (f *Finder) tablesAt(s *workbook.Sheet, row *workbook.Row, above int) []*Table {
	if f.isTitles(s, row) {
		return nil
	}
	var tables []*Table
	for _, part := range f.apart(s, row) {
		if !f.isHeadingRow(s, row, part) && !f.isAccount(s, row, part) {
			continue
		}
		rows := f.underGroups(s, f.headingRowsAt(s, int(row.Number), part, above), part, above)
		t := &Table{Sheet: s, HeadingRows: rows, Left: part.from, until: part.to}
		t.Columns, t.Unknown = f.columnsOf(s, rows, part)
		if s.IsTurned() {
			f.regroup(t)
		}
		t.findAnnual()
		f.findAccount(t)
		if t.classify(); t.isOne() {
			tables = append(tables, t)
		}
	}
	return tables
}

// isTitles reports whether a row holds the titles of tables that stand beside each other below
// it: one text at most over each.
func (f *Finder) isTitles(s *workbook.Sheet, row *workbook.Row) bool {
	below := s.Row(int(row.Number) + 1)
	if below == nil || len(s.CellsOf(row)) > len(s.CellsOf(below)) {
		return false
	}
	parts := f.apart(s, below)
	if len(parts) < 2 {
		return false
	}
	for _, part := range parts {
		titles := 0
		for _, c := range s.CellsOf(row) {
			if part.holds(int(c.Col)) && !f.Book.Value(s, &c).Blank() {
				titles++
			}
		}
		if titles > 1 || !f.isHeadingRow(s, below, part) && !f.isAccount(s, below, part) {
			return false
		}
	}
	return true
}

// span is a run of columns.
type span struct{ from, to int } // to is the first that does not belong to it

func (p span) holds(col int) bool { return col >= p.from && col < p.to }

// apart divides a row into the parts that tables beside each other may have: before each
// heading of projects' names that comes after a blank column.
func (f *Finder) apart(s *workbook.Sheet, row *workbook.Row) []span {
	if parts := f.apartByYears(s, row); len(parts) > 1 && !s.IsTurned() {
		return parts
	}
	if parts := f.apartFromLabel(s, row); len(parts) > 1 && !s.IsTurned() {
		return parts
	}
	if parts := f.apartByAccounts(s, row); len(parts) > 1 {
		return parts
	}
	parts := []span{{1, workbook.MaxCol + 1}}
	named, last := false, 0
	for _, c := range s.CellsOf(row) {
		col := int(c.Col)
		v := f.Book.Value(s, &c)
		if v.Blank() {
			continue
		}
		if c.Kind == workbook.Text && f.isNameHeading(c.Text) {
			if named && col > last+1 {
				parts[len(parts)-1].to = col
				parts = append(parts, span{col, workbook.MaxCol + 1})
			}
			named = true
		}
		last = lastOf(s, c.Ref())
	}
	return parts
}

// lastOf is the last column of a cell, or of the merged range that begins there.
func lastOf(s *workbook.Sheet, at workbook.Ref) int {
	if m := s.MergeAt(at); m != nil {
		return m.To.Col
	}
	return at.Col
}

// apartFromLabel divides a row that begins with a label of a project and its value, and holds
// the headings of a table behind a blank column.
func (f *Finder) apartFromLabel(s *workbook.Sheet, row *workbook.Row) []span {
	var filled []workbook.Ref
	for _, c := range s.CellsOf(row) {
		if !f.Book.Value(s, &c).Blank() {
			filled = append(filled, c.Ref())
		}
	}
	if len(filled) < 5 || filled[1].Col != filled[0].Col+1 || filled[2].Col <= lastOf(s, filled[1])+1 {
		return nil
	}
	h, ok := f.labelMeaning(s, filled[0])
	_, heading := f.labelMeaning(s, filled[1])
	isFact := h.Role == notation.RoleName || slices.Contains(factRoles, h.Role) || slices.Contains(moreRoles, h.Role)
	right := span{filled[2].Col, workbook.MaxCol + 1}
	if !ok || !isFact || heading || !f.isHeadingRow(s, row, right) {
		return nil
	}
	return []span{{1, right.from}, right}
}

// apartByYears divides a row whose years begin anew: at the first blank column after the years
// before, where each part has headings of its own, and not of years alone. Tables of costs and
// of savings stand so.
func (f *Finder) apartByYears(s *workbook.Sheet, row *workbook.Row) []span {
	if !f.mayHoldYearsTwice(s, row) {
		return nil
	}
	parts, current := []span{{1, workbook.MaxCol + 1}}, []int(nil)
	var first []int
	last, gap := 0, 0 // the last column filled, and the first after a blank one since the last year
	for _, c := range s.CellsOf(row) {
		v := f.Book.Value(s, &c)
		if v.Blank() {
			continue
		}
		col := int(c.Col)
		h, ok := f.meaning(v.Text)
		isYear := ok && h.Role == notation.RoleYear
		if len(current) > 0 && gap == 0 && col > last+1 && !isYear {
			gap = col
		}
		last = lastOf(s, c.Ref())
		switch {
		case !isYear:
			continue
		case slices.Contains(current, h.Year) && gap == 0:
			return nil
		case slices.Contains(current, h.Year):
			parts[len(parts)-1].to = gap
			parts = append(parts, span{gap, workbook.MaxCol + 1})
			if first == nil {
				first = current
			}
			current = nil
		}
		current, gap = append(current, h.Year), 0
		if first != nil && !slices.Equal(current, first[:min(len(current), len(first))]) {
			return nil
		}
	}
	if len(parts) < 2 || len(current) < 2 || len(current) != len(first) {
		return nil
	}
	for _, part := range parts {
		if !f.isHeadingRow(s, row, part) {
			return nil
		}
	}
	return parts
}

// mayHoldYearsTwice reports whether two cells of a row or more may be years, by their digits: most
// rows are of amounts, and need not be read as headings to know that.
func (f *Finder) mayHoldYearsTwice(s *workbook.Sheet, row *workbook.Row) bool {
	years := 0
	for _, c := range s.CellsOf(row) {
		fraction := c.Kind == workbook.Number && strings.Contains(c.Text, ".")
		if fraction && f.Book.Format(int(c.Style)).Moment == notation.NoMoment {
			continue // what is no whole number is no year
		}
		if v := f.Book.Value(s, &c); strings.ContainsAny(v.Text, "0123456789") && !f.isMereFigure(v.Text) {
			years++
		}
	}
	return years >= 2
}

// mereFigure is a number, unlike one that names a year.
var mereFigure = regexp.MustCompile(`^-?\d+(?:,\d+)?$`)

// isMereFigure reports whether a text is a number that names no year, whatever stands around it.
func (f *Finder) isMereFigure(text string) bool {
	if len(f.mapped) > 0 || text == "" || strings.Trim(text, "0123456789,-") != "" || !mereFigure.MatchString(text) {
		return false
	}
	return len(text) != len("20xx") || !strings.HasPrefix(text, "20")
}

// holdsNumbers reports whether a part of a row holds a number that is no year.
func (f *Finder) holdsNumbers(s *workbook.Sheet, row *workbook.Row, part span) bool {
	for _, c := range s.CellsOf(row) {
		if c.Kind == workbook.Text || !part.holds(int(c.Col)) {
			continue
		}
		if v := f.Book.Value(s, &c); !v.Blank() && !f.isYear(v) {
			return true
		}
	}
	return false
}

// isHeadingRow reports whether the cells of a part of a row are headings: most of them
// are known, two of them mean different things, and none is a value.
func (f *Finder) isHeadingRow(s *workbook.Sheet, row *workbook.Row, part span) bool {
	if f.holdsNumbers(s, row, part) {
		return false
	}
	filled, known, listed := 0, 0, 0
	var years []int
	roles := map[Role]bool{}
	for _, c := range s.CellsOf(row) {
		if !part.holds(int(c.Col)) {
			continue
		}
		v := f.Book.Value(s, &c)
		switch {
		case v.Blank():
			continue
		case strings.HasSuffix(v.Text, ":"), c.Kind == workbook.Text && f.isValue(v.Text):
			return false
		}
		filled++
		h, ok := f.meaning(v.Text)
		if !ok || isSentence(v.Text) {
			continue
		}
		known++
		roles[h.Role] = true
		if h.Role == notation.RoleYear && !h.Ahead {
			years = append(years, h.Year)
		}
		if _, ok := f.listed([]string{v.Text}); ok {
			listed++
		}
	}
	if !areYears(years, filled) || filled == 2 && listed < 2 {
		return false
	}
	return known >= 2 && 2*known >= filled && (len(roles) >= 2 || len(years) >= 2)
}

// isSentence reports whether a text is more than a heading: many words, and no question.
func isSentence(text string) bool {
	return len(strings.Fields(text)) > 9 && !strings.HasSuffix(text, "?")
}

// areYears reports whether numbers are the years of columns: all within a few years of each
// other, and none twice in a row, but for one among other headings. One alone is
// no round number.
func areYears(years []int, filled int) bool {
	if len(years) < 2 {
		return len(years) == 0 || years[0] > 2010 && years[0] < 2045
	}
	twice := len(years) - len(slices.Compact(slices.Clone(years)))
	return (twice == 0 || twice == 1 && filled > len(years)+1) && slices.Max(years)-slices.Min(years) <= 15
}

// isYear reports whether a value is a year, as a number or a date.
func (f *Finder) isYear(v workbook.Value) bool {
	if v.Kind != workbook.Number || v.Formula != "" || f.isMereFigure(v.Text) {
		return false
	}
	_, ok := f.meaning(v.Text)
	return ok
}

// isValue reports whether a text is a value: an amount, or a fixed word that is no known heading
// as well, as "Ophører" is.
func (f *Finder) isValue(text string) bool {
	if isAmount(text) {
		return true
	}
	if !f.isFixedWord(text) {
		return false
	}
	_, ok := f.listed([]string{text})
	return !ok
}

// isAmount reports whether a text is an amount with its unit, and no unit or year.
func isAmount(text string) bool {
	typed, ok := notation.ParseTyped(text)
	return ok && typed.HasUnit && !isUnit(text) && !unitFigure.MatchString(text)
}

// unitFigure is a unit that is written with a figure, whatever stands behind it: "1.000 kr. i 2026-p/l".
var unitFigure = regexp.MustCompile(`(?i)^\(?1[.,]?000(?:[.,]?000)? ?(?:kr|dkk)`)

// isFixedWord reports whether a text is a value and no heading: a fixed word of cells, by
// itself or before an explanation, or a date.
func (f *Finder) isFixedWord(text string) bool {
	known, done := f.fixed[text]
	if !done {
		f.Book.Spend(readingSteps(text) / 4)
		known = isFixedWord(text)
		f.fixed[text] = known
	}
	return known
}

// isFixedWord is that of a text that has not been looked at yet.
func isFixedWord(text string) bool {
	if dateText.MatchString(text) || longDate.MatchString(text) {
		return true
	}
	if strings.HasSuffix(text, "?") {
		return false
	}
	explained := strings.TrimSpace(beforeMark.ReplaceAllString(text, ""))
	first, _, _ := strings.Cut(explained, " ")
	return isWordOf(explained, "social", "economic", "wish", "answer") || isWordOf(first, "social", "answer")
}

// isWordOf reports whether a text is a fixed word of some kinds of cells.
func isWordOf(text string, kinds ...string) bool {
	key := notation.WordKey(text)
	return slices.ContainsFunc(kinds, func(kind string) bool {
		_, ok := notation.WordTables()[kind].Find(key)
		return ok
	})
}

var (
	dateText   = regexp.MustCompile(`^\d{1,2}[./-] ?\d{1,2}[./ -] ?\d{2,4}$`)
	longDate   = regexp.MustCompile(`(?i)^\d{1,2}(?:\.|st|nd|rd|th)? \pL{3,9}\.? 20\d\d$`)
	beforeMark = regexp.MustCompile(`[,:;(–].*$`)
)

// standing turns those tables on their side that have the years down the rows.
func (f *Finder) standing(tables []*Table) []*Table {
	var all []*Table
	for _, t := range tables {
		if turned := f.yearsDown(t); len(turned) > 0 {
			all = append(all, turned...)
		} else {
			all = append(all, t)
		}
	}
	return all
}

// yearsDown is a table whose first column holds years of amounts, on its side; nil for another.
func (f *Finder) yearsDown(t *Table) []*Table {
	if t.IsTurned() || len(t.RowNumbers) < 2 || len(t.Columns)+len(t.Unknown) < 2 {
		return nil
	}
	first := min(t.firstColumn(), slices.Min(append(unknownColumns(t.Unknown), math.MaxInt)))
	isFact := func(c Column) bool {
		return c.Col == first && (slices.Contains(factRoles, c.Role) || slices.Contains(moreRoles, c.Role))
	}
	if slices.ContainsFunc(t.Columns, isFact) {
		return nil // the years of projects: "Udløb"
	}
	years := 0
	for _, row := range t.RowNumbers {
		if v := f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: first}); !v.Blank() && f.isYearText(v) {
			years++
		}
	}
	if years < 2 || 2*years < len(t.RowNumbers) {
		return nil
	}
	whole := workbook.Range{
		From: workbook.Ref{Row: f.labelsAbove(t, first), Col: first},
		To:   workbook.Ref{Row: t.RowNumbers[len(t.RowNumbers)-1], Col: t.last},
	}
	turned := f.findTables(t.Sheet.Within(whole).Turned())
	for _, side := range turned {
		side.Caption = t.Caption
	}
	return turned
}

// labelsAbove is the first of the rows that end in a table's headings and begin, in a column,
// with labels other than years that hold for several of its columns: "Indsats" over "Type". A
// label with one value is a project's fact.
func (f *Finder) labelsAbove(t *Table, col int) int {
	top := t.Lower
	if f.groupsAreNames(t) {
		top = t.Upper
	}
	for top > 1 {
		text := f.cellText(t.Sheet, workbook.Ref{Row: top - 1, Col: col})
		h, ok := f.meaning(text)
		if text == "" || !ok || h.Role == notation.RoleYear || f.filledRightOf(t, top-1, col) < 2 {
			break
		}
		top--
	}
	return top
}

// groupsAreNames reports whether the groups over a table's headings are several texts that mean
// nothing: they may be projects.
func (f *Finder) groupsAreNames(t *Table) bool {
	groups := 0
	for col := t.Left; col <= t.last && t.Upper == t.Lower-1; col++ {
		at := workbook.Ref{Row: t.Upper, Col: col}
		m := t.MergeAt(at)
		if text := f.cellText(t.Sheet, at); text == "" || m != nil && m.To.Row > m.From.Row {
			continue
		} else if h := notation.ReadHeading(text); h.Role != "" || h.Money || notation.IsNeutralGroup(text) {
			return false
		}
		groups++
	}
	return groups > 1
}

// filledRightOf is how many cells of a row hold something in a table's columns right of one.
func (f *Finder) filledRightOf(t *Table, row, col int) int {
	filled := 0
	for next := col + 1; next <= t.last; next++ {
		if !f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: next}).Blank() {
			filled++
		}
	}
	return filled
}

// isYearText reports whether a value names a year.
func (f *Finder) isYearText(v workbook.Value) bool {
	if f.isMereFigure(v.Text) {
		return false
	}
	h, ok := f.meaning(v.Text)
	return ok && h.Role == notation.RoleYear && h.Year != 0
}

func unknownColumns(columns []Column) []int {
	var numbers []int
	for _, c := range columns {
		numbers = append(numbers, c.Col)
	}
	return numbers
}
