package budget

// MissingCost: a project states no running cost above zero.
//
// What is to be financed is not known, so no financing can be full.
var ruleMissingCost = Rule{
	Code:   MissingCost,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier`,
	Check: func(c *Case) (Answer, []Finding) {
		costs, unsure := 0, len(c.Doubtful) > 0 || c.moneyUnread(Cost)
		for _, l := range c.Lines {
			kind, known := l.Kind.Get()
			if known && kind == Cost {
				costs++
			}
			unsure = unsure || !known
		}
		positive := false
		for _, f := range c.Figures {
			positive = positive || f.Running.Positive()
			unsure = unsure || costs > 0 && !f.Running.Known
		}
		switch {
		case positive:
			return Pass, nil
		case unsure || costs > 0 && len(c.Years) == 0:
			return Unknown, nil
		}
		return Fail, []Finding{c.finding(MissingCost, c.Project.Name.Origin)}
	},
}
