package budget_test

import (
	"slices"
	"strings"
	"testing"

	"videre/budget"
	"videre/budget/budgettest"
)

const financedProject = "projekt: A; fuldt belyst\ndriftsudgift: x; 100\nbesparelse: y; 100; fuldt belyst\n"

// TestWhatWasNotUnderstoodIsNeverApproved: money that may be a project's makes its
// figures unknown in every year, another fact leaves them; either is row 3, is named, and
// touches no other project.
func TestWhatWasNotUnderstoodIsNeverApproved(t *testing.T) {
	for name, c := range map[string]struct {
		before, after string // the line of the first project, and of none
		verdicts      string
		figures       bool // the first project's are known
	}{
		"nothing":              {"", "", "continue continue", true},
		"money":                {"ikke forstået: beløb", "", "unassessable continue", false},
		"another fact":         {"ikke forstået: andet", "", "unassessable continue", true},
		"money of any project": {"", "ikke forstået: beløb\n", "unassessable unassessable", false},
	} {
		text := c.after + financedProject + c.before + "\n" + strings.NewReplacer("A;", "B;", "y;", "z;").Replace(financedProject)
		s, policy := budgettest.MustParse(text), budget.DefaultPolicy()
		r := budget.Review(s, &policy)
		first := &r.Assessments[0]
		if got := first.Verdict().String() + " " + r.Assessments[1].Verdict().String(); got != c.verdicts {
			t.Errorf("%s: %s, want %s", name, got, c.verdicts)
		}
		for _, f := range first.Figures {
			if f.Cost.Known != c.figures || f.Counted.Known != c.figures || f.Gap.Known != c.figures {
				t.Errorf("%s, %d: %+v", name, f.Year, f)
			}
			if !c.figures && !slices.Contains(f.Cost.Terms, s.Unread[0].Origin) {
				t.Errorf("%s, %d: the cell is not among the terms", name, f.Year)
			}
		}
		if found := codesIn(r.Findings); slices.ContainsFunc(found, func(c budget.Code) bool { return c != budget.SharedArea }) {
			t.Errorf("%s: told again: %v", name, found)
		}
		if len(s.Unread) > 0 && !strings.Contains(budget.Danish.Say(first.Reasons[0], func(budget.Origin) string { return "Q9" }), "Q9") {
			t.Errorf("%s: the cell is not named: %v", name, first.Reasons[0])
		}
	}
}

// TestUnreadMoneyOfAKindLeavesTheOtherSumsKnown: what may be a saving only leaves the cost as it
// is, and the project is incomplete all the same.
func TestUnreadMoneyOfAKindLeavesTheOtherSumsKnown(t *testing.T) {
	for kind, want := range map[string][2]bool{ // cost, counted
		"driftsudgift": {false, true}, "tilbagebetaling": {false, true}, "engangsudgift": {true, true},
		"besparelse": {true, false}, "finansiering": {true, false}, "omprioritering": {true, false},
	} {
		policy := budget.DefaultPolicy()
		a := &budget.Review(budgettest.MustParse(financedProject+"ikke forstået: "+kind), &policy).Assessments[0]
		if a.Verdict() != budget.Unassessable {
			t.Errorf("%s: %s", kind, a.Verdict())
		}
		for _, f := range a.Figures {
			if got := [2]bool{f.Cost.Known, f.Counted.Known}; got != want || f.Gap.Known != (want[0] && want[1]) {
				t.Errorf("%s, %d: cost and counted known %t, want %t", kind, f.Year, got, want)
			}
		}
		if a.OneOff.Known != (kind != "engangsudgift") {
			t.Errorf("%s: one-off %+v", kind, a.OneOff)
		}
	}
}

// TestNothingIsSaidToBeMissingThatMayStandUnread: an amount may stand in the money that was
// not understood, and a fact in what else was not.
func TestNothingIsSaidToBeMissingThatMayStandUnread(t *testing.T) {
	const bare = "projekt: A; udløber 2025; social positiv\nbesparelse: y; tilfalder kommune\n"
	for unread, want := range map[string][]budget.Code{
		"":                     {budget.MissingCost, budget.BlankSaving, budget.MissingEconomicEffect},
		"ikke forstået: beløb": {budget.MissingEconomicEffect},
		"ikke forstået: andet": {budget.MissingCost, budget.BlankSaving},
		"ikke forstået: beløb\nikke forstået: andet": nil,
	} {
		policy := budget.DefaultPolicy()
		got := codesIn(budget.Review(budgettest.MustParse(bare+unread), &policy).Findings)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", unread, got, want)
		}
	}
}

// TestWhichUnreadAmountsHaveWeight adds one amount that cannot be read to a project that may
// go on. Only something stated takes the weight from it, never something missing.
func TestWhichUnreadAmountsHaveWeight(t *testing.T) {
	for line, want := range map[string]budget.Verdict{
		"driftsudgift: z; ?":    budget.Unassessable,
		"tilbagebetaling: z; ?": budget.Unassessable,
		"engangsudgift: z; ?":   budget.Continue,
		"besparelse: z; ?; tilfalder kommune; område Familier": budget.Unassessable,
		"besparelse: z; ?; tilfalder region":                   budget.Unassessable,
		"besparelse: z; tilfalder region":                      budget.Continue,
		"finansiering: z; ?; giver ekstern; til 2029":          budget.Unassessable,
		"finansiering: z; ?; giver ekstern; til 2026":          budget.Unassessable,
		"finansiering: z; ?; giver ekstern; til 2025":          budget.Continue,
		"finansiering: z; ?; giver egen; til 2029":             budget.Continue,
		"finansiering: z; ?; til 2029":                         budget.Unassessable,
		"omprioritering: z; ?; område Familier":                budget.Unassessable,
		"omprioritering: z; ?":                                 budget.Unassessable,
	} {
		policy := budget.DefaultPolicy()
		r := budget.Review(budgettest.MustParse(financedProject+line), &policy)
		if got := r.Assessments[0].Verdict(); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}
