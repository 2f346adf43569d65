package annotate

import (
	"cmp"
	"slices"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// charted is how many projects the chart shows.
const charted = 15

// chart draws cost against counted financing, project by project, in the order of
// the table; of many projects only those that lack most.
func (a *annotation) chart(g *sheets.Sheet, head, last int) {
	known := a.chartable()
	if len(known) == 0 {
		return
	}
	title := a.Text("assessment.chart")
	first, end := head+1, last
	if len(a.report.Assessments) > charted {
		title = a.say("assessment.chart-top", text.Arg("count", budget.Count(len(known))))
		g.Skip(1)
		g.Write(20, sheets.SubtitleStyle.Cell(title))
		g.Table(a.Heads("head.project", "head.department", "column.verdict", "head.cost", "head.counted")...)
		for i, s := range known {
			worst, _ := s.Worst()
			row := g.Table(sheets.TextStyle.Cell(s.Name()), sheets.TextStyle.Cell(s.Project.Department.Text),
				a.verdictCell(s, a.Book.Locate),
				sheets.Money(a.Language, worst.Cost), sheets.Money(a.Language, worst.Counted))
			if end = row; i == 0 {
				first = row
			}
		}
	}
	at, rows := sheetml.Ref{Row: g.Row, Col: colProject}, sheets.Span{First: first, Last: end}
	g.CostChart(at, title, sheets.WideChart, rows, colProject, colCost, colCounted)
	g.Skip(sheets.ChartRows(2, end-first+1))
}

// chartable are the projects whose cost is known; of many, those that lack most.
func (a *annotation) chartable() []*budget.Assessment {
	var known []*budget.Assessment
	for i := range a.report.Assessments {
		s := &a.report.Assessments[i]
		if worst, ok := s.Worst(); ok && worst.Cost.Positive() && worst.Counted.Known {
			known = append(known, s)
		}
	}
	if len(a.report.Assessments) <= charted {
		return known
	}
	slices.SortStableFunc(known, func(x, y *budget.Assessment) int {
		a, _ := x.Worst()
		b, _ := y.Worst()
		return cmp.Or(b.Gap.Value.Cmp(a.Gap.Value), b.Cost.Value.Cmp(a.Cost.Value))
	})
	return known[:min(len(known), charted)]
}
