package forms_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/forms"
	"videre/excel/workbook"
)

func readPolicy(t interface{ Fatal(...any) }, data []byte) (*budget.Policy, []forms.Fault) {
	book, err := workbook.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return forms.ReadPolicy(book)
}

// TestAPolicyIsReadAsItWasWritten writes the default policy and random ones, in every
// language: what is read has the same fingerprint.
func TestAPolicyIsReadAsItWasWritten(t *testing.T) {
	same := func(t interface {
		Fatal(...any)
		Errorf(string, ...any)
	}, policy *budget.Policy, l budget.Language) {
		data, err := forms.WritePolicy(policy, excel.Options{Language: l})
		if err != nil {
			t.Fatal(err)
		}
		got, faults := readPolicy(t, data)
		for _, f := range faults {
			fault, cure := f.Say(l)
			t.Errorf("%s %s", fault, cure)
		}
		if got == nil || got.Fingerprint() != policy.Fingerprint() {
			t.Errorf("wrote %+v, read %+v", policy, got)
		}
	}
	standard := budget.DefaultPolicy()
	for _, l := range budget.Languages() {
		same(t, &standard, l)
	}
	rapid.Check(t, func(t *rapid.T) {
		policy := budget.DefaultPolicy()
		for _, p := range budget.Parameters() {
			drawParameter(t, p, &policy)
		}
		for year := range rapid.IntRange(0, 4).Draw(t, "indices") {
			index := decimal.New(rapid.Int64Range(1, 9999).Draw(t, "index"), -1)
			policy.PriceIndex = append(policy.PriceIndex, budget.PriceIndex{Year: 2024 + year, Index: index})
		}
		severity := rapid.SampledFrom(budget.Severities()).Draw(t, "severity")
		if severity != budget.BlankSaving.Severity() {
			policy.Severities = map[budget.Code]budget.Severity{budget.BlankSaving: severity}
		}
		decided := budget.Basis{Kind: budget.BasisDecision, Text: "Byrådet 1. oktober 2025"}
		policy.Bases = map[budget.Parameter]budget.Basis{budget.ParamTolerance: decided}
		for range rapid.IntRange(0, 2).Draw(t, "waivers") {
			policy.Waivers = append(policy.Waivers, budget.Waiver{
				Code: budget.MissingSocialEffect, Project: "Havnen",
				Department: rapid.SampledFrom([]string{"", "Ældre og Omsorg"}).Draw(t, "department"),
				Reason:     "Opgøres i foråret", DecidedBy: "Magistraten", Date: "12. maj 2025",
			})
		}
		for range rapid.IntRange(0, 2).Draw(t, "confirmations") {
			policy.Confirmations = append(policy.Confirmations, budget.Confirmation{
				Code: budget.ImplausibleAmount, Project: "Havnen", Amount: decimal.New(rapid.Int64Range(1, 1e12).Draw(t, "confirmed"), -2),
				Department: rapid.SampledFrom([]string{"", "Ældre og Omsorg"}).Draw(t, "department"),
				By:         "Økonomichefen", Date: "12. maj 2025",
			})
		}
		same(t, &policy, rapid.SampledFrom(budget.Languages()).Draw(t, "language"))
	})
}

// drawParameter gives a parameter a random value of its kind, within its limits.
func drawParameter(t *rapid.T, p budget.Parameter, policy *budget.Policy) {
	switch v := p.Value().(type) {
	case budget.NameParameter:
		v.Set(policy, rapid.SampledFrom([]string{"Budget 2027", "Æble & <co>"}).Draw(t, p.String()))
	case budget.YearParameter:
		v.Set(policy, rapid.SampledFrom([]int{0, 2026, 2027}).Draw(t, p.String()))
	case budget.CountParameter:
		v.Set(policy, rapid.IntRange(v.Low, v.High).Draw(t, p.String()))
	case budget.AmountParameter:
		v.Set(policy, decimal.New(rapid.Int64Range(0, 1_000_000).Draw(t, p.String()), -2))
	case budget.ChoiceParameter:
		v.Set(policy, rapid.SampledFrom(v.Choices).Draw(t, p.String()))
	case budget.AnswerParameter:
		v.Set(policy, rapid.Bool().Draw(t, p.String()))
	default:
		t.Fatalf("a kind of its own: %T", v)
	}
}

