package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/workbook"
)

// tellHidden tells of amounts that stand in hidden sheets, columns and rows. They
// are counted like the others; somebody should know that they are there.
func (r *reader) tellHidden() {
	for _, t := range r.allTables() {
		if t.copied {
			continue
		}
		var rows []budget.Origin
		for _, c := range t.Amounts() {
			amounts := 0
			for _, row := range t.Data {
				at := workbook.Ref{Row: row, Col: c.Col}
				if v := r.Book.At(t.Sheet, at); v.Blank() {
					continue
				}
				amounts++
				first := t.Origin(workbook.Ref{Row: row, Col: t.Columns[0].Col})
				if held := t.Row(row); held != nil && held.Hidden && !slices.Contains(rows, first) {
					rows = append(rows, first)
				}
			}
			if amounts > 0 && t.ColumnHidden(c.Col) {
				r.tellHeading(budget.HiddenColumn, t, c, nil)
			}
			if amounts > 0 && t.Hidden && c == t.Amounts()[0] {
				r.report(budget.Finding{Code: budget.HiddenSheet, Origin: t.HeadAt(), Have: budget.Quote(t.Name)})
			}
		}
		if len(rows) > 0 {
			r.report(budget.Finding{
				Code: budget.HiddenRows, Origin: rows[0], Have: budget.Count(len(rows)), Related: rows[1:],
			})
		}
	}
}
