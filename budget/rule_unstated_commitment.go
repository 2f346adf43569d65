package budget

// UnstatedCommitment: external funding does not say until when it is committed.
//
// It is counted in every year it has an amount for; somebody should look whether
// the fund has promised that long.
var ruleUnstatedCommitment = Rule{
	Code: UnstatedCommitment,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Fonden; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Fonden; 1.000; til 2029`,
	Check: func(c *Case) (Answer, []Finding) {
		var findings []Finding
		for _, l := range c.Lines {
			if l.Kind.Value != Funding || !l.mayCount(c) ||
				l.CommittedUntil.State != Blank || l.amountState(c) == Blank {
				continue
			}
			at := l.CommittedUntil.Origin
			if at == NoOrigin {
				at = l.Origin
			}
			f := c.finding(UnstatedCommitment, at)
			f.Have = Quote(l.Item.Text)
			findings = append(findings, f)
		}
		return verdictOn(findings)
	},
}
