package annotate

import (
	"maps"
	"path"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/workbook"
)

// noteFindings gives each cell with an error or a warning a fill and a note.
func (e *departmentEdit) noteFindings() error {
	found := map[budget.Origin][]budget.Finding{}
	for _, f := range e.report.Findings {
		if e.report.Policy.SeverityOf(f.Code) != budget.SeverityInfo && f.Origin != budget.NoOrigin {
			found[f.Origin] = append(found[f.Origin], f)
		}
	}
	bySheet := map[int][]sheetml.NewNote{}
	for _, o := range slices.Sorted(maps.Keys(found)) {
		index, at, _ := workbook.PlaceOf(o)
		if index >= len(e.Book.Sheets) || e.Book.Sheets[index] == nil {
			continue
		}
		e.tint(index, at, found[o])
		bySheet[index] = append(bySheet[index], e.note(index, at, found[o]))
	}
	for _, index := range slices.Sorted(maps.Keys(bySheet)) {
		if err := e.addNotes(e.Book.Sheets[index], bySheet[index]); err != nil {
			return err
		}
	}
	return nil
}

// tint fills a cell for the gravest of its findings, its own format kept.
func (e *departmentEdit) tint(index int, at sheetml.Ref, findings []budget.Finding) {
	tint := sheets.WarningTint
	for _, f := range findings {
		if e.report.Policy.SeverityOf(f.Code) == budget.SeverityError {
			tint = sheets.ErrorTint
		}
	}
	style := 0
	if c := e.Book.Sheets[index].Cell(at); c != nil {
		style = int(c.Style)
	}
	if filled, ok := e.styles.Tinted(style, tint); ok {
		e.sheet(index).Restyle(at, filled)
		e.keepFill(workbook.OriginOf(index, at), style)
	} else {
		e.uncoloured = true
	}
}

// keepFill keeps a cell's own fill on our sheet of findings, so that it can be given
// back when another program has saved the copy.
func (e *departmentEdit) keepFill(o budget.Origin, style int) {
	fill := e.Book.Styles.OwnFill(style)
	if fill == "" {
		return
	}
	if e.fills == nil {
		e.fills = map[budget.Origin]string{}
	}
	e.fills[o] = fill
}

// note is the note of a cell's findings, the gravest first.
func (e *departmentEdit) note(index int, at sheetml.Ref, findings []budget.Finding) sheetml.NewNote {
	locate := e.sheetLocator(index)
	var lines []string
	for _, f := range e.report.Policy.GravestFirst(findings) {
		word := e.Language.Word(e.report.Policy.SeverityOf(f.Code))
		said := e.Language.Fault(f, locate) + " " + e.Language.Fix(f, locate)
		lines = append(lines, sheets.Capital(word)+" "+f.Code.String()+": "+said)
	}
	return sheetml.NewNote{At: at, Heading: e.Text("note.heading"), Text: strings.Join(lines, "\n") + "\n" + noteEnd}
}

// noteEnd is the line that ends our part of a note: what stands after it is a person's.
const noteEnd = "– videre –"

const (
	notesType   = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
	drawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing"
	// Drawings of notes are of the Transitional type in Strict workbooks too.
	drawingRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing"
)

// addNotes adds notes to a sheet: to its part of notes and its drawing, or to new
// ones where it has none. A cell whose note cannot be placed safely is noted.
func (e *departmentEdit) addNotes(s *workbook.Sheet, notes []sheetml.NewNote) error {
	existing, err := e.existing(s)
	if err != nil {
		return err
	}
	var placed []sheetml.NewNote
	var boxes []sheetml.Box
	for _, n := range notes {
		other := existing.notes.On(n.At)
		if other != nil && other.Threaded || existing.stuck {
			e.noNotes = append(e.noNotes, workbook.OriginOf(s.Index, n.At))
			continue
		}
		placed = append(placed, n)
		if other == nil {
			boxes = append(boxes, sheetml.Box{At: n.At, Lines: linesOf(n.Text) + 2})
		}
	}
	if len(placed) == 0 {
		return nil
	}
	if err := e.addBoxes(s, existing, boxes); err != nil {
		return err
	}
	if existing.notes != nil {
		e.draft.Edit(existing.notes.Part, existing.notes.AddNotes(e.Text("note.author"), placed)...)
		return nil
	}
	name := e.draft.FreeName(folderOf(e.Book.Workbook.Part.Name) + "comments%d.xml")
	e.draft.Add(name, notesType, sheetml.NewNotesPart(e.Book.Workbook.Space(), e.Text("note.author"), placed))
	_, err = e.draft.Relate(s.Part.Name, e.Book.Workbook.RelationType("comments"), "/"+name)
	return err
}

