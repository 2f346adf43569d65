package excel

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// PolicyFault is one thing wrong with a policy workbook: where, what stood there, and
// a text of what is wrong. Its cure is the text with ".fix" behind the key.
type PolicyFault struct {
	Place string // the sheet and the cell
	Have  string
	key   budget.Key
	args  []budget.Arg
}

// Say is the fault and its cure in a language.
func (f PolicyFault) Say(l budget.Language) (fault, cure string) {
	args := append([]budget.Arg{arg("have", budget.Quote(f.Have))}, f.args...)
	fault, cure = say(l, f.key, nil, args...), say(l, f.key+".fix", nil, args...)
	if f.Place != "" {
		fault = f.Place + ": " + fault
	}
	return fault, cure
}

// ReadPolicy reads a policy workbook. A policy with faults is not to be used; the faults
// are all that was found.
func ReadPolicy(path string) (*budget.Policy, []PolicyFault, error) {
	book, err := openPlain(path)
	if err != nil {
		return nil, nil, err
	}
	policy, faults, _ := book.policy()
	if policy == nil {
		return nil, []PolicyFault{{key: "policybook.none"}}, nil
	}
	return policy, faults, nil
}

// policy reads the sheets of a policy, and tells where its first table stands; nil when
// the book has none.
func (b *Book) policy() (*budget.Policy, []PolicyFault, budget.Origin) {
	r := &policyReader{book: b, policy: &budget.Policy{Severities: map[budget.Code]budget.Severity{}, Bases: map[budget.Parameter]budget.Basis{}}}
	parameters := r.table(func(l budget.Language) []string { return headsIn(l, parameterHeads) })
	decisions := r.table(decisionHeads)
	first := cmp.Or(parameters, decisions)
	if first == nil {
		return nil, nil, budget.NoOrigin
	}
	r.parameters(parameters)
	r.decisions(decisions)
	r.prices(r.needed("prices", priceHeads))
	r.severities(r.needed("severities", severityHeads))
	r.waivers(r.needed("waivers", waiverHeads))
	return r.policy, r.faults, origin(first.index, sheetml.Ref{Row: first.head, Col: 1})
}

type policyReader struct {
	book   *Book
	policy *budget.Policy
	faults []PolicyFault
}

// policyTable is a table of a policy workbook.
type policyTable struct {
	*sheet
	head int
}

// table finds the table with the given headings; nil when no sheet has it.
func (r *policyReader) table(heads func(budget.Language) []string) *policyTable {
	for _, s := range r.book.sheets {
		if s == nil {
			continue
		}
		if row, ok := findHeads(s, heads); ok {
			return &policyTable{s, row}
		}
	}
	return nil
}

// needed finds a table that every policy has, and tells when it is missing or its
// headings are not what they were.
func (r *policyReader) needed(key budget.Key, heads []budget.Key) *policyTable {
	t := r.table(func(l budget.Language) []string { return headsIn(l, heads) })
	if t == nil {
		r.faults = append(r.faults, PolicyFault{key: "policybook.no-sheet", args: []budget.Arg{arg("sheet", textOf("policybook.sheet."+key))}})
	}
	return t
}

// rows are the table's rows that hold something in their first columns.
func (r *policyReader) rows(t *policyTable, columns int) []int {
	var rows []int
	if t == nil {
		return nil
	}
	for i := range t.Rows {
		row := int(t.Rows[i].Number)
		if row <= t.head {
			continue
		}
		filled := false
		for col := 1; col <= columns; col++ {
			if v := r.book.at(t.sheet, sheetml.Ref{Row: row, Col: col}); v.uncached || v.kind == sheetml.Error {
				r.tell(t, row, col, "policybook.no-value")
			}
			filled = filled || r.text(t, row, col) != ""
		}
		if filled {
			rows = append(rows, row)
		}
	}
	return rows
}

func (r *policyReader) text(t *policyTable, row, col int) string {
	return strings.TrimSpace(r.book.at(t.sheet, sheetml.Ref{Row: row, Col: col}).text)
}

// tell notes a fault at a cell.
func (r *policyReader) tell(t *policyTable, row, col int, key budget.Key, args ...budget.Arg) {
	f := PolicyFault{key: key, args: args}
	if t != nil {
		f.Place, f.Have = t.name+"!"+sheetml.Ref{Row: row, Col: col}.String(), r.text(t, row, col)
	}
	r.faults = append(r.faults, f)
}

