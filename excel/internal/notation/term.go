package notation

import (
	"strings"

	"videre/budget"
)

// The terms by their codes, which the table of words (words.txt) uses: "one-off" of
// "kind.one-off".
var (
	KindValues   = byCode(budget.Cost, budget.OneOff, budget.Saving, budget.Funding)
	PayerValues  = byCode(budget.Payers()...)
	SocialValues = byCode(budget.SocialPositive, budget.SocialUnclear, budget.SocialNegative,
		budget.SocialUndocumented)
	EconomicValues      = byCode(budget.EconomicDocumented, budget.EconomicUndocumented, budget.EconomicNegative)
	WishValues          = byCode(budget.WishPermanent, budget.WishScaled, budget.WishExtended, budget.WishEnded)
	ReimbursementValues = byCode(budget.Net, budget.Gross)
	FrameValues         = byCode(budget.ServiceFrame, budget.TransferFrame, budget.CapitalFrame)
)

// byCode are terms by the codes that their String gives.
func byCode[T budget.Term](terms ...T) map[string]T {
	m := make(map[string]T, len(terms))
	for _, t := range terms {
		m[t.String()] = t
	}
	return m
}

// ParsePayer reads a payer as a user names it: kommune, region, stat, andre, and the other
// words of words.txt in either language. It is false for any other text.
func ParsePayer(text string) (budget.Payer, bool) {
	meaning, ok := WordTables()["payer"].Find(WordKey(text))
	payer, known := PayerValues[strings.TrimPrefix(meaning, "payer.")]
	return payer, ok && known
}

// Choices is the value that says what a cell of a kind can hold.
type Choices string

// In lists the words: "kommune, region, stat eller andre".
func (c Choices) In(l budget.Language, at budget.Locator) string {
	table := WordTables()[string(c)]
	var words budget.Choice
	for _, meaning := range table.Order {
		words = append(words, budget.Quote(strings.ToLower(table.Proposal(meaning, l))))
	}
	return words.In(l, at)
}
