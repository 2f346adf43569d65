package excel_test

import (
	"testing"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// FuzzCheck puts any bytes in the place of some in a part of a workbook, and does all that is
// done with one: it is refused with a sentence, or judged and copied, and the copy turns back
// into it.
func FuzzCheck(f *testing.F) {
	var all [][]exceltest.Part
	for _, path := range []string{example + ".xlsx", books + "/skabelon-uden-fejl-libreoffice.xlsx", books + "/formel-med-vaerdi.xlsx"} {
		all = append(all, exceltest.Parts(f, exceltest.ReadFile(f, path)))
	}
	f.Add(uint8(0), uint8(6), uint16(900), uint8(4), `<v>9</v>`)
	f.Add(uint8(1), uint8(2), uint16(300), uint8(0), `<row/>`)
	f.Add(uint8(2), uint8(6), uint16(1200), uint8(9), `99`)
	f.Fuzz(func(t *testing.T, book, part uint8, at uint16, remove uint8, insert string) {
		parts := append([]exceltest.Part(nil), all[int(book)%len(all)]...)
		p := &parts[int(part)%len(parts)]
		from := int(at) % (len(p.Content) + 1)
		to := min(len(p.Content), from+int(remove))
		p.Content = p.Content[:from] + insert + p.Content[to:]
		checkWhole(t, exceltest.Pack(t, parts))
	})
}

// checkWhole reads, judges and copies a workbook, and turns the copy back.
func checkWhole(t *testing.T, data []byte) {
	t.Helper()
	in, err := excel.Read(data)
	if err != nil {
		u, ok := err.(*workbook.Unreadable)
		if !ok {
			t.Fatal(err)
		}
		if fault, cure := workbook.Explain(budget.Danish, u); fault == "" || cure == "" {
			t.Errorf("%v: %q %q", err, fault, cure)
		}
		return
	}
	policy := budget.DefaultPolicy()
	review, err := in.Review(reading.Settings{}, &policy)
	if err != nil { // over a limit
		return
	}
	copied, err := review.Annotate(sheets.Options{})
	if err != nil {
		t.Fatal(err)
	}
	back, err := excel.Read(copied)
	if err != nil || !back.FromCopy {
		t.Fatalf("the copy does not turn back: %v", err)
	}
}
