package notation

import (
	"testing"

	"videre/budget"
)

func TestReadPayer(t *testing.T) {
	check(t, ReadPayer, []read[budget.Payer]{
		{"Kommunen", budget.Municipality, Certain},
		{"Kommunens kasse", budget.Municipality, Certain},
		{"Magistratsafdelingen for Børn og Unge", budget.Municipality, Certain},
		{"Sociale Forhold og Beskæftigelse", budget.Municipality, Certain},
		{"Beskæftigelsesforvaltningen", budget.Municipality, Certain},
		{"MSO", budget.Municipality, Certain},
		{"Jobcentret", budget.Municipality, Certain},
		{"Aarhus Kommune, Teknik og Miljø", budget.Municipality, Certain},
		{"The municipality", budget.Municipality, Certain},
		{"Regionen", budget.Region, Certain},
		{"Psykiatrien i regionen", budget.Region, Certain},
		{"Region Nordjylland", budget.Region, Certain},
		{"Sygehusene", budget.Region, Certain},
		{"The region", budget.Region, Certain},
		{"Staten (refusion)", budget.CentralState, Certain},
		{"Kriminalforsorgen", budget.CentralState, Certain},
		{"Central government", budget.CentralState, Certain},
		{"Fond", budget.Other, Certain},
		{"Borgeren selv", budget.Other, Certain},
		{"Andre kommuner", budget.Other, Certain},
		{"Private employers", budget.Other, Certain},
		{"Kommunens socialforvaltning", budget.Municipality, Certain},
		{"Kommunens budget", budget.Municipality, Certain},
		{"Kommunen (KMF)", budget.Municipality, Certain},
		{"Kommunen via jobcentret", budget.Municipality, Certain},
		{"Kommunens forsikring", 0, Doubtful},
		{"Kommunen via KMF", 0, Doubtful},
		{"Kommunens leverandør", 0, Doubtful},
		{"Kommunens forsyningsselskab", 0, Doubtful},
		{"The municipality's insurance", 0, Doubtful},
		{"Kommunen og regionen", 0, Doubtful},
		{"Kommune/stat", 0, Doubtful},
		{"Primært kommunen", 0, Doubtful},
		{"Ikke kommunen", 0, Doubtful},
		{"Kommunen 50 %, staten 50 %", 0, Doubtful},
		{"Delvis regionen", 0, Doubtful},
		{"Regionen, ikke kommunen", budget.Region, Certain},
		{"Pensionsselskabet", budget.Other, Certain},
		{"Boligforeningen", budget.Other, Certain},
		{"Skatteministeriet", budget.CentralState, Certain},
		{"Odense Universitetshospital", budget.Region, Certain},
		{"Os selv", budget.Municipality, Certain},
		{"Komunen", budget.Municipality, Certain},
		{"Psykiatrien", 0, Unread},
		{"Forsørgelse", 0, Unread},
		{"12,1", 0, Unread},
		{"", 0, Unread},
	})
}

func TestReadWay(t *testing.T) {
	check(t, ReadWay, []read[budget.Reimbursement]{
		{"Brutto", budget.Gross, Certain},
		{"Brutto, før refusion", budget.Gross, Certain},
		{"før statsrefusion", budget.Gross, Certain},
		{"Bruttobeløb", budget.Gross, Certain},
		{"Opgjort brutto", budget.Gross, Certain},
		{"Før fradrag af refusion", budget.Gross, Certain},
		{"Før statslig refusion", budget.Gross, Certain},
		{"Gross", budget.Gross, Certain},
		{"Before reimbursement", budget.Gross, Certain},
		{"Netto", budget.Net, Certain},
		{"Netto, efter refusion", budget.Net, Certain},
		{"efter statsrefusion", budget.Net, Certain},
		{"Efter fradrag af refusion", budget.Net, Certain},
		{"Nettobesparelse", budget.Net, Certain},
		{"Refusion fratrukket", budget.Net, Certain},
		{"Ekskl. refusion", budget.Net, Certain},
		{"Net of everything", budget.Net, Certain},
		{"After reimbursement", budget.Net, Certain},
		{"Refusionen er trukket fra", budget.Net, Certain},
		{"Refusion er ikke modregnet", budget.Gross, Certain},
		{"Inden statsrefusion", budget.Gross, Certain},
		{"Uden fradrag af refusion", budget.Gross, Certain},
		{"Efter ref.", budget.Net, Certain},
		{"Brutto efter refusion", 0, Doubtful},
		{"Netto eller brutto", 0, Doubtful},
		{"Ikke netto", 0, Doubtful},
		{"Inkl. refusion", 0, Doubtful},
		{"Refusion", 0, Doubtful},
		{"Ingen refusion", 0, Doubtful},
		{"Netto?", 0, Doubtful},
		{"Delvist brutto", 0, Doubtful},
		{"Kommunen", 0, Unread},
		{"", 0, Unread},
	})
}

