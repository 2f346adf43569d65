package excel

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/xmltok"
)

// ErrNoCopy is returned for a workbook that is no annotated copy.
var ErrNoCopy = errors.New("the workbook is no annotated copy")

// Strip takes off what the program added to a copy. Of a copy that nobody changed it
// gives the input back, byte for byte; of one that another program has saved since it
// takes our sheets, columns, notes and tints off by the marks they carry, and exact is
// false. It fails with ErrNoCopy for a workbook that is no copy.
func Strip(data []byte) (stripped []byte, exact bool, err error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, false, classify(data, err)
	}
	if original, state := opc.Original(pkg); state == opc.Intact {
		return original, true, nil
	}
	c, err := findMarks(pkg)
	if err != nil {
		return nil, false, classify(data, err)
	}
	if !c.marked() {
		return nil, false, ErrNoCopy
	}
	stripped, err = c.takeOff("")
	return stripped, false, err
}

// markedCopy is a copy that another program has saved, and what is ours in it.
type markedCopy struct {
	*Book
	own      map[int]string          // our sheets, by index: which mark they carry
	columns  map[int][]sheetml.Range // our columns, by sheet
	edits    map[*opc.Part][]opc.Edit
	restored map[budget.Origin]string // fills that cells had before ours
}

// markCorrected is the defined name of a workbook that was made of a corrected copy;
// it holds the copy's SHA-256.
const markCorrected = markPrefix + "rettet"

// findMarks reads a package and finds what is ours in it.
func findMarks(pkg *opc.Package) (*markedCopy, error) {
	c := &markedCopy{Book: &Book{pkg: pkg}, own: map[int]string{}, columns: map[int][]sheetml.Range{}, edits: map[*opc.Part][]opc.Edit{}, restored: map[budget.Origin]string{}}
	if err := c.read(); err != nil {
		return nil, err
	}
	for _, n := range c.wb.Names {
		switch at, ok := c.target(n); {
		case n.Name == markAssessment || n.Name == markFindings || n.Name == markPolicy:
			if index, _, _ := place(at); ok {
				c.own[index] = n.Name
			}
		case strings.HasPrefix(n.Name, markColumns):
			if index, where, ok := c.area(n); ok {
				c.columns[index] = append(c.columns[index], c.ourColumns(index, where)...)
			}
		}
	}
	if len(c.own) > 0 || len(c.columns) > 0 || mentions(pkg, markAssessment) {
		c.findUnmarked()
	}
	return c, nil
}

// findUnmarked finds sheets of ours that their marks do not lead to any more, as some
// programs leave them when a sheet is renamed or copied: by headings that only ours have.
func (c *markedCopy) findUnmarked() {
	const within = 80
	for i, s := range c.sheets {
		if s == nil || c.own[i] != "" {
			continue
		}
		seen := map[budget.Key]bool{}
		for k := range s.Cells {
			if s.Cells[k].Row > within {
				break
			}
			for _, key := range []budget.Key{"head.included", "head.decision", "head.fault", "head.fix", "policy.fingerprint", "policy.table"} {
				seen[key] = seen[key] || isText(s.Cells[k].Text, key)
			}
		}
		switch {
		case seen["head.included"] && seen["head.decision"]:
			c.own[i] = markAssessment
		case seen["head.fault"] && seen["head.fix"]:
			c.own[i] = markFindings
		case seen["policy.fingerprint"] && seen["policy.table"]:
			c.own[i] = markPolicy
		}
	}
}

// mentions reports whether a workbook has defined names that begin with a text. Other
// workbooks are spared being read twice.
func mentions(pkg *opc.Package, text string) bool {
	wb, err := sheetml.ReadWorkbook(pkg)
	return err == nil && slices.ContainsFunc(wb.Names, func(n sheetml.DefinedName) bool { return strings.HasPrefix(n.Name, text) })
}

