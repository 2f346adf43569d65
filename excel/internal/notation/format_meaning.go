package notation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// What a cell shows means its number when a person who reads it would write down that number,
// rounded to the decimals shown: its digits, its sign and nothing that makes another number
// of it. What stands around it may name a unit, a currency, a price level.

// isPlain reports whether the format shows every number as such: one section with places for
// digits next to each other, and nothing around them that is a digit, a sign or a bracket.
func (f *Format) isPlain() bool {
	s := f.sections[0]
	return len(f.sections) == 1 && s.when == nil && s.said.Moment == NoMoment && s.number.shown() &&
		!s.number.special && !s.isDivided() && !denied.MatchString(s.literal) && !strings.Contains(s.literal, "%") &&
		!slices.ContainsFunc(s.pieces, func(p piece) bool {
			return p.kind == pieceLiteral && p.text != "%" && strings.ContainsFunc(p.text, isTelling)
		})
}

// isTelling reports whether a character can make another number of one that it stands by.
func isTelling(r rune) bool {
	return r >= '0' && r <= '9' || strings.ContainsRune("-–—−()+.,'%/", r) && r != '.'
}

// isDivided reports whether text stands between the places for digits, or right beside them
// in a way that reads as a part of the number.
func (s *formatSection) isDivided() bool {
	state := 0 // 1 among the places, 2 behind them
	for i, p := range s.pieces {
		place := p.kind == pieceDigit || p.kind == piecePoint || p.kind == pieceGeneral
		switch {
		case place && state == 2:
			return true
		case place:
			state = 1
		case p.kind == pieceLiteral && state == 1:
			state = 2
			if strings.HasPrefix(p.text, ".") {
				return true
			}
		}
		if p.kind == pieceLiteral && strings.HasSuffix(p.text, ".") && i+1 < len(s.pieces) && s.pieces[i+1].kind == pieceDigit {
			return !strings.HasSuffix(strings.ToLower(p.text), "kr.")
		}
	}
	return false
}

// Means reports whether what a cell shows of a number means that number.
func (f *Format) Means(d decimal.Decimal, date1904 bool) bool {
	if f.plain {
		return true
	}
	s := f.sectionOf(d)
	if s.said.Moment != NoMoment {
		return false
	}
	if s.number.special {
		return !strings.ContainsFunc(s.literal, isTelling)
	}
	read := s.expected(d)
	shown := seen{text: f.Show(d, date1904)}
	if text := strings.TrimSpace(shown.text); text == "" || read.IsZero() && isNothing(text) {
		return true // that nothing is seen is told otherwise
	}
	if s.number.shown() {
		shown.text = f.masked(s, d)
	}
	number, negative, ok := shown.number()
	if !ok || !number.Equal(read.Abs()) {
		return false
	}
	if s.red && s != f.sections[0] && d.IsNegative() {
		negative = true
	}
	if denied.MatchString(s.literal) && !minusWord.MatchString(s.literal) {
		return false
	}
	perCent := s.number.percent == 0 && strings.Contains(s.literal, "%")
	return (read.IsZero() || negative == d.IsNegative()) &&
		!(perCent && d.Abs().LessThanOrEqual(decimal.New(1, 0)) && !d.IsZero())
}

// expected is the number as it is to be seen: divided by what the commas say, as per cent,
// rounded to the decimals that the section has.
func (s *formatSection) expected(d decimal.Decimal) decimal.Decimal {
	n := s.number
	d = d.Shift(int32(2*n.percent) - s.said.Scale)
	if n.whole+n.decimals == 0 {
		return d
	}
	return d.Round(int32(n.decimals))
}

// MeansDay reports whether what a cell shows as a day means the day behind the number: text
// among it gives no other year.
func (f *Format) MeansDay(d decimal.Decimal, date1904 bool) bool {
	s := f.sectionOf(d)
	if s.said.Moment != Day || !strings.ContainsFunc(s.literal, func(r rune) bool { return r >= '0' && r <= '9' }) {
		return s.said.Moment == Day
	}
	year := SerialDate(int(min(d.IntPart(), lastSerial.IntPart())), date1904).Year()
	years := yearsShown.FindAllString(f.Show(d, date1904), -1)
	return len(years) > 0 && !slices.ContainsFunc(years, func(y string) bool { return YearOf(y) != year })
}

// MeansText reports whether what a cell shows of a text means that text: the text itself,
// with nothing around it that says more than a unit does.
func (f *Format) MeansText(text string) bool {
	if f.texts == nil {
		return true
	}
	shown, own := Clean(f.ShowText(text)), Clean(text)
	if shown == own || shown == "" {
		return true
	}
	before, after, found := strings.Cut(shown, own)
	label := strings.HasSuffix(strings.TrimSpace(before), ":")
	around := decoration.ReplaceAllString(before+" "+after, "")
	return found && own != "" && (label && !strings.ContainsFunc(after, isWordly) || !strings.ContainsFunc(around, isWordly))
}

// isWordly reports whether a character belongs to a word or a number.
func isWordly(r rune) bool { return r >= '0' && r <= '9' || keepLetter(r) >= 0 }

// isNothing reports whether a text says that there is nothing: a dash, or a word for zero.
func isNothing(text string) bool {
	return nothing.MatchString(decoration.ReplaceAllString(text, ""))
}

