package excel

import (
	"strings"
	"testing"

	"videre/budget"
)

// TestNoAliasMeansTwoThings reads the tables as they stand.
func TestNoAliasMeansTwoThings(t *testing.T) {
	check := func(name, table string, key func(string) string, scope func(string) string) {
		seen := map[string]string{}
		eachAlias(table, func(meaning, language, text string) {
			k := scope(meaning) + key(text)
			if other, taken := seen[k]; taken && other != meaning {
				t.Errorf("%s: %q means %s and %s", name, text, other, meaning)
			}
			if key(strings.TrimSuffix(text, "*")) == "" {
				t.Errorf("%s: %q of %s is compared as nothing", name, text, meaning)
			}
			if language == "" || strings.Contains(text, ":") {
				t.Errorf("%s: %q of %s stands under no language that there is", name, text, meaning)
			}
			seen[k] = meaning
		})
	}
	check("headings.txt", headingsText, headingKey, func(string) string { return "" })
	check("words.txt", wordsText, wordKey, func(meaning string) string { kind, _, _ := strings.Cut(meaning, "."); return kind })
}

func TestEveryRoleAndWordHasItsProposals(t *testing.T) {
	for _, l := range budget.Languages() {
		for _, meaning := range headingTable().order {
			text := headingTable().proposal(meaning, l)
			h := headings{}
			if c, ok := h.readHeading(text); !ok || string(c.role) != meaning {
				t.Errorf("%s: %q stands for %s and is read as %q", l, text, meaning, c.role)
			}
		}
		for kind, table := range wordTables() {
			for _, meaning := range table.order {
				text := table.proposal(meaning, l)
				if got, ok := table.find(wordKey(text)); !ok || got != meaning {
					t.Errorf("%s %s: %q stands for %s and is read as %q", l, kind, text, meaning, got)
				}
			}
		}
	}
}

func TestHeadings(t *testing.T) {
	h := headings{}
	for _, c := range []struct {
		text string
		role role
		year int
	}{
		{"Projekt", roleName, 0}, {"PROJEKT*", roleName, 0}, {"Social\neffekt", roleSocial, 0}, {"Økonomisk effekt **", roleEconomic, 0}, {"Investering (mio. kr.)", roleInvestment, 0},
		{"Investering i mio. kr.", roleInvestment, 0}, {"Besparelsen tilfalder:", rolePayer, 0}, {"Besparelse tilfalder", rolePayer, 0}, {"Kommunal andel (%)", roleShare, 0},
		{"2026", roleYear, 2026}, {"B2026", roleYear, 2026}, {"BF2026", roleYear, 2026}, {"BF 2026", roleYear, 2026}, {"Budget 2026", roleYear, 2026}, {"BO 2027", roleYear, 2027}, {"BO2027", roleYear, 2027},
		{"Overslagsår 2027", roleYear, 2027}, {"2026 (1.000 kr.)", roleYear, 2026}, {"BO1", roleYear, 1}, {"BO 3", roleYear, 3}, {"Overslagsår 2", roleYear, 2}, {"Årligt", roleAnnual, 0}, {"Beløb i mio. kr.", roleAnnual, 0},
		{"Årlig udgift", roleCost, 0}, {"Sparede forsørgelsesudgifter", roleSaving, 0}, {"Gevinst i psykiatrien (region)", roleSaving, 0}, {"Besparelse", roleSaving, 0},
		{"R2024", "", 0}, {"Regnskab 2024", "", 0}, {"Sagsnr.", "", 0}, {"", "", 0}, {"(mio. kr.)", "", 0}, {"Sparedegris", "", 0}, {"Projekter i alt", "", 0},
	} {
		got, ok := h.readHeading(c.text)
		if got.role != c.role || got.year != c.year || ok != (c.role != "") {
			t.Errorf("%q is %q %d", c.text, got.role, got.year)
		}
	}
}

func TestWhoseAHeadingSaysASavingIs(t *testing.T) {
	for text, want := range map[string]int{
		"Sparede udgifter (kommune)": 1, "Sparede kommunale udgifter": 1, "Gevinst (region)": 1, "Regionens gevinst": 1, "Statens besparelse": 1, "Sparede udgifter": 0, "Besparelse kommune og region": 2, "Aarhus Kommune": 1,
	} {
		if got := payersIn(text); len(got) != want {
			t.Errorf("%q names %v", text, got)
		}
	}
}

func TestMisspeltHeadings(t *testing.T) {
	for text, want := range map[string]string{"okonomisk effekt": "economic", "udlobsår": "expiry", "budgetomraade": "area", "afdelng": "department", "xyzzy": "", "type": ""} {
		near := headingTable().near(text)
		if want == "" && len(near) != 0 || want != "" && (len(near) != 1 || near[0] != want) {
			t.Errorf("%q is near %v, want %q", text, near, want)
		}
	}
}
