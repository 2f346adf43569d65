package excel

import (
	"strings"

	"videre/budget"
)

// The terms by their codes, which the table of words (words.txt) uses: "one-off" of
// "kind.one-off".
var (
	kindValues   = byCode(budget.Cost, budget.OneOff, budget.Saving, budget.Funding)
	payerValues  = byCode(budget.Payers()...)
	socialValues = byCode(budget.SocialPositive, budget.SocialUnclear, budget.SocialNegative,
		budget.SocialUndocumented)
	economicValues      = byCode(budget.EconomicDocumented, budget.EconomicUndocumented, budget.EconomicNegative)
	wishValues          = byCode(budget.WishPermanent, budget.WishScaled, budget.WishExtended, budget.WishEnded)
	reimbursementValues = byCode(budget.Net, budget.Gross)
	frameValues         = byCode(budget.ServiceFrame, budget.TransferFrame, budget.CapitalFrame)
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
	meaning, ok := wordTables()["payer"].find(wordKey(text))
	payer, known := payerValues[strings.TrimPrefix(meaning, "payer.")]
	return payer, ok && known
}
