package excel_test

import (
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/exceltest"
)

// wordsBook is a project that is approved as long as no word is put into it that speaks
// against that.
const wordsBook = `# Projekter
A1 Sociale investeringer – budget 2026
A2 Mio. kr., 2026-p/l
A4 Projekt | Udløb | Social effekt | Økonomisk effekt | Forlænget før | Ønske
A5 Nabohjælp (opdigtet) | 2025 | SOCIAL | ECONOMIC |  | permanent
# Økonomi
A2 Mio. kr., 2026-p/l
A4 Projekt | Type | Post | Budgetområde | Besparelsen tilfalder | 2026 | 2027 | 2028 | 2029
A5 Nabohjælp (opdigtet) | COSTKIND | COSTNAME | Familier |  | 2.6 | 2.6 | 2.6 | 2.6
A6 Nabohjælp (opdigtet) | KIND | NAME | Familier | PAYER | 2.6 | 2.6 | 2.6 | 2.6
`

// wordsUsual is what stands in the places of wordsBook that a test does not fill.
var wordsUsual = map[string]string{
	"SOCIAL": "positiv", "ECONOMIC": "dokumenteret", "COSTKIND": "Driftsudgift", "COSTNAME": "Mentorer",
	"KIND": "Besparelse", "NAME": "Færre anbringelser", "PAYER": "Kommune",
}

// approves reports whether a book is approved with a text in one of its places.
func approves(t *testing.T, book string, usual map[string]string, place, text string) bool {
	t.Helper()
	for _, known := range []string{"COSTKIND", "COSTNAME", "SOCIAL", "ECONOMIC", "KIND", "NAME", "PAYER", "COST", "SAVING"} {
		said := usual[known]
		if known == place {
			said = text
		}
		book = strings.ReplaceAll(book, known, said)
	}
	r := readSubmission(t, exceltest.MustBuild(book))
	if len(r.Report.Assessments) != 1 {
		return false
	}
	return r.Report.Assessments[0].Verdict() == budget.Continue
}

