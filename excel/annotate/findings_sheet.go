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

// findingColumns are the columns of a finding. The place is the third: see colPlace.
func (a *annotation) findingColumns() []sheets.SheetColumn[budget.Finding] {
	column := func(
		key budget.Key, width float64, value func(budget.Finding) sheets.Cell,
	) sheets.SheetColumn[budget.Finding] {
		return sheets.SheetColumn[budget.Finding]{Heading: a.Text(key), Width: width, Value: value}
	}
	wrapped := func(text func(budget.Finding) string) func(budget.Finding) sheets.Cell {
		return func(f budget.Finding) sheets.Cell { return sheets.WrapStyle.Cell(text(f)) }
	}
	return []sheets.SheetColumn[budget.Finding]{
		column("head.severity", 13, func(f budget.Finding) sheets.Cell {
			severity := a.report.Policy.SeverityOf(f.Code)
			return sheets.SeverityStyle(severity).Cell(a.Language.Word(severity))
		}),
		column("head.code", 8, func(f budget.Finding) sheets.Cell { return sheets.TextStyle.Cell(f.Code.String()) }),
		column("head.place", 24, func(f budget.Finding) sheets.Cell {
			return sheets.LinkStyle.Cell(a.Book.Locate(f.Origin))
		}),
		column("head.project", 24, wrapped(func(f budget.Finding) string { return f.Project })),
		column("head.have", 26, wrapped(func(f budget.Finding) string { return a.Book.Stood(f.Origin) })),
		column("head.fault", 56, wrapped(func(f budget.Finding) string { return a.Language.Fault(f, a.Book.Locate) })),
		column("head.fix", 56, wrapped(func(f budget.Finding) string { return a.Language.Fix(f, a.Book.Locate) })),
		column("head.related", 26, wrapped(a.related)),
	}
}

// findingsSheet is the sheet Kontrolbemærkninger: every finding, errors first, with
// a link to its cell.
func (a *annotation) findingsSheet(b *sheets.Builder) {
	const head = 4
	columns := a.findingColumns()
	setup := sheets.Setup{Widths: sheets.WidthsOf(columns), Frozen: sheetml.Ref{Row: head + 1, Col: 1}, Head: head}
	if len(a.fills) > 0 {
		setup.Hidden = colFill
	}
	g := b.AddSheet(a.Language, a.names.findings, setup)
	g.Write(30, sheets.TitleStyle.Cell(a.Text("findings.title")))
	g.Write(0, sheets.QuietStyle.Cell(a.say("findings.counted", a.counted()...)))
	g.Skip(1)
	last := sheets.WriteHeads(g, columns)
	for i, f := range a.report.Policy.GravestFirst(a.report.Findings) {
		cells := sheets.CellsOf(columns, f)
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
	g.Filter(head, last, len(columns))
	g.Close()
}

// related are the other cells that a finding speaks of.
func (a *annotation) related(f budget.Finding) string {
	if len(f.Related) == 0 {
		return ""
	}
	return budget.Places(f.Related).In(a.Language, a.Book.Locate)
}
