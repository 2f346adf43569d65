package excel

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// The columns of the policy workbook's tables.
var (
	parameterHeads = []budget.Key{"head.rule", "head.value", "head.basis", "policybook.decided", "policybook.help"}
	severityHeads  = []budget.Key{"head.code", "head.severity", "policybook.standard", "policybook.finding"}
	waiverHeads    = []budget.Key{"head.code", "head.project", "policybook.reason", "policybook.by", "policybook.date"}
	priceHeads     = []budget.Key{"head.year", "policybook.index"}
)

// decisionHeads are the headings of the decision table: a number, the facts, the
// verdict and its basis.
func decisionHeads(l budget.Language) []string {
	heads := []string{texts.Text(l, "head.row")}
	for _, fact := range budget.AllFacts() {
		heads = append(heads, capital(l.Word(fact)))
	}
	return append(heads, texts.Text(l, "head.then"), texts.Text(l, "head.basis"), texts.Text(l, "policybook.decided"))
}

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

const policyHead = 4

// begin starts a sheet: its title, what to do there, the headings.
func (w *policyWriter) begin(key budget.Key, widths []float64, heads []cell) *page {
	g := w.newPage(w.Language, w.text("policybook.sheet."+key), layout{widths: widths, frozen: sheetml.Ref{Row: policyHead + 1, Col: 1}, head: policyHead, open: true})
	g.write(30, cell{w.text("policybook.title." + key), titleLook})
	g.write(0, cell{w.text("policybook.lead." + key), quietLook})
	g.skip(1)
	g.table(heads...)
	return g
}

// choose gives cells of a column a list to choose from.
func (w *policyWriter) choose(g *page, col, from, to int, words ...string) {
	v := excelize.NewDataValidation(true)
	name := sheetml.ColumnName(col)
	v.SetSqref(fmt.Sprintf("%s%d:%s%d", name, from, name, to))
	w.fail(v.SetDropList(words))
	if w.err == nil {
		w.fail(w.file.AddDataValidation(g.name, v))
	}
}

// within asks for a number of a column between two others.
func (w *policyWriter) within(g *page, col, row int, kind excelize.DataValidationType, low, high float64) {
	v := excelize.NewDataValidation(true)
	ref := sheetml.Ref{Row: row, Col: col}.String()
	v.SetSqref(ref)
	w.fail(v.SetRange(low, high, kind, excelize.DataValidationOperatorBetween))
	if w.err == nil {
		w.fail(w.file.AddDataValidation(g.name, v))
	}
}

func (w *policyWriter) bases() []string {
	var words []string
	for b := budget.BasisProposal; b <= budget.BasisDecision; b++ {
		words = append(words, w.Language.Text(b.Key()))
	}
	return words
}

func (w *policyWriter) yesNo(yes bool) string {
	if yes {
		return w.text("yes")
	}
	return w.text("no")
}

func (w *policyWriter) parameters() {
	g := w.begin("parameters", []float64{46, 28, 38, 36, 76}, w.heads(parameterHeads...))
	last := policyHead
	for _, p := range budget.Parameters() {
		value := cell{"", inputLook}
		row := g.row
		switch p {
		case budget.ParamName:
			value.value = w.policy.Name
		case budget.ParamBudgetYear:
			value = yearInput(w.policy.BudgetYear)
			w.within(g, 2, row, excelize.DataValidationTypeWhole, 2000, 2099)
		case budget.ParamPriceLevel:
			value = yearInput(w.policy.PriceLevel)
			w.within(g, 2, row, excelize.DataValidationTypeWhole, 2000, 2099)
		case budget.ParamEstimateYears:
			value.value = w.policy.EstimateYears
			w.within(g, 2, row, excelize.DataValidationTypeWhole, 0, maxEstimateYears)
		case budget.ParamTolerance:
			value = cell{number(w.policy.Tolerance), inputMoney}
			w.within(g, 2, row, excelize.DataValidationTypeDecimal, 0, 1e9)
		case budget.ParamMeasure:
			value.value = w.Language.Text(w.policy.Measure.Key())
			w.choose(g, 2, row, row, w.Language.Text(budget.EveryYear.Key()), w.Language.Text(budget.WholePeriod.Key()), w.Language.Text(budget.SteadyState.Key()))
		case budget.ParamFunding:
			value.value = w.yesNo(w.policy.CountFunding)
			w.choose(g, 2, row, row, w.text("yes"), w.text("no"))
		default:
			value.value = w.yesNo(w.policy.Counts(p.Payer()))
			w.choose(g, 2, row, row, w.text("yes"), w.text("no"))
		}
		basis := w.policy.BasisOf(p)
		last = g.table(cell{w.Language.Text(p.Key()), wrapLook}, value, cell{w.Language.Text(basis.Kind.Key()), inputLook}, cell{basis.Text, inputLook}, cell{w.Language.Text(p.Key() + ".help"), wrapLook})
	}
	w.choose(g, 3, policyHead+1, last, w.bases()...)
	g.close()
}

// yearInput is a year to be filled in; blank for none.
func yearInput(year int) cell {
	if year == 0 {
		return cell{"", inputLook}
	}
	return cell{year, inputLook}
}

