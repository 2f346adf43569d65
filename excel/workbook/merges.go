package workbook

import (
	"cmp"
	"slices"

	"videre/excel/internal/limit"
)

// mergesInStep is how many merged ranges are passed in the time of a look at a cell.
const mergesInStep = 64

// Anchor is the first cell of the merged range a cell is in, or the cell itself.
func (s *Sheet) Anchor(at Ref) Ref {
	if m := s.MergeAt(at); m != nil {
		return m.From
	}
	return at
}

// MergeAt is the merged range a cell is in; nil for none.
func (s *Sheet) MergeAt(at Ref) *Range {
	first, _ := slices.BinarySearchFunc(s.mergesByRow(), at.Row, func(m Range, row int) int {
		return cmp.Compare(m.To.Row, row)
	})
	for i := first; i < len(s.merges); i++ {
		if s.merges[i].Holds(at) {
			return &s.merges[i]
		}
		if passed := i - first + 1; passed%mergesInStep == 0 {
			s.budget.MustSpend(limit.Steps, 1)
		}
	}
	return nil
}

// mergesByRow are the sheet's merged ranges in the order of their last rows.
func (s *Sheet) mergesByRow() []Range {
	if s.merges == nil && len(s.Merges) > 0 {
		s.merges = slices.Clone(s.Merges)
		slices.SortFunc(s.merges, func(a, b Range) int { return cmp.Compare(a.To.Row, b.To.Row) })
	}
	return s.merges
}
