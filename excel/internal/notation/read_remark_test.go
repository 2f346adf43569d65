package notation

import (
	"slices"
	"testing"
)

// TestReadRemark reads sentences as departments write them beside their figures: what each
// says against them.
func TestReadRemark(t *testing.T) {
	for _, c := range []struct {
		text string
		want []Contradiction
	}{
		{"Er allerede trukket ud af budgettet for 2025", []Contradiction{AlreadyBudgeted}},
		{"Beløbet indgår allerede i basisbudgettet", []Contradiction{AlreadyBudgeted}},
		{"Indarbejdet i budgettet fra 2024", []Contradiction{AlreadyBudgeted}},
		{"Allerede udmøntet", []Contradiction{AlreadyBudgeted}},
		{"Mindreudgiften blev lagt ind i rammen ved Budget 2025", []Contradiction{AlreadyBudgeted}},
		{"Rammen er i forvejen reduceret med beløbet", []Contradiction{AlreadyBudgeted}},
		{"Jobcentrets budget blev sænket tilsvarende i 2024", []Contradiction{AlreadyBudgeted}},
		{"Gevinsten indgår i sparekataloget for 2025", []Contradiction{AlreadyBudgeted}},
		{"OBS: effekten er indregnet i det vedtagne budget", []Contradiction{AlreadyBudgeted}},
		{"I Budget 2026 er besparelsen allerede medregnet", []Contradiction{AlreadyBudgeted}},
		{"Besparelsen er en del af forvaltningens effektiviseringskrav", []Contradiction{AlreadyBudgeted}},
		{"Taget ud af områdets budget sidste år", []Contradiction{AlreadyBudgeted}},
		{"Already included in the budget", []Contradiction{AlreadyBudgeted}},
		{"The saving has been taken out of the 2025 budget", []Contradiction{AlreadyBudgeted}},
		{"Savings are incorporated in the base budget", []Contradiction{AlreadyBudgeted}},

		{"Testtal", []Contradiction{Uncertain}},
		{"Beløbet bestrides af området", []Contradiction{Uncertain}},
		{"Besparelsen er anført to gange", []Contradiction{CountedElsewhere}},
		{"Er reelt statens besparelse", []Contradiction{OtherPayer}},
		{"Sammenlagt for alle tre år", []Contradiction{PartOfYear}},
		{"Sat meget for lavt", []Contradiction{Wrong}},
		{"Trukket tilbage af ledelsen", []Contradiction{NotCounted}},
		{"Ingen kommentarer", nil},
		{"Ingen", nil},
		{"allr. i B25", []Contradiction{AlreadyBudgeted}},
		{"Udgår", []Contradiction{NotCounted}},
		{"Trukket tilbage", []Contradiction{NotCounted}},
		{"Ikke aktuel", []Contradiction{NotCounted}},
		{"Udvalget har sagt nej", []Contradiction{NotCounted}},
		{"Gl. tal", []Contradiction{Wrong}},
		{"afv. svar fra Øk.", []Contradiction{Uncertain}},
		{"Godkendt Nej", []Contradiction{Uncertain}},
		{"Godkendt Ja", nil},
		{"Medtages Nej", []Contradiction{NotCounted}},
		{"Medtages Ja", nil},
		{"Kommunen får kun en tredjedel", []Contradiction{OtherPayer}},
		{"Kører videre til 2027 på den gamle bevilling", []Contradiction{Prolonged}},
		{"Ønskes forlænget til 2027", nil},
		{"Tilbuddet lukkede i august", []Contradiction{Closes}},
		{"Området kan ikke genkende besparelsen", []Contradiction{Denied}},
		{"Udgiften er ekskl. lokaleleje på 240.000 kr. årligt, som også skal dækkes.", []Contradiction{FurtherCost}},
		{"Tallet er eksklusive billeje", []Contradiction{FurtherCost}},
		{"Effekten er der ikke mere", []Contradiction{Denied}},
		{"Besparelsen er udeblevet", []Contradiction{Denied}},
		{"De grå kolonner er tidligere års tal og er kun til orientering.", nil},
		{"Prisen er ekskl. moms 25 %", nil},

		{"Halvdelen tilfalder regionen", []Contradiction{OtherPayer}},
		{"Gevinsten går til staten", []Contradiction{OtherPayer}},
		{"En tredjedel af besparelsen ligger i regionen", []Contradiction{OtherPayer}},
		{"Besparelsen høstes hos psykiatrien", []Contradiction{OtherPayer}},
		{"Besparelsen tilfalder ikke kommunen", []Contradiction{OtherPayer}},
		{"Provenuet deles ligeligt mellem kommunen og regionen", []Contradiction{OtherPayer}},
		{"Mindreudgiften falder i andre kommuner", []Contradiction{OtherPayer}},
		{"Kommunens andel udgør 40 %", []Contradiction{OtherPayer}},
		{"Kun 60 % af besparelsen er kommunal", []Contradiction{OtherPayer}},
		{"Resten af besparelsen lander hos a-kasserne", []Contradiction{OtherPayer}},
		{"Falls to the region", []Contradiction{OtherPayer}},
		{"Half of the saving goes to the state", []Contradiction{OtherPayer}},

		{"Før refusion", []Contradiction{BeforeRefund}},
		{"Sygedagpenge er regnet før statslig refusion", []Contradiction{BeforeRefund}},
		{"Tallene er bruttotal", []Contradiction{BeforeRefund}},
		{"Statsrefusionen er ikke trukket fra", []Contradiction{BeforeRefund}},
		{"Beløbet indeholder statens refusion", []Contradiction{BeforeRefund}},
		{"Forsørgelse er vist uden fradrag for refusion", []Contradiction{BeforeRefund}},
		{"All savings are gross, before state reimbursement", []Contradiction{BeforeRefund}},

		{"Effekten kunne ikke genfindes ved opfølgningen", []Contradiction{Denied}},
		{"Evalueringen viste ingen effekt på beskæftigelsen", []Contradiction{Denied}},
		{"Den forventede gevinst er udeblevet", []Contradiction{Denied}},
		{"Vi har ikke kunnet påvise en effekt", []Contradiction{Denied}},
		{"Besparelsen er ikke realiseret i 2024", []Contradiction{Denied}},
		{"Der er ikke fundet nogen virkning", []Contradiction{Denied}},
		{"Effekten holder ikke efter et år", []Contradiction{Denied}},
		{"Der er tvivl om effekten", []Contradiction{Denied}},
		{"The effect was not confirmed by the review", []Contradiction{Denied}},
		{"The evaluation found no effect on employment", []Contradiction{Denied}},

		{"Hertil kommer lokaleudgifter på 0,3 mio. kr. om året", []Contradiction{FurtherCost}},
		{"Derudover skal der afsættes 250.000 kr. til ledelse", []Contradiction{FurtherCost}},
		{"Kræver yderligere to årsværk fra 2027", []Contradiction{FurtherCost}},
		{"Udgiften er uden overhead", []Contradiction{FurtherCost}},
		{"Huslejen er ikke medregnet", []Contradiction{FurtherCost}},
		{"Tallene indeholder ikke it-udgifter, som ikke er medregnet", []Contradiction{FurtherCost}},
		{"Ekskl. administration", []Contradiction{FurtherCost}},
		{"Der mangler finansiering til husleje", []Contradiction{FurtherCost}},
		{"Medfører merudgifter i bostøtten på 0,2 mio. kr.", []Contradiction{FurtherCost}},
		{"Driften stiger til 3,1 mio. kr. i 2028", []Contradiction{FurtherCost}},
		{"Rent and overhead are not included", []Contradiction{FurtherCost}},
		{"In addition there are licence costs of DKK 200,000", []Contradiction{FurtherCost}},

		{"Besparelsen slår først igennem i 2028", []Contradiction{PartOfYear}},
		{"Fuld effekt opnås først i 2027", []Contradiction{PartOfYear}},
		{"Besparelsen indfases gradvist", []Contradiction{PartOfYear}},
		{"Løn er regnet for 8 måneder", []Contradiction{PartOfYear}},
		{"Beløbene er halvårsvirkning", []Contradiction{PartOfYear}},
		{"Udgiften dækker kun et halvt år", []Contradiction{PartOfYear}},
		{"Beløbene er pr. måned", []Contradiction{PartOfYear}},
		{"Savings are phased in from 2027", []Contradiction{PartOfYear}},
		{"The cost covers only six months", []Contradiction{PartOfYear}},

		{"Bortfalder fra 2027", []Contradiction{Ends}},
		{"Kun i 2026", []Contradiction{Ends}},
		{"Engangsbeløb", []Contradiction{Ends}},
		{"Gevinsten aftrappes efter 2027", []Contradiction{Ends}},
		{"Besparelsen er ikke varig", []Contradiction{Ends}},
		{"Lapses in 2028", []Contradiction{Ends}},

		{"Samme besparelse som i nabosporet", []Contradiction{CountedElsewhere}},
		{"Overlapper med et andet projekt", []Contradiction{CountedElsewhere}},
		{"Gevinsten er også indmeldt under Familiehuset", []Contradiction{CountedElsewhere}},
		{"Besparelsen indgår også i Jobsporet", []Contradiction{CountedElsewhere}},
		{"Beløbet bruges til at finansiere et andet tilbud", []Contradiction{CountedElsewhere}},
		{"Risiko for dobbelttælling af besparelsen", []Contradiction{CountedElsewhere}},
		{"The same saving is claimed by another project", []Contradiction{CountedElsewhere}},

		{"Besparelserne er angivet i 2022-priser", []Contradiction{OtherPrices}},
		{"Udgifter i 2024-p/l", []Contradiction{OtherPrices}},
		{"Besparelserne er opgjort i mio. kr.", []Contradiction{OtherUnit}},

		{"Tilskuddet er endnu ikke bevilget", []Contradiction{Ungranted}},
		{"Finansieringen er betinget af tilskud fra fonden", []Contradiction{Ungranted}},
		{"Afventer svar fra fonden på ansøgning om tilskud", []Contradiction{Ungranted}},
		{"Fondsmidlerne bortfalder efter 2026", []Contradiction{Ungranted, Ends}},
		{"Puljen er søgt, men ikke bevilget", []Contradiction{Ungranted}},
		{"Der er givet afslag på ansøgningen", []Contradiction{Ungranted}},
		{"The grant has not been confirmed", []Contradiction{Ungranted}},
		{"Subject to foundation funding", []Contradiction{Ungranted}},

		{"Indsatsen nedlægges med udgangen af 2026", []Contradiction{Closes}},
		{"Tilbuddet lukkes i sommeren 2026", []Contradiction{Closes}},
		{"Projektet videreføres ikke", []Contradiction{Closes}},
		{"The project closes in 2026", []Contradiction{Closes}},

		{"Besparelsen er ikke medregnet", []Contradiction{NotCounted}},
		{"Kun til orientering", []Contradiction{NotCounted}},
		{"Skal ikke medregnes", []Contradiction{NotCounted}},
		{"Besparelsen kan ikke realiseres i budgettet", []Contradiction{NotCounted}},
		{"Not counted", []Contradiction{NotCounted}},

		{"Tallet er forkert", []Contradiction{Wrong}},
		{"Outdated", []Contradiction{Wrong}},
		{"Beløbet skal være 1.450", []Contradiction{Wrong}},
		{"Besparelsen er sat for højt", []Contradiction{Wrong}},

		{"Tallet er foreløbigt", []Contradiction{Uncertain}},
		{"Beløbene skal kvalitetssikres af økonomi", []Contradiction{Uncertain}},
		{"Not yet confirmed", []Contradiction{Uncertain}},
		{"UDKAST", []Contradiction{Uncertain}},
		{"Udkast – tallene er ikke politisk godkendt", []Contradiction{Uncertain}},
		{"Foreløbigt tal, tilfalder regionen", []Contradiction{Uncertain, OtherPayer}},
	} {
		var got []Contradiction
		for _, a := range ReadRemark(c.text).Against {
			if !slices.Contains(got, a.Contradiction) {
				got = append(got, a.Contradiction)
			}
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %v, want %v", c.text, got, c.want)
		}
	}
}

