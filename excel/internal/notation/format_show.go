package notation

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Format is a number format, by which cells are shown.
type Format struct {
	sections []*formatSection
	texts    *formatSection // of texts; nil where they are shown as they stand
	plain    bool           // whatever number it shows is shown as such
}

// ParseFormat takes a number format apart; every text is one.
func ParseFormat(code string) *Format {
	if strings.TrimSpace(code) == "" {
		code = "General"
	}
	f := &Format{sections: sectionsOf(code)}
	if last := len(f.sections) - 1; last == 3 || f.sections[last].has(pieceText) {
		f.texts = f.sections[last]
		f.sections = f.sections[:last]
	}
	if len(f.sections) == 0 { // @ alone: a number is shown as General
		f.sections = sectionsOf("General")
	}
	f.sections = f.sections[:min(3, len(f.sections))]
	f.plain = f.isPlain()
	return f
}

// First is what the section of positive numbers says of them.
func (f *Format) First() NumberFormat { return f.sections[0].said }

// Of is what the section that shows a number says of it. Of a negative number or zero it is
// what that of positive ones says of the unit, where it says nothing itself and divides alike.
func (f *Format) Of(d decimal.Decimal) NumberFormat {
	said, first := f.sectionOf(d).said, f.sections[0].said
	conditional := slices.ContainsFunc(f.sections, func(s *formatSection) bool { return s.when != nil })
	if !conditional && len(said.Units) == 0 && said.Moment == first.Moment && said.Scale == first.Scale {
		said.Units = first.Units
		said.Level = max(said.Level, first.Level)
	}
	return said
}

// sectionOf is the section that shows a number.
func (f *Format) sectionOf(d decimal.Decimal) *formatSection {
	s := f.sections
	if len(s) == 1 {
		return s[0]
	}
	if s[0].when == nil && s[1].when == nil {
		switch {
		case d.IsNegative():
			return s[1]
		case d.IsZero() && len(s) == 3:
			return s[2]
		}
		return s[0]
	}
	for _, section := range s[:2] {
		if section.when != nil && section.when.holds(d) || section.when == nil && section == s[0] && d.IsPositive() {
			return section
		}
	}
	if s[1].when == nil {
		return s[1]
	}
	return s[len(s)-1]
}

// signed reports whether a negative number gets its sign from the program, rather than from
// what the section writes.
func (f *Format) signed(s *formatSection) bool {
	switch {
	case len(f.sections) == 1:
		return s.when == nil || !s.when.negativeOnly()
	case s.when != nil:
		return !s.when.negativeOnly()
	case f.sections[0].when != nil:
		return s != f.sections[1] || !f.sections[0].when.holdsFromZero()
	}
	return s == f.sections[0]
}

// holdsFromZero reports whether the condition holds of all that is above zero: what is left
// is negative, or zero.
func (c *formatCondition) holdsFromZero() bool {
	return c.than.IsZero() && strings.HasPrefix(c.operator, ">")
}

// Show is a number as a cell shows it, in Danish notation.
func (f *Format) Show(d decimal.Decimal, date1904 bool) string {
	s := f.sectionOf(d)
	if s.said.Moment != NoMoment {
		return s.showMoment(d, date1904)
	}
	text := s.showNumber(d.Abs())
	if d.IsNegative() && f.signed(s) && strings.ContainsAny(text, "123456789") {
		text = "-" + text
	}
	return text
}

// ShowText is a text as a cell shows it.
func (f *Format) ShowText(text string) string {
	if f.texts == nil {
		return text
	}
	var b strings.Builder
	for _, p := range f.texts.pieces {
		switch p.kind {
		case pieceText, pieceGeneral:
			b.WriteString(text)
		case pieceLiteral, piecePoint, pieceSlash:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// digitsOf are the digits that a section shows of a number that is not negative, before and
// behind the point.
func (s *formatSection) digitsOf(d decimal.Decimal) (whole, fraction string) {
	n := s.number
	d = d.Shift(int32(2*n.percent) - s.said.Scale).Round(int32(n.decimals))
	whole, fraction, _ = strings.Cut(d.StringFixed(int32(n.decimals)), ".")
	return strings.TrimLeft(whole, "0"), fraction
}

// longest is how many digits a number has at most that is shown digit by digit.
const longest = 400

// showNumber is a number that is not negative as the section shows it.
func (s *formatSection) showNumber(d decimal.Decimal) string {
	if s.number.special || d.Exponent() > longest {
		return s.showSpecial(d)
	}
	whole, fraction := s.digitsOf(d)
	w := digitWriter{section: s, whole: whole, fraction: fraction, places: s.number.whole}
	for _, p := range s.pieces {
		switch p.kind {
		case pieceDigit:
			w.digit(p.text)
		case piecePoint:
			w.point()
		case pieceGeneral:
			w.WriteString(generalText(d))
		default:
			w.WriteString(p.text)
		}
	}
	return w.String()
}

// generalText is a number as General shows it: eleven digits at most.
func generalText(d decimal.Decimal) string {
	whole, _, _ := strings.Cut(d.String(), ".")
	return DanishNumber(d.Round(int32(max(0, 10-len(whole)))))
}

// showSpecial is a number with an exponent or as a fraction: its digits stand for either.
func (s *formatSection) showSpecial(d decimal.Decimal) string {
	var b strings.Builder
	shown := false
	for _, p := range s.pieces {
		switch p.kind {
		case pieceDigit, piecePoint, pieceExponent, pieceSlash:
			if !shown {
				shown = true
				b.WriteString(DanishNumber(d.Shift(int32(2 * s.number.percent))))
			}
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// digitWriter writes digits into the places of a section.
type digitWriter struct {
	strings.Builder
	section         *formatSection
	whole, fraction string
	places          int // before the point, that are left
	begun, behind   bool
}

// digit writes what stands in a place for a digit: of the first place, all that have none.
func (w *digitWriter) digit(place string) {
	if w.behind {
		w.fractionDigit(place)
		return
	}
	if !w.begun {
		for w.begun = true; len(w.whole) > w.places; {
			w.one(w.whole[:1], len(w.whole))
			w.whole = w.whole[1:]
		}
	}
	switch {
	case len(w.whole) == w.places && w.places > 0:
		w.one(w.whole[:1], w.places)
		w.whole = w.whole[1:]
	case place == "0":
		w.one("0", w.places)
	case place == "?":
		w.WriteString(" ")
	}
	w.places--
}

// one writes a digit before the point that has a number of them from it to the point, and
// the mark behind it that sets thousands apart.
func (w *digitWriter) one(digit string, left int) {
	w.WriteString(digit)
	if w.section.number.grouped && left > 1 && (left-1)%3 == 0 {
		w.WriteString(".")
	}
}

// point writes the decimal point, behind what has no place before it.
func (w *digitWriter) point() {
	if w.section.number.whole == 0 {
		w.WriteString(w.whole)
	}
	w.behind = true
	w.WriteString(",")
}

// fractionDigit writes the next digit behind the point; zeros at its end stand only in places
// that ask for them.
func (w *digitWriter) fractionDigit(place string) {
	if w.fraction == "" {
		return
	}
	digit, more := w.fraction[:1], strings.Trim(w.fraction, "0") != ""
	w.fraction = w.fraction[1:]
	switch {
	case more || place == "0":
		w.WriteString(digit)
	case place == "?":
		w.WriteString(" ")
	}
}
