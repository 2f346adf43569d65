package budget

import "github.com/shopspring/decimal"

// RoundingGap: what is missing is so little that it looks like rounding.
//
// The gap is real and is judged as one. It is told apart here, so that the
// department can correct the last digit instead of negotiating about it.
var ruleRoundingGap = Rule{
	Code: RoundingGap,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000.000,01
		besparelse: Færre anbringelser; 1.000.000; tilfalder kommune; område Familier`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.200.000
		besparelse: Færre anbringelser; 1.000.000; tilfalder kommune; område Familier`,
	Check: func(c *Case) (Answer, []Finding) {
		worst, ok := c.Worst()
		if !ok || !worst.Gap.Known || !worst.Cost.Known {
			return Unknown, nil
		}
		if !worst.Gap.Positive() || worst.Gap.Value.Mul(roundingPart).GreaterThan(worst.Cost.Value) {
			return Pass, nil
		}
		f := c.finding(RoundingGap, c.Project.Name.Origin)
		f.Have, f.Want = Kroner{worst.Gap.Value}, Year(worst.Year)
		f.Related = worst.Gap.Terms
		return Fail, []Finding{f}
	},
}

// roundingPart: a gap below a thousandth of the cost looks like rounding.
var roundingPart = decimal.New(1000, 0)
