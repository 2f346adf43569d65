package forms

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
	"videre/excel/workbook"
)

// ReadPolicy reads a policy workbook. A policy with faults is not to be used; the faults
// are all that was found. It fails with an *Unreadable when the file cannot be read.
func ReadPolicy(path string) (*budget.Policy, []Fault, error) {
	book, err := workbook.Open(path)
	if err != nil {
		return nil, nil, err
	}
	policy, faults, _ := PolicyIn(book)
	if policy == nil {
		return nil, []Fault{{key: "policybook.none"}}, nil
	}
	return policy, faults, nil
}

// PolicyIn reads the sheets of a policy, and tells where its first table stands; nil when
// the book has none.
func PolicyIn(b *workbook.Book) (*budget.Policy, []Fault, budget.Origin) {
	r := &policyReader{book: b, policy: &budget.Policy{
		Severities: map[budget.Code]budget.Severity{},
		Bases:      map[budget.Parameter]budget.Basis{},
	}}
	parameters := r.table(headsOf((*policyWriter).parameterColumns))
	decisions := r.table(headsOf((*policyWriter).decisionColumns))
	first := cmp.Or(parameters, decisions)
	if first == nil {
		return nil, nil, budget.NoOrigin
	}
	r.parameters(parameters)
	r.decisions(decisions)
	r.prices(r.needed("prices", headsOf((*policyWriter).priceColumns)))
	r.severities(r.needed("severities", headsOf((*policyWriter).severityColumns)))
	r.waivers(r.needed("waivers", headsOf((*policyWriter).waiverColumns)))
	return r.policy, r.faults, workbook.OriginOf(first.Index, sheetml.Ref{Row: first.head, Col: 1})
}

type policyReader struct {
	book   *workbook.Book
	policy *budget.Policy
	faults []Fault
}

// policyTable is a table of a policy workbook.
type policyTable struct {
	*workbook.Sheet
	head int
}

