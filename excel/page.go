package excel

import (
	"bytes"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// pages is a workbook of our own sheets in the making.
type pages struct {
	file   *excelize.File
	styles map[look]int
	err    error // the first error; what comes after it does nothing
}

func newPages() *pages {
	return &pages{file: excelize.NewFile(), styles: map[look]int{}}
}

// style is the index of a look in the workbook.
func (p *pages) style(l look) int {
	if id, ok := p.styles[l]; ok {
		return id
	}
	id, err := p.file.NewStyle(l.style())
	p.fail(err)
	p.styles[l] = id
	return id
}

func (p *pages) fail(err error) {
	if p.err == nil && err != nil {
		p.err = err
	}
}

// page is one sheet, written from the top.
type page struct {
	*pages
	name   string
	stream *excelize.StreamWriter
	widths []float64
	row    int // the row to be written next
}

// cell is a value and how it looks.
type cell struct {
	value any
	look  look
}

// layout is how a sheet of ours is laid out.
type layout struct {
	widths []float64   // of its columns, in characters
	frozen sheetml.Ref // what is above and left of it stays when the sheet is scrolled
	head   int         // the row of headings, repeated on each printed page
	hidden int         // a column that is not shown; 0 for none
	one    bool        // printed on one page
	open   bool        // cells that hold nothing can be written in when the sheet is protected
}

// newPage starts a sheet. What stands before its rows in the file has to be said
// before the first is written.
func (p *pages) newPage(l budget.Language, name string, o layout) *page {
	g := &page{pages: p, name: name, widths: o.widths, row: 1}
	if len(p.file.GetSheetList()) == 1 && p.file.GetSheetList()[0] == "Sheet1" {
		p.fail(p.file.SetSheetName("Sheet1", name))
	} else if _, err := p.file.NewSheet(name); err != nil {
		p.fail(err)
	}
	if p.err == nil {
		g.print(l, o)
	}
	var err error
	g.stream, err = p.file.NewStreamWriter(name)
	p.fail(err)
	if p.err != nil {
		return g
	}
	if o.frozen.Row > 1 || o.frozen.Col > 1 {
		p.fail(g.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: o.frozen.Col - 1, YSplit: o.frozen.Row - 1,
			TopLeftCell: o.frozen.String(), ActivePane: activePane(o.frozen)}))
	}
	if o.open {
		p.fail(g.stream.SetColStyle(1, len(o.widths), p.style(openLook)))
	}
	if o.hidden > 0 {
		p.fail(g.stream.SetColVisible(o.hidden, o.hidden, false))
	}
	for i, width := range slices.Backward(o.widths) { // excelize puts each before the last
		p.fail(g.stream.SetColWidth(i+1, i+1, width))
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

// table writes a row of a table, as high as its longest text needs.
func (g *page) table(cells ...cell) int {
	lines := 1
	for i, c := range cells {
		if text, ok := c.text(); ok && i < len(g.widths) {
			lines = max(lines, linesIn(text, g.widths[i]))
		}
	}
	return g.write(float64(min(lines, maxLines)*lineHeight+3), cells...)
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

// write writes a row and returns its number; height 0 is the program's own.
func (g *page) write(height float64, cells ...cell) int {
	row := g.row
	g.row++
	if g.err != nil || len(cells) == 0 {
		return row
	}
	values := make([]any, len(cells))
	for i, c := range cells {
		if c.value == nil && c.look == plainLook {
			continue
		}
		values[i] = excelize.Cell{StyleID: g.style(c.look), Value: c.value}
		switch v := c.value.(type) {
		case formula:
			values[i] = excelize.Cell{StyleID: g.style(c.look), Formula: v.text, Value: v.result}
		case linked:
			values[i] = excelize.Cell{StyleID: g.style(c.look), Value: v.text}
		}
	}
	g.fail(g.stream.SetRow(sheetml.Ref{Row: row, Col: 1}.String(), values, excelize.RowOpts{Height: height}))
	for i, c := range cells {
		if v, ok := c.value.(linked); ok && row <= maxLinks {
			g.linkOut(i+1, row, v.target, v.tip)
		}
	}
	return row
}

// text is the cell's text; ok is false for one that holds something else.
func (c cell) text() (text string, ok bool) {
	if v, ok := c.value.(linked); ok {
		return v.text, true
	}
	text, ok = c.value.(string)
	return text, ok
}

// formula is a formula with its result.
type formula struct {
	text   string
	result any
}

// linked is a text that leads to a file, by a path relative to the workbook's folder.
type linked struct{ text, target, tip string }

// skip leaves rows empty.
func (g *page) skip(rows int) { g.row += rows }

// link makes a cell lead to a place of the workbook: 'Økonomi'!F7.
func (g *page) link(col, row int, target, tip string) { g.linkTo("Location", col, row, target, tip) }

// linkOut makes a cell lead to a file, by a path relative to the workbook's folder.
func (g *page) linkOut(col, row int, target, tip string) { g.linkTo("External", col, row, target, tip) }

func (g *page) linkTo(kind string, col, row int, target, tip string) {
	if g.err == nil {
		at := sheetml.Ref{Row: row, Col: col}.String()
		g.fail(g.file.SetCellHyperLink(g.name, at, target, kind, excelize.HyperlinkOpts{Tooltip: &tip}))
	}
}

const paperA4 = 9 // ECMA-376 part 1, 18.3.1.63

// print sets the sheet up for A4 landscape, one page wide, the row of headings
// repeated, with a footer that holds no date.
func (g *page) print(l budget.Language, o layout) {
	pages := 0
	if o.one {
		pages = 1
	}
	g.fail(g.file.SetSheetView(g.name, 0, &excelize.ViewOptions{ShowGridLines: pointer(false)}))
	g.fail(g.file.SetPageLayout(g.name, &excelize.PageLayoutOptions{
		Size: pointer(paperA4), Orientation: pointer("landscape"), FitToWidth: pointer(1), FitToHeight: pointer(pages),
	}))
	g.fail(g.file.SetSheetProps(g.name, &excelize.SheetPropsOptions{
		FitToPage: pointer(true), TabColorRGB: pointer("FF" + accent),
	}))
	g.fail(g.file.SetPageMargins(g.name, &excelize.PageLayoutMarginsOptions{ // inches
		Left: pointer(0.4), Right: pointer(0.4), Top: pointer(0.5), Bottom: pointer(0.6),
		Header: pointer(0.25), Footer: pointer(0.3),
	}))
	// File and sheet on the left, the program's word in the middle, the page on the right
	// (codes of ECMA-376 part 1, 18.3.1.46).
	g.fail(g.file.SetHeaderFooter(g.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L&8&F – &A&C&8" + texts.Text(l, "foot") + "&R&8" + texts.Text(l, "page") + " &P / &N",
	}))
	if o.head > 0 {
		row := "$" + itoa(o.head)
		g.fail(g.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: g.name, RefersTo: quoteSheet(g.name) + "!" + row + ":" + row,
		}))
	}
}

