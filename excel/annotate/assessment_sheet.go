package annotate

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// The columns of the sheet Vurdering that are known by their place: by what reads a copy
// again, by the chart and by the check formulas. Those of figures are the same in the
// table of projects and in that of years.
const (
	colProject    = 1
	colDepartment = 2
	colCost       = 4
	colCounted    = 5
)

// assessedProject is a row of the table of projects.
type assessedProject struct {
	*budget.Assessment
	worst budget.YearFigures
	own   Entry // what people wrote of it
}

// projectColumns are the columns of the table of projects.
func (a *annotation) projectColumns() []sheets.SheetColumn[assessedProject] {
	column := func(
		key budget.Key, width float64, value func(p assessedProject) sheets.Cell,
	) sheets.SheetColumn[assessedProject] {
		return sheets.SheetColumn[assessedProject]{Heading: a.Text(key), Width: width, Value: value}
	}
	wrapped := func(text func(p assessedProject) string) func(p assessedProject) sheets.Cell {
		return func(p assessedProject) sheets.Cell { return sheets.WrapStyle.Cell(text(p)) }
	}
	input := func(text func(p assessedProject) string) func(p assessedProject) sheets.Cell {
		return func(p assessedProject) sheets.Cell { return sheets.InputStyle.Cell(text(p)) }
	}
	money := func(figure func(p assessedProject) budget.Figure) func(p assessedProject) sheets.Cell {
		return func(p assessedProject) sheets.Cell { return sheets.Money(a.Language, figure(p)) }
	}
	return []sheets.SheetColumn[assessedProject]{
		column("head.project", 24, wrapped(func(p assessedProject) string { return p.Name() })),
		column("head.department", 17, wrapped(func(p assessedProject) string { return p.Project.Department.Text })),
		column("column.verdict", 24, func(p assessedProject) sheets.Cell {
			return a.verdictCell(p.Assessment, a.Book.Locate)
		}),
		column("head.cost", 15, money(func(p assessedProject) budget.Figure { return p.worst.Cost })),
		column("head.counted", 15, money(func(p assessedProject) budget.Figure { return p.worst.Counted })),
		column("column.gap", 15, money(func(p assessedProject) budget.Figure { return p.worst.Gap })),
		column("column.coverage", 17, func(p assessedProject) sheets.Cell {
			return sheets.Percent(a.Language, p.worst.Coverage)
		}),
		column("column.reason", 50, wrapped(func(p assessedProject) string {
			return strings.Join(append(a.sentences(p.Reasons), a.Waived(p.Assessment)...), "\n")
		})),
		column("head.changes", 38, wrapped(func(p assessedProject) string {
			return strings.Join(a.sentences(p.Changes), "\n")
		})),
		column("head.included", 14, input(func(p assessedProject) string { return p.own.included })),
		column("head.decision", 13, input(func(p assessedProject) string { return p.own.decision })),
	}
}

// verdictCell is a project's verdict.
func (a *annotation) verdictCell(s *budget.Assessment, at budget.Locator) sheets.Cell {
	return sheets.VerdictStyle(s.Verdict()).Cell(a.Language.Say(s.Title(), at))
}

// assessmentSheet is the sheet Vurdering: what was assumed and what was found, then
// project by project, then year by year with a chart.
func (a *annotation) assessmentSheet(b *sheets.Builder) {
	lead := a.assessmentLead()
	head := len(lead) + 2
	frozen := sheetml.Ref{Row: 1, Col: 2}
	if head <= 12 {
		frozen.Row = head + 1
	}
	columns := a.projectColumns()
	g := b.AddSheet(a.Language, a.names.assessment, sheets.Setup{
		Widths: sheets.WidthsOf(columns), Frozen: frozen, Head: head,
	})
	for i, line := range lead {
		height := 0.0
		if i == 0 {
			height = 30
		}
		g.Write(height, line)
	}
	g.Link(1, 2, sheetml.QuoteSheet(a.names.findings)+"!A1", a.names.findings)
	g.Skip(1)
	last := a.projectRows(g, columns)
	g.Filter(head, last, len(columns))
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
	lead := []sheets.Cell{
		sheets.TitleStyle.Cell(title),
		sheets.PlainLinkStyle.Cell(a.say("assessment.control", a.counted()...)),
		sheets.SubtitleStyle.Cell(a.overview()),
	}
	for _, s := range a.sentences(a.report.Assumptions) {
		lead = append(lead, sheets.QuietStyle.Cell("•  "+s))
	}
	if own := a.Text("sheet.assessment"); a.names.assessment != own {
		said := a.say("assessment.namesake", text.Arg("sheet", budget.Quote(own)))
		lead = append(lead, sheets.QuietStyle.Cell("•  "+said))
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
			number, verdict := text.Arg("count", budget.Count(count[v])), text.Arg("verdict", budget.Word{Term: v})
			parts = append(parts, a.say("assessment.overview", number, verdict))
		}
	}
	return strings.Join(parts, "   ·   ")
}

// projectRows writes the table of projects and returns its last row.
func (a *annotation) projectRows(g *sheets.Sheet, columns []sheets.SheetColumn[assessedProject]) int {
	last := sheets.WriteHeads(g, columns)
	written := slices.Clone(a.written)
	for i := range a.report.Assessments {
		s := &a.report.Assessments[i]
		worst, _ := s.Worst()
		own := takeEntry(&written, s.Name(), s.Project.Department.Text)
		last = sheets.WriteRow(g, columns, assessedProject{s, worst, own})
		if target, ok := a.reference(s.Project.Origin); ok && i < sheets.MaxLinks {
			g.Link(colProject, last, target, a.Text("findings.go"))
		}
	}
	for _, own := range written { // of projects that are no longer there, or have another name
		cells := slices.Repeat([]sheets.Cell{sheets.WrapStyle.Cell("")}, len(columns)-2)
		for i, text := range []string{own.project, own.department, a.Text("assessment.gone")} {
			cells[i].Value = text
		}
		last = g.Table(append(cells, sheets.InputStyle.Cell(own.included), sheets.InputStyle.Cell(own.decision))...)
	}
	return last
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
			a.lineRow(g, s, l, worst.Year)
		}
	}
	if !first {
		g.Skip(1)
	}
}

// lineRow writes what counts of one line in a year.
func (a *annotation) lineRow(g *sheets.Sheet, s *budget.Assessment, l *budget.LineCase, year int) {
	payer := ""
	if l.Payer.Known() {
		payer = a.Language.Word(l.Payer.Value)
	}
	index := year - s.BudgetYear()
	g.Table(
		sheets.WrapStyle.Cell(s.Name()),
		sheets.TextStyle.Cell(payer),
		sheets.WrapStyle.Cell(l.Item.Text),
		sheets.AmountCell(a.Language, l.In(year)),
		sheets.Money(a.Language, l.Counted[index]),
		sheets.Money(a.Language, l.Uncounted[index]),
		sheets.TextStyle.Cell(a.Language.Word(l.Counts)),
		sheets.WrapStyle.Cell(a.Language.Say(l.Why, a.Book.Locate)),
	)
}

// hasRow reports whether a line has a row of its own in a table of lines.
func (a *annotation) hasRow(o budget.Origin) bool {
	index, at, _ := workbook.PlaceOf(o)
	return slices.ContainsFunc(a.Tables, func(t *reading.Records) bool {
		return t.Lines && t.Index == index && at.Row > t.Lower && len(t.Data) > 0 && at.Row <= t.Data[len(t.Data)-1]
	})
}
