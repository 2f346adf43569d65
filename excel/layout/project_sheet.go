package layout

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// ProjectSheet is a sheet, or a part of one, that one project has to itself: labels, with
// their values beside or under them, and perhaps tables of its lines.
type ProjectSheet struct {
	*workbook.Sheet
	Labels  []Label
	Tables  []*Table     // of its lines
	Caption Caption      // what stands on it of the units and price levels of the amounts among its labels
	NameAt  workbook.Ref // the cell of the project's name
	Right   int          // the last column in use
}

// Label is a label and the value it is of.
type Label struct {
	Column
	Value workbook.Value
}

// Label finds the form's label of a role; nil when it has none.
func (f *ProjectSheet) Label(r Role) *Label {
	for i := range f.Labels {
		if f.Labels[i].Role == r {
			return &f.Labels[i]
		}
	}
	return nil
}

// projectRoles are what projects are asked, and their lines are not, but for the name.
var projectRoles = append(slices.Clone(factRoles), notation.RoleStart, notation.RoleDepartment)

// isProject reports whether the labels are those of a project.
func (f *ProjectSheet) isProject() bool {
	count := 0
	for _, role := range projectRoles {
		if f.Label(role) != nil {
			count++
		}
	}
	if name := f.Label(notation.RoleName); name != nil && !name.Value.Blank() {
		return count >= 2
	}
	effects := f.Label(notation.RoleSocial) != nil && f.Label(notation.RoleEconomic) != nil
	return effects && f.Label(notation.RoleExpiry) != nil
}

// MaxProjectSheetRows is how far down a sheet labels are looked for.
const MaxProjectSheetRows = 400

