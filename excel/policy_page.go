package excel

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

var policyWidths = []float64{44, 76, 40}

// policyPage is the sheet Regler og forudsætninger: the policy with its basis, the
// assumptions, the program and the input.
func (a *annotation) policyPage(p *pages) {
	g := p.newPage(a.Language, a.names.policy, layout{policyWidths, sheetml.Ref{Row: 4, Col: 1}, 3})
	g.write(30, cell{a.text("policy.title"), titleLook})
	g.skip(1)
	g.table(a.heads("head.rule", "head.value", "head.basis")...)
	for _, row := range a.policyRows() {
		g.table(cell{a.text(row.key), wrapLook}, cell{row.value, wrapLook}, cell{row.basis, wrapLook})
	}
	g.skip(1)
	g.write(20, cell{a.text("policy.table"), subtitleLook})
	g.table(a.heads("head.when", "head.then", "head.basis")...)
	for _, row := range a.report.Policy.Decision {
		g.table(cell{itoa(row.Number) + ".  " + a.conditions(row), wrapLook}, cell{a.Language.Word(row.Verdict), verdictLook(row.Verdict)}, cell{a.basis(row.Basis), wrapLook})
	}
	a.policyTail(g)
	g.close()
}

func (a *annotation) policyTail(g *page) {
	if len(a.report.Policy.Waivers) > 0 {
		g.skip(1)
		g.write(20, cell{a.text("policy.waivers"), subtitleLook})
		for _, w := range a.report.Policy.Waivers {
			g.write(0, cell{a.say("policy.waiver", arg("code", budget.Quote(w.Code.String())), arg("project", budget.Quote(w.Project)),
				arg("reason", budget.Quote(w.Reason)), arg("by", budget.Quote(w.DecidedBy)), arg("date", budget.Quote(w.Date))), plainLook})
		}
	}
	if len(a.report.Assumptions) > 0 {
		g.skip(1)
		g.write(20, cell{a.text("policy.assumptions"), subtitleLook})
		for _, s := range a.sentences(a.report.Assumptions) {
			g.write(0, cell{"•  " + s, plainLook})
		}
	}
	g.skip(1)
	g.write(0, cell{a.text("foot"), footLook})
}

type policyRow struct {
	key          budget.Key
	value, basis string
}

// policyRows are the policy's parameters as sentences.
func (a *annotation) policyRows() []policyRow {
	p := a.report.Policy
	proposal, memo := a.basis(budget.Basis{Kind: budget.BasisProposal}), a.basis(budget.Basis{Kind: budget.BasisMemo})
	year := a.text("unknown")
	if a.report.BudgetYear != 0 {
		year = itoa(a.report.BudgetYear)
	}
	funding := a.text("no")
	if p.CountFunding {
		funding = a.text("policy.funding-yes")
	}
	var payers budget.List
	for _, payer := range p.CountingPayers {
		payers = append(payers, budget.Word{Term: payer})
	}
	return []policyRow{
		{"policy.program", strings.TrimSpace("videre " + a.Version), ""},
		{"policy.input", a.Book.SHA256, ""},
		{"policy.name", p.Name, ""},
		{"policy.fingerprint", p.Fingerprint(), ""},
		{"policy.budget-year", year, memo},
		{"policy.years", budget.Span(a.report.Years).In(a.Language, nil), proposal},
		{"policy.measure", a.Language.Text(p.Measure.Key()), proposal},
		{"policy.tolerance", a.Language.Money(p.Tolerance), proposal},
		{"policy.payers", payers.In(a.Language, nil), memo},
		{"policy.share", a.text("policy.share-value"), proposal},
		{"policy.reimbursement", a.text("policy.net"), proposal},
		{"policy.funding", funding, proposal},
		{"policy.one-off", a.text("policy.beside"), proposal},
		{"policy.effects", a.text("policy.stated"), proposal},
		{"policy.prices", a.priceIndex(), proposal},
	}
}

func (a *annotation) priceIndex() string {
	var parts []string
	for _, i := range a.report.Policy.PriceIndex {
		parts = append(parts, itoa(i.Year)+": "+a.Language.Number(i.Index))
	}
	if len(parts) == 0 {
		return a.text("policy.no-prices")
	}
	return strings.Join(parts, "; ")
}

func (a *annotation) basis(b budget.Basis) string {
	said := a.Language.Text(b.Kind.Key())
	if b.Text != "" {
		said += ": " + b.Text
	}
	return said
}

// conditions are what a row of the decision table asks, as words.
func (a *annotation) conditions(row budget.DecisionRow) string {
	var alternatives []string
	for _, when := range row.When {
		var asked []string
		for _, fact := range budget.AllFacts() {
			if when[fact] == 0 {
				continue
			}
			var values []string
			for _, v := range fact.Values() {
				if when[fact].Has(v.Value) {
					values = append(values, a.Language.Word(v))
				}
			}
			asked = append(asked, a.Language.Word(fact)+": "+strings.Join(values, " / "))
		}
		if len(asked) == 0 {
			asked = []string{a.text("policy.always")}
		}
		alternatives = append(alternatives, strings.Join(asked, "; "))
	}
	return strings.Join(alternatives, a.text("policy.or"))
}
