package budget_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/budget/budgettest"
)

// tell is a report as text: each project's verdict and row, and its worst year.
func tell(r *budget.Report) string {
	var lines []string
	figure := func(f budget.Figure) string {
		if !f.Known {
			return "?"
		}
		return f.Value.String()
	}
	for i := range r.Assessments {
		a := &r.Assessments[i]
		worst, _ := a.Worst()
		lines = append(lines, fmt.Sprintf("%s %s %d: %d %s-%s=%s, %s uncounted, %s one-off", a.Name(), a.Verdict(), a.Decision.Row.Number, worst.Year,
			figure(worst.Cost), figure(worst.Counted), figure(worst.Gap), figure(worst.Uncounted), figure(a.OneOff)))
	}
	return strings.Join(lines, "\n")
}

const paid = `
driftsudgift: Mentorer; 100
besparelse: Færre anbringelser; 100; fuldt belyst`

const unpaid = `
driftsudgift: Mentorer; 100
besparelse: Færre anbringelser; 60; fuldt belyst`

func TestTheDecisionTable(t *testing.T) {
	for _, c := range []struct{ differs, lines, want string }{
		{"udløber 2026", paid, "not-due 1"},
		{"udløber 2026; social; økonomi", "", "not-due 1"},
		{"udløber 2024", paid, "expired 2"},
		{"udløber", paid, "unassessable 3"},
		{"udløber ?", paid, "unassessable 3"},
		{"social", paid, "unassessable 3"},
		{"social ?", paid, "unassessable 3"},
		{"ønske ?", paid, "unassessable 3"},
		{"ønske skaleret", paid, "unassessable 3"},
		{"ønske; kapacitet ?", paid, "unassessable 3"},
		{"ønske; kapacitet 20; målgruppe 10", paid, "unassessable 3"},
		{"", "", "unassessable 3"},
		{"", "\ndriftsudgift: Mentorer; 0", "unassessable 3"},
		{"ønske afsluttet", paid, "not-sought 4"},
		{"social negativ", paid, "criteria-not-met 5"},
		{"ønske forlænget; forlænget nej", paid, "extend 6"},
		{"ønske forlænget; forlænget ja", paid, "continue 8"},
		{"ønske forlænget", paid, "unassessable 3"},
		{"ønske skaleret; kapacitet 20", paid, "continue-scaled 7"},
		{"ønske; kapacitet 20; målgruppe 20", paid, "continue-scaled 7"},
		{"ønske", paid, "continue 8"},
		{"forlænget ?", paid, "continue 8"},
		{"", unpaid, "negotiate 9"},
		{"", "\ndriftsudgift: Mentorer; 100", "negotiate 9"},
		{"økonomi negativ", paid, "negotiate 9"},
		{"social uklar; forlænget nej", unpaid, "extend 10"},
		{"økonomi udokumenteret; forlænget nej", paid, "extend 10"},
		{"social udokumenteret; økonomi udokumenteret; forlænget ja", paid, "negotiate 11"},
		{"social uklar", paid, "unassessable 3"},
		{"social uklar; økonomi negativ; forlænget nej", paid, "negotiate 12"},
		{"social uklar; økonomi negativ; forlænget ja", paid, "negotiate 12"},
	} {
		policy := budget.DefaultPolicy()
		r := budget.Review(budgettest.MustParse(strings.TrimSuffix("projekt: A; fuldt belyst; "+c.differs, "; ")+c.lines), &policy)
		if got := fmt.Sprint(r.Assessments[0].Verdict(), " ", r.Assessments[0].Decision.Row.Number); got != c.want {
			t.Errorf("%s: %s, want %s", c.differs, got, c.want)
		}
	}
}

