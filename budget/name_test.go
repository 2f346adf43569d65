package budget_test

import (
	"testing"

	"videre/budget"
	"videre/budget/budgettest"
)

// TestANameWithinALongerOneIsNear: a line may be of a project whose name stands in the
// line's, or the other way round; numbers alone are no name, and a number more is
// another project.
func TestANameWithinALongerOneIsNear(t *testing.T) {
	for _, c := range []struct {
		project, line string
		near          bool
	}{
		{"Nabohjælp", "Indsatsen Nabohjælp i Nord", true},
		{"Projekt Hjem, Job og Helhed", "hjem job og helhed", true},
		{"Hjem, Job og Helhed", "Helhed og job", false}, // not one after another
		{"Nabohjælp", "Nabohjælpen", true},
		{"Spor 2", "Spor 3", false},
		{"2025", "Budget 2025 og frem", false},
		{"Nu", "Her og nu", false}, // too short to tell
		{"Fælles Start", "Skolestart", false},
	} {
		policy := budget.DefaultPolicy()
		s := budgettest.MustParse("projekt: " + c.project + "; fuldt belyst\ndriftsudgift: x; 100\ndriftsudgift: y; 50; projekt " + c.line)
		a := budget.Review(s, &policy).Assessments[0]
		if near := len(a.Doubtful) > 0; near != c.near {
			t.Errorf("%q is near %q: %t", c.line, c.project, near)
		}
		if known := a.Figures[0].Cost.Known; known == c.near {
			t.Errorf("%q beside %q: the cost is known: %t", c.line, c.project, known)
		}
	}
}
