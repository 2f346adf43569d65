package excel_test

import (
	"path/filepath"
	"testing"

	"videre/budget"
	"videre/excel"
	"videre/excel/internal/sheets"
	"videre/excel/workbook"
)

// TestAllThatIsOursIsKnownAsOurs saves the copy of each book with another program, in each
// language: nothing that the program wrote is taken for a person's.
func TestAllThatIsOursIsKnownAsOurs(t *testing.T) {
	for _, path := range bookPaths(t) {
		input := read(t, path)
		for _, l := range budget.Languages() {
			in, err := excel.Read(resave(t, annotated(t, input, sheets.Options{Language: l, Version: "1.2.3"})))
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range in.Kept {
				o := workbook.OriginOf(k.Sheet, k.Range.From)
				t.Errorf("%s, %s: %s is kept: %q", filepath.Base(path), l, in.Locate(o), in.Stood(o))
			}
		}
	}
}
