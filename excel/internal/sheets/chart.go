package sheets

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"videre/excel/internal/sheetml"
)

// Widths of charts, in pixels: alone on a sheet, and beside a table.
const (
	WideChart   = 860
	BesideTable = 500
)

// Span is a run of rows, both ends included.
type Span struct{ First, Last int }

// CostChart draws cost against counted financing for the projects of some rows of a
// table; the row above them holds the headings.
func (s *Sheet) CostChart(at sheetml.Ref, title string, width int, rows Span, names, cost, counted int) {
	chart := s.barChart(title, width, rows, names, cost, counted)
	chart.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "#,##0.0,,;;"}
	s.addChart(at, chart)
}

// CountChart draws how many there are of each name.
func (s *Sheet) CountChart(at sheetml.Ref, title string, width int, rows Span, names, counts int) {
	chart := s.barChart(title, width, rows, names, counts)
	chart.Series[0].Fill = solid(accent)
	chart.Legend.Position = "none"
	s.addChart(at, chart)
}

// barChart is a chart of horizontal bars, one series a column.
func (s *Sheet) barChart(title string, width int, rows Span, names int, columns ...int) *excelize.Chart {
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
			Name:       s.columnRange(col, Span{rows.First - 1, rows.First - 1}),
			Categories: s.columnRange(names, rows), Values: s.columnRange(col, rows),
			Fill: solid([]string{costColour, accent}[i]),
		})
	}
	return chart
}

func (s *Sheet) addChart(at sheetml.Ref, chart *excelize.Chart) {
	if b := s.book; b.err == nil {
		b.fail(b.file.AddChart(s.name, at.String(), chart))
	}
}

// columnRange is rows of a column as a chart names them.
func (s *Sheet) columnRange(col int, rows Span) string {
	name := sheetml.ColumnName(col)
	ref := sheetml.QuoteSheet(s.name) + "!$" + name + "$" + strconv.Itoa(rows.First)
	if rows.Last > rows.First {
		ref += ":$" + name + "$" + strconv.Itoa(rows.Last)
	}
	return ref
}

// chartHeight is the height of a chart, in pixels.
func chartHeight(series, names int) int { return max(260, 110+22*series*names) }

// ChartRows is how many rows of ordinary height a chart takes, with one to spare.
func ChartRows(series, names int) int { return chartHeight(series, names)/20 + 2 }
