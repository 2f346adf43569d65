package excel

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// The overview's columns; those of figures are the same in both tables.
const (
	overProject = iota + 1
	overCount   // projects, or the department
	overCost
	overCounted
	overGap
	overRest // projects with unknown figures, or the verdict
)

// overviewPage is what a mayor reads: how many projects get which verdict, what they
// cost and what is missing, and the largest gaps.
func (s *Summary) overviewPage(p *pages) {
	g := p.newPage(s.Language, s.text("summary.sheet.overview"), layout{widths: []float64{36, 22, 16, 16, 16, 28, 2}, one: true})
	title := s.text("summary.title-unknown")
	if s.BudgetYear != 0 {
		title = s.say("summary.title", arg("year", budget.Year(s.BudgetYear)))
	}
	g.write(30, cell{title, titleLook})
	read := 0
	for _, r := range s.reports() {
		if r != nil {
			read++
		}
	}
	files := g.write(0, cell{s.say("summary.files", arg("read", budget.Count(read)), arg("refused", budget.Count(len(s.Workbooks)-read))), linkPlain})
	g.link(1, files, quoteSheet(s.text("summary.sheet.files"))+"!A1", s.text("summary.sheet.files"))
	found := g.write(0, cell{s.say("summary.control", s.severities()...), linkPlain})
	g.link(1, found, quoteSheet(s.text("summary.sheet.findings"))+"!A1", s.text("summary.sheet.findings"))
	if n := len(s.Across.Findings); n > 0 {
		across := g.write(0, cell{s.say("summary.across-counted", arg("count", budget.Count(n))), linkPlain})
		g.link(1, across, quoteSheet(s.text("summary.sheet.across"))+"!A1", s.text("summary.sheet.across"))
	}
	g.skip(1)
	s.verdictRows(g)
	g.skip(1)
	s.gapRows(g)
	g.skip(1)
	g.write(0, cell{s.text("assessment.unit"), quietLook})
	g.write(0, cell{s.text("foot"), footLook})
	g.close()
}

// verdictRows writes the table of verdicts, with its chart beside it.
func (s *Summary) verdictRows(g *page) {
	g.write(20, cell{s.text("summary.by-verdict"), subtitleLook})
	head := g.table(s.heads("column.verdict", "head.projects", "head.cost", "head.counted", "column.gap", "head.unknown")...)
	last := head
	sum, unknown := 0, 0
	for _, t := range s.Across.Totals {
		sum, unknown = sum+t.Projects, unknown+t.Unknown
		last = g.table(cell{s.Language.Word(t.Verdict), verdictLook(t.Verdict)}, cell{t.Projects, numberLook},
			money(s.Language, t.Cost), money(s.Language, t.Counted), money(s.Language, t.Gap), cell{t.Unknown, numberLook})
	}
	g.table(cell{s.text("summary.all"), textLook}, cell{sum, numberLook}, cell{"", quietTable}, cell{"", quietTable}, cell{"", quietTable}, cell{unknown, numberLook})
	if last > head {
		g.countChart(sheetml.Ref{Row: head - 1, Col: overRest + 2}, s.text("summary.by-verdict"), besideTable, span{head + 1, last}, overProject, overCount)
		// The chart is taller than a short table; what follows begins below it.
		g.row = max(g.row, head+12)
	}
}

// gapsShown is how many projects the overview names.
const gapsShown = 10

// gapRows writes the projects that lack most, with their chart.
func (s *Summary) gapRows(g *page) {
	lacking := s.projects()
	gap := func(a assessed) (f budget.Figure) { worst, _ := a.Worst(); return worst.Gap }
	lacking = slices.DeleteFunc(lacking, func(a assessed) bool {
		due, known := a.Due()
		return !gap(a).Positive() || !due || !known
	})
	slices.SortStableFunc(lacking, func(x, y assessed) int { return gap(y).Value.Cmp(gap(x).Value) })
	var all decimal.Decimal
	for _, a := range lacking {
		all = all.Add(gap(a).Value)
	}
	g.write(20, cell{s.text("summary.gaps"), subtitleLook})
	if len(lacking) == 0 {
		g.write(0, cell{s.text("summary.no-gaps"), quietLook})
		return
	}
	g.write(0, cell{s.say("summary.gaps-lead", arg("count", budget.Count(len(lacking))), arg("sum", budget.Kroner{Decimal: all})), quietLook})
	head := g.table(s.heads("head.project", "head.department", "head.cost", "head.counted", "column.gap", "column.verdict")...)
	last := head
	for _, a := range lacking[:min(len(lacking), gapsShown)] {
		worst, _ := a.Worst()
		last = g.table(cell{cmp.Or(a.Name(), s.text("summary.not-stated")), linkLook}, cell{a.Project.Department.Text, wrapLook}, money(s.Language, worst.Cost),
			money(s.Language, worst.Counted), money(s.Language, worst.Gap), cell{s.Language.Word(a.Verdict()), verdictLook(a.Verdict())})
		a.in.linkCopy(g, overProject, last, a.Project.Origin, s.text("summary.open"))
	}
	g.costChart(sheetml.Ref{Row: head - 1, Col: overRest + 2}, s.text("assessment.chart"), besideTable, span{head + 1, last}, overProject, overCost, overCounted)
}
