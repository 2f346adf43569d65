package notation

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"videre/budget"
)

// TestComposedHeadingsAgreeWithListed holds the two steps of reading against each other:
// what the list of headings knows, composed reading may fail to find, and never takes for
// something else, but for the two lists' different words for one thing.
func TestComposedHeadingsAgreeWithListed(t *testing.T) {
	alike := map[Role][]Role{
		"investor": {RoleGiver}, "item": {RoleDescription}, "documentation": {RoleEvidence},
		// The list alone knows the whole of these, and goes before what their words say one by one.
		"approved": {RoleArea, RoleDepartment}, "probability": {RoleSaving}, "from-year": {RoleYear},
		"until-year": {RoleExpiry, RoleYear, RoleSaving, RoleCommitted},
		"expiry":     {RoleCommitted, RoleYear}, "period": {RoleCommitted}, "social": {RoleParticipants},
	}
	found, all := 0, 0
	eachAlias(headingsText, func(meaning, _, text string) {
		h := ReadHeading(text)
		all++
		switch {
		case h.Role == Role(meaning), h.Role != "" && slices.Contains(alike[Role(meaning)], h.Role):
			found++
		case h.Role != "" && h.Doubt == "":
			t.Errorf("%q is listed as %s and composed as %s", text, meaning, h.Role)
		default:
			t.Logf("%q is listed as %s and not composed (%s)", text, meaning, h.Doubt)
		}
	})
	if found*10 < all*8 {
		t.Errorf("composed reading finds %d of %d", found, all)
	}
}

// describe is what a heading was read as, with what is not said left out.
func describe(h Heading) string {
	words := []string{string(h.Role)}
	add := func(said bool, format string, args ...any) {
		if said {
			words = append(words, fmt.Sprintf(format, args...))
		}
	}
	add(h.Subject != "", "%q", h.Subject)
	for _, p := range h.Payers {
		add(true, "%v", p)
	}
	add(h.Share != nil, "%v", h.Share)
	add(h.Way != 0, "%v", h.Way)
	add(h.Giver == budget.External, "external")
	add(h.Giver == budget.Own, "own")
	add(h.Year != 0 && !h.Ahead, "%d", h.Year)
	add(h.Ahead, "+%d", h.Year)
	add(h.From != 0, "from %d to %d", h.From, h.To)
	for _, u := range h.Units {
		add(true, "%v", u)
	}
	for _, l := range h.Levels {
		add(true, "p/l %d", l)
	}
	add(h.Until != 0, "until %d", h.Until)
	for said, name := range map[*bool]string{
		&h.Annual: "annual", &h.Total: "total", &h.Of: "of", &h.Budgeted: "budgeted", &h.Expected: "expected",
		&h.Avoided: "avoided", &h.Derived: "derived",
	} {
		add(*said, "%s", name)
	}
	add(h.Yes != "", "ja=%s", h.Yes)
	add(h.No != "", "nej=%s", h.No)
	add(h.Harmless != "", "harmless %s", h.Harmless)
	add(h.Doubt != "", "doubt %s", h.Doubt)
	add(h.Near != "", "near %s", h.Near)
	add(h.Under != "", "under %s", h.Under)
	add(h.Unexplained != nil, "unexplained %q", h.Unexplained)
	slices.Sort(words[1:])
	return strings.Join(words, "; ")
}

