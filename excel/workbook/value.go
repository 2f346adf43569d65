package workbook

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
)

// Value is what stands in a cell, as a reader of the sheet sees it. It is the only
// way in which this package gets at cells.
type Value struct {
	Kind     sheetml.Kind
	Raw      string // of a Number: as it is stored
	Text     string // as it is shown, on one line
	Style    int
	Uncached bool // a formula without a stored result
	Computed bool // a formula whose result this program computed
	Formula  string
	Origin   budget.Origin
}

// Blank reports whether nothing is shown.
func (v Value) Blank() bool { return v.Text == "" && !v.Uncached }

// At is the value of a cell; a cell that the sheet does not hold is blank.
func (b *Book) At(s *Sheet, ref sheetml.Ref) Value {
	c := s.Cell(ref)
	if c == nil {
		return Value{Origin: OriginOf(s.Index, ref)}
	}
	return b.Value(s, c)
}

func (b *Book) Value(s *Sheet, c *sheetml.Cell) Value {
	v := Value{Kind: c.Kind, Raw: c.Text, Style: int(c.Style), Origin: OriginOf(s.Index, c.Ref())}
	if c.HasFormula {
		if f := s.Formula(c.Ref()); f != nil {
			v.Formula = f.Text
		}
		v.Uncached = c.Kind == sheetml.Blank
	}
	switch c.Kind {
	case sheetml.Number:
		v.Text = b.shownNumber(c)
	case sheetml.Bool:
		v.Text = "FALSK"
		if strings.TrimSpace(c.Text) == "1" {
			v.Text = "SAND"
		}
	default:
		v.Text = notation.Clean(c.Text)
	}
	return v
}

// shownNumber is a number as text: a day or a time where its format shows one, else
// its digits in Danish notation.
func (b *Book) shownNumber(c *sheetml.Cell) string {
	d, ok := notation.StoredNumber(c.Text)
	if !ok {
		return notation.Clean(c.Text)
	}
	return b.Format(int(c.Style)).Text(d, b.Workbook.Date1904)
}
