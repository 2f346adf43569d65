package layout

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
)

// SavingTerms are what a heading says of its savings besides whose they are.
type SavingTerms struct {
	Reimbursement budget.Reimbursement // net or gross of the state's; 0 when it does not say
	Budgeted      bool                 // the heading says that they are in the budget already
	Share         *decimal.Decimal     // the municipality's, 0 to 1; nil when it does not say
	Doubtful      bool                 // whose they are is said, and then taken back or divided
}

var (
	grossWord    = regexp.MustCompile(`(?i)\bbrutto|\bgross\b|før (?:stats)?refusion|before reimbursement`)
	netWord      = regexp.MustCompile(`(?i)\bnetto|\bnet\b|efter (?:stats)?refusion|after reimbursement`)
	budgetedWord = regexp.MustCompile(`(?i)(?:allerede|er|already) ` +
		`(?:indregnet|indarbejdet|budgetteret|i budgettet|in the budget|budgeted)|indregnet i budgettet`)
	shareWord = regexp.MustCompile(`(\d+(?:[.,]\d+)?) ?(?:%|pct|procent|per cent|percent)`)
	doubtWord = regexp.MustCompile(`(?i)\b(?:ikke|delvis|delvist|dels|heraf|forventet|not|partly|expected)\b`)
	andWord   = regexp.MustCompile(`(?i)\b(?:og|samt|and)\b|[/,+&]`)
	untilWord = regexp.MustCompile(`(?i)(?:til og med|t\.?o\.?m\.?|\btil|\buntil|\bthrough|\bto|[-–]) ?` +
		`(?:ultimo |31\.12\.)?(20\d\d)\b`)
)

// savingTermsIn reads what a heading says of a saving in words.
func savingTermsIn(heading string) SavingTerms {
	text := notation.Clean(heading)
	terms := SavingTerms{Budgeted: budgetedWord.MatchString(text)}
	switch gross, net := grossWord.MatchString(text), netWord.MatchString(text); {
	case gross && net:
		terms.Doubtful = true
	case gross:
		terms.Reimbursement = budget.Gross
	case net:
		terms.Reimbursement = budget.Net
	}
	if shares := shareWord.FindAllStringSubmatch(text, -1); len(shares) == 1 {
		percent, _ := decimal.NewFromString(strings.Replace(shares[0][1], ",", ".", 1)) // digits, by the pattern
		terms.Share = new(percent.Shift(-2))
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

// payersIn lists whose a heading's words say a saving is, each once.
func payersIn(heading string) []budget.Payer {
	var found []budget.Payer
	words := strings.FieldsFunc(strings.ToLower(notation.Clean(heading)), func(r rune) bool {
		return !unicode.IsLetter(r)
	})
	for _, word := range words {
		payer, ok := notation.Payers.FindWord(strings.TrimSuffix(word, "s")) // "regionens"
		if !ok {
			payer, ok = notation.Payers.FindWord(word)
		}
		if ok && payer != budget.Other && !slices.Contains(found, payer) {
			found = append(found, payer)
		}
	}
	return found
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