// TestReadHeading reads headings of every kind; the texts of a path are divided by a bar.
func TestReadHeading(t *testing.T) {
	for path, want := range map[string]string{
		// What a kind of amounts is called.
		"Kommunale driftsomkostninger":             `cost; municipality`,
		"Lønudgifter":                              `cost`,
		"Personaleudgifter":                        `cost; "Personale"`,
		"Hvad koster indsatsen om året?":           `cost; annual`,
		"Merudgift til kørsel":                     `cost; "kørsel"`,
		"Færre udgifter til kontanthjælp":          `saving; "kontanthjælp"`,
		"Reduktion i omkostninger til herberg":     `saving; "herberg"`,
		"Udgiftsreduktion":                         `saving`,
		"Mindreudgift (statslig)":                  `saving; state`,
		"Frigjorte midler":                         `saving`,
		"Undgåede anbringelsesudgifter":            `saving; "anbringelse"; avoided`,
		"Effektiviseringsgevinst":                  `saving`,
		"Eksternt tilskud 2026":                    `funding; 2026; external`,
		"Fondsmidler til og med 2027":              `funding; external; until 2027`,
		"Kommunal medfinansiering":                 `funding; municipality; own`,
		"Anskaffelser":                             `one-off`,
		"Engangsudgift ved opstart":                `one-off`,
		"Afdrag til investor":                      `repayment`,
		"Resultatbetaling":                         `repayment`,
		"Interne omprioriteringer":                 `reallocation`,
		"Reduced spending on shelters (municipal)": `saving; "shelters"; municipality`,
		"Recurring costs":                          `cost; annual`,

		// Paths.
		"Gevinster|Region|Ambulatorium":     `saving; "Ambulatorium"; region`,
		"Besparelser|Hos hvem":              `payer; under saving`,
		"Udgifter|Drift":                    `cost; "Drift"`,
		"Udgifter|Løn|2027":                 `cost; "Løn"; 2027`,
		"Etablering|Udgift":                 `one-off`,
		"2026|Besparelse":                   `saving; 2026`,
		"Effekt|Social":                     `social`,
		"Effekt|Økonomisk":                  `economic`,
		"Bevilling|Udløb":                   `expiry`,
		"Udløb|År":                          `expiry`,
		"Besparelser|Huslejetilskud":        `saving; "Huslejetilskud"`,
		"Besparelser|Område":                `area; under saving`,
		"Besparelser|I alt":                 `saving; total`,
		"Besparelser|heraf refusion":        `reimbursement; of; under saving`,
		"Finansiering|Sociale tilbud":       `funding; "Sociale tilbud"; doubt group`,
		"Besparelser|Udgifter til botilbud": `cost; "botilbud"; doubt group`,
		"Investering|2023":                  `investment; 2023; harmless investment`,

		// Roles.
		"Hvilket område afgiver pengene?":            `area`,
		"Afgivende sektor":                           `area`,
		"Hvor falder besparelsen?":                   `payer`,
		"Ansvarlig magistratsafdeling":               `department`,
		"Har indsatsen positiv effekt for borgerne?": `social; ja=positive`,
		"Er den økonomiske effekt dokumenteret?":     `economic; ja=documented; nej=undocumented`,
		"Kan rammen sættes ned?":                     `cashable; ja=yes; nej=no`,
		"Indregnet i B2026?":                         `budgeted; budgeted; ja=yes; nej=no`,
		"Ville være sparet alligevel (pct.)":         `deadweight`,
		"Forlænges til og med":                       `extended-until`,
		"Tilsagn udløber":                            `committed`,
		"Sagsnummer":                                 `number; harmless reference`,
		"Dokumentation for besparelsen":              `documentation`,
		"Udgiftstype":                                `kind`,
		"Mer-/mindreudgift":                          `kind`,
		"Kommunens andel i pct.":                     `share`,
		"Før/efter refusion":                         `reimbursement`,
		"Hvad erstatter indsatsen?":                  `replaces`,
		"Kommune/region/stat":                        `payer; municipality; region; state`,
		"Netto-/bruttobeløb":                         `reimbursement`,
		"Hvorfra hentes besparelsen?":                `area`,
		"Bevilling til og med":                       `committed`,
		"Mindreudgift, MSO":                          `saving; "MSO"; municipality`,

		// Amounts, years, standing.
		"Årligt beløb, mio. kr. (2026-p/l)":               `annual; annual; mio. kr.; p/l 2026`,
		"Budgetoverslag 2028":                             `year; 2028`,
		"BO2":                                             `year; +2`,
		"2026-2029":                                       `period; from 2026 to 2029`,
		"Forventet kommunal besparelse":                   `saving; expected; municipality`,
		"Besparelse, allerede indregnet":                  `budgeted; budgeted; ja=yes; nej=no; under saving`,
		"Besparelser indarbejdet i budgettet":             `saving; budgeted`,
		"Sparede sygedagpenge, efter refusion (kommunal)": `saving; "sygedagpenge"; municipality; net`,
		"Kontanthjælp, sparet, brutto":                    `saving; "Kontanthjælp"; gross`,
		"Besparelse (kommunen, 75 %)":                     `saving; 0.75; municipality`,

		// What cannot concern the financing, and what is computed.
		"Driftsudgift pr. plads":   `unit-price; harmless unit-price`,
		"Antal fuldtidsstillinger": `count; "fuldtid"; harmless count`,
		"Forbrug 2023":             `consumption; 2023; harmless consumption`,
		"Balance":                  `result; derived`,
		"Manglende finansiering":   `result; derived`,
		"Netto":                    `result; derived; net`,

		// What can mean two things.
		"Budget":                        `; doubt money; unexplained ["Budget"]`,
		"Årlig bevilling":               `; annual; doubt money; unexplained ["Årlig bevilling"]`,
		"Nettoudgift":                   `cost; doubt net; net`,
		"Besparelser og udgifter":       `; doubt kinds; unexplained ["Besparelser og udgifter"]`,
		"Besparelse (kommune og stat)":  `saving; doubt payer; municipality; state`,
		"Besparelse (delvist kommunen)": `saving; doubt payer; municipality`,
		"Besparelse 2026-2029":          `saving; doubt period; from 2026 to 2029`,
		"Besparelse i pct.":             `saving; doubt measure`,
		"Udgift pr. måned":              `; doubt period; unexplained ["Udgift pr. måned"]`,
		"Færre genindlæggelser":         `saving; "genindlæggelser"; doubt measure`,
		"Økonomisk effekt (1.000 kr.)":  `economic; 1.000 kr.; doubt measure`,
		"Besparelse, ikke realiseret":   `saving; doubt negated`,
		"Mindreindtægter":               `; doubt kinds; unexplained ["Mindreindtægter"]`,

		"Besparelse ved 500 unge":        `saving; "500 unge"; doubt measure`,
		"Besparelse, 1. år":              `year; doubt period; under saving`,
		"Personaleomkostninger, årsværk": `count; "Personale"; doubt measure; harmless count; under cost`,

		// What no part explains, and misspellings.
		"Forsørgelse":            `; unexplained ["Forsørgelse"]`,
		"Børn og Unge":           `; unexplained ["Børn og Unge"]`,
		"Er der besparelser?":    `; unexplained ["Er der besparelser?"]`,
		"Hjælpemidler":           `; unexplained ["Hjælpemidler"]`,
		"Handel og erhverv":      `; unexplained ["Handel og erhverv"]`,
		"Religion":               `; unexplained ["Religion"]`,
		"":                       ``,
		"Besparlese på botilbud": `saving; "botilbud"; near besparelse`,
		"Driftsudgfit":           `cost; near driftsudgift`,
		"Social efekt":           `social; near effekt`,
		"Afdelng":                `department; near afdeling`,
	} {
		if got := describe(ReadHeading(strings.Split(path, "|")...)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", path, got, want)
		}
	}
}

