package excel_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"videre/excel/exceltest"
	"videre/excel/internal/sheets"
)

// TestTheLiveCheckAgrees computes the formulas of every example's copy with another
// engine: as long as nothing is changed, they give the exact figures above them.
func TestTheLiveCheckAgrees(t *testing.T) {
	checked := 0
	for _, path := range bookPaths(t) {
		input := read(t, path)
		if !readSubmission(t, input).HasProjects() {
			continue
		}
		f := exceltest.Open(t, annotated(t, input, sheets.Options{}))
		for _, row := range checkRows(t, f) {
			for _, col := range []string{"D", "E", "F", "G"} {
				exact, err := f.GetCellValue("Vurdering", col+strconv.Itoa(row-1), excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				if exact == "ukendt" || exact == "–" {
					continue
				}
				if computed := calculated(t, f, col+strconv.Itoa(row)); !sameNumber(computed, exact) {
					formula, _ := f.GetCellFormula("Vurdering", col+strconv.Itoa(row))
					t.Errorf("%s %s%d: %s gives %s, want %s", filepath.Base(path), col, row, formula, computed, exact)
				}
				checked++
			}
		}
	}
	if checked < 500 {
		t.Errorf("only %d formulas were checked", checked)
	}
}

// TestTheCheckFormulasFollowAChange changes an amount in the example's copy.
func TestTheCheckFormulasFollowAChange(t *testing.T) {
	f := exceltest.Open(t, annotated(t, read(t, example+".xlsx"), sheets.Options{}))
	if err := f.SetCellValue("Økonomi", "F10", 1.6); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, row := range checkRows(t, f) {
		name, _ := f.GetCellValue("Vurdering", "A"+strconv.Itoa(row))
		want := map[string][2]string{"UngiFokus": {"0", "fuld finansiering"}, "Hjem, Job og Helhed": {"50000", "ikke fuld"}}[name]
		if want == [2]string{} {
			continue
		}
		seen++
		if gap, said := calculated(t, f, "F"+strconv.Itoa(row)), calculated(t, f, "H"+strconv.Itoa(row)); !sameNumber(gap, want[0]) || said != want[1] {
			t.Errorf("%s: gap %s, %s; want %v", name, gap, said, want)
		}
	}
	if seen != 8 {
		t.Errorf("%d rows were checked, want 8", seen)
	}
}

// TestTheCheckOfCoverageIsCut: what lacks an øre is not 100 %, stored and computed.
func TestTheCheckOfCoverageIsCut(t *testing.T) {
	text := strings.Replace(string(read(t, example+".txt")), "1.6499999999999999", "1.64999999", 1)
	f := exceltest.Open(t, annotated(t, exceltest.MustBuild(text), sheets.Options{}))
	seen := 0
	for _, row := range checkRows(t, f) {
		cell := "G" + strconv.Itoa(row)
		if name, _ := f.GetCellValue("Vurdering", "A"+strconv.Itoa(row)); name != "Hjem, Job og Helhed" {
			continue
		}
		seen++
		stored, err := f.GetCellValue("Vurdering", cell, excelize.Options{RawCellValue: true})
		if computed := calculated(t, f, cell); err != nil || stored != "0.9999" || !sameNumber(computed, stored) {
			t.Errorf("%s is stored as %s and computed as %s, want 0.9999", cell, stored, computed)
		}
	}
	if seen != 4 {
		t.Errorf("%d years were checked, want 4", seen)
	}
}

// checkRows are the rows of the check formulas.
func checkRows(t *testing.T, f *excelize.File) []int {
	t.Helper()
	rows, err := f.GetRows("Vurdering")
	if err != nil {
		t.Fatal(err)
	}
	var list []int
	for i, row := range rows {
		if len(row) > 2 && row[2] == "kontrol" {
			list = append(list, i+1)
		}
	}
	return list
}

func calculated(t *testing.T, f *excelize.File, cell string) string {
	t.Helper()
	value, err := f.CalcCellValue("Vurdering", cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func sameNumber(a, b string) bool {
	x, errX := decimal.NewFromString(a)
	y, errY := decimal.NewFromString(b)
	return errX == nil && errY == nil && x.Sub(y).Abs().LessThan(decimal.New(1, -5))
}
