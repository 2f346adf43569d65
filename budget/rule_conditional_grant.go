package budget

import "cmp"

// ConditionalGrant: an investor's grant is on a condition, and no line says what is to be
// paid back.
//
// Such a grant is a loan until its condition is met. Without the repayment it is not
// counted.
var ruleConditionalGrant = Rule{
	Code: ConditionalGrant,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Investoren; 1.000; giver ekstern; til 2029; betinget ja`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Investoren; 1.000; giver ekstern; til 2029; betinget ja
		tilbagebetaling: Investoren; 100`,
	Check: func(c *Case) (Answer, []Finding) {
		var findings []Finding
		for _, l := range c.Lines {
			if l.Kind.Value == Funding && c.Policy.CountFunding && l.Giver.Value == External && l.Conditional.Value && !c.repays() {
				f := c.finding(ConditionalGrant, cmp.Or(l.Conditional.Origin, l.Origin))
				f.Have = l.called()
				findings = append(findings, f)
			}
		}
		return verdictOn(findings)
	},
}
