package layout

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Section is a row that says something of the rows below it: a text without amounts.
type Section struct {
	Row   int
	Value workbook.Value
}

// SectionOf is the last section above a row; nil when the table has none there.
func (t *Table) SectionOf(row int) *Section {
	var last *Section
	for i := range t.Sections {
		if t.Sections[i].Row < row {
			last = &t.Sections[i]
		}
	}
	return last
}

// fill finds the table's rows, down to a row, and its right edge. A row belongs to the
// table when one of its columns holds something there. A row with a single text is a
// section, a note or, in a list of projects, a project of which nothing is said.
func (f *Finder) fill(t *Table, end int) {
	f.edges(t)
	last, example := t.Lower, t.Caption.isExample()
	for i := range t.Rows {
		row := &t.Rows[i]
		number := int(row.Number)
		if number <= t.Lower || number > end {
			continue
		}
		if len(t.RowNumbers) > 0 && number > last+1 && f.answersOfProject(t, row) {
			break
		}
		filled := f.filledIn(t, row)
		switch {
		case len(filled) == 0:
			continue
		case example || f.isExample(t, row):
			t.Examples = append(t.Examples, number)
			continue
		case len(filled) == 1 && f.isSection(t, filled[0], number > last+1 && !f.isAboveRow(t, number)):
			t.Sections = append(t.Sections, Section{number, filled[0]})
			last = number
			continue
		case len(filled) == 1 && (number > last+1 || f.isNote(t, row)):
			t.Notes = append(t.Notes, filled[0])
			continue
		case f.isAside(t, filled):
			t.Notes = append(t.Notes, filled...)
			continue
		}
		last = number
		t.RowNumbers = append(t.RowNumbers, number)
	}
	f.settleSections(t)
	for _, note := range t.Notes {
		t.Caption.readNote(note)
	}
	t.Caption.readName(t)
	f.followStars(t)
	f.findYears(t)
	f.findItems(t)
	f.findLabels(t)
	f.findPeriods(t)
	f.findSaved(t)
	f.leaveWords(t)
	f.leaveYears(t)
	f.findExpiry(t)
	f.findFacts(t)
	f.findContents(t)
	f.findCashable(t)
	f.leaveKinds(t)
	f.findAnswers(t)
	f.leaveFigures(t)
	f.findNames(t)
	for _, m := range t.Merges {
		if m.From.Row <= last && m.To.Row >= t.Upper {
			t.Right = max(t.Right, m.To.Col)
		}
	}
}

// answersOfProject reports whether a row below a table of lines says something of the project
// instead: a label of what projects are asked, with words or a date beside it.
func (f *Finder) answersOfProject(t *Table, row *workbook.Row) bool {
	if t.Projects || t.IsTurned() {
		return false
	}
	at, ok := f.labelled(t.Sheet, row)
	if !ok {
		return false
	}
	label, known := f.labelMeaning(t.Sheet, at)
	return known && slices.Contains(projectRoles, label.Role) && !f.isAmountBeside(t.Sheet, at)
}

// followStars reads what a note says of the headings and titles that bear its star: whose a
// saving is. A title's note is a title of its own, nearer than the one that it is of.
func (f *Finder) followStars(t *Table) {
	var titles []workbook.Value
	for _, title := range t.Caption.Titles {
		star := strings.Trim(starInside.FindString(title.Text), " )")
		if note, at, ok := f.noteOf(t, star); ok && star != "" && starStart.FindString(title.Text) == "" {
			titles = append(titles, workbook.Value{Kind: workbook.Text, Text: note, Raw: note, Origin: at})
			title.Text = strings.TrimSpace(starInside.ReplaceAllString(title.Text, " "))
		}
		titles = append(titles, title)
	}
	t.Caption.Titles = titles
	for i := range t.Columns {
		c := &t.Columns[i]
		star := strings.Trim(starEnd.FindString(endBracket.ReplaceAllString(c.Heading, "")), " )")
		if star == "" || notation.ListKinds[c.Role] == 0 || len(c.Payers) > 0 {
			continue
		}
		if note, _, ok := f.noteOf(t, star); ok {
			c.Payers = notation.ReadHeading(note).Payers
		}
	}
}

