package budget_test

import (
	"slices"
	"testing"

	"videre/budget"
	"videre/budget/budgettest"
)

// TestAYearWithoutCostDoesNotFinanceAProject: where the last years cost nothing and nothing is
// saved in them, a project that is to go on is not financed in full by that.
func TestAYearWithoutCostDoesNotFinanceAProject(t *testing.T) {
	const ends = "2026 1.000; 2027 1.000; 2028 1.000; 2029 0"
	for _, c := range []struct {
		name, project, cost, saving string
		missing                     bool
	}{
		{"neither cost nor saving", "", ends, ends, true},
		{"the saving goes on", "", ends, "1.000", false},
		{"not financed before", "", ends, "2026 500; 2027 500; 2028 500; 2029 0", false},
		{"to be extended", "; ønske forlænget", ends, ends, false},
		{"begins later", "", "2026 0; 2027 1.000; 2028 1.000; 2029 1.000", "2026 0; 2027 1.000; 2028 1.000; 2029 1.000", false},
		{"costs less", "", "2026 1.000; 2027 1.000; 2028 1.000; 2029 10", "2026 1.000; 2027 1.000; 2028 1.000; 2029 10", false},
	} {
		s := budgettest.MustParse("titel 2026\nprojekt: A; fuldt belyst" + c.project + "\ndriftsudgift: x; " + c.cost +
			"\nbesparelse: y; " + c.saving + "; fuldt belyst")
		policy := budget.DefaultPolicy()
		r := budget.Review(s, &policy)
		if missing := slices.Contains(codesIn(r.Findings), budget.BlankCost); missing != c.missing {
			t.Errorf("%s: the cost is missing: %t", c.name, missing)
		}
		approved := r.Assessments[0].Verdict() == budget.Continue
		if c.missing && approved {
			t.Errorf("%s: approved", c.name)
		}
	}
}

// TestWhatIsNotSeenIsRepeated: a value of a project's own in its reasons, a heading in all.
func TestWhatIsNotSeenIsRepeated(t *testing.T) {
	s := budgettest.MustParse("projekt: A; fuldt belyst\ndriftsudgift: x; 100\nprojekt: B; fuldt belyst\ndriftsudgift: x; 100")
	s.Findings = []budget.Finding{
		{Code: budget.UnseenValue, Origin: s.Projects[1].Expiry.Origin, Want: budget.Quote("2025")},
		{Code: budget.UnseenValue, Origin: 999, Want: budget.Quote("Mio. kr.")},
		{Code: budget.HiddenRows, Origin: s.Lines[0].Origin, Have: budget.Count(1)},
	}
	policy := budget.DefaultPolicy()
	r := budget.Review(s, &policy)
	for i, want := range []int{2, 2} {
		if got := len(r.Assessments[i].Caveats); got != want {
			t.Errorf("%s: %d caveats, want %d", r.Assessments[i].Name(), got, want)
		}
	}
}
