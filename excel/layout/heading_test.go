package layout

import (
	"testing"

	"videre/budget"
	"videre/excel/internal/notation"
)

func TestEveryRoleAndWordHasItsProposals(t *testing.T) {
	for _, l := range budget.Languages() {
		for _, meaning := range notation.HeadingTable().Order {
			text := notation.HeadingTable().Proposal(meaning, l)
			h := headings{}
			if c, ok := h.readHeading(text); !ok || string(c.Role) != meaning {
				t.Errorf("%s: %q stands for %s and is read as %q", l, text, meaning, c.Role)
			}
		}
		for kind, table := range notation.WordTables() {
			for _, meaning := range table.Order {
				text := table.Proposal(meaning, l)
				if got, ok := table.Find(notation.WordKey(text)); !ok || got != meaning {
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
		role notation.Role
		year int
	}{
		{"Projekt", notation.RoleName, 0}, {"PROJEKT*", notation.RoleName, 0}, {"Social\neffekt", notation.RoleSocial, 0}, {"Økonomisk effekt **", notation.RoleEconomic, 0}, {"Investering (mio. kr.)", notation.RoleInvestment, 0},
		{"Investering i mio. kr.", notation.RoleInvestment, 0}, {"Besparelsen tilfalder:", notation.RolePayer, 0}, {"Besparelse tilfalder", notation.RolePayer, 0}, {"Kommunal andel (%)", notation.RoleShare, 0},
		{"2026", notation.RoleYear, 2026}, {"B2026", notation.RoleYear, 2026}, {"BF2026", notation.RoleYear, 2026}, {"BF 2026", notation.RoleYear, 2026}, {"Budget 2026", notation.RoleYear, 2026}, {"BO 2027", notation.RoleYear, 2027}, {"BO2027", notation.RoleYear, 2027},
		{"Overslagsår 2027", notation.RoleYear, 2027}, {"2026 (1.000 kr.)", notation.RoleYear, 2026}, {"BO1", notation.RoleYear, 1}, {"BO 3", notation.RoleYear, 3}, {"Overslagsår 2", notation.RoleYear, 2}, {"Årligt", notation.RoleAnnual, 0}, {"Beløb i mio. kr.", notation.RoleAnnual, 0},
		{"Årlig udgift", notation.RoleCost, 0}, {"Sparede forsørgelsesudgifter", notation.RoleSaving, 0}, {"Gevinst i psykiatrien (region)", notation.RoleSaving, 0}, {"Besparelse", notation.RoleSaving, 0},
		{"R2024", "", 0}, {"Regnskab 2024", "", 0}, {"Sagsnr.", "", 0}, {"", "", 0}, {"(mio. kr.)", "", 0}, {"Sparedegris", "", 0}, {"Projekter i alt", "", 0},
	} {
		got, ok := h.readHeading(c.text)
		if got.Role != c.role || got.Year != c.year || ok != (c.role != "") {
			t.Errorf("%q is %q %d", c.text, got.Role, got.Year)
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
