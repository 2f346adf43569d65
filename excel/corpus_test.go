package excel

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"videre/budget"
)

// TestTheCorpusIsChecked puts every file of the corpus through a review: each gives
// findings or an error of a class, and none takes long.
func TestTheCorpusIsChecked(t *testing.T) {
	const patience = 20 * time.Second // against endless loops, not a measure of speed
	policy := budget.DefaultPolicy()
	outcomes := map[string]int{}
	var slowest time.Duration
	var slowestFile string
	for _, path := range corpusFiles(t) {
		began := time.Now()
		review, err := ReviewFile(path, Settings{}, &policy)
		took := time.Since(began)
		if took > slowest {
			slowest, slowestFile = took, filepath.Base(path)
		}
		if took > patience {
			t.Errorf("%s took %s", path, took)
		}
		var unreadable *Unreadable
		switch {
		case errors.As(err, &unreadable):
			outcomes["refused: "+unreadable.Class.String()]++
			if fault, cure := Explain(budget.Danish, unreadable); fault == "" || cure == "" {
				t.Errorf("%s: no sentence for %v", path, err)
			}
		case err != nil:
			t.Errorf("%s: an error of no class: %v", path, err)
		case !review.HasProjects():
			outcomes["read, no projects"]++
			if !slices.ContainsFunc(review.Report.Findings, func(f budget.Finding) bool { return f.Code == budget.MissingTable }) {
				t.Errorf("%s: no projects, and no finding of it", path)
			}
		default:
			outcomes["read, with projects"]++
			t.Logf("%s: %s", filepath.Base(path), findingsText(review))
		}
	}
	for _, outcome := range slices.Sorted(maps.Keys(outcomes)) {
		t.Logf("%4d %s", outcomes[outcome], outcome)
	}
	t.Logf("slowest: %s, %s", slowestFile, slowest.Round(time.Millisecond))
}
