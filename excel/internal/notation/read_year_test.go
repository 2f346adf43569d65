package notation

import "testing"

func TestReadExpiry(t *testing.T) {
	check(t, ReadExpiry, []read[int]{
		{"2025", 2025, Certain},
		{"udløber med udgangen af 2025", 2025, Certain},
		{"Bevillingen udløber med udgangen af 2025", 2025, Certain},
		{"ultimo 2025", 2025, Certain},
		{"Med udgangen af 2026", 2026, Certain},
		{"31/12 2025", 2025, Certain},
		{"31. december 2025", 2025, Certain},
		{"31.12.25", 2025, Certain},
		{"2021–2025", 2025, Certain},
		{"2021-25", 2025, Certain},
		{"2022 til 2026", 2026, Certain},
		{"Startede i 2021, udløber 2025", 2025, Certain},
		{"Bevilget i 2021 til og med 2025", 2025, Certain},
		{"Forlænget til udgangen af 2025", 2025, Certain},
		{"30. juni 2026", 2026, Certain},
		{"31 December 2025", 2025, Certain},
		{"ved årsskiftet 2025/26", 2025, Certain},
		{"senest nytår 2025/26 (31. december 2025)", 2025, Certain},
		{"udløber ved årsskiftet 2025/2026, dvs. 31. december 2025", 2025, Certain},
		{"d. 31.12.2025", 2025, Certain},
		{"December 31, 2025", 2025, Certain},
		{"31st December 2025", 2025, Certain},
		{"udg. af 2025", 2025, Certain},
		{"1. januar 2022 – 31. december 2025", 2025, Certain},
		{"1/1 2022 - 31/12 2025", 2025, Certain},
		{"1. januar 2022 – 1. januar 2026", 0, Doubtful},
		{"Expires at the end of 2025", 2025, Certain},
		{"until 31 December 2026", 2026, Certain},
		{"Udløber 2025, ønskes forlænget til 2027", 0, Doubtful},
		{"1. januar 2026", 0, Doubtful},
		{"01.01.2026", 0, Doubtful},
		{"primo 2026", 0, Doubtful},
		{"Forventes at udløbe i 2025", 0, Doubtful},
		{"2025 eller 2026", 0, Doubtful},
		{"Ca. 2025", 0, Doubtful},
		{"Startede i 2021", 0, Doubtful},
		{"2025?", 0, Doubtful},
		{"Udløber ikke i 2025", 0, Doubtful},
		{"Efteråret 2025", 2025, Certain},
		{"Vinteren 2025", 0, Doubtful},
		{"I løbet af 2025", 2025, Certain},
		{"Lukker i 2025", 2025, Certain},
		{"Stopper 30/6-25", 2025, Certain},
		{"udgangen af skoleåret 2024/25", 2025, Certain},
		{"Startede sommeren 2021", 0, Doubtful},
		{"Permanent", 0, Unread},
		{"Snart", 0, Unread},
		{"12025", 0, Unread},
		{"", 0, Unread},
	})
}

func TestReadExtended(t *testing.T) {
	yes := func(until int) Extension { return Extension{true, until} }
	check(t, ReadExtended, []read[Extension]{
		{"Ja", yes(0), Certain},
		{"Ja, i Budget 2024", yes(0), Certain},
		{"Ja, ved Budget 2024 til udgangen af 2025", yes(2025), Certain},
		{"Ja, én gang", yes(0), Certain},
		{"Forlænget i 2023", yes(0), Certain},
		{"Forlænget til og med 2025", yes(2025), Certain},
		{"J", yes(0), Certain},
		{"Yes, once", yes(0), Certain},
		{"Extended in Budget 2024", yes(0), Certain},
		{"Nej", Extension{}, Certain},
		{"nej.", Extension{}, Certain},
		{"N", Extension{}, Certain},
		{"No", Extension{}, Certain},
		{"Ikke tidligere forlænget", Extension{}, Certain},
		{"Aldrig forlænget", Extension{}, Certain},
		{"Not extended", Extension{}, Certain},
		{"Nej, men ønskes forlænget", Extension{}, Certain},
		{"Nej, første bevilling", Extension{}, Certain},
		{"Nej, men forlænget i 2023", Extension{}, Doubtful},
		{"Ja, men ikke i år", Extension{}, Doubtful},
		{"Ønskes forlænget", Extension{}, Doubtful},
		{"Måske forlænget", Extension{}, Doubtful},
		{"Ja?", Extension{}, Doubtful},
		{"Ja og nej", Extension{}, Unread},
		{"2 gange", yes(0), Certain},
		{"Første bevilling", Extension{}, Certain},
		{"Søger om forlængelse for første gang", Extension{}, Certain},
		{"Forlænget første gang i 2022", yes(0), Certain},
		{"Vi fik afslag på en forlængelse", Extension{}, Certain},
		{"Ikke endnu", Extension{}, Certain},
		{"Vi fik et år ekstra", yes(0), Certain},
		{"2024", Extension{}, Unread},
		{"Se notat", Extension{}, Unread},
		{"", Extension{}, Unread},
	})
}

