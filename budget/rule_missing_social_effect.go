package budget

// MissingSocialEffect: a project does not say what it did for the citizens.
//
// A blank cell is not a statement. "Ikke dokumenteret" is one, and is accepted.
var ruleMissingSocialEffect = Rule{
	Code:   MissingSocialEffect,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; udløber 2025; økonomi dokumenteret
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; udløber 2025; social udokumenteret; økonomi dokumenteret; forlænget nej
		driftsudgift: Mentorer; 1.000`,
	Check: func(c *Case) (Answer, []Finding) {
		return present(MissingSocialEffect, c.Project.Social, c)
	},
}
