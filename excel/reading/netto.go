package reading

import (
	"regexp"
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// nettoText is what a row is called that has costs less savings.
var nettoText = regexp.MustCompile(`(?i)^(?:netto\b|nettoresultat|nettoeffekt|nettovirkning|nettoudgift|` +
	`balance\b|forskel\b|difference\b|net\b)`)

// checkNetto holds the rows that are computed of a project's lines against them, where all lines
// of a table are of one project. A row that says nothing else is a total that does not fit; one
// that says more ("Administration", of the type "Nettoeffekt") is no such row then, and what its
// amounts are is not known.
func (r *reader) checkNetto(t *Records, lines []budget.Line) {
	if t.owner == budget.NoOrigin || !t.Lines {
		return
	}
	for _, row := range t.derived {
		own, named := r.besideNetto(t, row)
		if !r.isNetto(t, row) && !named || slices.ContainsFunc(t.parts, func(p partRow) bool { return p.row == row }) {
			continue
		}
		for _, c := range t.Amounts() {
			total, agrees := r.nettoIn(t, row, c, lines)
			if agrees {
				continue
			}
			if named {
				r.tellNoNetto(t, row, own)
			} else {
				r.sub.Totals = append(r.sub.Totals, total)
			}
			break // the other years are of the same cause
		}
	}
}

// isNetto reports whether a row says that it has costs less savings.
func (r *reader) isNetto(t *Records, row int) bool {
	return slices.ContainsFunc(r.rowTexts(t, row), func(v workbook.Value) bool { return nettoText.MatchString(v.Text) })
}

// besideNetto is what else than a result a row says that it is.
func (r *reader) besideNetto(t *Records, row int) (workbook.Value, bool) {
	for _, v := range r.rowTexts(t, row) {
		if h := r.Heading(v.Text); !h.Derived && !h.Total && !r.isName(t, v) {
			return v, true
		}
	}
	return workbook.Value{}, false
}

// tellNoNetto tells of a row that is called a result, and something else too, and is no result of
// the lines.
func (r *reader) tellNoNetto(t *Records, row int, v workbook.Value) {
	owners := []budget.Origin{t.owner}
	r.report(budget.Finding{
		Code: budget.UnassignedRow, Project: r.nameOf(t.owner), Origin: v.Origin,
		Have: budget.Name(v.Text), Want: r.namesOf(owners),
	})
	r.leaveOpen(t, row, v.Origin, owners)
}

// nettoIn holds a result in a column against the lines: costs, with or without one-off costs and
// repayments, less the savings of all or of the municipality, less other financing or not, with
// either sign. What it should be at its plainest is the total.
func (r *reader) nettoIn(t *Records, row int, c *layout.Column, lines []budget.Line) (total budget.Total, agrees bool) {
	v := r.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})
	if v.Blank() {
		return total, true
	}
	total.Stated = r.amount(t, c, v)
	terms := map[budget.Kind]decimal.Decimal{}
	municipal := decimal.Zero
	for i := range lines {
		kind := lines[i].Kind.Value
		for _, a := range amountsIn(t, &lines[i], c.Col) {
			if a.State.Unread() || kind == 0 {
				return total, true
			}
			terms[kind] = terms[kind].Add(a.Value)
			if kind == budget.Saving && lines[i].Payer.Value == budget.Municipality {
				municipal = municipal.Add(a.Value)
			}
			total.Parts = append(total.Parts, partOfNetto(*a, kind)...)
		}
	}
	if !total.Stated.Known() || len(total.Parts) == 0 {
		return total, true
	}
	return total, slices.ContainsFunc(nettos(terms, municipal), total.Stated.Value.Abs().Equal)
}

// partOfNetto is a line's amount as a part of the plainest result: a cost, or a saving taken off.
func partOfNetto(a budget.Amount, kind budget.Kind) []budget.Amount {
	switch kind {
	case budget.Cost:
		return []budget.Amount{a}
	case budget.Saving:
		a.Value = a.Value.Neg()
		return []budget.Amount{a}
	}
	return nil
}

// nettos are the results that people make of costs and what finances them, without their signs.
func nettos(terms map[budget.Kind]decimal.Decimal, municipal decimal.Decimal) []decimal.Decimal {
	sums := []decimal.Decimal{
		terms[budget.Cost].Sub(terms[budget.Saving]), terms[budget.Cost].Sub(municipal), terms[budget.Cost],
	}
	for _, more := range []decimal.Decimal{
		terms[budget.OneOff], terms[budget.Repayment], terms[budget.Funding].Neg(), terms[budget.Reallocation].Neg(),
	} {
		for _, sum := range slices.Clone(sums) {
			sums = append(sums, sum.Add(more))
		}
	}
	for i := range sums {
		sums[i] = sums[i].Abs()
	}
	return sums
}
