package excel_test

import (
	"path/filepath"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/exceltest"
)

// list is a workbook of one project with its amounts in columns, whose headings the
// tests replace.
const list = `# Oversigt
A1 Budget 2026, kr., 2026-p/l
A3 Projekt | Udløb | Social effekt | Økonomisk effekt | Årlig udgift | HEADING
A4 Alfa (opdigtet) | 2025 | positiv | dokumenteret | 100 | 100
`

// TestWhatCanBeReadTwoWays changes workbooks without faults in ways that have been read
// as full financing, and are not: what counts and what it costs is known only where the
// workbook says it.
func TestWhatCanBeReadTwoWays(t *testing.T) {
	lines := string(read(t, filepath.Join("..", "testdata", "books", "skabelon-uden-fejl.txt")))
	heading := func(text string) string { return strings.Replace(list, "HEADING", text, 1) }
	change := func(example string) string { return changedText(lines, example) }
	const four = " | 1000 | 1000 | 1000 | 1000"
	for _, test := range []struct {
		name, text, cost, counted string
		code                      budget.Code // 0 for none that is looked for
	}{
		{"as it is", lines, "1000.00", "1000.00", 0},
		{"a cost that begins as totals do and has the sum", change("Økonomi A7 Nabohjælp (opdigtet) | Driftsudgift | Samlet husleje | Familier | Kommune" + four), "unknown", "unknown", budget.DoubtfulTotal},
		{"and has not the sum", change("Økonomi A7 Nabohjælp (opdigtet) | Driftsudgift | Samlet husleje | Familier | Kommune | 700 | 700 | 700 | 700"), "1700.00", "1000.00", 0},
		{"a cost that says only total, and has not the sum", change("Økonomi A7 Nabohjælp (opdigtet) | Driftsudgift | I alt | Familier | Kommune | 700 | 700 | 700 | 700"), "unknown", "unknown", budget.DoubtfulTotal},
		{"a total of the kind", change("Økonomi A7 Nabohjælp (opdigtet) | Driftsudgift | I alt | Familier | Kommune" + four), "1000.00", "1000.00", 0},
		{"a line whose project's name says more", change("Økonomi A7 Nabohjælp (opdigtet) Nord | Driftsudgift | Mere | Familier | Kommune" + four), "unknown", "1000.00", budget.NearName},
		{"the same saving twice", change("Økonomi A7 Nabohjælp (opdigtet) | Besparelse | Færre anbringelser | Familier | Kommune" + four), "1000.00", "unknown", budget.DuplicatedSaving},
		{"a year in another unit", change("Økonomi F4 2026 (mio. kr.)"), "unknown", "unknown", budget.ContradictoryUnit},
		{"another currency", change("Økonomi A2 Euro, kr., 2026-p/l"), "unknown", "unknown", budget.ForeignCurrency},
		{"two price levels", change("Økonomi A2 Kr., 2025- og 2026-p/l"), "unknown", "unknown", budget.SeveralPriceLevels},
		{"an amount above the table", change("Økonomi A2 Bevilling 250.000 kr., 2026-p/l"), "unknown", "unknown", budget.MissingUnit},
		{"a share that is 1 beside one of 50", change("Økonomi J4 Kommunal andel\nØkonomi J6 1\nØkonomi A7 Nabohjælp (opdigtet) | Besparelse | Andet | Familier | Kommune | 10 | 10 | 10 | 10 | 50"), "1000.00", "unknown", budget.UnreadableShare},

		{"a list as it is", heading("Sparede ydelser (kommune)"), "100.00", "100.00", 0},
		{"gross", heading("Sparede ydelser (kommune, brutto)"), "100.00", "0.00", budget.UnsharedGross},
		{"half", heading("Sparede ydelser (50 % kommune)"), "100.00", "50.00", 0},
		{"nothing", heading("Sparede ydelser (0 % kommune)"), "100.00", "0.00", 0},
		{"not the municipality's", heading("Besparelse på sygehuse (ikke kommune)"), "100.00", "unknown", budget.MissingPayer},
		{"partly the municipality's", heading("Besparelse på sygehuse (delvist kommune)"), "100.00", "unknown", budget.MissingPayer},
		{"the municipality's and the region's", heading("Sparede udgifter (kommune og region)"), "100.00", "unknown", budget.MissingPayer},
		{"in the budget already", heading("Sparede ydelser (kommune, allerede i budgettet)"), "100.00", "0.00", 0},
		{"funding that ends", heading("Ekstern finansiering (til og med 2026)"), "100.00", "0.00", 0},
		{"two columns of the same", heading("Sparede ydelser (kommune) | Sparede ydelser (kommune)") + "G4 50\n", "100.00", "unknown", budget.DuplicateColumn},
		{"a saving that is expected", heading("Forventet besparelse (kommune)"), "100.00", "100.00", 0},
		{"a column that is not known", heading("Forsørgelse"), "unknown", "unknown", budget.NotUnderstood},
	} {
		data, err := exceltest.Build(test.text)
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		r := readSubmission(t, data)
		worst, ok := r.Report.Assessments[0].Worst()
		if cost, counted := figureText(worst.Cost), figureText(worst.Counted); !ok || cost != test.cost || counted != test.counted {
			t.Errorf("%s: cost %s, counted %s; want %s, %s", test.name, cost, counted, test.cost, test.counted)
		}
		if test.code != 0 && !strings.Contains(codesAndCells(r), test.code.String()) {
			t.Errorf("%s: %s is not found:\n%s", test.name, test.code, codesAndCells(r))
		}
	}
}
