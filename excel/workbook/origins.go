package workbook

import (
	"strings"

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

// Target is the cell that a defined name stands for; ok is false when it stands for
// something else, or for nothing any more.
func (b *Book) Target(n sheetml.DefinedName) (o budget.Origin, ok bool) {
	index, where, ok := b.Area(n)
	return OriginOf(index, where.From), ok && where.From == where.To
}

// Area is the range of one sheet that a defined name stands for.
func (b *Book) Area(n sheetml.DefinedName) (sheet int, where sheetml.Range, ok bool) {
	bang := strings.LastIndexByte(n.Text, '!')
	if bang < 0 {
		return 0, where, false
	}
	name := n.Text[:bang]
	if len(name) > 1 && name[0] == '\'' {
		name = strings.ReplaceAll(name[1:len(name)-1], "''", "'")
	}
	where, ok = sheetml.ParseRange(n.Text[bang+1:])
	for i, s := range b.Workbook.Sheets {
		if strings.EqualFold(s.Name, name) {
			return i, where, ok
		}
	}
	return 0, where, false
}

func RefOf(o budget.Origin) sheetml.Ref {
	_, at, _ := PlaceOf(o)
	return at
}
