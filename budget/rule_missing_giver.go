package budget

import "cmp"

// MissingGiver: funding does not say whose money it is.
//
// Only money from outside the municipality finances a project; moved from one of its own
// pockets to another, it has to be found once more. Until it is stated, it is not counted.
var ruleMissingGiver = Rule{
	Code: MissingGiver,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Puljen; 1.000; til 2029`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Puljen; 1.000; giver ekstern; til 2029`,
	Check: func(c *Case) (Answer, []Finding) {
		if c.factUnread() {
			return Unknown, nil
		}
		var findings []Finding
		for _, l := range c.Lines {
			if l.Kind.Value != Funding || !c.Policy.CountFunding || l.Giver.State != Blank || l.amountState(c) == Blank {
				continue
			}
			at := cmp.Or(l.Giver.Origin, l.Origin)
			if len(findings) > 0 {
				findings[0].Related = append(findings[0].Related, at)
				continue
			}
			f := c.finding(MissingGiver, at)
			f.Have = l.called()
			findings = append(findings, f)
		}
		return verdictOn(findings)
	},
}
