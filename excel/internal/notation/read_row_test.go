package notation

import "testing"

func TestRowsThatAreNoProjects(t *testing.T) {
	for want, names := range map[RowName][]string{
		OwnName: {"Gadens Sundhedsteam", "Reservebedsteforældre", "Moderskab", "Ledsagerne", "Ung i drift", "Den ekstra hånd", "Ekstra hænder", "Plus for unge",
			"Fælles Start", "Åben Administration Nord", "Driftige Mødre", "UngiFokus", "Plus-skolen", "Merværdi", "P 12", "", "2026"},
		GeneralName: {"Overhead", "Overhead 8 %", "Administration", "Administration og ledelse", "Øvrige udgifter", "Diverse",
			"Fællesudgifter", "Reserve til uforudsete udgifter", "Husleje", "Miscellaneous", "Other costs", "Ikke disponeret"},
		CorrectionName: {"Korrektion", "Korrektion vedr. Nabohjælp", "PL-regulering", "Pris- og lønregulering", "Afrunding", "Moms", "Teknisk justering",
			"Adjustment", "Rounding"},
		AddedName: {"+ afledt drift", "- heraf ikke disponeret", "– husleje", "-husleje", "Hertil kommer leje af lokaler", "heraf løn",
			"Plus husleje", "of which rent", "• løn"},
		ContinuedName: {"Gadens Sundhedsteam (fortsat)", "Nabohjælp, forts.", "Nabohjælp (cont.)"},
	} {
		for _, name := range names {
			if got := ReadRowName(name); got != want {
				t.Errorf("%q: %d, want %d", name, got, want)
			}
		}
	}
}
