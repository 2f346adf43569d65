package budget

import (
	"testing"

	"github.com/shopspring/decimal"
)

// move gives a parameter another value than it has, within its limits.
func move(t *testing.T, v ParameterValue, p *Policy) {
	switch v := v.(type) {
	case NameParameter:
		v.Set(p, v.Get(p)+"!")
	case YearParameter:
		v.Set(p, v.Get(p)+2027)
	case CountParameter:
		if v.Set(p, v.High); v.Low >= v.High {
			t.Errorf("from %d to %d is no choice", v.Low, v.High)
		}
	case AmountParameter:
		v.Set(p, v.Get(p).Add(decimal.NewFromInt(1)))
	case ChoiceParameter:
		v.Set(p, v.Choices[len(v.Choices)-1])
	case AnswerParameter:
		v.Set(p, !v.Get(p))
	default:
		t.Fatalf("a kind of its own: %T", v)
	}
}

// TestAParameterMovesItselfAndNothingElse: what is set is what is got, the other
// parameters stay, and the fingerprint moves.
func TestAParameterMovesItselfAndNothingElse(t *testing.T) {
	standard := DefaultPolicy()
	seen := map[string]bool{}
	for _, p := range Parameters() {
		policy := DefaultPolicy()
		move(t, p.Value(), &policy)
		if seen[p.String()] || p.String() == "" {
			t.Errorf("the name %q is taken or none", p)
		}
		seen[p.String()] = true
		for _, other := range Parameters() {
			if same := other.canonical(&policy) == other.canonical(&standard); same == (other == p) {
				t.Errorf("%s was set, and %s is %q", p, other, other.canonical(&policy))
			}
		}
		if policy.Fingerprint() == standard.Fingerprint() {
			t.Errorf("%s was set, and the fingerprint stays", p)
		}
	}
}

// TestThePayersThatCountAreSetOneByOne: no payer counts twice, and one that is set not
// to count does not.
func TestThePayersThatCountAreSetOneByOne(t *testing.T) {
	policy := DefaultPolicy()
	region := ParamRegion.Value().(AnswerParameter)
	region.Set(&policy, true)
	region.Set(&policy, true)
	if len(policy.CountingPayers) != 2 || !policy.Counts(Region) || !policy.Counts(Municipality) {
		t.Errorf("%v count", policy.CountingPayers)
	}
	region.Set(&policy, false)
	if len(policy.CountingPayers) != 1 || policy.Counts(Region) {
		t.Errorf("%v count", policy.CountingPayers)
	}
	if standard := DefaultPolicy(); policy.Fingerprint() != standard.Fingerprint() {
		t.Error("the fingerprint is not that of the standard policy")
	}
}
