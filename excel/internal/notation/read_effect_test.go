package notation

import (
	"testing"

	"videre/budget"
)

// read is what a text should be read as.
type read[T any] struct {
	text      string
	want      T
	certainty Certainty
}

// check reads every text of a table.
func check[T comparable](t *testing.T, reader func(string) (T, Certainty), table []read[T]) {
	t.Helper()
	if len(table) < 25 {
		t.Errorf("the table holds %d texts", len(table))
	}
	for _, c := range table {
		if got, certainty := reader(c.text); got != c.want || certainty != c.certainty {
			t.Errorf("%q: got %v (%v), want %v (%v)", c.text, got, certainty, c.want, c.certainty)
		}
	}
}

func TestReadSocial(t *testing.T) {
	const (
		positive     = budget.SocialPositive
		unclear      = budget.SocialUnclear
		negative     = budget.SocialNegative
		undocumented = budget.SocialUndocumented
	)
	read0 := func(text string) (budget.SocialEffect, Certainty) { return ReadSocial(text, Heading{}, 2026) }
	check(t, read0, []read[budget.SocialEffect]{
		{"Ja, positiv effekt", positive, Certain},
		{"Ja, det virker. De unge passer deres skole", positive, Certain},
		{"Ja, det virker! Ingen børn står alene i frikvarteret mere", positive, Certain},
		{"Det virker dyrt", 0, Doubtful},
		{"Det virker ikke", 0, Doubtful},
		{"Det virker som om de trives bedre", 0, Doubtful},
		{"Positiv, vi når dem ingen andre når", positive, Certain},
		{"Positiv, ingen effekt på fravær", 0, Doubtful},
		{"Positiv effekt. Halvdelen er i praktik nu", positive, Certain},
		{"Positiv effekt for halvdelen", 0, Doubtful},
		{"Positiv: tre ud af fire familier klarer sig nu uden anbringelse", positive, Certain},
		{"Evalueringen peger på en positiv effekt for de unge", positive, Certain},
		{"Positiv (SROI-analyse, 2024)", positive, Certain},
		{"Meget positiv", positive, Certain},
		{"Tre ud af fire trives markant bedre", positive, Certain},
		{"Klart bedre trivsel; positiv effekt på skolegang", positive, Certain},
		{"Positive effects for most participants", 0, Doubtful},
		{"Positive effect", positive, Certain},
		{"Negativ – flere falder fra", negative, Certain},
		{"Negative effect on wellbeing", negative, Certain},
		{"Uklar", unclear, Certain},
		{"Blandede resultater", unclear, Certain},
		{"Ingen klar effekt endnu", unclear, Certain},
		{"Effekten er ikke påvist", unclear, Certain},
		{"For tidligt at sige", unclear, Certain},
		{"No clear effect", unclear, Certain},
		{"Ikke dokumenteret", undocumented, Certain},
		{"Endnu ikke dokumenteret", undocumented, Certain},
		{"Afventer evaluering i foråret", undocumented, Certain},
		{"Evalueringen udestår", undocumented, Certain},
		{"Ikke opgjort endnu", undocumented, Certain},
		{"Not yet evaluated", undocumented, Certain},
		{"Effekten kendes ikke", undocumented, Certain},
		{"Ingen positiv effekt", 0, Doubtful},
		{"Evalueringen viser ingen positiv effekt", 0, Doubtful},
		{"Ikke negativ", 0, Doubtful},
		{"Forventes positiv", 0, Doubtful},
		{"Delvist positiv", 0, Doubtful},
		{"Positiv (?)", 0, Doubtful},
		{"Negativ (?)", negative, Certain},
		{"Positiv effekt, påvist i ekstern evaluering", positive, Certain},
		{"Positiv, men ikke påvist", 0, Doubtful},
		{"Uklar, påvist i ekstern evaluering", unclear, Certain},
		{"De fleste børn klarer skolestarten bedre end før. Effekten er positiv.", positive, Certain},
		{"Positiv: de fleste fastholder jobbet", positive, Certain},
		{"Positiv: halvdelen fastholder jobbet", 0, Doubtful},
		{"De unge kommer oftere i skole", positive, Certain},
		{"De unge kommer sjældnere i skole", negative, Certain},
		{"De fleste dropper ud", negative, Certain},
		{"Det har ikke været muligt at måle en effekt", undocumented, Certain},
		{"Overvejende positiv", 0, Doubtful},
		{"Positiv?", 0, Doubtful},
		{"Positiv, men ikke dokumenteret", 0, Doubtful},
		{"Positiv effekt på trivsel, men negativ på fremmøde", 0, Doubtful},
		{"Positiv for nogle", 0, Doubtful},
		{"Målet er en positiv effekt", 0, Doubtful},
		{"Skal have positiv effekt", 0, Doubtful},
		{"Ja", 0, Doubtful},
		{"Nej", 0, Doubtful},
		{"Nej, positiv", 0, Doubtful},
		{"Ja, negativ", 0, Doubtful},
		{"Ingen effekt", 0, Doubtful},
		{"Dokumenteret", 0, Doubtful},
		{"++", 0, Unread},
		{"Positiv for 18 af 20 unge", positive, Certain},
		{"Positiv, 3 af 20 er i job", positive, Certain},
		{"Evalueringen var positiv", positive, Certain},
		{"Positiv ifølge tidligere evaluering", positive, Certain},
		{"Positiv for 3 af 20", 0, Doubtful},
		{"Positiv for 2 ud af 10 borgere", 0, Doubtful},
		{"Positive for 2 of 10", 0, Doubtful},
		{"Tidligere positiv", 0, Doubtful},
		{"Var positiv", 0, Doubtful},
		{"Positiv i regionen", 0, Doubtful},
		{"Positiv effekt i andre kommuner", 0, Doubtful},
		{"Positiv, men omstridt", 0, Doubtful},
		{"Formerly positive", 0, Doubtful},
		{"Formentlig positiv", 0, Doubtful},
		{"Gode tilbagemeldinger", 0, Doubtful},
		{"Positiv omtale i avisen", 0, Doubtful},
		{"Positiv business case", positive, Certain},
		{"Positiv for lærerne", 0, Doubtful},
		{"Positiv for elever og lærere", positive, Certain},
		{"Svagt positiv", 0, Doubtful},
		{"Svagt negativ", negative, Certain},
		{"Norske studier viser positiv effekt", 0, Doubtful},
		{"Blandet – nogle klarer sig bedre, andre dårligere", unclear, Certain},
		{"Uklar, og de fleste har fået det værre", 0, Doubtful},
		{"Konklusionen stritter i forskellige retninger", unclear, Certain},
		{"Der er aldrig foretaget en måling", undocumented, Certain},
		{"Negtiv", negative, Certain},
		{"Ja og nej", 0, Doubtful},
		{"Lærerne synes, at det er positivt", 0, Doubtful},
		{"Se bilag 3", 0, Unread},
		{"", 0, Unread},
		{"14,4", 0, Unread},
	})
}

