package notation

import (
	"strings"
	"testing"

	"videre/budget"
)

// lines are the lines of a table.
func lines(table string) []string { return strings.Split(strings.TrimSpace(table), "\n") }

// checkAll reads every text of a table as the same. A zero value is told, and not guessed.
func checkAll[T comparable](t *testing.T, reader func(string) (T, Certainty), texts []string, want T) {
	t.Helper()
	var zero T
	for _, text := range texts {
		if got, certainty := reader(text); got != want || (certainty == Certain) != (want != zero) {
			t.Errorf("%q: got %v (%v), want %v", text, got, certainty, want)
		}
	}
}

// TestOutcomes reads social effects that are told and not named.
func TestOutcomes(t *testing.T) {
	read := func(text string) (budget.SocialEffect, Certainty) {
		return ReadSocial(text, Heading{Yes: "positive"}, 2026)
	}
	checkAll(t, read, outcomesSeen, budget.SocialPositive)
	checkAll(t, read, outcomesWorse, budget.SocialNegative)
	checkAll(t, read, outcomesUnclear, budget.SocialUnclear)
	checkAll(t, read, outcomesUndocumented, budget.SocialUndocumented)
	checkAll(t, read, outcomesNotSeen, 0)
	long := "Trivslen er " + strings.Repeat("meget ", maxWords) + "øget, hvis det går godt"
	checkAll(t, read, []string{long}, 0)
	if n := len(outcomesNotSeen); n < 75 || n+len(outcomesSeen) < 150 {
		t.Errorf("the tables hold %d traps, and %d texts that are none", n, len(outcomesSeen))
	}
}

// TestProof reads economic effects that say where they were seen.
func TestProof(t *testing.T) {
	read := func(text string) (budget.EconomicEffect, Certainty) {
		return ReadEconomic(text, Heading{Yes: "documented"}, 2026)
	}
	checkAll(t, read, proofSeen, budget.EconomicDocumented)
	checkAll(t, read, proofDearer, budget.EconomicNegative)
	checkAll(t, read, proofDenied, budget.EconomicUndocumented)
	checkAll(t, read, proofNotSeen, 0)
	if n := len(proofNotSeen); n < 45 || n+len(proofSeen) < 90 {
		t.Errorf("the tables hold %d traps, and %d texts that are none", n, len(proofSeen))
	}
}

// TestYearsOfOutcomes holds years against the budget year: what has happened in a year to
// come has not, and where the budget year is not known, no year has gone by.
func TestYearsOfOutcomes(t *testing.T) {
	const social, economic = "Flere er kommet i job i 2025", "Gevinsten er realiseret i 2025"
	for base, want := range map[int]Certainty{2026: Certain, 2025: Unread, 0: Unread} {
		if _, c := ReadSocial(social, Heading{}, base); c != want {
			t.Errorf("budget year %d: %q is read with certainty %v", base, social, c)
		}
		if _, c := ReadEconomic(economic, Heading{}, base); c != want {
			t.Errorf("budget year %d: %q is read with certainty %v", base, economic, c)
		}
	}
}

