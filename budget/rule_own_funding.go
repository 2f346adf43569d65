package budget

import "cmp"

// OwnFunding: what is stated as external funding is the municipality's own money.
//
// Money from a central pool, the treasury or what was saved up is the municipality's
// already; it is told, and finances nothing.
var ruleOwnFunding = Rule{
	Code: OwnFunding,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Rådet for Sociale Investeringer; 1.000; giver egen; til 2029`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Fonden; 1.000; giver ekstern; til 2029`,
	Check: func(c *Case) (Answer, []Finding) {
		var findings []Finding
		for _, l := range c.Lines {
			if l.Kind.Value == Funding && c.Policy.CountFunding && l.Giver.Value == Own {
				f := c.finding(OwnFunding, cmp.Or(l.Giver.Origin, l.Origin))
				f.Have = l.called()
				findings = append(findings, f)
			}
		}
		return verdictOn(findings)
	},
}
