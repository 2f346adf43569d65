package text

import "videre/budget"

// Catalog holds this package's texts in every language; the domain's sentences are
// in its own catalogue.
var Catalog = budget.Catalog{budget.Danish: danish, budget.English: english}

// Of is a text of this catalogue that has no places to fill.
func Of(l budget.Language, key budget.Key) string { return Catalog.Text(l, key) }

// Has reports whether this catalogue has a text.
func Has(l budget.Language, key budget.Key) bool {
	_, known := Catalog[l][key]
	return known
}

// Say is a sentence of this catalogue, its places filled with args; at names cells.
func Say(l budget.Language, key budget.Key, at budget.Locator, args ...budget.Arg) string {
	return Catalog.Say(l, budget.Message{Key: key, Args: args}, at)
}

// Arg fills the place of a name.
func Arg(name string, v budget.Value) budget.Arg { return budget.Arg{Name: name, Value: v} }
