package budget

// UnnamedReallocation: money reallocated within an area's own budget does not say which
// area gives it up.
//
// Somebody has to give the money up. While nobody is named, it is not counted.
var ruleUnnamedReallocation = Rule{
	Code: UnnamedReallocation,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		omprioritering: Færre vikarer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		omprioritering: Færre vikarer; 1.000; område Familier`,
	Check: func(c *Case) (Answer, []Finding) {
		return eachLine(c, func(l *LineCase) (Answer, []Finding) {
			if l.Kind.Value != Reallocation || !c.Policy.CountReallocation || l.Budgeted.Value || l.amountState(c) == Blank {
				return Pass, nil
			}
			answer, findings := present(UnnamedReallocation, l.Area, c)
			for i := range findings {
				findings[i].Have = l.called()
			}
			return answer, findings
		})
	},
}
