package sheets

import (
	"slices"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
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
	Account []SheetAccount // of the input; none for several inputs
}

// SheetAccount is what became of the cells of one sheet, in words.
type SheetAccount struct {
	Sheet, Used   string
	Harmless      string
	NotUnderstood []string
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

// tail tells of waivers, of confirmations and of what was taken for granted.
func (s *PolicySheet) tail(g *Sheet) {
	if len(s.Policy.Waivers) > 0 {
		g.Skip(1)
		g.Write(20, SubtitleStyle.Cell(s.Text("policy.waivers")))
		for _, w := range s.Policy.Waivers {
			g.Write(0, PlainStyle.Cell(s.waiver(w)))
		}
	}
	if len(s.Policy.Confirmations) > 0 {
		g.Skip(1)
		g.Write(20, SubtitleStyle.Cell(s.Text("policy.confirmations")))
		for _, x := range s.Policy.Confirmations {
			g.Write(0, PlainStyle.Cell(s.confirmation(x)))
		}
	}
	if len(s.Assumed) > 0 {
		g.Skip(1)
		g.Write(20, SubtitleStyle.Cell(s.Text("policy.assumptions")))
		for _, said := range s.Assumed {
			g.Write(0, PlainStyle.Cell("•  "+said))
		}
	}
	s.account(g)
	g.Skip(1)
	g.Write(0, FootStyle.Cell(s.Text("foot")))
}

// account tells what became of the input's cells, a row for each of its sheets.
func (s *PolicySheet) account(g *Sheet) {
	if len(s.Account) == 0 {
		return
	}
	g.Skip(1)
	g.Write(20, SubtitleStyle.Cell(s.Text("policy.account")))
	g.Table(s.Heads("head.sheet", "head.used", "head.unused")...)
	for _, a := range s.Account {
		g.Table(WrapStyle.Cell(a.Sheet), WrapStyle.Cell(a.Used), WrapStyle.Cell(s.unused(a)))
	}
}

// unused is what was not used of a sheet: first what was not understood.
func (s *PolicySheet) unused(a SheetAccount) string {
	var said []string
	say := func(key budget.Key, list string) {
		if list != "" {
			said = append(said, text.Say(s.Language, key, nil, text.Arg("list", budget.Quote(list))))
		}
	}
	say("policy.not-understood", strings.Join(a.NotUnderstood, "; "))
	say("policy.harmless", a.Harmless)
	return strings.Join(said, ". ")
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
		{"policy.funding", s.answer(p.CountFunding, "policy.funding-yes", "no"), of(budget.ParamFunding)},
		{"policy.reallocation", s.answer(p.CountReallocation, "policy.reallocation-yes", "no"),
			of(budget.ParamReallocation)},
		{"policy.avoided", s.answer(p.CountAvoided, "yes", "policy.avoided-no"), of(budget.ParamAvoided)},
		{"policy.repayment", s.Text("policy.repaid"), proposal},
		{"policy.one-off", s.Text("policy.beside"), proposal},
		{"policy.effects", s.Text("policy.stated"), proposal},
		{"policy.prices", s.priceIndex(), of(budget.ParamPriceLevel)},
	}
	if s.Input == "" {
		rows = slices.Delete(rows, 1, 2)
	}
	return rows
}

// answer is one of two texts.
func (s *PolicySheet) answer(yes bool, then, otherwise budget.Key) string {
	if yes {
		return s.Text(then)
	}
	return s.Text(otherwise)
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
