package excel

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// column is a column of a table, as its heading tells.
type column struct {
	col     int
	role    role
	year    int  // of a year's amounts; while ahead, years after the budget year; 0 for every year
	ahead   bool // the year is relative: BO1
	at      sheetml.Ref
	heading string // as it stands, the group's before its own
	units   []Unit
	levels  []int
	group   string         // of a list: what joins the years of one line
	subject string         // of a saving's: what is saved; empty when the heading does not say
	payers  []budget.Payer // whose the heading says a saving is
	terms   savingTerms    // what else the heading says of a saving
	until   int            // the last year that the heading says funding is committed for
	taken   string         // the heading it is taken for, when it is misspelt or mapped
	mapped  bool           // the user's map says what it means
	void    bool           // another column claims the same, or its heading means two things; it is not used
}

// claim is what only one column of a table can be.
func (c *column) claim() string {
	if listKinds[c.role] != 0 {
		return fmt.Sprint(c.role, c.year, c.ahead, c.group)
	}
	return fmt.Sprint(c.role, c.year, c.ahead)
}

// isAmount reports whether the column holds amounts of lines.
func (c *column) isAmount() bool {
	return c.role == roleYear || c.role == roleAnnual || listKinds[c.role] != 0
}

var (
	absoluteYear = regexp.MustCompile(`^(?:budgetforslag|budgetoverslag|overslagsår|budgetår|overslag|budget|estimate|year|år|bf|bo|b)? ?(20\d\d)$`)
	relativeYear = regexp.MustCompile(`^(?:budgetoverslagsår|overslagsår|budgetoverslag|overslag|bo|b\+|estimate year) ?([1-9])$`)
)

// readHeading tells what a heading means; ok is false for one that means nothing
// to this program or the user's map.
func (b *headings) readHeading(text string) (column, bool) {
	c := column{heading: text, units: statedUnits(text), levels: findPriceLevels(text)}
	key := headingKey(text)
	if key == "" {
		return c, false
	}
	if meaning, ok := b.mapped[key]; ok {
		c.role, c.mapped, c.taken = meaning.role, true, text
		c.group, c.payers = key, meaning.payers
		if len(c.units) == 0 && meaning.unit != nil {
			c.units = []Unit{*meaning.unit}
		}
		c.subject = strings.TrimSpace(brackets.ReplaceAllString(clean(text), ""))
		return c, c.role != ""
	}
	if m := absoluteYear.FindStringSubmatch(key); m != nil {
		c.role = roleYear
		c.year, _ = strconv.Atoi(m[1])
		return c, true
	}
	if m := relativeYear.FindStringSubmatch(key); m != nil {
		c.role, c.ahead = roleYear, true
		c.year, _ = strconv.Atoi(m[1])
		return c, true
	}
	meaning, rest, ok := headingTable().findOpen(key)
	c.role = role(meaning)
	if listKinds[c.role] != 0 {
		c.group, c.payers = key, payersIn(text)
		c.terms, c.until = savingTermsIn(text), untilIn(text)
		if rest != "" {
			c.subject = strings.TrimSpace(brackets.ReplaceAllString(clean(text), ""))
		}
	}
	return c, ok
}

// headings reads headings with a map of the user's.
type headings struct {
	mapped map[string]mapping // by key
}

// mapping is what the user says a heading means.
type mapping struct {
	role   role
	payers []budget.Payer
	unit   *Unit
}

// payersIn lists whose a heading's words say a saving is, each once.
func payersIn(heading string) []budget.Payer {
	var found []budget.Payer
	for _, word := range strings.FieldsFunc(strings.ToLower(clean(heading)), func(r rune) bool { return !unicode.IsLetter(r) }) {
		meaning, ok := wordTables()["payer"].exact[strings.TrimSuffix(word, "s")]
		if !ok {
			meaning, ok = wordTables()["payer"].exact[word]
		}
		payer := payerValues[strings.TrimPrefix(meaning, "payer.")]
		if ok && payer != budget.Other && !slices.Contains(found, payer) {
			found = append(found, payer)
		}
	}
	return found
}