// marked reports whether the workbook is a copy of ours.
func (c *markedCopy) marked() bool {
	return (len(c.own) > 0 || len(c.columns) > 0) && len(c.own) < len(c.wb.Sheets)
}

// ourColumns are the columns of a marked range that are still ours: those under one of
// our headings, or, beside a project that has its sheet to itself, the column of our
// labels and the last. What somebody put between them, or in their place, is theirs.
func (c *markedCopy) ourColumns(index int, where sheetml.Range) []sheetml.Range {
	s := c.sheets[index]
	if s == nil {
		return nil
	}
	column := func(col int) sheetml.Range {
		return sheetml.Range{From: sheetml.Ref{Row: where.From.Row, Col: col}, To: sheetml.Ref{Row: where.To.Row, Col: col}}
	}
	var own []sheetml.Range
	for col := where.From.Col; col <= where.To.Col; col++ {
		head := s.Cell(sheetml.Ref{Row: where.From.Row, Col: col})
		if head == nil || !isOurHead(head.Text) {
			continue
		}
		own = append(own, column(col))
		if below := s.Cell(sheetml.Ref{Row: where.From.Row + 1, Col: col}); below != nil && isOurHead(below.Text) && col < where.To.Col {
			return append(own, column(where.To.Col)) // labels, and their values
		}
	}
	return own
}

// isOurHead reports whether a text is one of the headings of our columns.
func isOurHead(text string) bool {
	return slices.ContainsFunc([]budget.Key{"column.verdict", "column.coverage", "column.gap", "column.reason", "column.counts"}, func(key budget.Key) bool { return isText(text, key) })
}

// isText reports whether a text is one of ours in any language.
func isText(text string, key budget.Key) bool {
	return texts.Is(key, strings.TrimSpace(text))
}

// takeOff is the workbook without what is ours. With the digest of the copy it was, it
// is marked as made of a corrected copy.
func (c *markedCopy) takeOff(digest string) ([]byte, error) {
	without := map[*opc.Part]bool{}
	for index := range c.own {
		without[c.wb.Sheets[index].Part] = true
	}
	if record := c.pkg.Record(); record != nil {
		without[record] = true
	}
	rels, err := c.pkg.Relationships(c.wb.Part.Name)
	if err != nil {
		return nil, err
	}
	for _, r := range rels {
		// The order of calculation names cells of sheets that are no more; programs
		// make it anew.
		if part := c.pkg.Part(r.Target); r.Kind() == "calcChain" && part != nil {
			without[part] = true
		}
	}
	c.readFills()
	var styles *sheetml.StyleEdit
	if c.styles != nil {
		styles = sheetml.NewStyleEdit(c.styles)
	}
	for index, s := range c.sheets {
		if s == nil || c.own[index] != "" {
			continue
		}
		if err := c.cleanSheet(s, styles); err != nil {
			return nil, err
		}
	}
	if styles != nil {
		c.edits[c.styles.Part] = styles.Edits()
	}
	if err := c.cleanWorkbook(digest); err != nil {
		return nil, err
	}
	return opc.Rewrite(c.pkg, c.edits, without)
}

// cleanSheet takes our cells, tints and notes off a sheet of the department's.
func (c *markedCopy) cleanSheet(s *sheet, styles *sheetml.StyleEdit) error {
	edits, err := opc.Cut(s.part, func(x *xmltok.Scanner) bool {
		if string(x.Local()) != "c" {
			return false
		}
		ref, _ := x.AttrText("r")
		at, ok := sheetml.ParseRef(ref)
		return ok && c.isOurs(s.index, at)
	})
	if err != nil {
		return err
	}
	restyle := sheetml.NewSheetEdit(s.Sheet)
	for i := range s.Cells {
		cell := &s.Cells[i]
		if styles == nil || c.isOurs(s.index, cell.Ref()) || !c.isTinted(int(cell.Style)) {
			continue
		}
		fill := 0
		if before := c.restored[origin(s.index, cell.Ref())]; before != "" {
			fill = styles.Fill(before)
		}
		if style, ok := styles.Filled(int(cell.Style), fill); ok {
			restyle.Restyle(cell.Ref(), style)
		}
	}
	styled, err := restyle.Edits()
	if err != nil {
		return err
	}
	c.edits[s.part] = append(edits, styled...)
	return c.cleanNotes(s)
}

