package sheetml

import (
	"slices"
	"sort"
)

// Sheet is a worksheet.
type Sheet struct {
	layout
	Cells                  []Cell // by row, then column
	Rows                   []Row  // by number
	Formulas               []Formula
	columns                []columnRun
	runs                   []int32 // of each column, its first run from 1; see columnRun
	Merges                 []Range
	Conditions             []Condition // conditional formats
	SideTexts              []SideText
	Filter                 string // the range that is filtered in place; "" for none
	LegacyID               string // relationship of the legacy drawing, which holds notes' shapes
	dimension              value
	claimed                string // the dimension
	lowRows, narrowColumns bool   // those that state no size have one that nothing can be read in
}

// Kind is what a cell holds.
type Kind uint8

// The kinds of a cell's content.
const (
	Blank  Kind = iota // no value; the cell may have a style, or a formula never computed
	Number             // Text is the number as it is stored
	Text
	Bool  // Text is 1 or 0
	Error // Text is the error, #REF!
	Date  // Text is an ISO 8601 date (Strict workbooks)
)

// Cell is one cell of a sheet. Only cells that the sheet holds have one.
type Cell struct {
	Row, Col   int32
	Style      int32 // index into the workbook's cell formats
	Kind       Kind
	HasFormula bool
	Struck     bool   // some of its text is struck through
	bare       bool   // no r attribute
	nameLen    uint16 // length of the tag's name
	styleAt    uint16 // from At to the style's value; 0: no style attribute
	styleLen   uint8  // length of the style's value, when there is one: an index, of nine digits at most
	Text       string
	at         int64 // offset of its tag
}

// Ref is the cell's address.
func (c *Cell) Ref() Ref { return Ref{int(c.Row), int(c.Col)} }

// Row is one row that the sheet holds.
type Row struct {
	Number     int32
	first, end int32 // its cells in Sheet.Cells
	Hidden     bool
	low        bool  // nothing can be read in its height
	sized      bool  // it states a height
	bare       bool  // no r attribute
	empty      bool  // the tag closes itself
	spansLen   uint8 // length of the spans' value; 0 without one that is known
	from, to   int16 // the columns it spans
	at, close  int64 // offsets of its tag, and of its end tag or "/>"
	spansAt    int64
}

// Formula is a cell's formula. One that is shared has its text at the first cell
// of its group only.
type Formula struct {
	cell   int32
	Text   string
	Shared int // group, -1 for none
	Array  bool
}

// value is where an attribute's value stands.
type value struct {
	at  int64
	len int
}

// Row finds a row by number; nil when the sheet holds none.
func (s *Sheet) Row(number int) *Row {
	i := sort.Search(len(s.Rows), func(i int) bool { return int(s.Rows[i].Number) >= number })
	if i < len(s.Rows) && int(s.Rows[i].Number) == number {
		return &s.Rows[i]
	}
	return nil
}

// CellsOf lists the cells of a row.
func (s *Sheet) CellsOf(row *Row) []Cell { return s.Cells[row.first:row.end] }

// Cell finds a cell; nil when the sheet holds none at the address.
func (s *Sheet) Cell(at Ref) *Cell {
	row := s.Row(at.Row)
	if row == nil {
		return nil
	}
	cells := s.CellsOf(row)
	i := sort.Search(len(cells), func(i int) bool { return int(cells[i].Col) >= at.Col })
	if i < len(cells) && int(cells[i].Col) == at.Col {
		return &cells[i]
	}
	return nil
}

// Formula is the formula of a cell of the sheet; nil when it has none.
func (s *Sheet) Formula(at Ref) *Formula {
	i := sort.Search(len(s.Formulas), func(i int) bool {
		c := s.Cells[s.Formulas[i].cell]
		return int(c.Row) > at.Row || int(c.Row) == at.Row && int(c.Col) >= at.Col
	})
	if i < len(s.Formulas) && s.Cells[s.Formulas[i].cell].Ref() == at {
		return &s.Formulas[i]
	}
	return nil
}

// Place is the address of the cell that a formula of the sheet is in.
func (s *Sheet) Place(f *Formula) Ref { return s.Cells[f.cell].Ref() }

// Condition is a conditional format (ECMA-376 part 1, 18.3.1.10).
type Condition struct {
	Ranges   []Range
	Type     string // cellIs, expression …
	Operator string // of cellIs
	Formula  string // the first
	Change   int    // for [Styles.ChangeOf]; -1 for none
	Bare     bool   // it shows a bar or an icon in the place of the value
}

// Holds reports whether a cell is in its ranges.
func (c *Condition) Holds(at Ref) bool {
	return slices.ContainsFunc(c.Ranges, func(r Range) bool { return r.Holds(at) })
}

// The sizes that something can be read in: a height in points, a width in characters.
const (
	leastHeight = 4
	leastWidth  = 0.9
)

// RowLow reports whether a row is so low that nothing can be read in it.
func (s *Sheet) RowLow(number int) bool {
	row := s.Row(number)
	return row != nil && (row.low || s.lowRows && !row.sized)
}

// ColumnNarrow reports whether a column is so narrow that nothing can be read in it.
func (s *Sheet) ColumnNarrow(col int) bool {
	if c := s.columnRun(col); c != nil {
		return c.narrow || s.narrowColumns && !c.sized
	}
	return s.narrowColumns
}

// ColumnHidden reports whether a column is hidden.
func (s *Sheet) ColumnHidden(col int) bool {
	c := s.columnRun(col)
	return c != nil && c.hidden
}

// columnRun is the first run that holds a column; nil for none.
func (s *Sheet) columnRun(col int) *columnRun {
	if s.runs == nil && len(s.columns) > 0 {
		s.indexColumns()
	}
	if col >= 0 && col < len(s.runs) && s.runs[col] > 0 {
		return &s.columns[s.runs[col]-1]
	}
	return nil
}

// indexColumns notes the first run of each column, so that a sheet with many is not looked
// through for every cell.
func (s *Sheet) indexColumns() {
	last := 0
	for _, c := range s.columns {
		last = max(last, min(c.to, MaxCol))
	}
	s.runs = make([]int32, last+1)
	for i, c := range s.columns {
		for col := c.from; col <= min(c.to, MaxCol); col++ {
			if s.runs[col] == 0 {
				s.runs[col] = int32(i + 1)
			}
		}
	}
}
