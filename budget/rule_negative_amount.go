package budget

// NegativeAmount: an amount is below zero where the others are not.
//
// Budgets write an expense with plus and a saving with plus or minus. A column
// whose savings are all negative has been read as savings already; what is still
// negative here contradicts the rest, and nobody can say which is meant.
var ruleNegativeAmount = Rule{
	Code:   NegativeAmount,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; -1.000; tilfalder kommune; område Familier`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier`,
	Check: func(c *Case) (Answer, []Finding) {
		var findings []Finding
		for _, l := range c.Lines {
			l.Stated(func(a Amount) bool {
				if isNegative(a) {
					f := c.finding(NegativeAmount, a.Origin)
					f.Have = Kroner{a.Value}
					findings = append(findings, f)
				}
				return true
			})
		}
		return verdictOn(findings)
	},
}
