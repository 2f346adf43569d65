package calc

// The size of a sheet.
const (
	MaxRow = 1 << 20
	MaxCol = 1 << 14
)

// Cells is the workbook that formulas read. Rows and columns count from 1; sheets are
// called by the names that Sheet gives.
type Cells interface {
	// Sheet is a sheet's name as the workbook writes it; ok is false for none. The case
	// of letters does not matter.
	Sheet(name string) (sheet string, ok bool)
	// Value is what is stored in a cell: of a formula its stored result, Unknown where
	// there is none. A number that was rounded to 15 digits is Rough.
	Value(sheet string, row, col int) Value
	// Used is the last row and the last column that hold anything.
	Used(sheet string) (row, col int)
	// Name is the formula of a defined name, as seen from a sheet; "" for of no sheet.
	Name(name, sheet string) (formula string, ok bool)
	// Table is a table by its name.
	Table(name string) (Table, bool)
	// TableAt is the table that a cell is in.
	TableAt(sheet string, row, col int) (Table, bool)
	// Hidden tells how a row is hidden.
	Hidden(sheet string, row int) Hiding
	// Formula is the formula of a cell, "" for none; of one that is shared, the cell's own.
	Formula(sheet string, row, col int) string
	// Date1904 reports whether dates count from 1904.
	Date1904() bool
}

// Hiding is how a row is hidden.
type Hiding uint8

// The ways of hiding a row.
const (
	Shown Hiding = iota
	ByHand
	ByFilter
)

// Place is the cell a formula stands in.
type Place struct {
	Sheet    string
	Row, Col int
	Array    bool // the formula is an array formula; its first cell is computed
}

// Area is a rectangle of cells of one sheet, its corners included.
type Area struct {
	Sheet                    string
	Top, Left, Bottom, Right int
}

// Holds reports whether a cell is in the area.
func (a Area) Holds(sheet string, row, col int) bool {
	return sheet == a.Sheet && row >= a.Top && row <= a.Bottom && col >= a.Left && col <= a.Right
}

func (a Area) rows() int    { return a.Bottom - a.Top + 1 }
func (a Area) cols() int    { return a.Right - a.Left + 1 }
func (a Area) single() bool { return a.Top == a.Bottom && a.Left == a.Right }

// part is a rectangle within the area, counted from its first cell.
func (a Area) part(row, col, rows, cols int) Area {
	return Area{a.Sheet, a.Top + row, a.Left + col, a.Top + row + rows - 1, a.Left + col + cols - 1}
}

// Table is a table of a sheet.
type Table struct {
	Area    Area
	Header  bool // its first row holds the columns' names
	Totals  bool // its last row holds totals
	Columns []string
}
