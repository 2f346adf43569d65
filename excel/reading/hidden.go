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

// hiding are the ways in which an amount is not seen by one who looks at those beside it. A whole
// hidden sheet is a table of its own, and what is cut off or conditional shows that something is there.
var hiding = []workbook.Unseen{workbook.HiddenRow, workbook.HiddenColumn, workbook.LowRow, workbook.FormatNothing,
	workbook.GroundColour, workbook.TinyType, workbook.StruckOut}

// markHidden marks the financing lines whose every amount is hidden, where other lines of their
// project are seen on the same sheet: an old row left behind, or one struck out. Where all financing
// of a table is hidden, it is filtered out rather than left behind.
func (r *reader) markHidden() {
	var hidden []*budget.Line
	seen := map[sightKey]bool{}
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		finances := slices.Contains(financing, l.Kind.Value)
		switch {
		case !statesAmount(l):
		case finances && r.isHidden(l):
			hidden = append(hidden, l)
		default:
			sheet, _, _ := workbook.PlaceOf(firstAmount(l))
			seen[sightKey{sheet: sheet, project: r.projectKey(l)}] = true
			seen[sightKey{sheet: sheet, finances: true}] = finances || seen[sightKey{sheet: sheet, finances: true}]
		}
	}
	for _, l := range hidden {
		sheet, _, _ := workbook.PlaceOf(firstAmount(l))
		if seen[sightKey{sheet: sheet, project: r.projectKey(l)}] && seen[sightKey{sheet: sheet, finances: true}] {
			l.Hidden = firstAmount(l)
		}
	}
}

// sightKey is what is seen on a sheet: a line of a project's, or any that finances.
type sightKey struct {
	sheet    int
	project  string
	finances bool
}

// isHidden reports whether every amount of a line is hidden.
func (r *reader) isHidden(l *budget.Line) bool {
	for a := range l.Stated {
		ways := r.Book.Unseen(a.Origin)
		if a.State != budget.Blank && !slices.ContainsFunc(ways, func(w workbook.Unseen) bool { return slices.Contains(hiding, w) }) {
			return false
		}
	}
	return true
}
