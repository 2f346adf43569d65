package excel

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// WritePolicy makes the workbook that finance staff read, edit and keep: parameters,
// the decision table, price indices, severities and waivers, each with its basis.
func WritePolicy(policy *budget.Policy, o Options) ([]byte, error) {
	w := &policyWriter{o, newPages(), policy}
	w.parameters()
	w.decisions()
	w.prices()
	w.severities()
	w.waivers()
	return w.pack()
}

type policyWriter struct {
	Options
	*pages
	policy *budget.Policy
}

// policyHead is the row of headings on every sheet.
const policyHead = 4

// policySheet starts a sheet: its title, what to do there, the headings.
func policySheet[T any](w *policyWriter, key budget.Key, columns []sheetColumn[T]) *page {
	g := w.newPage(w.Language, w.text("policybook.sheet."+key), layout{
		widths: widthsOf(columns),
		frozen: sheetml.Ref{Row: policyHead + 1, Col: 1},
		head:   policyHead,
		open:   true,
	})
	g.write(30, cell{w.text("policybook.title." + key), titleLook})
	g.write(0, cell{w.text("policybook.lead." + key), quietLook})
	g.skip(1)
	writeHeads(g, columns)
	return g
}

// headsOf are the headings of a table of the policy, in each language.
func headsOf[T any](columns func(*policyWriter) []sheetColumn[T]) [][]string {
	var all [][]string
	for _, l := range budget.Languages() {
		var heads []string
		for _, c := range columns(&policyWriter{Options: Options{Language: l}}) {
			heads = append(heads, c.heading.(string))
		}
		all = append(all, heads)
	}
	return all
}

// words are terms as they are written in a language.
func words[T budget.Term](l budget.Language, terms []T) []string {
	said := make([]string, len(terms))
	for i, term := range terms {
		said[i] = l.Word(term)
	}
	return said
}

// The columns of the parameters.
const (
	colParameter = iota + 1
	colValue
	colBasis
	colDecided
)

func (w *policyWriter) parameterColumns() []sheetColumn[budget.Parameter] {
	value := func(p budget.Parameter) cell { return parameterCellOf(p).write(w.policy, w.Options) }
	decided := func(p budget.Parameter) cell { return cell{w.policy.BasisOf(p).Text, inputLook} }
	help := func(p budget.Parameter) cell { return cell{w.Language.Text(p.Key() + ".help"), wrapLook} }
	return []sheetColumn[budget.Parameter]{
		{w.text("head.rule"), 46, func(p budget.Parameter) cell { return cell{w.Language.Word(p), wrapLook} }},
		{w.text("head.value"), 28, value},
		{w.text("head.basis"), 38, func(p budget.Parameter) cell { return w.kindCell(w.policy.BasisOf(p)) }},
		{w.text("policybook.decided"), 36, decided},
		{w.text("policybook.help"), 76, help},
	}
}

// kindCell is the kind of a basis, to be chosen.
func (w *policyWriter) kindCell(b budget.Basis) cell { return cell{w.Language.Word(b.Kind), inputLook} }

func (w *policyWriter) parameters() {
	columns := w.parameterColumns()
	g := policySheet(w, "parameters", columns)
	last := policyHead
	for _, p := range budget.Parameters() {
		last = writeRow(g, columns, p)
		if rule := parameterCellOf(p).rule(w.Options); rule != nil {
			g.validate(inColumn(colValue, last, last), rule)
		}
	}
	g.validate(inColumn(colBasis, policyHead+1, last), w.oneBasis())
	g.close()
}

// basisKinds are the kinds of basis that can be chosen.
var basisKinds = []budget.BasisKind{budget.BasisProposal, budget.BasisMemo, budget.BasisDecision}

func (w *policyWriter) oneBasis() rule { return oneOf(words(w.Language, basisKinds)...) }

// decisionLine is a line of the decision table: one alternative of a row.
type decisionLine struct {
	budget.DecisionRow
	when budget.Conditions
	look look
}

var factWidths = map[budget.Fact]float64{
	budget.FactExpiry: 22, budget.FactComplete: 10, budget.FactWish: 24, budget.FactSocial: 24,
	budget.FactEconomic: 26, budget.FactFinancing: 20, budget.FactScaling: 12, budget.FactExtended: 12,
}

// decisionColumns are a number, the facts, the verdict and its basis.
func (w *policyWriter) decisionColumns() []sheetColumn[decisionLine] {
	columns := []sheetColumn[decisionLine]{
		{w.text("head.row"), 8, func(d decisionLine) cell { return cell{d.Number, d.look} }},
	}
	for _, fact := range budget.AllFacts() {
		columns = append(columns, sheetColumn[decisionLine]{capital(w.Language.Word(fact)), factWidths[fact],
			func(d decisionLine) cell { return cell{w.condition(fact, d.when[fact]), d.look} }})
	}
	return append(columns, []sheetColumn[decisionLine]{
		{w.text("head.then"), 34, func(d decisionLine) cell { return cell{w.Language.Word(d.Verdict), d.look} }},
		{w.text("head.basis"), 34, func(d decisionLine) cell { return w.kindCell(d.Basis) }},
		{w.text("policybook.decided"), 30, func(d decisionLine) cell { return cell{d.Basis.Text, inputLook} }},
	}...)
}

