package budget_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/budget/budgettest"
)

func TestWhatIsImplausibleAndWhatIsOnlyUnusual(t *testing.T) {
	for _, c := range []struct{ cost, lines, want string }{
		{"100", "besparelse: y; 100; fuldt belyst", "continue []"},
		{"100", "besparelse: y; 1.000; fuldt belyst", "continue [V214]"},
		{"100", "besparelse: y; 1.000,01; fuldt belyst", "continue [V214]"},
		{"100", "besparelse: y; 200; fuldt belyst", "continue []"},
		{"100", "besparelse: y; 200,01; fuldt belyst", "continue [V214]"},
		{"100", "besparelse: y; 9.999,99; fuldt belyst", "continue [V214]"},
		{"100", "besparelse: y; 10.000; fuldt belyst", "unassessable [V213]"},
		{"100", "besparelse: y; 10.000; tilfalder region", "unassessable [V213]"},
		{"100", "besparelse: y; 100.000; fuldt belyst\nbesparelse: z; 200.000; fuldt belyst; område Unge", "unassessable [V213]"},
		{"100", "besparelse: y; 1; fuldt belyst", "negotiate []"},
		{"100", "besparelse: y; 0,99; fuldt belyst", "negotiate [V214]"},
		{"100", "besparelse: y; 50; tilfalder region", "negotiate []"},
		{"2026 100; 2027 100; 2028 100; 2029 600", "besparelse: y; 2026 100; 2027 100; 2028 100; 2029 49.999; fuldt belyst", "continue [V214]"},
		{"100", "besparelse: y; 2026 100; 2027 100; 2028 100; 2029 0,1; fuldt belyst", "unassessable [V213]"},
		{"100", "besparelse: y; 2026 100; 2027 100; 2028 100; 2029 0; fuldt belyst", "negotiate []"},
		{"100", "engangsudgift: y; 2026 90; 2027 300; 2028 300; 2029 90.000\nbesparelse: z; 100; fuldt belyst", "unassessable [V213]"},
	} {
		text := "projekt: A; fuldt belyst\ndriftsudgift: x; " + c.cost + "\n" + c.lines
		policy := budget.DefaultPolicy()
		r := budget.Review(budgettest.MustParse(text), &policy)
		if got := fmt.Sprint(r.Assessments[0].Verdict(), " ", codesIn(r.Findings)); got != c.want {
			t.Errorf("%s: %s, want %s", c.lines, got, c.want)
		}
	}
}

// TestAConfirmationLiftsTheBlockOfOneFigure: of the code, project, department and amount that
// it names, and of no other.
func TestAConfirmationLiftsTheBlockOfOneFigure(t *testing.T) {
	right := budget.Confirmation{Code: budget.ImplausibleAmount, Department: "Ældre", Project: "a", Amount: decimal.New(10000, 0), By: "Økonomichefen", Date: "1. maj 2025"}
	for name, c := range map[string]struct {
		change func(*budget.Confirmation)
		want   budget.Verdict
	}{
		"as it is":           {func(*budget.Confirmation) {}, budget.Continue},
		"no department":      {func(x *budget.Confirmation) { x.Department = "" }, budget.Continue},
		"another department": {func(x *budget.Confirmation) { x.Department = "Unge" }, budget.Unassessable},
		"another project":    {func(x *budget.Confirmation) { x.Project = "B" }, budget.Unassessable},
		"another amount":     {func(x *budget.Confirmation) { x.Amount = decimal.New(10001, 0) }, budget.Unassessable},
		"another code":       {func(x *budget.Confirmation) { x.Code = budget.MissingCost }, budget.Unassessable},
	} {
		x := right
		c.change(&x)
		policy := budget.DefaultPolicy()
		policy.Confirmations = []budget.Confirmation{x}
		r := budget.Review(budgettest.MustParse("projekt: A; fuldt belyst; afdeling Ældre\ndriftsudgift: x; 100\nbesparelse: y; 10.000; fuldt belyst"), &policy)
		a := &r.Assessments[0]
		told := slices.ContainsFunc(a.Reasons, func(m budget.Message) bool { return m.Key == "reason.confirmed" })
		if a.Verdict() != c.want || told != (c.want == budget.Continue) {
			t.Errorf("%s: %s, told: %t, want %s", name, a.Verdict(), told, c.want)
		}
		standard := budget.DefaultPolicy()
		if policy.Fingerprint() == standard.Fingerprint() {
			t.Errorf("%s: the fingerprint is the default's", name)
		}
	}
}

// TestOneCauseOfAnUnlikelyAmountIsToldOnce: what reading said of the amount is left out, and
// what it said of another stays.
func TestOneCauseOfAnUnlikelyAmountIsToldOnce(t *testing.T) {
	s := budgettest.MustParse("projekt: A; fuldt belyst\ndriftsudgift: x; 100\nbesparelse: y; 10.000; fuldt belyst")
	s.Findings = []budget.Finding{
		{Code: budget.UnlikeSiblings, Origin: s.Lines[1].Annual.Origin},
		{Code: budget.UnlikeSiblings, Origin: s.Lines[0].Annual.Origin},
	}
	policy := budget.DefaultPolicy()
	r := budget.Review(s, &policy)
	if got := codesIn(r.Findings); !slices.Equal(got, []budget.Code{budget.UnlikeSiblings, budget.ImplausibleAmount}) {
		t.Errorf("%v", got)
	}
	s = budgettest.MustParse("projekt: A; fuldt belyst\ndriftsudgift: x; 100.000\nbesparelse: y; 100; fuldt belyst")
	s.Findings = []budget.Finding{{Code: budget.UnlikeSiblings, Origin: s.Lines[0].Annual.Origin}}
	if got := codesIn(budget.Review(s, &policy).Findings); !slices.Equal(got, []budget.Code{budget.UnlikeSiblings}) {
		t.Errorf("the coverage is told beside its cause: %v", got)
	}
	s.Findings[0].Origin = s.Projects[0].Name.Origin
	if got := codesIn(budget.Review(s, &policy).Findings); len(got) != 2 {
		t.Errorf("two causes: %v", got)
	}
	if len(s.Findings) != 1 {
		t.Error("the submission was changed")
	}
}
