package budget

// BlankSaving: a saving, a funding or a reallocation that would count has no amount.
//
// What is only expected finances nothing: the blank adds zero. A saving of the
// region, the state or others does not count in any case and may stay blank.
var ruleBlankSaving = Rule{
	Code: BlankSaving,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; tilfalder kommune; område Familier`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre indlæggelser; tilfalder region; område Psykiatrien`,
	Check: func(c *Case) (Answer, []Finding) {
		if c.moneyUnread(Saving) {
			return Unknown, nil
		}
		var findings []Finding
		for _, l := range c.Lines {
			if !l.mayCount(c) {
				continue
			}
			if blank := blanks(l.Line, l.countedYears(c)); len(blank) > 0 {
				findings = append(findings, blankFinding(c, BlankSaving, l, blank))
			}
		}
		return verdictOn(findings)
	},
}

// mayCount reports whether the line is a saving, funding or reallocation that the policy
// would count if it had an amount.
func (l *LineCase) mayCount(c *Case) bool {
	kind, _ := l.Kind.Get()
	switch kind {
	case Funding:
		return l.granted(c).Positive()
	case Reallocation:
		return c.Policy.CountReallocation && !l.Budgeted.Value && l.Area.State != Blank
	case Saving:
		payer, known := l.Payer.Get()
		return known && c.Policy.Counts(payer) && !l.Budgeted.Value && l.lowersBudget(c) != Fail
	}
	return false
}

// countedYears are the judged years in which the line could count.
func (l *LineCase) countedYears(c *Case) []int {
	var years []int
	for i, year := range c.Years {
		if l.Kind.Value != Funding || l.committed(c, i) {
			years = append(years, year)
		}
	}
	return years
}
