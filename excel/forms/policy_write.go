package forms

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
)

// WritePolicy makes the workbook of the rules (regler og forudsætninger) that finance staff
// read, edit and keep, and gives its bytes: parameters and the decision table, each row with
// its basis, price indices, severities, waivers and confirmations. Amounts stand in kroner. ReadPolicy reads
// from it a policy of the same fingerprint. Its error is that the workbook could not be made.
func WritePolicy(policy *budget.Policy, o sheets.Options) ([]byte, error) {
	w := &policyWriter{o, sheets.New(), policy}
	w.parameters()
	w.decisions()
	w.prices()
	w.severities()
	w.waivers()
	w.confirmations()
	return w.Pack()
}

// policyWriter writes a policy's sheets, one method each.
type policyWriter struct {
	sheets.Options
	*sheets.Builder
	policy *budget.Policy
}

// policyHead is the row of headings on every sheet.
const policyHead = 4

// policySheet starts a sheet: its title, what to do there, the headings.
func policySheet[T any](w *policyWriter, key budget.Key, columns []sheets.SheetColumn[T]) *sheets.Sheet {
	g := w.AddSheet(w.Language, w.Text("policybook.sheet."+key), sheets.Setup{
		Widths: sheets.WidthsOf(columns),
		Frozen: sheetml.Ref{Row: policyHead + 1, Col: 1},
		Head:   policyHead,
		Open:   true,
	})
	g.Write(30, sheets.TitleStyle.Cell(w.Text("policybook.title."+key)))
	g.Write(0, sheets.QuietStyle.Cell(w.Text("policybook.lead."+key)))
	g.Skip(1)
	sheets.WriteHeads(g, columns)
	return g
}

// headsOf are the headings of a table of the policy, in each language.
func headsOf[T any](columns func(*policyWriter) []sheets.SheetColumn[T]) [][]string {
	var all [][]string
	for _, l := range budget.Languages() {
		var heads []string
		for _, c := range columns(&policyWriter{Options: sheets.Options{Language: l}}) {
			heads = append(heads, c.Heading.(string))
		}
		all = append(all, heads)
	}
	return all
}

// The columns of the parameters, from 1.
const (
	colParameter = iota + 1
	colValue
	colBasis
	colDecided
)

func (w *policyWriter) parameterColumns() []sheets.SheetColumn[budget.Parameter] {
	rule := func(p budget.Parameter) sheets.Cell { return sheets.WrapStyle.Cell(w.Language.Word(p)) }
	value := func(p budget.Parameter) sheets.Cell { return parameterCellOf(p).write(w.policy, w.Options) }
	basis := func(p budget.Parameter) sheets.Cell { return w.kindCell(w.policy.BasisOf(p)) }
	decided := func(p budget.Parameter) sheets.Cell { return sheets.InputStyle.Cell(w.policy.BasisOf(p).Text) }
	help := func(p budget.Parameter) sheets.Cell { return sheets.WrapStyle.Cell(w.Language.Text(p.Key() + ".help")) }
	return []sheets.SheetColumn[budget.Parameter]{
		{Heading: w.Text("head.rule"), Width: 46, Value: rule},
		{Heading: w.Text("head.value"), Width: 28, Value: value},
		{Heading: w.Text("head.basis"), Width: 38, Value: basis},
		{Heading: w.Text("policybook.decided"), Width: 36, Value: decided},
		{Heading: w.Text("policybook.help"), Width: 76, Value: help},
	}
}

// kindCell is the kind of a basis, to be chosen.
func (w *policyWriter) kindCell(b budget.Basis) sheets.Cell {
	return sheets.InputStyle.Cell(w.Language.Word(b.Kind))
}

func (w *policyWriter) parameters() {
	columns := w.parameterColumns()
	g := policySheet(w, "parameters", columns)
	last := policyHead
	for _, p := range budget.Parameters() {
		last = sheets.WriteRow(g, columns, p)
		if rule := parameterCellOf(p).rule(w.Options); rule != nil {
			g.Validate(sheets.InColumn(colValue, last, last), rule)
		}
	}
	g.Validate(sheets.InColumn(colBasis, policyHead+1, last), w.oneBasis())
	g.Close()
}

