package sheets

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"videre/excel/internal/sheetml"
)

// Widths of charts, in pixels: alone on a page, and beside a table.
const (
	WideChart   = 860
	BesideTable = 500
)

// Span is a run of rows, both ends included.
type Span struct{ First, Last int }

// CostChart draws cost against counted financing for the projects of some rows of a
// table; the row above them holds the headings.
func (g *Sheet) CostChart(at sheetml.Ref, title string, width int, rows Span, names, cost, counted int) {
	chart := g.barChart(title, width, rows, names, cost, counted)
	chart.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "#,##0.0,,;;"}
	g.addChart(at, chart)
}

// CountChart draws how many there are of each name.
func (g *Sheet) CountChart(at sheetml.Ref, title string, width int, rows Span, names, counts int) {
	chart := g.barChart(title, width, rows, names, counts)
	chart.Series[0].Fill = solid(accent)
	chart.Legend.Position = "none"
	g.addChart(at, chart)
}

// barChart is a chart of horizontal bars, one series a column.
func (g *Sheet) barChart(title string, width int, rows Span, names int, columns ...int) *excelize.Chart {
	large := &excelize.Font{Family: fontName, Size: 12, Bold: true, Color: accent}
	heading := excelize.RichTextRun{Text: title, Font: large}
	small := excelize.Font{Family: fontName, Size: 10, Color: inkGrey}
	height := chartHeight(len(columns), rows.Last-rows.First+1)
	chart := &excelize.Chart{
		Type:      excelize.Bar,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{heading}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: small},
		YAxis:     excelize.ChartAxis{None: true, Minimum: new(0.0)},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		Dimension: excelize.ChartDimension{Width: uint(width), Height: uint(height)},
		GapWidth:  new(uint(60)),
		Format:    excelize.GraphicOptions{AltText: title, Positioning: "oneCell"},
	}
	for i, col := range columns {
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name:       g.columnRange(col, Span{rows.First - 1, rows.First - 1}),
			Categories: g.columnRange(names, rows), Values: g.columnRange(col, rows),
			Fill: solid([]string{costColour, accent}[i]),
		})
	}
	return chart
}

func (g *Sheet) addChart(at sheetml.Ref, chart *excelize.Chart) {
	if g.Err == nil {
		g.Fail(g.File.AddChart(g.Name, at.String(), chart))
	}
}

// columnRange is rows of a column as a chart names them.
func (g *Sheet) columnRange(col int, rows Span) string {
	name := sheetml.ColumnName(col)
	ref := sheetml.QuoteSheet(g.Name) + "!$" + name + "$" + strconv.Itoa(rows.First)
	if rows.Last > rows.First {
		ref += ":$" + name + "$" + strconv.Itoa(rows.Last)
	}
	return ref
}

// chartHeight is the height of a chart, in pixels.
func chartHeight(series, names int) int { return max(260, 110+22*series*names) }

// ChartRows is how many rows of ordinary height a chart takes, with one to spare.
func ChartRows(series, names int) int { return chartHeight(series, names)/20 + 2 }