func TestReadBudgeted(t *testing.T) {
	in := func(year int) Budgeted { return Budgeted{true, year} }
	check(t, ReadBudgeted, []read[Budgeted]{
		{"Ja", in(0), Certain},
		{"Ja, fra 2024", in(2024), Certain},
		{"Ja, i B2025", in(2025), Certain},
		{"ja - indarbejdet", in(0), Certain},
		{"Indregnet", in(0), Certain},
		{"Indarbejdet i Budget 2025", in(2025), Certain},
		{"Allerede trukket ud", in(0), Certain},
		{"Er indregnet i basisbudgettet", in(0), Certain},
		{"Yes, from 2024", in(2024), Certain},
		{"Already in the budget", in(0), Certain},
		{"Nej", Budgeted{}, Certain},
		{"Nej, ikke indregnet", Budgeted{}, Certain},
		{"Ikke indarbejdet", Budgeted{}, Certain},
		{"Ej indregnet", Budgeted{}, Certain},
		{"No", Budgeted{}, Certain},
		{"Not included", Budgeted{}, Certain},
		{"N", Budgeted{}, Certain},
		{"Delvist", Budgeted{}, Doubtful},
		{"Ja, delvist", Budgeted{}, Doubtful},
		{"Nej, indregnet i 2024", Budgeted{}, Doubtful},
		{"Ja, ikke endnu", Budgeted{}, Doubtful},
		{"Indarbejdes i B2026", Budgeted{}, Doubtful},
		{"Ikke endnu", Budgeted{}, Certain},
		{"Nej, slet ikke", Budgeted{}, Certain},
		{"Ikk indarbejdet", Budgeted{}, Certain},
		{"Ligger uden for budgettet", Budgeted{}, Certain},
		{"Budgettet er sat ned", in(0), Certain},
		{"Budgettet er ikke sat ned", Budgeted{}, Certain},
		{"Mangler", Budgeted{}, Doubtful},
		{"Ja og nej", Budgeted{}, Unread},
		{"Måske", Budgeted{}, Doubtful},
		{"Ja?", Budgeted{}, Doubtful},
		{"Halvdelen", Budgeted{}, Doubtful},
		{"Se notat", Budgeted{}, Unread},
		{"2024", Budgeted{}, Unread},
		{"", Budgeted{}, Unread},
	})
}

func TestReadCashable(t *testing.T) {
	check(t, ReadCashable, []read[bool]{
		{"Ja", true, Certain},
		{"Ja, budgettet kan sættes ned", true, Certain},
		{"Budgettet nedsættes i 2026", true, Certain},
		{"Kan realiseres", true, Certain},
		{"Budgetreducerende", true, Certain},
		{"Rammen reduceres tilsvarende", true, Certain},
		{"J", true, Certain},
		{"Yes", true, Certain},
		{"Cashable", true, Certain},
		{"Yes, the budget is lowered", true, Certain},
		{"Nej", false, Certain},
		{"Nej, undgået udgift", false, Certain},
		{"Undgået udgift", false, Certain},
		{"Nej, kan ikke realiseres", false, Certain},
		{"Ikke budgetreducerende", false, Certain},
		{"Udgiften forebygges", false, Certain},
		{"No", false, Certain},
		{"Avoided cost", false, Certain},
		{"No, costs are avoided", false, Certain},
		{"Delvist", false, Doubtful},
		{"Ja, undgået udgift", false, Doubtful},
		{"Nej, budgettet nedsættes", false, Doubtful},
		{"Ja, måske", false, Doubtful},
		{"Ikke undgået", false, Doubtful},
		{"Ikke afklaret", false, Doubtful},
		{"Se bilag", false, Unread},
		{"1", false, Unread},
		{"", false, Unread},
	})
}

