package excel_test

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// TestTheCorpusIsChecked puts every file of the corpus through a review: each gives
// findings or an error of a class.
func TestTheCorpusIsChecked(t *testing.T) {
	policy := budget.DefaultPolicy()
	outcomes := map[string]int{}
	for _, path := range exceltest.Corpus(t) {
		review, err := excel.ReviewFile(path, reading.Settings{}, &policy)
		var unreadable *workbook.Unreadable
		switch {
		case errors.As(err, &unreadable):
			outcomes["refused: "+unreadable.Class.String()]++
			if fault, cure := workbook.Explain(budget.Danish, unreadable); fault == "" || cure == "" {
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
}
