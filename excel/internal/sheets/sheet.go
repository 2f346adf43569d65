package sheets

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
)

// MaxLinks is how many links one sheet gets; a sheet of Excel holds 65,530.
const MaxLinks = 5000

// Builder is a workbook of our own sheets in the making.
type Builder struct {
	File   *excelize.File
	styles map[Style]int
	Err    error // the first error; what comes after it does nothing
}

func New() *Builder {
	return &Builder{File: excelize.NewFile(), styles: map[Style]int{}}
}

// style is the index of a look in the workbook.
func (p *Builder) style(l Style) int {
	if id, ok := p.styles[l]; ok {
		return id
	}
	id, err := p.File.NewStyle(l.Definition())
	p.Fail(err)
	p.styles[l] = id
	return id
}

func (p *Builder) Fail(err error) {
	if p.Err == nil && err != nil {
		p.Err = err
	}
}

// Sheet is one sheet, written from the top.
type Sheet struct {
	*Builder
	Name   string
	stream *excelize.StreamWriter
	widths []float64
	Row    int // the row to be written next
}

// Cell is a value and how it looks.
type Cell struct {
	Value any
	Style Style
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

// AddSheet starts a sheet. What stands before its rows in the file has to be said
// before the first is written.
func (p *Builder) AddSheet(l budget.Language, name string, o Setup) *Sheet {
	g := &Sheet{Builder: p, Name: name, widths: o.Widths, Row: 1}
	if len(p.File.GetSheetList()) == 1 && p.File.GetSheetList()[0] == "Sheet1" {
		p.Fail(p.File.SetSheetName("Sheet1", name))
	} else if _, err := p.File.NewSheet(name); err != nil {
		p.Fail(err)
	}
	if p.Err == nil {
		g.print(l, o)
	}
	var err error
	g.stream, err = p.File.NewStreamWriter(name)
	p.Fail(err)
	if p.Err != nil {
		return g
	}
	if o.Frozen.Row > 1 || o.Frozen.Col > 1 {
		p.Fail(g.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: o.Frozen.Col - 1, YSplit: o.Frozen.Row - 1,
			TopLeftCell: o.Frozen.String(), ActivePane: activePane(o.Frozen)}))
	}
	if o.Open {
		p.Fail(g.stream.SetColStyle(1, len(o.Widths), p.style(OpenStyle)))
	}
	if o.Hidden > 0 {
		p.Fail(g.stream.SetColVisible(o.Hidden, o.Hidden, false))
	}
	for i, width := range slices.Backward(o.Widths) { // excelize puts each before the last
		p.Fail(g.stream.SetColWidth(i+1, i+1, width))
	}
	return g
}

func activePane(frozen sheetml.Ref) string {
	switch {
	case frozen.Col == 1:
		return "bottomLeft"
	case frozen.Row == 1:
		return "topRight"
	}
	return "bottomRight"
}

