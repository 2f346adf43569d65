package sheets

import (
	"slices"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

var policyWidths = []float64{44, 76, 40}

// PolicySheet is what the sheet Regler og forudsætninger tells: the policy with its basis,
// what was taken for granted, the program and the input.
type PolicySheet struct {
	Options
	Policy  *budget.Policy
	Year    int
	Years   []int
	Input   string // the input's SHA-256; empty for several inputs
	Assumed []string
}

// AddTo adds the sheet under a name.
func (s *PolicySheet) AddTo(b *Builder, name string) {
	g := b.AddSheet(s.Language, name, Setup{Widths: policyWidths, Frozen: sheetml.Ref{Row: 4, Col: 1}, Head: 3})
	g.Write(30, TitleStyle.Cell(s.Text("policy.title")))
	g.Skip(1)
	g.Table(s.Heads("head.rule", "head.value", "head.basis")...)
	for _, row := range s.rows() {
		g.Table(WrapStyle.Cell(s.Text(row.key)), WrapStyle.Cell(row.value), WrapStyle.Cell(row.basis))
	}
	g.Skip(1)
	g.Write(20, SubtitleStyle.Cell(s.Text("policy.table")))
	g.Table(s.Heads("head.when", "head.then", "head.basis")...)
	for _, row := range s.Policy.Decision {
		g.Table(
			WrapStyle.Cell(strconv.Itoa(row.Number)+".  "+s.conditions(row)),
			VerdictStyle(row.Verdict).Cell(s.Language.Word(row.Verdict)),
			WrapStyle.Cell(s.basis(row.Basis)),
		)
	}
	s.tail(g)
	g.Close()
}

// tail tells of waivers and of what was taken for granted.
func (s *PolicySheet) tail(g *Sheet) {
	if len(s.Policy.Waivers) > 0 {
		g.Skip(1)
		g.Write(20, SubtitleStyle.Cell(s.Text("policy.waivers")))
		for _, w := range s.Policy.Waivers {
			g.Write(0, PlainStyle.Cell(s.waiver(w)))
		}
	}
	if len(s.Assumed) > 0 {
		g.Skip(1)
		g.Write(20, SubtitleStyle.Cell(s.Text("policy.assumptions")))
		for _, said := range s.Assumed {
			g.Write(0, PlainStyle.Cell("•  "+said))
		}
	}
	g.Skip(1)
	g.Write(0, FootStyle.Cell(s.Text("foot")))
}

type policyRow struct {
	key          budget.Key
	value, basis string
}

// rows are the policy's parameters as sentences.
func (s *PolicySheet) rows() []policyRow {
	p := s.Policy
	proposal := s.basis(budget.Basis{Kind: budget.BasisProposal})
	of := func(parameter budget.Parameter) string { return s.basis(p.BasisOf(parameter)) }
	year := s.Text("unknown")
	if s.Year != 0 {
		year = strconv.Itoa(s.Year)
	}
	funding := s.Text("no")
	if p.CountFunding {
		funding = s.Text("policy.funding-yes")
	}
	var payers budget.List
	for _, payer := range p.CountingPayers {
		payers = append(payers, budget.Word{Term: payer})
	}
	rows := []policyRow{
		{"policy.program", strings.TrimSpace("videre " + s.Version), ""},
		{"policy.input", s.Input, ""},
		{"policy.name", p.Name, ""},
		{"policy.fingerprint", p.Fingerprint(), ""},
		{"policy.budget-year", year, of(budget.ParamBudgetYear)},
		{"policy.years", budget.Span(s.Years).In(s.Language, nil), of(budget.ParamEstimateYears)},
		{"policy.measure", s.Language.Word(p.Measure), of(budget.ParamMeasure)},
		{"policy.tolerance", s.Language.Money(p.Tolerance), of(budget.ParamTolerance)},
		{"policy.payers", payers.In(s.Language, nil), of(budget.ParamMunicipality)},
		{"policy.share", s.Text("policy.share-value"), proposal},
		{"policy.reimbursement", s.Text("policy.net"), proposal},
		{"policy.funding", funding, of(budget.ParamFunding)},
		{"policy.one-off", s.Text("policy.beside"), proposal},
		{"policy.effects", s.Text("policy.stated"), proposal},
		{"policy.prices", s.priceIndex(), of(budget.ParamPriceLevel)},
	}
	if s.Input == "" {
		rows = slices.Delete(rows, 1, 2)
	}
	return rows
}

func (s *PolicySheet) priceIndex() string {
	var parts []string
	for _, i := range s.Policy.PriceIndex {
		parts = append(parts, strconv.Itoa(i.Year)+": "+s.Language.Number(i.Index))
	}
	if len(parts) == 0 {
		return s.Text("policy.no-prices")
	}
	return strings.Join(parts, "; ")
}

// basis says where a rule comes from.
func (o Options) basis(b budget.Basis) string {
	said := o.Language.Word(b.Kind)
	if b.Text != "" {
		said += ": " + b.Text
	}
	return said
}
