package notation

import (
	"testing"

	"videre/budget"
)

func TestReadArea(t *testing.T) {
	for text, want := range map[string]AreaSays{
		"?": AreaOpen, "???": AreaOpen, "Findes senere": AreaOpen, "Uafklaret": AreaOpen, "Ikke fundet endnu": AreaOpen,
		"Fastlægges nærmere": AreaOpen, "Ved ikke": AreaOpen, "Skal findes": AreaOpen, "Tbd": AreaOpen, "Mangler": AreaOpen,
		"To be decided": AreaOpen, "Unknown": AreaOpen, "Nej": AreaOpen,
		"Diverse": AreaVague, "Alle": AreaVague, "Alle områder": AreaVague, "Eget budget": AreaVague, "Egen ramme": AreaVague,
		"Samme område": AreaVague, "Flere områder": AreaVague, "Various": AreaVague, "Own budget": AreaVague,

		"Projektets bevilling 2021-2025": AreaOwn, "Projektets egen bevilling": AreaOwn, "Investeringsbevillingen 2021-2025": AreaOwn,
		"Uforbrugte midler fra projektet": AreaOwn, "Projektets driftsbudget": AreaOwn, "Puljen til sociale investeringer": AreaOwn,
		"Bevilling til botilbud": AreaNamed, "Bygningsdrift": AreaNamed, "Projektstøtte til foreninger": AreaNamed,

		"Familier": AreaNamed, "Forsørgelse": AreaNamed, "Dagtilbud": AreaNamed, "Øvrige botilbud": AreaNamed,
		"Alle skoler": AreaNamed, "Sociale Forhold og Beskæftigelse": AreaNamed, "Budget til vikarer": AreaNamed,
		"Andre sociale formål": AreaNamed, "Ejendomme": AreaNamed, "5.57.73": AreaNamed, "Benefits": AreaNamed,
	} {
		if got := ReadArea(text); got != want {
			t.Errorf("ReadArea(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestReadAreaPayer(t *testing.T) {
	for text, want := range map[string]budget.Payer{
		"Regionen": budget.Region, "Psykiatri (Region Midt)": budget.Region, "Region Midtjylland": budget.Region,
		"Kriminalforsorgen": budget.CentralState, "Staten": budget.CentralState, "Sygehuset": budget.Region,
		"Anbringelser": 0, "Regionale tilbud": 0, "Psykiatri": 0, "Botilbud": 0, "Kommunen": 0, "Borgere": 0,
		"Medfinansiering (Region Midt)": 0, "Takstbetaling, regionen": 0, "Statsborgerskab": 0, "Socialpsykiatri": 0,
	} {
		if got := ReadAreaPayer(text); got != want {
			t.Errorf("ReadAreaPayer(%q) = %v, want %v", text, got, want)
		}
	}
}
