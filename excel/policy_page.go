package excel

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

var policyWidths = []float64{44, 76, 40}

// rules is what the sheet Regler og forudsætninger tells: the policy with its basis,
// what was taken for granted, the program and the input.
type rules struct {
	Options
	policy  *budget.Policy
	year    int
	years   []int
	input   string // the input's SHA-256; empty for several inputs
	assumed []string
}

// policyPage is the sheet in an annotated copy.
func (a *annotation) policyPage(p *pages) {
	r := &rules{
		Options: a.Options,
		policy:  a.report.Policy,
		year:    a.report.BudgetYear,
		years:   a.report.Years,
		input:   a.Book.SHA256,
		assumed: a.sentences(a.report.Assumptions),
	}
	r.page(p, a.names.policy)
}

func (r *rules) page(p *pages, name string) {
	g := p.newPage(r.Language, name, layout{widths: policyWidths, frozen: sheetml.Ref{Row: 4, Col: 1}, head: 3})
	g.write(30, cell{r.text("policy.title"), titleLook})
	g.skip(1)
	g.table(r.heads("head.rule", "head.value", "head.basis")...)
	for _, row := range r.rows() {
		g.table(cell{r.text(row.key), wrapLook}, cell{row.value, wrapLook}, cell{row.basis, wrapLook})
	}
	g.skip(1)
	g.write(20, cell{r.text("policy.table"), subtitleLook})
	g.table(r.heads("head.when", "head.then", "head.basis")...)
	for _, row := range r.policy.Decision {
		g.table(
			cell{itoa(row.Number) + ".  " + r.conditions(row), wrapLook},
			cell{r.Language.Word(row.Verdict), verdictLook(row.Verdict)},
			cell{r.basis(row.Basis), wrapLook},
		)
	}
	r.tail(g)
	g.close()
}

func (r *rules) tail(g *page) {
	if len(r.policy.Waivers) > 0 {
		g.skip(1)
		g.write(20, cell{r.text("policy.waivers"), subtitleLook})
		for _, w := range r.policy.Waivers {
			g.write(0, cell{r.waiver(w), plainLook})
		}
	}
	if len(r.assumed) > 0 {
		g.skip(1)
		g.write(20, cell{r.text("policy.assumptions"), subtitleLook})
		for _, s := range r.assumed {
			g.write(0, cell{"•  " + s, plainLook})
		}
	}
	g.skip(1)
	g.write(0, cell{r.text("foot"), footLook})
}

// waiver is a dispensation as a sentence.
func (o Options) waiver(w budget.Waiver) string {
	return say(o.Language, "policy.waiver", nil,
		arg("code", budget.Quote(w.Code.String())), arg("project", budget.Quote(w.Project)),
		arg("reason", budget.Quote(w.Reason)), arg("by", budget.Quote(w.DecidedBy)), arg("date", budget.Quote(w.Date)))
}

type policyRow struct {
	key          budget.Key
	value, basis string
}

// rows are the policy's parameters as sentences.
func (r *rules) rows() []policyRow {
	p := r.policy
	proposal := r.basis(budget.Basis{Kind: budget.BasisProposal})
	of := func(parameter budget.Parameter) string { return r.basis(p.BasisOf(parameter)) }
	year := r.text("unknown")
	if r.year != 0 {
		year = itoa(r.year)
	}
	funding := r.text("no")
	if p.CountFunding {
		funding = r.text("policy.funding-yes")
	}
	var payers budget.List
	for _, payer := range p.CountingPayers {
		payers = append(payers, budget.Word{Term: payer})
	}
	rows := []policyRow{
		{"policy.program", strings.TrimSpace("videre " + r.Version), ""},
		{"policy.input", r.input, ""},
		{"policy.name", p.Name, ""},
		{"policy.fingerprint", p.Fingerprint(), ""},
		{"policy.budget-year", year, of(budget.ParamBudgetYear)},
		{"policy.years", budget.Span(r.years).In(r.Language, nil), of(budget.ParamEstimateYears)},
		{"policy.measure", r.Language.Word(p.Measure), of(budget.ParamMeasure)},
		{"policy.tolerance", r.Language.Money(p.Tolerance), of(budget.ParamTolerance)},
		{"policy.payers", payers.In(r.Language, nil), of(budget.ParamMunicipality)},
		{"policy.share", r.text("policy.share-value"), proposal},
		{"policy.reimbursement", r.text("policy.net"), proposal},
		{"policy.funding", funding, of(budget.ParamFunding)},
		{"policy.one-off", r.text("policy.beside"), proposal},
		{"policy.effects", r.text("policy.stated"), proposal},
		{"policy.prices", r.priceIndex(), of(budget.ParamPriceLevel)},
	}
	if r.input == "" {
		rows = slices.Delete(rows, 1, 2)
	}
	return rows
}

func (r *rules) priceIndex() string {
	var parts []string
	for _, i := range r.policy.PriceIndex {
		parts = append(parts, itoa(i.Year)+": "+r.Language.Number(i.Index))
	}
	if len(parts) == 0 {
		return r.text("policy.no-prices")
	}
	return strings.Join(parts, "; ")
}

func (o Options) basis(b budget.Basis) string {
	said := o.Language.Word(b.Kind)
	if b.Text != "" {
		said += ": " + b.Text
	}
	return said
}

// conditions are what a row of the decision table asks, as words.
func (o Options) conditions(row budget.DecisionRow) string {
	var alternatives []string
	for _, when := range row.When {
		var asked []string
		for _, fact := range budget.AllFacts() {
			if when[fact] == 0 {
				continue
			}
			asked = append(asked, o.Language.Word(fact)+": "+o.condition(fact, when[fact]))
		}
		if len(asked) == 0 {
			asked = []string{o.text("policy.always")}
		}
		alternatives = append(alternatives, strings.Join(asked, "; "))
	}
	return strings.Join(alternatives, o.text("policy.or"))
}
