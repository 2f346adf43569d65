package annotate

import (
	"errors"
	"maps"
	"strings"

	"videre/budget"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
	"videre/excel/layout"
	"videre/excel/workbook"
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
		return nil, false, workbook.Classify(data, err)
	}
	if original, state := opc.Original(pkg); state == opc.Intact {
		return original, true, nil
	}
	c, err := FindMarks(pkg)
	if err != nil {
		return nil, false, workbook.Classify(data, err)
	}
	if !c.Marked() {
		return nil, false, ErrNoCopy
	}
	stripped, err = c.TakeOff("")
	return stripped, false, err
}

// taking is a copy that is being taken apart.
type taking struct {
	*MarkedCopy
	styles *sheetml.StyleEdit       // nil when the workbook has none
	fills  map[budget.Origin]string // that cells had before ours
	edits  map[*opc.Part][]opc.Edit
}

// TakeOff is the workbook without what is ours. With the digest of the copy it was, it
// is marked as made of a corrected copy.
func (c *MarkedCopy) TakeOff(digest string) ([]byte, error) {
	t := &taking{MarkedCopy: c, fills: c.readFills(), edits: map[*opc.Part][]opc.Edit{}}
	if c.book.Styles != nil {
		t.styles = sheetml.NewStyleEdit(c.book.Styles)
	}
	for index, s := range c.book.Sheets {
		if s == nil || c.own[index] != "" {
			continue
		}
		if err := t.cleanSheet(s); err != nil {
			return nil, err
		}
	}
	if t.styles != nil { // when every sheet has said which formats it wants
		t.edits[c.book.Styles.Part] = t.styles.Edits()
	}
	if err := t.cleanWorkbook(digest); err != nil {
		return nil, err
	}
	without, err := c.ourParts()
	if err != nil {
		return nil, err
	}
	return opc.Rewrite(c.book.Package, t.edits, without)
}

// ourParts are the parts that go: our sheets, the record, and the order of calculation,
// which names cells of sheets that are no more and which programs make anew.
func (c *MarkedCopy) ourParts() (map[*opc.Part]bool, error) {
	ours := map[*opc.Part]bool{}
	for index := range c.own {
		ours[c.book.Workbook.Sheets[index].Part] = true
	}
	if record := c.book.Package.Record(); record != nil {
		ours[record] = true
	}
	rels, err := c.book.Package.Relationships(c.book.Workbook.Part.Name)
	for _, r := range rels {
		if part := c.book.Package.Part(r.Target); r.Kind() == "calcChain" && part != nil {
			ours[part] = true
		}
	}
	return ours, err
}

// cleanSheet takes our cells, tints and notes off a sheet of the department's.
func (t *taking) cleanSheet(s *workbook.Sheet) error {
	edits, err := sheetml.RemoveCells(s.Part, func(at sheetml.Ref) bool { return t.isOurs(s.Index, at) })
	if err != nil {
		return err
	}
	untinted, err := t.untint(s)
	if err != nil {
		return err
	}
	t.edits[s.Part] = append(edits, untinted...)
	return t.cleanNotes(s)
}

// untint gives each cell that we tinted the fill it had, or none.
func (t *taking) untint(s *workbook.Sheet) ([]opc.Edit, error) {
	if t.styles == nil {
		return nil, nil
	}
	edit := sheetml.NewSheetEdit(s.Sheet)
	for i := range s.Cells {
		cell := &s.Cells[i]
		if t.isOurs(s.Index, cell.Ref()) || !t.isTinted(int(cell.Style)) {
			continue
		}
		fill := 0
		if before := t.fills[workbook.OriginOf(s.Index, cell.Ref())]; before != "" {
			fill = t.styles.Fill(before)
		}
		if style, ok := t.styles.Filled(int(cell.Style), fill); ok {
			edit.Restyle(cell.Ref(), style)
		}
	}
	return edit.Edits()
}

// cleanNotes takes our notes off a sheet: whole ones with their boxes, and what we
// appended to a person's.
func (t *taking) cleanNotes(s *workbook.Sheet) error {
	rels, err := t.book.Package.Relationships(s.Part.Name)
	if err != nil {
		return err
	}
	gone := map[sheetml.Ref]bool{}
	for _, r := range rels {
		if part := t.book.Package.Part(r.Target); r.Kind() == "comments" && part != nil {
			edits, of, err := sheetml.RemoveNotes(part, ourNotes())
			if err != nil {
				return err
			}
			t.edits[part] = append(t.edits[part], edits...)
			maps.Copy(gone, of)
		}
	}
	for _, r := range rels { // the boxes when it is known which notes are gone
		if part := t.book.Package.Part(r.Target); r.Kind() == "vmlDrawing" && part != nil {
			drawing, err := sheetml.ReadDrawing(part)
			if err != nil {
				return err
			}
			t.edits[part] = append(t.edits[part], drawing.RemoveShapes(gone)...)
		}
	}
	return nil
}

// ourNotes tell our notes from people's, in whichever language they were written.
func ourNotes() sheetml.NoteMarks {
	marks := sheetml.NoteMarks{End: noteEnd}
	for _, l := range budget.Languages() {
		marks.Headings = append(marks.Headings, text.Of(l, "note.heading"))
	}
	return marks
}

// cleanWorkbook takes our sheets and names off the workbook. With the digest of the copy
// it was, that is noted in a name.
func (t *taking) cleanWorkbook(digest string) error {
	removal := sheetml.Removal{Sheets: map[int]bool{}, Names: isOurName}
	for index := range t.own {
		removal.Sheets[index] = true
	}
	if digest != "" {
		corrected := sheetml.DefinedName{Name: MarkCorrected, Text: `"` + digest + `"`, Sheet: -1, Hidden: true}
		removal.Instead = []sheetml.DefinedName{corrected}
	}
	edits, err := t.book.Workbook.Remove(removal)
	t.edits[t.book.Workbook.Part] = edits
	return err
}

// isOurName reports whether a defined name is a mark of a copy; that of an example in a
// template stays with the department's sheet.
func isOurName(name string) bool {
	return strings.HasPrefix(name, workbook.MarkPrefix) && !strings.HasPrefix(name, layout.ExampleMark)
}
