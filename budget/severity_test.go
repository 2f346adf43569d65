package budget_test

import (
	"slices"
	"testing"

	"videre/budget"
)

// TestThePolicySaysHowGraveAFindingIs: findings are ordered and counted by the severity
// that the policy gives their codes, not by the code table's own.
func TestThePolicySaysHowGraveAFindingIs(t *testing.T) {
	policy := budget.DefaultPolicy()
	policy.Severities = map[budget.Code]budget.Severity{
		budget.SharedArea:  budget.SeverityError,
		budget.MissingCost: budget.SeverityInfo,
	}
	given := []budget.Code{budget.MissingCost, budget.BlankSaving, budget.SharedArea, budget.MissingArea, budget.TypedAmount}
	want := []budget.Code{budget.SharedArea, budget.MissingArea, budget.BlankSaving, budget.MissingCost, budget.TypedAmount}
	r := budget.Report{Policy: &policy}
	for _, code := range given {
		r.Findings = append(r.Findings, budget.Finding{Code: code})
	}
	if got := codesIn(policy.GravestFirst(r.Findings)); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := codesIn(r.Findings); !slices.Equal(got, given) {
		t.Errorf("the report's own findings were moved: %v", got)
	}
	for severity, want := range map[budget.Severity]int{budget.SeverityError: 2, budget.SeverityWarning: 1, budget.SeverityInfo: 2} {
		if got := r.Count()[severity]; got != want {
			t.Errorf("%d of severity %s, want %d", got, severity, want)
		}
	}
}

func codesIn(findings []budget.Finding) []budget.Code {
	var codes []budget.Code
	for _, f := range findings {
		codes = append(codes, f.Code)
	}
	return codes
}

func TestSeveritiesAreListedTheGravestFirst(t *testing.T) {
	all := budget.Severities()
	if !slices.IsSorted(all) || all[0] != budget.SeverityError {
		t.Errorf("%v", all)
	}
	for _, code := range budget.Codes() {
		if !slices.Contains(all, code.Severity()) {
			t.Errorf("%s is %s, which is not listed", code, code.Severity())
		}
	}
}