func (r *policyReader) parameters(t *policyTable) {
	read := map[budget.Parameter]bool{}
	for _, row := range r.rows(t, 2) {
		p, ok := choice(r.text(t, row, 1), budget.Parameters(), func(l budget.Language, p budget.Parameter) string { return l.Text(p.Key()) })
		switch {
		case !ok:
			r.tell(t, row, 1, "policybook.unknown-rule")
		case read[p]:
			r.tell(t, row, 1, "policybook.repeated-rule")
		default:
			read[p] = true
			r.parameter(t, row, p)
			r.basis(t, row, 3, func(b budget.Basis) {
				if b != (&budget.Policy{}).BasisOf(p) {
					r.policy.Bases[p] = b
				}
			})
		}
	}
	for _, p := range budget.Parameters() {
		if !read[p] {
			r.faults = append(r.faults, PolicyFault{key: "policybook.missing-rule", args: []budget.Arg{arg("rule", parameterName(p))}})
		}
	}
}

// parameterName is a parameter as a value of a sentence.
type parameterName budget.Parameter

// In is the parameter's name.
func (p parameterName) In(l budget.Language, _ budget.Locator) string {
	return l.Text(budget.Parameter(p).Key())
}

// choice finds the value whose word, in any language, stands in a cell.
func choice[T any](text string, values []T, word func(budget.Language, T) string) (T, bool) {
	for _, v := range values {
		for _, l := range budget.Languages() {
			if strings.EqualFold(clean(text), clean(word(l, v))) {
				return v, true
			}
		}
	}
	var none T
	return none, false
}

func (r *policyReader) parameter(t *policyTable, row int, p budget.Parameter) {
	text := r.text(t, row, 2)
	switch p {
	case budget.ParamName:
		if r.policy.Name = text; text == "" {
			r.tell(t, row, 2, "policybook.no-name")
		}
	case budget.ParamBudgetYear, budget.ParamPriceLevel:
		if text == "" {
			return
		}
		year, ok := r.number(t, row, 2)
		if !ok || !year.IsInteger() || !plausibleYear(int(year.IntPart())) {
			r.tell(t, row, 2, "policybook.bad-year")
		} else if p == budget.ParamBudgetYear {
			r.policy.BudgetYear = int(year.IntPart())
		} else {
			r.policy.PriceLevel = int(year.IntPart())
		}
	case budget.ParamEstimateYears:
		years, ok := r.number(t, row, 2)
		if !ok || !years.IsInteger() || years.IsNegative() || years.GreaterThan(decimal.New(maxEstimateYears, 0)) {
			r.tell(t, row, 2, "policybook.bad-years")
			return
		}
		r.policy.EstimateYears = int(years.IntPart())
	case budget.ParamTolerance:
		tolerance, ok := r.number(t, row, 2)
		if !ok || tolerance.IsNegative() {
			r.tell(t, row, 2, "policybook.bad-amount")
			return
		}
		r.policy.Tolerance = tolerance
	case budget.ParamMeasure:
		measures := []budget.Measure{budget.EveryYear, budget.WholePeriod, budget.SteadyState}
		m, ok := choice(text, measures, func(l budget.Language, m budget.Measure) string { return l.Text(m.Key()) })
		if r.policy.Measure = m; !ok {
			r.tell(t, row, 2, "policybook.bad-choice", arg("choices", wordsOf(measures, budget.Measure.Key)))
		}
	default:
		r.counts(t, row, p)
	}
}

// counts reads whether savings of a payer, or external funding, count.
func (r *policyReader) counts(t *policyTable, row int, p budget.Parameter) {
	meaning, ok := wordTables()["answer"].find(wordKey(r.text(t, row, 2)))
	yes := meaning == "answer.yes"
	switch {
	case !ok:
		r.tell(t, row, 2, "policybook.bad-answer")
	case p == budget.ParamFunding:
		r.policy.CountFunding = yes
	case yes:
		r.policy.CountingPayers = append(r.policy.CountingPayers, p.Payer())
	}
}

// keyed are words of the domain as a list in a sentence.
type keyed budget.Key

// In is the word.
func (k keyed) In(l budget.Language, _ budget.Locator) string {
	return "»" + l.Text(budget.Key(k)) + "«"
}

