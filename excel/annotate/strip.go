package annotate

import (
	"errors"
	"maps"
	"strings"

	"videre/budget"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// ErrNoCopy is returned by [Strip] for a workbook that is no annotated copy.
var ErrNoCopy = errors.New("the workbook is no annotated copy")

// Strip takes off what the program added to a copy. Of a copy that is proved to be as the
// program made it, see [Undo], it gives the input back, byte for byte; of any other it
// takes our sheets, columns, notes and tints off by the marks they carry, and exact is
// false. It fails with [ErrNoCopy] for a workbook that is no copy, and with a
// [*workbook.Unreadable] for data that is no workbook or is damaged.
func Strip(data []byte, remake Remake) (stripped []byte, exact bool, err error) {
	defer workbook.Guard(&err)
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, false, workbook.Classify(data, err)
	}
	c, err := findMarks(pkg)
	if err != nil {
		return nil, false, workbook.Classify(data, err)
	}
	if restored, state := opc.Original(pkg); state == opc.Sealed && c.intact(data, restored, remake) != nil {
		return restored.Input, true, nil
	}
	if !c.isCopy() {
		return nil, false, ErrNoCopy
	}
	if stripped, err = c.takeOff(""); err != nil {
		return nil, false, workbook.Classify(data, err)
	}
	return stripped, false, nil
}

// ownRemoval gathers the edits that take what is ours off a copy.
type ownRemoval struct {
	*markedCopy
	styles *sheetml.StyleEdit       // nil when the workbook has none
	fills  map[budget.Origin]string // that cells had before ours
	edits  map[*opc.Part][]opc.Edit
}

// takeOff is the workbook without what is ours. With the digest of the copy it was, it
// is marked as made of a corrected copy.
func (c *markedCopy) takeOff(digest string) ([]byte, error) {
	r := &ownRemoval{markedCopy: c, fills: c.readFills(), edits: map[*opc.Part][]opc.Edit{}}
	if c.book.Styles != nil {
		r.styles = sheetml.NewStyleEdit(c.book.Styles)
	}
	for index, s := range c.book.Sheets {
		if s == nil || c.own[index] != "" && !c.stays(index) {
			continue
		}
		if err := r.cleanSheet(s); err != nil {
			return nil, err
		}
	}
	if r.styles != nil { // when every sheet has said which formats it wants
		r.edits[c.book.Styles.Part] = r.styles.Edits()
	}
	if err := r.cleanWorkbook(digest); err != nil {
		return nil, err
	}
	without, err := c.ourParts()
	if err != nil {
		return nil, err
	}
	return opc.Rewrite(c.book.Package, r.edits, without)
}

