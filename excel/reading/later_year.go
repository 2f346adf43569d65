package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
)

// tellLaterYears tells of a year after those judged in which a project's cost is more than
// what is there to pay for it, and more so than in the last year judged: the verdict goes by
// the budget year and the estimate years alone.
func (r *reader) tellLaterYears() {
	if r.base == 0 {
		return
	}
	last := r.base + r.set.estimateYears()
	for i := range r.sub.Projects {
		p := &r.sub.Projects[i]
		lines := r.linesOf(p.Origin)
		before := yearSum(lines, last)
		for _, year := range laterYears(lines, last) {
			later := yearSum(lines, year)
			if !before.known || !later.known || !later.lack().GreaterThan(decimal.Max(before.lack(), decimal.Zero)) {
				continue
			}
			r.report(budget.Finding{
				Code: budget.UncoveredYear, Project: p.Name.Text, Origin: later.at,
				Have: budget.Kroner{Decimal: later.pays}, Want: budget.Kroner{Decimal: later.cost},
			})
			break
		}
	}
}

// linesInStep is how many lines are passed in the time of a look at a cell.
const linesInStep = 4

// linesOf are the lines of a project.
func (r *reader) linesOf(project budget.Origin) []*budget.Line {
	r.Book.Spend(len(r.sub.Lines) / linesInStep)
	var lines []*budget.Line
	for i := range r.sub.Lines {
		if l := &r.sub.Lines[i]; r.projectOrigin(l) == project {
			lines = append(lines, l)
		}
	}
	return lines
}

// laterYears are the years after a last one that lines state amounts for, in their order. An
// amount for every year beside a column for each is what holds after them.
func laterYears(lines []*budget.Line, last int) []int {
	var years []int
	add := func(year int) {
		if year > last && !slices.Contains(years, year) {
			years = append(years, year)
		}
	}
	for _, l := range lines {
		for i := range l.Amounts {
			add(l.Amounts[i].Year)
		}
		if l.Annual.State != budget.Blank && hasYear(l, last) {
			add(last + 1)
		}
	}
	slices.Sort(years)
	return years
}

// hasYear reports whether a line has an amount of a year's own, or a place for one.
func hasYear(l *budget.Line, year int) bool {
	return slices.ContainsFunc(l.Amounts, func(a budget.YearAmount) bool { return a.Year == year })
}

// costAndPay are what a project costs in a year, and what is there to pay for it.
type costAndPay struct {
	cost, pays decimal.Decimal
	at         budget.Origin // the first cost
	known      bool          // each line says something of the year
}

// lack is what is not paid for.
func (s costAndPay) lack() decimal.Decimal { return s.cost.Sub(s.pays) }

// yearSum adds the lines of a project in a year. What falls to others pays for nothing.
func yearSum(lines []*budget.Line, year int) costAndPay {
	s := costAndPay{known: true}
	for _, l := range lines {
		a := l.In(year)
		switch {
		case l.Kind.Value == budget.OneOff || l.Kind.Value == budget.Repayment:
		case l.Kind.Value == budget.Saving && l.Payer.Value != budget.Municipality:
		case !l.Kind.Known() || a.State.Unread() || !hasYear(l, year) && l.Annual.Origin == budget.NoOrigin:
			return costAndPay{}
		case l.Kind.Value == budget.Cost:
			if s.at == budget.NoOrigin {
				s.at = a.Origin
			}
			s.cost = s.cost.Add(a.Value)
		default:
			s.pays = s.pays.Add(a.Value)
		}
	}
	return s
}
