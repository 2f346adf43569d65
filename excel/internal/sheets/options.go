package sheets

import (
	"strings"
	"unicode/utf8"

	"videre/budget"
	"videre/excel/internal/text"
)

// Options are how sheets of ours are written; the zero value writes them in Danish and
// names no version.
type Options struct {
	Language budget.Language
	Version  string // of the program, as the sheet of rules names it: "1.2.3"
}

// Text is a text of the catalogue in the language.
func (o Options) Text(key budget.Key) string { return text.Of(o.Language, key) }

// Heads are headings of a table.
func (o Options) Heads(keys ...budget.Key) []Cell {
	cells := make([]Cell, len(keys))
	for i, key := range keys {
		cells[i] = HeadStyle.Cell(o.Text(key))
	}
	return cells
}

// Waived are a project's waivers as sentences.
func (o Options) Waived(s *budget.Assessment) []string {
	var said []string
	for _, w := range s.Waivers {
		waiver := text.Arg("waiver", budget.Quote(o.waiver(w)))
		said = append(said, text.Say(o.Language, "assessment.waiver", nil, waiver))
	}
	return said
}

// Capital is a word with a capital letter; one of a single letter is left as it is.
func Capital(word string) string {
	_, first := utf8.DecodeRuneInString(word)
	if first == len(word) {
		return word
	}
	return strings.ToUpper(word[:first]) + word[first:]
}

// waiver is a dispensation as a sentence.
func (o Options) waiver(w budget.Waiver) string {
	return text.Say(o.Language, "policy.waiver", nil,
		text.Arg("code", budget.Quote(w.Code.String())),
		text.Arg("project", budget.Quote(w.Project)),
		text.Arg("reason", budget.Quote(w.Reason)),
		text.Arg("by", budget.Quote(w.DecidedBy)),
		text.Arg("date", budget.Quote(w.Date)),
	)
}

// confirmation is a confirmed figure as a sentence.
func (o Options) confirmation(x budget.Confirmation) string {
	return text.Say(o.Language, "policy.confirmation", nil,
		text.Arg("code", budget.Quote(x.Code.String())),
		text.Arg("project", budget.Quote(x.Project)),
		text.Arg("amount", budget.Kroner{Decimal: x.Amount}),
		text.Arg("by", budget.Quote(x.By)),
		text.Arg("date", budget.Quote(x.Date)),
	)
}

// Words are terms as they are written in a language.
func Words[T budget.Term](l budget.Language, terms []T) []string {
	said := make([]string, len(terms))
	for i, term := range terms {
		said[i] = l.Word(term)
	}
	return said
}