func wordsOf[T any](values []T, key func(T) budget.Key) budget.List {
	var list budget.List
	for _, v := range values {
		list = append(list, keyed(key(v)))
	}
	return list
}

// number reads a cell as a number: stored, or typed without a unit.
func (r *policyReader) number(t *policyTable, row, col int) (decimal.Decimal, bool) {
	v := r.book.at(t.sheet, sheetml.Ref{Row: row, Col: col})
	if v.kind == sheetml.Number {
		return storedNumber(v.raw)
	}
	typed, ok := parseTyped(v.text)
	if !ok || typed.percent || typed.hasUnit || typed.dash || typed.about || typed.unquantified {
		return decimal.Zero, false
	}
	return typed.in(0) // one that can be read two ways is not read
}

// basis reads a basis and its text.
func (r *policyReader) basis(t *policyTable, row, col int, set func(budget.Basis)) {
	kinds := []budget.BasisKind{budget.BasisProposal, budget.BasisMemo, budget.BasisDecision}
	kind, ok := choice(r.text(t, row, col), kinds, func(l budget.Language, k budget.BasisKind) string { return l.Text(k.Key()) })
	basis := budget.Basis{Kind: kind, Text: r.text(t, row, col+1)}
	switch {
	case !ok:
		r.tell(t, row, col, "policybook.bad-choice", arg("choices", wordsOf(kinds, budget.BasisKind.Key)))
	case kind == budget.BasisDecision && basis.Text == "":
		r.tell(t, row, col+1, "policybook.no-decision")
	default:
		set(basis)
	}
}

// decisions reads the decision table, in the order in which it stands. A row keeps its
// number, wherever it was moved to; lines with one number are alternatives of one row.
func (r *policyReader) decisions(t *policyTable) {
	if t == nil {
		r.faults = append(r.faults, PolicyFault{key: "policybook.no-table"})
		return
	}
	facts := budget.AllFacts()
	verdictCol := len(facts) + 2
	before := len(r.faults)
	at := map[int]int{} // the first line of each row
	last, numbered := 0, map[int]bool{}
	for _, row := range r.rows(t, verdictCol) {
		var when budget.Conditions
		for i, fact := range facts {
			when[fact] = r.condition(t, row, i+2, fact)
		}
		verdict, ok := choice(r.text(t, row, verdictCol), budget.Verdicts(), func(l budget.Language, v budget.Verdict) string { return l.Word(v) })
		if !ok {
			r.tell(t, row, verdictCol, "policybook.bad-choice", arg("choices", wordsOf(budget.Verdicts(), budget.Verdict.Key)))
			continue
		}
		number, isNumber := r.number(t, row, 1)
		table := r.policy.Decision
		if n := int(number.IntPart()); !isNumber || !number.IsInteger() || n < 1 || n > 999 || n != last && numbered[n] {
			r.tell(t, row, 1, "policybook.bad-row")
			continue
		}
		if int(number.IntPart()) == last {
			same := &table[len(table)-1]
			if same.Verdict != verdict {
				r.tell(t, row, verdictCol, "policybook.two-verdicts")
			}
			same.When = append(same.When, when)
			continue
		}
		last = int(number.IntPart())
		numbered[last] = true
		line := budget.DecisionRow{Number: last, When: []budget.Conditions{when}, Verdict: verdict}
		r.basis(t, row, verdictCol+1, func(b budget.Basis) { line.Basis = b })
		at[len(table)] = row
		r.policy.Decision = append(table, line)
	}
	if len(r.faults) == before {
		r.checkTable(t, at)
	}
}

// checkTable tells what keeps the table from being used.
func (r *policyReader) checkTable(t *policyTable, at map[int]int) {
	for _, fault := range r.policy.Decision.Check() {
		switch fault.Kind {
		case budget.MovedRow:
			row := at[fault.Row]
			if row == 0 {
				row = t.head
			}
			r.tell(t, row, 1, "policybook.moved-row", arg("row", budget.Count(r.numberOf(fault.Row))))
		case budget.UnreachableRow:
			r.tell(t, at[fault.Row], 1, "policybook.unreachable", arg("row", budget.Count(r.numberOf(fault.Row))))
		case budget.UncoveredFacts:
			r.tell(t, t.head, 1, "policybook.uncovered", arg("facts", combination(fault.Facts)))
		}
	}
}

