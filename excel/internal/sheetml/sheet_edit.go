package sheetml

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// sheetOrder is the order of a worksheet's elements (ECMA-376 part 1, 18.3.1.99).
var sheetOrder = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
	"sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews",
	"mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
	"pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors",
	"smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
	"webPublishItems", "tableParts", "extLst"}

// NewCell is a cell to be added: a text, or a number as it is to be stored.
type NewCell struct {
	Col    int
	Style  int
	Text   string
	Number string
}

// SheetEdit gathers what is to be changed in a sheet: cells added where there are
// none, styles of cells that are there, widths of new columns and the drawing
// that holds notes. Nothing that stands in the sheet is moved or overwritten.
type SheetEdit struct {
	sheet  *Sheet
	added  map[int]map[int]NewCell // by row and column
	styled map[Ref]int
	widths map[int]string
	legacy string          // relationship id of a new legacy drawing
	first  strings.Builder // rows of a sheet that has none
}

// NewSheetEdit starts changes of a sheet.
func NewSheetEdit(s *Sheet) *SheetEdit {
	return &SheetEdit{sheet: s, added: map[int]map[int]NewCell{}, styled: map[Ref]int{}, widths: map[int]string{}}
}

// errTaken is returned when a cell cannot be added where it is wanted.
var errTaken = errors.New("the cell cannot be added there")

// Add adds a cell at an address where the sheet holds none.
func (e *SheetEdit) Add(row int, c NewCell) error {
	if !e.IsFree(Ref{row, c.Col}) {
		return fmt.Errorf("%w: %s", errTaken, Ref{row, c.Col})
	}
	if e.added[row] == nil {
		e.added[row] = map[int]NewCell{}
	}
	e.added[row][c.Col] = c
	return nil
}

// IsFree reports whether a cell can be added at an address.
func (e *SheetEdit) IsFree(at Ref) bool {
	_, added := e.added[at.Row][at.Col]
	return !added && e.sheet.Cell(at) == nil && e.sheet.roomAt(at)
}

// Restyle gives a cell another style; a cell that the sheet does not hold is
// added, empty. It reports whether that can be done.
func (e *SheetEdit) Restyle(at Ref, style int) bool {
	if e.sheet.Cell(at) == nil {
		return e.Add(at.Row, NewCell{Col: at.Col, Style: style}) == nil
	}
	e.styled[at] = style
	return true
}

// Widen sets the width of a column, in characters, where it has none of its own.
func (e *SheetEdit) Widen(col int, width string) { e.widths[col] = width }

// Draw makes the sheet lead to the drawing that holds its notes.
func (e *SheetEdit) Draw(relationship string) { e.legacy = relationship }

// RemoveCells are the edits that take out cells which drop names by their addresses.
func RemoveCells(part *opc.Part, drop func(Ref) bool) ([]opc.Edit, error) {
	return opc.Cut(part, func(s *xmltok.Scanner) bool {
		if string(s.Local()) != "c" {
			return false
		}
		ref, _ := s.AttrText("r")
		at, ok := ParseRef(ref)
		return ok && drop(at)
	})
}

// roomAt reports whether a cell can be put at an address without moving another:
// what follows it must state its own place.
func (s *Sheet) roomAt(at Ref) bool {
	if at.Col > MaxCol || at.Row > MaxRow {
		return false
	}
	for _, m := range s.Merges {
		if m.Holds(at) && m.From != at {
			return false
		}
	}
	row := s.Row(at.Row)
	if row == nil {
		next := s.nextRow(at.Row)
		return next == nil || !next.bare
	}
	for _, c := range s.CellsOf(row) {
		if int(c.Col) > at.Col {
			return !c.bare
		}
	}
	return true
}

func (s *Sheet) nextRow(number int) *Row {
	i, _ := slices.BinarySearchFunc(s.Rows, number, func(r Row, n int) int { return cmp.Compare(int(r.Number), n) })
	if i < len(s.Rows) {
		return &s.Rows[i]
	}
	return nil
}

// Edits are the changes of the sheet's part.
func (e *SheetEdit) Edits() ([]opc.Edit, error) {
	edits := e.styleEdits()
	for _, row := range slices.Sorted(maps.Keys(e.added)) {
		edits = append(edits, e.rowEdits(row)...)
	}
	edits = append(edits, e.firstRows()...)
	edits = append(edits, e.dimensionEdit()...)
	edits = append(edits, e.columnEdits()...)
	if e.legacy != "" {
		if e.sheet.LegacyID != "" {
			return nil, errors.New("the sheet leads to a drawing of notes already")
		}
		edits = append(edits, opc.Edit{At: e.sheet.insertAt(sheetOrder, "legacyDrawing"), Insert: e.legacyXML()})
	}
	return edits, nil
}

