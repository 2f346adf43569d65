package excel

import "videre/budget"

// texts holds this package's texts in every language; the domain's sentences are
// in its own catalogue.
var texts = budget.Catalog{budget.Danish: danish, budget.English: english}

// say makes a message of this package's catalogue.
func say(l budget.Language, key budget.Key, at budget.Locator, args ...budget.Arg) string {
	return texts.Say(l, budget.Message{Key: key, Args: args}, at)
}

func arg(name string, v budget.Value) budget.Arg { return budget.Arg{Name: name, Value: v} }
