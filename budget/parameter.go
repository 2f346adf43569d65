package budget

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
)

// Parameter is one of a policy's parameters.
type Parameter uint8

// The parameters, in the order they are shown.
const (
	ParamName          Parameter = iota + 1 // Policy.Name
	ParamBudgetYear                         // Policy.BudgetYear
	ParamEstimateYears                      // Policy.EstimateYears
	ParamMeasure                            // Policy.Measure
	ParamTolerance                          // Policy.Tolerance
	ParamMunicipality                       // whether its savings are among Policy.CountingPayers
	ParamRegion                             // the region's
	ParamState                              // the state's
	ParamOther                              // others'
	ParamFunding                            // Policy.CountFunding
	ParamReallocation                       // Policy.CountReallocation
	ParamAvoided                            // Policy.CountAvoided
	ParamPriceLevel                         // Policy.PriceLevel
)

// parameters is the table of parameters. Its texts are in the catalogues under
// "parameter." and the name.
var parameters = [...]struct {
	name    string
	basis   BasisKind      // where the default policy has it from
	value   ParameterValue // of which kind it is, and where a policy keeps it
	printed string         // what its line in a fingerprint begins with, when not with the name
}{
	ParamName: {name: "name", basis: BasisProposal,
		value: NameParameter{field(func(p *Policy) *string { return &p.Name })}},
	ParamBudgetYear: {name: "budget-year", basis: BasisMemo,
		value: YearParameter{field(func(p *Policy) *int { return &p.BudgetYear })}},
	ParamEstimateYears: {name: "estimate-years", basis: BasisProposal,
		value: CountParameter{field(func(p *Policy) *int { return &p.EstimateYears }), 0, 9}},
	ParamMeasure: {name: "measure", basis: BasisProposal,
		value: choiceOf(func(p *Policy) *Measure { return &p.Measure }, EveryYear, WholePeriod, SteadyState)},
	ParamTolerance: {name: "tolerance", basis: BasisProposal,
		value: AmountParameter{field(func(p *Policy) *decimal.Decimal { return &p.Tolerance })}},
	ParamMunicipality: {name: "municipality", basis: BasisMemo, printed: "payer municipality",
		value: counting(Municipality)},
	ParamRegion: {name: "region", basis: BasisMemo, printed: "payer region",
		value: counting(Region)},
	ParamState: {name: "state", basis: BasisMemo, printed: "payer state",
		value: counting(CentralState)},
	ParamOther: {name: "other", basis: BasisMemo, printed: "payer other",
		value: counting(Other)},
	ParamFunding: {name: "funding", basis: BasisProposal,
		value: AnswerParameter{field(func(p *Policy) *bool { return &p.CountFunding })}},
	ParamReallocation: {name: "reallocation", basis: BasisProposal,
		value: AnswerParameter{field(func(p *Policy) *bool { return &p.CountReallocation })}},
	ParamAvoided: {name: "avoided", basis: BasisProposal,
		value: AnswerParameter{field(func(p *Policy) *bool { return &p.CountAvoided })}},
	ParamPriceLevel: {name: "price-level", basis: BasisProposal,
		value: YearParameter{field(func(p *Policy) *int { return &p.PriceLevel })}},
}

// String is the parameter in fingerprints: "budget-year".
func (p Parameter) String() string { return parameters[p].name }

// Key names the parameter in the catalogues; with ".help" behind it, what it means.
func (p Parameter) Key() Key { return "parameter." + Key(parameters[p].name) }

// Value tells of which kind the parameter's value is, and gets it and sets it.
func (p Parameter) Value() ParameterValue { return parameters[p].value }

// Parameters lists every parameter.
func Parameters() []Parameter {
	var all []Parameter
	for p := ParamName; int(p) < len(parameters); p++ {
		all = append(all, p)
	}
	return all
}

// BasisOf is where the policy has a parameter from.
func (p *Policy) BasisOf(parameter Parameter) Basis {
	if basis, stated := p.Bases[parameter]; stated {
		return basis
	}
	return defaultBasis(parameter)
}

// defaultBasis is where the default policy has a parameter from.
func defaultBasis(parameter Parameter) Basis { return Basis{Kind: parameters[parameter].basis} }

// canonical is the parameter's line in a policy's fingerprint.
func (p Parameter) canonical(policy *Policy) string {
	begins := parameters[p].printed
	if begins == "" {
		begins = parameters[p].name
	}
	return begins + " " + parameters[p].value.canonical(policy)
}

// ParameterValue is the value of a parameter; its type is one of those below, and is
// the parameter's kind.
type ParameterValue interface {
	canonical(*Policy) string // the value as a fingerprint has it
}

// The kinds of parameters, each with the limits of its values.
type (
	// NameParameter is a text that is never empty.
	NameParameter struct{ Kept[string] }
	// YearParameter is a year; 0 for none.
	YearParameter struct{ Kept[int] }
	// CountParameter is a whole number from Low to High.
	CountParameter struct {
		Kept[int]
		Low, High int
	}
	// AmountParameter is an amount in kroner, never negative.
	AmountParameter struct{ Kept[decimal.Decimal] }
	// ChoiceParameter is one of the field's fixed words.
	ChoiceParameter struct {
		Kept[Term]
		Choices []Term
	}
	// AnswerParameter is yes or no.
	AnswerParameter struct{ Kept[bool] }
)

func (v NameParameter) canonical(p *Policy) string   { return strconv.Quote(v.Get(p)) }
func (v YearParameter) canonical(p *Policy) string   { return strconv.Itoa(v.Get(p)) }
func (v CountParameter) canonical(p *Policy) string  { return strconv.Itoa(v.Get(p)) }
func (v AmountParameter) canonical(p *Policy) string { return v.Get(p).String() }
func (v ChoiceParameter) canonical(p *Policy) string { return v.Get(p).String() }
func (v AnswerParameter) canonical(p *Policy) string { return strconv.FormatBool(v.Get(p)) }

// Kept is where a policy keeps a value.
type Kept[T any] struct {
	Get func(*Policy) T
	Set func(*Policy, T)
}

// field keeps a value in a field of the policy.
func field[T any](at func(*Policy) *T) Kept[T] {
	return Kept[T]{
		Get: func(p *Policy) T { return *at(p) },
		Set: func(p *Policy, v T) { *at(p) = v },
	}
}

// choiceOf is one of the words given, kept in a field of the policy.
func choiceOf[T Term](at func(*Policy) *T, words ...T) ChoiceParameter {
	v := ChoiceParameter{Kept: Kept[Term]{
		Get: func(p *Policy) Term { return *at(p) },
		Set: func(p *Policy, word Term) { *at(p) = word.(T) },
	}}
	for _, word := range words {
		v.Choices = append(v.Choices, word)
	}
	return v
}

// counting is whether savings of a payer finance a project.
func counting(payer Payer) AnswerParameter {
	return AnswerParameter{Kept[bool]{
		Get: func(p *Policy) bool { return p.Counts(payer) },
		Set: func(p *Policy, counts bool) {
			p.CountingPayers = slices.DeleteFunc(slices.Clone(p.CountingPayers), func(c Payer) bool { return c == payer })
			if counts {
				p.CountingPayers = append(p.CountingPayers, payer)
			}
		},
	}}
}
