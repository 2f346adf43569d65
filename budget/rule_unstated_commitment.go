package budget

import "cmp"

// UnstatedCommitment: external funding does not say until when it is committed.
//
// An amount in a year's own column is counted in that year, an amount for every year in the
// budget year alone. Somebody should say until when the fund has promised.
var ruleUnstatedCommitment = Rule{
	Code: UnstatedCommitment,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Fonden; 1.000; giver ekstern`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		finansiering: Fonden; 1.000; giver ekstern; varigt ja`,
	Check: func(c *Case) (Answer, []Finding) {
		return eachLine(c, func(l *LineCase) (Answer, []Finding) {
			if l.Kind.Value != Funding || !l.mayCount(c) || !l.unstated() || l.amountState(c) == Blank {
				return Pass, nil
			}
			answer, findings := present(UnstatedCommitment, l.CommittedUntil, c)
			for i := range findings {
				findings[i].Origin = cmp.Or(l.CommittedUntil.Origin, l.Origin)
				findings[i].Have = l.called()
				if years := l.countedYears(c); len(years) < len(c.Years) {
					findings[i].Want = yearList(years)
				}
			}
			return answer, findings
		})
	},
}