// outcomesSeen have been seen, and are good.
var outcomesSeen = lines(`
Borgerne klarer mere selv, og trivslen er øget
Flere kommer i job og beholder det, ifølge evalueringen fra 2024
Karaktererne er steget, og flere laver lektier (evaluering 2025)
Forældrene mestrer hverdagen bedre, og underretningerne er faldet
Beboerne kender hinanden bedre og er mindre ensomme
Ensomheden er halveret hos deltagerne, og de er mere aktive
Færre børn anbringes, og familierne fungerer bedre
Deltagerne falder mindre og er mere selvhjulpne
Ni ud af ti borgere bor fortsat i egen bolig og trives
Ja: Borgerne kommer sig hurtigere, og livskvaliteten stiger – bekræftet af evaluering fra 2024
Halvdelen af deltagerne er kommet i job og har fået bedre helbred
Flere unge gennemfører en uddannelse
Fraværet er faldet
Skolefraværet er faldet fra 14 til 9 pct.
Fraværet er faldet med 12 %
Livskvaliteten er øget markant
Trivslen er steget siden 2022
Der er færre konflikter i klasserne
Genindlæggelserne er halveret
Færre genindlæggelser ifølge slutevalueringen
Evalueringen viser færre konflikter og mere ro
Evalueringen viser, at flere unge flytter i egen bolig og bliver boende
Borgerne er tryggere og gladere
Eleverne er gladere for at gå i skole
Børnene er mindre urolige
De unge mistrives mindre
Færre mistrives
Færre unge dropper ud
Frafaldet er reduceret
Sygefraværet blandt medarbejderne er faldet
Medarbejderne har mindre stress
Brugertilfredsheden er steget
Fremmødet er højere end før
Trivsel og livskvalitet er steget
Øget trivsel og livskvalitet, viser evalueringen
Tre ud af fire er kommet i job
80 pct. af deltagerne er kommet i uddannelse
Flere er kommet i job, og færre er ensomme
Borgerne har fået bedre helbred
Målingen viser højere trivsel hos børnene
Antallet af anbringelser er faldet
Ja, tydeligt færre udsættelser
Ja, flere kommer i beskæftigelse
Borgerne er hurtigere tilbage i arbejde og har mindre stress
Ensomheden er mindre, og flere har venner
Familierne klarer hverdagen bedre end før
Kriminaliteten er faldet i kvarteret
Færre falder fra
Deltagerne sover bedre og har færre smerter
Der er sket et fald i anbringelser
Fraværet blev halveret i 2024
Opfølgningen viser, at færre indlægges
Beboerne spiser bedre og er mindre ensomme
Flere børn bliver i almenklassen, viser opfølgningen i kvalitetsrapporten
Citizens manage more themselves and wellbeing has increased
More young people are in work, according to the evaluation
Absence has fallen by 12 %
The evaluation shows fewer readmissions
Loneliness has halved
Residents are happier and less lonely
Children are less anxious
School absence has dropped since 2022
Attendance is higher than before
The participants feel better
Positiv – færre anbringes
Positiv. Flere er kommet i job, og børnene læser
Positiv – borgerne bliver boende i egen bolig og trives bedre
Flere er kommet i job i 2024
`)

// outcomesWorse have been seen, and are bad.
var outcomesWorse = lines(`
Trivslen er faldet
Fraværet er steget
Flere mistrives, viser målingen
Borgerne er mere ensomme end før
Ensomheden er øget
Færre kommer i job
Færre trives
Det er blevet værre for børnene
Elevmistrivslen er steget
Wellbeing has fallen
Loneliness has increased
Færre unge trives bedre
`)

// outcomesUnclear say first that it is unclear.
var outcomesUnclear = lines(`
Det er for tidligt at se, om trivslen er øget
Effekten er uklar, da der kun har været to hold
Det er uklart, om eleverne får det bedre
Uklart billede – nogle trives bedre, andre ikke
Uklar. Halvdelen af målene er nået, resten kan ikke vurderes på det foreliggende grundlag
For tidligt at sige
Det er for tidligt at sige, om det virker
Vi ved det ikke endnu
Uklar, flere trives
Billedet er blandet, nogle trives
The effect is unclear, as there were only two groups
`)

// outcomesUndocumented say first that nothing is documented.
var outcomesUndocumented = lines(`
Ikke dokumenteret, da evalueringen først kommer i 2026
Evalueringen afventer, men flere er kommet i job
Effekten er endnu ikke målt, men børnene trives
`)