// TestReadLineKind reads what cells say of lines that no heading of amounts would.
func TestReadLineKind(t *testing.T) {
	for text, want := range map[string]budget.Kind{
		"Udgift kun én gang": budget.OneOff, "Udgift (engangs)": budget.OneOff,
		"Løbende udgift": budget.Cost, "Opstart": budget.OneOff, "Vi sparer": budget.Saving,
		"Penge udefra": budget.Funding, "Indtægt fra fond": budget.Funding, "EU-midler": budget.Funding,
		"Rate til investor": budget.Repayment, "Omfordeling af budget": budget.Reallocation, "Midler": 0,
		"Intern finansiering via omprioritering": budget.Reallocation, "Ekstern finansiering": budget.Funding,
	} {
		if got, ok := ReadLineKind(text); ok && got != want || ok != (want != 0) {
			t.Errorf("%q: got %v (%v), want %v", text, got, ok, want)
		}
	}
}

func TestReadFrame(t *testing.T) {
	check(t, ReadFrame, []read[budget.Frame]{
		{"Service", budget.ServiceFrame, Certain},
		{"Serviceudgifter", budget.ServiceFrame, Certain},
		{"Inden for servicerammen", budget.ServiceFrame, Certain},
		{"Under servicerammen", budget.ServiceFrame, Certain},
		{"Servicedrift", budget.ServiceFrame, Certain},
		{"Service expenditure", budget.ServiceFrame, Certain},
		{"SERVICE", budget.ServiceFrame, Certain},
		{"Overførsler", budget.TransferFrame, Certain},
		{"Overførsler mv.", budget.TransferFrame, Certain},
		{"Indkomstoverførsler", budget.TransferFrame, Certain},
		{"Overførselsudgifter", budget.TransferFrame, Certain},
		{"Budgetgaranterede overførsler", budget.TransferFrame, Certain},
		{"Income transfers", budget.TransferFrame, Certain},
		{"Anlæg", budget.CapitalFrame, Certain},
		{"Anlægsudgift", budget.CapitalFrame, Certain},
		{"Anlægsrammen", budget.CapitalFrame, Certain},
		{"Capital works", budget.CapitalFrame, Certain},
		{"Service/overførsler", 0, Doubtful},
		{"Service og anlæg", 0, Doubtful},
		{"Ikke service", 0, Doubtful},
		{"Uden for servicerammen", 0, Doubtful},
		{"Øvrigt", 0, Doubtful},
		{"Delvist service", 0, Doubtful},
		{"Hovedsageligt overførsler", 0, Doubtful},
		{"Overførsler?", 0, Doubtful},
		{"Drift", 0, Unread},
		{"", 0, Unread},
	})
}

func TestReadKind(t *testing.T) {
	role := func(text string) (Role, Certainty) {
		h, certainty := ReadKind(text)
		if certainty != Certain {
			return "", certainty
		}
		return h.Role, certainty
	}
	check(t, role, []read[Role]{
		{"Merudgift", RoleCost, Certain},
		{"Udgift", RoleCost, Certain},
		{"Løn", RoleCost, Certain},
		{"Driftsudgift", RoleCost, Certain},
		{"Personaleomkostninger", RoleCost, Certain},
		{"Running cost", RoleCost, Certain},
		{"Mindreudgift", RoleSaving, Certain},
		{"Besparelse", RoleSaving, Certain},
		{"Sparet udgift", RoleSaving, Certain},
		{"Lavere udgifter", RoleSaving, Certain},
		{"Gevinst (kommunal)", RoleSaving, Certain},
		{"Saving", RoleSaving, Certain},
		{"Avoided cost", RoleSaving, Certain},
		{"Tilskud", RoleFunding, Certain},
		{"Ekstern finansiering", RoleFunding, Certain},
		{"Statslig pulje", RoleFunding, Certain},
		{"External funding", RoleFunding, Certain},
		{"Engangsudgift", RoleOneOff, Certain},
		{"Etablering", RoleOneOff, Certain},
		{"One-off", RoleOneOff, Certain},
		{"Tilbagebetaling til investor", RoleRepayment, Certain},
		{"Repayment", RoleRepayment, Certain},
		{"Omprioritering", RoleReallocation, Certain},
		{"Omprioritering inden for egen ramme", RoleReallocation, Certain},
		{"Reallocation", RoleReallocation, Certain},
		{"Udgift og besparelse", "", Doubtful},
		{"Engangsbesparelse", "", Doubtful},
		{"Bevilling", "", Doubtful},
		{"Nettobesparelse", "", Doubtful},
		{"Projekt", "", Unread},
		{"2026", "", Unread},
		{"", "", Unread},
	})
}

