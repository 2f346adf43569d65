package excel

// sheetColumn is a column of a table on a sheet of ours; each row tells of a T.
type sheetColumn[T any] struct {
	heading any     // a text, or a year
	width   float64 // in characters; 0 where another table of the sheet sets it
	value   func(T) cell
}

// widthsOf are the widths of columns.
func widthsOf[T any](columns []sheetColumn[T]) []float64 {
	widths := make([]float64, len(columns))
	for i, c := range columns {
		widths[i] = c.width
	}
	return widths
}

// writeHeads writes the row of headings and returns its number.
func writeHeads[T any](g *page, columns []sheetColumn[T]) int {
	cells := make([]cell, len(columns))
	for i, c := range columns {
		cells[i] = cell{c.heading, headLook}
	}
	return g.table(cells...)
}

// writeRow writes the row of one value and returns its number.
func writeRow[T any](g *page, columns []sheetColumn[T], of T) int {
	cells := make([]cell, len(columns))
	for i, c := range columns {
		cells[i] = c.value(of)
	}
	return g.table(cells...)
}
