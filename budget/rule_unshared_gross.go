package budget

// UnsharedGross: a saving is stated before state reimbursement, and the
// municipality's share is not stated.
//
// The state pays a part of what is stated, so the municipality does not save all
// of it. Without the share none of it is counted.
var ruleUnsharedGross = Rule{
	Code: UnsharedGross,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Sparet forsørgelse; 1.000; tilfalder kommune; område Forsørgelse; brutto`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Sparet forsørgelse; 1.000; tilfalder kommune; område Forsørgelse; brutto; andel 70 %`,
	Check: func(c *Case) (Answer, []Finding) {
		var findings []Finding
		for l := range c.savings {
			if l.Reimbursement.Value == Gross && l.Share.State == Blank && l.mayCount(c) {
				f := c.finding(UnsharedGross, l.Reimbursement.Origin)
				f.Have = l.called()
				findings = append(findings, f)
			}
		}
		return verdictOn(findings)
	},
}
