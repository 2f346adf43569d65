package annotate

import "testing"

// TestSentencesOfOursAreKnown tells what the program writes from what people do.
func TestSentencesOfOursAreKnown(t *testing.T) {
	s := newSentences()
	for line, want := range map[string]bool{
		"Kan permanentgøres og skaleres": true,
		"Vurdering":                      true,
		"Fejl V103: Beløbet 9 mangler enhed. Skriv mio. kr. eller 1.000 kr. i cellen, overskriften eller linjen " +
			"over tabellen, eller vælg den med --unit.": true,
		"Beløbet »12 mil« kan ikke læses.":          true,
		"ja":                                        true,
		"Ekstra driftsudgift":                       false,
		"Ekstra driftsudgift 5 mio. kr.":            false,
		"Hertil kommer husleje 2 mio. kr. om året.": false,
		"5 mio. kr.":                                false,
		"Kan permanentgøres. Hertil kommer 2 mio. kr. til husleje": false,
		"UngiFokus": false,
	} {
		if s.fit(line) != want {
			t.Errorf("%q is ours: %t", line, !want)
		}
	}
}
