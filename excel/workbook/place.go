package workbook

import (
	"videre/budget"
)

// An origin is a sheet, a row and a column in one number, so that origins are
// ordered as their cells are: the column in the lowest 15 bits, the row in the 21
// above them, the sheet, counted from 1, above those.
const (
	colBits = 15
	rowBits = 21
)

// OriginOf is the origin of a cell, given the index of its sheet in the workbook, from 0.
func OriginOf(sheet int, at Ref) budget.Origin {
	return budget.Origin(sheet+1)<<(rowBits+colBits) | budget.Origin(at.Row)<<colBits | budget.Origin(at.Col)
}

// PlaceOf is the index of the sheet and the address of the cell that an origin stands for; ok
// is false for [budget.NoOrigin].
func PlaceOf(o budget.Origin) (sheet int, at Ref, ok bool) {
	if o <= 0 {
		return 0, Ref{}, false
	}
	at = Ref{Row: int(o >> colBits & (1<<rowBits - 1)), Col: int(o & (1<<colBits - 1))}
	return int(o>>(rowBits+colBits)) - 1, at, true
}

// RefOf is the address of an origin in its sheet; the zero Ref for [budget.NoOrigin].
func RefOf(o budget.Origin) Ref {
	_, at, _ := PlaceOf(o)
	return at
}

// Place is the name of the sheet and the address of the cell of an origin: "Økonomi", "F7";
// both are empty for no place in this workbook.
func (b *Book) Place(o budget.Origin) (sheet, cell string) {
	i, at, ok := PlaceOf(o)
	if !ok || i >= len(b.Workbook.Sheets) {
		return "", ""
	}
	return b.Workbook.Sheets[i].Name, at.String()
}

// SheetName is the name of the sheet of an index in the workbook; empty for none.
func (b *Book) SheetName(index int) string {
	if index < 0 || index >= len(b.Workbook.Sheets) {
		return ""
	}
	return b.Workbook.Sheets[index].Name
}

// Locate is the place of an origin in one text: "Økonomi!F7"; empty for none. It is a
// [budget.Locator].
func (b *Book) Locate(o budget.Origin) string {
	sheet, cell := b.Place(o)
	if sheet == "" {
		return ""
	}
	return sheet + "!" + cell
}

// Stood is what is shown in the cell of an origin; empty where there is none.
func (b *Book) Stood(o budget.Origin) string {
	index, at, ok := PlaceOf(o)
	if !ok || index >= len(b.Sheets) || b.Sheets[index] == nil {
		return ""
	}
	return b.At(b.Sheets[index], at).Text
}
