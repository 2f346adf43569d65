package notation

import (
	"regexp"
	"strings"
	"unicode"
)

// Brackets are what stands in brackets, round or square, with them.
var Brackets = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)

// HeadingKey is a heading as it is compared: lower case, without units, price
// levels, brackets, footnote marks and punctuation.
func HeadingKey(heading string) string {
	s := Clean(heading)
	if strings.ContainsAny(s, "([") {
		s = Brackets.ReplaceAllString(s, " ")
	}
	if strings.Contains(s, "20") {
		s = PriceLevelPattern.ReplaceAllString(s, " ")
	}
	s = withoutUnits(s)
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/'
	}), " ")
}

// withoutUnits takes the units off a heading: "Årlig udgift i mio. kr.".
func withoutUnits(s string) string {
	for mayHoldUnit(s) {
		at := unitPattern.FindStringSubmatchIndex(s)
		if at == nil {
			return s
		}
		start, end := at[0], at[1]
		for i := 2; i < len(at); i += 2 {
			if at[i] >= 0 {
				start, end = at[i], at[i+1]
			}
		}
		end += kroneAfter(s[end:])
		before := strings.TrimRight(s[:start], " ")
		before = strings.TrimSuffix(strings.TrimSuffix(before, " i"), " in")
		s = before + " " + s[end:]
	}
	return s
}

// WordKey is a word of a cell as it is compared: lower case, without punctuation
// at its ends.
func WordKey(word string) string {
	return strings.Trim(strings.ToLower(Clean(word)), " .,;:!*")
}
