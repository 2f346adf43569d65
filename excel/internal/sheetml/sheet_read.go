package sheetml

import (
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// ReadSheet reads a worksheet; shared strings are looked up in table.
func ReadSheet(part *opc.Part, table []string) (*Sheet, error) {
	return ReadRichSheet(part, table, nil)
}

// ReadRichSheet reads a worksheet; shared strings are looked up in table, and in struck
// whether they are struck through.
func ReadRichSheet(part *opc.Part, table []string, struck Struck) (*Sheet, error) {
	r := &sheetReader{sheet: &Sheet{}, budget: part.Budget(), table: table, struck: struck}
	layout, err := walk(part, "worksheet", r.element)
	if err != nil {
		return nil, err
	}
	r.flush()
	r.sheet.layout = *layout
	return r.sheet, part.Fault(r.check())
}

// sheetReader reads one sheet.
type sheetReader struct {
	sheet   *Sheet
	budget  *limit.Budget
	table   []string
	struck  Struck
	row     int
	scratch []byte
	chunk   []byte // text of the cells in texts, made strings together
	texts   []pendingText
}

type pendingText struct{ cell, from, to int }

func (r *sheetReader) element(s *xmltok.Scanner) error {
	switch string(s.Local()) {
	case "dimension":
		if raw, ok := s.Attr("ref"); ok {
			r.sheet.claimed = string(raw)
			for _, a := range s.Attrs {
				if string(a.Name) == "ref" {
					r.sheet.dimension = value{a.Offset, len(raw)}
				}
			}
		}
	case "sheetFormatPr":
		r.defaults(s)
		return checkAttributes(s, "")
	case "conditionalFormatting":
		return r.conditions(s)
	case "headerFooter":
		return r.pageTexts(s)
	case "dataValidations":
		return r.messages(s)
	case "cols":
		return eachNamed(s, "col", func() error { return r.columns(s) })
	case "sheetData":
		return r.rows(s)
	case "mergeCells":
		return eachNamed(s, "mergeCell", func() error { return r.merge(s) })
	case "autoFilter":
		r.sheet.Filter, _ = s.AttrText("ref")
	case "legacyDrawing":
		r.sheet.LegacyID, _ = s.AttrIn(relSpaceEnd, "id")
	}
	return nil
}

func (r *sheetReader) columns(s *xmltok.Scanner) error {
	if err := checkAttributes(s, ""); err != nil {
		return err
	}
	c := columnRun{tag: string(s.Raw()), element: element{start: s.Offset(), end: s.EndOffset(), empty: s.Empty}}
	from, _ := s.Attr("min")
	to, _ := s.Attr("max")
	var ok, ok2 bool
	c.from, ok = parseIndex(from)
	c.to, ok2 = parseIndex(to)
	if !ok || !ok2 || c.from < 1 || c.to < c.from {
		return opc.Breach(opc.BadColumns, "", string(from)+":"+string(to))
	}
	hidden, _ := s.AttrText("hidden")
	width, hasWidth := s.AttrText("width")
	c.hidden = isTrue(hidden) || hasWidth && (width == "0" || width == "0.0")
	c.sized, c.narrow = hasWidth, hasWidth && isBelow(width, leastWidth)
	for _, a := range s.Attrs {
		switch string(a.Name) {
		case "min":
			c.minAt = value{a.Offset, len(a.Value)}
		case "max":
			c.maxAt = value{a.Offset, len(a.Value)}
		}
	}
	r.sheet.columns = append(r.sheet.columns, c)
	if err := r.budget.Spend(limit.Columns, 1); err != nil {
		return err
	}
	err := s.Skip()
	r.sheet.columns[len(r.sheet.columns)-1].element.end = s.EndOffset()
	return err
}

// isBelow reports whether a text is a number below another.
func isBelow(text string, least float64) bool {
	n, err := strconv.ParseFloat(text, 64)
	return err == nil && n < least
}

// defaults reads the sizes of rows and columns that state none. A height holds where it is
// somebody's own.
func (r *sheetReader) defaults(s *xmltok.Scanner) {
	own, _ := s.AttrText("customHeight")
	if height, ok := s.AttrText("defaultRowHeight"); ok && isTrue(own) {
		r.sheet.lowRows = isBelow(height, leastHeight)
	}
	if width, ok := s.AttrText("defaultColWidth"); ok {
		r.sheet.narrowColumns = isBelow(width, leastWidth)
	}
}

// conditions reads the conditional formats of some ranges.
func (r *sheetReader) conditions(s *xmltok.Scanner) error {
	where, _ := s.AttrText("sqref")
	var ranges []Range
	for _, text := range strings.Fields(where) {
		if area, ok := ParseArea(text); ok {
			ranges = append(ranges, area)
		}
	}
	return eachChild(s, func() error {
		if string(s.Local()) != "cfRule" {
			return s.Skip()
		}
		c := Condition{Ranges: ranges, Change: -1}
		c.Type, _ = s.AttrText("type")
		c.Operator, _ = s.AttrText("operator")
		if dxf, ok := s.Attr("dxfId"); ok {
			if n, ok := parseIndex(dxf); ok {
				c.Change = n
			}
		}
		err := eachChild(s, func() error { return c.content(s) })
		r.sheet.Conditions = append(r.sheet.Conditions, c)
		if err == nil {
			err = r.budget.Spend(limit.Conditions, max(len(ranges), 1))
		}
		return err
	})
}

// content reads an element inside a rule.
func (c *Condition) content(s *xmltok.Scanner) error {
	switch string(s.Local()) {
	case "formula":
		if c.Formula != "" {
			return s.Skip()
		}
		var text []byte
		err := innerText(s, &text)
		c.Formula = string(text)
		return err
	case "dataBar", "iconSet":
		show, stated := s.AttrText("showValue")
		c.Bare = stated && !isTrue(show)
	}
	return s.Skip()
}

func (r *sheetReader) merge(s *xmltok.Scanner) error {
	ref, _ := s.AttrText("ref")
	m, ok := ParseArea(ref)
	if err := checkAttributes(s, ""); err != nil {
		return err
	}
	if !ok {
		return opc.Breach(opc.BadMerge, "", ref)
	}
	r.sheet.Merges = append(r.sheet.Merges, m)
	if err := r.budget.Spend(limit.Merges, 1); err != nil {
		return err
	}
	return s.Skip()
}

// rows reads the sheet's data.
func (r *sheetReader) rows(s *xmltok.Scanner) error {
	return eachChild(s, func() error {
		switch name := mainName(s); {
		case string(name) == "row":
			return r.oneRow(s)
		case !isRead[string(name)] && slices.Contains(sheetOrder, string(name)):
			return skipUnread(s, "") // of the sheet and misplaced, as some reporting programs write filters
		}
		return passOver(s, "")
	})
}

func (r *sheetReader) oneRow(s *xmltok.Scanner) error {
	row := Row{first: int32(len(r.sheet.Cells)), at: s.Offset(), empty: s.Empty, bare: true}
	number := r.row + 1
	for _, a := range s.Attrs {
		switch string(a.Name) {
		case "r":
			n, ok := parseIndex(a.Value)
			if !ok || n < 1 {
				return opc.Breach(opc.BadRow, "", string(a.Value))
			}
			if n < number {
				return opc.Breach(opc.UnorderedRows, strconv.Itoa(r.row), string(a.Value))
			}
			number, row.bare = n, false
		case "hidden":
			row.Hidden = isTrue(string(a.Value))
		case "ht":
			row.sized, row.low = true, isBelow(string(a.Value), leastHeight)
		case "spans":
			row.setSpans(a)
		}
	}
	if err := checkAttributes(s, strconv.Itoa(number)); err != nil {
		return err
	}
	if number > MaxRow {
		return opc.Breach(opc.BadRow, "", strconv.Itoa(number))
	}
	if err := r.budget.Spend(limit.Rows, 1); err != nil {
		return err
	}
	r.row, row.Number = number, int32(number)
	if row.empty {
		row.close = s.EndOffset() - 2
		if _, err := s.Next(); err != nil {
			return err
		}
	} else if err := r.cells(s); err != nil {
		return err
	} else {
		row.close = s.Offset()
	}
	row.end = int32(len(r.sheet.Cells))
	r.sheet.Rows = append(r.sheet.Rows, row)
	return nil
}

// maxSpans is the length of the spans of a row, "1:16384", with room for zeros.
const maxSpans = 32

// setSpans notes where the columns stand that the row says it spans; several runs, as
// some programs write them, are left as they are.
func (r *Row) setSpans(a xmltok.Attr) {
	first, last, _ := strings.Cut(string(a.Value), ":")
	from, errFrom := strconv.ParseInt(first, 10, 16)
	to, errTo := strconv.ParseInt(last, 10, 16)
	if errFrom == nil && errTo == nil && len(a.Value) <= maxSpans {
		r.spansAt, r.spansLen, r.from, r.to = a.Offset, uint8(len(a.Value)), int16(from), int16(to)
	}
}

// maxTag bounds the tag of one cell, in bytes.
const maxTag = 1<<16 - 1

// cells reads the cells of a row, to the row's End.
func (r *sheetReader) cells(s *xmltok.Scanner) error {
	depth, col := s.Depth(), 0
	for {
		kind, err := s.Next()
		if err != nil {
			return err
		}
		switch {
		case kind == xmltok.End && s.Depth() < depth:
			return nil
		case kind != xmltok.Start:
		case string(mainName(s)) != "c":
			if err := r.besideCells(s); err != nil {
				return err
			}
		default:
			if col, err = r.cell(s, col); err != nil {
				return err
			}
		}
	}
}

// besideCells passes over what a row may hold besides cells.
func (r *sheetReader) besideCells(s *xmltok.Scanner) error {
	if string(mainName(s)) == "extLst" {
		return skipUnread(s, strconv.Itoa(r.row))
	}
	return passOver(s, strconv.Itoa(r.row))
}

// cell reads one cell and returns its column.
func (r *sheetReader) cell(s *xmltok.Scanner, last int) (int, error) {
	c := Cell{Row: int32(r.row), at: s.Offset(), nameLen: uint16(len(s.Name)), bare: true}
	if s.EndOffset()-c.at > maxTag {
		return 0, opc.Breach(opc.BadValue, Ref{r.row, last + 1}.String(), string(mainName(s)))
	}
	col := last + 1
	kind := typeNumber
	for i := range s.Attrs {
		a := &s.Attrs[i]
		if len(a.Name) != 1 {
			if isOwn(a.Name) && !isCellMeta[string(a.Name)] {
				return 0, opc.Breach(opc.UnknownAttribute, Ref{r.row, col}.String(), string(a.Name))
			}
			continue
		}
		switch a.Name[0] {
		case 'r':
			ref, ok := parseRef(a.Value)
			if !ok || ref.Row != r.row {
				return 0, opc.Breach(opc.BadAddress, strconv.Itoa(r.row), string(a.Value))
			}
			if ref.Col < col {
				return 0, opc.Breach(opc.UnorderedCells, Ref{r.row, last}.String(), ref.String())
			}
			col, c.bare = ref.Col, false
		case 's':
			style, ok := parseIndex(a.Value)
			if !ok && len(a.Value) > 0 {
				return 0, opc.Breach(opc.MissingFormat, Ref{r.row, col}.String(), string(a.Value))
			}
			c.Style, c.styleAt, c.styleLen = int32(style), uint16(a.Offset-c.at), uint8(len(a.Value))
		case 't':
			var ok bool
			if kind, ok = typeOf(a.Value); !ok {
				return 0, opc.Breach(opc.BadCellType, Ref{r.row, col}.String(), string(a.Value))
			}
		default:
			return 0, opc.Breach(opc.UnknownAttribute, Ref{r.row, col}.String(), string(a.Name))
		}
	}
	if col > MaxCol {
		return 0, opc.Breach(opc.BadAddress, strconv.Itoa(r.row), Ref{r.row, col}.String())
	}
	if err := r.budget.Spend(limit.Cells, 1); err != nil {
		return 0, err
	}
	c.Col = int32(col)
	return col, r.content(s, &c, kind)
}

// isCellMeta has the attributes of a cell besides its address, style and type.
var isCellMeta = map[string]bool{"cm": true, "vm": true, "ph": true}

// content reads what stands in a cell, to the cell's End.
func (r *sheetReader) content(s *xmltok.Scanner, c *Cell, kind cellType) error {
	r.scratch = r.scratch[:0]
	hasValue, inline := false, false
	err := eachChild(s, func() error {
		var err error
		switch name := mainName(s); string(name) {
		case "v":
			if hasValue {
				return opc.Breach(opc.SeveralValues, c.Ref().String(), "")
			}
			if hasValue = true; inline { // some programs store what an inline string would be as a number
				return s.Skip()
			}
			err = innerText(s, &r.scratch)
		case "is":
			if inline || kind != typeInline {
				return opc.Breach(opc.SeveralValues, c.Ref().String(), "")
			}
			inline = true
			r.scratch, c.Struck, err = richText(s, r.scratch[:0])
		case "f":
			if c.HasFormula {
				return opc.Breach(opc.SeveralValues, c.Ref().String(), "")
			}
			err = r.formula(s, c)
		case "extLst":
			err = skipUnread(s, "")
		default:
			return passOver(s, c.Ref().String())
		}
		return atCell(c, err)
	})
	if err != nil {
		return err
	}
	if err := r.setKind(c, kind, hasValue, inline); err != nil {
		return err
	}
	r.sheet.Cells = append(r.sheet.Cells, *c)
	return nil
}

// atCell gives a fault inside a cell the cell's address.
func atCell(c *Cell, err error) error {
	if f, ok := err.(*opc.Fault); ok && f.At == "" {
		f.At = c.Ref().String()
	}
	return err
}

// keep makes the bytes the text of the cell about to be added.
func (r *sheetReader) keep(text []byte) {
	if len(r.chunk)+len(text) > 64<<10 {
		r.flush()
	}
	r.texts = append(r.texts, pendingText{len(r.sheet.Cells), len(r.chunk), len(r.chunk) + len(text)})
	r.chunk = append(r.chunk, text...)
}

// flush makes one string of the texts kept, and gives each cell its part.
func (r *sheetReader) flush() {
	all := string(r.chunk)
	for _, t := range r.texts {
		r.sheet.Cells[t.cell].Text = all[t.from:t.to]
	}
	r.chunk, r.texts = r.chunk[:0], r.texts[:0]
}

func (r *sheetReader) formula(s *xmltok.Scanner, c *Cell) error {
	f := Formula{cell: int32(len(r.sheet.Cells)), Shared: -1}
	if err := checkAttributes(s, ""); err != nil {
		return err
	}
	kind, _ := s.Attr("t")
	switch string(kind) {
	case "shared":
		if index, ok := s.Attr("si"); ok {
			if n, ok := parseIndex(index); ok {
				f.Shared = n
			}
		}
	case "array":
		f.Array = true
	case "", "normal", "dataTable":
	default:
		return opc.Breach(opc.BadValue, "", string(kind))
	}
	var text []byte
	err := innerText(s, &text)
	f.Text = string(text)
	c.HasFormula = true
	r.sheet.Formulas = append(r.sheet.Formulas, f)
	if err != nil {
		return err
	}
	return r.budget.Spend(limit.Text, len(text))
}

func trimSpace(b []byte) []byte {
	for len(b) > 0 && (b[0] == ' ' || b[0] == '\n' || b[0] == '\t' || b[0] == '\r') {
		b = b[1:]
	}
	for len(b) > 0 && (b[len(b)-1] == ' ' || b[len(b)-1] == '\n' || b[len(b)-1] == '\t' || b[len(b)-1] == '\r') {
		b = b[:len(b)-1]
	}
	return b
}
