package text

import (
	"videre/budget"
)

// Of is a text of this catalogue.
func Of(l budget.Language, key budget.Key) string { return Catalog.Text(l, key) }

// Catalog holds this package's texts in every language; the domain's sentences are
// in its own catalogue.
var Catalog = budget.Catalog{budget.Danish: danish, budget.English: english}

// Say makes a message of this package's catalogue.
func Say(l budget.Language, key budget.Key, at budget.Locator, args ...budget.Arg) string {
	return Catalog.Say(l, budget.Message{Key: key, Args: args}, at)
}

func Arg(name string, v budget.Value) budget.Arg { return budget.Arg{Name: name, Value: v} }
