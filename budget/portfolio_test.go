package budget

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// TestEffectsSumToTheNetEffect: what the areas give and get is what the projects cost
// less what finances them, in every year, and it is known.
func TestEffectsSumToTheNetEffect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := []*Report{reviewed(submission(t)), nil, reviewed(submission(t))}
		want := map[int]decimal.Decimal{}
		eachAssessment(reports, func(_ int, a *Assessment) {
			if !a.mayGoOn() {
				return
			}
			for i, f := range a.Figures {
				want[i] = want[i].Add(f.Cost.Value).Sub(f.Counted.Value)
			}
		})
		net := NetEffect(Effects(reports), func(Effect) bool { return true })
		for i, f := range net {
			if !f.Known || !f.Value.Equal(want[i]) {
				t.Errorf("year %d: net %v (known %t), want %v", i, f.Value, f.Known, want[i])
			}
		}
		if len(net) == 0 && len(want) > 0 {
			t.Errorf("no effects, want %v", want)
		}
	})
}

// TestTotalsHoldEveryProject: each project is in one total and in one of its
// department's for each year, and a sum with an unknown term is unknown.
func TestTotalsHoldEveryProject(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := []*Report{reviewed(submission(t)), reviewed(submission(t))}
		projects, unknown, years := 0, 0, 0
		eachAssessment(reports, func(_ int, a *Assessment) {
			projects++
			years += len(a.Figures)
			if worst, _ := a.Worst(); !worst.Gap.Known {
				unknown++
			}
		})
		for _, total := range Across(reports).Totals {
			projects -= total.Projects
			unknown -= total.Unknown
			if total.Unknown > 0 && total.Cost.Known && total.Counted.Known && total.Gap.Known {
				t.Errorf("%s: %d unknown and every sum known", total.Verdict, total.Unknown)
			}
		}
		for _, total := range ByDepartment(reports) {
			years -= total.Projects
		}
		if projects != 0 || unknown != 0 || years != 0 {
			t.Errorf("left over: %d projects, %d unknown, %d years", projects, unknown, years)
		}
	})
}
