package notation

import (
	"slices"
	"strings"
	"testing"
)

// qualified is a text and why its amount is not what its figure makes it: the reasons, in
// the order of the words.
type qualified struct {
	text string
	want string
}

func TestReadQualifiers(t *testing.T) {
	for _, test := range []qualified{
		// What it is worth.
		{"Potentiel besparelse", "possible"},
		{"Mulig besparelse", "possible"},
		{"Potentielle kommunale besparelser", "possible"},
		{"Besparelsespotentiale", "possible"},
		{"Effektiviseringspotentiale på botilbud", "possible"},
		{"Eventuel gevinst hos jobcentret", "possible"},
		{"Teoretisk gevinst", "possible"},
		{"Forsorgshjem (måske)", "possible"},
		{"Anbringelser, rundet op til hele mio. kr.", "raised"},
		{"Besparelse, oprundet", "raised"},
		{"Besparelse, skønnet opad", "raised"},
		{"Anbringelser, afrundet til hele 1.000 kr.", ""},
		{"Opsøgende arbejde", ""},
		{"Driftsudgift, mindst", "least"},
		{"Mindst én voksen i huset", ""},
		{"Driftsudgift (uden løn)", "excluded"},
		{"Årlig driftsudgift, kun materialer", "excluded"},
		{"Tilbud til unge uden bolig", ""},
		{"Solgårdfonden (lukker med udgangen af 2026)", "closing"},
		{"Fonden, konkurs", "closing"},
		{"Satspuljen (afskaffet)", "closing"},
		{"Indgår ikke i finansieringen", "uncounted"},
		{"Landsgennemsnit", "foreign"},
		{"Færre anbringelser, erfaringer fra Odense", "foreign"},
		{"Færre anbringelser, erfaringer fra projektet", ""},
		{"Fuldt potentiale – Besparelse", "possible"},
		{"Licens, betales hvert år", "recurring"},
		{"Rentefrit lån", "borrowed"},
		{"Forsorgshjem – mulig", "possible"},
		{"Evt. tilskud fra fonden", "possible"},
		{"Herberg (bedste bud)", "possible"},
		{"Forsorgshjem (ikke realiseret)", "unrealised"},
		{"Forsorgshjem (endnu ikke realiseret)", "unrealised"},
		{"Forsorgshjem (ej dokumenteret)", "unrealised"},
		{"Ikke dokumenterede besparelser", "unrealised"},
		{"Besparelse ikke bekræftet", "unrealised"},
		{"Fondstilskud (ansøgt)", "unrealised"},
		{"Fonden, afventer tilsagn", "unrealised"},
		{"Ansøgt fondsfinansiering", "unrealised"},
		{"Urealiseret gevinst", "unrealised"},
		{"Ideer:", "void"},
		{"Udgået:", "void"},
		{"Økonomi (ikke gældende)", "void"},
		{"Økonomi (kladde)", "draft"},
		{"Den gamle skole", ""},
		{"Tabt besparelse", "lost"},
		{"Tabte indtægter", "lost"},
		{"Bortfald af refusion", "lost"},
		{"Bortfald af statstilskud", "ceased"},
		{"Mistet gevinst på herberg", "lost"},
		{"Lånefinansiering", "borrowed"},
		{"Finansiering (lån)", "borrowed"},
		{"Lån fra fonden", "borrowed"},
		{"Mulig støtte fra fonden", "possible"},
		{"Optagelse af lån", "borrowed"},
		{"Overført fra Nabohjælp", "transferred"},
		{"Overført mindreforbrug", "transferred"},
		{"Sparet tid for medarbejdere", "time"},
		{"Frigjort arbejdstid i visitationen", "time"},
		{"Tidsbesparelse hos rådgiverne", "time"},
		{"Undgået udgift", "avoided"},
		{"Undgåede fremtidige pladser", "avoided"},
		{"Forebyggede udgifter til anbringelser", "avoided"},

		// Which time and which part.
		{"Besparelse realiseret 2024", "earlier"},
		{"Høstet gevinst i 2023", "earlier"},
		{"Akkumulerede kommunale besparelser 2026-2029", "accumulated"},
		{"Akkumuleret besparelse", "accumulated"},
		{"Samlet for perioden", "accumulated"},
		{"Drift i alt over perioden", "accumulated"},
		{"Drift af værested pr. måned", "period"},
		{"Husleje pr. kvartal", "period"},
		{"Drift af værested (halvårseffekt)", "period"},
		{"Løn, halvårsvirkning", "period"},
		{"Forsorgshjem (halvår)", "period"},
		{"Løn (månedligt)", "period"},
		{"Udgift for et halvt år", "period"},
		{"Besparelse ved fuld indfasning", "phased"},
		{"Forsørgelse, på sigt", "phased"},
		{"Drift af værested pr. plads", "unit"},
		{"Besparelse pr. borger", "unit"},
		{"Pris pr. døgn", "period"},
		{"Botilbud (enhedspris)", "unit"},
		{"Driftsudgift ekskl. husleje", "excluded"},
		{"Drift af værested ekskl. husleje", "excluded"},
		{"Drift eksklusive overhead", "excluded"},
		{"Drift ekskl. moms og overhead", "excluded"},
		{"Drift, husleje ikke medregnet", "excluded"},
		{"Drift, hertil kommer husleje", "excluded"},
		{"Driftsudgift efter modregning af besparelser", "netof"},
		{"Drift af værested, netto efter besparelser", "netof"},
		{"Udgift fratrukket besparelser", "netof"},
		{"Drift efter fradrag af tilskud", "netof"},
		{"Drift af værested (kommunens andel 50 %)", "share"},
		{"Halvdelen af lønnen", "part"},
		{"Botilbud (halvdelen)", "part"},

		{"Driftsudgifter (9 mdr.)", "months"},
		{"Driftsudgift, 6 måneder", "months"},
		{"Løn (kun tre måneder)", "months"},
		{"Løn, kommunens halvdel", "part"},
		{"Løn, andel 60 %", "share"},
		{"Udgifter pr. bydel (fem bydele)", "unit"},
		{"Driftsudgift pr. team", "unit"},
		{"Besparelser, kommunen, lagt sammen år for år", "accumulated"},
		{"Besparelse, alle år under ét", "accumulated"},
		{"Besparelse på hjemmehjælp ved fuld belægning", "phased"},

		// What it is, and whether it holds.
		{"Merudgift til bostøtte", "dearer"},
		{"Ekstra husleje", "dearer"},
		{"Højere lønudgifter", "dearer"},
		{"Merforbrug af vikarer", "dearer"},
		{"Bedre livskvalitet, værdisat", "valued"},
		{"Samfundsøkonomisk gevinst", "valued"},
		{"Velfærdsgevinst for familierne", "valued"},
		{"Højere skatteindtægter", "income"},
		{"Øget skatteprovenu", "income"},
		{"Udskudt udvidelse af botilbud", "avoided"},
		{"Udskudt byggeri af plejehjem", "avoided"},
		{"Afværget vækst i anbringelser", "avoided"},
		{"Tidligere besparelse", "former"},
		{"Gammel besparelse", "former"},
		{"Besparelse trukket tilbage", "former"},
		{"Færre anbringelser, hvis målet nås", "possible"},
		{"Færre anbringelser, såfremt det lykkes", "possible"},
		{"Fonden Solhøj, hvis vi får ja", "possible"},
		{"Besparelse på hjemmehjælp (kommunen), op til", "possible"},
		{"Besparelse på hjemmehjælp (maks.)", "possible"},
		{"Besparelse på hjemmehjælp, foreslået", "unrealised"},
		{"Fonden Solhøj, bedt om", "unrealised"},
		{"Fonden Solhøj, under forhandling", "unrealised"},
		{"Tilbagebetaling til Fonden Solhøj", "repaid"},
		{"Alternativt: besparelse på forsørgelse", "alternative"},
		{"Enten besparelse på botilbud", "alternative"},
		{"eller besparelse på forsørgelse", "alternative"},

		// English.
		{"Saving on home care, up to", "possible"},
		{"Additional rent", "dearer"},
		{"Higher tax revenue", "income"},
		{"Running costs (9 months)", "months"},
		{"Former saving", "former"},
		{"Alternatively: saving on benefits", "alternative"},
		{"Potential saving", "possible"},
		{"Possible savings on shelters", "possible"},
		{"Shelters (not realised)", "unrealised"},
		{"Undocumented savings", "unrealised"},
		{"Grant (applied for)", "unrealised"},
		{"Lost savings", "lost"},
		{"Loan financing", "borrowed"},
		{"Transferred from Neighbours", "transferred"},
		{"Saved time for staff", "time"},
		{"Cost avoidance", "avoided"},
		{"Accumulated savings", "accumulated"},
		{"Rent per month", "period"},
		{"Running cost per place", "unit"},
		{"Running cost excl. rent", "excluded"},
		{"Cost after deduction of savings", "netof"},
	} {
		if got := whys(test.text); got != test.want {
			t.Errorf("ReadQualifiers(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

// TestOrdinaryNames holds that what lines are called every day says nothing of their amounts.
func TestOrdinaryNames(t *testing.T) {
	for _, text := range []string{
		"Færre anbringelser", "Sparet husleje", "Mindre forbrug af vikarer", "Driftstilskud til frivilligcenter",
		"Kommunal medfinansiering af sundhedsvæsenet (KMF) falder", "Forsørgelse", "Botilbud", "Drift af værested",
		"Forventet besparelse", "Forventede kommunale besparelser", "Merbesparelse", "Besparelse", "Driftsudgift",
		"Tabt arbejdsfortjeneste", "Mulighedernes Hus", "Flest mulige unge i job", "Potentielle frafaldstruede unge",
		"Potentialeafklaring", "Nyt tilbud ved Lånehøj", "Udlån af hjælpemidler", "Lån af bøger til skoler",
		"Ugentligt værested, 2 timer pr. uge", "Netværksmøder, 4 møder pr. måned", "To gange pr. måned",
		"Halvårlig evaluering", "Månedlige netværksmøder", "Kvartalsmøder med forældre", "Halvårsforløb for unge",
		"Drift 30 pladser a 200 t.kr. pr. plads", "Mentor 20 timer pr. borger", "Driftsudgift pr. år",
		"Besparelse pr. 1. januar", "Drift ekskl. moms", "Driftsudgift ekskl. refusion", "Drift inkl. husleje",
		"Udgift efter refusion", "Kommunens andel", "Kontakt til borgere overført fra sygehus",
		"Unge flyttet fra botilbud til egen bolig", "Frivillige i Herning", "Undervisning på Egmont Højskole",
		"Psykolog Mads Mulvad", "Socialrådgivere", "Ledelse og administration", "Tab og sorg – gruppeforløb",
		"Mindre tid på institution", "Mindre sygefravær", "Sparede vikartimer", "Færre døgn på forsorgshjem",
		"Reduceret ventetid", "Ophørsfest", "Uden for nummer", "Tilbud til borgere uden bolig", "Støtte uden ophør",
		"Realiserede besparelser", "Dokumenteret besparelse", "Besparelse realiseres i 2026", "Botilbud 2026",
		"Samlet indsats for unge", "Samlet drift", "I alt", "Projektperioden 2021-2025", "Halvvejs-huset", "Halvdelen af de unge i job", "Åbent alle dage undtagen søndag", "Takst", "Takststigning",
		"Gæt og grimasser", "Kommunens andel af Egmont", "Del og hjælp",
		"Enhedsskole", "Andelsboliger", "Personlig pleje", "Pr-arbejde", "Delebiler", "Perspektivplan", "Sigtet er job",
		"Plus = merudgift, minus = mindreudgift", "Overførselsindkomster", "Overførsler", "Tidlig indsats", "Medarbejdere", "Vikarforbrug", "Udgifter til sociale tilbud",
		"Færre merudgifter til vikarer", "Besparelse på merudgifter", "Sparet ekstra husleje",
		"Mentorforløb (9 mdr.)", "Driftsudgifter (12 mdr.)", "Gruppeforløb, 6 måneder", "Tidligere indsats", "Tidligere opsporing",
		"Bedre livskvalitet", "Gammel Havn", "Støtte op til 18 år", "Familier med flere børn", "Øget besparelse",
		"Tilskud uden krav om tilbagebetaling", "Flere i job", "Gruppe eller individuelt forløb", "Borgere, der får ja til bolig",
		"Skat og ydelse", "Tidlig hjemsendelse", "Udvidelse af botilbud", "Højere kvalitet",
		"Lower benefits", "Fewer placements", "Expected saving", "Rent", "Running cost per year", "Two hours per week",
		"Income support", "Staff", "Saving on shelters", "Grant from the foundation", "Running cost excl. VAT",
	} {
		if got := whys(text); got != "" {
			t.Errorf("ReadQualifiers(%q) = %q, want nothing", text, got)
		}
	}
}

func whys(text string) string {
	var list []string
	for _, q := range ReadQualifiers(text) {
		list = append(list, string(q.Why))
	}
	return strings.Join(list, " ")
}

// TestQualifiersAreQuotedAsWritten holds that a finding shows the words that stand there.
func TestQualifiersAreQuotedAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"Drift af værested pr. måned": "pr. måned", "Drift ekskl. Husleje": "ekskl", "Mulig kommunal besparelse": "Mulig kommunal besparelse",
		"Forsorgshjem (endnu ikke realiseret)": "ikke realiseret",
	} {
		if got := ReadQualifiers(text); len(got) != 1 || got[0].Words != want {
			t.Errorf("ReadQualifiers(%q) = %v, want the words %q", text, got, want)
		}
	}
}

func TestNameTerms(t *testing.T) {
	for _, test := range []struct {
		text   string
		units  []Unit
		levels []int
	}{
		{"Forsorgshjem (t.kr.)", []Unit{3}, nil},
		{"Drift af værested (1.000 kr.)", []Unit{3}, nil},
		{"Husleje, mio. kr.", []Unit{6}, nil},
		{"Løn – beløb i kr.", []Unit{0}, nil},
		{"Forsorgshjem (2023-pl)", nil, []int{2023}},
		{"Drift (1.000 kr., 2024-p/l)", []Unit{3}, []int{2024}},
		{"Tilskud fra Tusind Fryd", nil, nil},
		{"Støtte på 1.000 kr. til hver familie", nil, nil},
		{"Drift af værested", nil, nil},
		{"Kronerne rækker", nil, nil},
	} {
		units, levels := NameTerms(test.text)
		if !slices.Equal(units, test.units) || !slices.Equal(levels, test.levels) {
			t.Errorf("NameTerms(%q) = %v, %v, want %v, %v", test.text, units, levels, test.units, test.levels)
		}
	}
}

func TestWithoutNameUnits(t *testing.T) {
	for text, want := range map[string]string{
		"Forsorgshjem (t.kr.)": "Forsorgshjem", "Husleje, mio. kr.": "Husleje", "Drift af værested": "Drift af værested",
		"Støtte på 1.000 kr. til hver familie": "Støtte på 1.000 kr. til hver familie",
	} {
		if got := WithoutNameUnits(text); got != want {
			t.Errorf("WithoutNameUnits(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestIsSignLegend(t *testing.T) {
	for text, want := range map[string]bool{
		"Udtræk, kr., 2026-p/l. Merudgift + / mindreudgift -": true,
		"Udgifter +, besparelser -":                           true,
		"Mindreudgift -, merudgift +":                         true,
		"+ merudgift / - mindreudgift":                        true,
		"+/- merudgift/mindreudgift":                          true,
		"Merudgift til husleje":                               false,
		"Løn + pension - tilskud":                             false,
		"Usikkerhed +/- 10 pct.":                              false,
	} {
		if got := IsSignLegend(text); got != want {
			t.Errorf("IsSignLegend(%q) = %t, want %t", text, got, want)
		}
	}
}

func TestWhatIsDrawnFromASpecificationIsNotTakenOutOfABudget(t *testing.T) {
	for text, want := range map[string]bool{
		"Overblikket er trukket fra specifikationen.": false,
		"Tallene er trukket ud af økonomisystemet.":   false,
		"Beløbet er trukket ud af budgettet.":         true,
		"Besparelsen er trukket fra rammen.":          true,
		"Beløbet er trukket fra budgettet i skemaet.": true,
	} {
		if got := ReadRemark(text).Says(AlreadyBudgeted); got != want {
			t.Errorf("ReadRemark(%q) says that it is in the budget: %t, want %t", text, got, want)
		}
	}
}
