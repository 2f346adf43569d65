package notation

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
)

// Typed is an amount, a count or a share as people type it.
type Typed struct {
	Danish, English decimal.Decimal // the number in each notation
	IsDanish        bool            // the text is a number in that notation
	IsEnglish       bool
	Unit            Unit
	HasUnit         bool
	Level           int  // price level; 0 when the text states none
	Percent         bool // followed by %
	About           bool // preceded by "ca."
	Dash            bool // nothing but a dash
	Unquantified    bool // words that say nobody has worked it out
}

// ParseTyped reads a typed number with what may stand around it: a sign, kr., a
// size (mio., t.kr.), a footnote star, "om året". It fails on anything else.
func ParseTyped(text string) (Typed, bool) {
	s := Clean(text)
	switch {
	case dashes.MatchString(s):
		return Typed{Dash: true}, true
	case unquantified.MatchString(s):
		return Typed{Unquantified: true}, true
	}
	var t Typed
	s = fractions.Replace(s)
	s, negative, inKroner, ok := t.front(footnote.ReplaceAllString(s, ""))
	if !ok {
		return Typed{}, false
	}
	number, s, ok := cutFigures(s)
	if !ok {
		return Typed{}, false
	}
	if yearDigits.MatchString(number) && inThousands.MatchString(strings.TrimLeft(s, " ")) {
		return Typed{}, false // a year's heading: "2026 (1.000 kr.)"
	}
	if rest, found := trailingMinus(s); found {
		if negative {
			return Typed{}, false
		}
		negative, s = true, rest
	}
	t.Danish, t.IsDanish = parseFigures(number, ".", ",")
	t.English, t.IsEnglish = parseFigures(number, ",", ".")
	if negative {
		t.Danish, t.English = t.Danish.Neg(), t.English.Neg()
	}
	understood := t.tail(s)
	t.HasUnit = t.HasUnit || inKroner // after the tail, where "kr. 5 mio." is of one unit
	return t, understood && (t.IsDanish || t.IsEnglish)
}

// Ambiguous tells that the two notations give two different numbers.
func (t Typed) Ambiguous() bool { return t.IsDanish && t.IsEnglish && !t.Danish.Equal(t.English) }

// Settles is the notation that the text can only be written in.
func (t Typed) Settles() Notation {
	switch {
	case t.IsDanish && !t.IsEnglish:
		return DanishNotation
	case t.IsEnglish && !t.IsDanish:
		return EnglishNotation
	}
	return eitherNotation
}

// In is the number in a notation; ok is false when it is not one in that
// notation, or when the notation matters and is not settled.
func (t Typed) In(n Notation) (decimal.Decimal, bool) {
	switch {
	case t.Dash:
		return decimal.Zero, true
	case t.IsDanish && (!t.IsEnglish || n == DanishNotation || t.Danish.Equal(t.English)):
		return t.Danish, true
	case t.IsEnglish && (!t.IsDanish || n == EnglishNotation):
		return t.English, true
	}
	return decimal.Zero, false
}

// fractions are the signs of parts of one, as decimals behind a whole number: "1¼ mio. kr.".
var fractions = strings.NewReplacer("¼", ",25", "½", ",5", "¾", ",75")

var (
	dashes       = regexp.MustCompile(`^[-–—−]+$`)
	footnote     = regexp.MustCompile(`(?: ?\*+| ?[¹²³⁴⁵⁶⁷⁸⁹]+| \d\))$`)
	bracketed    = regexp.MustCompile(`^\((.*)\)$`)
	figures      = regexp.MustCompile(`^(?:[0-9][0-9., ']*|[.,][0-9]+)`)
	leadingKrone = regexp.MustCompile(`(?i)^(?:kr\.?|dkk) ?`)
	leadingYear  = regexp.MustCompile(`(?i)^(?:årligt?|pr\.? år|yearly|annually) `)
	leadingAbout = regexp.MustCompile(`(?i)^(?:ca\.?|cirka|omkring|about|approx\.?) `)
	sizeWord     = regexp.MustCompile(`(?i)^(?:` +
		`(milliard(?:er)?|mia\.?d?\.?|billions?)|` +
		`(million(?:er|s)?|milion(?:er)?|mio\.?|mill?\.?|mkr\b\.?|m\. ?kr)|` +
		`(t\.? ?kr\.?|tkr\.?|tdkk|tusind(?:e)?))`)
	// inThousands is that unit written with a figure behind an amount: "1.250 (1.000 kr.)".
	inThousands = regexp.MustCompile(`(?i)^(?:i |\()?1[.,]?000 ?(?:kr|dkk)\.?\)?`)
	kroneWord   = regexp.MustCompile(`(?i)^(?:kroner|kr\.?|dkk)`)
	yearlyWord  = regexp.MustCompile(`(?i)^(?:årligt?|om året|pr\.? år|p\.?a\.?|/ ?år|` +
		`a year|per year|yearly|annually)`)
	levelWord    = regexp.MustCompile(`(?i)^\(?(?:i )?(20\d\d)[ -]?(?:p/?l|priser|prices)\)?`)
	unquantified = regexp.MustCompile(`(?i)^(?:ikke|ej|not|endnu ikke|not yet) (?:opgjort|beregnet|quantified)\.?$`)
)

