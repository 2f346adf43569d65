package layout

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
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
)

// Column is a column of a table, as its heading tells.
type Column struct {
	Col     int
	Role    notation.Role
	Year    int  // of a year's amounts; while ahead, years after the budget year; 0 for every year
	Ahead   bool // the year is relative: BO1
	At      sheetml.Ref
	Heading string // as it stands, the group's before its own
	Units   []notation.Unit
	Levels  []int
	Group   string         // of a list: what joins the years of one line
	Subject string         // of a saving's: what is saved; empty when the heading does not say
	Payers  []budget.Payer // whose the heading says a saving is
	Terms   savingTerms    // what else the heading says of a saving
	Until   int            // the last year that the heading says funding is committed for
	Taken   string         // the heading it is taken for, when it is misspelt or mapped
	Mapped  bool           // the user's map says what it means
	Void    bool           // another column claims the same, or its heading means two things; it is not used
}

// Claim is what only one column of a table can be.
func (c *Column) Claim() string {
	if notation.ListKinds[c.Role] != 0 {
		return fmt.Sprint(c.Role, c.Year, c.Ahead, c.Group)
	}
	return fmt.Sprint(c.Role, c.Year, c.Ahead)
}

// IsAmount reports whether the column holds amounts of lines.
func (c *Column) IsAmount() bool {
	return c.Role == notation.RoleYear || c.Role == notation.RoleAnnual || notation.ListKinds[c.Role] != 0
}

var (
	absoluteYear = regexp.MustCompile(`^(?:budgetforslag|budgetoverslag|overslagsår|budgetår|overslag|budget|estimate|year|år|bf|bo|b)? ?(20\d\d)$`)
	relativeYear = regexp.MustCompile(`^(?:budgetoverslagsår|overslagsår|budgetoverslag|overslag|bo|b\+|estimate year) ?([1-9])$`)
)

// readHeading tells what a heading means; ok is false for one that means nothing
// to this program or the user's map.
func (b *headings) readHeading(text string) (Column, bool) {
	c := Column{Heading: text, Units: notation.StatedUnits(text), Levels: notation.FindPriceLevels(text)}
	key := notation.HeadingKey(text)
	if key == "" {
		return c, false
	}
	if meaning, ok := b.mapped[key]; ok {
		c.Role, c.Mapped, c.Taken = meaning.Role, true, text
		c.Group, c.Payers = key, meaning.Payers
		if len(c.Units) == 0 && meaning.Unit != nil {
			c.Units = []notation.Unit{*meaning.Unit}
		}
		c.Subject = strings.TrimSpace(notation.Brackets.ReplaceAllString(notation.Clean(text), ""))
		return c, c.Role != ""
	}
	if m := absoluteYear.FindStringSubmatch(key); m != nil {
		c.Role = notation.RoleYear
		c.Year, _ = strconv.Atoi(m[1])
		return c, true
	}
	if m := relativeYear.FindStringSubmatch(key); m != nil {
		c.Role, c.Ahead = notation.RoleYear, true
		c.Year, _ = strconv.Atoi(m[1])
		return c, true
	}
	meaning, rest, ok := notation.HeadingTable().FindOpen(key)
	c.Role = notation.Role(meaning)
	if notation.ListKinds[c.Role] != 0 {
		c.Group, c.Payers = key, payersIn(text)
		c.Terms, c.Until = savingTermsIn(text), untilIn(text)
		if rest != "" {
			c.Subject = strings.TrimSpace(notation.Brackets.ReplaceAllString(notation.Clean(text), ""))
		}
	}
	return c, ok
}

// headings reads headings with a map of the user's.
type headings struct {
	mapped map[string]Meaning // by key
}

// payersIn lists whose a heading's words say a saving is, each once.
func payersIn(heading string) []budget.Payer {
	var found []budget.Payer
	for _, word := range strings.FieldsFunc(strings.ToLower(notation.Clean(heading)), func(r rune) bool { return !unicode.IsLetter(r) }) {
		meaning, ok := notation.WordTables()["payer"].Exact[strings.TrimSuffix(word, "s")]
		if !ok {
			meaning, ok = notation.WordTables()["payer"].Exact[word]
		}
		payer := notation.PayerValues[strings.TrimPrefix(meaning, "payer.")]
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
	Doubtful bool // whose they are is said, and taken back or divided
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
	text := notation.Clean(heading)
	terms := savingTerms{budgeted: budgetedWord.MatchString(text)}
	switch gross, net := grossWord.MatchString(text), netWord.MatchString(text); {
	case gross && net:
		terms.Doubtful = true
	case gross:
		terms.way = budget.Gross
	case net:
		terms.way = budget.Net
	}
	if shares := shareWord.FindAllStringSubmatch(text, -1); len(shares) == 1 {
		percent, _ := decimal.NewFromString(strings.Replace(shares[0][1], ",", ".", 1)) // digits, by the pattern
		terms.share = new(percent.Shift(-2))
	} else if len(shares) > 1 {
		terms.Doubtful = true
	}
	if len(payersIn(text)) > 0 {
		outside := notation.Brackets.ReplaceAllString(text, " ")
		divided := len(payersIn(outside)) > 0 && andWord.MatchString(outside)
		terms.Doubtful = terms.Doubtful || divided || doubtWord.MatchString(text)
	}
	return terms
}

// Into states the terms in a line.
func (s savingTerms) Into(l *budget.Line, heading string, at budget.Origin) {
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
	m := untilWord.FindStringSubmatch(notation.PriceLevelPattern.ReplaceAllString(notation.Clean(heading), " "))
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1]) // four digits
	return year
}

// nameStarts are the words that a heading of projects' names begins with.
var nameStarts = sync.OnceValue(func() map[string]bool {
	starts := map[string]bool{}
	for _, text := range notation.HeadingTable().Listed[string(notation.RoleName)] {
		starts[firstWord(notation.HeadingKey(text))] = true
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
	return ok && c.Role == notation.RoleName
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
