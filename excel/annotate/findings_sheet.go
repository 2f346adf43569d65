package annotate

import (
	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
)

// The columns of the sheet Kontrolbemærkninger that are read again from a copy.
const (
	colPlace = 3
	colFill  = 9 // hidden; only where some cell had a fill of its own
)

var findingsWidths = []float64{13, 8, 24, 24, 26, 56, 56, 26}

// findingsSheet is the sheet Kontrolbemærkninger: every finding, errors first, with
// a link to its cell.
func (a *annotation) findingsSheet(p *sheets.Builder) {
	const head = 4
	hidden := 0
	if len(a.fills) > 0 {
		hidden = colFill
	}
	frozen := sheetml.Ref{Row: head + 1, Col: 1}
	g := p.AddSheet(a.Language, a.names.findings, sheets.Setup{Widths: findingsWidths, Hidden: hidden, Frozen: frozen, Head: head})
	g.Write(30, sheets.TitleStyle.Cell(a.Text("findings.title")))
	g.Write(0, sheets.QuietStyle.Cell(a.say("findings.counted", a.counted()...)))
	g.Skip(1)
	last := g.Table(a.Heads("head.severity", "head.code", "head.place", "head.project",
		"head.have", "head.fault", "head.fix", "head.related")...)
	for i, f := range a.report.Policy.GravestFirst(a.report.Findings) {
		severity := a.report.Policy.SeverityOf(f.Code)
		where := a.Book.Locate(f.Origin)
		cells := []sheets.Cell{
			{Value: a.Language.Word(severity), Style: sheets.SeverityStyle(severity)}, {Value: f.Code.String(), Style: sheets.TextStyle}, {Value: where, Style: sheets.LinkStyle},
			{Value: f.Project, Style: sheets.WrapStyle}, {Value: a.Book.Stood(f.Origin), Style: sheets.WrapStyle}, {Value: a.Language.Fault(f, a.Book.Locate), Style: sheets.WrapStyle},
			{Value: a.Language.Fix(f, a.Book.Locate), Style: sheets.WrapStyle}, {Value: a.related(f), Style: sheets.WrapStyle}}
		if fill := a.fills[f.Origin]; fill != "" {
			cells = append(cells, sheets.QuietStyle.Cell(fill))
		}
		last = g.Table(cells...)
		if target, ok := a.reference(f.Origin); ok && i < sheets.MaxLinks {
			g.Link(colPlace, last, target, a.Text("findings.go"))
		}
	}
	if len(a.report.Findings) == 0 {
		g.Write(0, sheets.QuietStyle.Cell(a.Text("findings.none")))
	}
	g.Filter(head, last, len(findingsWidths))
	g.Close()
}

func (a *annotation) related(f budget.Finding) string {
	if len(f.Related) == 0 {
		return ""
	}
	return budget.Places(f.Related).In(a.Language, a.Book.Locate)
}