// decisions is the decision table, a line for each alternative of a row. The first
// rows are locked.
func (w *policyWriter) decisions() {
	var heads []cell
	for _, head := range decisionHeads(w.Language) {
		heads = append(heads, cell{head, headLook})
	}
	g := w.begin("decisions", []float64{8, 22, 10, 24, 24, 26, 20, 12, 12, 34, 34, 30}, heads)
	last := policyHead
	for i, row := range w.policy.Decision {
		look := inputLook
		if i < budget.LockedRows {
			look = wrapLook
		}
		for _, when := range row.When {
			cells := []cell{{row.Number, look}}
			for _, fact := range budget.AllFacts() {
				cells = append(cells, cell{w.condition(fact, when[fact]), look})
			}
			last = g.table(append(cells, cell{w.Language.Word(row.Verdict), look}, cell{w.Language.Text(row.Basis.Kind.Key()), inputLook}, cell{row.Basis.Text, inputLook})...)
		}
	}
	free := last + 50
	first := policyHead + 1 + budget.LockedRows
	for i, fact := range budget.AllFacts() {
		words := []string{anyValue}
		for _, v := range fact.Values() {
			words = append(words, w.Language.Word(v))
		}
		w.suggest(g, i+2, first, free, words...)
	}
	var verdicts []string
	for _, v := range budget.Verdicts() {
		verdicts = append(verdicts, w.Language.Word(v))
	}
	columns := len(budget.AllFacts()) + 2
	w.choose(g, columns, first, free, verdicts...)
	w.choose(g, columns+1, policyHead+1, free, w.bases()...)
	if w.err == nil {
		w.fail(w.file.ProtectSheet(g.name, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true,
			InsertRows: true, DeleteRows: true}))
	}
	g.close()
}

// suggest is like choose, and lets several words stand in a cell.
func (w *policyWriter) suggest(g *page, col, from, to int, words ...string) {
	v := excelize.NewDataValidation(true)
	name := sheetml.ColumnName(col)
	v.SetSqref(fmt.Sprintf("%s%d:%s%d", name, from, name, to))
	w.fail(v.SetDropList(words))
	v.SetError(excelize.DataValidationErrorStyleInformation, w.text("policybook.several"), strings.Join(words[1:], " / "))
	if w.err == nil {
		w.fail(w.file.AddDataValidation(g.name, v))
	}
}

// anyValue stands where a row does not ask of a fact.
const anyValue = "–"

// condition is what a row asks of a fact: its values, or a dash for any.
func (w *policyWriter) condition(fact budget.Fact, set budget.Set) string {
	if set == 0 {
		return anyValue
	}
	var words []string
	for _, v := range fact.Values() {
		if set.Has(v.Value) {
			words = append(words, w.Language.Word(v))
		}
	}
	return strings.Join(words, " / ")
}

func (w *policyWriter) prices() {
	g := w.begin("prices", []float64{14, 18}, w.heads(priceHeads...))
	for _, index := range w.policy.PriceIndex {
		g.table(cell{index.Year, inputLook}, cell{number(index.Index), inputLook})
	}
	w.blank(g, 2, max(12-len(w.policy.PriceIndex), 3))
	g.close()
}

// blank writes empty rows to be filled in.
func (w *policyWriter) blank(g *page, columns, rows int) {
	for range rows {
		cells := make([]cell, columns)
		for i := range cells {
			cells[i] = cell{"", inputLook}
		}
		g.write(0, cells...)
	}
}

func (w *policyWriter) severities() {
	g := w.begin("severities", []float64{10, 18, 18, 70}, w.heads(severityHeads...))
	last := policyHead
	for _, code := range budget.Codes() {
		last = g.table(cell{code.String(), textLook}, cell{w.Language.Word(w.policy.SeverityOf(code)), inputLook}, cell{w.Language.Word(code.Severity()), textLook},
			cell{w.Language.Text(budget.Key(code.String()) + ".title"), wrapLook})
	}
	var words []string
	for _, s := range budget.Severities() {
		words = append(words, w.Language.Word(s))
	}
	w.choose(g, 2, policyHead+1, last, words...)
	g.close()
}

func (w *policyWriter) waivers() {
	g := w.begin("waivers", []float64{10, 34, 60, 30, 16}, w.heads(waiverHeads...))
	for _, x := range w.policy.Waivers {
		g.table(cell{x.Code.String(), inputLook}, cell{x.Project, inputLook}, cell{x.Reason, inputLook}, cell{x.DecidedBy, inputLook}, cell{x.Date, inputLook})
	}
	w.blank(g, 5, 20)
	g.close()
}

// maxEstimateYears is the most years a policy can judge after the budget year.
const maxEstimateYears = 9

// headsIn are headings in a language.
func headsIn(l budget.Language, keys []budget.Key) []string {
	heads := make([]string, len(keys))
	for i, key := range keys {
		heads[i] = texts.Text(l, key)
	}
	return heads
}

// findHeads finds the row of a sheet that holds headings, in any language, from its
// first column.
func findHeads(s *sheet, heads func(budget.Language) []string) (row int, found bool) {
	const within = 50 // headings stand at the top
	for i := range s.Rows[:min(len(s.Rows), within)] {
		cells := s.CellsOf(&s.Rows[i])
		for _, l := range budget.Languages() {
			if slices.EqualFunc(cells[:min(len(cells), len(heads(l)))], heads(l), func(c sheetml.Cell, head string) bool { return clean(c.Text) == head }) {
				return int(s.Rows[i].Number), true
			}
		}
	}
	return 0, false
}
