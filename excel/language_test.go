package excel_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel"
	"videre/excel/forms"
	"videre/excel/internal/notation"
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

// TestAMapIsReadInTheLanguageItWasWritten writes a map in every language and fills it in
// with the words that its lists offer.
func TestAMapIsReadInTheLanguageItWasWritten(t *testing.T) {
	book, err := excel.Read(read(t, example+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range budget.Languages() {
		data, err := forms.WriteMap(book.Book, l)
		if err != nil {
			t.Fatal(err)
		}
		heading, filled := fillMap(t, data, notation.HeadingName(notation.RolePayer, l))
		path := filepath.Join(t.TempDir(), "map.xlsx")
		if err := os.WriteFile(path, filled, 0o644); err != nil {
			t.Fatal(err)
		}
		m, faults, err := forms.OpenMap(path)
		if err != nil || len(faults) > 0 {
			t.Fatalf("%s: %v", l, err)
		}
		if got := m.Meanings[notation.HeadingKey(heading)].Role; got != notation.RolePayer {
			t.Errorf("%s: %q is read as %q", l, heading, got)
		}
	}
}

// fillMap says of the first heading of a map what it means.
func fillMap(t *testing.T, data []byte, means string) (heading string, filled []byte) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	sheet := f.GetSheetList()[0]
	if heading, err = f.GetCellValue(sheet, "B5"); err != nil || heading == "" {
		t.Fatalf("the first heading is %q: %v", heading, err)
	}
	if err := f.SetCellValue(sheet, "D5", means); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return heading, out.Bytes()
}