// TestWordsBesideAmounts puts words into each place that speaks of an amount. Those of
// "against" make the project one that cannot be approved; those of "ordinary" change nothing.
func TestWordsBesideAmounts(t *testing.T) {
	for _, place := range []struct{ name, against, ordinary string }{
		{"KIND", // of the saving
			`Potentiel besparelse; Mulig besparelse; Besparelse?; Besparelse realiseret 2024; Tabt besparelse; Undgået udgift;
			Merforbrug; Nettoeffekt; Bortfald af statstilskud; Besparelse (ansøgt); Besparelsespotentiale;
			Akkumuleret besparelse;
			Besparelse (lån); Besparelse pr. måned; Besparelse pr. borger; Besparelse (halvårseffekt); Evt. besparelse;
			Besparelse (måske); Ikke realiseret besparelse; Besparelse, ved fuld indfasning; Teoretisk gevinst;
			Besparelse (t.kr.);
			Tabte indtægter; Hypotetisk besparelse; Besparelse - budgetlagt; Potential saving; Lost savings;
			Saving (not realised);
			Accumulated savings; Saving per month; Besparelse hos regionen; Besparelse (2023-pl)`,
			`Besparelse; Forventet besparelse; Merbesparelse; Mindreudgift; Årlig besparelse; Varig besparelse;
			Kommunal besparelse;
			Besparelse (netto); Sparet forsørgelse; Effektivisering; Gevinst; Nettobesparelse efter refusion;
			Besparelse, kommunen;
			Besparelse (mio. kr.); Dokumenteret besparelse; Saving; Expected saving; Reduced cost; Besparelse i 2026-p/l;
			Mindre forbrug af vikarer; Lavere udgift`},
		{"NAME", // of the saving
			`Forsorgshjem - allerede budgetlagt; Forsorgshjem (ikke realiseret); Forsorgshjem (ej dokumenteret);
			Forsorgshjem (skøn);
			Lånefinansiering; Overført fra Fælles Start; Forsorgshjem (2023-pl); Forsorgshjem (t.kr.);
			Forsorgshjem pr. måned;
			Forsorgshjem (halvårseffekt); Færre anbringelser pr. plads; Undgåede fremtidige pladser;
			Sparet tid for medarbejdere;
			Forsorgshjem (potentiale); Forsorgshjem – mulig; Frigjort arbejdstid; Besparelse høstet i 2024;
			Botilbud på sigt;
			Botilbud?; Bortfald af refusion; Tabt gevinst; Botilbud (akkumuleret); Kassekredit;
			Uforbrugte midler fra sidste år;
			Botilbud (halvdelen); Shelters (possible); Shelters per month; Loan financing; Time saved for staff;
			Avoided placements;
			Botilbud (kommunens andel 50 %)`,
			`Færre anbringelser; Sparet husleje; Kommunal medfinansiering af sundhedsvæsenet (KMF) falder;
			Mindre forbrug af vikarer;
			Botilbud; Forsorgshjem Østervang; Tabt arbejdsfortjeneste; Tab og sorg – gruppeforløb; Mulighedernes Hus;
			Færre møder, 2 timer pr. uge; Halvårsforløb; Lånehøj Botilbud; Socialrådgiver Potenza;
			Kommunens andel; Vikarer;
			Herberg, ekskl. moms; Mindre tid på institution; Færre døgn; Psykolog Mads Evtved; Egmont; Forsørgelse;
			Overførselsindkomster; Færre sygedage; Lavere takst på botilbud; Sygedagpenge 2026; Mental sundhed;
			Husleje ekskl. forbrug;
			Fewer placements; Income support; Rent; Shelter in Possible Street`},
		{"COSTNAME",
			`Drift af værested (halvårseffekt); Drift af værested (1.000 kr.); Drift af værested, netto efter besparelser;
			Drift af værested ekskl. husleje; Drift af værested pr. plads; Drift af værested (kommunens andel 50 %);
			Drift af værested (2022-pl); Drift af værested pr. måned; Løn for et halvt år; Drift, hertil kommer husleje;
			Drift efter fradrag af tilskud; Løn pr. årsværk; Drift akkumuleret; Drift eksklusive overhead;
			Husleje pr. kvartal;
			Løn, husleje ikke medregnet; Drift (halvår); Drift uden overhead; Running cost excl. rent; Rent per month;
			Cost per place; Cost net of savings`,
			`Drift af værested; Løn og husleje; Driftstilskud til frivilligcenter; Mentorer; Ledelse;
			Løn inkl. pension; Drift ekskl. moms;
			Mentor, 10 timer pr. uge; Netværksmøder, 2 pr. måned; Lån af lokaler; Mulige nye borgere; Evt. vikarer;
			Husleje (skøn);
			Potentielle deltagere; Bortfald af lejeindtægt; Tilbud til borgere uden bolig; Merforbrug af medicin;
			Driftsudgift;
			Drift 12 pladser; Undgå fravær; Halvårlig evaluering; Rent; Staff, 2 hours per week;
			Running cost excl. VAT; Lærere`},
		{"COSTKIND",
			`Driftsudgift ekskl. husleje; Driftsudgift efter modregning af besparelser; Driftsudgift pr. måned;
			Driftsudgift pr. plads;
			Akkumuleret driftsudgift; Driftsudgift (1.000 kr.); Driftsudgift (halvårseffekt); Udgift fratrukket besparelser;
			Running cost per month; Running cost excl. rent`,
			`Driftsudgift; Årlig driftsudgift; Udgift; Drift; Forventet driftsudgift; Merudgift; Driftsudgift pr. år;
			Lønudgift;
			Driftsudgift (mio. kr.); Driftsudgift inkl. husleje; Driftsudgift ekskl. moms; Running cost; Annual cost`},
		{"PAYER",
			`Kommunens forsikring; Kommunen via KMF; Regionen; Kommunen og staten; Delvist kommunen; Kommunens leverandør;
			Kommunens forsyningsselskab; The municipality's insurance; Kommunen 50 %`,
			`Kommune; Kommunen; Kommunens kasse; Aarhus Kommune; MSB; Jobcentret; Kommunen via jobcentret; Kommunens budget;
			The municipality; Sociale Forhold og Beskæftigelse`},
		{"SOCIAL",
			`Tidligere positiv; Var positiv; Positiv for 3 af 20; Positiv i regionen; Positiv, men omstridt;
			Positiv i andre kommuner;
			Delvist positiv; Formerly positive; Positiv?`,
			`positiv; Positiv for 18 af 20; Evalueringen var positiv; Positiv (SROI-analyse, 2024); Meget positiv;
			Positive effect;
			Ja; Ja, positiv effekt`},
		{"ECONOMIC",
			`Dokumenteret for 2 af 10 borgere; Dokumenteret – bestrides af Magistratens 2. Afdeling;
			Dokumenteret (af leverandøren);
			Dokumenteret i litteraturen; Tidligere dokumenteret; Documented by the supplier; Dokumenteret for regionen`,
			`dokumenteret; Dokumenteret i ekstern evaluering; Veldokumenteret; Dokumenteret for 9 af 10;
			Positiv og dokumenteret;
			Documented by an external evaluator`},
	} {
		for text := range strings.SplitSeq(place.against, ";") {
			if text = strings.TrimSpace(text); approves(t, wordsBook, wordsUsual, place.name, text) {
				t.Errorf("%s %q: approved", place.name, text)
			}
		}
		for text := range strings.SplitSeq(place.ordinary, ";") {
			if text = strings.TrimSpace(text); !approves(t, wordsBook, wordsUsual, place.name, text) {
				t.Errorf("%s %q: not approved", place.name, text)
			}
		}
	}
}

