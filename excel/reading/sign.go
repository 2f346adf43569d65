package reading

import (
	"videre/budget"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// settleSigns reads savings and funding that are all written with minus, as budgets
// do, as amounts saved. Columns of years are one for this; a column of a list is one
// by itself. Where only some are negative, nothing is changed.
func (r *reader) settleSigns(t *Records, lines []budget.Line) {
	groups := map[string][]*layout.Column{}
	var order []string
	for _, c := range t.Amounts() {
		key := string(c.Role) + c.Group
		if t.Lines {
			key = ""
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], c)
	}
	for _, key := range order {
		r.settleGroup(t, groups[key], lines)
	}
}

// settleGroup settles the signs of the columns that are read alike.
func (r *reader) settleGroup(t *Records, columns []*layout.Column, lines []budget.Line) {
	income := map[*layout.Column][]*budget.Amount{}
	for _, c := range columns {
		for i := range lines {
			if kind, known := lines[i].Kind.Get(); !known || !isIncome(kind) {
				continue
			}
			a := amountIn(t, &lines[i], c.Col)
			if a == nil || !a.Known() || a.Value.IsZero() {
				continue
			}
			if a.Value.IsPositive() {
				return
			}
			income[c] = append(income[c], a)
		}
	}
	for _, c := range columns {
		for _, a := range income[c] {
			r.turn(a)
			r.tellColumn(budget.NegativeConvention, t, c, workbook.Value{Origin: a.Origin, Text: a.Text})
		}
	}
}

// isIncome reports whether a budget writes a kind with minus.
func isIncome(kind budget.Kind) bool {
	return kind == budget.Saving || kind == budget.Funding || kind == budget.Reallocation
}

// amountIn is a line's amount in a column of its table; nil when it has none.
func amountIn(t *Records, l *budget.Line, col int) *budget.Amount {
	if t.RefOf(l.Annual.Origin).Col == col {
		return &l.Annual
	}
	for i := range l.Amounts {
		if t.RefOf(l.Amounts[i].Origin).Col == col {
			return &l.Amounts[i].Amount
		}
	}
	return nil
}
