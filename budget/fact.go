package budget

// Fact is one thing the decision table asks of a project.
type Fact uint8

// The facts, in the order of the decision table's columns.
const (
	FactExpiry    Fact = iota // when the project expires, seen from the budget year
	FactComplete              // whether every rule that blocks was kept, and every figure is known
	FactWish                  // what the department asks for
	FactSocial                // the effect for citizens
	FactEconomic              // the effect on public spending
	FactFinancing             // how far the project is financed, as the policy measures it
	FactScaling               // whether more capacity is asked for
	FactExtended              // whether it was extended before
	factCount
)

// The values of FactExpiry.
const (
	ExpiresLater   = 1 // later than the due year
	ExpiresDue     = 2 // the year before the budget year
	ExpiresEarlier = 3 // before that
)

// The values of FactComplete, FactScaling and FactExtended.
const (
	No  = 1
	Yes = 2
)

// WishNone is the value of FactWish for a project without a wish; the others
// are the wishes themselves.
const WishNone = 5

// The values of FactFinancing.
const (
	FinancingFull      = 1 // by the policy's measure
	FinancingTemporary = 2 // full in the judged years, on funding that ends with them or within them
	FinancingPartial   = 3 // something counts, and not enough
	FinancingNone      = 4 // nothing counts
)

// factTerms names each fact and its values, value 1 first. FactSocial and
// FactEconomic use the terms of SocialEffect and EconomicEffect.
var factTerms = [factCount]struct {
	name   string
	values []string
}{
	FactExpiry:    {"expiry", []string{"later", "due", "earlier"}},
	FactComplete:  {"complete", []string{"no", "yes"}},
	FactWish:      {"wish", append(wishes[1:], "none")},
	FactSocial:    {"social", socialEffects[1:]},
	FactEconomic:  {"economic", economicEffects[1:]},
	FactFinancing: {"financing", []string{"full", "temporary", "partial", "none"}},
	FactScaling:   {"scaling", []string{"no", "yes"}},
	FactExtended:  {"extended", []string{"no", "yes"}},
}

// String is the fact in fingerprints and tables: "financing".
func (f Fact) String() string { return factTerms[f].name }

// Key names the fact in the catalogues.
func (f Fact) Key() Key { return "fact." + Key(factTerms[f].name) }

// AllFacts lists the facts in the order of the table's columns.
func AllFacts() []Fact {
	all := make([]Fact, factCount)
	for i := range all {
		all[i] = Fact(i)
	}
	return all
}

// FactValue is one value of one fact; the zero Value is "not known".
type FactValue struct {
	Fact  Fact  // which fact
	Value uint8 // one of its values, from 1; 0 is unknown
}

// String is the value: "full"; "unknown" while it is not known.
func (v FactValue) String() string {
	if v.Value == 0 {
		return "unknown"
	}
	return factTerms[v.Fact].values[v.Value-1]
}

// Key names the value in the catalogues.
func (v FactValue) Key() Key {
	if v.Value == 0 {
		return "fact.unknown"
	}
	return v.Fact.Key() + "." + Key(v.String())
}

// Values lists the values a fact can have.
func (f Fact) Values() []FactValue {
	values := make([]FactValue, len(factTerms[f].values))
	for i := range values {
		values[i] = FactValue{f, uint8(i + 1)}
	}
	return values
}

// Facts are a project's values of all facts; a value of 0 is unknown.
type Facts [factCount]uint8

// Of is the project's value of one fact.
func (f Facts) Of(fact Fact) FactValue { return FactValue{fact, f[fact]} }

// with is a copy in which one fact has another value.
func (f Facts) with(fact Fact, value uint8) Facts {
	f[fact] = value
	return f
}

// yesNo is the value of a fact that is Yes or No.
func yesNo(yes bool) uint8 {
	if yes {
		return Yes
	}
	return No
}