// TestHeadingsTouchMoney holds what an unknown column of ja and nej blocks by.
func TestHeadingsTouchMoney(t *testing.T) {
	for text, want := range map[string]bool{
		"Indarbejdet i budgettet?": true, "Brutto eller netto": true, "Tilsagn": true, "Besparelsen tilfalder": true,
		"Refusion": true, "Er der besparelser?": true, "Budget": true, "Ramme (1.000 kr.)": true, "Indregnet": true,
		"Målgruppe": false, "Bemærkning": false, "Kommune": false, "Sagsnr.": false, "Vurdering": false,
	} {
		if got := ReadHeading(text).Money; got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// FuzzReadHeading reads any text as a heading: it never fails, and takes long texts in
// their stride.
func FuzzReadHeading(f *testing.F) {
	for _, text := range []string{
		"Besparelser pr. år", "Mer-/mindreudgift", "Indarbejdet i B2025?", "2026-2029", "(((", "nettonetto", "\xff-\xfe",
		"%", "til og med til og med", "årl. bespar. (komm.)", "1.1) 31.12.2025",
	} {
		f.Add(text, "Kommunen")
	}
	f.Fuzz(func(t *testing.T, group, own string) {
		h := ReadHeading(group, own)
		if h.Kind != 0 && ListKinds[h.Role] != h.Kind {
			t.Errorf("%q has role %s and kind %v", own, h.Role, h.Kind)
		}
		if h.Role == "" && h.Subject != "" || h.Role != "" && h.Unexplained != nil {
			t.Errorf("%q has role %q, subject %q and unexplained %q", own, h.Role, h.Subject, h.Unexplained)
		}
	})
}

// FuzzSentences reads any text as every kind of cell.
func FuzzSentences(f *testing.F) {
	for _, text := range []string{
		"Ja, evalueringen viser positiv effekt", "31/12 2025", "++ = god, 0 = uklar", "(", "ikke ikke ikke", "\xff",
		"A \u0308",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if v, c := ReadSocial(text, Heading{}, 2026); c != Certain && v != 0 {
			t.Errorf("%q is read as %v, and not certain", text, v)
		}
		if v, c := ReadEconomic(text, Heading{}, 2026); c != Certain && v != 0 {
			t.Errorf("%q is read as %v, and not certain", text, v)
		}
		ReadWish(text, 2026)
		ReadExpiry(text)
		ReadExtended(text)
		ReadCommitted(text, 2026)
		ReadPayer(text)
		ReadWay(text)
		ReadBudgeted(text)
		ReadCashable(text)
		ReadFrame(text)
		ReadKind(text)
		ReadGiver(text)
		ReadShare(text)
		ReadUnquantified(text)
		ReadRemark(text)
		if legend, ok := ReadLegend(text); ok {
			legend.Words(text)
		}
		if once := budget.FoldName(Clean(text)); budget.FoldName(Clean(once)) != once {
			t.Errorf("%q folds to another name each time", text)
		}
	})
}

// TestLongTextsTakeLittleTime reads texts far longer than any heading.
func TestLongTextsTakeLittleTime(t *testing.T) {
	for _, piece := range []string{
		"besparelse ", "a", "netto", "(", "ikke ", "hvem ", "2026-", "til og med ", "bespar. ", "mer-/", "1.000 kr. ",
		"området der ", ", ",
	} {
		text := strings.Repeat(piece, 30000/len(piece))
		start := time.Now()
		ReadHeading(text, text)
		ReadSocial(text, Heading{}, 2026)
		ReadExpiry(text)
		ReadRemark(text)
		ReadLegend(text)
		budget.FoldName(Clean(text))
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q took %v", piece, took)
		}
	}
}

func BenchmarkReadHeading(b *testing.B) {
	for b.Loop() {
		ReadHeading("Besparelser pr. år (1.000 kr., 2026-p/l)", "Kommunen", "Sparede forsørgelsesudgifter")
	}
}
