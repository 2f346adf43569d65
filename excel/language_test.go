package excel_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"videre/budget"
	"videre/excel/internal/sheets"
)

// TestACopyIsJudgedTheSameInEveryLanguage annotates each book in every language and saves
// the copy with another program: what is ours is known in the language it was written
// in, and the rest is judged as the book is.
func TestACopyIsJudgedTheSameInEveryLanguage(t *testing.T) {
	for _, path := range bookPaths(t) {
		input := read(t, path)
		want := readSubmission(t, input)
		if !want.HasProjects() {
			continue
		}
		for _, l := range budget.Languages() {
			copied := annotated(t, input, sheets.Options{Language: l})
			if bytes.Equal(copied, input) {
				continue
			}
			got := readSubmission(t, resave(t, copied))
			if !got.Input.Corrected {
				t.Errorf("%s %s: the copy is not known", filepath.Base(path), l)
			}
			if a, b := verdictText(want.Report), verdictText(got.Report); a != b {
				t.Errorf("%s %s: is judged\n%s\nits copy\n%s", filepath.Base(path), l, a, b)
			}
			if a, b := codesAndCells(want), codesAndCells(got); a != b {
				t.Errorf("%s %s: has\n%s\nits copy\n%s", filepath.Base(path), l, a, b)
			}
		}
	}
}