func (c *markedCopy) isOurs(index int, at sheetml.Ref) bool {
	return slices.ContainsFunc(c.columns[index], func(r sheetml.Range) bool { return r.Holds(at) })
}

// isTinted reports whether a style has the fill that we give a cell with a finding.
func (c *markedCopy) isTinted(style int) bool {
	if style >= len(c.styles.Formats) {
		return false
	}
	fill := c.styles.Formats[style].Number("fillId")
	if fill >= len(c.styles.Fills) {
		return false
	}
	raw := strings.ToUpper(c.styles.Fills[fill])
	return strings.Contains(raw, `"SOLID"`) && (strings.Contains(raw, `"FF`+errorTint+`"`) || strings.Contains(raw, `"FF`+warningTint+`"`))
}

// cleanNotes takes our notes off a sheet: whole ones with their boxes, and what we
// appended to a person's.
func (c *markedCopy) cleanNotes(s *sheet) error {
	rels, err := c.pkg.Relationships(s.part.Name)
	if err != nil {
		return err
	}
	removed := map[sheetml.Ref]bool{}
	for _, r := range rels {
		part := c.pkg.Part(r.Target)
		if r.Kind() != "comments" || part == nil {
			continue
		}
		content, err := part.Bytes()
		if err != nil {
			return err
		}
		_, err = opc.Cut(part, func(x *xmltok.Scanner) bool {
			if string(x.Local()) != "comment" || x.Empty {
				return false
			}
			ref, _ := x.AttrText("ref")
			at, _ := sheetml.ParseRef(ref)
			from := x.Offset()
			closing := "</" + string(x.Name) + ">"
			end := int64(bytes.Index(content[from:], []byte(closing))) + from + int64(len(closing))
			if edit, whole, ours := cleanNote(content[from:end]); ours {
				edit.At += from
				removed[at] = whole
				c.edits[part] = append(c.edits[part], edit)
			}
			return false
		})
		if err != nil {
			return err
		}
	}
	for _, r := range rels {
		if part := c.pkg.Part(r.Target); r.Kind() == "vmlDrawing" && part != nil {
			edits, err := cleanBoxes(part, removed)
			if err != nil {
				return err
			}
			c.edits[part] = append(c.edits[part], edits...)
		}
	}
	return nil
}

var (
	runStart  = regexp.MustCompile(`<(?:\w+:)?r\b[^>]*>`)
	textStart = regexp.MustCompile(`<(?:\w+:)?t\b[^>]*>`)
	textEnd   = regexp.MustCompile(`</(?:\w+:)?text>`)
	textClose = regexp.MustCompile(`</(?:\w+:)?t>`)
	runName   = regexp.MustCompile(`^<((?:\w+:)?r)\b`)
	anyTag    = regexp.MustCompile(`<[^>]*>`)
	blank     = regexp.MustCompile(`(?:\s|&#10;|&#13;|&#xA;|&#xa;|_x000[aAdD]_)+$`)
)

