package notation

import (
	"strings"

	"videre/budget"
)

// Terms are the terms of one kind of cell, for which words.txt lists words.
type Terms[T any] struct {
	kind   string       // in words.txt: "kind" of "kind.one-off"
	byCode map[string]T // by what their String gives: "one-off"
}

// The kinds of cells that hold a term of the domain.
var (
	Kinds = termsOf("kind", budget.Cost, budget.OneOff, budget.Saving, budget.Funding, budget.Reallocation,
		budget.Repayment)
	Payers        = termsOf("payer", budget.Payers()...)
	SocialEffects = termsOf("social", budget.SocialPositive, budget.SocialUnclear, budget.SocialNegative,
		budget.SocialUndocumented)
	EconomicEffects = termsOf("economic", budget.EconomicDocumented, budget.EconomicUndocumented,
		budget.EconomicNegative)
	Wishes         = termsOf("wish", budget.WishPermanent, budget.WishScaled, budget.WishExtended, budget.WishEnded)
	Reimbursements = termsOf("reimbursement", budget.Net, budget.Gross)
	Frames         = termsOf("frame", budget.ServiceFrame, budget.TransferFrame, budget.CapitalFrame)
)

func termsOf[T budget.Term](kind string, terms ...T) Terms[T] {
	t := Terms[T]{kind, make(map[string]T, len(terms))}
	for _, term := range terms {
		t.byCode[term.String()] = term
	}
	return t
}

// Find is the term that a cell's text is a word for, in any language.
func (t Terms[T]) Find(text string) (T, bool) {
	meaning, ok := WordTables()[t.kind].Find(WordKey(text))
	return t.of(meaning, ok)
}

// FindWord is the term of a word in lower case that stands in words.txt just so.
func (t Terms[T]) FindWord(word string) (T, bool) {
	meaning, ok := WordTables()[t.kind].Exact[word]
	return t.of(meaning, ok)
}

// of is the term of a meaning: of "kind.one-off".
func (t Terms[T]) of(meaning string, ok bool) (T, bool) {
	term, known := t.byCode[strings.TrimPrefix(meaning, t.kind+".")]
	return term, ok && known
}

// Choices say what a cell of this kind can hold.
func (t Terms[T]) Choices() Choices { return Choices(t.kind) }

// ParsePayer reads a payer as a user names it: kommune, region, stat, andre, and the other
// words of words.txt in any language. It is false for any other text.
func ParsePayer(text string) (budget.Payer, bool) { return Payers.Find(text) }

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
