package budget

import "github.com/shopspring/decimal"

// InvalidShare: the municipality's share of a saving, or the share that would have come
// anyway, is below 0 or above 100 %.
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
			for _, share := range []Field[decimal.Decimal]{l.Share, l.Deadweight} {
				if !validShare(share) {
					f := c.finding(InvalidShare, share.Origin)
					f.Have = Percentage{share.Value}
					findings = append(findings, f)
				}
			}
		}
		return verdictOn(findings)
	},
}