func TestWhatCounts(t *testing.T) {
	for name, c := range map[string]struct{ lines, want string }{
		"the region's is shown":                  {"besparelse: x; 40; tilfalder region", "negotiate 9: 2026 100-0=100, 40 uncounted, 0 one-off"},
		"a share":                                {"besparelse: x; 200; fuldt belyst; andel 60 %", "continue 8: 2026 100-120=0, 80 uncounted, 0 one-off"},
		"gross without a share":                  {"besparelse: x; 100; fuldt belyst; brutto", "negotiate 9: 2026 100-0=100, 100 uncounted, 0 one-off"},
		"gross with a share":                     {"besparelse: x; 100; fuldt belyst; brutto; andel 70 %", "negotiate 9: 2026 100-70=30, 30 uncounted, 0 one-off"},
		"already in the budget":                  {"besparelse: x; 100; fuldt belyst; budgetteret ja", "negotiate 9: 2026 100-0=100, 100 uncounted, 0 one-off"},
		"perhaps in the budget":                  {"besparelse: x; 100; fuldt belyst; budgetteret ?", "unassessable 3: 2026 100-?=?, ? uncounted, 0 one-off"},
		"nobody's":                               {"besparelse: x; 100; område y", "unassessable 3: 2026 100-?=?, ? uncounted, 0 one-off"},
		"no area":                                {"besparelse: x; 100; tilfalder kommune", "unassessable 3: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"the region's without an area":           {"besparelse: x; tilfalder region", "negotiate 9: 2026 100-0=100, 0 uncounted, 0 one-off"},
		"the region's unreadable":                {"besparelse: x; ?; tilfalder region", "unassessable 3: 2026 100-0=100, ? uncounted, 0 one-off"},
		"expected, without an amount":            {"besparelse: x; tilfalder kommune", "negotiate 9: 2026 100-0=100, 0 uncounted, 0 one-off"},
		"a surplus does not carry over":          {"besparelse: x; 2026 90; 2027 500; 2028 100; 2029 100; fuldt belyst", "negotiate 9: 2026 100-90=10, 0 uncounted, 0 one-off"},
		"the worst year":                         {"besparelse: x; 2026 90; 2027 80; 2028 80; 2029 100; fuldt belyst", "negotiate 9: 2027 100-80=20, 0 uncounted, 0 one-off"},
		"an unknown year is worst":               {"besparelse: x; 2026 0; 2027 100; 2028 ?; 2029 100; fuldt belyst", "unassessable 3: 2028 100-?=?, ? uncounted, 0 one-off"},
		"funding without end":                    {"finansiering: x; 100; fuldt belyst", "continue 8: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"funding to 2027":                        {"finansiering: x; 100; giver ekstern; til 2027", "negotiate 9: 2028 100-0=100, 0 uncounted, 0 one-off"},
		"funding to nobody knows when":           {"finansiering: x; 100; giver ekstern; til ?", "unassessable 3: 2026 100-?=?, 0 uncounted, 0 one-off"},
		"a one-off cost is beside":               {"engangsudgift: x; 50\nfinansiering: x; 100; giver ekstern; til 2030", "continue 8: 2026 100-100=0, 0 uncounted, 50 one-off"},
		"a one-off cost by year":                 {"engangsudgift: x; 2026 50; 2027 20\nfinansiering: x; 100; giver ekstern; til 2030", "continue 8: 2026 100-100=0, 0 uncounted, 70 one-off"},
		"an unreadable one-off cost":             {"engangsudgift: x; ?\nfinansiering: x; 100; giver ekstern; til 2030", "continue 8: 2026 100-100=0, 0 uncounted, ? one-off"},
		"a kind nobody can read":                 {"?: x; 100", "unassessable 3: 2026 ?-?=?, ? uncounted, ? one-off"},
		"an error":                               {"besparelse: x; #; fuldt belyst", "unassessable 3: 2026 100-?=?, ? uncounted, 0 one-off"},
		"a negative saving":                      {"besparelse: x; -100; fuldt belyst", "unassessable 3: 2026 100-?=?, ? uncounted, 0 one-off"},
		"one øre short":                          {"besparelse: x; 99,99; fuldt belyst", "negotiate 9: 2026 100-99.99=0.01, 0 uncounted, 0 one-off"},
		"less than an øre short":                 {"besparelse: x; 99,9999999; fuldt belyst", "negotiate 9: 2026 100-99.9999999=0.0000001, 0 uncounted, 0 one-off"},
		"a near name":                            {"besparelse: x; 100; fuldt belyst; projekt Nabohjelp", "unassessable 3: 2026 100-?=?, ? uncounted, 0 one-off"},
		"a near name for a one-off cost":         {"engangsudgift: x; 100; projekt Nabohjelp", "unassessable 3: 2026 100-0=100, 0 uncounted, ? one-off"},
		"a line of nobody's":                     {"besparelse: x; 100; fuldt belyst; projekt Skolestart", "negotiate 9: 2026 100-0=100, 0 uncounted, 0 one-off"},
		"another price level":                    {"besparelse: x; 100; 2025-pl; fuldt belyst", "unassessable 3: 2026 100-?=?, ? uncounted, 0 one-off"},
		"a cost blank in a year":                 {"driftsudgift: y; 2026 1; 2027 1; 2028 1", "unassessable 3: 2029 ?-0=?, 0 uncounted, 0 one-off"},
		"funding and savings are one pot":        {"besparelse: x; 60; fuldt belyst\nfinansiering: z; 40; giver ekstern; til 2030", "continue 8: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"funding that ends with the years":       {"finansiering: x; 100; giver ekstern; til 2029", "negotiate 9: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"savings that take over from funding":    {"finansiering: x; 100; giver ekstern; til 2027\nbesparelse: y; 2026 0; 2027 0; 2028 100; 2029 100; fuldt belyst", "continue 8: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"savings that need no funding":           {"finansiering: x; 50; giver ekstern; til 2029\nbesparelse: y; 100; fuldt belyst", "continue 8: 2026 100-150=0, 0 uncounted, 0 one-off"},
		"funding every year, without an end":     {"finansiering: x; 100; giver ekstern", "negotiate 9: 2027 100-0=100, 0 uncounted, 0 one-off"},
		"funding year by year, without an end":   {"finansiering: x; 2026 100; 2027 100; 2028 100; 2029 100; giver ekstern", "negotiate 9: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"funding year by year, without end":      {"finansiering: x; 2026 100; 2027 100; 2028 100; 2029 100; fuldt belyst", "continue 8: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"the municipality's own money":           {"finansiering: x; 100; giver egen; varigt ja", "negotiate 9: 2026 100-0=100, 0 uncounted, 0 one-off"},
		"money from nobody knows where":          {"finansiering: x; 100; varigt ja", "negotiate 9: 2026 100-0=100, 0 uncounted, 0 one-off"},
		"money from nobody can read where":       {"finansiering: x; 100; giver ?; varigt ja", "unassessable 3: 2026 100-?=?, 0 uncounted, 0 one-off"},
		"a grant on a condition":                 {"finansiering: x; 100; fuldt belyst; betinget ja", "negotiate 9: 2026 100-0=100, 0 uncounted, 0 one-off"},
		"a grant on a condition, and its return": {"finansiering: x; 110; fuldt belyst; betinget ja\ntilbagebetaling: z; 10", "continue 8: 2026 110-110=0, 0 uncounted, 0 one-off"},
		"a reallocation":                         {"omprioritering: x; 100; område Familier", "continue 8: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"a reallocation of nobody's":             {"omprioritering: x; 100", "negotiate 9: 2026 100-0=100, 0 uncounted, 0 one-off"},
		"a reallocation nobody can read":         {"omprioritering: x; 100; område ?", "unassessable 3: 2026 100-?=?, 0 uncounted, 0 one-off"},
		"a reallocation in the budget already":   {"omprioritering: x; 100; område Familier; budgetteret ja", "negotiate 9: 2026 100-0=100, 0 uncounted, 0 one-off"},
		"a repayment is to be financed too":      {"besparelse: x; 100; fuldt belyst\ntilbagebetaling: z; 2026 0; 2027 20", "negotiate 9: 2027 120-100=20, 0 uncounted, 0 one-off"},
		"a repayment in the budget already":      {"besparelse: x; 100; fuldt belyst\ntilbagebetaling: z; 20; budgetteret ja", "continue 8: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"a repayment nobody can read":            {"besparelse: x; 100; fuldt belyst\ntilbagebetaling: z; ?", "unassessable 3: 2026 ?-100=?, 0 uncounted, 0 one-off"},
		"an avoided cost":                        {"besparelse: x; 100; fuldt belyst; undgået ja", "negotiate 9: 2026 100-0=100, 100 uncounted, 0 one-off"},
		"an avoided cost on income transfers":    {"besparelse: x; 100; fuldt belyst; undgået ja; ramme overførsler", "continue 8: 2026 100-100=0, 0 uncounted, 0 one-off"},
		"an avoided cost, or not":                {"besparelse: x; 100; fuldt belyst; undgået ?", "unassessable 3: 2026 100-?=?, ? uncounted, 0 one-off"},
		"what would have come anyway":            {"besparelse: x; 200; fuldt belyst; andel 50 %; alligevel 10 %", "negotiate 9: 2026 100-90=10, 110 uncounted, 0 one-off"},
		"all would have come anyway":             {"besparelse: x; 200; fuldt belyst; alligevel 100 %", "negotiate 9: 2026 100-0=100, 200 uncounted, 0 one-off"},
		"nobody can read what came anyway":       {"besparelse: x; 200; fuldt belyst; alligevel ?", "unassessable 3: 2026 100-?=?, ? uncounted, 0 one-off"},
		"the state's and others' are shown":      {"besparelse: x; 60; tilfalder stat\nbesparelse: z; 40; tilfalder andre", "negotiate 9: 2026 100-0=100, 100 uncounted, 0 one-off"},
	} {
		policy := budget.DefaultPolicy()
		r := budget.Review(budgettest.MustParse("projekt: Nabohjælp; fuldt belyst\ndriftsudgift: Mentorer; 100\n"+c.lines), &policy)
		if got := tell(r); got != "Nabohjælp "+c.want {
			t.Errorf("%s:\n%s\nwant\nNabohjælp %s", name, got, c.want)
		}
	}
}

func TestWhatAPolicyChooses(t *testing.T) {
	const lines = "projekt: A; fuldt belyst\ndriftsudgift: x; 100\nbesparelse: y; 2026 90; 2027 110; 2028 100; 2029 100; fuldt belyst\nbesparelse: w; 500; tilfalder region; område v"
	for name, c := range map[string]struct {
		change func(*budget.Policy)
		want   string
	}{
		"as it is":           {func(*budget.Policy) {}, "negotiate"},
		"the whole period":   {func(p *budget.Policy) { p.Measure = budget.WholePeriod }, "continue"},
		"the steady state":   {func(p *budget.Policy) { p.Measure = budget.SteadyState }, "continue"},
		"a threshold of 10":  {func(p *budget.Policy) { p.Tolerance = decimal.New(10, 0) }, "continue"},
		"a threshold of 9,9": {func(p *budget.Policy) { p.Tolerance = decimal.New(99, -1) }, "negotiate"},
		"the region counts": {func(p *budget.Policy) {
			p.CountingPayers = []budget.Payer{budget.Municipality, budget.Region}
		}, "continue"},
		"another budget year":    {func(p *budget.Policy) { p.BudgetYear = 2027 }, "expired"},
		"the budget year alone":  {func(p *budget.Policy) { p.EstimateYears = 0 }, "negotiate"},
		"a table without row 8":  {func(p *budget.Policy) { p.Decision = append(p.Decision[:7:7], p.Decision[8:]...) }, "negotiate"},
		"nobody's saving counts": {func(p *budget.Policy) { p.CountingPayers = nil }, "negotiate"},
	} {
		policy := budget.DefaultPolicy()
		c.change(&policy)
		r := budget.Review(budgettest.MustParse(lines), &policy)
		if got := r.Assessments[0].Verdict().String(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		defaults := budget.DefaultPolicy()
		if name != "as it is" && policy.Fingerprint() == defaults.Fingerprint() {
			t.Errorf("%s: the fingerprint is the default's", name)
		}
	}
}

func TestMixedPriceLevelsWithAnIndex(t *testing.T) {
	s := budgettest.MustParse("projekt: A; fuldt belyst\ndriftsudgift: x; 103\nbesparelse: y; 100; 2025-pl; fuldt belyst")
	policy := budget.DefaultPolicy()
	policy.PriceIndex = []budget.PriceIndex{{Year: 2025, Index: decimal.New(100, 0)}, {Year: 2026, Index: decimal.New(103, 0)}}
	r := budget.Review(s, &policy)
	if got, want := tell(r), "A continue 8: 2026 103-103=0, 0 uncounted, 0 one-off"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	policy.PriceIndex = policy.PriceIndex[:1]
	if got := budget.Review(s, &policy).Assessments[0].Verdict(); got != budget.Unassessable {
		t.Errorf("without the budget year's index: %s", got)
	}
}

func TestWhereTheBudgetYearIsFrom(t *testing.T) {
	for _, c := range []struct {
		hints  []budget.YearHint
		policy int
		want   int
		told   int
	}{
		{nil, 0, 0, 1},
		{[]budget.YearHint{{Source: budget.YearPriceLevel, Year: 2025, Origin: 3}, {Source: budget.YearTitle, Year: 2026, Origin: 2}, {Source: budget.YearColumns, Year: 2027, Origin: 1}}, 0, 2026, 2},
		{[]budget.YearHint{{Source: budget.YearColumns, Year: 2027, Origin: 1}, {Source: budget.YearBudgetColumn, Year: 2028, Origin: 2}}, 0, 2028, 1},
		{[]budget.YearHint{{Source: budget.YearTitle, Year: 2026, Origin: 2}}, 2028, 2028, 1},
		{[]budget.YearHint{{Source: budget.YearAsked, Year: 2026}, {Source: budget.YearTitle, Year: 2026, Origin: 2}}, 2028, 2026, 0},
	} {
		s := budgettest.MustParse("projekt: A; fuldt belyst\ndriftsudgift: x; 1")
		s.Years = c.hints
		policy := budget.DefaultPolicy()
		policy.BudgetYear = c.policy
		r := budget.Review(s, &policy)
		told := 0
		for _, f := range r.Findings {
			if f.Code == budget.MissingBudgetYear || f.Code == budget.ConflictingBudgetYear {
				told++
			}
		}
		if r.BudgetYear != c.want || told != c.told {
			t.Errorf("%v, policy %d: %d with %d findings, want %d with %d", c.hints, c.policy, r.BudgetYear, told, c.want, c.told)
		}
	}
}

// TestARepaymentAloneIsNoCost: it is added to the running cost, and is none.
func TestARepaymentAloneIsNoCost(t *testing.T) {
	policy := budget.DefaultPolicy()
	r := budget.Review(budgettest.MustParse("projekt: A; fuldt belyst\ntilbagebetaling: z; 20\nbesparelse: x; 100; fuldt belyst"), &policy)
	if got := tell(r); got != "A unassessable 3: 2026 ?-100=?, 0 uncounted, 0 one-off" {
		t.Error(got)
	}
	if !slices.Contains(codesIn(r.Findings), budget.MissingCost) {
		t.Errorf("%v", r.Findings)
	}
}

// TestAPolicyMayCountAvoidedCostsAndLeaveOutReallocations: what the default policy does the
// other way round.
func TestAPolicyMayCountAvoidedCostsAndLeaveOutReallocations(t *testing.T) {
	for lines, want := range map[string][2]budget.Verdict{
		"besparelse: x; 100; fuldt belyst; undgået ja": {budget.Negotiate, budget.Continue},
		"omprioritering: x; 100; område Familier":      {budget.Continue, budget.Negotiate},
	} {
		s := budgettest.MustParse("projekt: A; fuldt belyst\ndriftsudgift: y; 100\n" + lines)
		standard := budget.DefaultPolicy()
		other := budget.DefaultPolicy()
		other.CountAvoided, other.CountReallocation = true, false
		got := [2]budget.Verdict{budget.Review(s, &standard).Assessments[0].Verdict(), budget.Review(s, &other).Assessments[0].Verdict()}
		if got != want {
			t.Errorf("%s: %v, want %v", lines, got, want)
		}
	}
}

// TestHowAVerdictIsWorded: as section 6 of the design has it.
func TestHowAVerdictIsWorded(t *testing.T) {
	const cost = "\ndriftsudgift: x; 5.000.000"
	for _, c := range []struct{ differs, lines, want string }{
		{"udløber 2027", cost, "Ikke til beslutning i Budget 2026 (udløber 2027)"},
		{"udløber 2024", cost, "Udløbet før 2025 – afklares"},
		{"social", cost, "Kan ikke vurderes endnu – skal afklares"},
		{"ønske afsluttet", cost, "Ikke søgt videreført"},
		{"social negativ", cost, "Til politisk stillingtagen – afdelingen oplyser negativ social effekt"},
		{"ønske forlænget; forlænget nej", cost, "Kan forlænges midlertidigt – 5,0 mio. kr. mangler finansiering"},
		{"social uklar; forlænget nej", cost + "\nfinansiering: y; 5.000.000; giver ekstern; til 2029", "Kan forlænges midlertidigt – finansiering anvist"},
		{"", cost + "\nbesparelse: y; 5.000.000; fuldt belyst", "Kan permanentgøres"},
		{"", cost + "\nbesparelse: y; 2026 5.000.000; 2027 2.700.000; 2028 5.000.000; 2029 5.000.000; fuldt belyst", "Til budgetforhandlingerne – op til 2,3 mio. kr. årligt mangler (mest i 2027)"},
		{"", cost + "\nbesparelse: y; 4.900.000; fuldt belyst", "Til budgetforhandlingerne – 0,1 mio. kr. årligt mangler"},
		{"", cost + "\nbesparelse: y; 4.999.900; fuldt belyst", "Til budgetforhandlingerne – 100 kr. årligt mangler"},
		{"", cost + "\nbesparelse: y; 4.999.999,50; fuldt belyst", "Til budgetforhandlingerne – 0,50 kr. årligt mangler"},
		{"", cost + "\nbesparelse: y; 3.350.000; fuldt belyst", "Til budgetforhandlingerne – 1,65 mio. kr. årligt mangler"},
		{"", cost + "\nbesparelse: y; 3.000.000; fuldt belyst\nfinansiering: z; 2.000.000; giver ekstern; til 2029", "Til budgetforhandlingerne – finansieret til og med 2029, derefter mangler 2,0 mio. kr. årligt"},
		{"økonomi negativ", cost + "\nbesparelse: y; 5.000.000; fuldt belyst", "Til budgetforhandlingerne – negativ økonomisk effekt"},
		{"social uklar; forlænget ja", cost, "Til budgetforhandlingerne – forlænget før"},
		{"social uklar; økonomi negativ", cost, "Til budgetforhandlingerne – negativ økonomisk effekt, social effekt ikke påvist"},
	} {
		policy := budget.DefaultPolicy()
		r := budget.Review(budgettest.MustParse(strings.TrimSuffix("projekt: A; fuldt belyst; "+c.differs, "; ")+c.lines), &policy)
		if got := budget.Danish.Say(r.Assessments[0].Title(), nil); got != c.want {
			t.Errorf("%s: %q, want %q", c.differs+c.lines, got, c.want)
		}
	}
}

// TestWhatIsFullWithinTheToleranceSaysSo: it is never shown as full without.
func TestWhatIsFullWithinTheToleranceSaysSo(t *testing.T) {
	policy := budget.DefaultPolicy()
	policy.Tolerance = decimal.New(100, 0)
	r := budget.Review(budgettest.MustParse("projekt: A; fuldt belyst\ndriftsudgift: x; 5.000\nbesparelse: y; 4.900; fuldt belyst"), &policy)
	want := "Kan permanentgøres – fuldt finansieret inden for bagatelgrænsen (100 kr. mangler)"
	if got := budget.Danish.Say(r.Assessments[0].Title(), nil); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestThePastAmongTheColumnsIsNoOtherBudgetYear: a title's year goes before the first column,
// and that column disagrees only where the title's year has none.
func TestThePastAmongTheColumnsIsNoOtherBudgetYear(t *testing.T) {
	for columns, told := range map[string]bool{
		"2025 100; 2026 100; 2027 100; 2028 100; 2029 100": false,
		"2022 100; 2023 100": true,
	} {
		s := budgettest.MustParse("titel 2026\nprojekt: A; fuldt belyst\ndriftsudgift: x; " + columns)
		s.Years[1].Year, _ = strconv.Atoi(columns[:4])
		policy := budget.DefaultPolicy()
		r := budget.Review(s, &policy)
		if found := slices.Contains(codesIn(r.Findings), budget.ConflictingBudgetYear); found != told || r.BudgetYear != 2026 {
			t.Errorf("%s: %d, told: %t", columns, r.BudgetYear, found)
		}
	}
}

// TestTheReasonsRepeatWhatAnAmountRestsOn: a caveat told at a cell of the project's, or of
// its name, and no other.
func TestTheReasonsRepeatWhatAnAmountRestsOn(t *testing.T) {
	s := budgettest.MustParse("projekt: A; fuldt belyst\ndriftsudgift: x; 100\nprojekt: B; fuldt belyst\ndriftsudgift: x; 100")
	s.Findings = []budget.Finding{
		{Code: budget.UnverifiedFormula, Origin: s.Lines[0].Annual.Origin, Have: budget.Quote("=OFFSET(A1;1;1)")},
		{Code: budget.HiddenRows, Origin: 999, Project: "b", Have: budget.Count(1)},
		{Code: budget.TypedAmount, Origin: s.Lines[1].Annual.Origin, Have: budget.Quote("100")},
	}
	policy := budget.DefaultPolicy()
	r := budget.Review(s, &policy)
	for i, want := range []string{"OFFSET", "skjulte"} {
		said := ""
		for _, m := range r.Assessments[i].Reasons {
			if m.Key == "reason.caveat" {
				said += budget.Danish.Say(m, func(budget.Origin) string { return "F7" })
			}
		}
		if strings.Count(said, "F7:") != 1 || !strings.Contains(said, want) {
			t.Errorf("%s: %q", r.Assessments[i].Name(), said)
		}
	}
}