// noteOf is what the note says that begins with a star, and where it stands: one of the table's, else
// the only one on its sheet, as where it stands under a table beside it.
func (f *Finder) noteOf(t *Table, star string) (text string, at budget.Origin, ok bool) {
	for _, note := range t.Notes {
		if begin := starStart.FindString(note.Text); strings.Trim(begin, " :)") == star {
			return strings.TrimPrefix(note.Text, begin), note.Origin, true
		}
	}
	if star == "" || t.IsTurned() {
		return "", budget.NoOrigin, false
	}
	s := f.Book.Sheets[t.Sheet.Index]
	for i := range s.Cells {
		c := &s.Cells[i]
		begin := starStart.FindString(c.Text)
		if c.Kind != workbook.Text || begin == "" || strings.Trim(begin, " :)") != star || int(c.Row) <= t.Lower {
			continue
		}
		if ok {
			return "", budget.NoOrigin, false
		}
		text, at, ok = strings.TrimPrefix(c.Text, begin), s.Origin(c.Ref()), true
	}
	return text, at, ok
}

var (
	endBracket = regexp.MustCompile(` ?\([^()]*\)$`)
	starEnd    = regexp.MustCompile(`(?:\*+|[¹²³]|(?: |^)\d\))$`)
	starInside = regexp.MustCompile(`\*+|[¹²³]|(?: |^)\d\)`)
	starStart  = regexp.MustCompile(`^(?:\*+|[¹²³]|\d\))[ :)]*`)
)

// findYears finds a column headed "År" whose cells are years.
func (f *Finder) findYears(t *Table) {
	for i := range t.Unknown {
		u := &t.Unknown[i]
		if !notation.IsYearHeading(u.Heading) {
			continue
		}
		years := 0
		for _, row := range t.RowNumbers {
			if f.isYearText(f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: u.Col})) {
				years++
			}
		}
		if years >= 2 && 2*years >= len(t.RowNumbers) {
			c := *u
			t.YearColumn = &c
			return
		}
	}
}

// findItems takes a column whose heading says a kind and whose cells are all texts without
// a figure for what the amounts beside it are of: "Udgift til" over "Personale", "Spares på"
// over "Hjemmepleje", "Udgiftspost" over "Husleje" beside "Driftsudgift pr. år".
func (f *Finder) findItems(t *Table) {
	as := notation.RoleItem
	if !t.Lines && !t.Has(notation.RoleArea) {
		as = notation.RoleArea
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		ofKind := notation.ListKinds[c.Role] == budget.Saving || t.Lines && notation.ListKinds[c.Role] != 0
		if !ofKind && notation.ListKinds[c.Role] != 0 && !t.Projects && t.sayKind(c.Role) > 1 {
			ofKind, as = true, notation.RoleItem
		}
		if ofKind && !t.Has(as) && f.holdsWords(t, c.Col) {
			c.Role, c.Lines = as, notation.ListKinds[c.Role]
			t.classify()
			return
		}
	}
	t.findSavedIn()
}

// findSavedIn takes the lines of a table that calls them by nothing but the area that gives money
// up for savings, where the area's heading says so: "Hvor bliver der sparet?".
func (t *Table) findSavedIn() {
	area := t.Column(notation.RoleArea)
	if area == nil || !t.Lines || t.Has(notation.RoleItem) || t.Has(notation.RoleKind) {
		return
	}
	if saysSaved.MatchString(area.Heading) {
		area.Lines = budget.Saving
	}
}

// saysSaved is in a heading that asks where something is saved.
var saysSaved = regexp.MustCompile(`(?i)\bspar(?:es|et|er)\b|besparelse|gevinst|\bsav(?:ed|es|ings?)\b`)

// sayKind is how many columns are headed as one kind of amounts.
func (t *Table) sayKind(role Role) (n int) {
	for i := range t.Columns {
		if t.Columns[i].Role == role {
			n++
		}
	}
	return n
}