func TestReadCommitted(t *testing.T) {
	until := func(year int) Commitment { return Commitment{Until: year} }
	always := Commitment{Always: true}
	read0 := func(text string) (Commitment, Certainty) { return ReadCommitted(text, 2026) }
	check(t, read0, []read[Commitment]{
		{"2027", until(2027), Certain},
		{"31.12.2027", until(2027), Certain},
		{"til og med 2028", until(2028), Certain},
		{"Ultimo 2026", until(2026), Certain},
		{"2024-2027", until(2027), Certain},
		{"Tilsagn til udgangen af 2029", until(2029), Certain},
		{"Committed until 2028", until(2028), Certain},
		{"Through 2027", until(2027), Certain},
		{"varigt", always, Certain},
		{"Varig", always, Certain},
		{"Permanent tilsagn", always, Certain},
		{"Uden udløb", always, Certain},
		{"Tidsubegrænset", always, Certain},
		{"Ikke tidsbegrænset", always, Certain},
		{"Permanent", always, Certain},
		{"Indefinitely", always, Certain},
		{"Ikke varigt", Commitment{}, Doubtful},
		{"Forventes varigt", Commitment{}, Doubtful},
		{"Varigt fra 2027", Commitment{}, Doubtful},
		{"Søges igen for 2027", Commitment{}, Doubtful},
		{"Løbende", Commitment{}, Doubtful},
		{"Varigt fra 2026", always, Certain},
		{"Udløber aldrig", always, Certain},
		{"Uden slutdato", always, Certain},
		{"Årligt tilskud, varigt", always, Certain},
		{"Både 2026 og 2027", until(2027), Certain},
		{"2025 og 2027", Commitment{}, Doubtful},
		{"Sidste rate 2028", until(2028), Certain},
		{"Mundtligt tilsagn til 2027", Commitment{}, Doubtful},
		{"Måske 2027", Commitment{}, Doubtful},
		{"Betinget, til 2027", Commitment{}, Doubtful},
		{"Se brev", Commitment{}, Unread},
		{"", Commitment{}, Unread},
	})
}

// TestCommittedIn reads how long a funding is granted in what is written beside it.
func TestCommittedIn(t *testing.T) {
	for text, want := range map[string]Commitment{
		"committed until 2027": {Until: 2027},
		"* Birkefonden er privat. Den har givet tilsagn til og med 2027.": {Until: 2027},
		"Birkefonden er privat og har givet varigt tilsagn":               {Always: true},
	} {
		if got, ok := CommittedIn(text, 2026); !ok || got != want {
			t.Errorf("%q: got %v (%v), want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"sidste år med fonden", "søges forlænget til 2027", "Der søges om tilsagn til og med 2027",
		"Har fået afslag på varigt tilsagn", "Tilsagn til 2027, hvis byrådet siger ja", "Forventer tilsagn til 2027",
		"Fonden har ikke givet tilsagn til 2027", "2027",
	} {
		if got, ok := CommittedIn(text, 2026); ok {
			t.Errorf("%q: read as %v", text, got)
		}
	}
}
