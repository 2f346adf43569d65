package budget

// CeasingCost: a project has no running cost in a judged year, and has one in another.
//
// A year without cost is financed whatever is saved, so a cost that was left out reads like
// one that ends. Both happen, so it blocks nothing.
var ruleCeasingCost = Rule{
	Code: CeasingCost,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 2026 1.000; 2027 1.000; 2028 0; 2029 0
		besparelse: Færre anbringelser; 1.000; fuldt belyst`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; fuldt belyst`,
	Check: func(c *Case) (Answer, []Finding) {
		var without []int
		some := false
		for _, f := range c.Figures {
			some = some || f.Running.Positive()
			if f.Running.Known && f.Running.IsZero() {
				without = append(without, f.Year)
			}
		}
		if !some || len(without) == 0 {
			return Pass, nil
		}
		f := c.finding(CeasingCost, c.costAt(without[0]))
		f.Want = yearList(without)
		return Fail, []Finding{f}
	},
}

// costAt is the cell of the project's first running cost in a year.
func (c *Case) costAt(year int) Origin {
	for _, l := range c.Lines {
		if l.Kind.Value == Cost {
			return l.In(year).Origin
		}
	}
	return c.Project.Name.Origin
}
