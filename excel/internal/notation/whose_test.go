package notation

import "testing"

// said holds what a reader says of texts against what it should.
func said(t *testing.T, what string, reads func(string) bool, yes, no []string) {
	t.Helper()
	for _, text := range yes {
		if !reads(text) {
			t.Errorf("%q does not say %s", text, what)
		}
	}
	for _, text := range no {
		if reads(text) {
			t.Errorf("%q says %s", text, what)
		}
	}
}

func TestSaysOthersCost(t *testing.T) {
	said(t, "that the cost is another's", SaysOthersCost,
		[]string{"Færre døgn på bosteder, betalt af borgernes hjemkommuner", "Boligselskabets tab ved udsættelser",
			"Arbejdsgivernes udgifter til sygeløn", "Familiernes egne udgifter til transport", "Mindre SU", "Employers' costs of sick pay"},
		[]string{"Færre anbringelser", "Borgernes trivsel", "Kommunens udgifter til borgernes ophold", "Tilskud til borgernes udgifter",
			"Boligstøtte", "Kørsel af elever", "Færre udgifter til familiebehandling"})
}

func TestSaysOthersEffect(t *testing.T) {
	said(t, "that the effect is for others", SaysOthersEffect,
		[]string{"Positiv (medarbejdernes trivsel)", "Positiv for personalet", "Positiv for kommunen", "Positiv på papiret"},
		[]string{"Positiv", "Positiv for borgere og personale", "Positiv for de unge", "Positiv for både børn og medarbejdere"})
}

func TestSaysRepaid(t *testing.T) {
	said(t, "that the money goes back", SaysRepaid,
		[]string{"Den Sociale Kapitalfond (skal have sine 3 mio. kr. igen fra 2026)", "Lån fra Den Sociale Kapitalfond",
			"Kapitalfonden, betales ved resultat", "Obligation (SIB), indfries 2027", "Kapitalfonden (tilbagebetaling fra 2026)"},
		[]string{"Den Sociale Kapitalfond", "Rådet for Sociale Investeringer", "Fonden, uden tilbagebetaling", "Egmont Fonden (gave)"})
}

func TestSaysMissing(t *testing.T) {
	said(t, "that it is not there", SaysMissing,
		[]string{"Findes ikke", "Ingen", "Nej", "Mangler", "Under udarbejdelse", "Kommer i 2026", "None"},
		[]string{"Evaluering 2024", "Vedlagt", "Rapport fra 2023", "Ja", "Se bilag 2", "Følgeforskning ved VIVE"})
}

func TestSaysDecidedAgainst(t *testing.T) {
	said(t, "that it was decided against", SaysDecidedAgainst,
		[]string{"Nedlægges pr. 31-12-2025", "Afvist", "Byrådet har besluttet at lukke projektet", "Ikke vedtaget"},
		[]string{"Vedtaget", "Udsat til foråret", "Permanentgøres", "Vedtaget ændret"})
}

func TestReadReplacing(t *testing.T) {
	for text, want := range map[string]Replacing{
		"Rettede tal efter møde med Økonomi": Replaces, "Rettet besparelse:": Replaces, "Rettelser": Replaces, "Corrected figures": Replaces,
		"Erstatter tabellen ovenfor": Replaces, "Nye tal fra august": MayReplace, "Opdaterede beløb": MayReplace,
		"Indsatser rettet mod unge": ReplacesNothing, "Korrigeret budget 2026": ReplacesNothing, "Besparelser": ReplacesNothing,
		"Beløb korrigeret for pris og løn": ReplacesNothing, "Nye besparelser": ReplacesNothing,
	} {
		if got := ReadReplacing(text); got != want {
			t.Errorf("ReadReplacing(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestIsForeign(t *testing.T) {
	said(t, "something in another language", IsForeign,
		[]string{"Mit dem Jobcenter noch nicht abgestimmt", "Ännu inte beslutat", "Non confirmé par les finances", "Ennå ikke avtalt",
			"Nog niet goedgekeurd", "Ещё не согласовано"},
		[]string{"Endnu ikke aftalt med jobcentret", "Not yet agreed with the job centre", "Løn til to medarbejdere", "Drift af La Casa",
			"Aftalt med Økonomi 12/8", "Housing First", "Die Brücke", "ΔE"})
}

func TestFindRateYears(t *testing.T) {
	for text, want := range map[string]int{
		"Lønninger efter 2020-takst": 2020, "Beløb i 1.000 kr. (lønniveau 2019)": 2019, "Wages from 2021": 2021,
		"2026-p/l": 0, "Takst for botilbud": 0, "Budget 2026": 0, "Løn 2026": 0,
	} {
		got := FindRateYears(text)
		if (len(got) == 0) != (want == 0) || want != 0 && got[0] != want {
			t.Errorf("FindRateYears(%q) = %v, want %d", text, got, want)
		}
	}
}

func TestReadSign(t *testing.T) {
	for text, want := range map[string]int{"✓": 1, " ✔": 1, "✗": -1, "❌": -1, "x": 0, "ja": 0, "": 0} {
		if got := ReadSign(text); got != want {
			t.Errorf("ReadSign(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestSaysPart(t *testing.T) {
	said(t, "that it is a part", SaysPart, []string{"halvdelen", "900", "kun 900 t.kr.", "en fjerdedel"},
		[]string{"", "fra 2024", "i ramme 3.2", "alt", "det hele"})
}