// cleanNote is the edit that takes our part off a note; whole, when nothing is left.
// What a person wrote before our heading, and after the line that ends our part, stays.
func cleanNote(note []byte) (edit opc.Edit, whole, ours bool) {
	at := -1
	for _, l := range budget.Languages() {
		if i := bytes.Index(note, []byte(texts.Text(l, "note.heading"))); i >= 0 {
			at = i
		}
	}
	end := textEnd.FindIndex(note[max(at, 0):])
	starts := textStart.FindAllIndex(note[:max(at, 0)], -1)
	if at < 0 || end == nil || len(starts) == 0 {
		return edit, false, false
	}
	until := at + end[0] // where our part ends
	after := false
	if mark := bytes.Index(note[at:until], []byte(noteEnd)); mark >= 0 {
		rest := anyTag.ReplaceAll(note[at+mark+len(noteEnd):until], nil)
		if after = len(bytes.TrimSpace(blank.ReplaceAll(rest, nil))) > 0; after {
			until = at + mark + len(noteEnd)
		}
	}
	start := starts[len(starts)-1]
	from := start[1] + len(blank.ReplaceAll(note[start[1]:at], nil))
	runs := runStart.FindAllIndex(note[:start[0]], -1)
	switch {
	case after: // the rest of the text goes on where ours ended
		insert := ""
		if tail := textStart.FindAllIndex(note[:until], -1); tail[len(tail)-1][0] != start[0] {
			last := tail[len(tail)-1]
			again := last[0]
			if opened := runStart.FindAllIndex(note[:last[0]], -1); len(opened) > 0 {
				again = opened[len(opened)-1][0]
			}
			closing := textClose.FindIndex(note[start[1]:])
			insert = string(note[start[1]+closing[0]:start[1]+closing[1]]) + closingOf(runs, note) + string(note[again:last[1]])
		}
		return opc.Edit{At: int64(from), Remove: int64(until - from), Insert: insert}, false, true
	case from > start[1]: // a person's text in the same run
		closing := textClose.Find(note[start[1]:])
		return opc.Edit{At: int64(from), Remove: int64(until - from), Insert: string(closing) + closingOf(runs, note)}, false, true
	case len(starts) > 1 && len(runs) > 1: // a person's runs before ours
		from := runs[len(runs)-1][0]
		return opc.Edit{At: int64(from), Remove: int64(until - from)}, false, true
	}
	return opc.Edit{Remove: int64(len(note))}, true, true
}

// closingOf ends the run that a text stands in; nothing where there are no runs.
func closingOf(runs [][]int, note []byte) string {
	if len(runs) == 0 {
		return ""
	}
	name := runName.FindSubmatch(note[runs[len(runs)-1][0]:])
	return "</" + string(name[1]) + ">"
}

var (
	vmlShape  = regexp.MustCompile(`(?s)<(?:\w+:)?shape\b.*?</(?:\w+:)?shape>`)
	vmlRow    = regexp.MustCompile(`<(?:\w+:)?Row>\s*(\d+)\s*<`)
	vmlColumn = regexp.MustCompile(`<(?:\w+:)?Column>\s*(\d+)\s*<`)
)

// cleanBoxes takes the boxes of removed notes out of a drawing.
func cleanBoxes(part *opc.Part, removed map[sheetml.Ref]bool) ([]opc.Edit, error) {
	content, err := part.Bytes()
	if err != nil {
		return nil, err
	}
	var edits []opc.Edit
	for _, at := range vmlShape.FindAllIndex(content, -1) {
		shape := content[at[0]:at[1]]
		row, column := vmlRow.FindSubmatch(shape), vmlColumn.FindSubmatch(shape)
		if row == nil || column == nil {
			continue
		}
		r, _ := strconv.Atoi(string(row[1]))
		col, _ := strconv.Atoi(string(column[1]))
		if removed[sheetml.Ref{Row: r + 1, Col: col + 1}] {
			edits = append(edits, opc.Edit{At: int64(at[0]), Remove: int64(at[1] - at[0])})
		}
	}
	return edits, nil
}

