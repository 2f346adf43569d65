package excel

import (
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
	const margin = 2 // left of the charts
	g := p.newPage(s.Language, s.text("summary.sheet.overview"), layout{
		widths: append(widthsOf(s.verdictColumns()), margin),
		one:    true,
	})
	s.overviewLead(g)
	g.skip(1)
	s.verdictRows(g)
	g.skip(1)
	s.gapRows(g)
	g.skip(1)
	g.write(0, cell{s.text("assessment.unit"), quietLook})
	g.write(0, cell{s.text("foot"), footLook})
	g.close()
}

// overviewLead writes the title and what was read and found, leading to the sheets that
// tell more.
func (s *Summary) overviewLead(g *page) {
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
	lead := func(said string, key budget.Key) {
		sheet := s.text("summary.sheet." + key)
		row := g.write(0, cell{said, linkPlain})
		g.link(1, row, quoteSheet(sheet)+"!A1", sheet)
	}
	refused := len(s.Workbooks) - read
	lead(s.say("summary.files", arg("read", budget.Count(read)), arg("refused", budget.Count(refused))), "files")
	lead(s.say("summary.control", s.severities()...), "findings")
	if n := len(s.Across.Findings); n > 0 {
		lead(s.say("summary.across-counted", arg("count", budget.Count(n))), "across")
	}
}

// verdictColumns are the columns of the table of verdicts; the table of gaps stands below
// it, in the same widths.
func (s *Summary) verdictColumns() []sheetColumn[budget.VerdictTotal] {
	l := s.Language
	return []sheetColumn[budget.VerdictTotal]{
		{s.text("column.verdict"), 36, func(t budget.VerdictTotal) cell { return s.verdict(t.Verdict) }},
		{s.text("head.projects"), 22, func(t budget.VerdictTotal) cell { return cell{t.Projects, numberLook} }},
		{s.text("head.cost"), 16, func(t budget.VerdictTotal) cell { return money(l, t.Cost) }},
		{s.text("head.counted"), 16, func(t budget.VerdictTotal) cell { return money(l, t.Counted) }},
		{s.text("column.gap"), 16, func(t budget.VerdictTotal) cell { return money(l, t.Gap) }},
		{s.text("head.unknown"), 28, func(t budget.VerdictTotal) cell { return cell{t.Unknown, numberLook} }},
	}
}

// verdictRows writes the table of verdicts, with its chart beside it.
func (s *Summary) verdictRows(g *page) {
	g.write(20, cell{s.text("summary.by-verdict"), subtitleLook})
	columns := s.verdictColumns()
	head := writeHeads(g, columns)
	last := head
	sum, unknown := 0, 0
	for _, t := range s.Across.Totals {
		sum, unknown = sum+t.Projects, unknown+t.Unknown
		last = writeRow(g, columns, t)
	}
	blank := cell{"", quietTable}
	g.table(cell{s.text("summary.all"), textLook}, cell{sum, numberLook}, blank, blank, blank, cell{unknown, numberLook})
	if last > head {
		beside := sheetml.Ref{Row: head - 1, Col: overRest + 2}
		g.countChart(beside, s.text("summary.by-verdict"), besideTable, span{head + 1, last}, overProject, overCount)
		// The chart is taller than a short table; what follows begins below it.
		g.row = max(g.row, head+12)
	}
}

// gapsShown is how many projects the overview names.
const gapsShown = 10

// gapColumns are the columns of the table of gaps.
func (s *Summary) gapColumns() []sheetColumn[assessed] {
	l := s.Language
	name := func(a assessed) cell {
		return cell{a.in.inCopy(s.stated(a.Name()), a.Project.Origin, s.text("summary.open")), linkLook}
	}
	return []sheetColumn[assessed]{
		{heading: s.text("head.project"), value: name},
		{heading: s.text("head.department"), value: assessed.department},
		{heading: s.text("head.cost"), value: func(a assessed) cell { return money(l, a.worst().Cost) }},
		{heading: s.text("head.counted"), value: func(a assessed) cell { return money(l, a.worst().Counted) }},
		{heading: s.text("column.gap"), value: func(a assessed) cell { return money(l, a.worst().Gap) }},
		{heading: s.text("column.verdict"), value: func(a assessed) cell { return s.verdict(a.Verdict()) }},
	}
}

// gapRows writes the projects that lack most, with their chart.
func (s *Summary) gapRows(g *page) {
	lacking, all := s.lacking()
	g.write(20, cell{s.text("summary.gaps"), subtitleLook})
	if len(lacking) == 0 {
		g.write(0, cell{s.text("summary.no-gaps"), quietLook})
		return
	}
	lead := s.say("summary.gaps-lead", arg("count", budget.Count(len(lacking))), arg("sum", budget.Kroner{Decimal: all}))
	g.write(0, cell{lead, quietLook})
	columns := s.gapColumns()
	head := writeHeads(g, columns)
	last := head
	for _, a := range lacking[:min(len(lacking), gapsShown)] {
		last = writeRow(g, columns, a)
	}
	beside := sheetml.Ref{Row: head - 1, Col: overRest + 2}
	g.costChart(beside, s.text("assessment.chart"), besideTable, span{head + 1, last}, overProject, overCost, overCounted)
}

// lacking are the projects up for decision that have a gap, the largest first, and the
// sum of their gaps.
func (s *Summary) lacking() (projects []assessed, sum decimal.Decimal) {
	projects = slices.DeleteFunc(s.projects(), func(a assessed) bool {
		due, known := a.Due()
		return !a.worst().Gap.Positive() || !due || !known
	})
	slices.SortStableFunc(projects, func(x, y assessed) int { return y.worst().Gap.Value.Cmp(x.worst().Gap.Value) })
	for _, a := range projects {
		sum = sum.Add(a.worst().Gap.Value)
	}
	return projects, sum
}
