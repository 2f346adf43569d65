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
	"videre/excel/forms"
	"videre/excel/internal/sheets"
	"videre/excel/workbook"
)

func bookOf(t *testing.T, data []byte) *workbook.Book {
	t.Helper()
	book, err := workbook.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// edited is a workbook with other values in some cells of a sheet.
func edited(t *testing.T, data []byte, sheet string, values map[string]string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for at, value := range values {
		if err := f.SetCellValue(sheet, at, value); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestAMapIsTheSameBytesEachTime writes maps of every third book again and again.
func TestAMapIsTheSameBytesEachTime(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "books", "*.xlsx"))
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d books, %v", len(paths), err)
	}
	for i := 0; i < len(paths); i += 3 {
		book := bookOf(t, read(t, paths[i]))
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
// its column, in both languages.
func TestAMapOffersWhatItTakes(t *testing.T) {
	for _, l := range []budget.Language{budget.Danish, budget.English} {
		data, err := forms.WriteMap(bookOf(t, read(t, example+".xlsx")), l)
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		offered := offeredIn(t, f, f.GetSheetList()[0])
		if len(offered["D"]) < 20 || len(offered["E"]) != 4 || len(offered["F"]) != 3 {
			t.Fatalf("%s: offered %v", l, offered)
		}
		for col, words := range offered {
			for _, word := range words {
				values := map[string]string{"D5": offered["D"][0]}
				values[col+"5"] = word
				filled := edited(t, data, f.GetSheetList()[0], values)
				if m, faults := forms.MapIn(bookOf(t, filled)); len(faults) > 0 || len(m.Meanings) != 1 {
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
	data, err := forms.WriteMap(bookOf(t, read(t, example+".xlsx")), budget.Danish)
	if err != nil {
		t.Fatal(err)
	}
	data = edited(t, data, "Kolonnekort", map[string]string{
		"D5": "Noget", "D6": "Projekt", "E6": "Kassen", "F6": "sække", "D7": "Udløbsår", "E8": "Kassen", // of no heading's
	})
	_, faults := forms.MapIn(bookOf(t, data))
	var told []string
	for _, f := range faults {
		fault, cure := f.Say(budget.Danish)
		if told = append(told, f.Place+" "+f.Have); !strings.HasPrefix(fault, f.Place+": ") || cure == "" {
			t.Errorf("%q %q", fault, cure)
		}
	}
	want := []string{"Kolonnekort!D5 Noget", "Kolonnekort!E6 Kassen", "Kolonnekort!F6 sække"}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

// TestAFormIsReadAsItStands: a copy of ours is not turned back to be read as a map or as
// rules.
func TestAFormIsReadAsItStands(t *testing.T) {
	copied := annotated(t, read(t, example+".xlsx"), sheets.Options{})
	book := bookOf(t, copied)
	if book.FreeName("Vurdering") == "Vurdering" {
		t.Error("the copy was turned back")
	}
	turned, err := excel.Read(copied)
	if err != nil || turned.FreeName("Vurdering") != "Vurdering" {
		t.Errorf("the copy was not turned back: %v", err)
	}
}