// existingNotes are a sheet's own notes and the drawing that holds their boxes.
type existingNotes struct {
	notes   *sheetml.Notes
	drawing *sheetml.Drawing
	stuck   bool // they cannot be added to
}

func (e *departmentEdit) existing(s *workbook.Sheet) (existingNotes, error) {
	var found existingNotes
	rels, err := e.Book.Package.Relationships(s.Part.Name)
	if err != nil {
		return found, err
	}
	for _, r := range rels {
		part := e.Book.Package.Part(r.Target)
		switch {
		case r.Kind() == "comments" && part != nil:
			if found.notes, err = sheetml.ReadNotes(part); err != nil {
				return found, err
			}
		case r.ID == s.LegacyID && part != nil:
			if found.drawing, err = sheetml.ReadDrawing(part); err != nil {
				return found, err
			}
		}
	}
	found.stuck = found.isStuck(s.LegacyID != "")
	return found, nil
}

// isStuck reports whether something that notes need is damaged or missing: a list of
// notes, the drawing that the sheet leads to, or its end.
func (found *existingNotes) isStuck(leadsToDrawing bool) bool {
	if found.drawing == nil {
		return found.notes != nil || leadsToDrawing
	}
	return found.notes != nil && !found.notes.Whole() || !found.drawing.IsOpen()
}

// addBoxes adds the boxes of new notes to the sheet's drawing, or makes one.
func (e *departmentEdit) addBoxes(s *workbook.Sheet, existing existingNotes, boxes []sheetml.Box) error {
	if len(boxes) == 0 {
		return nil
	}
	if existing.drawing != nil {
		more, err := e.freeBlocks(existing.drawing.Wants(len(boxes)))
		if err != nil {
			return err
		}
		edits, err := existing.drawing.AddShapes(boxes, more)
		if err == nil {
			e.draft.Edit(existing.drawing.Part, edits...)
		}
		return err
	}
	blocks, err := e.freeBlocks(sheetml.BlocksFor(len(boxes)))
	if err != nil {
		return err
	}
	name := e.draft.FreeName(folderOf(e.Book.Workbook.Part.Name) + "drawings/vmlDrawing%d.vml")
	e.draft.Add(name, drawingType, sheetml.NewDrawing(blocks, boxes))
	id, err := e.draft.Relate(s.Part.Name, drawingRelation, "/"+name)
	if err == nil {
		e.sheet(s.Index).Draw(id)
	}
	return err
}

// freeBlocks are blocks of shape ids that no drawing of the workbook uses.
func (e *departmentEdit) freeBlocks(n int) ([]int, error) {
	if e.shapeBlocks == nil {
		e.shapeBlocks = map[int]bool{}
		for _, part := range e.Book.Package.Parts() {
			if path.Ext(strings.ToLower(part.Name)) != ".vml" {
				continue
			}
			d, err := sheetml.ReadDrawing(part)
			if err != nil {
				return nil, err
			}
			for _, block := range d.Blocks() {
				e.shapeBlocks[block] = true
			}
		}
	}
	var free []int
	for block := 1; len(free) < n; block++ {
		if !e.shapeBlocks[block] {
			e.shapeBlocks[block] = true
			free = append(free, block)
		}
	}
	return free, nil
}

// linesOf is about how many lines a text takes in a note's box.
func linesOf(text string) int {
	n := 0
	for _, line := range strings.Split(text, "\n") {
		n += 1 + len(line)/46
	}
	return n
}