// filter puts a filter on a table's headings.
func (g *page) filter(head, last, columns int) {
	if g.err == nil && last > head {
		where := sheetml.Range{From: sheetml.Ref{Row: head, Col: 1}, To: sheetml.Ref{Row: last, Col: columns}}
		g.fail(g.file.AutoFilter(g.name, where.String(), nil))
	}
}

// close ends the sheet.
func (g *page) close() {
	if g.err == nil {
		g.fail(g.stream.Flush())
	}
}

// finish is the workbook as a file of ours, known again as long as nobody changes it.
func (p *pages) finish() ([]byte, error) {
	data, err := p.pack()
	if err != nil {
		return nil, err
	}
	return seal(data)
}

// pack is the workbook as a file of whoever gets it.
func (p *pages) pack() ([]byte, error) {
	if p.err == nil {
		p.file.SetActiveSheet(0)
	}
	packed, err := p.written()
	if err != nil {
		return nil, err
	}
	return inOrder(packed)
}

// written is the workbook as excelize writes it; its temporary files are removed.
func (p *pages) written() ([]byte, error) {
	var packed bytes.Buffer
	if p.err == nil {
		p.fail(p.file.Write(&packed))
	}
	p.fail(p.file.Close())
	return packed.Bytes(), p.err
}

// money is an amount as a cell of a table; unknown is said in words.
func money(l budget.Language, f budget.Figure) cell {
	if !f.Known {
		return cell{texts.Text(l, "unknown"), quietTable}
	}
	return cell{number(f.Value), moneyLook}
}

// amountCell is an amount as a cell of a table: blank where it is.
func amountCell(l budget.Language, a budget.Amount) cell {
	switch {
	case a.State == budget.Blank:
		return cell{"", quietTable}
	case a.State != budget.Given:
		return cell{texts.Text(l, "unknown"), quietTable}
	}
	return cell{number(a.Value), moneyLook}
}

// percent is a coverage; it is unknown, too, in a year without cost.
func percent(l budget.Language, f budget.Figure) cell {
	if !f.Known {
		return cell{"–", quietTable}
	}
	return cell{number(f.Value), percentLook}
}

// number is a decimal as a cell holds it: a number, or a text when it has more
// digits than a cell keeps.
func number(d decimal.Decimal) any {
	if d.Coefficient().Text(10) != "0" && len(d.Abs().Coefficient().Text(10)) > significant+4 {
		return budget.Plain(d)
	}
	f, _ := d.Float64()
	if back, ok := storedNumber(formatFloat(f)); !ok || !back.Equal(d) {
		return budget.Plain(d)
	}
	return f
}
