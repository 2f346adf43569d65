package excel_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel"
	"videre/excel/annotate"
	"videre/excel/exceltest"
	"videre/excel/internal/sheetml"
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

// corrected is the example's copy, saved by LibreOffice, as somebody changed it and saved it
// with another program.
func corrected(t *testing.T, change func(*excelize.File)) []byte {
	t.Helper()
	f := exceltest.Open(t, read(t, filepath.Join("..", "testdata", "resaved", "libreoffice.xlsx")))
	change(f)
	return exceltest.Saved(t, f)
}

// TestWhatPeopleWriteAmongOurCellsStays corrects copies in ways that a department can: what
// was written stays where it stood, through a new annotation and through strip, and is told.
func TestWhatPeopleWriteAmongOurCellsStays(t *testing.T) {
	for _, c := range []struct {
		what, sheet string
		cells       map[string]any
	}{
		{"money below the findings", "Kontrolbemærkninger", map[string]any{"A20": "Ekstra driftsudgift", "E20": 5000000}},
		{"money beside a finding", "Kontrolbemærkninger", map[string]any{"J5": 5000000}},
		{"money in a finding", "Kontrolbemærkninger", map[string]any{"E5": 5000000}},
		{"a finding's text", "Kontrolbemærkninger", map[string]any{"F5": "Havnen koster 5 mio. kr. om året"}},
		{"a line below the verdicts", "Vurdering", map[string]any{"A13": "Havnens husleje", "D13": 5000000}},
		{"a line below the years", "Vurdering", map[string]any{"A80": "Havnens husleje", "D80": 5000000}},
		{"a formula", "Vurdering", map[string]any{"H80": "=1+1"}},
		{"a reason that goes on", "Projekter", map[string]any{"R5": "Fuldt finansieret. Hertil kommer 2 mio. kr. til husleje"}},
		{"a figure for a reason", "Projekter", map[string]any{"R5": 2000000}},
		{"a cost beside a line", "Økonomi", map[string]any{"H6": "Ekstra driftsudgift 2 mio. kr. i 2027"}},
		{"a cost for what counts", "Økonomi", map[string]any{"H6": 2000000}},
		{"a rule of theirs", "Regler og forudsætninger", map[string]any{"A60": "Husleje", "B60": 2000000}},
	} {
		data := corrected(t, func(f *excelize.File) {
			for at, value := range c.cells {
				if formula, ok := value.(string); ok && formula[0] == '=' {
					must(t, f.SetCellFormula(c.sheet, at, formula))
				} else {
					must(t, f.SetCellValue(c.sheet, at, value))
				}
			}
		})
		review := readSubmission(t, data)
		told := slices.ContainsFunc(review.Report.Findings, func(f budget.Finding) bool {
			sheet, _ := review.Book.Place(f.Origin)
			return f.Code == budget.KeptAddition && sheet == c.sheet
		})
		if !told || !isKept(t, review, c.cells) {
			t.Errorf("%s is not told:\n%s", c.what, codesAndCells(review))
		}
		copied := annotated(t, data, sheets.Options{})
		stripped, exact, err := excel.Strip(data)
		if err != nil || exact {
			t.Errorf("%s: strip: exact %t, %v", c.what, exact, err)
		}
		for name, data := range map[string][]byte{"copied": copied, "stripped": stripped} {
			if got := exceltest.Open(t, data); !holdsAll(t, got, c.sheet, c.cells) {
				t.Errorf("%s is lost when it is %s", c.what, name)
			}
		}
		if again := readSubmission(t, copied); !again.Input.FromCopy || codesAndCells(again) != codesAndCells(review) {
			t.Errorf("%s: the copy of it is read as another", c.what)
		}
	}
}

// isKept reports whether all cells are among what was kept of a copy.
func isKept(t *testing.T, review *excel.Review, cells map[string]any) bool {
	t.Helper()
	for cell := range cells {
		at, ok := sheetml.ParseRef(cell)
		if !ok || !slices.ContainsFunc(review.Input.Kept, func(k annotate.Kept) bool { return k.Range.Holds(at) }) {
			return false
		}
	}
	return true
}

