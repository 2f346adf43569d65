package budget

import (
	"slices"

	"github.com/shopspring/decimal"
)

// ImplausibleAmount: an amount is so unlike its siblings that its unit must be doubted.
//
// It is a thousand times another year's of its line or more, or fits the other years when
// divided by a thousand or a million; or it is a saving of a hundred times its project's
// cost or more. The verdict would turn on it, so it waits until the amount is corrected, or
// confirmed by name in the rules.
var ruleImplausibleAmount = Rule{
	Code:   ImplausibleAmount,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 5.000
		besparelse: Færre anbringelser; 5.000.000; fuldt belyst`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 5.000
		besparelse: Færre anbringelser; 5.000; fuldt belyst`,
	Check: func(c *Case) (Answer, []Finding) {
		var findings []Finding
		told := map[Origin]bool{}
		for _, l := range c.Lines {
			if odd, middle := l.unlikeYears(); len(odd) > 0 {
				findings = append(findings, c.implausible(odd, middle)...)
				for _, a := range odd {
					told[a.Origin] = true
				}
			}
		}
		atLeast := func(saving, cost decimal.Decimal) bool { return times(saving, cost, hundred) }
		huge, cost := c.largeSavings(atLeast)
		huge = slices.DeleteFunc(huge, func(a Amount) bool { return told[a.Origin] })
		if len(huge) > 0 {
			findings = append(findings, c.implausible(huge, cost)...)
		}
		return verdictOn(findings)
	},
}

// What an amount is told from a slip in the unit by. That is the program's proposal.
var (
	thousand    = decimal.New(1000, 0)
	aThousandth = decimal.New(500, 0) // from half of a thousand times on, it fits when divided by it
)

// implausible is one finding for amounts of one cause that nobody confirmed, at the first.
func (c *Case) implausible(amounts []Amount, unlike decimal.Decimal) []Finding {
	amounts = slices.DeleteFunc(amounts, func(a Amount) bool {
		_, confirmed := c.confirmation(ImplausibleAmount, a)
		return confirmed
	})
	if len(amounts) == 0 {
		return nil
	}
	f := c.finding(ImplausibleAmount, amounts[0].Origin)
	f.Have, f.Want = Kroner{amounts[0].Value}, Kroner{unlike}
	for _, a := range amounts[1:] {
		f.Related = append(f.Related, a.Origin)
	}
	return []Finding{f}
}

// unlikeYears are the amounts of a line that are out of proportion to its other years, and
// the middle one of its amounts. A thousand times any other year's is; so is what fits the
// middle one when a thousand, or more, is taken off.
func (l *Line) unlikeYears() (odd []Amount, middle decimal.Decimal) {
	var given []Amount
	for _, a := range l.Amounts {
		if a.Known() && !a.Value.IsZero() {
			given = append(given, a.Amount)
		}
	}
	if len(given) < 2 {
		return nil, decimal.Zero
	}
	slices.SortStableFunc(given, func(a, b Amount) int { return a.Value.Abs().Cmp(b.Value.Abs()) })
	least, most := given[0].Value.Abs(), given[len(given)-1].Value.Abs()
	middle = given[(len(given)-1)/2].Value.Abs()
	for _, a := range given {
		if size := a.Value.Abs(); times(size, middle, aThousandth) || times(middle, size, aThousandth) {
			odd = append(odd, a)
		}
	}
	if len(odd) == 0 && times(most, least, thousand) {
		odd = given[len(given)-1:]
	}
	return odd, middle
}

// times reports whether an amount is a number of times another or more.
func times(a, b, n decimal.Decimal) bool { return a.GreaterThanOrEqual(b.Mul(n)) }

// largeSavings are the savings that are large against the project's cost of the year, each
// cell once, and the cost that the first is held against.
func (c *Case) largeSavings(large func(saving, cost decimal.Decimal) bool) (found []Amount, cost decimal.Decimal) {
	for l := range c.savings {
		for i, year := range c.Years {
			a, against := l.In(year), c.Figures[i].Cost
			all := c.prices.figure(a)
			if !against.Positive() || !all.Positive() || !large(all.Value, against.Value) {
				continue
			}
			if len(found) == 0 {
				cost = against.Value
			}
			if !slices.ContainsFunc(found, func(b Amount) bool { return a.Origin == b.Origin }) {
				found = append(found, a)
			}
		}
	}
	return found, cost
}
