package exceltest

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"videre/budget"
)

// ReadFile is what a file of testdata holds.
func ReadFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Verdicts is each project of a report with its verdict and, for each year, what it costs,
// what counts as its financing and what is missing, in kroner.
func Verdicts(r *budget.Report) string {
	var b strings.Builder
	for i := range r.Assessments {
		a := &r.Assessments[i]
		fmt.Fprintf(&b, "%s: %s", a.Name(), a.Verdict())
		for _, f := range a.Figures {
			fmt.Fprintf(&b, " | %d %s %s %s", f.Year, Figure(f.Cost), Figure(f.Counted), Figure(f.Gap))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Figure is a figure as plain decimal text, or "unknown".
func Figure(f budget.Figure) string {
	if !f.Known {
		return "unknown"
	}
	return budget.Plain(f.Value)
}
