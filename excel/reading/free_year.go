package reading

import (
	"github.com/shopspring/decimal"

	"videre/budget"
)

// costYear is what a project costs in a year, and the first cells that say so.
type costYear struct {
	year  int
	sum   decimal.Decimal
	cells []budget.Origin
}

// tellFreeYears tells of projects that cost nothing in a year, by a zero or a dash, and
// something in others: in such a year nothing can be missing.
func (r *reader) tellFreeYears() {
	if r.base == 0 {
		return
	}
	costs := map[string][]int{}
	var order []string
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		if kind, known := l.Kind.Get(); !known || kind != budget.Cost {
			continue
		}
		key := r.projectKey(l)
		if costs[key] == nil {
			order = append(order, key)
		}
		costs[key] = append(costs[key], i)
	}
	for _, key := range order {
		if years, known := r.costYears(costs[key]); known {
			r.tellFreeYear(&r.sub.Lines[costs[key][0]], years)
		}
	}
}

// costYears are the sums of some lines in each judged year; known is false when one is not
// read, or blank.
func (r *reader) costYears(lines []int) (years []costYear, known bool) {
	for year := r.base; year <= r.base+r.set.estimateYears(); year++ {
		y := costYear{year: year}
		for _, i := range lines {
			a := r.sub.Lines[i].In(year)
			if !a.Known() {
				return nil, false
			}
			y.sum, y.cells = y.sum.Add(a.Value), append(y.cells, a.Origin)
		}
		years = append(years, y)
	}
	return years, true
}

// tellFreeYear tells of the years without cost of a project that has a line.
func (r *reader) tellFreeYear(l *budget.Line, years []costYear) {
	f := budget.Finding{Code: budget.CostFreeYear, Project: r.nameOf(l.Owner)}
	if f.Project == "" {
		f.Project = l.Project.Text
	}
	var free budget.List
	for i, y := range years {
		if !y.sum.IsZero() {
			continue
		}
		if len(free) == 0 {
			f.Origin, f.Have = y.cells[0], budget.Kroner{Decimal: nearestCost(years, i)}
			f.Related = y.cells[1:]
		} else {
			f.Related = append(f.Related, y.cells...)
		}
		free = append(free, budget.Year(y.year))
	}
	if f.Want = free; len(free) > 0 && len(free) < len(years) {
		r.report(f)
	}
}

// nearestCost is the cost of the year with one that is nearest to a year without, the earlier
// of two.
func nearestCost(years []costYear, free int) decimal.Decimal {
	for distance := 1; distance < len(years); distance++ {
		for _, i := range []int{free - distance, free + distance} {
			if i >= 0 && i < len(years) && !years[i].sum.IsZero() {
				return years[i].sum
			}
		}
	}
	return decimal.Zero
}