func TestReadGiver(t *testing.T) {
	check(t, ReadGiver, []read[budget.Giver]{
		{"Rådet for Sociale Investeringer", budget.Own, Certain},
		{"Kassen", budget.Own, Certain},
		{"Kassefinansieret", budget.Own, Certain},
		{"Afdelingens opsparing", budget.Own, Certain},
		{"Overførte midler fra 2024", budget.Own, Certain},
		{"Central pulje", budget.Own, Certain},
		{"Kommunal medfinansiering", budget.Own, Certain},
		{"Egenfinansiering", budget.Own, Certain},
		{"Interne midler", budget.Own, Certain},
		{"Municipal co-funding", budget.Own, Certain},
		{"Own reserves", budget.Own, Certain},
		{"Socialforvaltningen", budget.Own, Certain},
		{"Fonden for Gode Formål (opdigtet)", budget.External, Certain},
		{"Solskinsfonden", budget.External, Certain},
		{"Staten", budget.External, Certain},
		{"Statslig pulje", budget.External, Certain},
		{"Socialministeriet", budget.External, Certain},
		{"Socialstyrelsen", budget.External, Certain},
		{"Region Midtjylland", budget.External, Certain},
		{"EU's socialfond", budget.External, Certain},
		{"Privat donation", budget.External, Certain},
		{"A private foundation", budget.External, Certain},
		{"Realdania", budget.External, Certain},
		{"Lions Club Viborg", budget.External, Certain},
		{"Røde Kors", budget.External, Certain},
		{"A.P. Møller Fonden", budget.External, Certain},
		{"Mary Fonden", budget.External, Certain},
		{"Nordea-fonden", budget.External, Certain},
		{"Tuborgfondet", budget.External, Certain},
		{"Boligorganisationen Fjordbo (opdigtet)", budget.External, Certain},
		{"Fonde og egne midler", 0, Doubtful},
		{"Pulje", 0, Doubtful},
		{"Ikke staten", 0, Doubtful},
		{"Kommunal og statslig medfinansiering", 0, Doubtful},
		{"Ukendt giver", 0, Unread},
		{"", 0, Unread},
	})
}

func TestReadShare(t *testing.T) {
	share := func(text string) (string, Certainty) {
		d, certainty := ReadShare(text)
		if certainty != Certain {
			return "", certainty
		}
		return d.String(), certainty
	}
	check(t, share, []read[string]{
		{"80 pct.", "0.8", Certain},
		{"100 %", "1", Certain},
		{"100%", "1", Certain},
		{"72,5 procent", "0.725", Certain},
		{"72.5 percent", "0.725", Certain},
		{"0 %", "0", Certain},
		{"halvdelen", "0.5", Certain},
		{"Halvdelen.", "0.5", Certain},
		{"En fjerdedel", "0.25", Certain},
		{"tre fjerdedele", "0.75", Certain},
		{"Half", "0.5", Certain},
		{"Three quarters", "0.75", Certain},
		{"Hele", "1", Certain},
		{"All of it", "1", Certain},
		{"ingen", "0", Certain},
		{"ca. 80 %", "", Doubtful},
		{"80 % kommune, 20 % stat", "", Doubtful},
		{"40-60 %", "", Doubtful},
		{"Mindst 50 pct.", "", Doubtful},
		{"en tredjedel", "", Doubtful},
		{"cirka halvdelen", "", Doubtful},
		{"about half", "", Doubtful},
		{"0,8", "", Unread},
		{"80", "", Unread},
		{"Kommunen", "", Unread},
		{"", "", Unread},
	})
}