// table finds the table with the given headings; nil when no sheet has it.
func (r *policyReader) table(heads [][]string) *policyTable {
	for _, s := range r.book.Sheets {
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
func (r *policyReader) needed(key budget.Key, heads [][]string) *policyTable {
	t := r.table(heads)
	if t == nil {
		r.lacks("policybook.no-sheet", text.Arg("sheet", textOf("policybook.sheet."+key)))
	}
	return t
}

// lacks notes a fault of the workbook as a whole.
func (r *policyReader) lacks(key budget.Key, args ...budget.Arg) {
	r.faults = append(r.faults, Fault{key: key, args: args})
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
			if v := r.book.At(t.Sheet, sheetml.Ref{Row: row, Col: col}); v.Uncached || v.Kind == sheetml.Error {
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
	return strings.TrimSpace(r.book.At(t.Sheet, sheetml.Ref{Row: row, Col: col}).Text)
}

// tell notes a fault at a cell.
func (r *policyReader) tell(t *policyTable, row, col int, key budget.Key, args ...budget.Arg) {
	r.faults = append(r.faults, faultAt(r.book, t.Sheet, sheetml.Ref{Row: row, Col: col}, key, args...))
}

func (r *policyReader) parameters(t *policyTable) {
	read := map[budget.Parameter]bool{}
	for _, row := range r.rows(t, colValue) {
		p, ok := choice(r.text(t, row, colParameter), budget.Parameters())
		switch {
		case !ok:
			r.tell(t, row, colParameter, "policybook.unknown-rule")
		case read[p]:
			r.tell(t, row, colParameter, "policybook.repeated-rule")
		default:
			read[p] = true
			parameterCellOf(p).read(r, t, row)
			r.basis(t, row, colBasis, func(b budget.Basis) {
				if b != (&budget.Policy{}).BasisOf(p) {
					r.policy.Bases[p] = b
				}
			})
		}
	}
	for _, p := range budget.Parameters() {
		if !read[p] {
			r.lacks("policybook.missing-rule", text.Arg("rule", budget.Word{Term: p}))
		}
	}
}

// choice finds the term whose word, in any language, a text is.
func choice[T budget.Term](text string, terms []T) (T, bool) {
	for _, term := range terms {
		for _, l := range budget.Languages() {
			if strings.EqualFold(notation.Clean(text), notation.Clean(l.Word(term))) {
				return term, true
			}
		}
	}
	var none T
	return none, false
}

// chosen reads which of several terms a cell holds, and tells when it is none of them.
func chosen[T budget.Term](r *policyReader, t *policyTable, row, col int, terms []T) (T, bool) {
	term, ok := choice(r.text(t, row, col), terms)
	if !ok {
		r.tellChoices(t, row, col, quoted(terms))
	}
	return term, ok
}

func (r *policyReader) tellChoices(t *policyTable, row, col int, choices budget.List) {
	r.tell(t, row, col, "policybook.bad-choice", text.Arg("choices", choices))
}

// quotedWord is a term in quotation marks.
type quotedWord struct{ budget.Term }

// In is the word.
func (w quotedWord) In(l budget.Language, _ budget.Locator) string {
	return "»" + l.Word(w.Term) + "«"
}

// quoted are terms as a list in a sentence.
func quoted[T budget.Term](terms []T) budget.List {
	var list budget.List
	for _, term := range terms {
		list = append(list, quotedWord{term})
	}
	return list
}

// number reads a cell as a number: stored, or typed without a unit.
func (r *policyReader) number(t *policyTable, row, col int) (decimal.Decimal, bool) {
	v := r.book.At(t.Sheet, sheetml.Ref{Row: row, Col: col})
	if v.Kind == sheetml.Number {
		return notation.StoredNumber(v.Raw)
	}
	typed, ok := notation.ParseTyped(v.Text)
	if !ok || typed.Percent || typed.HasUnit || typed.Dash || typed.About || typed.Unquantified {
		return decimal.Zero, false
	}
	return typed.In(0) // one that can be read two ways is not read
}

// year reads a cell as a year.
func (r *policyReader) year(t *policyTable, row, col int) (int, bool) {
	n, ok := r.number(t, row, col)
	year := int(n.IntPart())
	return year, ok && n.IsInteger() && notation.PlausibleYear(year)
}

// basis reads a basis, and its text in the next column.
func (r *policyReader) basis(t *policyTable, row, col int, set func(budget.Basis)) {
	kind, ok := chosen(r, t, row, col, basisKinds)
	basis := budget.Basis{Kind: kind, Text: r.text(t, row, col+1)}
	switch {
	case !ok:
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
		r.lacks("policybook.no-table")
		return
	}
	verdictCol := len(budget.AllFacts()) + 2
	before := len(r.faults)
	at := map[int]int{} // the first line of each row
	last, numbered := 0, map[int]bool{}
	for _, row := range r.rows(t, verdictCol) {
		when := r.conditions(t, row)
		verdict, ok := chosen(r, t, row, verdictCol, budget.Verdicts())
		if !ok {
			continue
		}
		n, ok := r.rowNumber(t, row)
		if !ok || n != last && numbered[n] {
			r.tell(t, row, 1, "policybook.bad-row")
			continue
		}
		table := r.policy.Decision
		if n == last {
			same := &table[len(table)-1]
			if same.Verdict != verdict {
				r.tell(t, row, verdictCol, "policybook.two-verdicts")
			}
			same.When = append(same.When, when)
			continue
		}
		last, numbered[n] = n, true
		line := budget.DecisionRow{Number: n, When: []budget.Conditions{when}, Verdict: verdict}
		r.basis(t, row, verdictCol+1, func(b budget.Basis) { line.Basis = b })
		at[len(table)] = row
		r.policy.Decision = append(table, line)
	}
	if len(r.faults) == before {
		r.checkTable(t, at)
	}
}

// rowNumber is the number of a row of the decision table.
func (r *policyReader) rowNumber(t *policyTable, row int) (int, bool) {
	n, ok := r.number(t, row, 1)
	number := int(n.IntPart())
	return number, ok && n.IsInteger() && number >= 1 && number <= 999
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
			r.tell(t, row, 1, "policybook.moved-row", text.Arg("row", budget.Count(r.numberOf(fault.Row))))
		case budget.UnreachableRow:
			r.tell(t, at[fault.Row], 1, "policybook.unreachable", text.Arg("row", budget.Count(r.numberOf(fault.Row))))
		case budget.UncoveredFacts:
			r.tell(t, t.head, 1, "policybook.uncovered", text.Arg("facts", combination(fault.Facts)))
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

// conditions reads what a row asks of the facts.
func (r *policyReader) conditions(t *policyTable, row int) budget.Conditions {
	var when budget.Conditions
	for i, fact := range budget.AllFacts() {
		when[fact] = r.condition(t, row, i+2, fact)
	}
	return when
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
		v, ok := choice(word, fact.Values())
		if !ok {
			r.tellChoices(t, row, col, quoted(fact.Values()))
			return 0
		}
		values = append(values, v.Value)
	}
	return budget.SetOf(values...)
}

func (r *policyReader) prices(t *policyTable) {
	for _, row := range r.rows(t, 2) {
		year, okYear := r.year(t, row, 1)
		index, okIndex := r.number(t, row, 2)
		list := r.policy.PriceIndex
		switch {
		case !okYear:
			r.tell(t, row, 1, "policybook.bad-year")
		case len(list) > 0 && list[len(list)-1].Year >= year:
			r.tell(t, row, 1, "policybook.unordered")
		case !okIndex || !index.IsPositive():
			r.tell(t, row, 2, "policybook.bad-index")
		default:
			r.policy.PriceIndex = append(list, budget.PriceIndex{Year: year, Index: index})
		}
	}
}

func (r *policyReader) severities(t *policyTable) {
	for _, row := range r.rows(t, 2) {
		code, known := budget.ParseCode(r.text(t, row, 1))
		if !known {
			r.tell(t, row, 1, "policybook.bad-code")
			continue
		}
		if severity, ok := chosen(r, t, row, 2, budget.Severities()); ok && severity != code.Severity() {
			r.policy.Severities[code] = severity
		}
	}
}

func (r *policyReader) waivers(t *policyTable) {
	for _, row := range r.rows(t, 1+len(waiverTexts)) {
		code, known := budget.ParseCode(r.text(t, row, 1))
		if !known {
			r.tell(t, row, 1, "policybook.bad-code")
			continue
		}
		waiver, whole := budget.Waiver{Code: code}, true
		for i, c := range waiverTexts {
			part := r.text(t, row, 2+i)
			if *c.at(&waiver) = part; part == "" {
				whole = false
				r.tell(t, row, 2+i, "policybook.no-part", text.Arg("part", textOf(c.head)))
			}
		}
		if whole {
			r.policy.Waivers = append(r.policy.Waivers, waiver)
		}
	}
}

// textOf is one of our texts as a value of a sentence.
type textOf budget.Key

// In is the text.
func (k textOf) In(l budget.Language, _ budget.Locator) string { return text.Of(l, budget.Key(k)) }

// IgnoredPolicy finds a policy that a workbook brings itself, other than the one in force
// with the given fingerprint: it is never used, and that is told.
func IgnoredPolicy(b *workbook.Book, inForce string) (f budget.Finding, found bool) {
	own, faults, at := PolicyIn(b)
	if own == nil || len(faults) == 0 && own.Fingerprint() == inForce {
		return f, false
	}
	sheet, _ := b.Place(at)
	return budget.Finding{Code: budget.IgnoredPolicy, Origin: at, Have: budget.Quote(sheet)}, true
}
