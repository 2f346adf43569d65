package excel_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel"
	"videre/excel/annotate"
	"videre/excel/exceltest"
	"videre/excel/internal/sheets"
	"videre/excel/workbook"
)

// TestAnIntactCopyGivesTheInputBack strips the copy of each example.
func TestAnIntactCopyGivesTheInputBack(t *testing.T) {
	for _, path := range bookPaths(t) {
		input := read(t, path)
		r := readSubmission(t, input)
		copied := annotated(t, input, sheets.Options{})
		stripped, exact, err := excel.Strip(copied)
		if err != nil || !exact || !bytes.Equal(stripped, input) {
			t.Errorf("%s: exact %t, %v, %d projects", filepath.Base(path), exact, err, len(r.Report.Assessments))
		}
	}
	if _, _, err := excel.Strip(read(t, example+".xlsx")); err != annotate.ErrNoCopy {
		t.Errorf("stripping what is no copy: %v", err)
	}
}

func bookPaths(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "books", "*.xlsx"))
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d books, %v", len(paths), err)
	}
	return append(paths, example+".xlsx")
}

// resave opens a workbook with excelize and saves it again.
func resave(t *testing.T, data []byte) []byte {
	t.Helper()
	return exceltest.Saved(t, exceltest.Open(t, data))
}

// TestACopySavedByAnotherProgramIsTakenOff saves each example's copy with excelize and
// takes what is ours off: what is left is what the same program makes of the input.
func TestACopySavedByAnotherProgramIsTakenOff(t *testing.T) {
	for _, path := range bookPaths(t) {
		input := read(t, path)
		copied := annotated(t, input, sheets.Options{})
		if bytes.Equal(copied, input) || !readSubmission(t, input).HasProjects() {
			continue
		}
		stripped, exact, err := excel.Strip(resave(t, copied))
		if err != nil || exact {
			t.Errorf("%s: exact %t, %v", filepath.Base(path), exact, err)
			continue
		}
		if was, is := dumpOf(t, resave(t, input)), dumpOf(t, stripped); was != is {
			t.Errorf("%s: was\n%s\nis\n%s", filepath.Base(path), was, is)
		}
		before, after := readSubmission(t, input), readSubmission(t, stripped)
		if a, b := verdictText(before.Report), verdictText(after.Report); a != b {
			t.Errorf("%s: was judged\n%s\nis judged\n%s", filepath.Base(path), a, b)
		}
	}
}

// dumpOf is a workbook as text, without the name that tells it was corrected.
func dumpOf(t *testing.T, data []byte) string {
	t.Helper()
	text, err := exceltest.Dump(data)
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for _, line := range strings.Split(text, "\n") {
		if !strings.HasPrefix(line, "name "+workbook.MarkPrefix+"rettet") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// TestACorrectedCopyIsReadAgain reads the example's copy, corrected and saved by other
// programs: an amount was lowered, a project renamed, and people wrote in the columns
// meant for them.
func TestACorrectedCopyIsReadAgain(t *testing.T) {
	text := string(read(t, example+".txt"))
	text = strings.Replace(text, "1.6499999999999999", "1.6", 1)
	text = strings.Replace(text, "A7 Havnen |", "A7 Havnen II |", 1)
	want := readSubmission(t, exceltest.MustBuild(text))
	for _, program := range []string{"openpyxl", "libreoffice"} {
		data := read(t, filepath.Join("..", "testdata", "resaved", program+".xlsx"))
		got := readSubmission(t, data)
		if !got.Input.Corrected || got.Input.FromCopy {
			t.Errorf("%s: corrected %t, from an intact copy %t", program, got.Input.Corrected, got.Input.FromCopy)
		}
		if a, b := verdictText(want.Report), verdictText(got.Report); a != b {
			t.Errorf("%s: want\n%s\ngot\n%s", program, a, b)
		}
		if a, b := codesAndCells(want), codesAndCells(got); a != b {
			t.Errorf("%s: want\n%s\ngot\n%s", program, a, b)
		}
		if !strings.Contains(assumed(got), "vurderet kopi") {
			t.Errorf("%s: it is not told: %s", program, assumed(got))
		}
		copied, err := got.Annotate(sheets.Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkEntries(t, program, copied)
		again := readSubmission(t, copied)
		twice, err := again.Annotate(sheets.Options{})
		if err != nil || !bytes.Equal(twice, copied) {
			t.Errorf("%s: twice is not once: %v", program, err)
		}
	}
}

// codesAndCells are the findings of a review by code and cell.
func codesAndCells(r *excel.Review) string {
	var b strings.Builder
	for _, f := range r.Report.Findings {
		b.WriteString(f.Code.String() + " " + r.Book.Locate(f.Origin) + "\n")
	}
	return b.String()
}

func assumed(r *excel.Review) string {
	var b strings.Builder
	for _, m := range r.Report.Assumptions {
		b.WriteString(budget.Danish.Say(m, r.Book.Locate) + "\n")
	}
	return b.String()
}

// checkEntries looks for what people wrote in the copy, in the rows of their projects,
// and for that of the project that has another name now.
func checkEntries(t *testing.T, program string, copied []byte) {
	t.Helper()
	f := exceltest.Open(t, copied)
	rows, err := f.GetRows("Vurdering")
	if err != nil {
		t.Fatal(err)
	}
	included := 0 // the first of the two columns meant for people
	for _, row := range rows {
		included = max(included, slices.Index(row, "Indarbejdet i Magistratens budgetforslag"))
	}
	want := map[string]string{"UngiFokus": "Ja, 12,1 mio.", "Hjem, Job og Helhed": "Udsat", "Havnen": "Afventer"}
	for _, row := range rows {
		if len(row) <= included {
			continue
		}
		if wrote := strings.Join(row[included:], ""); wrote != "" && wrote == want[row[0]] {
			delete(want, row[0])
		}
	}
	for project, wrote := range want {
		t.Errorf("%s: %q of %s is lost", program, wrote, project)
	}
	for _, name := range f.GetSheetList() {
		if strings.HasSuffix(name, "(2)") {
			t.Errorf("%s: our sheet is there twice: %s", program, name)
		}
	}
}

// TestARenamedSheetOfOursIsKnown renames our sheets without moving their marks, as
// openpyxl does.
func TestARenamedSheetOfOursIsKnown(t *testing.T) {
	copied := annotated(t, read(t, example+".xlsx"), sheets.Options{})
	f := exceltest.Open(t, copied)
	names := f.GetDefinedName()
	for _, name := range []string{"Vurdering", "Kontrolbemærkninger", "Regler og forudsætninger"} {
		if err := f.SetSheetName(name, "Gl. "+name); err != nil {
			t.Fatal(err)
		}
	}
	for _, n := range names {
		if strings.HasPrefix(n.Name, workbook.MarkPrefix) {
			if err := f.DeleteDefinedName(&excelize.DefinedName{Name: n.Name, Scope: n.Scope}); err != nil {
				t.Fatal(err)
			}
			if err := f.SetDefinedName(&n); err != nil {
				t.Fatal(err)
			}
		}
	}
	got, want := readSubmission(t, exceltest.Saved(t, f)), readSubmission(t, read(t, example+".xlsx"))
	if a, b := verdictText(want.Report), verdictText(got.Report); a != b || len(got.Book.Workbook.Sheets) != len(want.Book.Workbook.Sheets) {
		t.Errorf("want\n%s\ngot\n%s with %d sheets", a, b, len(got.Book.Workbook.Sheets))
	}
}