func TestReadUnquantified(t *testing.T) {
	read0 := func(text string) (bool, Certainty) { return true, ReadUnquantified(text) }
	check(t, read0, []read[bool]{
		{"ikke opgjort", true, Certain},
		{"Ikke beregnet", true, Certain},
		{"ej opgjort", true, Certain},
		{"Endnu ikke opgjort", true, Certain},
		{"Ukendt", true, Certain},
		{"afventer", true, Certain},
		{"Afventer beregning", true, Certain},
		{"Kan ikke opgøres", true, Certain},
		{"Opgøres senere i 2026", true, Certain},
		{"Under afklaring", true, Certain},
		{"Beløbet kendes ikke", true, Certain},
		{"mangler", true, Certain},
		{"n/a", true, Certain},
		{"N/A", true, Certain},
		{"?", true, Certain},
		{"TBD", true, Certain},
		{"Unknown", true, Certain},
		{"Not quantified", true, Certain},
		{"Pending", true, Certain},
		{"-", true, Doubtful},
		{"–", true, Doubtful},
		{"Ikke opgjort, ca. 500", true, Doubtful},
		{"0", true, Unread},
		{"1,65 mio. kr.", true, Unread},
		{"Lille", true, Unread},
		{"Sparet", true, Unread},
		{"", true, Unread},
	})
}

func TestReadLegend(t *testing.T) {
	legend, ok := ReadLegend("++ = klar positiv effekt, + = positiv effekt, 0 = uklar effekt, − = negativ effekt")
	if !ok || len(legend) != 4 {
		t.Fatalf("got %v", legend)
	}
	for mark, want := range map[string]budget.SocialEffect{
		"++": budget.SocialPositive, "+": budget.SocialPositive, "0": budget.SocialUnclear,
		"-": budget.SocialNegative, "–": budget.SocialNegative, "+++": 0, "Positiv": budget.SocialPositive,
	} {
		if got, _ := ReadSocial(legend.Words(mark), Heading{}, 2026); got != want {
			t.Errorf("%q: got %v, want %v", mark, got, want)
		}
	}
	for _, text := range []string{
		"D: dokumenteret; I: ikke dokumenteret", "1 = positiv, 2 = uklar, 3 = negativ", "P=positiv; N=negativ",
	} {
		if _, ok := ReadLegend(text); !ok {
			t.Errorf("%q is a legend", text)
		}
	}
	for _, text := range []string{
		"", "++", "Beløb i 1.000 kr.", "Ønske: permanent", "+ = positiv, + = negativ", "* = foreløbigt tal", "Budget 2026: 12 mio.",
	} {
		if legend, ok := ReadLegend(text); ok {
			t.Errorf("%q is no legend: %v", text, legend)
		}
	}
}

// TestNamesAreFolded folds names as the reader brings them: cleaned, and then as the budget
// compares them.
func TestNamesAreFolded(t *testing.T) {
	folded := func(name string) string { return budget.FoldName(Clean(name)) }
	alike := [][2]string{
		{"Hjem, Job og Helhed", "hjem,  job og helhed"}, {"»Lanternen«", "Lanternen"}, {"\"Lanternen\"", "“lanternen”"},
		{"Ung-i-fokus", "Ung i fokus"}, {"Ung – i – fokus", "UngIFokus"}, {"Bo‑støtte", "Bostøtte"}, {"d'Or", "d’Or"},
		{"Spor 2", "spor2"}, {"Café\u00a0Nord", "café nord"}, {"Cafe\u0301 Nord", "Café Nord"}, {"Fase 1-2", "Fase 1 – 2"},
	}
	for _, pair := range alike {
		if folded(pair[0]) != folded(pair[1]) {
			t.Errorf("%q and %q are one: %q, %q", pair[0], pair[1], folded(pair[0]), folded(pair[1]))
		}
	}
	unlike := [][2]string{
		{"Spor 1", "Spor 2"}, {"Fase 1 1", "Fase 11"}, {"Hus A+B", "Hus AB"}, {"Café Nord", "Cafe Nord"},
		{"Spor 1.1", "Spor 11"}, {"Ung", "Unge"},
	}
	for _, pair := range unlike {
		if folded(pair[0]) == folded(pair[1]) {
			t.Errorf("%q and %q are two", pair[0], pair[1])
		}
	}
}
