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

// TestQuotesDashesAndBlanksMakeNoNameOfTheirOwn: one project is written in many ways; a number
// more is another.
func TestQuotesDashesAndBlanksMakeNoNameOfTheirOwn(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Hjem, Job og Helhed", "“hjem, job  og Helhed”", true},
		{"Hjem, Job og Helhed", "»Hjem, Job og\u00a0Helhed«", true},
		{"Hjem – Job – Helhed", "Hjem - Job - Helhed", true},
		{"Hjem—Job", "Hjem-job", true},
		{"Skole-start", "Skolestart", true},
		{"Skole\u2011start", "Skole start", true},
		{"Skole\u00adstart", "Skolestart", true},
		{"UngiFokus", "Ungi Fokus", true},
		{"Børn's hus", "Børn’s hus", true},
		{"Værksted 8", "Værksted-8", true},
		{"Spor 1-2", "Spor 1 2", true},
		{"Spor 1-2", "Spor 12", false},
		{"Værksted 8", "Værksted 9", false},
		{"Hjem, Job og Helhed", "Hjem, Job og Helheden", false},
	} {
		if got := budget.FoldName(c.a) == budget.FoldName(c.b); got != c.same {
			t.Errorf("%q and %q are one: %t", c.a, c.b, got)
		}
	}
}