// legacyXML is the element that leads to the drawing of notes. Strict sheets know it
// only as a choice for programs that know such drawings, as Excel writes it.
func (e *SheetEdit) legacyXML() string {
	tag := e.sheet.prefix + "legacyDrawing"
	element := `<` + tag + ` xmlns:vr="` + e.relSpace() + `" vr:id="` + e.legacy + `"/>`
	if !e.sheet.Strict {
		return element
	}
	return `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
		`<mc:Choice xmlns:v="urn:schemas-microsoft-com:vml" Requires="v">` +
		element + `</mc:Choice></mc:AlternateContent>`
}

func (e *SheetEdit) relSpace() string {
	if e.sheet.Strict {
		return strictRelSpace
	}
	return relSpace
}

func (e *SheetEdit) styleEdits() []opc.Edit {
	var edits []opc.Edit
	for at, style := range e.styled {
		c := e.sheet.Cell(at)
		value := strconv.Itoa(style)
		if c.styleAt > 0 {
			edits = append(edits, opc.Edit{At: c.at + int64(c.styleAt), Remove: int64(c.styleLen), Insert: value})
		} else {
			edits = append(edits, opc.Edit{At: c.at + 1 + int64(c.nameLen), Insert: ` s="` + value + `"`})
		}
	}
	return edits
}

// rowEdits adds the new cells of one row, each before the first cell right of it.
func (e *SheetEdit) rowEdits(number int) []opc.Edit {
	cells, row := e.added[number], e.sheet.Row(number)
	columns := slices.Sorted(maps.Keys(cells))
	var all strings.Builder
	if row == nil || row.empty {
		for _, col := range columns {
			all.WriteString(e.cellXML(number, cells[col]))
		}
		if row == nil {
			return e.newRow(number, all.String())
		}
		filled := opc.Edit{At: row.close, Remove: 2, Insert: ">" + all.String() + "</" + e.sheet.prefix + "row>"}
		return append([]opc.Edit{filled}, e.spansEdit(row, columns)...)
	}
	before := map[int64]*strings.Builder{}
	var places []int64
	existing := e.sheet.CellsOf(row)
	for _, col := range columns {
		at := row.close
		if i := slices.IndexFunc(existing, func(c Cell) bool { return int(c.Col) > col }); i >= 0 {
			at = existing[i].at
		}
		if before[at] == nil {
			before[at] = &strings.Builder{}
			places = append(places, at)
		}
		before[at].WriteString(e.cellXML(number, cells[col]))
	}
	var edits []opc.Edit
	for _, at := range places {
		edits = append(edits, opc.Edit{At: at, Insert: before[at].String()})
	}
	return append(edits, e.spansEdit(row, columns)...)
}

// newRow is a row that the sheet does not hold. The rows of a sheet that has none
// are gathered, since they go in together.
func (e *SheetEdit) newRow(number int, cells string) []opc.Edit {
	tag := e.sheet.prefix + "row"
	content := `<` + tag + ` r="` + strconv.Itoa(number) + `">` + cells + `</` + tag + `>`
	if next := e.sheet.nextRow(number); next != nil {
		return []opc.Edit{{At: next.at, Insert: content}}
	}
	data := e.sheet.child("sheetData")
	if data == nil || data.empty {
		e.first.WriteString(content)
		return nil
	}
	return []opc.Edit{{At: data.inner, Insert: content}}
}

// firstRows puts the gathered rows into a sheet that has none.
func (e *SheetEdit) firstRows() []opc.Edit {
	tag := e.sheet.prefix + "sheetData"
	data := e.sheet.child("sheetData")
	switch {
	case e.first.Len() == 0:
		return nil
	case data == nil:
		return []opc.Edit{{At: e.sheet.insertAt(sheetOrder, "sheetData"), Insert: enclosed(tag, e.first.String())}}
	}
	return []opc.Edit{{At: data.inner, Remove: 2, Insert: ">" + e.first.String() + "</" + tag + ">"}}
}

// spansEdit widens a row's spans, an optional hint that must not be too narrow, for
// cells added in some columns.
func (e *SheetEdit) spansEdit(row *Row, added []int) []opc.Edit {
	if row.spansLen == 0 {
		return nil
	}
	first, last := min(added[0], int(row.from)), max(added[len(added)-1], int(row.to))
	if first == int(row.from) && last == int(row.to) {
		return nil
	}
	return []opc.Edit{{At: row.spansAt, Remove: int64(row.spansLen), Insert: fmt.Sprintf("%d:%d", first, last)}}
}

func (e *SheetEdit) cellXML(row int, c NewCell) string {
	p := e.sheet.prefix
	head := `<` + p + `c r="` + Ref{row, c.Col}.String() + `"`
	if c.Style > 0 {
		head += ` s="` + strconv.Itoa(c.Style) + `"`
	}
	switch {
	case c.Number != "":
		return head + `><` + p + `v>` + c.Number + `</` + p + `v></` + p + `c>`
	case c.Text != "":
		text := `<` + p + `t xml:space="preserve">` + xmltok.Escape(c.Text) + `</` + p + `t>`
		return head + ` t="inlineStr">` + enclosed(p+"is", text) + `</` + p + `c>`
	}
	return head + `/>`
}

// dimensionEdit widens the range that the sheet says it uses.
func (e *SheetEdit) dimensionEdit() []opc.Edit {
	used, ok := ParseRange(e.sheet.claimed)
	if !ok || len(e.added) == 0 {
		return nil
	}
	if len(e.sheet.Cells) == 0 {
		for row, cells := range e.added {
			for col := range cells {
				used = Range{Ref{row, col}, Ref{row, col}}
			}
		}
	}
	for row, cells := range e.added {
		for col := range cells {
			used.From.Row, used.To.Row = min(used.From.Row, row), max(used.To.Row, row)
			used.From.Col, used.To.Col = min(used.From.Col, col), max(used.To.Col, col)
		}
	}
	if used.String() == e.sheet.claimed {
		return nil
	}
	return []opc.Edit{{At: e.sheet.dimension.at, Remove: int64(e.sheet.dimension.len), Insert: used.String()}}
}
