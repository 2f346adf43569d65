package notation

import (
	"regexp"
	"slices"
	"strconv"
)

// PriceLevelPattern is a price level: the year before or after p/l, pl, prisniveau, priser, prices.
var PriceLevelPattern = regexp.MustCompile(`(?i)(?:` +
	`(?:(20\d\d) ?[-–]? ?(?:og|eller|and|/|,) ?)?(20\d\d) ?[-–]? ?` +
	`(?:p/?l\b|pris- og løn|prisniveau|priser\b|prices\b|price level)|` +
	`(?:p/?l|pl-niveau|prisniveau|pris- og lønniveau|priser|prices|price level)\.?:? ?` +
	`(?:i |in |er |år |of )?(20\d\d)|` +
	`(?:^|[^\d.,])'?([23]\d) ?[-–] ?(?:p/?l\b|priser\b|prices\b))`)

// endsSpan is what stands before a year that ends a span of years.
var endsSpan = regexp.MustCompile(`\d ?[-–] ?$`)

// FindPriceLevels lists the years whose prices a text says its amounts are in,
// each once.
func FindPriceLevels(text string) []int {
	var years []int
	text = Clean(text)
	for _, at := range PriceLevelPattern.FindAllStringSubmatchIndex(text, -1) {
		for group := 2; group < len(at); group += 2 {
			if at[group] < 0 || group == 2 && endsSpan.MatchString(text[:at[2]]) {
				continue // "2026-2029, 2026-p/l"
			}
			digits := text[at[group]:at[group+1]]
			year, err := strconv.Atoi(digits)
			if len(digits) == 2 {
				year += 2000 // "26-pl"
			}
			if err == nil && !slices.Contains(years, year) {
				years = append(years, year)
			}
		}
	}
	return years
}

// ratePattern is the year of the rates that amounts are calculated with: "2020-takst", "lønniveau 2019".
var ratePattern = regexp.MustCompile(`(?i)(20\d\d) ?[-–]? ?(?:takst|sats|løn(?:ninger|niveau|trin|tal)?\b|overenskomst|rates?\b|wages?\b|salaries)|` +
	`(?:takst|lønsats|lønniveau|løntrin|lønninger|overenskomst|satser|rates|wages|salaries)(?:er|erne|en|et|ne|s)? ?(?:fra|i|for|pr\.?|efter|år|from|of|in)? ?(20\d\d)`)

// FindRateYears lists the years whose rates a text says that amounts are calculated with.
func FindRateYears(text string) []int {
	var years []int
	for _, match := range ratePattern.FindAllStringSubmatch(Clean(text), -1) {
		for _, digits := range match[1:] {
			if year, err := strconv.Atoi(digits); err == nil && !slices.Contains(years, year) {
				years = append(years, year)
			}
		}
	}
	return years
}
