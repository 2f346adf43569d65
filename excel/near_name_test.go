package excel_test

import (
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/exceltest"
)

// TestNamesThatAreNearAProjects has a line for another name than the only project's: one
// that says more or less of the same is asked about, and any other is nobody's.
func TestNamesThatAreNearAProjects(t *testing.T) {
	const book = `# Projekter
A1 Budget 2026, kr., 2026-p/l
A3 Projekt | Udløb | Social effekt | Økonomisk effekt
A4 PROJECT | 2025 | positiv | dokumenteret
# Økonomi
A2 Kr., 2026-p/l
A4 Projekt | Type | Budgetområde | Besparelsen tilfalder | 2026 | 2027 | 2028 | 2029
A5 LINE | Driftsudgift | Familier | Kommune | 1 | 1 | 1 | 1
`
	for _, c := range []struct {
		project, line string
		code          budget.Code
	}{
		{"Opdigtet hjælp", "Opdigtet hjælp Nord", budget.NearName},
		{"Opdigtet hjælp Nord", "Opdigtet hjælp", budget.NearName},
		{"Opdigtet hjælp Nord", "hjælp NORD", budget.NearName},
		{"Opdigtet hjælp Nord", "Hjælp", budget.NearName}, {"Opdigtet hjælp", "Opdigtet hjelp", budget.NearName},
		{"Opdigtet hjælp Nord", "Opdigtet Nord", budget.OrphanLine}, // not one after another
		{"Opdigtet hjælp i Nord", "i", budget.OrphanLine},           // too short to name anything
		{"Opdigtet hjælp 2025", "'2025", budget.OrphanLine},         // a number alone is no name
		{"Opdigtet hjælp 2", "Opdigtet hjælp 3", budget.OrphanLine},
		{"Opdigtet hjælp", "hjælp opdigtet", budget.OrphanLine},
		{"Opdigtet hjælp", "Opdigtet", budget.NearName}, {"Opdigtet hjælp", "…", budget.OrphanLine},
	} {
		text := strings.NewReplacer("PROJECT", c.project, "LINE", c.line).Replace(book)
		r := readSubmission(t, exceltest.MustBuild(text))
		if found := codesAndCells(r); !strings.Contains(found, c.code.String()+" Økonomi!A5") {
			t.Errorf("%q beside %q is not %s:\n%s", c.line, c.project, c.code, found)
		}
	}
}