// headingsBook is a list: a row for the project, a column for each amount.
const headingsBook = `# Indsatser
A1 Sociale investeringer – budget 2026, mio. kr., 2026-p/l
A3 Projekt | Udløb | Social effekt | Økonomisk effekt | Ønske | COST | SAVING | OTHER
A4 Nabohjælp (opdigtet) | 2025 | positiv | dokumenteret | permanent | 2.6 | 2.6 | OTHERAMOUNT
`

// TestWordsInHeadings does the same with the headings of a list.
func TestWordsInHeadings(t *testing.T) {
	book := strings.NewReplacer(" | OTHERAMOUNT", "", " | OTHER", "").Replace(headingsBook)
	usual := map[string]string{"COST": "Årlig driftsudgift", "SAVING": "Kommunal besparelse på anbringelser"}
	for _, place := range []struct{ name, against, ordinary string }{
		{"SAVING",
			`Akkumulerede kommunale besparelser 2026-2029; Potentielle kommunale besparelser på anbringelser;
			Undgåede kommunale udgifter til anbringelser; Kommunal besparelse på anbringelser pr. måned;
			Mulig kommunal besparelse på anbringelser; Ikke realiserede kommunale besparelser på anbringelser;
			Kommunal besparelse på anbringelser pr. borger; Tabte kommunale besparelser;
			Kommunens medfinansiering af regionen;
			Kommunal besparelse på anbringelser høstet 2024; Kommunal besparelse på anbringelser (ved fuld indfasning);
			Potential municipal saving on placements`,
			`Kommunal besparelse på anbringelser; Forventet kommunal besparelse på anbringelser;
			Kommunens sparede anbringelser;
			Kommunens mindreudgift til anbringelser; Årlig kommunal besparelse, anbringelser;
			Municipal saving on placements`},
		{"COST",
			`Driftsudgift efter modregning af besparelser; Driftsudgift ekskl. husleje; Driftsudgift pr. måned;
			Driftsudgift pr. plads;
			Akkumuleret driftsudgift; Running cost excl. rent`,
			`Årlig driftsudgift; Driftsudgift; Driftsudgift inkl. husleje; Udgift pr. år; Forventet driftsudgift;
			Running cost`},
	} {
		for text := range strings.SplitSeq(place.against, ";") {
			if text = strings.TrimSpace(text); approves(t, book, usual, place.name, text) {
				t.Errorf("%s %q: approved", place.name, text)
			}
		}
		for text := range strings.SplitSeq(place.ordinary, ";") {
			if text = strings.TrimSpace(text); !approves(t, book, usual, place.name, text) {
				t.Errorf("%s %q: not approved", place.name, text)
			}
		}
	}
}

// TestAColumnOfMoneyMore has a column beside those of a list: one that takes something from
// the project must not be dropped in silence.
func TestAColumnOfMoneyMore(t *testing.T) {
	usual := map[string]string{"COST": "Årlig driftsudgift", "SAVING": "Kommunal besparelse på anbringelser"}
	for heading, want := range map[string]bool{
		"Merforbrug": false, "Bortfald af statstilskud": false, "Tab af refusion": false, "Mistede indtægter": false,
		"Etablering": true, "Regionens gevinst": true, "Merforbrug 2024": true, "Potentiel gevinst i regionen": true,
	} {
		book := strings.NewReplacer("OTHERAMOUNT", "0.5", "OTHER", heading).Replace(headingsBook)
		if got := approves(t, book, usual, "", ""); got != want {
			t.Errorf("%q: approved %t, want %t", heading, got, want)
		}
	}
}

