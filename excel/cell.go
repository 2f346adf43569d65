package excel

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// value is what stands in a cell, as a reader of the sheet sees it. It is the only
// way in which this package gets at cells.
type value struct {
	kind     sheetml.Kind
	raw      string // of a Number: as it is stored
	text     string // as it is shown, on one line
	style    int
	uncached bool // a formula without a stored result
	computed bool // a formula whose result this program computed
	formula  string
	origin   budget.Origin
}

// blank reports whether nothing is shown.
func (v value) blank() bool { return v.text == "" && !v.uncached }

// at is the value of a cell; a cell that the sheet does not hold is blank.
func (b *Book) at(s *sheet, ref sheetml.Ref) value {
	c := s.Cell(ref)
	if c == nil {
		return value{origin: origin(s.index, ref)}
	}
	return b.value(s, c)
}

func (b *Book) value(s *sheet, c *sheetml.Cell) value {
	v := value{kind: c.Kind, raw: c.Text, style: int(c.Style), origin: origin(s.index, c.Ref())}
	if c.HasFormula {
		if f := s.Formula(c.Ref()); f != nil {
			v.formula = f.Text
		}
		v.uncached = c.Kind == sheetml.Blank
	}
	switch c.Kind {
	case sheetml.Number:
		v.text = b.shownNumber(c)
	case sheetml.Bool:
		v.text = "FALSK"
		if strings.TrimSpace(c.Text) == "1" {
			v.text = "SAND"
		}
	default:
		v.text = clean(c.Text)
	}
	return v
}

// shownNumber is a number as text: a day or a time where its format shows one, else
// its digits in Danish notation.
func (b *Book) shownNumber(c *sheetml.Cell) string {
	d, ok := storedNumber(c.Text)
	if !ok {
		return clean(c.Text)
	}
	return b.format(int(c.Style)).text(d, b.wb.Date1904)
}

// readFormats reads the number format of every style.
func (b *Book) readFormats() {
	if b.styles == nil {
		return
	}
	b.formats = make([]numberFormat, len(b.styles.Formats))
	seen := map[string]numberFormat{}
	for i := range b.formats {
		code := b.styles.Code(i)
		f, done := seen[code]
		if !done {
			f = readFormat(code)
			seen[code] = f
		}
		b.formats[i] = f
	}
}

// format is the number format of a style; that of an unknown style says nothing.
func (b *Book) format(style int) numberFormat {
	if style < 0 || style >= len(b.formats) {
		return numberFormat{}
	}
	return b.formats[style]
}
