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

// nameLabels are the cells of labels that give a project's name: with the name behind a
// colon, or beside it. A name that was given just above is the same project's.
func (f *Finder) nameLabels(s *workbook.Sheet) []workbook.Ref {
	var starts []workbook.Ref
	given := map[string]bool{}
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) > maxBlockRows || f.isHeadingRow(s, row, everywhere) && !f.beginsWithNumbered(s, row) && !f.isTitledBeside(s, row) {
			continue
		}
		if i > 0 && s.Rows[i-1].Number == row.Number-1 && f.holds(s, &s.Rows[i-1]) > 2 {
			continue // a row among others
		}
		for _, c := range s.CellsOf(row) {
			if name := f.namedBy(s, c); name != "" && !given[strings.ToLower(name)] {
				starts = append(starts, c.Ref())
				given[strings.ToLower(name)] = true
			}
		}
	}
	return starts
}

// isTitledBeside reports whether a row holds a label with its value, and a title behind a blank column:
// that of a table beside a project's facts.
func (f *Finder) isTitledBeside(s *workbook.Sheet, row *workbook.Row) bool {
	var filled []workbook.Ref
	for _, c := range s.CellsOf(row) {
		if !f.Book.Value(s, &c).Blank() {
			filled = append(filled, c.Ref())
		}
	}
	if len(filled) != 3 || filled[1].Col != lastOf(s, filled[0])+1 || filled[2].Col <= lastOf(s, filled[1])+1 {
		return false
	}
	return !f.isListed(f.cellText(s, filled[1]))
}

// beginsWithNumbered reports whether a row begins with a label that a number tells from others
// like it, as no row of headings does: "Projekt 2".
func (f *Finder) beginsWithNumbered(s *workbook.Sheet, row *workbook.Row) bool {
	for _, c := range s.CellsOf(row) {
		if text := f.cellText(s, c.Ref()); text != "" {
			return notation.WithoutNumber(text) != text
		}
	}
	return false
}

// firstLabels are the first labels of runs of labels with values that say when a project ends,
// where those say nothing known: "Forslag 1" over "Ophører". What stands beside is the name.
func (f *Finder) firstLabels(s *workbook.Sheet) []workbook.Ref {
	var starts []workbook.Ref
	for i := range s.Rows {
		row := &s.Rows[i]
		at, ok := f.labelled(s, row)
		if !ok {
			continue // most rows, which need not be read
		}
		if h, known := f.labelMeaning(s, at); !known || h.Role != notation.RoleExpiry && h.Role != notation.RolePeriod {
			continue
		}
		top := f.topLabel(s, at)
		name := f.besideLabel(s, top)
		h, known := f.labelMeaning(s, top)
		isFact := known && (slices.Contains(factRoles, h.Role) || slices.Contains(moreRoles, h.Role) || slices.Contains(toldRoles, h.Role))
		if top != at && !isFact && name.Kind == workbook.Text && len([]rune(name.Text)) <= longestName && !slices.Contains(starts, top) {
			starts = append(starts, top)
		}
	}
	return starts
}

// topLabel is the first label of the run of labels, each with one value, that one stands in.
func (f *Finder) topLabel(s *workbook.Sheet, at workbook.Ref) workbook.Ref {
	top := at
	for above := s.Row(top.Row - 1); above != nil; above = s.Row(top.Row - 1) {
		next, ok := f.labelled(s, above)
		if !ok || next.Col != at.Col {
			break
		}
		top = next
	}
	return top
}

// titlesOfLabels are the texts that stand alone right above runs of labels that say when a project
// ends: its name, where nothing calls it so. None of them is a label, or stands twice.
func (f *Finder) titlesOfLabels(s *workbook.Sheet) []workbook.Ref {
	var titles []workbook.Ref
	given := map[string]bool{}
	for i := range s.Rows {
		at, ok := f.labelled(s, &s.Rows[i])
		if !ok {
			continue
		}
		if h, known := f.labelMeaning(s, at); !known || h.Role != notation.RoleExpiry && h.Role != notation.RolePeriod {
			continue
		}
		title := workbook.Ref{Row: f.topLabel(s, at).Row - 1, Col: at.Col}
		text := f.cellText(s, title)
		row := s.Row(title.Row)
		if row == nil || f.holds(s, row) != 1 || !f.mayName(s, title) || given[text] {
			return nil
		}
		titles, given[text] = append(titles, title), true
	}
	return titles
}

