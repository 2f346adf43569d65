package workbook

import (
	"cmp"
	"slices"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// A view is a sheet seen otherwise than it stands: on its side, or a part of it. What
// reads tables reads views as it reads sheets; every place is still the real cell's.

// Turned is the sheet on its side, its columns as rows.
func (s *Sheet) Turned() *Sheet {
	t := *s
	t.turned, t.merges = !s.turned, nil
	cells := slices.Clone(s.Cells)
	for i := range cells {
		cells[i].Row, cells[i].Col = cells[i].Col, cells[i].Row
	}
	slices.SortFunc(cells, func(a, b sheetml.Cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
	t.Sheet = sheetml.ViewOf(s.Sheet, cells)
	for _, m := range s.Merges {
		t.Merges = append(t.Merges, sheetml.Range{
			From: sheetml.Ref{Row: m.From.Col, Col: m.From.Row}, To: sheetml.Ref{Row: m.To.Col, Col: m.To.Row}})
	}
	return &t
}

// IsTurned reports whether the sheet is seen on its side.
func (s *Sheet) IsTurned() bool { return s.turned }

// Within is the part of the sheet that stands in a range.
func (s *Sheet) Within(r sheetml.Range) *Sheet {
	t := *s
	t.merges = nil
	var cells []sheetml.Cell
	for i := range s.Cells {
		if r.Holds(s.Cells[i].Ref()) {
			cells = append(cells, s.Cells[i])
		}
	}
	t.Sheet = sheetml.ViewOf(s.Sheet, cells)
	for _, m := range s.Merges {
		if r.Holds(m.From) {
			t.Merges = append(t.Merges, m)
		}
	}
	return &t
}

// Origin is the place of a cell of the sheet as it is seen.
func (s *Sheet) Origin(at sheetml.Ref) budget.Origin { return OriginOf(s.Index, s.real(at)) }

// RefOf is where the cell of an origin stands on the sheet as it is seen.
func (s *Sheet) RefOf(o budget.Origin) sheetml.Ref { return s.real(RefOf(o)) }

// real is where a cell of the view really stands, and the other way round.
func (s *Sheet) real(at sheetml.Ref) sheetml.Ref {
	if s.turned {
		return sheetml.Ref{Row: at.Col, Col: at.Row}
	}
	return at
}

// RowHidden reports whether a row of the sheet as it is seen is hidden.
func (s *Sheet) RowHidden(number int) bool {
	if s.turned {
		return s.whole.ColumnHidden(number)
	}
	row := s.whole.Row(number)
	return row != nil && row.Hidden
}

// ColumnHidden reports whether a column of the sheet as it is seen is hidden.
func (s *Sheet) ColumnHidden(number int) bool {
	if s.turned {
		row := s.whole.Row(number)
		return row != nil && row.Hidden
	}
	return s.whole.ColumnHidden(number)
}
