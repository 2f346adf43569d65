package layout

import (
	"regexp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Caption is what the cells above a table say of its amounts.
type Caption struct {
	Units  []Unit        // that it states, each once; the nearest cell's that states any
	Levels []int         // the years of the price levels that it states, each once; likewise
	At     budget.Origin // of the cell that states the units
	First  budget.Origin // of the cell nearest above the table; of its first heading when there is none
	// Otherwise tells that another cell above the table states other units.
	Otherwise bool
	// Foreign tells that a unit is of another currency than kroner.
	Foreign bool
}

// captionAbove reads the cells between a row and a table's headings. What stands
// nearest to the table goes first.
func (f *Finder) captionAbove(s *workbook.Sheet, above int, t *Table) Caption {
	var c Caption
	for i := len(s.Rows) - 1; i >= 0; i-- {
		row := &s.Rows[i]
		if int(row.Number) >= t.Upper {
			continue
		}
		if int(row.Number) <= above {
			break
		}
		for _, cell := range s.CellsOf(row) {
			if v := f.Book.Value(s, &cell); v.Kind == workbook.Text && !v.Blank() {
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
func (c *Caption) read(v workbook.Value) {
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
func (c *Caption) inherit(above Caption) {
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

// amountInProse is an amount of its own: "12,1 mio. kr.", unlike "Mio. kr." and "1.000 kr.".
var amountInProse = regexp.MustCompile(`(?i)(?:^|[^\d.,])(?:\d{1,3}|\d+,\d+) ?(?:mio|mill|mia|t\.? ?kr|tkr)`)
