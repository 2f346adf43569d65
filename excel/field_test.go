package excel_test

import (
	"path/filepath"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/exceltest"
	"videre/excel/reading"
)

// TestMunicipalShares gives a saving of 1000 kr. a year a share, in a column of a
// heading, and looks at what of it counts.
func TestMunicipalShares(t *testing.T) {
	base := string(read(t, filepath.Join("..", "testdata", "books", "skabelon-uden-fejl.txt")))
	for _, c := range []struct{ heading, cell, counted string }{
		{"Kommunal andel", "60 %", "600.00"}, {"Kommunal andel", "60", "600.00"},
		{"Kommunal andel", "'60", "600.00"}, {"Kommunal andel", "0.6 {0%}", "600.00"},
		{"Kommunal andel", "0.6", "600.00"},
		{"Kommunal andel", "'0,6", "600.00"}, {"Kommunal andel", "1", "1000.00"},
		{"Kommunal andel", "0", "0.00"}, {"Kommunal andel", "", "1000.00"},
		{"Kommunal andel", "12,5 %", "125.00"},
		{"Kommunal andel (%)", "60", "600.00"}, {"Kommunal andel (%)", "0", "0.00"},
		{"Kommunal andel (%)", "0.6 {0%}", "600.00"}, {"Kommunal andel (%)", "60 %", "600.00"},
		// what can be of a hundred or of one
		{"Kommunal andel (%)", "0.6", "unknown"}, {"Kommunal andel i pct.", "'0,6", "unknown"},
		{"Kommunal andel i procent", "1", "unknown"},
		// a share is no more than all, which leaves one reading of two
		{"Kommunal andel", "12.345 %", "123.45"}, {"Kommunal andel", "12,345 %", "123.45"},
		{"Kommunal andel", "'0.345", "345.00"}, {"Kommunal andel", "'12.345", "unknown"},
		// what is no share
		{"Kommunal andel", "halvdelen", "unknown"}, {"Kommunal andel", "ca. 60 %", "unknown"},
		{"Kommunal andel", "-", "unknown"}, {"Kommunal andel", "60 kr.", "unknown"},
		{"Kommunal andel", "ikke opgjort", "unknown"},
		{"Kommunal andel", "TRUE", "unknown"}, {"Kommunal andel", "#N/A", "unknown"},
		{"Kommunal andel", "1e999", "unknown"},
	} {
		data := exceltest.MustBuild(changedText(base, "Økonomi J4 "+c.heading+"\nØkonomi J6 "+c.cell))
		r := readSubmission(t, data)
		worst, _ := r.Report.Assessments[0].Worst()
		if got := figureText(worst.Counted); got != c.counted {
			t.Errorf("%s: %q counts %s, want %s", c.heading, c.cell, got, c.counted)
		}
		refused := strings.Contains(codesAndCells(r), budget.UnreadableShare.String()+" Økonomi!J6")
		if fault := c.cell == "#N/A"; refused != (c.counted == "unknown" && !fault) {
			t.Errorf("%s: %q, found\n%s", c.heading, c.cell, codesAndCells(r))
		}
	}
}

