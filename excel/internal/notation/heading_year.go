package notation

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// notLetter stands where a word of years begins.
const notLetter = `(?i)(^|[^\pL\pN])`

var (
	yearRange = regexp.MustCompile(notLetter + `(?:b|bo|bf|budget )?((?:19|20)\d\d) ?(?:[-–—/]|til|to|through) ?` +
		`(?:b|bo|bf)?((?:19|20)\d\d|\d\d)($|[^\pN./-])`)
	// yearShortRange is a range of years of two digits: behind a letter of budgets, or the only
	// thing that is said but for a word of sums ("Sum 26-29").
	yearShortRange = regexp.MustCompile(notLetter + `(?:bf|bo|b|budget )'?([2-5]\d) ?(?:[-–—/]|til|to|through) ?` +
		`(?:bf|bo|b)?'?([2-5]\d)($|[^\pN./-])`)
	yearBareRange = regexp.MustCompile(`(?i)^((?:(?:i alt|sum|total|samlet|alle år) )?)([2-5]\d) ?[-–—/] ?([2-5]\d)($)`)
	yearUntil     = regexp.MustCompile(notLetter + `(?:til og med|t\.? ?o\.? ?m\.?|indtil|til|until|through|up to|to)` +
		`(?: (?:ultimo|udgangen af|med|end of|the end of))* ?(?:31\.12\.)?((?:19|20)\d\d)`)
	yearSince = regexp.MustCompile(notLetter + `(?:fra og med|fra|f\.o\.m\.|from|as of|efter|after) ` +
		`(?:budget |år |primo )?((?:19|20)\d\d)|(?:^|[^\pL\pN])((?:19|20)\d\d) (?:og frem|ff\.?|og følgende år|onwards?)`)
	yearAhead = regexp.MustCompile(notLetter + `(?:budgetoverslagsår|overslagsår|budgetoverslag|overslag|bo|b ?\+|` +
		`estimate year) ?([1-9])($|[^\pN])`)
	yearActual = regexp.MustCompile(notLetter + `r((?:19|20)\d\d)($|[^\pN])`)
	yearBudget = regexp.MustCompile(notLetter + `(?:vedtaget budget|forslag til budget|budgetforslag|budgetoverslag|` +
		`overslagsåret|overslagsår|budgetåret|budgetår|overslag|budget|estimate year|budget year|estimate|bf|bo|b) ?` +
		`((?:19|20)\d\d)($|[^\pN])`)
	yearShort  = regexp.MustCompile(notLetter + `(?:bf|bo|b) ?'?([2-5]\d)($|[^\pN.,])`)
	fourDigits = regexp.MustCompile(`(?:19|20)\d\d`)
	yearOrder  = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:(?:år|year) ?[1-9]|[1-9]\. ?år|(?:1st|2nd|3rd|first|second) year)(?:$|[^\pL\pN])`)
)

// yearsIn takes the years off a piece of a heading. A single year stays as a word, so
// that a phrase can take it: "indarbejdet i 2025".
func yearsIn(text string) (years, string) {
	var y years
	s := strings.TrimSpace(text)
	if !strings.ContainsAny(s, "0123456789") {
		return y, s
	}
	if year, ok := dayYear(s); ok {
		return years{year: year}, ""
	}
	s = longRange(s)
	if m := yearRange.FindStringSubmatch(s); m != nil && endOf(m[2], m[3]) > YearOf(m[2]) {
		y.from, y.to = YearOf(m[2]), endOf(m[2], m[3])
		s = yearRange.ReplaceAllString(s, "$1 $4")
	}
	if m := yearUntil.FindStringSubmatch(s); m != nil {
		y.until, s = YearOf(m[2]), yearUntil.ReplaceAllString(s, "$1 ")
	}
	if m := yearSince.FindStringSubmatch(s); m != nil {
		y.since, s = YearOf(m[2]+m[3]), yearSince.ReplaceAllString(s, "$1 ")
	}
	if m := yearAhead.FindStringSubmatch(s); m != nil {
		y.year, y.ahead = YearOf(m[2]), true
		return y, yearAhead.ReplaceAllString(s, "$1 $3")
	}
	return y.single(s)
}

// longRange writes the years of a range of two digits with four.
func longRange(s string) string {
	for _, short := range []*regexp.Regexp{yearShortRange, yearBareRange} {
		if m := short.FindStringSubmatch(s); m != nil && m[2] < m[3] {
			return short.ReplaceAllString(s, "${1}20$2-20$3$4")
		}
	}
	return s
}

// single takes a single year off, or the first and last of several.
func (y years) single(s string) (years, string) {
	s = yearActual.ReplaceAllString(s, "$1 regnskab $2 $3")
	y.budget = yearBudget.MatchString(s) || yearShort.MatchString(s)
	s = yearBudget.ReplaceAllString(s, "$1 $2 $3")
	s = yearShort.ReplaceAllString(s, "$1 20$2 $3")
	var found []int
	for _, at := range fourDigits.FindAllStringIndex(s, maxYears) {
		if standsAlone(s, at) {
			found = append(found, YearOf(s[at[0]:at[1]]))
		}
	}
	switch {
	case len(found) == 1:
		y.year = found[0]
	case len(found) > 1 && y.from == 0:
		y.from, y.to = slices.Min(found), slices.Max(found)
		s = fourDigits.ReplaceAllString(s, " ")
	}
	return y, strings.TrimSpace(s)
}

// maxYears is how many years of a piece are looked at.
const maxYears = 20

// standsAlone reports whether neither a letter nor a digit touches a piece of a text.
func standsAlone(s string, at []int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at[0]])
	after, _ := utf8.DecodeRuneInString(s[at[1]:])
	return !isWordRune(before) && !isWordRune(after)
}

// endOf is the last year of a range, whose digits may be the last two alone.
func endOf(from, to string) int {
	if len(to) == 2 {
		to = from[:2] + to
	}
	return YearOf(to)
}

// dayYear is the year of a piece that is a day and nothing else.
func dayYear(s string) (int, bool) {
	if m := isoDay.FindStringSubmatch(strings.ToLower(s)); m != nil {
		return checkDay(m[3], m[2], m[1])
	}
	if m := numericDay.FindStringSubmatch(s); m != nil {
		return checkDay(m[1], m[2], m[3])
	}
	return 0, false
}
