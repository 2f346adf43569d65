package sheets

import (
	"slices"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

var policyWidths = []float64{44, 76, 40}

// Rules is what the sheet Regler og forudsætninger tells: the policy with its basis,
// what was taken for granted, the program and the input.
type Rules struct {
	Options
	Policy  *budget.Policy
	Year    int
	Years   []int
	Input   string // the input's SHA-256; empty for several inputs
	Assumed []string
}

func (r *Rules) AddTo(p *Builder, name string) {
	g := p.AddSheet(r.Language, name, Setup{Widths: policyWidths, Frozen: sheetml.Ref{Row: 4, Col: 1}, Head: 3})
	g.Write(30, TitleStyle.Cell(r.Text("policy.title")))
	g.Skip(1)
	g.Table(r.Heads("head.rule", "head.value", "head.basis")...)
	for _, row := range r.rows() {
		g.Table(WrapStyle.Cell(r.Text(row.key)), WrapStyle.Cell(row.value), WrapStyle.Cell(row.basis))
	}
	g.Skip(1)
	g.Write(20, SubtitleStyle.Cell(r.Text("policy.table")))
	g.Table(r.Heads("head.when", "head.then", "head.basis")...)
	for _, row := range r.Policy.Decision {
		g.Table(
			WrapStyle.Cell(strconv.Itoa(row.Number)+".  "+r.conditions(row)),
			VerdictStyle(row.Verdict).Cell(r.Language.Word(row.Verdict)),
			WrapStyle.Cell(r.basis(row.Basis)),
		)
	}
	r.tail(g)
	g.Close()
}

func (r *Rules) tail(g *Sheet) {
	if len(r.Policy.Waivers) > 0 {
		g.Skip(1)
		g.Write(20, SubtitleStyle.Cell(r.Text("policy.waivers")))
		for _, w := range r.Policy.Waivers {
			g.Write(0, PlainStyle.Cell(r.waiver(w)))
		}
	}
	if len(r.Assumed) > 0 {
		g.Skip(1)
		g.Write(20, SubtitleStyle.Cell(r.Text("policy.assumptions")))
		for _, s := range r.Assumed {
			g.Write(0, PlainStyle.Cell("•  "+s))
		}
	}
	g.Skip(1)
	g.Write(0, FootStyle.Cell(r.Text("foot")))
}

type policyRow struct {
	key          budget.Key
	value, basis string
}

// rows are the policy's parameters as sentences.
func (r *Rules) rows() []policyRow {
	p := r.Policy
	proposal := r.basis(budget.Basis{Kind: budget.BasisProposal})
	of := func(parameter budget.Parameter) string { return r.basis(p.BasisOf(parameter)) }
	year := r.Text("unknown")
	if r.Year != 0 {
		year = strconv.Itoa(r.Year)
	}
	funding := r.Text("no")
	if p.CountFunding {
		funding = r.Text("policy.funding-yes")
	}
	var payers budget.List
	for _, payer := range p.CountingPayers {
		payers = append(payers, budget.Word{Term: payer})
	}
	rows := []policyRow{
		{"policy.program", strings.TrimSpace("videre " + r.Version), ""},
		{"policy.input", r.Input, ""},
		{"policy.name", p.Name, ""},
		{"policy.fingerprint", p.Fingerprint(), ""},
		{"policy.budget-year", year, of(budget.ParamBudgetYear)},
		{"policy.years", budget.Span(r.Years).In(r.Language, nil), of(budget.ParamEstimateYears)},
		{"policy.measure", r.Language.Word(p.Measure), of(budget.ParamMeasure)},
		{"policy.tolerance", r.Language.Money(p.Tolerance), of(budget.ParamTolerance)},
		{"policy.payers", payers.In(r.Language, nil), of(budget.ParamMunicipality)},
		{"policy.share", r.Text("policy.share-value"), proposal},
		{"policy.reimbursement", r.Text("policy.net"), proposal},
		{"policy.funding", funding, of(budget.ParamFunding)},
		{"policy.one-off", r.Text("policy.beside"), proposal},
		{"policy.effects", r.Text("policy.stated"), proposal},
		{"policy.prices", r.priceIndex(), of(budget.ParamPriceLevel)},
	}
	if r.Input == "" {
		rows = slices.Delete(rows, 1, 2)
	}
	return rows
}

func (r *Rules) priceIndex() string {
	var parts []string
	for _, i := range r.Policy.PriceIndex {
		parts = append(parts, strconv.Itoa(i.Year)+": "+r.Language.Number(i.Index))
	}
	if len(parts) == 0 {
		return r.Text("policy.no-prices")
	}
	return strings.Join(parts, "; ")
}

// AnyValue stands where a row does not ask of a fact.
const AnyValue = "–"

// Condition is what a row asks of a fact: its values, or a dash for any.
func (o Options) Condition(fact budget.Fact, set budget.Set) string {
	if set == 0 {
		return AnyValue
	}
	values := slices.DeleteFunc(fact.Values(), func(v budget.FactValue) bool { return !set.Has(v.Value) })
	return strings.Join(Words(o.Language, values), " / ")
}