// holdsWords reports whether a column holds texts in its rows, and no figure.
func (f *Finder) holdsWords(t *Table, col int) bool {
	texts := 0
	for _, row := range t.RowNumbers {
		v := f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col})
		if v.Blank() && v.Formula == "" {
			continue
		}
		if v.Kind != workbook.Text || strings.ContainsAny(v.Text, "0123456789") {
			return false
		}
		if notation.ReadUnquantified(v.Text) == notation.Unread {
			texts++
		}
	}
	return texts > 0
}

// findLabels finds the column of texts that stands before the first with a heading.
func (f *Finder) findLabels(t *Table) {
	t.label = 0
	for col := t.Left; col < t.firstOther() && col < t.Left+20; col++ {
		if c := t.Column(notation.RoleName); c != nil && c.Col == col {
			continue
		}
		texts := 0
		for _, row := range t.RowNumbers {
			if v := f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col}); v.Kind == workbook.Text && !v.Blank() {
				texts++
			}
		}
		if texts > 0 && 2*texts >= len(t.RowNumbers) {
			t.label = col
			return
		}
	}
}

// findNames takes, in a list of projects whose names have no heading that says so, the first
// column of texts that are all different for the names.
func (f *Finder) findNames(t *Table) {
	if !t.Projects || t.Has(notation.RoleName) {
		return
	}
	for col := t.Left; col <= t.last && t.count(tellingRoles) > 1; col++ {
		if t.canName(col) && f.areNames(t, col) {
			t.NameBy(col)
			return
		}
	}
	t.Projects = t.count(tellingRoles) == len(tellingRoles)
}

// canName reports whether a column can be that of the names: its heading says nothing, or
// only that it is a text.
func (t *Table) canName(col int) bool {
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Col == col {
			return c.Role == notation.RoleItem || c.Role == notation.RoleContact || c.Role == notation.RoleInvestment
		}
	}
	return true
}

// areNames reports whether a column holds names: a short text in most rows, none twice.
func (f *Finder) areNames(t *Table, col int) bool {
	texts := map[string]bool{}
	for _, row := range t.RowNumbers {
		v := f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col})
		if v.Blank() {
			continue
		}
		if v.Kind != workbook.Text || texts[v.Text] || len([]rune(v.Text)) > 60 {
			return false
		}
		texts[v.Text] = true
	}
	return len(texts) > 0 && 2*len(texts) >= len(t.RowNumbers)
}

// NameByLabels takes a column without a heading, which the names of projects stand in, for the
// names; what the rows are called stands in another then.
func (f *Finder) NameByLabels(t *Table, col int) {
	t.NameBy(col)
	f.findLabels(t)
}

// NameBy makes a column that of the projects' names.
func (t *Table) NameBy(col int) {
	for i := range t.Columns {
		if t.Columns[i].Col == col {
			t.Columns[i].Role = notation.RoleName
			return
		}
	}
	t.give(col, notation.RoleName)
}

// edges finds how far right the table reaches.
func (f *Finder) edges(t *Table) {
	for _, c := range t.Columns {
		t.last = max(t.last, c.Col)
	}
	for _, c := range t.Unknown {
		t.last = max(t.last, c.Col)
	}
	t.Right = max(t.Right, t.last)
	for i := range t.Rows {
		row := &t.Rows[i]
		if int(row.Number) < t.Upper {
			continue
		}
		for _, c := range t.CellsOf(row) {
			t.Right = max(t.Right, int(c.Col))
			if int(c.Col) < t.until {
				t.last = max(t.last, int(c.Col))
			}
		}
	}
}

// filledIn are the values of a row that stand in the table's columns.
func (f *Finder) filledIn(t *Table, row *workbook.Row) []workbook.Value {
	cells := t.CellsOf(row)
	f.Book.Spend(len(cells) * (len(t.Columns) + len(t.Unknown)) / columnsInStep)
	var filled []workbook.Value
	for _, c := range cells {
		if int(c.Col) < t.Left || int(c.Col) >= t.until || !t.knows(int(c.Col)) {
			continue
		}
		if v := f.Book.Value(t.Sheet, &c); !v.Blank() || c.HasFormula {
			filled = append(filled, v)
		}
	}
	return filled
}

