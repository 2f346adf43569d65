package workbook

import (
	"videre/excel/internal/notation"
)

// NumberFormat is what the number format of a cell says of its number: a day or a time, a
// scale, a unit, a price level, per cent.
type NumberFormat = notation.NumberFormat

// Format is the number format of a style, as [Value].Style has it, for positive numbers; that
// of a style that the workbook does not have says nothing.
func (b *Book) Format(style int) NumberFormat {
	if style < 0 || style >= len(b.formats) {
		return NumberFormat{}
	}
	return b.formatOf(style).First()
}

// FormatOf is what the number format of a cell says of its number: the section by which it
// is shown.
func (b *Book) FormatOf(v Value) NumberFormat {
	d, ok := notation.StoredNumber(v.Raw)
	if v.Kind != Number || !ok {
		return b.Format(v.Style)
	}
	return b.formatOf(v.Style).Of(d)
}

// Shown is what a cell shows, and whether a person reads from it what stands in the cell: the
// number within the decimals shown, the day's year, the text.
func (b *Book) Shown(v Value) (shown string, means bool) {
	f := b.formatOf(v.Style)
	switch v.Kind {
	case Text:
		if f.MeansText(v.Raw) {
			return v.Text, true
		}
		return notation.Clean(f.ShowText(v.Raw)), false
	case Number:
		d, ok := notation.StoredNumber(v.Raw)
		if !ok || f.Means(d, b.Workbook.Date1904) || f.MeansDay(d, b.Workbook.Date1904) {
			return v.Text, true
		}
		return notation.Clean(f.Show(d, b.Workbook.Date1904)), false
	}
	return v.Text, true
}

// showsNothing reports whether a number format shows nothing of a cell that holds something,
// but for a zero.
func (b *Book) showsNothing(f *notation.Format, v Value) bool {
	switch v.Kind {
	case Text:
		return f.HidesText()
	case Number:
		d, ok := notation.StoredNumber(v.Raw)
		return ok && !d.IsZero() && !f.IsPlain() && notation.Clean(f.Show(d, b.Workbook.Date1904)) == ""
	}
	return false
}

// misshows reports whether a number format shows a number that is not zero as something else than it is.
func (b *Book) misshows(f *notation.Format, v Value) bool {
	d, ok := notation.StoredNumber(v.Raw)
	return v.Kind == Number && ok && !d.IsZero() && !f.IsPlain() && !f.Means(d, b.Workbook.Date1904) && !f.MeansDay(d, b.Workbook.Date1904)
}

// formatOf is the format of a style.
func (b *Book) formatOf(style int) *notation.Format {
	if style >= 0 && style < len(b.formats) {
		if b.formats[style] == nil {
			b.formats[style] = b.readFormat(b.Styles.Code(style))
		}
		return b.formats[style]
	}
	if b.general == nil {
		b.general = notation.ParseFormat("")
	}
	return b.general
}

// readFormat reads a number format, once.
func (b *Book) readFormat(code string) *notation.Format {
	if b.codes[code] == nil {
		b.codes[code] = notation.ParseFormat(code)
	}
	return b.codes[code]
}