// namesPart reports whether a title may name the project of a part of a sheet: of one of several, or
// of one that the sheet is called by too.
func (f *Finder) namesPart(s *workbook.Sheet, title workbook.Ref) bool {
	several := len(f.Book.Sheets[s.Index].Rows) > len(s.Rows)
	return several || strings.EqualFold(f.cellText(s, title), strings.TrimSpace(s.Name))
}

// mayName reports whether a cell holds a short text that is no sentence and no heading that is listed: a
// project may be named "Fælles Start".
func (f *Finder) mayName(s *workbook.Sheet, at workbook.Ref) bool {
	v := f.Book.At(s, at)
	return v.Kind == workbook.Text && !v.Blank() && len([]rune(v.Text)) <= longestName && !f.isListed(v.Text) &&
		!strings.ContainsAny(v.Text[len(v.Text)-1:], ".:?!")
}

// longestName is how many letters the name of a project may have that no heading calls so.
const longestName = 80

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

// nameByFirstLabel names the project of a block whose labels do not say its name.
func (f *Finder) nameByFirstLabel(b *ProjectSheet) {
	if b.Label(notation.RoleName) != nil {
		return
	}
	if starts := f.firstLabels(b.Sheet); len(starts) == 1 {
		heading := Column{Role: notation.RoleName, At: starts[0], Heading: f.cellText(b.Sheet, starts[0])}
		b.Labels = append(b.Labels, Label{Column: heading, Value: f.besideLabel(b.Sheet, starts[0])})
	} else if titles := f.titlesOfLabels(b.Sheet); len(titles) == 1 && f.namesPart(b.Sheet, titles[0]) {
		heading := Column{Role: notation.RoleName, At: titles[0], Heading: f.cellText(b.Sheet, titles[0])}
		b.Labels = append(b.Labels, Label{Column: heading, Value: f.withoutOrdinal(b.Sheet, titles[0])})
	} else {
		f.nameByTitle(b)
	}
}

// nameByTitle names the project of a sheet that is called by it too, in a text above its labels: "Tryg
// Udskrivning", or "Besvarelse vedr. Tryg Udskrivning".
func (f *Finder) nameByTitle(b *ProjectSheet) {
	if len(b.Labels) == 0 || len(f.Book.Sheets[b.Index].Rows) > len(b.Rows) {
		return
	}
	for i := range b.Rows {
		row := &b.Rows[i]
		if int(row.Number) >= b.Labels[0].At.Row {
			return
		}
		for _, c := range b.CellsOf(row) {
			name := f.Book.Value(b.Sheet, &c)
			if name.Kind != workbook.Text || !notation.IsNamedFor(name.Text, b.Name) || f.isListed(b.Name) {
				continue
			}
			name.Text = strings.TrimSpace(b.Name)
			heading := Column{Role: notation.RoleName, At: c.Ref(), Heading: f.cellText(b.Sheet, c.Ref())}
			b.Labels = append(b.Labels, Label{Column: heading, Value: name})
			return
		}
	}
}

