package forms_test

import (
	"testing"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/forms"
	"videre/excel/workbook"
)

// withCell is a workbook with another text in one of its cells, counted over all sheets; as a
// number when it is to be one.
func withCell(t *testing.T, data []byte, at uint16, text string, number bool) *workbook.Book {
	t.Helper()
	book := bookOf(t, data)
	left := int(at)
	for _, s := range book.Sheets {
		if left >= len(s.Cells) {
			left -= len(s.Cells)
			continue
		}
		c := &s.Cells[left]
		c.Text, c.Kind = text, workbook.Text
		if number {
			c.Kind = workbook.Number
		}
		break
	}
	return book
}

// FuzzPolicy puts any text into a cell of the workbook of the rules: it is refused with a
// sentence, or read as rules that are written and read back the same.
func FuzzPolicy(f *testing.F) {
	policy := budget.DefaultPolicy()
	data, err := forms.WritePolicy(&policy, excel.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint16(20), "2026", true)
	f.Add(uint16(33), "ja", false)
	f.Fuzz(func(t *testing.T, at uint16, text string, number bool) {
		read, faults := forms.ReadPolicy(withCell(t, data, at, text, number))
		checkSaid(t, faults)
		if len(faults) > 0 || read == nil {
			return
		}
		again, err := forms.WritePolicy(read, excel.Options{})
		if err != nil {
			t.Fatal(err)
		}
		back, faults := readPolicy(t, again)
		if len(faults) > 0 || back.Fingerprint() != read.Fingerprint() {
			t.Errorf("%v", faults)
		}
	})
}

// FuzzMap puts any text into a cell of a map of columns.
func FuzzMap(f *testing.F) {
	book, err := workbook.Read(exceltest.ReadFile(f, example))
	if err != nil {
		f.Fatal(err)
	}
	data, err := forms.WriteMap(book, budget.Danish)
	if err != nil {
		f.Fatal(err)
	}
	file := exceltest.Open(f, data)
	for cell, text := range map[string]string{"E5": "Projekt", "F5": "mio. kr.", "G5": "Kommune", "E6": "Afdeling"} {
		if err := file.SetCellStr("Kolonnekort", cell, text); err != nil {
			f.Fatal(err)
		}
	}
	data = exceltest.Saved(f, file)
	f.Add(uint16(30), "Udløb", false)
	f.Fuzz(func(t *testing.T, at uint16, text string, number bool) {
		_, faults := forms.ReadMap(withCell(t, data, at, text, number))
		checkSaid(t, faults)
	})
}

// checkSaid checks that each fault has a sentence and a cure.
func checkSaid(t *testing.T, faults []forms.Fault) {
	t.Helper()
	for _, fault := range faults {
		if said, cure := fault.Say(budget.Danish); said == "" || cure == "" {
			t.Errorf("%+v: %q %q", fault, said, cure)
		}
	}
}
