package excel_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/internal/notation"
	"videre/excel/reading"
)

// TestWhatTheUserSettles reads workbooks that do not say everything with what a user of
// the package settles for them: it is what they are read with, and it is told.
func TestWhatTheUserSettles(t *testing.T) {
	unit, ok := notation.ParseUnit("mio")
	if !ok {
		t.Fatal("mio is no unit")
	}
	payer, ok := notation.ParsePayer("region")
	if !ok {
		t.Fatal("region is no payer")
	}
	const lines = `# Projekter
A1 Budget 2026
A3 Projekt | Udløb | Social effekt | Økonomisk effekt
A4 Alfa (opdigtet) | 2025 | positiv | dokumenteret
# Økonomi
A1 CAPTION
A3 Projekt | Type | Budgetområde | Besparelsen tilfalder | 2026 | 2027 | 2028 | 2029
A4 Alfa (opdigtet) | Driftsudgift | Familier |  | 9 | 9 | 9 | 9
A5 Alfa (opdigtet) | Besparelse | Familier | PAYER | 9 | 9 | 9 | 9
`
	for _, c := range []struct {
		caption, payer string
		set            reading.Settings
		cost, counted  string // in kroner; "" for unknown
		level          int
		told           string // the key of what is assumed; "" for nothing but the year
	}{
		{"Mio. kr., 2026-p/l", "Kommune", reading.Settings{}, "9000000", "9000000", 2026, ""},
		{"2026-p/l", "Kommune", reading.Settings{}, "", "", 2026, ""},
		{"2026-p/l", "Kommune", reading.Settings{Unit: &unit}, "9000000", "9000000", 2026, "assumed.unit"},
		{"1.000 kr., 2026-p/l", "Kommune", reading.Settings{Unit: &unit}, "9000", "9000", 2026, ""},
		{"Kr., 2026-p/l", "", reading.Settings{}, "9", "", 2026, ""},
		{"Kr., 2026-p/l", "", reading.Settings{Payer: payer}, "9", "0", 2026, "assumed.payer"},
		{"Kr., 2026-p/l", "Kommune", reading.Settings{Payer: payer}, "9", "9", 2026, ""},
		{"Kr.", "Kommune", reading.Settings{}, "9", "9", 0, ""},
		{"Kr.", "Kommune", reading.Settings{PriceLevel: 2027}, "9", "9", 2027, "assumed.price-level"},
		{"Kr., 2026-p/l", "Kommune", reading.Settings{PriceLevel: 2027}, "9", "9", 2026, ""},
	} {
		path := filepath.Join(t.TempDir(), "bog.xlsx")
		text := strings.NewReplacer("CAPTION", c.caption, "PAYER", c.payer).Replace(lines)
		if err := os.WriteFile(path, exceltest.MustBuild(text), 0o600); err != nil {
			t.Fatal(err)
		}
		policy := budget.DefaultPolicy()
		r, err := excel.ReviewFile(path, c.set, &policy)
		if err != nil {
			t.Fatal(err)
		}
		worst, _ := r.Report.Assessments[0].Worst()
		cost, counted := figure(worst.Cost), figure(worst.Counted)
		if cost != c.cost || counted != c.counted {
			t.Errorf("%q, payer %q, %+v: costs %q, counts %q", c.caption, c.payer, c.set, cost, counted)
		}
		if level := r.Submission.Lines[0].Amounts[0].PriceLevel; level != c.level {
			t.Errorf("%q, %+v: price level %d, want %d", c.caption, c.set, level, c.level)
		}
		told := ""
		for _, m := range r.Submission.Assumed {
			told += string(m.Key)
		}
		if told != c.told {
			t.Errorf("%q, payer %q, %+v: told %q, want %q", c.caption, c.payer, c.set, told, c.told)
		}
	}
}

func figure(f budget.Figure) string {
	if !f.Known {
		return ""
	}
	return f.Value.String()
}

// TestUnitsAndPayersAsUsersNameThem reads the words of the command's flags.
func TestUnitsAndPayersAsUsersNameThem(t *testing.T) {
	for text, want := range map[string]notation.Unit{
		"kr": 0, "kr.": 0, "tkr": 3, "t.kr.": 3, "1000": 3, "1.000": 3, "T": 3, "1.000 kr.": 3,
		"mio": 6, "Mio. kr.": 6, "mill": 6, "million": 6, "mia": 9, "mia. kr.": 9,
	} {
		if got, ok := notation.ParseUnit(text); !ok || got != want {
			t.Errorf("the unit %q is %s %v, want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "euro", "kr. eller mio. kr.", "100", "m"} {
		if got, ok := notation.ParseUnit(text); ok {
			t.Errorf("the unit %q is %s", text, got)
		}
	}
	for text, want := range map[string]budget.Payer{
		"kommune": budget.Municipality, "Municipality": budget.Municipality,
		"Regionen": budget.Region, "stat.": budget.CentralState,
		"andre": budget.Other, " Other ": budget.Other,
	} {
		if got, ok := notation.ParsePayer(text); !ok || got != want {
			t.Errorf("the payer %q is %v %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "naboen", "kommune og region", "payer.region"} {
		if got, ok := notation.ParsePayer(text); ok {
			t.Errorf("the payer %q is %v", text, got)
		}
	}
}
