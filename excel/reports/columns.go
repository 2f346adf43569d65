package reports

import (
	"videre/budget"
	"videre/excel/internal/sheets"
)

// columns makes the columns of tables whose rows tell of a T. Each has the heading of a key
// of the catalogue, and a width in characters.
type columns[T any] struct{ sheets.Options }

// cell is a column whose cells are made by hand.
func (c columns[T]) cell(heading budget.Key, width float64, value func(T) sheets.Cell) sheets.SheetColumn[T] {
	return sheets.SheetColumn[T]{Heading: c.Text(heading), Width: width, Value: value}
}

// text is a column of texts that may go over several lines.
func (c columns[T]) text(heading budget.Key, width float64, value func(T) string) sheets.SheetColumn[T] {
	return c.cell(heading, width, func(of T) sheets.Cell { return sheets.WrapStyle.Cell(value(of)) })
}

// count is a column of counts.
func (c columns[T]) count(heading budget.Key, width float64, value func(T) int) sheets.SheetColumn[T] {
	return c.cell(heading, width, func(of T) sheets.Cell { return sheets.NumberStyle.Cell(value(of)) })
}

// money is a column of amounts in kroner; unknown is said in words.
func (c columns[T]) money(heading budget.Key, width float64, value func(T) budget.Figure) sheets.SheetColumn[T] {
	return c.cell(heading, width, func(of T) sheets.Cell { return sheets.Money(c.Language, value(of)) })
}