// savingTerms is what a heading says of its savings besides whose they are.
type savingTerms struct {
	way      budget.Reimbursement
	budgeted bool
	share    *decimal.Decimal
	doubtful bool // whose they are is said, and taken back or divided
}

var (
	grossWord    = regexp.MustCompile(`(?i)\bbrutto|\bgross\b|før (?:stats)?refusion|before reimbursement`)
	netWord      = regexp.MustCompile(`(?i)\bnetto|\bnet\b|efter (?:stats)?refusion|after reimbursement`)
	budgetedWord = regexp.MustCompile(`(?i)(?:allerede|er|already) (?:indregnet|indarbejdet|budgetteret|i budgettet|in the budget|budgeted)|indregnet i budgettet`)
	shareWord    = regexp.MustCompile(`(\d+(?:[.,]\d+)?) ?(?:%|pct|procent|per cent|percent)`)
	doubtWord    = regexp.MustCompile(`(?i)\b(?:ikke|delvis|delvist|dels|heraf|forventet|not|partly|expected)\b`)
	andWord      = regexp.MustCompile(`(?i)\b(?:og|samt|and)\b|[/,+&]`)
	untilWord    = regexp.MustCompile(`(?i)(?:til og med|t\.?o\.?m\.?|\btil|\buntil|\bthrough|\bto|[-–]) ?(?:ultimo |31\.12\.)?(20\d\d)\b`)
)

// savingTermsIn reads what a heading says of a saving in words.
func savingTermsIn(heading string) savingTerms {
	text := clean(heading)
	terms := savingTerms{budgeted: budgetedWord.MatchString(text)}
	switch gross, net := grossWord.MatchString(text), netWord.MatchString(text); {
	case gross && net:
		terms.doubtful = true
	case gross:
		terms.way = budget.Gross
	case net:
		terms.way = budget.Net
	}
	if shares := shareWord.FindAllStringSubmatch(text, -1); len(shares) == 1 {
		percent, _ := decimal.NewFromString(strings.Replace(shares[0][1], ",", ".", 1)) // digits, by the pattern
		terms.share = pointer(percent.Shift(-2))
	} else if len(shares) > 1 {
		terms.doubtful = true
	}
	if len(payersIn(text)) > 0 {
		outside := brackets.ReplaceAllString(text, " ")
		divided := len(payersIn(outside)) > 0 && andWord.MatchString(outside)
		terms.doubtful = terms.doubtful || divided || doubtWord.MatchString(text)
	}
	return terms
}

// into states the terms in a line.
func (s savingTerms) into(l *budget.Line, heading string, at budget.Origin) {
	if s.way != 0 {
		l.Reimbursement = budget.Field[budget.Reimbursement]{State: budget.Given, Value: s.way, Text: heading, Origin: at}
	}
	if s.budgeted {
		l.Budgeted = budget.Field[bool]{State: budget.Given, Value: true, Text: heading, Origin: at}
	}
	if s.share != nil {
		l.Share = budget.Field[decimal.Decimal]{State: budget.Given, Value: *s.share, Text: heading, Origin: at}
	}
}

// untilIn is the last year that a heading says funding is committed for; 0 for none.
func untilIn(heading string) int {
	m := untilWord.FindStringSubmatch(priceLevelPattern.ReplaceAllString(clean(heading), " "))
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1]) // four digits
	return year
}

// nameStarts are the words that a heading of projects' names begins with.
var nameStarts = sync.OnceValue(func() map[string]bool {
	starts := map[string]bool{}
	for _, text := range headingTable().listed[string(roleName)] {
		starts[firstWord(headingKey(text))] = true
	}
	return starts
})

// isNameHeading reports whether a text is the heading of projects' names. Every
// table has one, so a row without it need not be looked at any more.
func (b *headings) isNameHeading(text string) bool {
	if len(text) > 200 || len(b.mapped) == 0 && !nameStarts()[firstWord(text)] {
		return false
	}
	c, ok := b.readHeading(text)
	return ok && c.role == roleName
}

// firstWord is the first run of letters of a text, in lower case.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	for i, r := range text {
		if !unicode.IsLetter(r) {
			return strings.ToLower(text[:i])
		}
	}
	return strings.ToLower(text)
}