// maxDigits is how many digits a typed number has at most: far more than any amount, and
// few enough that none costs time.
const maxDigits = 30

// front reads what stands before the figures: "ca.", kr. and one sign; brackets around
// all of it are one too.
func (t *Typed) front(s string) (rest string, negative, inKroner, ok bool) {
	if inner := bracketed.FindStringSubmatch(s); inner != nil {
		negative, s = true, strings.TrimSpace(inner[1])
	}
	if at := leadingAbout.FindString(s); at != "" {
		t.About, s = true, s[len(at):]
	}
	s = s[len(leadingYear.FindString(s)):]
	s, inKroner = cutKrone(s)
	if sign, after, signed := cutSign(s); signed {
		if negative {
			return s, negative, inKroner, false
		}
		negative, s = sign == '-', after
	}
	if !inKroner {
		s, inKroner = cutKrone(s)
	}
	return s, negative, inKroner, true
}

// cutFigures takes the figures off the front. A comma at their end is understood where
// dashes stand for the øre: "1.250,-".
func cutFigures(s string) (number, rest string, ok bool) {
	number = figures.FindString(s)
	if number == "" || len(number) > maxDigits+12 {
		return "", s, false
	}
	s = s[len(number):]
	number = strings.TrimRight(number, " ")
	whole, comma := strings.CutSuffix(number, ",")
	if !comma {
		return number, s, true
	}
	rest = strings.TrimLeft(s, "-–—−")
	return whole + ",0", rest, len(rest) < len(s)
}

// cutKrone takes "kr." off the front.
func cutKrone(s string) (rest string, found bool) {
	at := leadingKrone.FindString(s)
	return s[len(at):], at != ""
}

// cutSign takes a sign off the front.
func cutSign(s string) (sign byte, rest string, ok bool) {
	for _, minus := range []string{"-", "−", "–", "—"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			return '-', strings.TrimLeft(rest, " "), true
		}
	}
	if rest, ok := strings.CutPrefix(s, "+"); ok {
		return '+', strings.TrimLeft(rest, " "), true
	}
	return 0, s, false
}

// trailingMinus takes a minus behind the figures off, where nothing follows it.
func trailingMinus(s string) (string, bool) {
	for _, minus := range []string{"-", "−", "–"} {
		if strings.TrimSpace(s) == minus {
			return "", true
		}
	}
	return s, false
}

// tail reads what stands behind the figures; it fails when some of it is not
// understood.
func (t *Typed) tail(s string) bool {
	for {
		s = strings.TrimLeft(s, " ")
		if s == "" || s == "." {
			return true
		}
		var used int
		switch {
		case s[0] == '%':
			t.Percent, used = true, 1
		case !t.HasUnit && sizeWord.MatchString(s):
			at := sizeWord.FindStringSubmatchIndex(s)
			t.Unit, used = sizeOf(at), at[1]
			t.HasUnit = true
			used += kroneAfter(s[used:])
		case !t.HasUnit && inThousands.MatchString(s):
			t.Unit, t.HasUnit, used = 3, true, len(inThousands.FindString(s))
		case !t.HasUnit && kroneWord.MatchString(s):
			t.HasUnit, used = true, len(kroneWord.FindString(s))
		case yearlyWord.MatchString(s):
			used = len(yearlyWord.FindString(s))
		case t.Level == 0 && levelWord.MatchString(s):
			at := levelWord.FindStringSubmatchIndex(s)
			t.Level, used = YearOf(s[at[2]:at[3]]), at[1]
		default:
			return false
		}
		if s = s[used:]; s != "" && s[0] != ' ' && s[0] != '(' && s[0] != '.' && s[0] != '/' {
			return false
		}
	}
}

// sizeOf is the unit of a word that sizeWord matched at the given indexes.
func sizeOf(at []int) Unit {
	switch {
	case at[2] >= 0:
		return 9
	case at[4] >= 0:
		return 6
	}
	return 3
}

// parseFigures reads figures in a notation: groups of three after the thousands
// mark, or blanks or apostrophes for it, and at most one decimal mark.
func parseFigures(s, thousands, point string) (decimal.Decimal, bool) {
	whole, fraction, hasFraction := strings.Cut(s, point)
	if hasFraction && (fraction == "" || !allDigits(fraction)) {
		return decimal.Zero, false
	}
	for _, mark := range []string{thousands, " ", "'"} {
		if !strings.Contains(whole, mark) {
			continue
		}
		groups := strings.Split(whole, mark)
		if len(groups[0]) == 0 || len(groups[0]) > 3 || groups[0][0] == '0' {
			return decimal.Zero, false
		}
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return decimal.Zero, false
			}
		}
		whole = strings.Join(groups, "")
		break
	}
	if whole == "" && hasFraction {
		whole = "0"
	}
	if !allDigits(whole) || len(whole)+len(fraction) > maxDigits {
		return decimal.Zero, false
	}
	if hasFraction {
		whole += "." + fraction
	}
	d, err := decimal.NewFromString(whole)
	return d, err == nil
}

// allDigits reports whether a text is one or more digits, 0 to 9.
func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
