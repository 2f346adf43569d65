package workbook

import (
	"videre/budget"
	"videre/excel/internal/sheetml"
)

// An origin is a sheet, a row and a column in one number, so that origins are
// ordered as their cells are: the column in the lowest 15 bits, the row in the 21
// above them, the sheet, counted from 1, above those.
const (
	colBits = 15
	rowBits = 21
)

// OriginOf is the origin of a cell; row and column count from 1, sheets from 0.
func OriginOf(sheet int, at sheetml.Ref) budget.Origin {
	return budget.Origin(sheet+1)<<(rowBits+colBits) | budget.Origin(at.Row)<<colBits | budget.Origin(at.Col)
}

// PlaceOf is the sheet and the cell of an origin; ok is false for no place.
func PlaceOf(o budget.Origin) (sheet int, at sheetml.Ref, ok bool) {
	if o <= 0 {
		return 0, sheetml.Ref{}, false
	}
	return int(o>>(rowBits+colBits)) - 1, sheetml.Ref{Row: int(o >> colBits & (1<<rowBits - 1)), Col: int(o & (1<<colBits - 1))}, true
}

func RefOf(o budget.Origin) sheetml.Ref {
	_, at, _ := PlaceOf(o)
	return at
}

// Place is the sheet and the address of a cell: "Økonomi", "F7".
func (b *Book) Place(o budget.Origin) (sheet, cell string) {
	i, at, ok := PlaceOf(o)
	if !ok || i >= len(b.Workbook.Sheets) {
		return "", ""
	}
	return b.Workbook.Sheets[i].Name, at.String()
}

// Locate is a locator that names the sheet too: "Økonomi!F7".
func (b *Book) Locate(o budget.Origin) string {
	sheet, cell := b.Place(o)
	if sheet == "" {
		return ""
	}
	return sheet + "!" + cell
}

// Stood is what stands in the cell of an origin, as text.
func (b *Book) Stood(o budget.Origin) string {
	index, at, ok := PlaceOf(o)
	if !ok || index >= len(b.Sheets) || b.Sheets[index] == nil {
		return ""
	}
	return b.At(b.Sheets[index], at).Text
}
