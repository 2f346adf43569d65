package budget

// MissingArea: a saving that counts does not name the budget area that gives
// the money up.
//
// Money is only saved when a budget is lowered by it; somebody has to give it up.
var ruleMissingArea = Rule{
	Code:   MissingArea,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier`,
	Check: func(c *Case) (Answer, []Finding) {
		return eachLine(c, func(l *LineCase) (Answer, []Finding) {
			if l.Kind.Value != Saving || !l.mayCount(c) || l.amountState(c) == Blank {
				return Pass, nil
			}
			answer, findings := present(MissingArea, l.Area, c)
			for i := range findings {
				findings[i].Have = l.called()
			}
			return answer, findings
		})
	},
}
