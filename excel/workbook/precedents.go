package workbook

import (
	"videre/excel/internal/calc"
	"videre/excel/internal/sheetml"
)

// Area is a part of a sheet.
type Area struct {
	Sheet *Sheet
	Range Range
}

// Precedents are the areas that the formula of a cell reads; none for a cell without one, and
// for a formula that is not computed here.
func (b *Book) Precedents(s *Sheet, at Ref) []Area {
	c := b.cells()
	of, at := c.order[s.Index], s.real(at)
	text, array := of.formula(at)
	if text == "" {
		return nil
	}
	r := c.evaluate(of, at, text, array)
	if r.Status != calc.Done {
		return nil
	}
	var areas []Area
	for _, a := range r.Read {
		if from := c.named(a.Sheet); from != nil && b.Sheets[from.index] != nil {
			read := Range{From: Ref{Row: a.Top, Col: a.Left}, To: Ref{Row: a.Bottom, Col: a.Right}}
			areas = append(areas, Area{b.Sheets[from.index], read})
		}
	}
	return areas
}

// FilledRange is the range from the first cell that holds something to the last; ok is false
// for a sheet without any.
func (s *Sheet) FilledRange() (filled Range, ok bool) {
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Kind == sheetml.Blank && !c.HasFormula {
			continue
		}
		at := c.Ref()
		if !ok {
			filled, ok = Range{From: at, To: at}, true
			continue
		}
		filled.From.Col, filled.To.Col = min(filled.From.Col, at.Col), max(filled.To.Col, at.Col)
		filled.From.Row, filled.To.Row = min(filled.From.Row, at.Row), max(filled.To.Row, at.Row)
	}
	return filled, ok
}
