package sheets

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"videre/excel/internal/sheetml"
)

// Sheet is one sheet, written from the top.
type Sheet struct {
	Row    int // the row to be written next
	book   *Builder
	name   string
	stream *excelize.StreamWriter
	widths []float64
}

// Setup is how a sheet of ours is laid out.
type Setup struct {
	Widths []float64   // of its columns, in characters
	Frozen sheetml.Ref // what is above and left of it stays when the sheet is scrolled
	Head   int         // the row of headings, repeated on each printed page
	Hidden int         // a column that is not shown; 0 for none
	One    bool        // printed on one page
	Open   bool        // cells that hold nothing can be written in when the sheet is protected
}

// begin writes what stands before the rows.
func (s *Sheet) begin(o Setup) {
	b := s.book
	var err error
	s.stream, err = b.file.NewStreamWriter(s.name)
	b.fail(err)
	if b.err != nil {
		return
	}
	if o.Frozen.Row > 1 || o.Frozen.Col > 1 {
		b.fail(s.stream.SetPanes(&excelize.Panes{
			Freeze: true, XSplit: o.Frozen.Col - 1, YSplit: o.Frozen.Row - 1,
			TopLeftCell: o.Frozen.String(), ActivePane: activePane(o.Frozen),
		}))
	}
	if o.Open {
		b.fail(s.stream.SetColStyle(1, len(o.Widths), b.style(openStyle)))
	}
	if o.Hidden > 0 {
		b.fail(s.stream.SetColVisible(o.Hidden, o.Hidden, false))
	}
	for i, width := range slices.Backward(o.Widths) { // excelize puts each before the last
		b.fail(s.stream.SetColWidth(i+1, i+1, width))
	}
}

// activePane is the pane that the cursor stands in: the one that scrolls.
func activePane(frozen sheetml.Ref) string {
	switch {
	case frozen.Col == 1:
		return "bottomLeft"
	case frozen.Row == 1:
		return "topRight"
	}
	return "bottomRight"
}

// Table writes a row of a table, as high as its longest text needs, and returns its number.
func (s *Sheet) Table(cells ...Cell) int {
	lines := 1
	for i, c := range cells {
		if text, ok := c.text(); ok && i < len(s.widths) {
			lines = max(lines, linesIn(text, s.widths[i]))
		}
	}
	return s.Write(float64(min(lines, maxLines)*lineHeight+3), cells...)
}

// A line of text, in points, and the most lines a row shows: a row of Excel is at
// most 409 points high.
const (
	lineHeight = 15
	maxLines   = 27
)

// linesIn is about how many lines a text takes in a column of a width, which is
// measured in figures; letters are a little narrower.
func linesIn(text string, width float64) int {
	lines := 0
	width *= 1.15
	for _, paragraph := range strings.Split(text, "\n") {
		used, onLine := 0.0, 1
		for _, word := range strings.Fields(paragraph) {
			length := float64(len([]rune(word)))
			if used > 0 && used+1+length > width {
				onLine++
				used = length
				continue
			}
			used += 1 + length
		}
		lines += onLine
	}
	return lines
}

// Write writes a row and returns its number; a height, in points, of 0 leaves it to the
// program that shows the sheet.
func (s *Sheet) Write(height float64, cells ...Cell) int {
	row, b := s.Row, s.book
	s.Row++
	if b.err != nil || len(cells) == 0 {
		return row
	}
	values := make([]any, len(cells))
	for i, c := range cells {
		if c.Value == nil && c.Style == PlainStyle {
			continue
		}
		switch v := c.Value.(type) {
		case Formula:
			values[i] = excelize.Cell{StyleID: b.style(c.Style), Formula: v.Text, Value: v.Result}
		case Linked:
			values[i] = excelize.Cell{StyleID: b.style(c.Style), Value: v.Text}
		default:
			values[i] = excelize.Cell{StyleID: b.style(c.Style), Value: v}
		}
	}
	b.fail(s.stream.SetRow(sheetml.Ref{Row: row, Col: 1}.String(), values, excelize.RowOpts{Height: height}))
	for i, c := range cells {
		if v, ok := c.Value.(Linked); ok && row <= MaxLinks {
			s.link("External", i+1, row, v.Target, v.Tip)
		}
	}
	return row
}

// Skip leaves rows empty.
func (s *Sheet) Skip(rows int) { s.Row += rows }

// MaxLinks is how many links one sheet gets; a sheet of Excel holds 65,530.
const MaxLinks = 5000

// Link makes a cell lead to a place of the workbook: 'Økonomi'!F7.
func (s *Sheet) Link(col, row int, target, tip string) { s.link("Location", col, row, target, tip) }

func (s *Sheet) link(kind string, col, row int, target, tip string) {
	if b := s.book; b.err == nil {
		at := sheetml.Ref{Row: row, Col: col}.String()
		b.fail(b.file.SetCellHyperLink(s.name, at, target, kind, excelize.HyperlinkOpts{Tooltip: &tip}))
	}
}

// Filter puts a filter on a table's headings.
func (s *Sheet) Filter(head, last, columns int) {
	if b := s.book; b.err == nil && last > head {
		where := sheetml.Range{From: sheetml.Ref{Row: head, Col: 1}, To: sheetml.Ref{Row: last, Col: columns}}
		b.fail(b.file.AutoFilter(s.name, where.String(), nil))
	}
}

// Protection is what people may do on a protected sheet, besides writing in the cells
// meant for them, formatting, and adding and removing rows.
type Protection struct {
	Sort bool // sort and filter the rows
}

// Protect locks the cells that are not to be filled in, without a password.
func (s *Sheet) Protect(o Protection) {
	if b := s.book; b.err == nil {
		b.fail(b.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
			SelectLockedCells: true, SelectUnlockedCells: true,
			FormatCells: true, FormatColumns: true, FormatRows: true,
			InsertRows: true, DeleteRows: true,
			Sort: o.Sort, AutoFilter: o.Sort,
		}))
	}
}

// Mark gives the first cell of a row a defined name: a prefix and the number of the sheet.
func (s *Sheet) Mark(prefix string, row int) {
	if b := s.book; b.err == nil {
		b.fail(b.file.SetDefinedName(&excelize.DefinedName{
			Name:     prefix + strconv.Itoa(len(b.file.GetSheetList())),
			RefersTo: sheetml.QuoteSheet(s.name) + "!" + sheetml.Ref{Row: row, Col: 1}.Absolute(),
		}))
	}
}

// Close ends the sheet.
func (s *Sheet) Close() {
	if b := s.book; b.err == nil {
		b.fail(s.stream.Flush())
	}
}
