package excel

import (
	"cmp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
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

// assessmentPage is the sheet Vurdering: what was assumed and what was found, then
// project by project, then year by year with a chart.
func (a *annotation) assessmentPage(p *pages) {
	lead := a.assessmentLead()
	head := len(lead) + 2
	frozen := sheetml.Ref{Row: 1, Col: 2}
	if head <= 12 {
		frozen.Row = head + 1
	}
	g := p.newPage(a.Language, a.names.assessment, layout{widths: assessmentWidths, frozen: frozen, head: head})
	for i, line := range lead {
		height := 0.0
		if i == 0 {
			height = 30
		}
		g.write(height, line)
	}
	g.link(1, 2, quoteSheet(a.names.findings)+"!A1", a.names.findings)
	g.skip(1)
	last := a.projectRows(g)
	g.filter(head, last, colDecision)
	g.skip(1)
	g.write(0, cell{a.text("foot"), footLook})
	g.skip(1)
	a.chart(g, head, last)
	a.lineRows(g)
	a.yearRows(g)
	g.close()
}

// assessmentLead are the lines above the table of projects.
func (a *annotation) assessmentLead() []cell {
	title := a.text("assessment.title-unknown")
	if a.report.BudgetYear != 0 {
		title = a.say("assessment.title", arg("year", budget.Year(a.report.BudgetYear)))
	}
	lead := []cell{{title, titleLook}, {a.say("assessment.control", a.counted()...), linkPlain}}
	lead = append(lead, cell{a.overview(), subtitleLook})
	for _, s := range a.sentences(a.report.Assumptions) {
		lead = append(lead, cell{"•  " + s, quietLook})
	}
	if len(a.noColumns) > 0 {
		said := a.say("assessment.no-columns", arg("cells", budget.Places(a.noColumns)))
		lead = append(lead, cell{"•  " + said, quietLook})
	}
	if len(a.noNotes) > 0 {
		sheet := budget.Quote(a.names.findings)
		said := a.say("assessment.no-notes", arg("cells", budget.Places(a.noNotes)), arg("sheet", sheet))
		lead = append(lead, cell{"•  " + said, quietLook})
	}
	return append(lead, cell{"•  " + a.text("assessment.unit"), quietLook})
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
			said := a.say("assessment.overview", arg("count", budget.Count(count[v])), arg("verdict", budget.Word{Term: v}))
			parts = append(parts, said)
		}
	}
	return strings.Join(parts, "   ·   ")
}

// projectRows writes the table of projects and returns its last row.
func (a *annotation) projectRows(g *page) int {
	last := g.table(a.heads("head.project", "head.department", "column.verdict",
		"head.cost", "head.counted", "column.gap", "column.coverage",
		"column.reason", "head.changes", "head.included", "head.decision")...)
	written := slices.Clone(a.written)
	for i := range a.report.Assessments {
		s := &a.report.Assessments[i]
		worst, _ := s.Worst()
		own := takeEntry(&written, s.Name(), s.Project.Department.Text)
		last = g.table(
			cell{s.Name(), wrapLook}, cell{s.Project.Department.Text, wrapLook},
			cell{a.Language.Say(s.Title(), a.Book.Locate), verdictLook(s.Verdict())},
			money(a.Language, worst.Cost), money(a.Language, worst.Counted),
			money(a.Language, worst.Gap), percent(a.Language, worst.Coverage),
			cell{strings.Join(append(a.sentences(s.Reasons), a.waived(s)...), "\n"), wrapLook},
			cell{strings.Join(a.sentences(s.Changes), "\n"), wrapLook},
			cell{own.included, inputLook}, cell{own.decision, inputLook})
		if target, ok := a.reference(s.Project.Origin); ok && i < maxLinks {
			g.link(colProject, last, target, a.text("findings.go"))
		}
	}
	for _, own := range written { // of projects that are no longer there, or have another name
		blank := cell{"", wrapLook}
		last = g.table(
			cell{own.project, wrapLook}, cell{own.department, wrapLook}, cell{a.text("assessment.gone"), wrapLook},
			blank, blank, blank, blank, blank, blank, cell{own.included, inputLook}, cell{own.decision, inputLook})
	}
	return last
}

// takeEntry takes what people wrote of a project out of a list: of the department's
// project first, else of one of that name.
func takeEntry(all *[]entry, project, department string) entry {
	project, department = strings.TrimSpace(project), strings.TrimSpace(department)
	named := func(e entry) bool { return strings.EqualFold(e.project, project) }
	best := slices.IndexFunc(*all, func(e entry) bool {
		return named(e) && strings.EqualFold(e.department, department)
	})
	if best < 0 {
		best = slices.IndexFunc(*all, named)
	}
	if best < 0 {
		return entry{}
	}
	e := (*all)[best]
	*all = slices.Delete(*all, best, best+1)
	return e
}

