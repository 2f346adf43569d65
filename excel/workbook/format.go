package workbook

import (
	"videre/excel/internal/notation"
)

// Format is the number format of a style; that of an unknown style says nothing.
func (b *Book) Format(style int) notation.NumberFormat {
	if style < 0 || style >= len(b.formats) {
		return notation.NumberFormat{}
	}
	return b.formats[style]
}

// readFormats reads the number format of every style.
func (b *Book) readFormats() {
	if b.Styles == nil {
		return
	}
	b.formats = make([]notation.NumberFormat, len(b.Styles.Formats))
	seen := map[string]notation.NumberFormat{}
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
