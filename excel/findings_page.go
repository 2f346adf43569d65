package excel

import (
	"videre/budget"
	"videre/excel/internal/sheetml"
)

// The columns of the sheet Kontrolbemærkninger that are read again from a copy.
const (
	colPlace = 3
	colFill  = 9 // hidden; only where some cell had a fill of its own
)

var findingsWidths = []float64{13, 8, 24, 24, 26, 56, 56, 26}

// findingsPage is the sheet Kontrolbemærkninger: every finding, errors first, with
// a link to its cell.
func (a *annotation) findingsPage(p *pages) {
	const head = 4
	hidden := 0
	if len(a.fills) > 0 {
		hidden = colFill
	}
	frozen := sheetml.Ref{Row: head + 1, Col: 1}
	g := p.newPage(a.Language, a.names.findings, layout{widths: findingsWidths, hidden: hidden, frozen: frozen, head: head})
	g.write(30, cell{a.text("findings.title"), titleLook})
	g.write(0, cell{a.say("findings.counted", a.counted()...), quietLook})
	g.skip(1)
	last := g.table(a.heads("head.severity", "head.code", "head.place", "head.project",
		"head.have", "head.fault", "head.fix", "head.related")...)
	for i, f := range a.report.Policy.GravestFirst(a.report.Findings) {
		severity := a.report.Policy.SeverityOf(f.Code)
		where := a.Book.Locate(f.Origin)
		cells := []cell{
			{a.Language.Word(severity), severityLook(severity)}, {f.Code.String(), textLook}, {where, linkLook},
			{f.Project, wrapLook}, {a.Book.stood(f.Origin), wrapLook}, {a.Language.Fault(f, a.Book.Locate), wrapLook},
			{a.Language.Fix(f, a.Book.Locate), wrapLook}, {a.related(f), wrapLook}}
		if fill := a.fills[f.Origin]; fill != "" {
			cells = append(cells, cell{fill, quietLook})
		}
		last = g.table(cells...)
		if target, ok := a.reference(f.Origin); ok && i < maxLinks {
			g.link(colPlace, last, target, a.text("findings.go"))
		}
	}
	if len(a.report.Findings) == 0 {
		g.write(0, cell{a.text("findings.none"), quietLook})
	}
	g.filter(head, last, len(findingsWidths))
	g.close()
}

// stood is what stands in the cell of an origin, as text.
func (b *Book) stood(o budget.Origin) string {
	index, at, ok := place(o)
	if !ok || index >= len(b.sheets) || b.sheets[index] == nil {
		return ""
	}
	return b.at(b.sheets[index], at).text
}

func (a *annotation) related(f budget.Finding) string {
	if len(f.Related) == 0 {
		return ""
	}
	return budget.Places(f.Related).In(a.Language, a.Book.Locate)
}
