package workbook

import (
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Unseen is a way in which a cell is not seen, or is seen as no longer holding.
type Unseen uint8

// The ways, those of whole sheets, rows and columns first.
const (
	HiddenSheet    Unseen = iota + 1
	HiddenRow             // filtered out, or of a collapsed group, too
	HiddenColumn          // likewise
	LowRow                // so low that nothing can be read
	NarrowColumn          // likewise
	UnderMerge            // another cell of its merged range is shown in its place
	FormatNothing         // its number format shows nothing
	GroundColour          // its text has the colour of its ground
	TinyType              // of a point or two
	StruckOut             // struck through, or some of it
	ConditionHides        // a conditional format would do one of these
	ConditionShows        // a conditional format would show something else in its place
)

var unseenWords = [...]string{"", "hidden-sheet", "hidden-row", "hidden-column", "low-row", "narrow-column",
	"under-merge", "format", "colour", "tiny-type", "struck-out", "condition", "condition-shows"}

// String is the way as the catalogues have it: "struck-out".
func (u Unseen) String() string { return unseenWords[u] }

// leastType is the size of type in points that can be read.
const leastType = 4

// Unseen lists the ways in which the value of a cell is not seen.
func (b *Book) Unseen(at budget.Origin) (ways []Unseen) {
	index, ref, ok := PlaceOf(at)
	if !ok || index >= len(b.Sheets) || b.Sheets[index] == nil {
		return nil
	}
	s := b.Sheets[index]
	v := b.At(s, ref)
	if v.Blank() {
		return nil
	}
	row := s.whole.Row(ref.Row)
	look, format := b.Styles.Look(v.Style), b.formatOf(v.Style)
	for _, way := range []struct {
		Unseen
		is bool
	}{
		{HiddenSheet, s.Hidden}, {HiddenRow, row != nil && row.Hidden}, {HiddenColumn, s.whole.ColumnHidden(ref.Col)},
		{LowRow, s.whole.RowLow(ref.Row)}, {NarrowColumn, s.whole.ColumnNarrow(ref.Col)},
		{UnderMerge, s.Anchor(ref) != ref}, {FormatNothing, b.showsNothing(format, v)},
		{GroundColour, look.Text.IsNear(look.Ground) && !b.inStyledTable(s, ref)},
		{TinyType, look.Size > 0 && look.Size < leastType}, {StruckOut, look.Struck || s.Cell(ref).Struck},
	} {
		if way.is {
			ways = append(ways, way.Unseen)
		}
	}
	hides := func(c sheetml.Change) bool { return b.changeHides(c, v, look) }
	misshows := func(c sheetml.Change) bool { return c.HasCode && b.misshows(b.readFormat(c.Code), v) }
	switch {
	case b.conditionMakes(s, ref, v, hides):
		ways = append(ways, ConditionHides)
	case b.conditionMakes(s, ref, v, misshows):
		ways = append(ways, ConditionShows)
	}
	return ways
}

// inStyledTable reports whether a cell is in a declared table, whose style may give it another
// ground.
func (b *Book) inStyledTable(s *Sheet, at Ref) bool {
	for _, t := range b.tablesOf(s) {
		if t.Range.Holds(at) {
			return true
		}
	}
	return false
}

// tablesOf are the tables that a sheet declares.
func (b *Book) tablesOf(s *Sheet) []sheetml.Table {
	known, done := b.tables[s.Part]
	if !done {
		known = sheetml.ReadTables(b.Package, s.Part)
		if b.tables == nil {
			b.tables = map[*opc.Part][]sheetml.Table{}
		}
		b.tables[s.Part] = known
	}
	return known
}

// conditionsInStep is how many ranges are passed in the time of a look at a cell.
const conditionsInStep = 16

// conditionMakes reports whether a conditional format over a cell would make something of it. It is
// not computed whether it does, but for comparisons with a number that the cell does not meet.
func (b *Book) conditionMakes(s *Sheet, at Ref, v Value, makes func(sheetml.Change) bool) bool {
	for i := range s.whole.Conditions {
		c := &s.whole.Conditions[i]
		b.Spend(2 + len(c.Ranges)/conditionsInStep)
		if c.Holds(at) && !isUnmet(c, v) && (c.Bare || makes(b.Styles.ChangeOf(c.Change))) {
			return true
		}
	}
	return false
}

// changeHides reports whether what a conditional format makes of a cell makes it unseen.
func (b *Book) changeHides(c sheetml.Change, v Value, look sheetml.Look) bool {
	text, ground := look.Text, look.Ground
	if c.Text.Known {
		text = c.Text
	}
	if c.Fills {
		ground = c.Ground
	}
	coloured := (c.Text.Known || c.Fills) && text.IsNear(ground) && !look.Text.IsNear(look.Ground)
	return coloured || c.Struck || c.Size > 0 && c.Size < leastType ||
		c.HasCode && b.showsNothing(notation.ParseFormat(c.Code), v)
}

// isUnmet reports whether a condition is surely not met: it is for errors or blanks, or
// compares with a number in a way that the cell's does not meet.
func isUnmet(c *sheetml.Condition, v Value) bool {
	switch c.Type {
	case "containsErrors", "containsBlanks":
		return true
	case "cellIs":
		if than, err := decimal.NewFromString(strings.TrimSpace(c.Formula)); err == nil && v.Kind == Number {
			d, ok := notation.StoredNumber(v.Raw)
			return ok && !meets(c.Operator, d.Cmp(than))
		}
	}
	return false
}

// meets reports whether a comparison holds of two numbers in an order; that of one that takes
// two numbers is not known.
func meets(operator string, order int) bool {
	switch operator {
	case "equal":
		return order == 0
	case "notEqual":
		return order != 0
	case "lessThan":
		return order < 0
	case "lessThanOrEqual":
		return order <= 0
	case "greaterThan":
		return order > 0
	case "greaterThanOrEqual":
		return order >= 0
	}
	return true
}
