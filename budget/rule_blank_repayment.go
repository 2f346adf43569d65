package budget

// BlankRepayment: a repayment to the investor has no amount in a year that is judged.
//
// Repayments are paid in the years that were agreed on, so a blank year is read as none.
var ruleBlankRepayment = Rule{
	Code: BlankRepayment,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		tilbagebetaling: Investoren; 2026 200; 2027 200`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		tilbagebetaling: Investoren; 2026 200; 2027 200; 2028 0; 2029 0`,
	Check: func(c *Case) (Answer, []Finding) {
		if c.moneyUnread(Repayment) {
			return Unknown, nil
		}
		var findings []Finding
		for _, l := range c.Lines {
			if l.Kind.Value != Repayment || l.Budgeted.Value {
				continue
			}
			if blank := blanks(l.Line, c.Years); len(blank) > 0 {
				findings = append(findings, blankFinding(c, BlankRepayment, l, blank))
			}
		}
		return verdictOn(findings)
	},
}