// basisKinds are the kinds of basis that can be chosen.
var basisKinds = []budget.BasisKind{budget.BasisProposal, budget.BasisMemo, budget.BasisDecision}

func (w *policyWriter) oneBasis() sheets.Rule {
	return sheets.OneOf(sheets.Words(w.Language, basisKinds)...)
}

// decisionLine is a line of the decision table: one alternative of a row.
type decisionLine struct {
	budget.DecisionRow
	when  budget.Conditions
	style sheets.Style
}

var factWidths = map[budget.Fact]float64{
	budget.FactExpiry: 22, budget.FactComplete: 10, budget.FactWish: 24, budget.FactSocial: 24,
	budget.FactEconomic: 26, budget.FactFinancing: 20, budget.FactScaling: 12, budget.FactExtended: 12,
}

// decisionColumns are a number, the facts, the verdict and its basis.
func (w *policyWriter) decisionColumns() []sheets.SheetColumn[decisionLine] {
	number := func(d decisionLine) sheets.Cell { return d.style.Cell(d.Number) }
	verdict := func(d decisionLine) sheets.Cell { return d.style.Cell(w.Language.Word(d.Verdict)) }
	basis := func(d decisionLine) sheets.Cell { return w.kindCell(d.Basis) }
	decided := func(d decisionLine) sheets.Cell { return sheets.InputStyle.Cell(d.Basis.Text) }
	columns := []sheets.SheetColumn[decisionLine]{{Heading: w.Text("head.row"), Width: 8, Value: number}}
	for _, fact := range budget.AllFacts() {
		columns = append(columns, sheets.SheetColumn[decisionLine]{
			Heading: sheets.Capital(w.Language.Word(fact)),
			Width:   factWidths[fact],
			Value:   func(d decisionLine) sheets.Cell { return d.style.Cell(w.Condition(fact, d.when[fact])) },
		})
	}
	return append(columns, []sheets.SheetColumn[decisionLine]{
		{Heading: w.Text("head.then"), Width: 34, Value: verdict},
		{Heading: w.Text("head.basis"), Width: 34, Value: basis},
		{Heading: w.Text("policybook.decided"), Width: 30, Value: decided},
	}...)
}

// decisions is the decision table, a line for each alternative of a row. The first
// rows are locked.
func (w *policyWriter) decisions() {
	columns := w.decisionColumns()
	g := policySheet(w, "decisions", columns)
	last := policyHead
	for i, row := range w.policy.Decision {
		style := sheets.InputStyle
		if i < budget.LockedRows {
			style = sheets.WrapStyle
		}
		for _, when := range row.When {
			last = sheets.WriteRow(g, columns, decisionLine{row, when, style})
		}
	}
	w.decisionRules(g, last+50)
	g.Protect(sheets.Protection{})
	g.Close()
}

// decisionRules says what may stand in the decision table, down to a last row.
func (w *policyWriter) decisionRules(g *sheets.Sheet, last int) {
	first := policyHead + 1 + budget.LockedRows
	for i, fact := range budget.AllFacts() {
		values := sheets.Words(w.Language, fact.Values())
		g.Validate(sheets.InColumn(i+2, first, last), sheets.OneOf(append([]string{sheets.AnyValue}, values...)...),
			sheets.Suggested(w.Text("policybook.several"), strings.Join(values, " / ")))
	}
	verdict := len(budget.AllFacts()) + 2
	g.Validate(sheets.InColumn(verdict, first, last), sheets.OneOf(sheets.Words(w.Language, budget.Verdicts())...))
	g.Validate(sheets.InColumn(verdict+1, policyHead+1, last), w.oneBasis())
}

