package excel_test

import (
	"strings"
	"testing"

	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/internal/sheetml"
)

// TestFormulasThatStandInAnotherCell computes formulas that only the first cell of a
// group writes out. One whose first cell is missing, and one of an array, are left.
func TestFormulasThatStandInAnotherCell(t *testing.T) {
	data := exceltest.MustBuild(`# Ark
A1 1 | 10 | =first
A2 2 | 20 | =same
A3 3 | 30 | =C2*2
A4 4 | 40 | =same
A5 5 | 50 | =other
A6 6 | 60 | =array
`)
	formulas := strings.NewReplacer(
		"<f>first</f>", `<f t="shared" ref="C1:C4" si="0">A1+B$1</f>`,
		"<f>same</f>", `<f t="shared" si="0"/>`,
		"<f>other</f>", `<f t="shared" si="1"/>`,
		"<f>array</f>", `<f t="array" ref="C6">A6+B6</f>`,
	)
	book, err := excel.Read(repacked(t, data, func(_, content string) string { return formulas.Replace(content) }, nil))
	if err != nil {
		t.Fatal(err)
	}
	for row, want := range []string{"11", "12", "24", "14", "-", "-"} {
		got, ok := book.Compute(book.Sheets[0], sheetml.Ref{Row: row + 1, Col: 3})
		if ok != (want != "-") || ok && got.String() != want {
			t.Errorf("C%d is %s %v, want %s", row+1, got, ok, want)
		}
	}
}
