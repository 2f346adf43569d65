package annotate

import (
	"cmp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// The columns of the sheet Vurdering. Those of figures are the same in the table
// of projects and in that of years.
const (
	colProject = iota + 1
	colDepartment
	colVerdict
	colCost
	colCounted
	colGap
	colCoverage
	colReason
	colChanges
	colIncluded
	colDecision
)

var assessmentWidths = []float64{24, 17, 24, 15, 15, 15, 17, 50, 38, 14, 13}

// assessmentSheet is the sheet Vurdering: what was assumed and what was found, then
// project by project, then year by year with a chart.
func (a *annotation) assessmentSheet(p *sheets.Builder) {
	lead := a.assessmentLead()
	head := len(lead) + 2
	frozen := sheetml.Ref{Row: 1, Col: 2}
	if head <= 12 {
		frozen.Row = head + 1
	}
	g := p.AddSheet(a.Language, a.names.assessment, sheets.Setup{Widths: assessmentWidths, Frozen: frozen, Head: head})
	for i, line := range lead {
		height := 0.0
		if i == 0 {
			height = 30
		}
		g.Write(height, line)
	}
	g.Link(1, 2, sheetml.QuoteSheet(a.names.findings)+"!A1", a.names.findings)
	g.Skip(1)
	last := a.projectRows(g)
	g.Filter(head, last, colDecision)
	g.Skip(1)
	g.Write(0, sheets.FootStyle.Cell(a.Text("foot")))
	g.Skip(1)
	a.chart(g, head, last)
	a.lineRows(g)
	a.yearRows(g)
	g.Close()
}

// assessmentLead are the lines above the table of projects.
func (a *annotation) assessmentLead() []sheets.Cell {
	title := a.Text("assessment.title-unknown")
	if a.report.BudgetYear != 0 {
		title = a.say("assessment.title", text.Arg("year", budget.Year(a.report.BudgetYear)))
	}
	lead := []sheets.Cell{{Value: title, Style: sheets.TitleStyle}, {Value: a.say("assessment.control", a.counted()...), Style: sheets.PlainLinkStyle}}
	lead = append(lead, sheets.SubtitleStyle.Cell(a.overview()))
	for _, s := range a.sentences(a.report.Assumptions) {
		lead = append(lead, sheets.QuietStyle.Cell("•  "+s))
	}
	if len(a.noColumns) > 0 {
		said := a.say("assessment.no-columns", text.Arg("cells", budget.Places(a.noColumns)))
		lead = append(lead, sheets.QuietStyle.Cell("•  "+said))
	}
	if len(a.noNotes) > 0 {
		sheet := budget.Quote(a.names.findings)
		said := a.say("assessment.no-notes", text.Arg("cells", budget.Places(a.noNotes)), text.Arg("sheet", sheet))
		lead = append(lead, sheets.QuietStyle.Cell("•  "+said))
	}
	return append(lead, sheets.QuietStyle.Cell("•  "+a.Text("assessment.unit")))
}

// overview counts the projects by verdict.
func (a *annotation) overview() string {
	count := map[budget.Verdict]int{}
	for i := range a.report.Assessments {
		count[a.report.Assessments[i].Verdict()]++
	}
	var parts []string
	for _, v := range budget.Verdicts() {
		if count[v] > 0 {
			said := a.say("assessment.overview", text.Arg("count", budget.Count(count[v])), text.Arg("verdict", budget.Word{Term: v}))
			parts = append(parts, said)
		}
	}
	return strings.Join(parts, "   ·   ")
}

// projectRows writes the table of projects and returns its last row.
func (a *annotation) projectRows(g *sheets.Sheet) int {
	last := g.Table(a.Heads("head.project", "head.department", "column.verdict",
		"head.cost", "head.counted", "column.gap", "column.coverage",
		"column.reason", "head.changes", "head.included", "head.decision")...)
	written := slices.Clone(a.written)
	for i := range a.report.Assessments {
		s := &a.report.Assessments[i]
		worst, _ := s.Worst()
		own := takeEntry(&written, s.Name(), s.Project.Department.Text)
		last = g.Table(
			sheets.WrapStyle.Cell(s.Name()), sheets.WrapStyle.Cell(s.Project.Department.Text),
			sheets.VerdictStyle(s.Verdict()).Cell(a.Language.Say(s.Title(), a.Book.Locate)),
			sheets.Money(a.Language, worst.Cost), sheets.Money(a.Language, worst.Counted),
			sheets.Money(a.Language, worst.Gap), sheets.Percent(a.Language, worst.Coverage),
			sheets.WrapStyle.Cell(strings.Join(append(a.sentences(s.Reasons), a.Waived(s)...), "\n")),
			sheets.WrapStyle.Cell(strings.Join(a.sentences(s.Changes), "\n")),
			sheets.InputStyle.Cell(own.included), sheets.InputStyle.Cell(own.decision))
		if target, ok := a.reference(s.Project.Origin); ok && i < sheets.MaxLinks {
			g.Link(colProject, last, target, a.Text("findings.go"))
		}
	}
	for _, own := range written { // of projects that are no longer there, or have another name
		blank := sheets.WrapStyle.Cell("")
		last = g.Table(
			sheets.WrapStyle.Cell(own.project), sheets.WrapStyle.Cell(own.department), sheets.WrapStyle.Cell(a.Text("assessment.gone")),
			blank, blank, blank, blank, blank, blank, sheets.InputStyle.Cell(own.included), sheets.InputStyle.Cell(own.decision))
	}
	return last
}

// takeEntry takes what people wrote of a project out of a list: of the department's
// project first, else of one of that name.
func takeEntry(all *[]Entry, project, department string) Entry {
	project, department = strings.TrimSpace(project), strings.TrimSpace(department)
	named := func(e Entry) bool { return strings.EqualFold(e.project, project) }
	best := slices.IndexFunc(*all, func(e Entry) bool {
		return named(e) && strings.EqualFold(e.department, department)
	})
	if best < 0 {
		best = slices.IndexFunc(*all, named)
	}
	if best < 0 {
		return Entry{}
	}
	e := (*all)[best]
	*all = slices.Delete(*all, best, best+1)
	return e
}

// yearRows writes the table of years: each year's figures, and below them the same as
// formulas on the department's cells.
func (a *annotation) yearRows(g *sheets.Sheet) {
	g.Write(20, sheets.SubtitleStyle.Cell(a.Text("assessment.years")))
	check := a.newLive()
	if len(a.report.Assessments) > maxLive {
		check = nil
		g.Write(0, sheets.QuietStyle.Cell(a.Text("live.too-many")))
	} else {
		g.Write(0, sheets.QuietStyle.Cell(a.Text("live.help")))
	}
	g.Table(a.Heads("head.project", "head.year", "head.uncounted",
		"head.cost", "head.counted", "column.gap", "column.coverage", "head.financing")...)
	for i := range a.report.Assessments {
		s := &a.report.Assessments[i]
		for k, f := range s.Figures {
			g.Write(0, sheets.TextStyle.Cell(s.Name()), sheets.YearStyle.Cell(f.Year), sheets.Money(a.Language, f.Uncounted),
				sheets.Money(a.Language, f.Cost), sheets.Money(a.Language, f.Counted),
				sheets.Money(a.Language, f.Gap), sheets.Percent(a.Language, f.Coverage), sheets.TextStyle.Cell(a.financed(f)))
			if check != nil {
				check.row(g, s, k)
			}
		}
	}
}

// lineRows writes what counts of the lines that have no row of their own on the
// department's sheets: those of a list, and those that are a label's value.
func (a *annotation) lineRows(g *sheets.Sheet) {
	first := true
	for i := range a.report.Assessments {
		s := &a.report.Assessments[i]
		worst, ok := s.Worst()
		for _, l := range s.Lines {
			if !ok || l.Kind.Value == budget.Cost || a.hasRow(l.Origin) {
				continue
			}
			if first {
				g.Write(20, sheets.SubtitleStyle.Cell(a.Text("assessment.lines")))
				g.Table(a.Heads("head.project", "head.payer", "head.item", "head.amount",
					"head.counted", "head.uncounted", "head.counts", "head.why")...)
				first = false
			}
			payer := ""
			if l.Payer.Known() {
				payer = a.Language.Word(l.Payer.Value)
			}
			year := worst.Year - s.BudgetYear()
			g.Table(sheets.WrapStyle.Cell(s.Name()), sheets.TextStyle.Cell(payer), sheets.WrapStyle.Cell(l.Item.Text),
				sheets.AmountCell(a.Language, l.In(worst.Year)),
				sheets.Money(a.Language, l.Counted[year]), sheets.Money(a.Language, l.Uncounted[year]),
				sheets.TextStyle.Cell(a.Language.Word(l.Counts)), sheets.WrapStyle.Cell(a.Language.Say(l.Why, a.Book.Locate)))
		}
	}
	if !first {
		g.Skip(1)
	}
}

// hasRow reports whether a line has a row of its own in a table of lines.
func (a *annotation) hasRow(o budget.Origin) bool {
	index, at, _ := workbook.PlaceOf(o)
	return slices.ContainsFunc(a.Tables, func(t *reading.Records) bool {
		return t.Lines && t.Index == index && at.Row > t.Lower && len(t.Data) > 0 && at.Row <= t.Data[len(t.Data)-1]
	})
}

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
	first, end, names, cost, counted := head+1, last, colProject, colCost, colCounted
	if len(a.report.Assessments) > charted {
		title = a.say("assessment.chart-top", text.Arg("count", budget.Count(len(known))))
		g.Skip(1)
		g.Write(20, sheets.SubtitleStyle.Cell(title))
		g.Table(a.Heads("head.project", "head.department", "column.verdict", "head.cost", "head.counted")...)
		for i, s := range known {
			worst, _ := s.Worst()
			row := g.Table(sheets.TextStyle.Cell(s.Name()), sheets.TextStyle.Cell(s.Project.Department.Text),
				sheets.VerdictStyle(s.Verdict()).Cell(a.Language.Say(s.Title(), a.Book.Locate)),
				sheets.Money(a.Language, worst.Cost), sheets.Money(a.Language, worst.Counted))
			if end = row; i == 0 {
				first = row
			}
		}
	}
	g.CostChart(sheetml.Ref{Row: g.Row, Col: colProject}, title, sheets.WideChart, sheets.Span{First: first, Last: end}, names, cost, counted)
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