func TestReadEconomic(t *testing.T) {
	const (
		documented   = budget.EconomicDocumented
		undocumented = budget.EconomicUndocumented
		negative     = budget.EconomicNegative
	)
	read0 := func(text string) (budget.EconomicEffect, Certainty) { return ReadEconomic(text, Heading{}, 2026) }
	check(t, read0, []read[budget.EconomicEffect]{
		{"Ja, dokumenteret", documented, Certain},
		{"Dokumenteret i effektmåling 2024", documented, Certain},
		{"Veldokumenteret", documented, Certain},
		{"Positiv og dokumenteret", documented, Certain},
		{"Documented by an external evaluator", documented, Certain},
		{"Besparelsen er eftervist", documented, Certain},
		{"Ikke dokumenteret", undocumented, Certain},
		{"Ej dokumenteret", undocumented, Certain},
		{"Økonomien er endnu ikke opgjort", undocumented, Certain},
		{"Ingen dokumenteret effekt", undocumented, Certain},
		{"Uklar", undocumented, Certain},
		{"Ikke påvist", undocumented, Certain},
		{"Afventer registerdata", undocumented, Certain},
		{"Mangler dokumentation", undocumented, Certain},
		{"Undocumented", undocumented, Certain},
		{"No evidence yet", undocumented, Certain},
		{"Negativ", negative, Certain},
		{"Dokumenteret merudgift", negative, Certain},
		{"Indsatsen er dyrere end før", negative, Certain},
		{"Higher costs", negative, Certain},
		{"Dokumenteret for 9 af 10 borgere", documented, Certain},
		{"Dokumenteret i ekstern evaluering", documented, Certain},
		{"Dokumenteret for 2 af 10 borgere", 0, Doubtful},
		{"Dokumenteret – bestrides af Magistratens 2. Afdeling", 0, Doubtful},
		{"Dokumenteret (af leverandøren)", 0, Doubtful},
		{"Dokumenteret i litteraturen", 0, Doubtful},
		{"Dokumenteret hos regionen", 0, Doubtful},
		{"Documented by the supplier", 0, Doubtful},
		{"Delvist dokumenteret", 0, Doubtful},
		{"Forventes dokumenteret i 2026", undocumented, Certain},
		{"Evalueringen foreligger ikke endnu", undocumented, Certain},
		{"Forventes positiv", 0, Doubtful},
		{"Positiv", 0, Doubtful},
		{"Beregnet ud fra landstal", 0, Doubtful},
		{"Dokumenteret, men ikke for hele målgruppen", 0, Doubtful},
		{"Ikke negativ", 0, Doubtful},
		{"Ja", 0, Doubtful},
		{"Nej, dokumenteret", 0, Doubtful},
		{"Udgiftsneutral", 0, Doubtful},
		{"Sandsynliggjort", 0, Doubtful},
		{"Documented?", 0, Doubtful},
		{"Veldokumentret", documented, Certain},
		{"Mangelfuldt dokumenteret", 0, Doubtful},
		{"Dokumenteret i Canada", 0, Doubtful},
		{"Dokumenteret, men siden tilbagekaldt", 0, Doubtful},
		{"Dokumenteret social effekt", 0, Doubtful},
		{"Social og økonomisk effekt er dokumenteret", documented, Certain},
		{"Udgifterne er vokset", negative, Certain},
		{"Negativ på kort sigt, men positiv på lang sigt", 0, Doubtful},
		{"Øgede udgifter, dokumenteret i regnskabet", negative, Certain},
		{"Ingen har regnet på det", undocumented, Certain},
		{"Se notat", 0, Unread},
		{"1.650", 0, Unread},
	})
}