// maxLinks is how many links one sheet gets; a sheet of Excel holds 65,530.
const maxLinks = 5000

// yearRows writes the table of years: each year's figures, and below them the same as
// formulas on the department's cells.
func (a *annotation) yearRows(g *page) {
	g.write(20, cell{a.text("assessment.years"), subtitleLook})
	check := a.newLive()
	if len(a.report.Assessments) > maxLive {
		check = nil
		g.write(0, cell{a.text("live.too-many"), quietLook})
	} else {
		g.write(0, cell{a.text("live.help"), quietLook})
	}
	g.table(a.heads("head.project", "head.year", "head.uncounted",
		"head.cost", "head.counted", "column.gap", "column.coverage", "head.financing")...)
	for i := range a.report.Assessments {
		s := &a.report.Assessments[i]
		for k, f := range s.Figures {
			g.write(0, cell{s.Name(), textLook}, cell{f.Year, yearLook}, money(a.Language, f.Uncounted),
				money(a.Language, f.Cost), money(a.Language, f.Counted),
				money(a.Language, f.Gap), percent(a.Language, f.Coverage), cell{a.financed(f), textLook})
			if check != nil {
				check.row(g, s, k)
			}
		}
	}
}

// lineRows writes what counts of the lines that have no row of their own on the
// department's sheets: those of a list, and those that are a label's value.
func (a *annotation) lineRows(g *page) {
	first := true
	for i := range a.report.Assessments {
		s := &a.report.Assessments[i]
		worst, ok := s.Worst()
		for _, l := range s.Lines {
			if !ok || l.Kind.Value == budget.Cost || a.hasRow(l.Origin) {
				continue
			}
			if first {
				g.write(20, cell{a.text("assessment.lines"), subtitleLook})
				g.table(a.heads("head.project", "head.payer", "head.item", "head.amount",
					"head.counted", "head.uncounted", "head.counts", "head.why")...)
				first = false
			}
			payer := ""
			if l.Payer.Known() {
				payer = a.Language.Word(l.Payer.Value)
			}
			year := worst.Year - s.BudgetYear()
			g.table(cell{s.Name(), wrapLook}, cell{payer, textLook}, cell{l.Item.Text, wrapLook},
				amountCell(a.Language, l.In(worst.Year)),
				money(a.Language, l.Counted[year]), money(a.Language, l.Uncounted[year]),
				cell{a.Language.Word(l.Counts), textLook}, cell{a.Language.Say(l.Why, a.Book.Locate), wrapLook})
		}
	}
	if !first {
		g.skip(1)
	}
}

// hasRow reports whether a line has a row of its own in a table of lines.
func (a *annotation) hasRow(o budget.Origin) bool {
	index, at, _ := place(o)
	return slices.ContainsFunc(a.tables, func(t *records) bool {
		return t.lines && t.index == index && at.Row > t.lower && len(t.data) > 0 && at.Row <= t.data[len(t.data)-1]
	})
}

// charted is how many projects the chart shows.
const charted = 15

// chart draws cost against counted financing, project by project, in the order of
// the table; of many projects only those that lack most.
func (a *annotation) chart(g *page, head, last int) {
	known := a.chartable()
	if len(known) == 0 || g.err != nil {
		return
	}
	title := a.text("assessment.chart")
	first, end, names, cost, counted := head+1, last, colProject, colCost, colCounted
	if len(a.report.Assessments) > charted {
		title = a.say("assessment.chart-top", arg("count", budget.Count(len(known))))
		g.skip(1)
		g.write(20, cell{title, subtitleLook})
		g.table(a.heads("head.project", "head.department", "column.verdict", "head.cost", "head.counted")...)
		for i, s := range known {
			worst, _ := s.Worst()
			row := g.table(cell{s.Name(), textLook}, cell{s.Project.Department.Text, textLook},
				cell{a.Language.Say(s.Title(), a.Book.Locate), verdictLook(s.Verdict())},
				money(a.Language, worst.Cost), money(a.Language, worst.Counted))
			if end = row; i == 0 {
				first = row
			}
		}
	}
	g.costChart(sheetml.Ref{Row: g.row, Col: colProject}, title, wideChart, span{first, end}, names, cost, counted)
	g.skip(chartRows(2, end-first+1))
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
