package reading

import (
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
		var rows, all []budget.Origin
		seen := map[budget.Origin]bool{}
		for _, c := range t.Amounts() {
			cells := r.filledIn(t, c.Col)
			for _, at := range cells {
				row := t.RefOf(at).Row
				first := t.Origin(workbook.Ref{Row: row, Col: t.Columns[0].Col})
				if hidden := t.RowHidden(row); !seen[first] && (hidden || t.Hidden) {
					seen[first] = true
					all = append(all, first)
					if hidden {
						rows = append(rows, first)
					}
				}
			}
			if len(cells) > 0 && t.ColumnHidden(c.Col) {
				r.tellHeading(budget.HiddenColumn, t, c, cells)
			}
		}
		if len(all) > 0 && t.Hidden {
			r.report(budget.Finding{Code: budget.HiddenSheet, Origin: t.HeadAt(), Have: budget.Quote(t.Name), Related: all})
		}
		if len(rows) > 0 {
			r.report(budget.Finding{
				Code: budget.HiddenRows, Origin: rows[0], Have: budget.Count(len(rows)), Related: rows[1:],
			})
		}
	}
}

// filledIn are the cells of a table's column that hold something.
func (r *reader) filledIn(t *Records, col int) (cells []budget.Origin) {
	for _, row := range t.Data {
		if v := r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col}); !v.Blank() {
			cells = append(cells, v.Origin)
		}
	}
	return cells
}