// TestAPolicyEditedByAnotherProgram reads the rules as LibreOffice saved them: a payer set
// to count, a row of the decision table moved, a waiver added.
func TestAPolicyEditedByAnotherProgram(t *testing.T) {
	path := filepath.Join("..", "..", "testdata", "policies", "rettet.xlsx")
	policy, faults := readPolicy(t, exceltest.ReadFile(t, path))
	if len(faults) > 0 || !policy.Counts(budget.Region) || len(policy.Waivers) != 1 ||
		policy.Decision[4].Verdict != budget.Extend || policy.Decision[5].Verdict != budget.CriteriaNotMet {
		t.Fatalf("%v %+v", faults, policy)
	}
	if standard := budget.DefaultPolicy(); policy.Fingerprint() == standard.Fingerprint() {
		t.Error("the fingerprint is that of the standard policy")
	}
	decided := budget.Basis{Kind: budget.BasisDecision, Text: "Byrådet 1. oktober 2025"}
	if basis := policy.BasisOf(budget.ParamRegion); basis != decided {
		t.Errorf("the basis is %+v", basis)
	}
}

// TestAFaultyPolicyIsRefusedAtTheCell damages a policy in one cell at a time.
func TestAFaultyPolicyIsRefusedAtTheCell(t *testing.T) {
	standard := budget.DefaultPolicy()
	data, err := forms.WritePolicy(&standard, excel.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ sheet, cell, value, want string }{
		{"Regler", "A6", "Budgetaar", "Regler!A6: »Budgetaar« er ikke en af reglerne."},
		{"Regler", "B5", "", "Regler!B5: Regelsættet har intet navn."},
		{"Regler", "B10", "nej", "Regler!B5: Reglerne hedder »videre-standard«, men er ændret"},
		{"Regler", "B6", "2027", "Regler!B5: Reglerne hedder »videre-standard«, men er ændret"},
		{"Regler", "B6", "næste år", "Regler!B6: »næste år« er ikke et årstal."},
		{"Regler", "B6", "=1+2025", "Regler!B6: Cellen er en formel uden gemt værdi"},
		{"Regler", "B7", "3,5", "Regler!B7: »3,5« er ikke et antal overslagsår."},
		{"Regler", "B8", "altid", "Regler!B8: »altid« kan ikke stå her."},
		{"Regler", "B9", "-1", "Regler!B9: »-1« er ikke et beløb"},
		{"Regler", "B10", "måske", "Regler!B10: »måske« er hverken ja eller nej."},
		{"Regler", "C10", "vedtaget", "Regler!D10: Hjemlen er en beslutning"},
		{"Beslutningstabel", "B5", "tidligere", "Beslutningstabel!A5: Række 1 i beslutningstabellen er ændret"},
		{"Beslutningstabel", "D8", "afslutet", "Beslutningstabel!D8: »afslutet« kan ikke stå her."},
		{"Beslutningstabel", "J8", "Nedlægges", "Beslutningstabel!J8: »Nedlægges« kan ikke stå her."},
		{"Beslutningstabel", "E9", "", "Beslutningstabel!A10: Række 6 kan aldrig blive brugt"},
		{"Beslutningstabel", "E20", "negativ", "Beslutningstabel!A20: Række 13 kan aldrig blive brugt"},
		{"Beslutningstabel", "E19 E20", "uklar", "Beslutningstabel!A4: Ingen række passer, når"},
		{"Beslutningstabel", "A12", "otte", "Beslutningstabel!A12: »otte« kan ikke være rækkens nummer."},
		{"Beslutningstabel", "A12", "4", "Beslutningstabel!A12: »4« kan ikke være rækkens nummer."},
		{"Regler", "B9", "1.200", "Regler!B9: »1.200« er ikke et beløb"},
		{"Dispensationer", "D4", "Begrundelsen", "Tabellen fra arket »Dispensationer« mangler"},
		{"Alvor", "A5", "V999", "Alvor!A5: Der er ingen kontrolbemærkning, der hedder »V999«."},
		{"Alvor", "B5", "katastrofe", "Alvor!B5: »katastrofe« kan ikke stå her."},
		{"Prisindeks", "A5", "2025", "Prisindeks!B5: »« er ikke et indeks"},
		{"Dispensationer", "A5", "V303", "Dispensationer!C5: Dispensationen mangler: Projekt."},
		{"Bekræftelser", "A5", "V303", "Bekræftelser!A5: »V303« kan ikke bekræftes; det kan kun V213."},
		{"Bekræftelser", "A5", "V213", "Bekræftelser!C5: Bekræftelsen mangler: Projekt."},
		{"Bekræftelser", "A5", "V213", "Bekræftelser!D5: »« er ikke et beløb i kroner."},
	} {
		cells := map[string]string{}
		for _, cell := range strings.Fields(test.cell) {
			cells[cell] = test.value
		}
		_, faults := readPolicy(t, edited(t, data, test.sheet, cells))
		var said []string
		for _, fault := range faults {
			sentence, cure := fault.Say(budget.Danish)
			said = append(said, sentence+" "+cure)
		}
		if !strings.Contains(strings.Join(said, "\n"), test.want) {
			t.Errorf("%s!%s = %q: %q, want %q", test.sheet, test.cell, test.value, said, test.want)
		}
	}
}

