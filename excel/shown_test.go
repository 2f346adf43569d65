package excel_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"videre/excel/exceltest"
	"videre/excel/workbook"
)

// misleading are the formats of the corpus that show another number than the cell holds, by
// design of those who test other programs with them.
var misleading = map[string]bool{
	`"P" #,##0.00; "N" #,##0.00;0;@`: true, `"("0.0")"`: true, // a sign as a letter; brackets about what is not negative
	`###"."###"."##0`: true, `#"."##0`: true, `###"."##0`: true, // a point before the first digit: .1
}

// TestFormatsOfTheCorpusMislead asks of every filled cell of the corpus whether what it shows
// means what it holds; those that do not are named.
func TestFormatsOfTheCorpusMislead(t *testing.T) {
	cells := 0
	for _, path := range exceltest.Corpus(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		book, err := workbook.Read(data)
		if err != nil {
			continue
		}
		told := map[int]bool{}
		for _, s := range book.Sheets {
			for i := range cellsOf(s) {
				v := book.Value(s, &s.Cells[i])
				if v.Kind != workbook.Number && v.Kind != workbook.Text {
					continue
				}
				cells++
				moment := book.Format(v.Style).Moment
				if shown, means := book.Shown(v); !means && moment == 0 && !told[v.Style] {
					told[v.Style] = true
					code := book.Styles.Code(v.Style)
					if !misleading[code] {
						t.Errorf("%s %s: %q shown as %q by %s", filepath.Base(path), s.Cells[i].Ref(), v.Raw, strings.TrimSpace(shown), code)
					}
				}
			}
		}
	}
	t.Logf("%d cells", cells)
}

// cellsOf are the cells of a sheet that may be none.
func cellsOf(s *workbook.Sheet) []workbook.Cell {
	if s == nil {
		return nil
	}
	return s.Cells
}
