package sheets

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/text"
)

// Options are how a copy is annotated.
type Options struct {
	Language budget.Language
	Version  string // of the program
}

func (o Options) Text(key budget.Key) string { return text.Of(o.Language, key) }

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
		said = append(said, text.Say(o.Language, "assessment.waiver", nil, text.Arg("waiver", budget.Quote(o.waiver(w)))))
	}
	return said
}

func Capital(word string) string {
	for i, r := range word {
		if i > 0 {
			return strings.ToUpper(word[:i]) + word[i:]
		}
		_ = r
	}
	return word
}

// waiver is a dispensation as a sentence.
func (o Options) waiver(w budget.Waiver) string {
	return text.Say(o.Language, "policy.waiver", nil,
		text.Arg("code", budget.Quote(w.Code.String())), text.Arg("project", budget.Quote(w.Project)),
		text.Arg("reason", budget.Quote(w.Reason)), text.Arg("by", budget.Quote(w.DecidedBy)), text.Arg("date", budget.Quote(w.Date)))
}

func (o Options) basis(b budget.Basis) string {
	said := o.Language.Word(b.Kind)
	if b.Text != "" {
		said += ": " + b.Text
	}
	return said
}

// conditions are what a row of the decision table asks, as words.
func (o Options) conditions(row budget.DecisionRow) string {
	var alternatives []string
	for _, when := range row.When {
		var asked []string
		for _, fact := range budget.AllFacts() {
			if when[fact] == 0 {
				continue
			}
			asked = append(asked, o.Language.Word(fact)+": "+o.Condition(fact, when[fact]))
		}
		if len(asked) == 0 {
			asked = []string{o.Text("policy.always")}
		}
		alternatives = append(alternatives, strings.Join(asked, "; "))
	}
	return strings.Join(alternatives, o.Text("policy.or"))
}
