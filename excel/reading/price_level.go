package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
)

// priceLevel is the price level of a column's amounts; 0 when none is stated.
func (r *reader) priceLevel(t *Records, c *layout.Column, format notation.NumberFormat) int {
	switch levels := t.levelsOf(c); {
	case len(levels) == 1:
		return levels[0]
	case len(levels) == 0 && format.Level != 0:
		return format.Level
	case len(levels) == 0 && r.set.PriceLevel != 0:
		r.assume("assumed.price-level", budget.Arg{Name: "level", Value: budget.Year(r.set.PriceLevel)})
		return r.set.PriceLevel
	}
	return 0
}

// levelsOf are the price levels that a column's heading states, else the caption.
func (t *Records) levelsOf(c *layout.Column) []int {
	if len(t.row.levels) > 0 {
		return t.row.levels
	}
	if len(c.Levels) > 0 {
		return c.Levels
	}
	return t.Caption.Levels
}

// findPlaceOfPriceLevel is the cell over the first amounts.
func (r *reader) findPlaceOfPriceLevel() {
	for _, t := range r.allTables() {
		if t.Lines || t.List {
			r.sub.PriceLevelAt = t.Caption.First
			if t.Caption.At != budget.NoOrigin {
				r.sub.PriceLevelAt = t.Caption.At
			}
			return
		}
	}
	for _, t := range r.tables {
		r.sub.PriceLevelAt = t.Caption.First
		return
	}
	for _, f := range r.projectSheets {
		r.sub.PriceLevelAt = f.Origin(f.Labels[0].At)
		return
	}
}
