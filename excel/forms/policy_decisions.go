package forms

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/text"
)

// decisionReader reads the decision table of a policy, in the order in which it stands.
type decisionReader struct {
	*policyReader
	table *policyTable
	at    map[int]int  // where the first line of each row stands, by its place in the table
	seen  map[int]bool // the numbers of rows
	last  int          // the number of the row above
}

// verdictCol is the column of the verdict, behind that of the row's number and the facts.
var verdictCol = len(budget.AllFacts()) + 2

// decisions reads the decision table. A row keeps its number, wherever it was moved to;
// lines with one number are alternatives of one row. Only a table without faults in its
// cells is looked at as a whole.
func (r *policyReader) decisions(t *policyTable) {
	if t == nil {
		r.lacks("policybook.no-table")
		return
	}
	d := &decisionReader{policyReader: r, table: t, at: map[int]int{}, seen: map[int]bool{}}
	before := len(r.faults)
	for _, row := range r.rows(t, verdictCol) {
		d.line(row)
	}
	if len(r.faults) == before {
		d.check()
	}
}

// line reads a line of the table: a row of it, or another alternative of the row above.
func (d *decisionReader) line(row int) {
	when := d.conditions(row)
	verdict, ok := chosen(d.policyReader, d.table, row, verdictCol, budget.Verdicts())
	if !ok {
		return
	}
	n, ok := d.rowNumber(row)
	if !ok || n != d.last && d.seen[n] {
		d.tell(d.table, row, 1, "policybook.bad-row")
		return
	}
	table := d.policy.Decision
	if n == d.last {
		same := &table[len(table)-1]
		if same.Verdict != verdict {
			d.tell(d.table, row, verdictCol, "policybook.two-verdicts")
		}
		same.When = append(same.When, when)
		return
	}
	d.last, d.seen[n], d.at[len(table)] = n, true, row
	line := budget.DecisionRow{Number: n, When: []budget.Conditions{when}, Verdict: verdict}
	d.basis(d.table, row, verdictCol+1, func(b budget.Basis) { line.Basis = b })
	d.policy.Decision = append(table, line)
}

// conditions reads what a row asks of the facts.
func (d *decisionReader) conditions(row int) budget.Conditions {
	var when budget.Conditions
	for i, fact := range budget.AllFacts() {
		when[fact] = d.condition(row, i+2, fact)
	}
	return when
}

// condition reads what a row asks of a fact: a dash or nothing for any, else values
// divided by slashes or commas.
func (d *decisionReader) condition(row, col int, fact budget.Fact) budget.Set {
	text := d.text(d.table, row, col)
	if text == "" || strings.Trim(text, "-–—") == "" {
		return 0
	}
	var values []uint8
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == ',' || r == ';' }) {
		v, ok := choice(word, fact.Values())
		if !ok {
			d.tellChoices(d.table, row, col, quoted(fact.Values()))
			return 0
		}
		values = append(values, v.Value)
	}
	return budget.SetOf(values...)
}

// rowNumber is the number of a row of the decision table.
func (d *decisionReader) rowNumber(row int) (int, bool) {
	n, ok := d.number(d.table, row, 1)
	number := int(n.IntPart())
	return number, ok && n.IsInteger() && number >= 1 && number <= 999
}

// check tells what keeps the table as a whole from being used.
func (d *decisionReader) check() {
	for _, fault := range d.policy.Decision.Check() {
		row, known := d.at[fault.Row]
		number := text.Arg("row", budget.Count(d.numberOf(fault.Row)))
		switch fault.Kind {
		case budget.MovedRow:
			if !known { // the table is too short to have the row
				row = d.table.head
			}
			d.tell(d.table, row, 1, "policybook.moved-row", number)
		case budget.UnreachableRow:
			d.tell(d.table, row, 1, "policybook.unreachable", number)
		case budget.UncoveredFacts:
			d.tell(d.table, d.table.head, 1, "policybook.uncovered", text.Arg("facts", combination(fault.Facts)))
		}
	}
}

// numberOf is the number of the row at a place of the table; that of its place where the
// table has no such row.
func (d *decisionReader) numberOf(i int) int {
	if i < len(d.policy.Decision) && i >= budget.LockedRows {
		return d.policy.Decision[i].Number
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