// TestWhatAListSaysInColumnsOfItsOwn adds a column to a list whose amounts have columns
// too: what it says is the row's savings', or its funding's.
func TestWhatAListSaysInColumnsOfItsOwn(t *testing.T) {
	region := reading.Settings{Payer: budget.Region}
	municipality := reading.Settings{Payer: budget.Municipality}
	const (
		named = "Besparelse | Besparelsen tilfalder | Budgetområde"
		saved = "Sparede ydelser (kommune)"
	)
	for _, c := range []struct {
		name, headings, cells string
		set                   reading.Settings
		counted               string
		code                  budget.Code // 0 for none that is looked for
	}{
		{"as it is", saved, "100", reading.Settings{}, "100.00", 0},
		{"a payer", named, "100 | Kommune | Familier", reading.Settings{}, "100.00", 0},
		{"another payer", named, "100 | Region | Familier", reading.Settings{}, "0.00", 0},
		{"no payer's name", named, "100 | Naboen | Familier", reading.Settings{}, "unknown", budget.UnknownTerm},
		{"a blank payer", named, "100 |  | Familier", reading.Settings{}, "unknown", budget.MissingPayer},
		{"no payer, and the user's", "Besparelse | Budgetområde", "100 | Familier", municipality, "100.00", 0},
		{"no payer, and the user's other", "Besparelse | Budgetområde", "100 | Familier", region, "0.00", 0},
		{"no payer", "Besparelse | Budgetområde", "100 | Familier", reading.Settings{}, "unknown", budget.MissingPayer},
		{"the heading's payer, not the user's", saved, "100", region, "100.00", 0},
		{"no area", "Besparelse (kommune)", "100", reading.Settings{}, "100.00", budget.MissingArea},
		{"an area", "Besparelse (kommune) | Budgetområde", "100 | Familier", reading.Settings{}, "100.00", 0},
		{"a blank area", "Besparelse (kommune) | Budgetområde | Bemærkning", "100 |  | ingen", reading.Settings{}, "100.00", budget.MissingArea},
		{"a share", saved + " | Kommunal andel", "100 | 40 %", reading.Settings{}, "40.00", 0},
		{"gross", saved + " | Netto eller brutto", "100 | brutto", reading.Settings{}, "0.00", budget.UnsharedGross},
		{"net", saved + " | Netto eller brutto", "100 | netto", reading.Settings{}, "100.00", 0},
		{"net in the heading, gross in the row", "Sparede ydelser (kommune, netto) | Netto eller brutto", "100 | brutto", reading.Settings{}, "100.00", 0},
		{"in the budget", saved + " | Allerede i budgettet", "100 | ja", reading.Settings{}, "0.00", 0},
		{"not in the budget", saved + " | Allerede i budgettet", "100 | nej", reading.Settings{}, "100.00", 0},
		{"funding for all years", "Ekstern finansiering | Tilsagn til", "100 | 2029", reading.Settings{}, "100.00", 0},
		{"funding that ends", "Ekstern finansiering | Tilsagn til", "100 | 2027", reading.Settings{}, "0.00", 0},
		{"a saving has no commitment", saved + " | Tilsagn til", "100 | 2025", reading.Settings{}, "100.00", 0},
	} {
		text := strings.NewReplacer("HEADING", c.headings, "100 | 100\n", "100 | "+c.cells+"\n").Replace(list)
		r := reviewed(t, exceltest.MustBuild(text), c.set)
		worst, _ := r.Report.Assessments[0].Worst()
		if got := figureText(worst.Counted); got != c.counted {
			t.Errorf("%s: %s counts, want %s:\n%s", c.name, got, c.counted, findingsText(r))
		}
		if c.code != 0 && !strings.Contains(codesAndCells(r), c.code.String()) {
			t.Errorf("%s: %s is not found:\n%s", c.name, c.code, codesAndCells(r))
		}
	}
}

// TestAListOfProjectsThatStandElsewhere has the projects in one table and their amounts
// in another, which names them.
func TestAListOfProjectsThatStandElsewhere(t *testing.T) {
	r := readSubmission(t, exceltest.MustBuild(`# Projekter
A1 Budget 2026, kr., 2026-p/l
A3 Projekt | Udløb | Social effekt | Økonomisk effekt
A4 Alfa (opdigtet) | 2025 | positiv | dokumenteret
A5 Beta (opdigtet) | 2025 | positiv | dokumenteret
# Beløb
A1 Kr., 2026-p/l
A3 Projekt | Årlig udgift | Sparede ydelser (kommune) | Styringsområde
A4 Alfa (opdigtet) | 100 | 100 | overførsler
A5  | 50 | 20 | anlæg
A6 Beta (opdigtet) | 30 | 10 | vand
`))
	lines := r.Submission.Lines
	for i, want := range []struct {
		project, below string
		frame          budget.Frame
	}{
		{"Alfa (opdigtet)", "", budget.TransferFrame}, {"Alfa (opdigtet)", "", budget.TransferFrame},
		{"", "Alfa (opdigtet)", budget.CapitalFrame}, {"", "Alfa (opdigtet)", budget.CapitalFrame},
		{"Beta (opdigtet)", "", 0}, {"Beta (opdigtet)", "", 0},
	} {
		if i >= len(lines) {
			t.Fatalf("%d lines", len(lines))
		}
		if l := lines[i]; l.Project.Value != want.project || l.Below != want.below || l.Frame.Value != want.frame {
			t.Errorf("line %d is %q below %q in frame %v, want %+v", i, l.Project.Value, l.Below, l.Frame.Value, want)
		}
	}
}
