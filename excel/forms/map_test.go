package forms_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/forms"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// example is the workbook that the program was made for.
const example = "../../testdata/aarhus-2026.xlsx"

// bookOf is a workbook as it stands.
func bookOf(t *testing.T, data []byte) *workbook.Book {
	t.Helper()
	book, err := workbook.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// edited is a workbook with other values in some cells of a sheet, or formulas without a
// stored result.
func edited(t *testing.T, data []byte, sheet string, values map[string]string) []byte {
	t.Helper()
	f := exceltest.Open(t, data)
	var err error
	for at, value := range values {
		if formula, ok := strings.CutPrefix(value, "="); ok {
			err = f.SetCellFormula(sheet, at, formula)
		} else {
			err = f.SetCellValue(sheet, at, value)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return exceltest.Saved(t, f)
}

// TestAMapIsTheSameBytesEachTime writes maps of every third book again and again.
func TestAMapIsTheSameBytesEachTime(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "testdata", "books", "*.xlsx"))
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d books, %v", len(paths), err)
	}
	for i := 0; i < len(paths); i += 3 {
		book := bookOf(t, exceltest.ReadFile(t, paths[i]))
		first, err := forms.WriteMap(book, budget.Danish)
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			if again, err := forms.WriteMap(book, budget.Danish); err != nil || !bytes.Equal(first, again) {
				t.Errorf("%s: other bytes, %v", filepath.Base(paths[i]), err)
			}
		}
	}
}

// TestAMapOffersWhatItTakes: each word of the drop-down lists of a map is understood in
// its column, in every language.
func TestAMapOffersWhatItTakes(t *testing.T) {
	for _, l := range budget.Languages() {
		data, err := forms.WriteMap(bookOf(t, exceltest.ReadFile(t, example)), l)
		if err != nil {
			t.Fatal(err)
		}
		f := exceltest.Open(t, data)
		offered := offeredIn(t, f, f.GetSheetList()[0])
		if len(offered["E"]) < 20 || len(offered["F"]) != 4 || len(offered["G"]) != 3 {
			t.Fatalf("%s: offered %v", l, offered)
		}
		for col, words := range offered {
			for _, word := range words {
				values := map[string]string{"E5": offered["E"][0]}
				values[col+"5"] = word
				filled := edited(t, data, f.GetSheetList()[0], values)
				if m, faults := forms.ReadMap(bookOf(t, filled)); len(faults) > 0 || len(m.Meanings) != 1 {
					t.Errorf("%s: %q in column %s: %v", l, word, col, faults)
				}
			}
		}
	}
}

// offeredIn are the words of the drop-down lists of a sheet, by column.
func offeredIn(t *testing.T, f *excelize.File, sheet string) map[string][]string {
	t.Helper()
	rules, err := f.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	offered := map[string][]string{}
	for _, v := range rules {
		column := v.Sqref[:1]
		list, _, elsewhere := strings.Cut(v.Formula1, "!")
		if !elsewhere {
			offered[column] = strings.Split(strings.Trim(list, `"`), ",")
			continue
		}
		columns, err := f.GetCols(strings.Trim(list, "'"))
		if err != nil || len(columns) != 1 {
			t.Fatalf("%q: %v", list, err)
		}
		offered[column] = columns[0]
	}
	return offered
}

// TestAMapTellsEachOfItsBadCells, and where: a fault can be shown by whoever reads it.
func TestAMapTellsEachOfItsBadCells(t *testing.T) {
	data, err := forms.WriteMap(bookOf(t, exceltest.ReadFile(t, example)), budget.Danish)
	if err != nil {
		t.Fatal(err)
	}
	data = edited(t, data, "Kolonnekort", map[string]string{
		"E5": "Noget", "E6": "Projekt", "F6": "Kassen", "G6": "sække", "E7": "Udløbsår",
		"F8": "Kassen", // of a heading that nobody has said the meaning of
	})
	_, faults := forms.ReadMap(bookOf(t, data))
	var told []string
	for _, f := range faults {
		fault, cure := f.Say(budget.Danish)
		if told = append(told, f.Place+" "+f.Have); !strings.HasPrefix(fault, f.Place+": ") || cure == "" {
			t.Errorf("%q %q", fault, cure)
		}
	}
	want := []string{"Kolonnekort!E5 Noget", "Kolonnekort!F6 Kassen", "Kolonnekort!G6 sække"}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

// TestAMapIsReadInTheLanguageItWasWritten writes a map in every language and fills it in
// with the words that its lists offer.
func TestAMapIsReadInTheLanguageItWasWritten(t *testing.T) {
	book := bookOf(t, exceltest.ReadFile(t, example))
	for _, l := range budget.Languages() {
		data, err := forms.WriteMap(book, l)
		if err != nil {
			t.Fatal(err)
		}
		f := exceltest.Open(t, data)
		sheet := f.GetSheetList()[0]
		heading, err := f.GetCellValue(sheet, "B5")
		if err != nil || heading == "" {
			t.Fatalf("the first heading is %q: %v", heading, err)
		}
		filled := edited(t, data, sheet, map[string]string{"E5": notation.HeadingName(notation.RolePayer, l)})
		m, faults := forms.ReadMap(bookOf(t, filled))
		if len(faults) > 0 {
			t.Fatalf("%s: %v", l, faults)
		}
		if got := m.Meanings[layout.MapKey(heading)].Role; got != notation.RolePayer {
			t.Errorf("%s: %q is read as %q", l, heading, got)
		}
	}
}

// TestAFormIsReadAsItStands: a copy of ours is not turned back to be read as a map or as
// rules.
func TestAFormIsReadAsItStands(t *testing.T) {
	copied, err := review(t, exceltest.ReadFile(t, example)).Annotate(excel.Options{})
	if err != nil {
		t.Fatal(err)
	}
	book := bookOf(t, copied)
	if book.FreeName("Vurdering") == "Vurdering" {
		t.Error("the copy was turned back")
	}
	turned, err := excel.Read(copied)
	if err != nil || turned.FreeName("Vurdering") != "Vurdering" {
		t.Errorf("the copy was not turned back: %v", err)
	}
}