// columnsInStep is how many columns are passed in the time of a look at a cell.
const columnsInStep = 64

// knows reports whether a column has a heading of the table.
func (t *Table) knows(col int) bool {
	for i := range t.Columns {
		if t.Columns[i].Col == col {
			return true
		}
	}
	for i := range t.Unknown {
		if t.Unknown[i].Col == col {
			return true
		}
	}
	return false
}

// isSection reports whether the only text of a row is that of a section: in the first
// columns, no note, and, in a list of projects, words that say a kind, a payer or a
// department, or a cell merged over the table.
func (f *Finder) isSection(t *Table, v workbook.Value, apart bool) bool {
	at := t.RefOf(v.Origin)
	if v.Kind != workbook.Text || noteStart.MatchString(v.Text) || len([]rune(v.Text)) > 90 || at.Col > t.firstColumn()+1 {
		return false
	}
	m := t.MergeAt(at)
	wide := m != nil && m.To.Col > m.From.Col
	if t.Projects && !t.Lines {
		return wide || f.saysSection(v.Text)
	}
	return !apart || wide || f.saysSection(v.Text) && !isLegend(v.Text)
}

// isLegend reports whether a text of several sentences says what the amounts are stated in: "Beløb i
// kr., 2026-p/l. Minus er mindreudgift." below a table.
func isLegend(text string) bool {
	said := len(statedIn(text)) > 0 || len(notation.FindPriceLevels(text)) > 0
	return said && len(notation.Sentences(text)) > 1
}

// isAboveRow reports whether a row of the table stands right below a row, or below other sections
// that do.
func (f *Finder) isAboveRow(t *Table, row int) bool {
	for below := row + 1; below <= row+deepestSection; below++ {
		next := t.Row(below)
		if next == nil {
			return false
		}
		if filled := f.filledIn(t, next); len(filled) != 1 {
			return len(filled) > 1
		} else if !f.saysSection(filled[0].Text) {
			return false
		}
	}
	return false
}

// deepestSection is how many sections may stand one right under another.
const deepestSection = 4

// settleSections finds the sections of a list of projects whose words say nothing: several rows
// of one text each, the first above all projects and each right above one, that are styled as
// no project is.
func (f *Finder) settleSections(t *Table) {
	if !t.Projects || t.Lines {
		return
	}
	titles := map[int]workbook.Value{}
	styles := map[bool]map[int]bool{true: {}, false: {}}
	for _, s := range t.Sections {
		titles[s.Row] = s.Value
		styles[true][s.Value.Style] = true
	}
	below := len(t.Sections) > 0 && len(t.RowNumbers) > 0 && t.Sections[0].Row < t.RowNumbers[0]
	for i, number := range t.RowNumbers {
		filled := f.filledIn(t, t.Row(number))
		title := len(filled) == 1 && filled[0].Kind == workbook.Text && t.RefOf(filled[0].Origin).Col == t.firstColumn()
		if title && (i+1 == len(t.RowNumbers) || t.RowNumbers[i+1] != number+1 || titles[number-1].Text != "") || !title && i == 0 && !below {
			return
		}
		if title {
			titles[number] = filled[0]
		}
		styles[title][filled[0].Style] = true
	}
	alike := slices.ContainsFunc(slices.Collect(maps.Keys(styles[true])), func(style int) bool { return styles[false][style] })
	if len(titles) < 2 || alike {
		return
	}
	t.RowNumbers = slices.DeleteFunc(t.RowNumbers, func(number int) bool { return titles[number].Text != "" })
	t.Sections = nil
	for _, number := range slices.Sorted(maps.Keys(titles)) {
		t.Sections = append(t.Sections, Section{number, titles[number]})
	}
}

// saysSection reports whether a text says what the rows below it are.
func (f *Finder) saysSection(text string) bool {
	h := notation.ReadHeading(text)
	return notation.ListKinds[h.Role] != 0 || len(h.Payers) > 0 || notation.IsDepartment(text)
}

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
