package budget

// UnknownExtension: whether a project was extended before is not stated, and the
// verdict turns on it.
//
// A project can be extended once to gather experience; extended before, it goes
// to the negotiations. Where the verdict is the same either way, a blank is fine.
var ruleUnknownExtension = Rule{
	Code:   UnknownExtension,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; udløber 2025; social uklar; økonomi dokumenteret
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; udløber 2025; social uklar; økonomi dokumenteret; forlænget nej
		driftsudgift: Mentorer; 1.000`,
	Check: func(c *Case) (Answer, []Finding) {
		facts := c.facts().with(FactComplete, Yes)
		decision := c.Policy.Decision.Decide(facts)
		if !decision.Stopped || decision.Missing != FactExtended {
			return Pass, nil
		}
		return present(UnknownExtension, c.Project.ExtendedBefore, c)
	},
}
