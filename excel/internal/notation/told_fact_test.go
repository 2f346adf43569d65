package notation

import "testing"

// TestToldFact holds headings of which nothing is known against the facts that their answers tell.
func TestToldFact(t *testing.T) {
	for _, c := range []struct {
		heading string
		answers []string
		want    Role
	}{
		{"Kan det mærkes på kassebeholdningens budget?", []string{"Dokumenteret", "Ikke dokumenteret"}, RoleEconomic},
		{"Udbytte på gulvet", []string{"Positiv", "Uklar – for få svar"}, RoleSocial},
		{"Lampen slukkes, og det er slut", []string{"31.12.2025", "2026"}, RoleExpiry},
		{"Har I fået fornyet sagen tidligere?", []string{"Nej", "Ja, i 2023"}, RoleExtended},
		{"Og så?", []string{"Gøres permanent", "Forlænges til udgangen af 2027"}, RoleWish},

		{"Personalets udbytte", []string{"Positiv"}, ""},           // not for citizens
		{"Ledelsens holdning", []string{"Positiv"}, ""},            // an opinion
		{"Dokumentation", []string{"Dokumenteret"}, ""},            // what is documented is not said
		{"Udbytte på gulvet", []string{"Positiv", "Se bilag"}, ""}, // not all of them
		{"Skal den forlænges?", []string{"Ja", "Nej"}, ""},         // a wish, not what was
		{"Bevillingstype", []string{"Permanent"}, ""},              // how it is, not what is wanted
		{"Fødselsår", []string{"1990", "2001"}, ""},
		{"Udbytte på gulvet", nil, ""},
		{"", []string{"Positiv"}, ""},
	} {
		if got := ToldFact(c.heading, c.answers); got != c.want {
			t.Errorf("%q over %q: %q, want %q", c.heading, c.answers, got, c.want)
		}
	}
}
