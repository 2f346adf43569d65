package workbook

import (
	"videre/excel/internal/notation"
)

// NumberFormat is what the number format of a cell says of its number: a day or a time, a
// scale, a unit, a price level, per cent.
type NumberFormat = notation.NumberFormat

// Format is the number format of a style, as [Value].Style has it; that of a style that the
// workbook does not have says nothing.
func (b *Book) Format(style int) NumberFormat {
	if style < 0 || style >= len(b.formats) {
		return NumberFormat{}
	}
	return b.formats[style]
}

// readFormats reads the number format of every style.
func (b *Book) readFormats() {
	if b.Styles == nil {
		return
	}
	b.formats = make([]NumberFormat, len(b.Styles.Formats))
	seen := map[string]NumberFormat{}
	for i := range b.formats {
		code := b.Styles.Code(i)
		f, done := seen[code]
		if !done {
			f = notation.ReadFormat(code)
			seen[code] = f
		}
		b.formats[i] = f
	}
}