// numberOf is the number of the row at a place of the table; that of its place where the
// table has no such row.
func (r *policyReader) numberOf(i int) int {
	if i < len(r.policy.Decision) && i >= budget.LockedRows {
		return r.policy.Decision[i].Number
	}
	return i + 1
}

// combination is a combination of facts as a value of a sentence.
type combination budget.Facts

// In names each fact and its value.
func (c combination) In(l budget.Language, _ budget.Locator) string {
	var said []string
	for _, fact := range budget.AllFacts() {
		said = append(said, l.Word(fact)+": "+l.Word(budget.Facts(c).Of(fact)))
	}
	return strings.Join(said, "; ")
}

// condition reads what a row asks of a fact: a dash or nothing for any, else values
// divided by slashes or commas.
func (r *policyReader) condition(t *policyTable, row, col int, fact budget.Fact) budget.Set {
	text := r.text(t, row, col)
	if text == "" || strings.Trim(text, "-–—") == "" {
		return 0
	}
	var values []uint8
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == ',' || r == ';' }) {
		v, ok := choice(word, fact.Values(), func(l budget.Language, v budget.FactValue) string { return l.Word(v) })
		if !ok {
			r.tell(t, row, col, "policybook.bad-choice", arg("choices", wordsOf(fact.Values(), budget.FactValue.Key)))
			return 0
		}
		values = append(values, v.Value)
	}
	return budget.SetOf(values...)
}

func (r *policyReader) prices(t *policyTable) {
	for _, row := range r.rows(t, 2) {
		year, okYear := r.number(t, row, 1)
		index, okIndex := r.number(t, row, 2)
		list := r.policy.PriceIndex
		switch {
		case !okYear || !year.IsInteger() || !plausibleYear(int(year.IntPart())):
			r.tell(t, row, 1, "policybook.bad-year")
		case len(list) > 0 && list[len(list)-1].Year >= int(year.IntPart()):
			r.tell(t, row, 1, "policybook.unordered")
		case !okIndex || !index.IsPositive():
			r.tell(t, row, 2, "policybook.bad-index")
		default:
			r.policy.PriceIndex = append(list, budget.PriceIndex{Year: int(year.IntPart()), Index: index})
		}
	}
}

func (r *policyReader) severities(t *policyTable) {
	for _, row := range r.rows(t, 2) {
		code, known := budget.ParseCode(r.text(t, row, 1))
		severity, ok := choice(r.text(t, row, 2), budget.Severities(), func(l budget.Language, s budget.Severity) string { return l.Word(s) })
		switch {
		case !known:
			r.tell(t, row, 1, "policybook.bad-code")
		case !ok:
			r.tell(t, row, 2, "policybook.bad-choice", arg("choices", wordsOf(budget.Severities(), budget.Severity.Key)))
		case severity != code.Severity():
			r.policy.Severities[code] = severity
		}
	}
}

func (r *policyReader) waivers(t *policyTable) {
	for _, row := range r.rows(t, len(waiverHeads)) {
		code, known := budget.ParseCode(r.text(t, row, 1))
		if !known {
			r.tell(t, row, 1, "policybook.bad-code")
			continue
		}
		whole := true
		for col := 2; col <= len(waiverHeads); col++ {
			if r.text(t, row, col) == "" {
				whole = false
				r.tell(t, row, col, "policybook.no-part", arg("part", textOf(waiverHeads[col-1])))
			}
		}
		if whole {
			r.policy.Waivers = append(r.policy.Waivers, budget.Waiver{Code: code, Project: r.text(t, row, 2), Reason: r.text(t, row, 3), DecidedBy: r.text(t, row, 4), Date: r.text(t, row, 5)})
		}
	}
}

// textOf is one of our texts as a value of a sentence.
type textOf budget.Key

// In is the text.
func (k textOf) In(l budget.Language, _ budget.Locator) string { return texts.Text(l, budget.Key(k)) }

// ignoredPolicy finds a policy that a workbook brings itself, other than the one in force
// with the given fingerprint: it is never used, and that is told.
func ignoredPolicy(b *Book, inForce string) (f budget.Finding, found bool) {
	own, faults, at := b.policy()
	if own == nil || len(faults) == 0 && own.Fingerprint() == inForce {
		return f, false
	}
	sheet, _ := b.Place(at)
	return budget.Finding{Code: budget.IgnoredPolicy, Origin: at, Have: budget.Quote(sheet)}, true
}
