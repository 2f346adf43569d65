package budget

// MissingExpiry: a project does not say when it expires.
//
// Only what expires the year before the budget year is up for decision;
// without the year nobody can say whether this project is.
var ruleMissingExpiry = Rule{
	Code:   MissingExpiry,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; social positiv; økonomi dokumenteret
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; udløber 2025; social positiv; økonomi dokumenteret
		driftsudgift: Mentorer; 1.000`,
	Check: func(c *Case) (Answer, []Finding) {
		return present(MissingExpiry, c.Project.Expiry, c)
	},
}
