package budget

// DoubledDeadweight: the effect was measured against a comparison group, and a share that
// would have come anyway is taken off all the same.
//
// A comparison group shows what would have come anyway, so it may be taken off already. The
// share is taken off as it is stated; somebody should confirm it.
var ruleDoubledDeadweight = Rule{
	Code: DoubledDeadweight,
	Fires: `
		projekt: Nabohjælp; fuldt belyst; sammenlignet ja
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; fuldt belyst; alligevel 20 %`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; fuldt belyst; alligevel 20 %`,
	Check: func(c *Case) (Answer, []Finding) {
		var findings []Finding
		for l := range c.savings {
			share, stated := l.Deadweight.Get()
			if c.Project.Compared.Value && stated && share.IsPositive() && l.mayCount(c) {
				f := c.finding(DoubledDeadweight, l.Deadweight.Origin)
				f.Have, f.Want = Percentage{share}, l.called()
				findings = append(findings, f)
			}
		}
		return verdictOn(findings)
	},
}
