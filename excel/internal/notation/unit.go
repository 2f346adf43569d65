package notation

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Unit is the unit amounts are stated in, as a power of ten of a krone: 0 for
// kr., 3 for 1.000 kr., 6 for mio. kr., 9 for mia. kr. There are no others.
type Unit int32

// In is a number of units in kroner.
func (u Unit) In(d decimal.Decimal) decimal.Decimal { return d.Shift(int32(u)) }

// String is the unit as it is written in Danish: "mio. kr.".
func (u Unit) String() string {
	switch u {
	case 0:
		return "kr."
	case 3:
		return "1.000 kr."
	case 6:
		return "mio. kr."
	case 9:
		return "mia. kr."
	}
	return "10^" + strconv.Itoa(int(u)) + " kr."
}

// ParseUnit reads a unit as a user names it: kr, tkr, mio, mia, and what else a heading
// may say ("1.000 kr."). It is false for a text that names none, or several.
func ParseUnit(text string) (Unit, bool) {
	switch strings.ToLower(strings.Trim(strings.TrimSpace(text), ".")) {
	case "1000", "1.000", "t":
		return 3, true
	case "mill", "million":
		return 6, true
	}
	if found := FindUnits(text); len(found) == 1 {
		return found[0], true
	}
	return 0, false
}

// unitPattern is a unit in a text: a word of size with or without kr., a size written in
// figures before kr., or kr. alone.
var unitPattern = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(?:` +
	`(?P<mia>mia\.?d?\.?|milliard(?:er)?|billions?|bn)|` +
	`(?P<mio>(?:dkk|kr\.?) (?:mio\.?|millions?|1[. ,]?000[. ,]?000)|mio\.?|mill?\.|million(?:er|s)?|mn|1[. ,]?000[. ,]?000(?: *(?:kr|dkk))|in? (?:kr|dkk)\.? *1[. ,]?000[. ,]?000)|` +
	`(?P<tkr>(?:dkk|kr\.?) (?:thousands?|tusinde?|1[. ,]?000)|t\.? ?kr|tkr|tdkk|tusinde?(?:r)?|thousands?|1[. ,]?000(?: *(?:kr|dkk))|in? (?:kr|dkk)\.? *1[. ,]?000)|` +
	`(?P<kr>kr|kroner|dkk)` +
	`)(?:$|[^\pL\pN])`)

// FindUnits lists the units that a text states, each once.
func FindUnits(text string) []Unit {
	var found []Unit
	rest := Clean(text)
	for mayHoldUnit(rest) {
		at := unitPattern.FindStringSubmatchIndex(rest)
		if at == nil {
			return found
		}
		u, end := Unit(0), at[1]
		switch {
		case at[2] >= 0:
			u, end = 9, at[3]
		case at[4] >= 0:
			u, end = 6, at[5]
		case at[6] >= 0:
			u, end = 3, at[7]
		case at[8] >= 0:
			end = at[9]
			if sizeWord.MatchString(strings.TrimLeft(rest[end:], ". ")) { // "DKK million" is one unit
				rest = rest[end:]
				continue
			}
		}
		// "mio. kr." is one unit: a kr. that follows a size belongs to it.
		if u > 0 {
			end += kroneAfter(rest[end:])
		}
		if !slices.Contains(found, u) {
			found = append(found, u)
		}
		rest = rest[end:]
	}
	return found
}

// mayHoldUnit rules out, at little cost, most texts without a unit.
func mayHoldUnit(text string) bool {
	lower := strings.ToLower(text)
	for _, part := range []string{"kr", "dkk", "mi", "tus", "thou", "bn", "mn", "bil"} {
		if strings.Contains(lower, part) {
			return true
		}
	}
	return false
}

// kronePattern is the kr. that may follow a size: "mio. kr.", "millioner danske kroner".
var kronePattern = regexp.MustCompile(`(?i)^\.? *(?:danske )?(?:kroner|kr\.?|dkk)`)

// kroneAfter is the length of the kr. that a text begins with; 0 when it does not.
func kroneAfter(text string) int {
	if at := kronePattern.FindStringIndex(text); at != nil {
		return at[1]
	}
	return 0
}

// ofAmount is a size of one amount, and not the unit of all: "250.000 kr." in a text.
var ofAmount = regexp.MustCompile(`(?i)\d[\d. ]*(?:,\d+)? ?(?:mio\.?|mia\.?|kr\b)`)

// ofEach is an amount behind the currency that is of something each: "kr. 1.000 pr. borger". Amounts
// that are stated in it are of each year: "Amounts in DKK 1,000 per year".
var ofEach = regexp.MustCompile(`(?i)(?P<in>\b(?:i|in|beløb|beløbene|tal|tallene|amounts|figures):? )?` +
	`\b(?:kr|dkk)\.? ?1[. ,]?000 (?:pr\b\.?|per\b|om\b|hver\b|hvert\b|each\b|a\b)(?P<year> ?(?:år|året|budgetår|year|annum)\b)?`)

// withoutEach is a text without the amounts that are of something each.
func withoutEach(text string) string {
	return ofEach.ReplaceAllStringFunc(text, func(amount string) string {
		if m := ofEach.FindStringSubmatch(amount); m[1] != "" && m[2] != "" {
			return amount
		}
		return " "
	})
}

// StatedUnits lists the units that a caption or a heading states for amounts. A figure
// with kr. is an amount of its own, but for those that are units: 1.000 kr.
func StatedUnits(text string) []Unit {
	return FindUnits(ofAmount.ReplaceAllStringFunc(withoutEach(Clean(text)), func(amount string) string {
		digits := strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, amount)
		if yearDigits.MatchString(digits) || digits == "1" || digits == "1000" || digits == "1000000" {
			return amount
		}
		return " "
	}))
}

// yearDigits are the digits of a year, which are no amount.
var yearDigits = regexp.MustCompile(`^20\d\d$`)
