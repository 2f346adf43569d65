package excel_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/exceltest"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// TestEveryFilledCellHasAnEntry holds the account of each workbook that has projects against
// its filled cells: none is left out, and none stands in ranges that say different things of
// it.
func TestEveryFilledCellHasAnEntry(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(books, "*.xlsx"))
	if err != nil || len(paths) < 40 {
		t.Fatal(len(paths), err)
	}
	for _, path := range paths {
		r := reviewed(t, read(t, path), reading.Settings{})
		if len(r.Submission.Projects) == 0 {
			continue
		}
		for _, s := range r.Book.Sheets {
			if s == nil {
				continue
			}
			for i := range s.Cells {
				if v := r.Book.Value(s, &s.Cells[i]); !v.Blank() && len(entriesAt(r.Account, s.Index, s.Cells[i].Ref())) == 0 {
					t.Errorf("%s: %s has no entry", filepath.Base(path), r.Book.Locate(v.Origin))
				}
			}
		}
	}
}

// entriesAt is what an account says of a cell.
func entriesAt(a *reading.Account, sheet int, at workbook.Ref) []string {
	var said []string
	for _, regions := range [][]reading.Region{a.Used, a.Harmless} {
		for _, r := range regions {
			if r.Sheet == sheet && r.Range.Holds(at) {
				said = append(said, r.As)
			}
		}
	}
	for _, g := range a.NotUnderstood {
		if g.Sheet == sheet && g.Range.Holds(at) {
			said = append(said, g.As)
		}
	}
	return said
}

// TestWhatBecomesOfAColumn adds a column to a workbook without fault: what the account says of
// it, what is told, and whether the project can still be approved.
func TestWhatBecomesOfAColumn(t *testing.T) {
	base := string(read(t, filepath.Join(books, "skabelon-uden-fejl.txt")))
	for _, test := range []struct {
		name, change string
		as           string
		code         budget.Code // 0 for no finding of the account
		approved     bool
	}{
		{"money of a kind among lines", "J4 Afledt udgift i øvrigt\nJ5 500", "not-read", budget.NotUnderstood, false},
		{"money", "J4 Det løber op i\nJ5 500", "unknown-heading", budget.NotUnderstood, false},
		{"money in words", "J4 Det løber op i\nJ5 '1,2 mio. kr.", "unknown-heading", budget.NotUnderstood, false},
		{"money without a heading", "J5 500", "no-heading", budget.NotUnderstood, false},
		{"ja under words that touch money", "J4 Budgetmæssig status\nJ5 Ja", "unknown-heading", budget.NotUnderstood, false},
		{"zero", "J4 Afledt udgift i øvrigt\nJ5 0", "zero", 0, true},
		{"text", "J4 Hvem har talt med hvem\nJ5 Centerchefen", "unknown-heading", budget.NotUnderstoodText, true},
		{"a text that takes back", "J4 Hvem siger hvad\nJ5 Er allerede trukket ud af budgettet", "remark", budget.ContradictingRemark, false},
		{"persons", "J4 Antal borgere\nJ5 40", "count", 0, true},
		{"an earlier year", "J4 Regnskab 2024\nJ5 40", "consumption", 0, true},
		{"per cent", "J4 Opfyldt mål\nJ5 0.4 {0%}", "per-cent", 0, true},
		{"a sum by formula", "J4 Det hele\nJ5 =SUM(F5:I5) => 4000", "derived", 0, true},
		{"a sum by formula and something else", "J4 Det hele\nJ5 =SUM(F5:I5)+310 => 4310", "unknown-heading", budget.NotUnderstood, false},
	} {
		data, err := exceltest.Build(changedText(base, withSheet("Økonomi", test.change)))
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		r := readSubmission(t, data)
		said := entriesAt(r.Account, 1, workbook.Ref{Row: 5, Col: 10})
		if !slices.Equal(said, []string{test.as}) {
			t.Errorf("%s: the account says %v, want %s", test.name, said, test.as)
		}
		var codes []budget.Code
		for _, f := range r.Report.Findings {
			if f.Code != budget.MissingPriceLevel {
				codes = append(codes, f.Code)
			}
		}
		if test.code == 0 && len(codes) > 0 || test.code != 0 && !slices.Equal(codes, []budget.Code{test.code}) {
			t.Errorf("%s: findings %v, want %v alone", test.name, codes, test.code)
		}
		if approved := r.Report.Assessments[0].Verdict() == budget.Continue; approved != test.approved {
			t.Errorf("%s: approved %t, want %t", test.name, approved, test.approved)
		}
	}
}

// withSheet puts a sheet's name before each line of an example.
func withSheet(sheet, change string) string {
	return sheet + " " + strings.ReplaceAll(change, "\n", "\n"+sheet+" ")
}