var (
	yearsShown = regexp.MustCompile(`(?:19|20)\d\d`)
	nothing    = regexp.MustCompile(`(?i)^[ .,]*(?:[-–—−]*|nul|ingen(?: udgift| besparelse| beløb)?|0)[ .,-]*$`)
	// decoration is what may stand by a number and says nothing of how large it is.
	decoration = regexp.MustCompile(`(?i)(?:mia|mio|mill|milliarder|millioner|tusinde?|tkr|tdkk|kroner|kr|dkk)\b\.?|[€£$¥]`)
	// reference is what has digits and is no number of its own, in text that a format adds: a
	// price level, a size, a note's number, a word with a digit in it.
	reference = regexp.MustCompile(`(?i)(?:20\d\d[ -]?(?:p/?l|priser|prices)|` +
		`1[. ]?000(?:[. ]?000)? ?(?:kr|dkk)\.?|(?:note|fodnote) ?\d{1,2}|\*+\d?|\(?\d\)|[¹²³⁴⁵⁶⁷⁸⁹]|\pL+\d+)`)
	// denied is text that takes a number back.
	denied        = regexp.MustCompile(`(?i)\b(?:minus|ikke|ej|not)\b`)
	minusWord     = regexp.MustCompile(`(?i)\bminus\b`)
	yearReference = regexp.MustCompile(`(?i)(?:^|[^\d.,])20\d\d(?:$|[^\d.,])`)
	// figuresSeen is a number as it stands in a text.
	figuresSeen = regexp.MustCompile(`\d+(?:[.,' ]?\d+)*|[.,]\d+`)
)

// masked is what the section shows of a number, without what has digits in its text and is no
// number of its own. Text that begins or ends with a digit next to the number stays.
func (f *Format) masked(s *formatSection, d decimal.Decimal) string {
	bare := *s
	bare.pieces = slices.Clone(s.pieces)
	isYear := d.IsInteger() && PlausibleYear(int(d.IntPart()))
	for i := range bare.pieces {
		p := &bare.pieces[i]
		if p.kind != pieceLiteral || touches(s.pieces, i) {
			continue
		}
		p.text = reference.ReplaceAllString(p.text, "¤")
		if !isYear {
			p.text = yearReference.ReplaceAllString(p.text, "¤")
		}
	}
	text := bare.showNumber(d.Abs())
	if d.IsNegative() && f.signed(s) {
		text = "-" + text
	}
	return text
}

// touches reports whether a text stands with a digit next to a place for digits.
func touches(pieces []piece, at int) bool {
	text := pieces[at].text
	if text == "" {
		return false
	}
	isPlace := func(i int) bool {
		return i >= 0 && i < len(pieces) && slices.Contains([]pieceKind{pieceDigit, piecePoint, pieceGeneral}, pieces[i].kind)
	}
	isDigit := func(b byte) bool { return b >= '0' && b <= '9' }
	return isPlace(at-1) && isDigit(text[0]) || isPlace(at+1) && isDigit(text[len(text)-1])
}

// seen is what a cell shows, as a person reads it.
type seen struct{ text string }

// number is the one number that is seen, and whether it is seen as negative; false where
// there is none, or several.
func (s seen) number() (number decimal.Decimal, negative, ok bool) {
	text := Clean(s.text)
	at := figuresSeen.FindAllStringIndex(text, -1)
	if len(at) != 1 {
		return number, false, false
	}
	number, ok = parseFigures(text[at[0][0]:at[0][1]], ".", ",")
	negative, settled := signAround(text[:at[0][0]], text[at[0][1]:])
	return number, negative, ok && settled
}

// signAround is the sign that stands before or behind a number: a minus, brackets around it.
func signAround(before, after string) (negative, settled bool) {
	before, after = decoration.ReplaceAllString(before, ""), decoration.ReplaceAllString(after, "")
	behind := strings.TrimSpace(after)
	if open, shut := strings.HasSuffix(strings.TrimRight(before, " -"), "("), strings.HasPrefix(behind, ")"); open && shut {
		return true, true
	}
	if isDash(behind) {
		return true, true
	}
	adjacent := strings.TrimRight(before, " .")
	front := strings.TrimRight(adjacent, "-–—−")
	switch dashes := len([]rune(adjacent)) - len([]rune(front)); {
	case strings.HasSuffix(strings.ToLower(strings.TrimSpace(front)), "minus"):
		return true, dashes == 0
	case dashes == 0:
		return leadingMinus.MatchString(before), true
	case dashes > 1:
		return false, false
	}
	joins := strings.HasSuffix(front, " ") && strings.ContainsFunc(front, isWordly) && adjacent != before
	return !joins, true
}

// leadingMinus is a sign that stands apart from its number, as in accounts: "- kr. 12".
var leadingMinus = regexp.MustCompile(`^ *[-–—−]`)

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" || s == "−" }

// IsPlain reports whether the format shows every number as such, whichever it is.
func (f *Format) IsPlain() bool { return f.plain }

// HidesText reports whether the format shows nothing of any text.
func (f *Format) HidesText() bool { return f.texts != nil && Clean(f.ShowText("x")) == "" }
