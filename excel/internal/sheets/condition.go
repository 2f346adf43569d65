package sheets

import (
	"slices"
	"strings"

	"videre/budget"
)

// AnyValue stands where a row does not ask of a fact.
const AnyValue = "–"

// Condition is what a row asks of a fact: its values, or a dash for any.
func (o Options) Condition(fact budget.Fact, set budget.Set) string {
	if set == 0 {
		return AnyValue
	}
	values := slices.DeleteFunc(fact.Values(), func(v budget.FactValue) bool { return !set.Has(v.Value) })
	return strings.Join(Words(o.Language, values), " / ")
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