// holdsAll reports whether a workbook holds in cells of a sheet what was put there.
func holdsAll(t *testing.T, f *excelize.File, sheet string, cells map[string]any) bool {
	t.Helper()
	for at, value := range cells {
		got, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
		must(t, err)
		if formula, _ := f.GetCellFormula(sheet, at); got != fmt.Sprint(value) && formula != value {
			return false
		}
	}
	return true
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestAnHonestCorrectionIsNoAddition corrects a copy as it is meant: other figures, another
// name, entries in the columns for people. Nothing is told of that.
func TestAnHonestCorrectionIsNoAddition(t *testing.T) {
	review := readSubmission(t, corrected(t, func(f *excelize.File) {
		must(t, f.SetCellValue("Projekter", "A7", "Havnen og byen"))
		must(t, f.SetCellValue("Projekter", "I8", "positiv"))
		must(t, f.SetCellValue("Økonomi", "F10", 1.7))
		must(t, f.SetCellValue("Økonomi", "D6", "Forsørgelse"))
		must(t, f.SetCellValue("Vurdering", "J9", "Ja, 12,1 mio."))
		must(t, f.SetCellValue("Vurdering", "K10", "Udsat"))
	}))
	if !review.Input.Corrected || len(review.Input.Kept) > 0 {
		t.Errorf("corrected %t, kept %v", review.Input.Corrected, review.Input.Kept)
	}
	if len(review.Book.Sheets) != 2 {
		t.Errorf("%d sheets are left", len(review.Book.Sheets))
	}
}

// TestForgedMarksLoseNothing gives a department's own sheets, and columns under headings of
// ours, the marks of ours: they are read as they stand.
func TestForgedMarksLoseNothing(t *testing.T) {
	input := read(t, example+".xlsx")
	honest := verdictText(readSubmission(t, input).Report)
	for name, where := range map[string]string{
		"videre_vurdering":  "'Økonomi'!$A$1",
		"videre_kontrol":    "'Økonomi'!$A$1",
		"videre_regler":     "'Projekter'!$A$1",
		"videre_kolonner_1": "'Økonomi'!$A$4:$G$11",
	} {
		f := exceltest.Open(t, input)
		must(t, f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: where}))
		forged := exceltest.Saved(t, f)
		if got := verdictText(readSubmission(t, forged).Report); got != honest {
			t.Errorf("%s: want\n%s\ngot\n%s", name, honest, got)
		}
		stripped, exact, err := excel.Strip(forged)
		if exact {
			t.Errorf("%s: strip says that it is exact", name)
		}
		if err == nil && verdictText(readSubmission(t, stripped).Report) != honest {
			t.Errorf("%s: strip takes the department's own off", name)
		}
	}
}

// TestACostUnderAHeadingOfOursIsRead puts a department's line of cost in a column that has
// our heading and our mark.
func TestACostUnderAHeadingOfOursIsRead(t *testing.T) {
	f := exceltest.Open(t, read(t, example+".xlsx"))
	must(t, f.SetCellValue("Økonomi", "H4", "Indgår i finansieringen"))
	must(t, f.SetCellValue("Økonomi", "H5", "Ekstra driftsudgift: 2 mio. kr. om året"))
	must(t, f.SetCellValue("Økonomi", "H9", 2))
	must(t, f.SetDefinedName(&excelize.DefinedName{Name: "videre_kolonner_1", RefersTo: "'Økonomi'!$H$4:$H$11"}))
	review := readSubmission(t, exceltest.Saved(t, f))
	for _, at := range []string{"H5", "H9"} {
		if got, _ := exceltest.Open(t, annotated(t, exceltest.Saved(t, f), sheets.Options{})).GetCellValue("Økonomi", at); got == "" {
			t.Errorf("%s is lost", at)
		}
	}
	if told := codesAndCells(review); !strings.Contains(told, "V337 Økonomi!H5") && !strings.Contains(told, "V338 Økonomi!H4") {
		t.Errorf("it is not told:\n%s", codesAndCells(review))
	}
}

// TestALineOnASheetOfOursIsRead hides a table of costs among the sentences of a sheet of ours,
// marks and all: each of its words is in the catalogues.
func TestALineOnASheetOfOursIsRead(t *testing.T) {
	data := corrected(t, func(f *excelize.File) {
		putRow(t, f, "Vurdering", "A90", "Projekt", "Type", "Post", "Budgetområde", "Besparelsen tilfalder", "Årligt (mio. kr.)")
		putRow(t, f, "Vurdering", "A91", "UngiFokus", "Driftsudgift", "Husleje", "", "Kommune", 5)
	})
	review := readSubmission(t, data)
	for _, a := range review.Report.Assessments {
		if a.Name() == "UngiFokus" && a.Verdict() == budget.ContinueScaled {
			t.Errorf("the cost is lost: %s\n%s", verdictText(review.Report), codesAndCells(review))
		}
	}
}

// TestANoteThatGoesOnStays changes what a note of ours says, its heading and end as they were.
func TestANoteThatGoesOnStays(t *testing.T) {
	data := read(t, filepath.Join("..", "testdata", "resaved", "libreoffice.xlsx"))
	for was, now := range map[string]string{
		"Fejl V303: Den sociale":    "Fejl V303: Husk huslejen på 2 mio. kr. Den sociale",
		"er ikke oplyst. Skriv pos": "er ikke oplyst. Hertil kommer 2 mio. kr. Skriv pos",
		"Fejl V303:":                "2 mio. kr.:",
	} {
		changed := changedParts(t, data, func(name, content string) string {
			if strings.Contains(name, "comments") {
				return strings.Replace(content, was, now, 1)
			}
			return content
		}, nil)
		if bytes.Equal(changed, changedParts(t, data, func(_, content string) string { return content }, nil)) {
			t.Fatalf("no note says %q", was)
		}
		stripped, _, err := excel.Strip(changed)
		must(t, err)
		if text, err := exceltest.Dump(stripped); err != nil || strings.Count(text, "2 mio. kr.") != 1 {
			t.Errorf("%q is lost, %v", now, err)
		}
		if got := codesAndCells(readSubmission(t, changed)); strings.Count(got, "V338") != 1 {
			t.Errorf("%q is not told once:\n%s", now, got)
		}
	}
}
