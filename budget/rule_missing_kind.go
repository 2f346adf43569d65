package budget

// MissingKind: a line does not say whether it is a cost, a saving or funding.
var ruleMissingKind = Rule{
	Code:   MissingKind,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		post: Færre anbringelser; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier`,
	Check: func(c *Case) (Answer, []Finding) {
		return eachLine(c, func(l *LineCase) (Answer, []Finding) {
			return present(MissingKind, l.Kind, c)
		})
	},
}

// eachLine is a check of every line: Fail when one fails, with all findings.
func eachLine(c *Case, check func(*LineCase) (Answer, []Finding)) (Answer, []Finding) {
	answer, findings := Pass, []Finding(nil)
	for _, l := range c.Lines {
		a, f := check(l)
		answer, findings = answer.And(a), append(findings, f...)
	}
	return answer, findings
}