// cleanWorkbook takes our sheets and names off the workbook, and numbers anew what
// refers to sheets by their place.
func (c *markedCopy) cleanWorkbook(digest string) error {
	sheet := -1
	var numbers []opc.Edit
	edits, err := opc.Cut(c.wb.Part, func(x *xmltok.Scanner) bool {
		switch string(x.Local()) {
		case "sheet":
			sheet++
			return c.own[sheet] != ""
		case "workbookView":
			numbers = append(numbers, c.renumbered(x, "activeTab", "firstSheet")...)
		case "definedName":
			name, _ := x.AttrText("name")
			if strings.HasPrefix(name, markPrefix) && !strings.HasPrefix(name, exampleMark) {
				return true
			}
			if local, isLocal := x.Attr("localSheetId"); isLocal {
				if i, err := strconv.Atoi(string(local)); err == nil && c.own[i] != "" {
					return true
				}
				numbers = append(numbers, c.renumbered(x, "localSheetId")...)
			}
		}
		return false
	})
	if err != nil {
		return err
	}
	c.edits[c.wb.Part] = slices.Concat(edits, numbers)
	if digest != "" {
		name := sheetml.DefinedName{Name: markCorrected, Text: `"` + digest + `"`, Sheet: -1, Hidden: true}
		c.edits[c.wb.Part] = append(c.edits[c.wb.Part], c.wb.AddNames([]sheetml.DefinedName{name})...)
	}
	return nil
}

// renumbered are the edits that number anew attributes that hold a sheet's place.
func (c *markedCopy) renumbered(x *xmltok.Scanner, names ...string) []opc.Edit {
	var edits []opc.Edit
	for _, a := range x.Attrs {
		if !slices.Contains(names, string(a.Name)) {
			continue
		}
		was, err := strconv.Atoi(string(a.Value))
		if err != nil {
			continue
		}
		if was >= len(c.wb.Sheets) {
			continue
		}
		now := was
		for index := range c.own {
			if index < was {
				now--
			}
		}
		now = min(now, len(c.wb.Sheets)-len(c.own)-1)
		if now != was {
			edits = append(edits, opc.Edit{At: a.Offset, Remove: int64(len(a.Value)), Insert: itoa(max(now, 0))})
		}
	}
	return edits
}

// entry is what people wrote of a project in our sheet of verdicts.
type entry struct{ project, department, included, decision string }

// handwritten is what people wrote in the columns meant for them.
func (c *markedCopy) handwritten() []entry {
	var all []entry
	for index, s := range c.sheets {
		if s == nil || c.own[index] != markAssessment {
			continue
		}
		for _, e := range c.entriesOn(s) {
			if !slices.Contains(all, e) { // a copy of our sheet says the same
				all = append(all, e)
			}
		}
	}
	return all
}

func (c *markedCopy) entriesOn(s *sheet) []entry {
	head, included, decision := 0, 0, 0
	for i := range s.Cells {
		switch cell := &s.Cells[i]; {
		case isText(cell.Text, "head.included"):
			head, included = int(cell.Row), int(cell.Col)
		case isText(cell.Text, "head.decision"):
			decision = int(cell.Col)
		}
	}
	if head == 0 || decision == 0 {
		return nil
	}
	text := func(row, col int) string {
		return strings.TrimSpace(c.at(s, sheetml.Ref{Row: row, Col: col}).text)
	}
	var all []entry
	for _, row := range s.Rows {
		row := int(row.Number)
		if row > head && isText(text(row, colProject), "foot") {
			break
		}
		e := entry{text(row, colProject), text(row, colDepartment), text(row, included), text(row, decision)}
		if row > head && (e.included != "" || e.decision != "") {
			all = append(all, e)
		}
	}
	return all
}

// readFills reads which fills cells had before ours, from our sheet of findings.
func (c *markedCopy) readFills() {
	for index, mark := range c.own {
		s := c.sheets[index]
		if mark != markFindings || s == nil {
			continue
		}
		for i := range s.Cells {
			if cell := &s.Cells[i]; int(cell.Col) == colFill && strings.HasPrefix(cell.Text, "<fill") {
				if at := s.Cell(sheetml.Ref{Row: int(cell.Row), Col: colPlace}); at != nil {
					if o, ok := c.target(sheetml.DefinedName{Text: at.Text}); ok {
						c.restored[o] = cell.Text
					}
				}
			}
		}
	}
}
