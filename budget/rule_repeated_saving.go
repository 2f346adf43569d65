package budget

// RepeatedSaving: several projects, of one workbook or several, claim the same
// saving.
//
// The same budget area, the same words and the same amounts, none of them zero, in
// every year. In one workbook that makes both projects unknown; across workbooks it
// is told here, since no copy depends on which other workbooks were read with it.
var ruleRepeatedSaving = PortfolioRule{
	Code: RepeatedSaving,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier
		---
		projekt: Fælles Start; fuldt belyst
		driftsudgift: Lærere; 2.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier
		---
		projekt: Fælles Start; fuldt belyst
		driftsudgift: Lærere; 2.000
		besparelse: Færre anbringelser; 2.000; tilfalder kommune; område Familier`,
	Check: func(reports []*Report) []PortfolioFinding {
		var claims groups[member]
		eachAssessment(reports, func(submission int, a *Assessment) {
			for l := range a.savings {
				if key, ok := l.identity(a.Years); ok && l.mayCount(a.Case) {
					claims.add(key, member{submission, a, l})
				}
			}
		})
		var findings []PortfolioFinding
		for _, key := range claims.order {
			members := claims.byKey[key]
			if !severalProjects(members) || sharedHeading(members) {
				continue
			}
			first := members[0]
			f := PortfolioFinding{
				Code: RepeatedSaving, Project: first.of.Name(),
				At: first.spot(first.line.Item.Origin), Have: Quote(first.line.Item.Text),
			}
			var who List
			for i, m := range members {
				amount := Kroner{m.line.In(m.of.BudgetYear()).Value}
				who = append(who, Phrase(say("portfolio.claim",
					Arg{"project", Quote(m.of.Name())}, Arg{"amount", amount})))
				if i > 0 {
					f.Related = append(f.Related, m.spot(m.line.Item.Origin))
				}
			}
			f.Want = some(who)
			findings = append(findings, f)
		}
		return findings
	},
}

// sharedHeading reports whether all members have their words from one heading of one
// submission, so that the words are none of theirs.
func sharedHeading(members []member) bool {
	for _, m := range members[1:] {
		if m.submission != members[0].submission || m.line.Item.Origin != members[0].line.Item.Origin {
			return false
		}
	}
	return true
}
