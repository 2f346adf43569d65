package layout

import (
	"regexp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// caption is what the cells above a table say.
type caption struct {
	Units  []notation.Unit
	Levels []int
	At     budget.Origin // where the unit or level stands
	First  budget.Origin // the cell nearest above the table, or its first heading
	// otherwise tells that another cell above states another unit, and foreign that the
	// unit is of another currency.
	Otherwise, Foreign bool
}

// captionAbove reads the cells between a row and a table's headings. What stands
// nearest to the table goes first.
func (r *Finder) captionAbove(s *workbook.Sheet, above int, t *Table) caption {
	var c caption
	for i := len(s.Rows) - 1; i >= 0; i-- {
		row := &s.Rows[i]
		if int(row.Number) >= t.Upper {
			continue
		}
		if int(row.Number) <= above {
			break
		}
		for _, cell := range s.CellsOf(row) {
			if v := r.Book.Value(s, &cell); v.Kind == workbook.Text && !v.Blank() {
				c.read(v)
			}
		}
	}
	if c.First == budget.NoOrigin && len(t.Columns) > 0 {
		c.First = t.HeadAt()
	}
	return c
}

// read takes a unit and a price level from a cell above the table, where none nearer
// has given one.
func (c *caption) read(v workbook.Value) {
	if c.First == budget.NoOrigin {
		c.First = v.Origin
	}
	units, levels := notation.StatedUnits(v.Text), notation.FindPriceLevels(v.Text)
	if len(units) > 0 && isCaption(v.Text) {
		if len(c.Units) == 0 {
			c.Units, c.At = units, v.Origin
		} else {
			c.Otherwise = c.Otherwise || !slices.Equal(c.Units, units)
		}
		c.Foreign = c.Foreign || notation.ForeignCurrency.MatchString(v.Text)
	}
	if len(c.Levels) == 0 {
		c.Levels = levels
	}
}

// inherit takes from the caption of the table above, on the same sheet, what the
// table's own does not say.
func (c *caption) inherit(above caption) {
	if len(c.Units) == 0 {
		c.Units, c.At = above.Units, above.At
	}
	if len(c.Levels) == 0 {
		c.Levels = above.Levels
	}
}

// isCaption reports whether a text is a caption of units rather than prose that
// happens to name an amount ("I alt 12,1 mio. kr. om året").
func isCaption(text string) bool {
	return !amountInProse.MatchString(text) && len(notation.HeadingKey(text)) <= 60
}

var amountInProse = regexp.MustCompile(`(?i)(?:^|[^\d.,])(?:\d{1,3}|\d+,\d+) ?(?:mio|mill|mia|t\.? ?kr|tkr)`)