// TestHarmlessRemarks reads sentences that say nothing against a figure, and are understood.
func TestHarmlessRemarks(t *testing.T) {
	for _, text := range []string{
		"", "Se bilag 2", "Aftalt med økonomiafdelingen", "Gælder 12 borgere om året", "Vi er meget glade for projektet",
		"Er ikke trukket ud af budgettet", "Bortfalder ikke", "Ikke foreløbigt",
		"Besparelsen er endnu ikke indregnet i rammen", "Gevinsten indgår ikke i det vedtagne budget",
		"Besparelsen foreslås indarbejdet i budget 2026", "Besparelsen indarbejdes i Budget 2026",
		"Besparelsen tilfalder kommunen", "Besparelsen tilfalder ikke regionen", "Hele gevinsten falder i kommunen",
		"Regionens besparelser regnes ikke med", "Gevinster i psykiatrien er regionens gevinst og er vist til orientering",
		"Besparelsen er opgjort efter refusion", "Alle besparelser er netto", "Kontanthjælp er regnet netto efter statsrefusion",
		"Statsrefusionen er trukket fra", "Beløbene er ekskl. refusion",
		"Besparelsen er ikke talt med i andre projekter", "Der er ikke overlap med andre indsatser",
		"Tallene er renset for dobbelttælling", "Besparelsen er den samme besparelse i alle år",
		"Samme besparelse hvert år", "Udgiften er inkl. husleje og overhead", "Husleje er indregnet i udgiften",
		"Huslejen afholdes inden for egen ramme", "Ekskl. moms", "Beløbene er uden moms",
		"Hertil kommer en gevinst i psykiatrien", "Der kommer ingen ekstra udgifter", "Kræver ikke ekstra lokaler",
		"Projektet kræver tålmodighed", "Kræver yderligere evaluering",
		"Der er ikke set negative effekter", "Effekten er dokumenteret i evalueringen fra 2024",
		"Besparelsen er dokumenteret af Jobcentret", "Besparelsen er beregnet ud fra 12 sparede pladser",
		"Tallene er afstemt med økonomi i maj", "Beløb er afrundet til hele tusinde", "Løn er fremskrevet til 2026-p/l",
		"Opgjort i 2025-priser og fremskrevet til 2026", "Evalueringen er foreløbig",
		"Evalueringen måler effekten efter 6 måneder", "Forløbet varer 6 måneder", "Der følges op hvert halve år",
		"Projektet startede først i 2022", "Tilskuddet er søgt og bevilget", "Tilsagn er givet til og med 2029",
		"Fonden har bekræftet tilskuddet", "Besparelsen er varig", "Udgiften er den samme alle år",
		"Målgruppen overlapper med andre tilbud", "Samme borgere som i Familiehuset",
		"Projektet lukker ikke", "Indsatsen evalueres i 2027", "Skolen lukker kl. 15",
		"Udfyld beløb i 1.000 kr.", "Skriv om besparelsen allerede er indregnet i budgettet", "Beløb angives i hele kroner",
		"Angiv om besparelsen tilfalder regionen eller staten", "Besparelser opgøres efter statsrefusion",
		"Besparelser, der allerede er indarbejdet i budgettet, er ikke medtaget",
		"Besparelser, der tilfalder regionen, skal ikke medregnes", "Kun besparelser, der tilfalder kommunen, er medtaget",
		"Er besparelsen allerede indarbejdet i budgettet?", "Hvem tilfalder besparelsen?",
		"Frivilliges timer er ikke medregnet", "Afledte effekter er ikke medregnet", "Øvrige gevinster er ikke medtaget",
		"Besparelsen sker primært på anbringelser", "Mindreudgiften skyldes færre døgnpladser",
		"Udgiften dækker løn til tre medarbejdere", "Udgifter til løn, husleje og kørsel",
		"Sparet kontanthjælp (kommunen)", "1.000 kr., 2026 p/l", "Årlige driftsudgifter og besparelser",
		"Not included in the budget", "Savings are net of reimbursement", "Figures are rounded", "See appendix 2",
		"The saving is not counted in other projects", "The grant has been approved", "Rent is included in the cost",
		"Enter amounts in thousands", "The saving falls to the municipality", "Excluding VAT",
	} {
		got := ReadRemark(text)
		got.Against = slices.DeleteFunc(got.Against, func(a Against) bool {
			return a.Contradiction == OtherPrices && slices.Equal(a.Levels, []int{2026})
		})
		if len(got.Against) > 0 || got.Unclear {
			t.Errorf("%q: got %v, unclear %v", text, got.Against, got.Unclear)
		}
	}
}

