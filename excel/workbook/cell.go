package workbook

import "videre/excel/internal/sheetml"

// Names of the format that the rooms above use as they stand.
type (
	// Ref is the address of a cell in its sheet; rows and columns count from 1.
	Ref = sheetml.Ref
	// Range is a rectangle of cells, both corners in it.
	Range = sheetml.Range
	// Row is a row of a sheet: those that the file holds, in their order.
	Row = sheetml.Row
	// Cell is a cell as the file holds it; [Book.Value] is what it says.
	Cell = sheetml.Cell
	// Kind is what a cell holds (ECMA-376 part 1, 18.18.11).
	Kind = sheetml.Kind
	// DefinedName is a name that the workbook gives to a range or a formula (18.2.5).
	DefinedName = sheetml.DefinedName
)

// The kinds of a cell's content.
const (
	Blank  = sheetml.Blank  // nothing, or a formula without a stored result
	Number = sheetml.Number // a number, a day or a time of the day
	Text   = sheetml.Text
	Bool   = sheetml.Bool
	Error  = sheetml.Error // an error value: #REF!
	Date   = sheetml.Date  // a day as ISO 8601 writes it, in Strict workbooks
)

// The size of a sheet.
const (
	MaxRow = sheetml.MaxRow
	MaxCol = sheetml.MaxCol
)
