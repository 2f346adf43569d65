package notation

import (
	"slices"
	"testing"
)

// TestHeadingsThatAsk reads headings that are questions or sentences, each with one that looks
// like it and says something else.
func TestHeadingsThatAsk(t *testing.T) {
	for heading, want := range map[string]string{
		"Område, hvor gevinsten høstes":              `area`,
		"Budgetområde hvor gevinsten høstes":         `area`,
		"Budget, der sænkes":                         `area`,
		"Kan budgettet sænkes?":                      `cashable`,
		"Modtagende budget":                          `area`,
		"Modtagende budget (her høstes gevinsten)":   `area`,
		"Hvilken bevilling reduceres?":               `area`,
		"Hvem får effektiviseringen?":                `payer`,
		"Hvem får pengene":                           `payer`,
		"Hvis penge er det?":                         `payer`,
		"Who benefits / who pays":                    `payer`,
		"Hvor bliver der sparet?":                    `area`,
		"Hvilket budget spares der på":               `area`,
		"Hvor meget om året?":                        `annual`,
		"Hvor meget sparer vi om året?":              `saving`,
		"Kan det ses på økonomien?":                  `economic`,
		"Kan det ses i regnskabet?":                  `economic`,
		"Hvad siger økonomien?":                      `economic`,
		"Hvad søger I om":                            `wish`,
		"Hvem har ansvaret?":                         `contact`,
		"Hvor mange er med?":                         `participants`,
		"Effektiviseringen tilfalder":                `payer`,
		"Effektivisering til hjemmepleje":            `saving; "hjemmepleje"`,
		"Social effekt – hvad ved vi?":               `social`,
		"Hvad viser evalueringen for borgerne?":      `social`,
		"Hvad siger evalueringen om økonomien?":      `economic`,
		"I alt B26-B29":                              `total`,
		"Sum 26-29":                                  `total`,
		"B26-B29":                                    `period`,
		"Besparelse B26-B29":                         `saving`,
		"Ressourceforbrug":                           `cost`,
		"Forbrug 2024":                               `consumption`,
		"Provenu":                                    `saving`,
		"Mindreforbrug i alt":                        `saving`,
		"Netto (udgifter minus mindreforbrug)":       `result`,
		"Savings net of state reimbursement":         `saving`,
		"Lower income support (net of state refund)": `saving; "income support"`,
	} {
		h := ReadHeading(heading)
		got := string(h.Role)
		if h.Subject != "" && h.Role == RoleSaving {
			got += `; "` + h.Subject + `"`
		}
		if got != want {
			t.Errorf("%q: %s, want %s", heading, got, want)
		}
	}
	for _, heading := range []string{"Budgetområde – hvem betaler?", "Besparelse – hvad ved vi?"} {
		if h := ReadHeading(heading); h.Role == RoleArea || h.Role == RoleSaving {
			t.Errorf("%q asks of money and is read as %s", heading, h.Role)
		}
	}
	if h := ReadHeading("Lower spending (net of state reimbursement)"); len(h.Payers) > 0 {
		t.Errorf("net of the state's reimbursement is read as a payer: %v", h.Payers)
	}
}

// TestThousandsBehindTheCurrency reads a unit that stands behind the currency.
func TestThousandsBehindTheCurrency(t *testing.T) {
	for text, want := range map[string][]Unit{
		"Costs and savings (DKK 1,000, 2026 prices)": {3},
		"Kr. 1.000":            {3},
		"DKK 1,000,000":        {6},
		"Tilskud på kr. 1.250": {0},
	} {
		if got := FindUnits(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestAnAmountOfEachIsNoUnit tells a unit behind the currency from an amount of one.
func TestAnAmountOfEachIsNoUnit(t *testing.T) {
	if got := StatedUnits("Egenbetaling er kr. 1.000 pr. måned"); len(got) > 0 {
		t.Errorf("an amount is read as the unit %v", got)
	}
	if got := StatedUnits("Beløb i kr. 1.000 i 2026-priser"); !slices.Equal(got, []Unit{3}) {
		t.Errorf("the unit is read as %v", got)
	}
}

// TestExamplesSaySo reads what begins an example.
func TestExamplesSaySo(t *testing.T) {
	for text, want := range map[string]bool{
		"(Eksempel) Den gode morgen": true, "Eksempel: Den gode morgen": true, "[fx] Havhuset": true,
		"Eksemplets magt": false, "Eksempelskolen": false, "Havhuset (eksempel)": false,
	} {
		if got := IsExample(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestDepartmentsInTitles finds the department that a title begins with.
func TestDepartmentsInTitles(t *testing.T) {
	for text, want := range map[string]string{
		"Sundhed og Omsorg – sociale investeringer til Budget 2026": "Sundhed og Omsorg",
		"Socialforvaltningen":           "Socialforvaltningen",
		"Randers Kommune – Budget 2026": "",
		"Sociale investeringer":         "",
	} {
		if got := DepartmentIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