// TestUnclearRemarks reads sentences that touch money, and that nobody can take for certain.
func TestUnclearRemarks(t *testing.T) {
	for _, text := range []string{
		"Udgiften er indarbejdet i budgettet", "Besparelsen falder, hvis puljen ikke forlænges",
		"Budgettet skal drøftes med regionen", "Besparelsen er ikke afrundet", "Der skal findes penge til et nyt tag",
		"The budget must be discussed",
	} {
		if got := ReadRemark(text); !got.Unclear || len(got.Against) > 0 {
			t.Errorf("%q: got %v, unclear %v", text, got.Against, got.Unclear)
		}
	}
}

// TestUnheardRemarks holds statements that nobody has understood against names, references
// and what is bought, which are left alone.
func TestUnheardRemarks(t *testing.T) {
	for text, want := range map[string]bool{
		"Samme som for Mentor på Vej":                 true,
		"Tallet er lånt fra Odense":                   true,
		"Mangler: leder":                              true,
		"Der er endnu ingen deltagere":                true,
		"Evalueringen foreligger først i juni 2026":   true,
		"Hvem betaler?":                               true,
		"Husk husleje 0,4":                            true,
		"Løn og kørsel":                               false,
		"husleje, Ringgadehuset":                      false,
		"Se bilag 2.":                                 false,
		"Mvh. Jonas, konsulent":                       false,
		"11 årsværk":                                  false,
		"Drives sammen med frivillige":                false,
		"Tallene er afstemt med Økonomi 12/5.":        false,
		"Lønudgift til to pædagoger":                  false,
		"Besparelsen er ikke trukket ud af budgettet": false,
	} {
		if got := ReadRemark(text).Unheard; got != want {
			t.Errorf("%q: unheard is %v, want %v", text, got, want)
		}
	}
}

// TestIsForetold holds headings of effects that are only expected against those that ask.
func TestIsForetold(t *testing.T) {
	for heading, want := range map[string]bool{
		"Forventet social effekt": true, "Økonomisk effekt (forventet)": true,
		"Social effekt ifølge ansøgningen": true, "Økonomisk effekt i business casen": true,
		"Social effekt, ønsket": true,
		"Social effekt":         false, "Økonomisk effekt i kommunen": false, "Effekt, evalueret": false,
	} {
		if got := IsForetold(heading); got != want {
			t.Errorf("%q: foretold is %v, want %v", heading, got, want)
		}
	}
}
