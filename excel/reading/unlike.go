package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/workbook"
)

// Amounts that are about a thousand times their siblings, or a thousandth, were
// perhaps written in another unit.
var (
	unlikeLow  = decimal.New(500, 0)
	unlikeHigh = decimal.New(2000, 0)
)

// tellUnlike tells of amounts that are unlike the others of their line, or of their
// kind in their column.
func (r *reader) tellUnlike(t *Records, lines []budget.Line) {
	told := map[budget.Origin]bool{}
	for i := range lines {
		var years []budget.Amount
		for _, a := range lines[i].Amounts {
			years = append(years, a.Amount)
		}
		r.project = lines[i].Project.Text
		r.unlike(years, told)
	}
	r.project = ""
	for _, c := range t.Amounts() {
		byKind := map[budget.Kind][]budget.Amount{}
		for i := range lines {
			for _, a := range amountsIn(t, &lines[i], c.Col) {
				byKind[lines[i].Kind.Value] = append(byKind[lines[i].Kind.Value], *a)
			}
		}
		for kind := budget.Cost; kind <= budget.Funding; kind++ {
			r.unlike(byKind[kind], told)
		}
	}
}

// unlike tells of each of some amounts that is about a thousand times the middle
// one of the others, or a thousandth of it.
func (r *reader) unlike(amounts []budget.Amount, told map[budget.Origin]bool) {
	var sizes []decimal.Decimal
	for _, a := range amounts {
		if a.Known() && !a.Value.IsZero() {
			sizes = append(sizes, a.Value.Abs())
		}
	}
	if len(sizes) < 3 {
		return
	}
	slices.SortFunc(sizes, decimal.Decimal.Compare)
	middle := sizes[len(sizes)/2]
	for _, a := range amounts {
		if !a.Known() || a.Value.IsZero() || told[a.Origin] {
			continue
		}
		large, small := a.Value.Abs(), middle
		if large.LessThan(small) {
			large, small = small, large
		}
		if large.GreaterThan(small.Mul(unlikeLow)) && large.LessThan(small.Mul(unlikeHigh)) {
			told[a.Origin] = true
			r.tell(budget.UnlikeSiblings, workbook.Value{Origin: a.Origin},
				budget.Kroner{Decimal: a.Value}, budget.Kroner{Decimal: middle})
		}
	}
}