// outcomesNotSeen are hoped for, denied, doubted, for a few, of others, or said in words that are not known.
var outcomesNotSeen = lines(`
Øget trivsel
Færre genindlæggelser
Øget trivsel og færre anbringelser
At flere kommer i job
For at flere kommer i job
Målet er, at flere kommer i job
Flere skal i job
Flere vil komme i job
Flere kan komme i job
Flere børn kan blive i almentilbud
Trivslen forventes øget
Trivslen er forventeligt øget
Trivslen er måske øget
Trivslen er delvist øget
Trivslen er ikke øget
Trivslen er hverken øget eller faldet
Nogle er kommet i job
Enkelte klarer mere selv
Nogle af deltagerne er mindre ensomme
Få er kommet i job
Borgerne klarer mere selv, men fraværet er steget
Borgerne klarer mere selv, men ikke alle
Borgerne klarer mere selv, bortset fra de ældste
Trivslen er øget, dog kun for drengene
Trivslen er øget, og fraværet er steget
Trivslen er øget, og færre kommer i job
Trivslen er øget?
Er trivslen øget?
Trivslen er øget, hvis forældrene deltager
Hvis trivslen er øget
Trivslen er øget, når de møder op
3 af 20 er kommet i job
To ud af ti er kommet i job
30 pct. af deltagerne er kommet i job
Fraværet er faldet fra 9 til 14 pct.
Trivslen er steget fra 14 til 9
Fraværet er faldet med 0 %
Flere kommer i job i 2027
Trivslen stiger fra 2026
Trivslen stiger til 2027
Trivslen er øget i andre kommuner
Trivslen er øget hos regionen
Trivslen er øget ifølge projektet
Trivslen er øget ifølge leverandøren
Det vurderes, at trivslen er øget
Det undersøges, om trivslen er øget
Vi tror, at trivslen er øget
Vi håber, at flere kommer i job
Indsatsen øger trivslen
Indsatsen styrker de unges selvværd og reducerer ensomhed
Indsatsen har til formål at øge trivslen
Indsatsen øger trivslen ifølge forskningen
Flere
Flere deltagere
Borgerne er mere
Børnene har fravær
Deltagerne er i job
Antallet af unge i job
Flere underretninger er modtaget
Underretningerne er steget
Trivslen er øget eller uændret
Trivslen er uændret
Trivslen er næsten øget
Trivslen er øget lidt
Trivslen er øget hos 3 af 20
12 unge er kommet i job
Færre børn anbringes, end vi håbede
Trivslen er øget mindre end ventet
Trivslen var øget, men er faldet igen
Deltagerne er glade for kurset
Personalet er glade, og trivslen er øget
Flere ledige kommer i job med stress
Trivslen er øget uden indsatsen
Trivslen er øget med mindre fravær og mere fravær
Trivslen er ved at blive øget
Trivslen er på vej op
Medmindre fraværet er faldet
Vi måler, om fraværet er faldet
Evalueringen viser, om fraværet er faldet
Evalueringen viser ikke, at fraværet er faldet
Evalueringen skal vise, at fraværet er faldet
Planen er, at fraværet er faldet i 2027
Selvom trivslen er øget
Nej, trivslen er øget
Jobs could increase
Wellbeing should increase
Absence has not fallen
Some participants are happier
Absence has fallen, but loneliness has increased
The aim is that more young people are in work
Wellbeing has increased in other municipalities
To increase wellbeing
Increased wellbeing
More people are expected in work
Uklar – måske negativ
Uklar, og fraværet er steget
Positiv, men fraværet er steget
Positiv – flere mistrives
Positiv, men kommunens læger er uenige
Positiv, men gruppen var lille
Indsatsen er styrket
Tilbuddet er forbedret i 2024
Medarbejderne har mere arbejde
Flere deltager i forløbet
Trivslen er øget i 2027
Flere er kommet i job i 2026
Selvevalueringen viser, at trivslen er øget
Forundersøgelsen viser højere trivsel
Antallet af børn i trivsel
Projektet er bedre
Samarbejdet er styrket
Trivslen er øget (evaluering 2027)
`)

// proofSeen says where the effect was seen.
var proofSeen = lines(`
Mindreudgiften er konstateret i regnskabet for 2024
Ja, gevinsten kan aflæses i økonomirapport 1/2025
Bekræftet af økonomiafdelingen på grundlag af regnskab 2024
Eftervist – mindreforbruget kan aflæses i regnskab 2024
Provenuet er realiseret i både 2023 og 2024
Ja, i ledelsesinformationen for 2024
Ja, ved optælling af købte forløb
Dokumenteret. Beregnet ud fra faktiske sygedagpengeforløb 2022-2024
Målt i regnskab 2023 og 2024
Besparelsen er realiseret i regnskab 2024
Besparelsen er bekræftet i årsregnskabet for 2024
Gevinsten fremgår af regnskabet
Gevinsten kan ses i regnskab 2023 og 2024
Konstateret i regnskab 2024
Bekræftet af evaluering fra 2024
Mindreforbruget er opgjort i effektmåling 2024
Effekten er målt i effektmålingen fra 2024
Ja, jf. regnskab 2024
Ja, ifølge regnskabet
Ja, målt i regnskab 2024
Besparelsen er opgjort på baggrund af regnskabstal
Besparelsen er konstateret (regnskab 2024)
Den økonomiske effekt er eftervist i regnskab 2024
Mindreudgifterne er verificeret af revisionen i regnskab 2024
Gevinsten er aflæst i økonomiopfølgningen
Besparelsen er afstemt med regnskab 2024
Ja, bekræftet af controller i regnskab 2024
Realiseret i regnskab 2024
Gevinsten er høstet i 2023 og 2024
Udgifterne er faldet ifølge regnskab 2024
The saving is confirmed in the accounts for 2024
Realised in the 2024 outturn
The saving can be seen in the accounts
Yes, in the annual accounts
Savings were realised in both 2023 and 2024
`)

