package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// settleSigns reads savings and funding that are all written with minus, as budgets do, as
// amounts saved; and expenses that are all written with minus, as accounts do, as amounts
// spent. Columns of years are one for this, and so are those of a list that are of one kind: a
// gain of the region with minus beside savings without one is no convention. Where only some
// are negative, nothing is changed.
func (r *reader) settleSigns(t *Records, lines []budget.Line) {
	groups := map[budget.Kind][]*layout.Column{}
	var order []budget.Kind
	for _, c := range t.Amounts() {
		key := notation.ListKinds[c.Role]
		if t.Lines {
			key = 0
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], c)
	}
	for _, key := range order {
		r.settleGroup(t, groups[key], lines, budget.Saving, budget.Funding, budget.Reallocation)
		r.settleGroup(t, groups[key], lines, budget.Cost, budget.OneOff, budget.Repayment)
	}
}

// settleGroup settles the signs of the lines of some kinds in columns that are read alike.
func (r *reader) settleGroup(t *Records, columns []*layout.Column, lines []budget.Line, kinds ...budget.Kind) {
	negative := map[*layout.Column][]*budget.Amount{}
	for _, c := range columns {
		for i := range lines {
			if kind, known := lines[i].Kind.Get(); !known || !slices.Contains(kinds, kind) {
				continue
			}
			for _, a := range amountsIn(t, &lines[i], c.Col) {
				if !a.Known() || a.Value.IsZero() {
					continue
				}
				if a.Value.IsPositive() {
					return
				}
				negative[c] = append(negative[c], a)
			}
		}
	}
	for _, c := range columns {
		for _, a := range negative[c] {
			r.turn(a)
			r.tellColumn(budget.NegativeConvention, t, c, workbook.Value{Origin: a.Origin, Text: a.Text})
		}
	}
}

// amountsIn are a line's amounts in a column of its table: several where each of its years
// has a row.
func amountsIn(t *Records, l *budget.Line, col int) []*budget.Amount {
	var all []*budget.Amount
	if t.RefOf(l.Annual.Origin).Col == col {
		all = append(all, &l.Annual)
	}
	for i := range l.Amounts {
		if t.RefOf(l.Amounts[i].Origin).Col == col {
			all = append(all, &l.Amounts[i].Amount)
		}
	}
	return all
}
