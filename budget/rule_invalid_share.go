package budget

// InvalidShare: the municipality's share of a saving is below 0 or above 100 %.
var ruleInvalidShare = Rule{
	Code:   InvalidShare,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier; andel 120 %`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier; andel 60 %`,
	Check: func(c *Case) (Answer, []Finding) {
		var findings []Finding
		for l := range c.savings {
			if !validShare(l.Share) {
				f := c.finding(InvalidShare, l.Share.Origin)
				f.Have = Percentage{l.Share.Value}
				findings = append(findings, f)
			}
		}
		return verdictOn(findings)
	},
}
