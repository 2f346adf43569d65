package sheetml

import (
	"cmp"
	"slices"
	"strconv"

	"videre/excel/internal/opc"
)

// check fails where the parts of a sheet that has been read contradict one another.
func (r *sheetReader) check() error {
	if m := overlapped(r.sheet.Merges); m != nil {
		return opc.Breach(opc.OverlappedMerge, "", m.String())
	}
	last := 0
	for _, c := range slices.SortedFunc(slices.Values(r.sheet.columns), func(a, b columnRun) int { return a.from - b.from }) {
		if c.from <= last {
			return opc.Breach(opc.BadColumns, "", ColumnName(c.from))
		}
		last = c.to
	}
	return nil
}

// CheckFormats fails where a cell that holds something has a format that the workbook does not
// have: other programs show it in different ways.
func (s *Sheet) CheckFormats(st *Styles) error {
	formats := int32(1) // the first is there without saying
	if st != nil {
		formats = max(1, int32(len(st.Formats)))
	}
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Kind == Blank {
			continue
		}
		if c.Style >= formats || c.Kind == Number && c.Style > 0 && st.lacksCode(int(c.Style)) {
			return opc.Breach(opc.MissingFormat, c.Ref().String(), strconv.Itoa(int(c.Style)))
		}
	}
	return nil
}

// overlapped is the first range, from above, that shares a cell with one before it; nil for
// none. A line is swept down over the ranges: those it cuts are apart, so that only the
// neighbours of a new one can touch it.
func overlapped(ranges []Range) *Range {
	var cut []Range // by their columns
	for _, m := range slices.SortedFunc(slices.Values(ranges), func(a, b Range) int {
		return cmp.Or(a.From.Row-b.From.Row, a.From.Col-b.From.Col)
	}) {
		at, _ := slices.BinarySearchFunc(cut, m.From.Col, func(c Range, col int) int { return c.From.Col - col })
		for at > 0 && cut[at-1].To.Row < m.From.Row {
			at--
			cut = slices.Delete(cut, at, at+1)
		}
		for at < len(cut) && cut[at].To.Row < m.From.Row {
			cut = slices.Delete(cut, at, at+1)
		}
		if at > 0 && cut[at-1].To.Col >= m.From.Col || at < len(cut) && cut[at].From.Col <= m.To.Col {
			return &m
		}
		cut = slices.Insert(cut, at, m)
	}
	return nil
}