// proofDearer says that it costs more.
var proofDearer = lines(`
Udgifterne er steget ifølge regnskab 2024
Indsatsen koster mere, end den sparer
Projektet koster mere end det sparer
Koster mere, end den giver
Udgifterne overstiger besparelsen
Besparelsen er mindre end udgiften
Negativ: indsatsen koster mere, end den sparer
Merudgiften er konstateret i regnskab 2024
It costs more than it saves
`)

// proofDenied says that it was not seen.
var proofDenied = lines(`
Besparelsen er ikke realiseret i regnskab 2024
Ikke konstateret i regnskabet
Kan ikke aflæses i regnskabet
Ikke dokumenteret – kan ikke aflæses i regnskab 2024
Endnu ikke målt
The saving is not confirmed in the accounts
`)

// proofNotSeen is calculated, expected, partial, of others, or seen nowhere.
var proofNotSeen = lines(`
Positiv
Positiv effekt
Beregnet i regnskab 2024
Beregnet på grundlag af regnskab 2024
Beregnet ud fra faktiske forløb
Estimeret ud fra regnskab 2024
Modelberegnet i evalueringen
Besparelsen er vurderet i evalueringen
Besparelsen forventes konstateret i regnskab 2025
Forventes realiseret i 2026
Gevinsten realiseres i 2027
Gevinsten er realiseret
Mindreudgiften er konstateret
Besparelsen er delvist realiseret i regnskab 2024
Besparelsen er næsten realiseret i regnskab 2024
Kan muligvis aflæses i regnskab 2025
Skal kunne aflæses i regnskab 2025
Kan først aflæses i regnskab 2025
Vil kunne konstateres i regnskab 2025
Er besparelsen realiseret i regnskab 2024?
Realiseret i regnskab 2024?
Besparelsen er realiseret i regnskab 2024, men kun for halvdelen
Besparelsen er realiseret i regnskab 2024, dog lavere end ventet
Besparelsen er realiseret i regnskab 2024, men ikke i 2023
Besparelsen er realiseret i nabokommunens regnskab
Realiseret i regionens regnskab 2024
Bekræftet af leverandøren
Bekræftet af projektlederen
Bekræftet af økonomiafdelingen
Bekræftet
Målt
Opgjort
Opgjort i businesscasen
Opgjort i budget 2026
Indregnet i budget 2026
Realiseret i budgettet
Gevinsten er opgjort i ansøgningen
Opgjort på landstal
Opgjort i SØM
Regnskab 2024
Evaluering 2024
Se regnskab 2024
Fremgår af regnskabet
Ja, men ikke i regnskabet
Ja, hvis det ses i regnskabet
Ja, forventes i regnskab 2025
Nej, i regnskab 2024
Måske konstateret i regnskab 2024
Besparelsen undersøges i regnskab 2025
Besparelsen skal dokumenteres i regnskab 2025
Målet er at realisere besparelsen i regnskab 2026
Indsatsen sparer mere, end den koster
Koster ikke mere, end den sparer
Koster måske mere, end den sparer
Expected in the accounts for 2025
The saving is partly confirmed in the accounts
Estimated from the accounts
The saving should be seen in the accounts
Confirmed by the supplier
Gevinsten er fuldt realiseret i 2028
Besparelsen er realiseret i regnskab 2027
Tidsbesparelsen er målt i evalueringen
Konstateret i regionens regnskab
`)