// decisions is the decision table, a line for each alternative of a row. The first
// rows are locked.
func (w *policyWriter) decisions() {
	columns := w.decisionColumns()
	g := policySheet(w, "decisions", columns)
	last := policyHead
	for i, row := range w.policy.Decision {
		look := inputLook
		if i < budget.LockedRows {
			look = wrapLook
		}
		for _, when := range row.When {
			last = writeRow(g, columns, decisionLine{row, when, look})
		}
	}
	w.decisionRules(g, last+50)
	if w.err == nil {
		w.fail(w.file.ProtectSheet(g.name, &excelize.SheetProtectionOptions{
			SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true,
			InsertRows: true, DeleteRows: true}))
	}
	g.close()
}

// decisionRules says what may stand in the decision table, down to a last row.
func (w *policyWriter) decisionRules(g *page, last int) {
	first := policyHead + 1 + budget.LockedRows
	for i, fact := range budget.AllFacts() {
		values := words(w.Language, fact.Values())
		g.validate(inColumn(i+2, first, last), oneOf(append([]string{anyValue}, values...)...),
			suggested(w.text("policybook.several"), strings.Join(values, " / ")))
	}
	verdict := len(budget.AllFacts()) + 2
	g.validate(inColumn(verdict, first, last), oneOf(words(w.Language, budget.Verdicts())...))
	g.validate(inColumn(verdict+1, policyHead+1, last), w.oneBasis())
}

// anyValue stands where a row does not ask of a fact.
const anyValue = "–"

// condition is what a row asks of a fact: its values, or a dash for any.
func (o Options) condition(fact budget.Fact, set budget.Set) string {
	if set == 0 {
		return anyValue
	}
	values := slices.DeleteFunc(fact.Values(), func(v budget.FactValue) bool { return !set.Has(v.Value) })
	return strings.Join(words(o.Language, values), " / ")
}

func (w *policyWriter) priceColumns() []sheetColumn[budget.PriceIndex] {
	return []sheetColumn[budget.PriceIndex]{
		{w.text("head.year"), 14, func(i budget.PriceIndex) cell { return cell{i.Year, inputLook} }},
		{w.text("policybook.index"), 18, func(i budget.PriceIndex) cell { return cell{number(i.Index), inputLook} }},
	}
}

func (w *policyWriter) prices() {
	columns := w.priceColumns()
	g := policySheet(w, "prices", columns)
	for _, index := range w.policy.PriceIndex {
		writeRow(g, columns, index)
	}
	blankRows(g, len(columns), max(12-len(w.policy.PriceIndex), 3))
	g.close()
}

// blankRows writes empty rows to be filled in.
func blankRows(g *page, columns, rows int) {
	cells := slices.Repeat([]cell{{"", inputLook}}, columns)
	for range rows {
		g.write(0, cells...)
	}
}

func (w *policyWriter) severityColumns() []sheetColumn[budget.Code] {
	given := func(c budget.Code) cell { return cell{w.Language.Word(w.policy.SeverityOf(c)), inputLook} }
	standard := func(c budget.Code) cell { return cell{w.Language.Word(c.Severity()), textLook} }
	title := func(c budget.Code) cell { return cell{w.Language.Text(budget.Key(c.String()) + ".title"), wrapLook} }
	return []sheetColumn[budget.Code]{
		{w.text("head.code"), 10, func(c budget.Code) cell { return cell{c.String(), textLook} }},
		{w.text("head.severity"), 18, given},
		{w.text("policybook.standard"), 18, standard},
		{w.text("policybook.finding"), 70, title},
	}
}

func (w *policyWriter) severities() {
	columns := w.severityColumns()
	g := policySheet(w, "severities", columns)
	last := policyHead
	for _, code := range budget.Codes() {
		last = writeRow(g, columns, code)
	}
	g.validate(inColumn(2, policyHead+1, last), oneOf(words(w.Language, budget.Severities())...))
	g.close()
}

// waiverTexts are the columns of the waivers that hold a text, behind that of the code.
var waiverTexts = []struct {
	head  budget.Key
	width float64
	at    func(*budget.Waiver) *string
}{
	{"head.project", 34, func(x *budget.Waiver) *string { return &x.Project }},
	{"policybook.reason", 60, func(x *budget.Waiver) *string { return &x.Reason }},
	{"policybook.by", 30, func(x *budget.Waiver) *string { return &x.DecidedBy }},
	{"policybook.date", 16, func(x *budget.Waiver) *string { return &x.Date }},
}

func (w *policyWriter) waiverColumns() []sheetColumn[*budget.Waiver] {
	columns := []sheetColumn[*budget.Waiver]{
		{w.text("head.code"), 10, func(x *budget.Waiver) cell { return cell{x.Code.String(), inputLook} }},
	}
	for _, c := range waiverTexts {
		columns = append(columns, sheetColumn[*budget.Waiver]{w.text(c.head), c.width,
			func(x *budget.Waiver) cell { return cell{*c.at(x), inputLook} }})
	}
	return columns
}

func (w *policyWriter) waivers() {
	columns := w.waiverColumns()
	g := policySheet(w, "waivers", columns)
	for i := range w.policy.Waivers {
		writeRow(g, columns, &w.policy.Waivers[i])
	}
	blankRows(g, len(columns), 20)
	g.close()
}

// findHeads finds the row of a sheet that holds headings, in some language, from its
// first column.
func findHeads(s *sheet, heads [][]string) (row int, found bool) {
	const within = 50 // headings stand at the top
	same := func(c sheetml.Cell, head string) bool { return clean(c.Text) == head }
	for i := range s.Rows[:min(len(s.Rows), within)] {
		cells := s.CellsOf(&s.Rows[i])
		for _, wanted := range heads {
			if slices.EqualFunc(cells[:min(len(cells), len(wanted))], wanted, same) {
				return int(s.Rows[i].Number), true
			}
		}
	}
	return 0, false
}
