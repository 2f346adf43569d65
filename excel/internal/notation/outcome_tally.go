package notation

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// tally is the numbers that a piece of a text tells an outcome by.
type tally struct {
	rest  string // the piece without them
	any   bool   // there are some
	doubt bool   // they say nothing, or of fewer than half
	dir   int    // which way they go: "fra 14 til 9 pct."
	most  bool   // they say for how many
}

const (
	numberText  = `(\d{1,7}(?:[.,]\d{1,3})?)`
	percentText = ` ?(?:%|pct\b\.?|procent(?:point)?\b|percent(?:age points?)?\b|per cent\b)`
	countText   = `(\d{1,6}|en|én|to|tre|fire|fem|seks|syv|otte|ni|ti|one|two|three|four|five|six|seven|eight|nine|ten)`
)

var (
	fromTo = regexp.MustCompile(`(?i)\b(?:fra|from) ` + numberText + `(?:` + percentText + `)?` +
		` (?:til|to) ` + numberText + `(?:` + percentText + `)?`)
	ofAll   = regexp.MustCompile(`(?i)\b` + countText + ` (?:ud |out )?(?:af|of) (?:de |the )?` + countText + `(?:[ .]|$)`)
	shareOf = regexp.MustCompile(`(?i)\b` + numberText + percentText + ` (?:af|of)\b`)
	byShare = regexp.MustCompile(`(?i)(?:\b(?:med|by) )?(?:\b(?:ca\.?|cirka|about) )?\b` + numberText + percentText)
)

// countWords are the numbers that are written as words.
var countWords = map[string]int{
	"en": 1, "én": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}

// tallyIn takes the figures of an outcome out of a piece: "faldet fra 14 til 9 pct.", "ni ud
// af ti", "80 pct. af", "faldet med 12 %". Any other number stays, and is not known.
func tallyIn(piece string) tally {
	f := tally{rest: piece}
	f.take(fromTo, func(m []string) {
		if budgetYear.MatchString(m[1]) || budgetYear.MatchString(m[2]) {
			f.rest = piece // years, which the words tell of
			return
		}
		if f.dir = numberOf(m[2]).Cmp(numberOf(m[1])); f.dir == 0 {
			f.doubt = true
		}
		f.any = true
	})
	f.take(ofAll, func(m []string) {
		f.any, f.most = true, true
		f.doubt = f.doubt || 2*countOf(m[1]) < countOf(m[2])
	})
	f.take(shareOf, func(m []string) {
		f.any, f.most = true, true
		f.doubt = f.doubt || numberOf(m[1]).LessThan(decimal.NewFromInt(50))
	})
	f.take(byShare, func(m []string) {
		f.any = true
		f.doubt = f.doubt || numberOf(m[1]).IsZero()
	})
	return f
}

// take removes what a pattern finds, and tells of each.
func (f *tally) take(pattern *regexp.Regexp, tell func([]string)) {
	found := pattern.FindAllStringSubmatch(f.rest, -1)
	if found == nil {
		return
	}
	f.rest = pattern.ReplaceAllString(f.rest, " ")
	for _, m := range found {
		tell(m)
	}
}

func numberOf(text string) decimal.Decimal {
	d, _ := decimal.NewFromString(strings.ReplaceAll(text, ",", ".")) // a number, by the pattern
	return d
}

func countOf(text string) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	return countWords[strings.ToLower(text)]
}

// apply holds the figures of a piece against what its words say.
func (c *claim) apply(f tally) {
	dir, _, _ := c.signs()
	c.doubt = c.doubt || f.doubt || f.dir != 0 && dir != f.dir
	if f.most {
		c.said = appendNew(c.said, "most")
	}
}
