package layout

import (
	"videre/excel/workbook"
)

// KnownHeadings is how many cells of a row are headings, and the first of them, or
// the first cell.
func (r *Finder) KnownHeadings(s *workbook.Sheet, row *workbook.Row) (int, workbook.Ref) {
	known, first := 0, workbook.Ref{Row: int(row.Number), Col: 1}
	for i, c := range s.CellsOf(row) {
		if i == 0 {
			first = c.Ref()
		}
		if c.Kind != workbook.Text {
			continue
		}
		if _, ok := r.readHeading(c.Text); ok {
			if known == 0 {
				first = c.Ref()
			}
			known++
		}
	}
	return known, first
}

// LikelyHeadings are the cells of the row of a sheet that looks most like headings:
// the one with the most known headings, else with the most texts.
func (r *Finder) LikelyHeadings(s *workbook.Sheet) []Column {
	var best []Column
	bestScore := 0
	for i := range s.Rows {
		if i == 200 {
			break
		}
		var columns []Column
		score := 0
		for _, c := range s.CellsOf(&s.Rows[i]) {
			v := r.Book.Value(s, &c)
			if v.Blank() || c.Kind != workbook.Text && c.Kind != workbook.Number {
				continue
			}
			col, ok := r.readHeading(v.Text)
			switch {
			case ok:
				score += 10
			case c.Kind == workbook.Text && len(v.Text) < 60:
				score++
			}
			columns = append(columns, col)
		}
		if len(columns) > 1 && score > bestScore {
			best, bestScore = columns, score
		}
	}
	return best
}
