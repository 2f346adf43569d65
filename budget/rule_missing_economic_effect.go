package budget

// MissingEconomicEffect: a project does not say what it did for public spending.
//
// A blank cell is not a statement. "Ikke dokumenteret" is one, and is accepted.
var ruleMissingEconomicEffect = Rule{
	Code:   MissingEconomicEffect,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; udløber 2025; social positiv
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; udløber 2025; social positiv; økonomi udokumenteret; forlænget nej
		driftsudgift: Mentorer; 1.000`,
	Check: func(c *Case) (Answer, []Finding) {
		return present(MissingEconomicEffect, c.Project.Economic, c)
	},
}
