package excel_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"videre/budget"
	"videre/excel/exceltest"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// listed are two projects that are paid for, in a list of which each row is one, and the lines
// that are written below some of its rows.
func listed(total string, below map[int]string) string {
	rows := []string{
		"Projekt | Udløb | Social effekt | Økonomisk effekt | Årlig driftsudgift | Sparet forsørgelse, kommunen",
		"Nabohjælp | 2025 | positiv | dokumenteret | 1000 | 1000",
		"Fælles Start | 2025 | positiv | dokumenteret | 800 | 800",
		total,
	}
	var b strings.Builder
	b.WriteString("# Oversigt\nA1 Udløber i 2025 (1.000 kr., 2026-p/l)\n")
	number := 3
	for i, row := range rows {
		for _, text := range []string{row, below[i]} {
			if text != "" {
				fmt.Fprintf(&b, "A%d %s\n", number, text)
				number++
			}
		}
	}
	return b.String()
}

// reviewedText is what the program says of a workbook.
func reviewedText(t interface{ Fatal(...any) }, text string) *budget.Report {
	book, err := workbook.Read(exceltest.MustBuild(text))
	if err != nil {
		t.Fatal(err)
	}
	policy := budget.DefaultPolicy()
	return budget.Review(reading.Read(book, reading.Settings{}).Submission, &policy)
}

// TestMoneyInARowThatIsNoProjectIsNeverPassedOver writes a row of money that is no project's own
// into a list: it never becomes a project, and the one that it may belong to is not
// approved without it, whatever the row is called, holds and stands beside.
func TestMoneyInARowThatIsNoProjectIsNeverPassedOver(t *testing.T) {
	names := []string{"Nabohjælp, husleje", "Nabohjælp (fortsat)", "  Nabohjælp – afledt drift", "Nabohjælp husleje", "Husleje, Nabohjælp",
		"+ afledt drift", "- husleje", "Hertil kommer husleje", "Overhead", "Overhead 8 %", "Korrektion", "Regulering", "PL-regulering",
		"Øvrige udgifter", "Administration", "Reserve", "Afrunding", "Fællesudgifter", "Moms", "Diverse", ""}
	amounts := []string{"700", "-700", "0.5", "ca. 700", "#REF!"}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "name")
		cost, saving := rapid.SampledFrom(append(amounts, "")).Draw(t, "cost"), rapid.SampledFrom(amounts).Draw(t, "saving")
		total := rapid.SampledFrom([]string{"", spaced("I alt | | | | 1800 | 1800")}).Draw(t, "total")
		row := strings.Join([]string{name, "", "", "", cost, saving}, " | ")
		r := reviewedText(t, listed(total, map[int]string{1: row}))
		if len(r.Assessments) != 2 {
			t.Fatalf("%q is read as a project: %d", name, len(r.Assessments))
		}
		if v := r.Assessments[0].Verdict(); v != budget.Unassessable {
			t.Fatalf("%q with %q and %q leaves the project above it %s", name, cost, saving, v)
		}
	})
}

// TestRowsThatAreProjects: facts of its own make a project of a row, whatever it is called, and
// a name of its own does where the facts are missing; neither touches another project.
func TestRowsThatAreProjects(t *testing.T) {
	for row, want := range map[string]string{
		"Overhead | 2025 | positiv | dokumenteret | 300 | 300":        "continue continue continue",
		"Nabohjælp Nord | 2025 | positiv | dokumenteret | 300 | 300":  "continue continue continue",
		"Nabohjælp, Nord | 2025 | positiv | dokumenteret | 300 | 300": "continue continue continue",
		"Nabohjælp 2 | 2025 | | | 300 | 300":                          "continue unassessable continue",
		"Nabohjælp Nord | 2025 | | | 300 | 300":                       "continue unassessable continue",
		"Madholdet | | | | 300 | 300":                                 "continue unassessable continue",
		"Ekstra hænder | | | | 300 | 300":                             "continue unassessable continue",
		"- Madholdet | 2025 | positiv | dokumenteret | 300 | 300":     "continue continue continue",
		"Øvrige udgifter | | | | 0 | 0":                               "continue continue",
		"heraf husleje | | | | 300 | ":                                "continue continue",
		"I alt | | | | 1000 | 1000":                                   "continue continue",
	} {
		var got []string
		for _, a := range reviewedText(t, listed("", map[int]string{1: spaced(row)})).Assessments {
			got = append(got, a.Verdict().String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", row, got, want)
		}
	}
}

// spaced gives blank cells the two blanks that the notation of workbooks wants.
func spaced(row string) string {
	var cells []string
	for _, cell := range strings.Split(row, "|") {
		cells = append(cells, strings.TrimSpace(cell))
	}
	return strings.Join(cells, " | ")
}