// TestOtherRulesHaveAnotherName changes a rule: under a name of its own it is used, under the
// standard's, however it is written, it is not.
func TestOtherRulesHaveAnotherName(t *testing.T) {
	standard := budget.DefaultPolicy()
	for name, refused := range map[string]bool{
		standard.Name: true, " VIDERE-Standard ": true, "Budget 2027": false, standard.Name + " 2027": false,
	} {
		policy := budget.DefaultPolicy()
		policy.Name, policy.Tolerance = name, decimal.New(100, 0)
		data, err := forms.WritePolicy(&policy, excel.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, faults := readPolicy(t, data); len(faults) > 0 != refused {
			t.Errorf("%q: %d faults", name, len(faults))
		}
	}
}

// TestAWorkbooksOwnPolicyIsNotUsed puts rules of its own into the example.
func TestAWorkbooksOwnPolicyIsNotUsed(t *testing.T) {
	loose := budget.DefaultPolicy()
	loose.CountingPayers = budget.Payers()
	standard := budget.DefaultPolicy()
	for _, test := range []struct {
		own  *budget.Policy
		told bool
	}{{&loose, true}, {&standard, false}} {
		rules, err := forms.WritePolicy(test.own, excel.Options{})
		if err != nil {
			t.Fatal(err)
		}
		data := withSheets(t, exceltest.ReadFile(t, example), rules)
		told := false
		for _, f := range review(t, data).Submission.Findings {
			told = told || f.Code == budget.IgnoredPolicy
		}
		if told != test.told {
			t.Errorf("told %t, want %t", told, test.told)
		}
	}
}

// withSheets copies the cells of all sheets of one workbook into another.
func withSheets(t *testing.T, into, from []byte) []byte {
	t.Helper()
	a := exceltest.Open(t, into)
	b := exceltest.Open(t, from)
	for _, sheet := range b.GetSheetList() {
		if _, err := a.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		rows, err := b.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			values := make([]any, len(row))
			for k, v := range row {
				values[k] = v
			}
			if err := a.SetSheetRow(sheet, "A"+strconv.Itoa(i+1), &values); err != nil {
				t.Fatal(err)
			}
		}
	}
	return exceltest.Saved(t, a)
}