// ourParts are the parts that go: our sheets, the record, and the order of calculation,
// which names cells of sheets that are no more and which programs make anew.
func (c *markedCopy) ourParts() (map[*opc.Part]bool, error) {
	ours := map[*opc.Part]bool{}
	for index := range c.own {
		if c.stays(index) {
			continue
		}
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
func (r *ownRemoval) cleanSheet(s *workbook.Sheet) error {
	edits, err := sheetml.RemoveCells(s.Part, func(at sheetml.Ref) bool { return r.isOurs(s.Index, at) })
	if err != nil {
		return err
	}
	untinted, err := r.untint(s)
	if err != nil {
		return err
	}
	r.edits[s.Part] = append(edits, untinted...)
	return r.cleanNotes(s)
}

// untint gives each cell that we tinted the fill it had, or none.
func (r *ownRemoval) untint(s *workbook.Sheet) ([]opc.Edit, error) {
	if r.styles == nil {
		return nil, nil
	}
	edit := sheetml.NewSheetEdit(s.Sheet)
	for i := range s.Cells {
		cell := &s.Cells[i]
		if r.isOurs(s.Index, cell.Ref()) || !r.isTinted(int(cell.Style)) {
			continue
		}
		fill := 0
		if before := r.fills[workbook.OriginOf(s.Index, cell.Ref())]; before != "" {
			fill = r.styles.Fill(before)
		}
		if style, ok := r.styles.Filled(int(cell.Style), fill); ok {
			edit.Restyle(cell.Ref(), style)
		}
	}
	return edit.Edits()
}

// readFills are the fills that cells had before ours, as our sheet of findings keeps them.
func (c *markedCopy) readFills() map[budget.Origin]string {
	fills := map[budget.Origin]string{}
	for index, mark := range c.own {
		s := c.book.Sheets[index]
		if mark != markFindings || s == nil {
			continue
		}
		for i := range s.Cells {
			fill := &s.Cells[i]
			if int(fill.Col) != colFill || !strings.HasPrefix(fill.Text, "<fill") {
				continue
			}
			place := s.Cell(sheetml.Ref{Row: int(fill.Row), Col: colPlace})
			if place == nil {
				continue
			}
			if o, ok := c.book.Target(sheetml.DefinedName{Text: place.Text}); ok {
				fills[o] = fill.Text
			}
		}
	}
	return fills
}

// isTinted reports whether a style has the fill that we give a cell with a finding.
func (c *markedCopy) isTinted(style int) bool {
	return c.book.Styles.IsTinted(style, sheets.ErrorTint, sheets.WarningTint)
}

// cleanNotes takes our notes off a sheet: whole ones with their boxes, and what we
// appended to a person's.
func (r *ownRemoval) cleanNotes(s *workbook.Sheet) error {
	rels, err := r.book.Package.Relationships(s.Part.Name)
	if err != nil {
		return err
	}
	gone := map[sheetml.Ref]bool{}
	for _, rel := range rels {
		if part := r.book.Package.Part(rel.Target); rel.Kind() == "comments" && part != nil {
			edits, of, err := sheetml.RemoveNotes(part, r.ourNotes())
			if err != nil {
				return err
			}
			r.edits[part] = append(r.edits[part], edits...)
			maps.Copy(gone, of)
			r.notes = append(r.notes, notesOn(s, of)...)
		}
	}
	for _, rel := range rels { // the boxes when it is known which notes are gone
		if part := r.book.Package.Part(rel.Target); rel.Kind() == "vmlDrawing" && part != nil {
			drawing, err := sheetml.ReadDrawing(part)
			if err != nil {
				return err
			}
			r.edits[part] = append(r.edits[part], drawing.RemoveShapes(gone)...)
		}
	}
	return nil
}

// notesOn are the cells of a sheet that notes of ours stood on.
func notesOn(s *workbook.Sheet, gone map[sheetml.Ref]bool) []string {
	var all []string
	for _, r := range rangesOf(gone) {
		all = append(all, s.Name+"!"+r.String())
	}
	return all
}

// ourNotes tell our notes from people's, in whichever language they were written.
func (c *markedCopy) ourNotes() sheetml.NoteMarks {
	return sheetml.NoteMarks{Headings: noteHeadings(), End: noteEnd, Ours: func(note string) bool {
		for _, heading := range noteHeadings() {
			note = strings.TrimPrefix(note, heading)
		}
		return c.sentences.note(strings.TrimSuffix(strings.TrimSpace(note), noteEnd))
	}}
}

// noteHeadings are how our notes begin, in each language.
func noteHeadings() []string {
	var all []string
	for _, l := range budget.Languages() {
		all = append(all, text.Of(l, "note.heading"))
	}
	return all
}

// cleanWorkbook takes our sheets and names off the workbook. With the digest of the copy
// it was, that is noted in a name.
func (r *ownRemoval) cleanWorkbook(digest string) error {
	removal := sheetml.Removal{Sheets: map[int]bool{}, Names: isOurName}
	for index := range r.own {
		if !r.stays(index) {
			removal.Sheets[index] = true
		}
	}
	if digest != "" {
		corrected := sheetml.DefinedName{Name: markCorrected, Text: `"` + digest + `"`, Sheet: -1, Hidden: true}
		removal.Instead = append([]sheetml.DefinedName{corrected}, r.keptMarks()...)
	}
	edits, err := r.book.Workbook.Remove(removal)
	r.edits[r.book.Workbook.Part] = edits
	return err
}

// isOurName reports whether a defined name is a mark of a copy; that of an example in a
// template stays with the department's sheet.
func isOurName(name string) bool {
	return strings.HasPrefix(name, workbook.MarkPrefix) && !strings.HasPrefix(name, layout.ExampleMark)
}
