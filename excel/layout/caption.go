package layout

import (
	"regexp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Caption is what the cells above a table say of its amounts.
type Caption struct {
	Units  []Unit           // that it states, each once; the nearest cell's that states any
	Levels []int            // the years of the price levels that it states, each once; likewise
	At     budget.Origin    // of the cell that states the units
	First  budget.Origin    // of the cell nearest above the table; of its first heading when there is none
	Titles []workbook.Value // the texts above the table, the nearest first
	Lead   []workbook.Value // the texts above the first table of the sheet, where this is a later one
	// Otherwise tells that another cell above the table states other units.
	Otherwise bool
	// Foreign tells that a unit is of another currency than kroner.
	Foreign bool
}

// isExample reports whether the title nearest to the table says that it is an example.
func (c *Caption) isExample() bool {
	return len(c.Titles) > 0 && notation.IsExample(c.Titles[0].Text)
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
			v := f.Book.Value(s, &cell)
			if v.Kind == workbook.Text && !v.Blank() && !isAmount(v.Text) && t.isAbove(int(cell.Col)) {
				c.Titles = append(c.Titles, v)
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
	units, levels := statedIn(v.Text), notation.FindPriceLevels(v.Text)
	if len(units) > 0 {
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

// readName takes from the name of the table's sheet what nothing on it says: "Økonomi (mio. kr.)".
func (c *Caption) readName(t *Table) {
	if len(c.Units) == 0 {
		if units := statedIn(t.Name); len(units) == 1 {
			c.Units, c.At = units, c.First
		}
	}
	if len(c.Levels) == 0 {
		c.Levels = notation.FindPriceLevels(t.Name)
	}
}

// readNote takes from a note below the table what nothing above it says.
func (c *Caption) readNote(note workbook.Value) {
	if len(c.Units) == 0 {
		c.read(note)
	} else if len(c.Levels) == 0 {
		c.Levels = notation.FindPriceLevels(note.Text)
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

// addTitles adds the titles of what stands farther up.
func (c *Caption) addTitles(above []workbook.Value) {
	for _, title := range above {
		if !slices.Contains(c.Titles, title) {
			c.Titles = append(c.Titles, title)
		}
	}
}

// leaveRows takes the texts in the rows of the table above out of the titles: they say nothing
// of the table below it. Rows after a gap may be what stands above the next table.
func (c *Caption) leaveRows(above *Table) {
	last := above.Lower
	for _, row := range above.RowNumbers {
		if row > last+1 {
			break
		}
		last = row
	}
	c.Titles = slices.DeleteFunc(c.Titles, func(v workbook.Value) bool {
		at := above.RefOf(v.Origin)
		return at.Row > above.Lower && at.Row <= last && above.Sheet.Origin(at) == v.Origin
	})
}

// statedIn are the units that the sentences of a text state.
func statedIn(text string) []Unit {
	var units []Unit
	for _, sentence := range notation.Sentences(text) {
		stated := notation.StatedUnits(sentence)
		if len(stated) == 0 || !isCaption(sentence) {
			stated = notation.StatedUnits(unitsSetApart(sentence))
		}
		for _, u := range stated {
			if !slices.Contains(units, u) {
				units = append(units, u)
			}
		}
	}
	return units
}

// unitsSetApart are the parts of a long text that say a unit and nothing else: "(1.000 kr.,
// 2026-p/l)" behind a title.
func unitsSetApart(text string) string {
	var parts []string
	for _, part := range partEnd.Split(sizePoint.ReplaceAllString(text, "$1 "), -1) {
		if unitAlone.MatchString(strings.TrimSpace(part)) {
			parts = append(parts, strings.TrimSpace(part))
		}
	}
	return strings.Join(parts, ", ")
}

var (
	sizePoint = regexp.MustCompile(`(?i)\b(mio|mill|mia)\. `)
	partEnd   = regexp.MustCompile(`[,;:()|–·•/]+ | - |[,;:()|–·•]+|\. `)
	unitAlone = regexp.MustCompile(`(?i)^(?:(?:alle |årlige )?(?:beløb|tal|amounts|figures)(?:lene|ene)?(?: er| are)?` +
		`(?: angivet| opgjort| vist| stated| given)? )?(?:i |in )?(?:hele )?` +
		`(?:(?:1[. ]?000|t\.?|tusinde?|mio|mill|mia|1[. ]?000[. ]?000) ?(?:kr|kroner|dkk)|tkr|kr|kroner|mio|mill|` +
		`dkk(?: (?:millions?|thousands?|m))?)\.?(?: (?:i |in )?20\d\d[- ]?(?:p/?l|priser|prisniveau|niveau|prices))?$`)
)

// isCaption reports whether a text is a caption of units rather than prose that
// happens to name an amount ("I alt 12,1 mio. kr. om året").
func isCaption(text string) bool {
	return !amountInProse.MatchString(text) && len(notation.HeadingKey(text)) <= 60
}

// amountInProse is an amount of its own: "12,1 mio. kr.", unlike "Mio. kr." and "1.000 kr.".
var amountInProse = regexp.MustCompile(`(?i)(?:^|[^\d.,])(?:\d{1,3}|\d+,\d+) ?(?:mio|mill|mia|t\.? ?kr|tkr)`)

// isAbove reports whether a column stands over the table, or over no other.
func (t *Table) isAbove(col int) bool {
	return t.Left <= 1 && (t.until == 0 || col < t.until) || col >= t.Left && (t.until == 0 || col < t.until)
}

// readHeads takes a unit and a price level from headings that say nothing else: "Kr.,
// 2026-p/l" over the labels.
func (c *Caption) readHeads(t *Table) {
	for _, u := range slices.Concat(t.Unknown, t.Columns) {
		if u.IsAmount() || u.Role == notation.RoleInvestment || u.Role == notation.RoleTotal {
			continue
		}
		if len(c.Units) == 0 && len(u.Units) > 0 {
			c.Units, c.At = u.Units, t.Origin(u.At)
		}
		if len(c.Levels) == 0 {
			c.Levels = u.Levels
		}
	}
}
