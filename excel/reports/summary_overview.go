package reports

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// The overview's columns, from 1; those of figures are the same in both tables.
const (
	overProject = iota + 1
	overCount   // projects, or the department
	overCost
	overCounted
	overGap
	overRest // projects with unknown figures, or the verdict
)

// overviewSheet is what a mayor reads: how many projects get which verdict, what they
// cost and what is missing, and the largest gaps.
func (s *Summary) overviewSheet(p *sheets.Builder) {
	const margin = 2 // left of the charts
	g := p.AddSheet(s.Language, s.Text("summary.sheet.overview"), sheets.Setup{
		Widths: append(sheets.WidthsOf(s.verdictColumns()), margin),
		One:    true,
	})
	s.overviewLead(g)
	g.Skip(1)
	s.verdictRows(g)
	g.Skip(1)
	s.gapRows(g)
	g.Skip(1)
	g.Write(0, sheets.QuietStyle.Cell(s.Text("assessment.unit")))
	g.Write(0, sheets.FootStyle.Cell(s.Text("foot")))
	g.Close()
}

// overviewLead writes the title and what was read and found, leading to the sheets that
// tell more.
func (s *Summary) overviewLead(g *sheets.Sheet) {
	title := s.Text("summary.title-unknown")
	if s.BudgetYear != 0 {
		title = s.say("summary.title", text.Arg("year", budget.Year(s.BudgetYear)))
	}
	g.Write(30, sheets.TitleStyle.Cell(title))
	read := 0
	for _, r := range s.reports() {
		if r != nil {
			read++
		}
	}
	lead := func(said string, key budget.Key) {
		sheet := s.Text("summary.sheet." + key)
		row := g.Write(0, sheets.PlainLinkStyle.Cell(said))
		g.Link(1, row, sheetml.QuoteSheet(sheet)+"!A1", sheet)
	}
	refused := len(s.Workbooks) - read
	lead(s.say("summary.files",
		text.Arg("read", budget.Count(read)), text.Arg("refused", budget.Count(refused))), "files")
	lead(s.say("summary.control", s.severities()...), "findings")
	if n := len(s.Across.Findings); n > 0 {
		lead(s.say("summary.across-counted", text.Arg("count", budget.Count(n))), "across")
	}
}

// verdictColumns are the columns of the table of verdicts; the table of gaps stands below
// it, in the same widths.
func (s *Summary) verdictColumns() []sheets.SheetColumn[budget.VerdictTotal] {
	type total = budget.VerdictTotal
	c := columns[total]{s.Options}
	return []sheets.SheetColumn[total]{
		c.cell("column.verdict", 36, func(t total) sheets.Cell { return s.verdict(t.Verdict) }),
		c.count("head.projects", 22, func(t total) int { return t.Projects }),
		c.money("head.cost", 16, func(t total) budget.Figure { return t.Cost }),
		c.money("head.counted", 16, func(t total) budget.Figure { return t.Counted }),
		c.money("column.gap", 16, func(t total) budget.Figure { return t.Gap }),
		c.count("head.unknown", 28, func(t total) int { return t.Unknown }),
	}
}

// verdictRows writes the table of verdicts, with its chart beside it.
func (s *Summary) verdictRows(g *sheets.Sheet) {
	g.Write(20, sheets.SubtitleStyle.Cell(s.Text("summary.by-verdict")))
	columns := s.verdictColumns()
	head := sheets.WriteHeads(g, columns)
	last := head
	sum, unknown := 0, 0
	for _, t := range s.Across.Totals {
		sum, unknown = sum+t.Projects, unknown+t.Unknown
		last = sheets.WriteRow(g, columns, t)
	}
	blank := sheets.QuietTableStyle.Cell("")
	g.Table(sheets.TextStyle.Cell(s.Text("summary.all")), sheets.NumberStyle.Cell(sum),
		blank, blank, blank, sheets.NumberStyle.Cell(unknown))
	if last > head {
		beside := sheetml.Ref{Row: head - 1, Col: overRest + 2}
		g.CountChart(beside, s.Text("summary.by-verdict"), sheets.BesideTable,
			sheets.Span{First: head + 1, Last: last}, overProject, overCount)
		// The chart is taller than a short table; what follows begins below it.
		g.Row = max(g.Row, head+12)
	}
}

// gapsShown is how many projects the overview names.
const gapsShown = 10

// gapColumns are the columns of the table of gaps; the table of verdicts sets their widths.
func (s *Summary) gapColumns() []sheets.SheetColumn[assessed] {
	c := columns[assessed]{s.Options}
	return []sheets.SheetColumn[assessed]{
		c.cell("head.project", 0, func(a assessed) sheets.Cell { return s.projectLink(a, s.stated(a.Name())) }),
		c.text("head.department", 0, assessed.department),
		c.money("head.cost", 0, assessed.cost),
		c.money("head.counted", 0, assessed.counted),
		c.money("column.gap", 0, assessed.gap),
		c.cell("column.verdict", 0, func(a assessed) sheets.Cell { return s.verdict(a.Verdict()) }),
	}
}

// gapRows writes the projects that lack most, with their chart.
func (s *Summary) gapRows(g *sheets.Sheet) {
	lacking, all := s.lacking()
	g.Write(20, sheets.SubtitleStyle.Cell(s.Text("summary.gaps")))
	if len(lacking) == 0 {
		g.Write(0, sheets.QuietStyle.Cell(s.Text("summary.no-gaps")))
		return
	}
	lead := s.say("summary.gaps-lead",
		text.Arg("count", budget.Count(len(lacking))), text.Arg("sum", budget.Kroner{Decimal: all}))
	g.Write(0, sheets.QuietStyle.Cell(lead))
	columns := s.gapColumns()
	head := sheets.WriteHeads(g, columns)
	last := head
	for _, a := range lacking[:min(len(lacking), gapsShown)] {
		last = sheets.WriteRow(g, columns, a)
	}
	beside := sheetml.Ref{Row: head - 1, Col: overRest + 2}
	g.CostChart(beside, s.Text("assessment.chart"), sheets.BesideTable,
		sheets.Span{First: head + 1, Last: last}, overProject, overCost, overCounted)
}

// lacking are the projects up for decision that have a gap, the largest first, and the
// sum of their gaps.
func (s *Summary) lacking() (projects []assessed, sum decimal.Decimal) {
	projects = slices.DeleteFunc(s.projects(), func(a assessed) bool {
		due, known := a.Due()
		return !a.gap().Positive() || !due || !known
	})
	slices.SortStableFunc(projects, func(x, y assessed) int { return y.gap().Value.Cmp(x.gap().Value) })
	for _, a := range projects {
		sum = sum.Add(a.gap().Value)
	}
	return projects, sum
}
