package sheets

// SheetColumn is a column of a table on a sheet of ours; each row tells of a T.
type SheetColumn[T any] struct {
	Heading any     // a text, or a year
	Width   float64 // in characters; 0 where another table of the sheet sets it
	Value   func(T) Cell
}

// WidthsOf are the widths of columns.
func WidthsOf[T any](columns []SheetColumn[T]) []float64 {
	widths := make([]float64, len(columns))
	for i, c := range columns {
		widths[i] = c.Width
	}
	return widths
}

// WriteHeads writes the row of headings and returns its number.
func WriteHeads[T any](s *Sheet, columns []SheetColumn[T]) int {
	cells := make([]Cell, len(columns))
	for i, c := range columns {
		cells[i] = HeadStyle.Cell(c.Heading)
	}
	return s.Table(cells...)
}

// CellsOf are the cells of the row of one value.
func CellsOf[T any](columns []SheetColumn[T], of T) []Cell {
	cells := make([]Cell, len(columns))
	for i, c := range columns {
		cells[i] = c.Value(of)
	}
	return cells
}

// WriteRow writes the row of one value and returns its number.
func WriteRow[T any](s *Sheet, columns []SheetColumn[T], of T) int {
	return s.Table(CellsOf(columns, of)...)
}
