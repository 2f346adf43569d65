package budget

// MissingName: a project has no name.
//
// Lines, decisions and people refer to a project by its name; without one
// nobody can say which amounts are its own.
var ruleMissingName = Rule{
	Code:   MissingName,
	Blocks: true,
	Fires: `
		projekt: ; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Check: func(c *Case) (Answer, []Finding) {
		return present(MissingName, c.Project.Name, c)
	},
}