// withoutOrdinal is a title without the number of its section, where the titles of the sheet's other
// projects have one too: "1. Grønne Hænder". A name of its own may begin with one: "7 veje til job".
func (f *Finder) withoutOrdinal(s *workbook.Sheet, title workbook.Ref) workbook.Value {
	v := f.Book.At(s, title)
	whole := f.Book.Sheets[s.Index]
	titles := f.titlesOfLabels(whole)
	for _, at := range titles {
		if name, ok := notation.WithoutOrdinal(f.cellText(whole, at)); !ok || name == "" {
			return v
		}
	}
	if name, ok := notation.WithoutOrdinal(v.Text); ok && len(titles) > 1 {
		v.Text = name
	}
	return v
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

// takeSaid gives a label that asks about money the kind of the amount that its answer states in a
// sentence: "Hvad sparer I, og hvem får pengene?" before "Vi sparer 430.000 kr. om året på …".
func (l *Label) takeSaid() {
	asks := []Role{notation.RoleItem, notation.RoleArea, notation.RolePayer, notation.RoleAnnual}
	if !slices.Contains(asks, l.Role) {
		return
	}
	said, ok := notation.ReadSaidAmount(l.Value.Text)
	for role, kind := range notation.ListKinds {
		if ok && kind == said.Kind {
			l.Role, l.Group = role, notation.HeadingKey(l.Heading)
		}
	}
}

// addSaidSaving takes the amount that the answer to whether money is saved states, or that stands behind
// its words, for a saving of the project: "Ja, kommunen sparer 2,1 mio. kr. om året på forsorgshjem".
// Where savings stand elsewhere in the block too, it is none of its own.
func (f *Finder) addSaidSaving(b *ProjectSheet, taken map[workbook.Ref]bool) {
	answer := b.Label(notation.RoleEconomic)
	if answer == nil || answer.Value.Kind != workbook.Text || len(b.Tables) > 0 || b.hasSavings() {
		return
	}
	saving := Label{Column: answer.Column, Value: answer.Value}
	saving.Role, saving.Group = roleOf(budget.Saving), notation.HeadingKey(answer.Heading)
	said, ok := notation.ReadSaidAmount(answer.Value.Text)
	if !ok {
		f.takeBehind(b, &saving, taken)
		if payer, certainty := notation.ReadPayer(answer.Value.Text); certainty == notation.Certain {
			saving.Payers = []budget.Payer{payer}
		}
	}
	if ok && said.Kind == budget.Saving || saving.Value.Origin != answer.Value.Origin {
		b.Labels = append(b.Labels, saving)
	}
}

// hasSavings reports whether a label of the block gives a saving.
func (b *ProjectSheet) hasSavings() bool {
	return slices.ContainsFunc(b.Labels, func(l Label) bool {
		return notation.ListKinds[l.Role] == budget.Saving && !l.Value.Blank()
	})
}

// roleOf is the role of the amounts of a kind among labels.
func roleOf(kind budget.Kind) Role {
	for role, of := range notation.ListKinds {
		if of == kind {
			return role
		}
	}
	return ""
}

// amountBehind is the amount that stands behind the words of an answer, in a column of its own, and what
// is said of its unit above it or beside it; ok is false for none, or two.
func (f *Finder) amountBehind(b *ProjectSheet, answer workbook.Value) (amount workbook.Value, unit string, ok bool) {
	at := b.RefOf(answer.Origin)
	for col := at.Col + 1; col < at.Col+5; col++ {
		v := f.At(b.Sheet, workbook.Ref{Row: at.Row, Col: col})
		switch {
		case v.Kind == workbook.Number || isAmount(v.Text):
			if ok {
				return workbook.Value{}, "", false
			}
			amount, ok = v, true
		case ok && unit == "":
			unit = v.Text
		}
	}
	return amount, unit, ok
}

// takeBehind takes, for a label that asks for an amount and is answered in words, the amount that stands
// behind them: "To sygeplejersker", "1.900.000", "kr. pr. år".
func (f *Finder) takeBehind(b *ProjectSheet, l *Label, taken map[workbook.Ref]bool) {
	if notation.ListKinds[l.Role] == 0 || l.Value.Kind != workbook.Text || l.Value.Blank() || isAmount(l.Value.Text) ||
		notation.ReadUnquantified(l.Value.Text) != notation.Unread || strings.ContainsAny(l.Value.Text, "0123456789") {
		return
	}
	amount, unit, ok := f.amountBehind(b, l.Value)
	if !ok {
		return
	}
	if composed, known := f.meaning(l.Heading, unit); known && unit != "" && composed.Role == l.Role && len(l.Units) == 0 {
		l.Units = composed.Units
	}
	l.Value = amount
	taken[b.RefOf(amount.Origin)] = true
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