// TestWordsAroundLines has words in a section's row and in the title over a table, and in the
// name of a funding and a reallocation.
func TestWordsAroundLines(t *testing.T) {
	const book = `# Projekter
A1 Sociale investeringer – budget 2026
A2 Mio. kr., 2026-p/l
A4 Projekt | Udløb | Social effekt | Økonomisk effekt | Forlænget før | Ønske
A5 Nabohjælp (opdigtet) | 2025 | positiv | dokumenteret |  | permanent
# Økonomi
A1 TITLE
A2 Mio. kr., 2026-p/l
A4 Projekt | Type | Post | Budgetområde | Besparelsen tilfalder | Giver | Bevilget til | 2026 | 2027 | 2028 | 2029
A5 Nabohjælp (opdigtet) | Driftsudgift | Mentorer | Familier |  |  |  | 2.6 | 2.6 | 2.6 | 2.6
A6 SECTION
A7 Nabohjælp (opdigtet) | KIND | NAME | Familier | Kommune | Fonden (opdigtet) | varigt | 2.6 | 2.6 | 2.6 | 2.6
`
	for _, c := range []struct {
		title, section, kind, name string
		approved                   bool
	}{
		{"Poster", "Besparelser", "Besparelse", "Botilbud", true},
		{"Poster", "Besparelser (kommunen)", "Besparelse", "Botilbud", true},
		{"Poster", "Potentielle besparelser", "Besparelse", "Botilbud", false},
		{"Poster", "Ej realiserede gevinster", "Besparelse", "Botilbud", false},
		{"Poster", "Besparelser pr. måned", "Besparelse", "Botilbud", false},
		{"Udgifter ekskl. moms", "Poster", "Besparelse", "Botilbud", true},
		{"Udgifter og besparelser pr. projekt", "Poster", "Besparelse", "Botilbud", true},
		{"Økonomi (udgift pr. borger vises på næste ark)", "Poster", "Besparelse", "Botilbud", true},
		{"Akkumulerede beløb 2026-2029", "Poster", "Besparelse", "Botilbud", false},
		{"Beløb pr. måned", "Poster", "Besparelse", "Botilbud", false},
		{"Udgifter og mulige besparelser", "Poster", "Besparelse", "Botilbud", false},
		{"Poster", "Poster", "Ekstern finansiering", "Tilskud til drift", true},
		{"Poster", "Poster", "Ekstern finansiering", "Fonden (bevilget)", true},
		{"Poster", "Poster", "Ekstern finansiering", "Fonden (ansøgt)", false},
		{"Poster", "Poster", "Ekstern finansiering", "Lån fra fonden", false},
		{"Poster", "Poster", "Ekstern finansiering", "Mulig støtte fra fonden", false},
		{"Poster", "Poster", "Ekstern finansiering", "Bortfald af tilskud", false},
		{"Poster", "Poster", "Omprioritering", "Overført fra voksenområdet", true},
		{"Poster", "Poster", "Omprioritering", "Botilbud (ikke besluttet)", false},
	} {
		text := strings.NewReplacer("TITLE", c.title, "SECTION", c.section, "KIND", c.kind, "NAME", c.name).Replace(book)
		r := readSubmission(t, exceltest.MustBuild(text))
		got := len(r.Report.Assessments) == 1 && r.Report.Assessments[0].Verdict() == budget.Continue
		if got != c.approved {
			t.Errorf("%+v: approved %t\n%s", c, got, codesAndCells(r))
		}
	}
}

// TestALabelMayAsk has a form whose label of a saving is a question, which is no reservation.
func TestALabelMayAsk(t *testing.T) {
	const form = `# Nabohjælp
A1 Skema til sociale investeringer – budget 2026, kr., 2026-p/l
A3 Projekt: | Nabohjælp (opdigtet)
A4 Udløb: | 2025
A5 Social effekt påvist? | Ja
A6 Økonomisk effekt | dokumenteret
A7 Ønske | permanent
A8 Hvad koster indsatsen om året? | 1000
A9 LABEL | 1000
`
	for label, want := range map[string]bool{
		"Kommunens besparelse på anbringelser": true, "Kommunens besparelse på anbringelser?": true,
		"Kommunens mulige besparelse på anbringelser": false, "Kommunens besparelse på anbringelser pr. måned": false,
	} {
		r := readSubmission(t, exceltest.MustBuild(strings.ReplaceAll(form, "LABEL", label)))
		if got := len(r.Report.Assessments) == 1 && r.Report.Assessments[0].Verdict() == budget.Continue; got != want {
			t.Errorf("%q: approved %t, want %t\n%s", label, got, want, codesAndCells(r))
		}
	}
}