// findBlocks reads the projects of a sheet that stand one after another, or beside each
// other, each with its own labels and tables; one that has the sheet to itself is one of one.
func (f *Finder) findBlocks(s *workbook.Sheet) []*ProjectSheet {
	starts := f.nameLabels(s)
	if len(starts) == 0 {
		starts = f.firstLabels(s)
	}
	if titles := f.titlesOfLabels(s); len(starts) == 0 && len(titles) > 1 {
		starts = titles
	}
	if len(starts) == 0 {
		return nil
	}
	if beside := f.besideEachOther(s, starts); len(beside) > 1 {
		return beside
	}
	lead := f.captionAbove(s, 0, &Table{Sheet: s, HeadingRows: HeadingRows{Upper: starts[0].Row}})
	var blocks []*ProjectSheet
	for i, start := range starts {
		end, from := workbook.MaxRow, start.Row
		if i+1 < len(starts) {
			end = starts[i+1].Row - 1
		}
		if i == 0 {
			from = 1
		}
		if b := f.readBlock(rowsOf(s, from, end)); b != nil {
			b.inherit(lead)
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// repeatedBlocks reads the projects of a sheet whose names stand behind the same label, one
// under another: each part is a project, or it is no sheet of blocks.
func (f *Finder) repeatedBlocks(s *workbook.Sheet) []*ProjectSheet {
	starts := f.nameLabels(s)
	for _, at := range starts {
		if at.Col != starts[0].Col || f.labelText(s, at) != f.labelText(s, starts[0]) {
			return nil
		}
	}
	if len(starts) < 2 {
		return nil
	}
	if blocks := f.findBlocks(s); len(blocks) == len(starts) {
		return blocks
	}
	return nil
}

// labelText is a label without the number that tells it from others, as it is compared.
func (f *Finder) labelText(s *workbook.Sheet, at workbook.Ref) string {
	before, _, _ := strings.Cut(f.cellText(s, at), ":")
	return notation.HeadingKey(notation.WithoutNumber(before))
}

// inherit gives the block and its tables what a caption above them all says.
func (b *ProjectSheet) inherit(above Caption) {
	b.Caption.inherit(above)
	b.Caption.addTitles(above.Titles)
	for _, t := range b.Tables {
		t.Caption.inherit(above)
		t.Caption.addTitles(above.Titles)
	}
}

// besideEachOther reads blocks whose names stand in one row: each from its label's column to
// the next.
func (f *Finder) besideEachOther(s *workbook.Sheet, starts []workbook.Ref) []*ProjectSheet {
	var columns []int
	for _, at := range starts {
		if at.Row == starts[0].Row && !slices.Contains(columns, at.Col) {
			columns = append(columns, at.Col)
		}
	}
	if len(columns) < 2 {
		return nil
	}
	lead := f.captionAbove(s, 0, &Table{Sheet: s, HeadingRows: HeadingRows{Upper: starts[0].Row}})
	var all []*ProjectSheet
	for i, col := range columns {
		last := workbook.MaxCol
		if i+1 < len(columns) {
			last = columns[i+1] - 1
		}
		part := s.Within(workbook.Range{From: workbook.Ref{Row: 1, Col: col}, To: workbook.Ref{Row: workbook.MaxRow, Col: last}})
		for _, b := range f.findBlocks(part) {
			b.inherit(lead)
			all = append(all, b)
		}
	}
	return all
}

// rowsOf is a sheet from a row to another.
func rowsOf(s *workbook.Sheet, from, to int) *workbook.Sheet {
	if from == 1 && to == workbook.MaxRow {
		return s
	}
	return s.Within(workbook.Range{From: workbook.Ref{Row: from, Col: 1}, To: workbook.Ref{Row: to, Col: workbook.MaxCol}})
}

// labelled is the first cell of a row that holds a label and one value, and nothing else.
func (f *Finder) labelled(s *workbook.Sheet, row *workbook.Row) (workbook.Ref, bool) {
	var texts []workbook.Ref
	for _, c := range s.CellsOf(row) {
		if !f.Book.Value(s, &c).Blank() {
			texts = append(texts, c.Ref())
		}
	}
	if len(texts) != 2 {
		return workbook.Ref{}, false
	}
	return texts[0], f.Book.At(s, texts[0]).Kind == workbook.Text
}

// labelMeaning is what the text of a label means.
func (f *Finder) labelMeaning(s *workbook.Sheet, at workbook.Ref) (Column, bool) {
	before, _, _ := strings.Cut(f.cellText(s, at), ":")
	return f.meaning(notation.WithoutNumber(before))
}

// holds is how many cells of a row show something.
func (f *Finder) holds(s *workbook.Sheet, row *workbook.Row) int {
	filled := 0
	for _, c := range s.CellsOf(row) {
		if v := f.Book.Value(s, &c); !v.Blank() {
			filled++
		}
	}
	return filled
}

// maxBlockRows is how far down a sheet blocks are looked for.
const maxBlockRows = 5000

var everywhere = span{1, workbook.MaxCol + 1}

// namedBy is the project's name that a label gives; empty when the cell is none.
func (f *Finder) namedBy(s *workbook.Sheet, c workbook.Cell) string {
	if c.Kind != workbook.Text {
		return ""
	}
	before, behind, colon := strings.Cut(notation.Clean(c.Text), ":")
	if h, ok := f.meaning(notation.WithoutNumber(before)); !ok || h.Role != notation.RoleName {
		return ""
	}
	if behind = strings.TrimSpace(behind); colon && behind != "" {
		return behind
	}
	if v := f.besideLabel(s, c.Ref()); v.Kind == workbook.Text && (!f.isLabel(s, v) || f.standsAlone(s, v)) {
		return v.Text
	}
	return ""
}

// standsAlone reports whether a text has a blank column right of it and is no heading that is listed:
// a project may be named "Ny start", and have a table beside it.
func (f *Finder) standsAlone(s *workbook.Sheet, v workbook.Value) bool {
	at := s.RefOf(v.Origin)
	next := workbook.Ref{Row: at.Row, Col: lastOf(s, at) + 1}
	return f.Book.At(s, next).Blank() && !strings.HasSuffix(v.Text, ":") && !f.isListed(v.Text)
}

// besideLabel is what stands right of a label, at most three blank cells away.
func (f *Finder) besideLabel(s *workbook.Sheet, at workbook.Ref) workbook.Value {
	col := at.Col
	if m := s.MergeAt(at); m != nil {
		col = m.To.Col
	}
	for next := col + 1; next < col+5; next++ {
		if v := f.At(s, workbook.Ref{Row: at.Row, Col: next}); !v.Blank() {
			return v
		}
	}
	return workbook.Value{}
}

// readBlock reads a part of a sheet as a project's own; nil when it is none.
func (f *Finder) readBlock(s *workbook.Sheet) *ProjectSheet {
	if b := f.factsBeside(s); b != nil {
		return b
	}
	return f.readWhole(s)
}

// readWhole is that of a part whose labels and tables stand among each other.
func (f *Finder) readWhole(s *workbook.Sheet) *ProjectSheet {
	b := &ProjectSheet{Sheet: s}
	for _, t := range f.findTables(s) {
		if !t.Projects {
			t.onProjectSheet = true
			b.Tables = append(b.Tables, t)
		}
	}
	taken := map[workbook.Ref]bool{}
	for i := range s.Rows {
		row := &s.Rows[i]
		for _, c := range s.CellsOf(row) {
			b.Right = max(b.Right, int(c.Col))
			mayLabel := c.Kind == workbook.Text && !taken[c.Ref()] && !isAnswer(c.Text)
			if mayLabel && !b.inTable(c.Ref()) && i < MaxProjectSheetRows {
				f.readLabel(b, c, taken)
			}
		}
	}
	for _, m := range s.Merges {
		b.Right = max(b.Right, m.To.Col)
	}
	f.nameByFirstLabel(b)
	b.findExpiry()
	f.addSaidSaving(b, taken)
	f.findFactsOf(b)
	if !b.isProject() {
		return nil
	}
	b.leaveTitles()
	b.Caption = f.captionAbove(s, 0, &Table{Sheet: s, HeadingRows: HeadingRows{Upper: MaxProjectSheetRows}})
	if len(b.Tables) > 0 {
		b.Caption = b.Tables[0].Caption
	}
	return b
}

// findExpiry takes, where no label says when the project ends, what it was granted until for it.
func (b *ProjectSheet) findExpiry() {
	if committed := b.Label(notation.RoleCommitted); committed != nil && b.Label(notation.RoleExpiry) == nil &&
		b.Label(notation.RolePeriod) == nil {
		committed.Role = notation.RoleExpiry
	}
}

// readUnder reads a sheet as one project's own whose labels stand in several rows, each with its
// values under it: as tables, the one with the name does not say the effects. It is nil for another
// sheet.
func (f *Finder) readUnder(s *workbook.Sheet, tables []*Table) *ProjectSheet {
	for i, t := range tables {
		if t.Projects && (len(t.RowNumbers) != 1 || i > 0 || t.Has(notation.RoleSocial) && t.Has(notation.RoleEconomic)) {
			return nil
		}
	}
	if len(tables) == 0 || !tables[0].Projects {
		return nil
	}
	b := f.readBlock(s)
	if b == nil || b.Label(notation.RoleSocial) == nil || b.Label(notation.RoleEconomic) == nil {
		return nil
	}
	name := b.Label(notation.RoleName)
	if name == nil || b.RefOf(name.Value.Origin).Row <= name.At.Row {
		return nil
	}
	return b
}

// leaveTitles takes the labels and their values out of the titles of the block's tables: what
// is answered above a table says nothing of its rows.
func (b *ProjectSheet) leaveTitles() {
	taken := map[budget.Origin]bool{}
	for i := range b.Labels {
		if l := &b.Labels[i]; notation.ListKinds[l.Role] == 0 || !l.Value.Blank() {
			taken[b.Origin(l.At)], taken[l.Value.Origin] = true, true
		}
	}
	answered := map[int]int{} // the columns of labels that have a value in their row
	for i := range b.Labels {
		if l := &b.Labels[i]; !l.Value.Blank() && b.RefOf(l.Value.Origin).Row == l.At.Row {
			answered[l.At.Row] = l.At.Col
		}
	}
	for _, t := range b.Tables {
		t.Caption.Titles = slices.DeleteFunc(t.Caption.Titles, func(v workbook.Value) bool {
			at := b.RefOf(v.Origin)
			col, beside := answered[at.Row]
			return taken[v.Origin] || beside && at.Col > col
		})
	}
}

// inTable reports whether a cell stands in a table of the block.
func (b *ProjectSheet) inTable(at workbook.Ref) bool {
	for _, t := range b.Tables {
		if t.IsTurned() {
			at = workbook.Ref{Row: at.Col, Col: at.Row}
		}
		across := !t.IsTurned() && t.Left <= 1 || at.Col >= t.leftmost() && at.Col <= t.last
		if len(t.RowNumbers) > 0 && at.Row >= t.Upper && at.Row <= t.lastRow() && across {
			return true
		}
	}
	return false
}

// lastRow is the last row of a table that has rows: one right below its records that only names a
// kind of lines is a line left blank.
func (t *Table) lastRow() int {
	last := t.RowNumbers[len(t.RowNumbers)-1]
	for _, s := range t.Sections {
		if s.Row == last+1 && notation.ListKinds[notation.ReadHeading(s.Value.Text).Role] != 0 {
			last++
		}
	}
	return last
}

// readLabel takes a cell as a label, if it is one, with its value: behind a colon in
// the same cell, right of it, or under it. Of two labels of one role the first that has a
// value counts.
func (f *Finder) readLabel(b *ProjectSheet, c workbook.Cell, taken map[workbook.Ref]bool) {
	before, behind, colon := strings.Cut(notation.Clean(c.Text), ":")
	heading, ok := f.meaning(notation.WithoutNumber(before))
	if asked := strings.TrimSuffix(before, "?"); !ok && asked != before && f.isAmountBeside(b.Sheet, c.Ref()) {
		heading, ok = f.meaning(asked) // "Er der en engangsudgift?" beside the amount
	}
	if !ok || heading.Role == notation.RoleYear || heading.Role == notation.RoleTotal {
		return
	}
	heading.At = c.Ref()
	l := Label{Column: heading}
	_, listed := f.listed([]string{before})
	answered := listed || colon || heading.Said.Question // by what stands under it, or nothing
	if behind = strings.TrimSpace(behind); colon && behind != "" {
		l.Value = workbook.Value{Kind: workbook.Text, Text: behind, Raw: behind, Origin: b.Origin(c.Ref())}
	} else if l.Value = f.valueOf(b, c.Ref(), taken, answered); l.Value.Blank() && !answered {
		return // a text that only speaks of such things
	}
	if b.isTitle(c.Ref()) && (l.Value.Blank() || notation.ListKinds[l.Role] != 0 && b.isTitle(b.RefOf(l.Value.Origin))) {
		return // and what stands beside it is another table's
	}
	if _, _, period := notation.Period(l.Value.Text); period && l.Role == notation.RoleInvestment {
		l.Role = notation.RolePeriod // "Bevilget: 2023-2025"
	}
	l.takeSaid()
	if l.Role == notation.RoleItem && notation.AsksWhatItIs(l.Heading) {
		l.Role = notation.RoleDescription
	}
	f.takeBehind(b, &l, taken)
	for i := range b.Labels {
		if b.Labels[i].Role == l.Role && notation.ListKinds[l.Role] == 0 {
			if b.Labels[i].Value.Blank() && !l.Value.Blank() {
				b.Labels[i] = l
			}
			return
		}
	}
	b.Labels = append(b.Labels, l)
}

// isTitle reports whether a cell stands right above a table of the block.
func (b *ProjectSheet) isTitle(at workbook.Ref) bool {
	return !b.inTable(at) && b.inTable(workbook.Ref{Row: at.Row + 1, Col: at.Col})
}

// isAmountBeside reports whether a label has an amount beside it.
func (f *Finder) isAmountBeside(s *workbook.Sheet, at workbook.Ref) bool {
	v := f.besideLabel(s, at)
	return v.Kind == workbook.Number || isAmount(v.Text)
}

// isLabel reports whether a cell holds a label of its own: a heading that is listed, one
// that ends in a colon, or one composed of words with something beside it.
func (f *Finder) isLabel(s *workbook.Sheet, v workbook.Value) bool {
	if v.Kind != workbook.Text || isAnswer(v.Text) {
		return false
	}
	before, _, colon := strings.Cut(v.Text, ":")
	if h, ok := f.listed([]string{before}); ok {
		return h.Role != notation.RoleYear
	}
	h, ok := f.meaning(before)
	if !ok || h.Role == notation.RoleYear {
		return false
	}
	if colon {
		return true
	}
	beside := f.besideLabel(s, s.RefOf(v.Origin))
	return !beside.Blank() && !f.isListed(beside.Text) // what stands before another label is a value
}

// isAnswer reports whether a text answers a question, and is no label whatever its words are about:
// "Ja, fraværet er faldet, siden vi startede".
func isAnswer(text string) bool {
	_, rest, certainty := notation.ReadAnswer(text)
	letter := len(firstWord(text)) < 2 // "J.nr. 25/1234"
	return certainty == notation.Certain && !letter && len(strings.Fields(rest)) > 1 && !strings.HasSuffix(text, "?")
}

// isAmongLabels reports whether the row of a label holds labels alone, three or more: then their
// values stand under them.
func (f *Finder) isAmongLabels(s *workbook.Sheet, at workbook.Ref) bool {
	row := s.Row(at.Row)
	if row == nil {
		return false
	}
	labels := 0
	for _, c := range s.CellsOf(row) {
		v := f.Book.Value(s, &c)
		if v.Blank() {
			continue
		}
		if _, ok := f.meaning(v.Text); !ok || c.Kind != workbook.Text {
			return false
		}
		labels++
	}
	return labels >= 3
}

// isListed reports whether a text is a heading in the list.
func (f *Finder) isListed(text string) bool {
	before, _, _ := strings.Cut(text, ":")
	_, ok := f.listed([]string{before})
	return ok
}

// valueOf is the value of a label: what stands next to it on the right, else under
// it; a blank cell on its right when there is nothing.
func (f *Finder) valueOf(b *ProjectSheet, at workbook.Ref, taken map[workbook.Ref]bool, under bool) workbook.Value {
	right, below := at, at
	if m := b.MergeAt(at); m != nil {
		right.Col, below.Row = m.To.Col, m.To.Row
	}
	right.Col++
	below.Row++
	for col := right.Col; col < right.Col+4; col++ {
		next := workbook.Ref{Row: at.Row, Col: col}
		v := f.At(b.Sheet, next)
		if v.Blank() && !v.Uncached {
			continue
		}
		if f.isLabel(b.Sheet, v) || b.inTable(next) {
			break
		}
		taken[next] = true
		return v
	}
	v := f.At(b.Sheet, below)
	label := f.isLabel(b.Sheet, v) && !(f.isAmongLabels(b.Sheet, at) && !f.isListed(v.Text))
	if under && !v.Blank() && !label && !b.inTable(below) {
		taken[below] = true
		return v
	}
	return workbook.Value{Origin: b.Origin(right)}
}
