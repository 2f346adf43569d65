package layout

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/workbook"
)

// Meaning is what the user says a heading means.
type Meaning struct {
	Role   notation.Role
	Payers []budget.Payer
	Unit   *notation.Unit
}

// Map is what a person has said that headings mean (kolonnekort). It is a workbook
// that the program writes with a row for each heading, a person fills in, and that
// is kept for the next year.
type Map struct {
	Meanings map[string]Meaning
}

// meanings are the map's headings by key; none of no map.
func (m *Map) meanings() map[string]Meaning {
	if m == nil {
		return nil
	}
	return m.Meanings
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
			if v.Blank() || c.Kind != sheetml.Text && c.Kind != sheetml.Number {
				continue
			}
			col, ok := r.readHeading(v.Text)
			switch {
			case ok:
				score += 10
			case c.Kind == sheetml.Text && len(v.Text) < 60:
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
