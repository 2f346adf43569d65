package annotate

import (
	"videre/excel/internal/sheets"
)

// yearRows writes the table of years: each year's figures, and below them the same as
// formulas on the department's cells.
func (a *annotation) yearRows(g *sheets.Sheet) {
	g.Write(20, sheets.SubtitleStyle.Cell(a.Text("assessment.years")))
	check := a.checkFormulas()
	if len(a.report.Assessments) > maxChecked {
		check = nil
		g.Write(0, sheets.QuietStyle.Cell(a.Text("check.too-many")))
	} else {
		g.Write(0, sheets.QuietStyle.Cell(a.Text("check.help")))
	}
	g.Table(a.Heads("head.project", "head.year", "head.uncounted",
		"head.cost", "head.counted", "column.gap", "column.coverage", "head.financing")...)
	for i := range a.report.Assessments {
		s := &a.report.Assessments[i]
		for k, f := range s.Figures {
			g.Write(0,
				sheets.TextStyle.Cell(s.Name()),
				sheets.YearStyle.Cell(f.Year),
				sheets.Money(a.Language, f.Uncounted),
				sheets.Money(a.Language, f.Cost),
				sheets.Money(a.Language, f.Counted),
				sheets.Money(a.Language, f.Gap),
				sheets.Percent(a.Language, f.Coverage),
				sheets.TextStyle.Cell(a.financed(f)),
			)
			if check != nil {
				check.row(g, s, k)
			}
		}
	}
}
