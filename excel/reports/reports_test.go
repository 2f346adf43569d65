package reports_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/reading"
	"videre/excel/reports"
)

// reviewed reads a workbook of testdata or one built of a text, and judges it by the default
// policy.
func reviewed(t *testing.T, data []byte) *excel.Review {
	t.Helper()
	in, err := excel.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	policy := budget.DefaultPolicy()
	review, err := in.Review(reading.Settings{}, &policy)
	if err != nil {
		t.Fatal(err)
	}
	return review
}

// summaryOf is a summary of one workbook, without a copy when its name is empty.
func summaryOf(r *excel.Review, l budget.Language, copied string) *reports.Summary {
	kept := r.Judged()
	return &reports.Summary{
		Options: excel.Options{Language: l}, Policy: kept.Report.Policy, BudgetYear: kept.Report.BudgetYear,
		Workbooks: []reports.Summarised{{Path: "bog.xlsx", Copy: copied, Review: kept}},
		Across:    budget.Across([]*budget.Report{kept.Report}),
	}
}

// TestASummaryIsTheSameBytesEachTime writes a summary again and again, in every language.
func TestASummaryIsTheSameBytesEachTime(t *testing.T) {
	r := reviewed(t, exceltest.ReadFile(t, example))
	for _, l := range budget.Languages() {
		first, err := summaryOf(r, l, "bog.vurderet.xlsx").Write()
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			again, err := summaryOf(r, l, "bog.vurderet.xlsx").Write()
			if err != nil || !bytes.Equal(first, again) {
				t.Errorf("%s: other bytes, %v", l, err)
			}
		}
	}
}

// TestASummaryLeadsToTheCopy looks for the links to a copy, whose name has signs with a
// meaning of their own in links, and for none where there is no copy.
func TestASummaryLeadsToTheCopy(t *testing.T) {
	r := reviewed(t, exceltest.ReadFile(t, example))
	for copied, want := range map[string]string{
		"50 % #1.xlsx": "50%20%25%20%231.xlsx#'Projekter'!A5",
		"":             "",
	} {
		data, err := summaryOf(r, budget.Danish, copied).Write()
		if err != nil {
			t.Fatal(err)
		}
		f := exceltest.Open(t, data)
		_, target, err := f.GetCellHyperLink("Projekter", "A5")
		if err != nil || target != want {
			t.Errorf("a copy called %q: the first project leads to %q (%v), want %q", copied, target, err, want)
		}
	}
}

// hostile is a workbook whose texts are formulas to a program that opens a CSV.
const hostile = `# Projekter
A1 Budget 2026
A3 Projekt | Udløb | Social effekt | Økonomisk effekt
A4 '=HYPERLINK("x") | 2025 | positiv | dokumenteret
# Økonomi
A1 Kr., 2026-p/l
A3 Projekt | Type | Post | Budgetområde | Besparelsen tilfalder | 2026 | 2027 | 2028 | 2029
A4 '=HYPERLINK("x") | Driftsudgift | '@SUM(A1) | +Familier |  | 12.5 | 9 | 9 | 9
`

// TestNoTextOfACSVIsAFormula reads a CSV back: each of its texts begins with none of the
// signs that formulas begin with, and amounts have the comma of a Danish Excel.
func TestNoTextOfACSVIsAFormula(t *testing.T) {
	rows := reports.Rows(reviewed(t, exceltest.MustBuild(hostile)).Review, "-bog.xlsx")
	for _, l := range budget.Languages() {
		var out bytes.Buffer
		if err := reports.WriteCSV(&out, l, rows); err != nil {
			t.Fatal(err)
		}
		text, marked := strings.CutPrefix(out.String(), "\uFEFF")
		r := csv.NewReader(strings.NewReader(text))
		r.Comma = ';'
		table, err := r.ReadAll()
		if err != nil || !marked || len(table) != 1+4 {
			t.Fatalf("%s: %d rows, %v", l, len(table), err)
		}
		for _, row := range table {
			for _, field := range row {
				if strings.IndexAny(field, "=+-@") == 0 {
					t.Errorf("%s: %q is taken for a formula", l, field)
				}
			}
		}
		if !strings.Contains(text, ";12,50;") {
			t.Errorf("%s: the amount is not there:\n%s", l, text)
		}
	}
}

// TestNoRowsAreAnEmptyList writes the export of nothing.
func TestNoRowsAreAnEmptyList(t *testing.T) {
	var out bytes.Buffer
	if err := reports.WriteJSON(&out, nil); err != nil {
		t.Fatal(err)
	}
	var rows []reports.Row
	if err := json.Unmarshal(out.Bytes(), &rows); err != nil || rows == nil || len(rows) > 0 {
		t.Errorf("%q: %v", out.String(), err)
	}
}

// TestAComparisonSaysWhetherAProjectIsThere writes projects that are in one edition only:
// where another file could not be read, it is not known that they are gone or new.
func TestAComparisonSaysWhetherAProjectIsThere(t *testing.T) {
	verdict := budget.Danish.Word(budget.Continue)
	c := reports.Comparison{Differences: []reports.Difference{
		{Project: "Ny (opdigtet)", Is: verdict, IsVerdict: budget.Continue, IsFile: "ny.xlsx"},
		{Project: "Måske ny (opdigtet)", Is: verdict, IsVerdict: budget.Continue, Unknown: true},
		{Project: "Væk (opdigtet)", Was: verdict, WasVerdict: budget.Continue, WasFile: "gammel.xlsx"},
	}}
	data, err := c.Write()
	if err != nil {
		t.Fatal(err)
	}
	f := exceltest.Open(t, data)
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil || len(rows) < 7 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	absent, unknown := rows[4][2], rows[5][2]
	if absent == "" || unknown == "" || absent == unknown || rows[6][3] != absent ||
		!strings.HasSuffix(rows[4][3], verdict) {
		t.Errorf("%q", rows[4:7])
	}
}
