package layout

import (
	"slices"

	"videre/excel/internal/notation"
)

// findCashable takes a column that is headed as the kinds of lines, or as nothing known, and whose
// cells all say whether a budget can be lowered, for that: "Gevinsttype" over "Budgettet kan sættes
// ned" and "Undgået udgift". Where the cells say what the lines are, some of them say it in words that
// are no kind.
func (f *Finder) findCashable(t *Table) {
	if !t.Lines && !t.List || t.Has(notation.RoleCashable) {
		return
	}
	for col := t.leftmost(); col <= t.last; col++ {
		c := t.columnAt(col)
		if c != nil && (c.Role != notation.RoleKind || c.Mapped) {
			continue
		}
		words := f.wordsIn(t, col)
		isKinds := c != nil && t.Lines && !slices.ContainsFunc(words, func(w string) bool { return !saysKind(w) })
		if len(words) > 0 && !isKinds && !slices.ContainsFunc(words, saysNotCashable) {
			t.give(col, notation.RoleCashable)
			t.classify()
			return
		}
	}
}

// columnAt is the column of the table with a known heading that stands in a column of the sheet; nil
// for none.
func (t *Table) columnAt(col int) *Column {
	for i := range t.Columns {
		if t.Columns[i].Col == col {
			return &t.Columns[i]
		}
	}
	return nil
}

// saysNotCashable reports whether a text is none that says by itself whether a budget can be lowered:
// ja and nej answer what a heading asks.
func saysNotCashable(text string) bool {
	_, certainty := notation.ReadCashable(text)
	return certainty != notation.Certain || isWordOf(text, "answer")
}