func (w *policyWriter) priceColumns() []sheets.SheetColumn[budget.PriceIndex] {
	year := func(i budget.PriceIndex) sheets.Cell { return sheets.InputStyle.Cell(i.Year) }
	index := func(i budget.PriceIndex) sheets.Cell { return sheets.InputStyle.Cell(sheets.Number(i.Index)) }
	return []sheets.SheetColumn[budget.PriceIndex]{
		{Heading: w.Text("head.year"), Width: 14, Value: year},
		{Heading: w.Text("policybook.index"), Width: 18, Value: index},
	}
}

func (w *policyWriter) prices() {
	columns := w.priceColumns()
	g := policySheet(w, "prices", columns)
	for _, index := range w.policy.PriceIndex {
		sheets.WriteRow(g, columns, index)
	}
	blankRows(g, len(columns), max(12-len(w.policy.PriceIndex), 3))
	g.Close()
}

// blankRows writes empty rows to be filled in.
func blankRows(g *sheets.Sheet, columns, rows int) {
	cells := slices.Repeat([]sheets.Cell{{Value: "", Style: sheets.InputStyle}}, columns)
	for range rows {
		g.Write(0, cells...)
	}
}

func (w *policyWriter) severityColumns() []sheets.SheetColumn[budget.Code] {
	code := func(c budget.Code) sheets.Cell { return sheets.TextStyle.Cell(c.String()) }
	given := func(c budget.Code) sheets.Cell {
		return sheets.InputStyle.Cell(w.Language.Word(w.policy.SeverityOf(c)))
	}
	standard := func(c budget.Code) sheets.Cell { return sheets.TextStyle.Cell(w.Language.Word(c.Severity())) }
	title := func(c budget.Code) sheets.Cell {
		return sheets.WrapStyle.Cell(w.Language.Text(budget.Key(c.String()) + ".title"))
	}
	return []sheets.SheetColumn[budget.Code]{
		{Heading: w.Text("head.code"), Width: 10, Value: code},
		{Heading: w.Text("head.severity"), Width: 18, Value: given},
		{Heading: w.Text("policybook.standard"), Width: 18, Value: standard},
		{Heading: w.Text("policybook.finding"), Width: 70, Value: title},
	}
}

func (w *policyWriter) severities() {
	columns := w.severityColumns()
	g := policySheet(w, "severities", columns)
	last := policyHead
	for _, code := range budget.Codes() {
		last = sheets.WriteRow(g, columns, code)
	}
	g.Validate(sheets.InColumn(2, policyHead+1, last), sheets.OneOf(sheets.Words(w.Language, budget.Severities())...))
	g.Close()
}

// waiverTexts are the columns of the waivers that hold a text, behind that of the code.
var waiverTexts = []struct {
	head     budget.Key
	width    float64
	optional bool
	at       func(*budget.Waiver) *string
}{
	{"head.department", 30, true, func(x *budget.Waiver) *string { return &x.Department }},
	{"head.project", 34, false, func(x *budget.Waiver) *string { return &x.Project }},
	{"policybook.reason", 60, false, func(x *budget.Waiver) *string { return &x.Reason }},
	{"policybook.by", 30, false, func(x *budget.Waiver) *string { return &x.DecidedBy }},
	{"policybook.date", 16, false, func(x *budget.Waiver) *string { return &x.Date }},
}

func (w *policyWriter) waiverColumns() []sheets.SheetColumn[*budget.Waiver] {
	code := func(x *budget.Waiver) sheets.Cell { return sheets.InputStyle.Cell(x.Code.String()) }
	columns := []sheets.SheetColumn[*budget.Waiver]{{Heading: w.Text("head.code"), Width: 10, Value: code}}
	for _, c := range waiverTexts {
		columns = append(columns, sheets.SheetColumn[*budget.Waiver]{
			Heading: w.Text(c.head),
			Width:   c.width,
			Value:   func(x *budget.Waiver) sheets.Cell { return sheets.InputStyle.Cell(*c.at(x)) },
		})
	}
	return columns
}

func (w *policyWriter) waivers() {
	columns := w.waiverColumns()
	g := policySheet(w, "waivers", columns)
	for i := range w.policy.Waivers {
		sheets.WriteRow(g, columns, &w.policy.Waivers[i])
	}
	blankRows(g, len(columns), 20)
	g.Close()
}