// Table writes a row of a table, as high as its longest text needs.
func (g *Sheet) Table(cells ...Cell) int {
	lines := 1
	for i, c := range cells {
		if text, ok := c.text(); ok && i < len(g.widths) {
			lines = max(lines, linesIn(text, g.widths[i]))
		}
	}
	return g.Write(float64(min(lines, maxLines)*lineHeight+3), cells...)
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

// Write writes a row and returns its number; height 0 is the program's own.
func (g *Sheet) Write(height float64, cells ...Cell) int {
	row := g.Row
	g.Row++
	if g.Err != nil || len(cells) == 0 {
		return row
	}
	values := make([]any, len(cells))
	for i, c := range cells {
		if c.Value == nil && c.Style == PlainStyle {
			continue
		}
		values[i] = excelize.Cell{StyleID: g.style(c.Style), Value: c.Value}
		switch v := c.Value.(type) {
		case Formula:
			values[i] = excelize.Cell{StyleID: g.style(c.Style), Formula: v.Text, Value: v.Result}
		case Linked:
			values[i] = excelize.Cell{StyleID: g.style(c.Style), Value: v.Text}
		}
	}
	g.Fail(g.stream.SetRow(sheetml.Ref{Row: row, Col: 1}.String(), values, excelize.RowOpts{Height: height}))
	for i, c := range cells {
		if v, ok := c.Value.(Linked); ok && row <= MaxLinks {
			g.linkOut(i+1, row, v.Target, v.Tip)
		}
	}
	return row
}

// text is the cell's text; ok is false for one that holds something else.
func (c Cell) text() (text string, ok bool) {
	if v, ok := c.Value.(Linked); ok {
		return v.Text, true
	}
	text, ok = c.Value.(string)
	return text, ok
}

// Formula is a formula with its result.
type Formula struct {
	Text   string
	Result any
}

// Linked is a text that leads to a file, by a path relative to the workbook's folder.
type Linked struct{ Text, Target, Tip string }

// Skip leaves rows empty.
func (g *Sheet) Skip(rows int) { g.Row += rows }

// Link makes a cell lead to a place of the workbook: 'Økonomi'!F7.
func (g *Sheet) Link(col, row int, target, tip string) { g.linkTo("Location", col, row, target, tip) }

// linkOut makes a cell lead to a file, by a path relative to the workbook's folder.
func (g *Sheet) linkOut(col, row int, target, tip string) {
	g.linkTo("External", col, row, target, tip)
}

func (g *Sheet) linkTo(kind string, col, row int, target, tip string) {
	if g.Err == nil {
		at := sheetml.Ref{Row: row, Col: col}.String()
		g.Fail(g.File.SetCellHyperLink(g.Name, at, target, kind, excelize.HyperlinkOpts{Tooltip: &tip}))
	}
}

const paperA4 = 9 // ECMA-376 part 1, 18.3.1.63

// print sets the sheet up for A4 landscape, one page wide, the row of headings
// repeated, with a footer that holds no date.
func (g *Sheet) print(l budget.Language, o Setup) {
	pages := 0
	if o.One {
		pages = 1
	}
	g.Fail(g.File.SetSheetView(g.Name, 0, &excelize.ViewOptions{ShowGridLines: new(false)}))
	g.Fail(g.File.SetPageLayout(g.Name, &excelize.PageLayoutOptions{
		Size: new(paperA4), Orientation: new("landscape"), FitToWidth: new(1), FitToHeight: new(pages),
	}))
	g.Fail(g.File.SetSheetProps(g.Name, &excelize.SheetPropsOptions{
		FitToPage: new(true), TabColorRGB: new("FF" + accent),
	}))
	g.Fail(g.File.SetPageMargins(g.Name, &excelize.PageLayoutMarginsOptions{ // inches
		Left: new(0.4), Right: new(0.4), Top: new(0.5), Bottom: new(0.6),
		Header: new(0.25), Footer: new(0.3),
	}))
	// File and sheet on the left, the program's word in the middle, the page on the right
	// (codes of ECMA-376 part 1, 18.3.1.46).
	g.Fail(g.File.SetHeaderFooter(g.Name, &excelize.HeaderFooterOptions{
		OddFooter: "&L&8&F – &A&C&8" + text.Of(l, "foot") + "&R&8" + text.Of(l, "page") + " &P / &N",
	}))
	if o.Head > 0 {
		row := "$" + strconv.Itoa(o.Head)
		g.Fail(g.File.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: g.Name, RefersTo: sheetml.QuoteSheet(g.Name) + "!" + row + ":" + row,
		}))
	}
}

// Filter puts a filter on a table's headings.
func (g *Sheet) Filter(head, last, columns int) {
	if g.Err == nil && last > head {
		where := sheetml.Range{From: sheetml.Ref{Row: head, Col: 1}, To: sheetml.Ref{Row: last, Col: columns}}
		g.Fail(g.File.AutoFilter(g.Name, where.String(), nil))
	}
}

// Close ends the sheet.
func (g *Sheet) Close() {
	if g.Err == nil {
		g.Fail(g.stream.Flush())
	}
}

// Finish is the workbook as a file of ours, known again as long as nobody changes it.
func (p *Builder) Finish() ([]byte, error) {
	data, err := p.Pack()
	if err != nil {
		return nil, err
	}
	return seal(data)
}

// Pack is the workbook as a file of whoever gets it.
func (p *Builder) Pack() ([]byte, error) {
	if p.Err == nil {
		p.File.SetActiveSheet(0)
	}
	packed, err := p.Written()
	if err != nil {
		return nil, err
	}
	return inOrder(packed)
}

// Written is the workbook as excelize writes it; its temporary files are removed.
func (p *Builder) Written() ([]byte, error) {
	var packed bytes.Buffer
	if p.Err == nil {
		p.Fail(p.File.Write(&packed))
	}
	p.Fail(p.File.Close())
	return packed.Bytes(), p.Err
}

// Protection is what people may do on a protected sheet, besides writing in the cells
// meant for them, formatting, and adding and removing rows.
type Protection struct {
	Sort bool // sort and filter the rows
}

// Protect locks the cells that are not to be filled in, without a password.
func (g *Sheet) Protect(o Protection) {
	if g.Err == nil {
		g.Fail(g.File.ProtectSheet(g.Name, &excelize.SheetProtectionOptions{
			SelectLockedCells: true, SelectUnlockedCells: true,
			FormatCells: true, FormatColumns: true, FormatRows: true,
			InsertRows: true, DeleteRows: true,
			Sort: o.Sort, AutoFilter: o.Sort,
		}))
	}
}

// Mark gives the first cell of a row a defined name: a prefix and the number of the sheet.
func (g *Sheet) Mark(prefix string, row int) {
	if g.Err == nil {
		g.Fail(g.File.SetDefinedName(&excelize.DefinedName{
			Name:     prefix + strconv.Itoa(len(g.File.GetSheetList())),
			RefersTo: sheetml.QuoteSheet(g.Name) + "!" + sheetml.Ref{Row: row, Col: 1}.Absolute(),
		}))
	}
}
