package budget

import "github.com/shopspring/decimal"

// SuspiciousAmount: a project's savings are so large, or so small, that somebody should look.
//
// A saving over ten times the cost, a coverage above 200 %, or one below 1 % though savings
// count, may be a slip in the unit. Very good projects exist, so it blocks nothing.
var ruleSuspiciousAmount = Rule{
	Code: SuspiciousAmount,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 5.000
		besparelse: Færre anbringelser; 60.000; fuldt belyst`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 5.000
		besparelse: Færre anbringelser; 9.000; fuldt belyst`,
	Check: func(c *Case) (Answer, []Finding) {
		if answer, _ := ruleImplausibleAmount.Check(c); answer != Pass {
			return Unknown, nil // told as that
		}
		if len(c.confirmed()) > 0 {
			return Pass, nil // somebody has looked
		}
		over := func(saving, cost decimal.Decimal) bool { return saving.GreaterThan(cost.Mul(tenTimes)) }
		if large, cost := c.largeSavings(over); len(large) > 0 {
			f := c.finding(SuspiciousAmount, large[0].Origin)
			f.Have, f.Want = Kroner{large[0].Value}, Kroner{cost}
			for _, a := range large[1:] {
				f.Related = append(f.Related, a.Origin)
			}
			return Fail, []Finding{f}
		}
		for _, y := range c.Figures {
			if y.Coverage.Known && (y.Coverage.Value.GreaterThan(highCoverage) || y.scant()) {
				f := c.finding(SuspiciousAmount, c.Project.Name.Origin)
				f.Have, f.Related = Percentage{y.Coverage.Value}, y.Coverage.Terms
				return Fail, []Finding{f}
			}
		}
		return Pass, nil
	},
}

// What wants a look. That is the program's proposal.
var (
	tenTimes     = decimal.New(10, 0)
	highCoverage = decimal.New(2, 0)
	lowCoverage  = decimal.New(1, -2)
)

// scant reports whether savings count and next to nothing is covered.
func (f YearFigures) scant() bool {
	return f.CountedSavings.Positive() && f.Coverage.Value.LessThan(lowCoverage)
}