// TestAnswersToQuestions reads ja and nej under headings that ask.
func TestAnswersToQuestions(t *testing.T) {
	social := ReadHeading("Har projektet en positiv social effekt?")
	economic := ReadHeading("Er den økonomiske effekt dokumenteret?")
	for text, want := range map[string]budget.SocialEffect{
		"Ja": budget.SocialPositive, "J": budget.SocialPositive, "Ja!": budget.SocialPositive, "Yes": budget.SocialPositive,
		"Nej": 0, "Ja, men kun for nogle": 0, "Ja, når de møder op": 0, "Ja, uklar": 0,
		"Nej, negativ": budget.SocialNegative, "Ja, børnene læser bedre": budget.SocialPositive,
		"Ja, men negativ": budget.SocialNegative, "Ja, effekten er påvist": budget.SocialPositive,
		"Ja, uden tvivl": budget.SocialPositive, "Ja og nej": 0,
		"Ja, men børnene læser ikke bedre": 0, "Ja, det kunne gå bedre": 0, "Ja, de møder op": 0,
	} {
		if got, certainty := ReadSocial(text, social, 2026); got != want || (certainty == Certain) != (want != 0) {
			t.Errorf("%q: got %v (%v), want %v", text, got, certainty, want)
		}
	}
	shown := ReadHeading("Social effekt påvist?")
	for text, want := range map[string]budget.SocialEffect{"Ja": budget.SocialPositive, "Nej": budget.SocialUnclear, "Delvist": 0} {
		if got, certainty := ReadSocial(text, shown, 2026); got != want || (certainty == Certain) != (want != 0) {
			t.Errorf("%q: got %v (%v), want %v", text, got, certainty, want)
		}
	}
	for text, want := range map[string]budget.EconomicEffect{
		"Ja": budget.EconomicDocumented, "Nej": budget.EconomicUndocumented, "Nej, ikke endnu": budget.EconomicUndocumented, "Nej, den er kun forventet": budget.EconomicUndocumented,
		"Ja, i 2024": budget.EconomicDocumented, "Ja, delvist": 0, "Nej, ikke dokumenteret": budget.EconomicUndocumented,
	} {
		if got, certainty := ReadEconomic(text, economic, 2026); got != want || (certainty == Certain) != (want != 0) {
			t.Errorf("%q: got %v (%v), want %v", text, got, certainty, want)
		}
	}
}
