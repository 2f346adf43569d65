package layout

import (
	"videre/excel/workbook"
)

// knownHeadings is how many cells of a row are headings, and the first of them, or
// the first cell.
func (f *Finder) knownHeadings(s *workbook.Sheet, row *workbook.Row) (int, workbook.Ref) {
	known, first := 0, workbook.Ref{Row: int(row.Number), Col: 1}
	for i, c := range s.CellsOf(row) {
		if i == 0 {
			first = c.Ref()
		}
		if c.Kind != workbook.Text {
			continue
		}
		if _, ok := f.meaning(c.Text); ok {
			if known == 0 {
				first = c.Ref()
			}
			known++
		}
	}
	return known, first
}

// searched is how many rows of a sheet are looked through for the headings that come nearest.
const searched = 200

// Nearest is the row of headings that comes nearest to those of a table, in a book in which
// none was found: its sheet, and its first heading. With no heading in any sheet it is the
// first cell of the first sheet that has any; nil in a book without cells.
func (f *Finder) Nearest() (sheet *workbook.Sheet, at workbook.Ref) {
	most := 0
	for _, s := range f.Book.Sheets {
		if s == nil {
			continue
		}
		for i := range s.Rows[:min(len(s.Rows), searched)] {
			known, first := f.knownHeadings(s, &s.Rows[i])
			if known > most || sheet == nil && len(s.Cells) > 0 {
				sheet, at, most = s, first, known
			}
		}
	}
	return sheet, at
}

// likelyHeadings are the cells of the row of a sheet that looks most like headings: the one
// with the most known headings, else with the most texts, three at least. A cell that means
// nothing is among them, without a role.
func (f *Finder) likelyHeadings(s *workbook.Sheet) []Column {
	var best []Column
	bestScore := 0
	for i := range s.Rows[:min(len(s.Rows), searched)] {
		var columns []Column
		score := 0
		for _, c := range s.CellsOf(&s.Rows[i]) {
			v := f.Book.Value(s, &c)
			if v.Blank() || c.Kind != workbook.Text && c.Kind != workbook.Number {
				continue
			}
			col, ok := f.meaning(v.Text)
			switch {
			case ok:
				score += 10
			case c.Kind == workbook.Text && len(v.Text) < 60:
				score++
			}
			col.At, col.Col = c.Ref(), int(c.Col)
			columns = append(columns, col)
		}
		if len(columns) > 2 && score > bestScore {
			best, bestScore = columns, score
		}
	}
	return best
}
