package sheetml

// ViewOf is a sheet of some of another's cells, in rows of their own: for reading only,
// never for editing. The cells are in order; rows know their cells and nothing else.
func ViewOf(s *Sheet, cells []Cell) *Sheet {
	v := &Sheet{Cells: cells, Formulas: s.Formulas}
	for i := range cells {
		if n := len(v.Rows); n == 0 || v.Rows[n-1].Number != cells[i].Row {
			v.Rows = append(v.Rows, Row{Number: cells[i].Row, first: int32(i)})
		}
		v.Rows[len(v.Rows)-1].end = int32(i + 1)
	}
	return v
}
