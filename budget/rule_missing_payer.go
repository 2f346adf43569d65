package budget

// MissingPayer: a saving does not say whose budget it falls in.
//
// Only the municipality's own savings finance a project; a saving without a
// payer is neither counted nor left out.
var ruleMissingPayer = Rule{
	Code:   MissingPayer,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; område Familier`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier`,
	Check: func(c *Case) (Answer, []Finding) {
		return eachLine(c, func(l *LineCase) (Answer, []Finding) {
			if l.Kind.Value != Saving {
				return Pass, nil
			}
			answer, findings := present(MissingPayer, l.Payer, c)
			for i := range findings {
				findings[i].Have = l.called()
			}
			return answer, findings
		})
	},
}
