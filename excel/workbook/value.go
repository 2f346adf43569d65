package workbook

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
)

// Value is what stands in a cell, as a reader of the sheet sees it.
type Value struct {
	Kind     Kind
	Raw      string        // as it is stored: of a number, its digits
	Text     string        // as it is shown, on one line; "" for nothing
	Style    int           // for [Book.Format]
	Uncached bool          // a formula without a stored result
	Computed bool          // a formula whose result this program computed
	Formula  string        // without the equals sign; "" for none, and where another cell's is shared
	Origin   budget.Origin // of a blank cell too
}

// Blank reports whether nothing is shown, and nothing would be once the formula is computed.
func (v Value) Blank() bool { return v.Text == "" && !v.Uncached }

// textStep is how many bytes of a text take as long to look at as a cell.
const textStep = 64

// At is the value of the cell of an address; a cell that the sheet does not hold is blank.
func (b *Book) At(s *Sheet, ref Ref) Value {
	c := s.Cell(ref)
	if c == nil {
		return Value{Origin: s.Origin(ref)}
	}
	return b.Value(s, c)
}

// Value is the value of a cell that a sheet of the book holds. Truth values are shown as
// Excel does in Danish: SAND, FALSK.
func (b *Book) Value(s *Sheet, c *Cell) Value {
	b.Spend(1 + len(c.Text)/textStep)
	v := Value{Kind: c.Kind, Raw: c.Text, Style: int(c.Style), Origin: s.Origin(c.Ref())}
	if c.HasFormula {
		if f := s.whole.Formula(s.real(c.Ref())); f != nil {
			v.Formula = f.Text
		}
		v.Uncached = c.Kind == Blank
	}
	switch c.Kind {
	case Number:
		v.Text = b.shownNumber(c)
	case Bool:
		v.Text = "FALSK"
		if strings.TrimSpace(c.Text) == "1" {
			v.Text = "SAND"
		}
	default:
		v.Text = notation.Clean(c.Text)
	}
	return v
}

// shownNumber is a stored number as text: a day or a time where its format shows one, else
// its digits in Danish notation.
func (b *Book) shownNumber(c *Cell) string {
	format := b.Format(int(c.Style))
	if format.Moment == notation.NoMoment && notation.IsShortest(c.Text) {
		return strings.Replace(c.Text, ".", ",", 1)
	}
	d, ok := notation.StoredNumber(c.Text)
	if !ok {
		return notation.Clean(c.Text)
	}
	return format.Text(d, b.Workbook.Date1904)
}
