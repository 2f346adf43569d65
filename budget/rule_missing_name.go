package budget

// MissingName: a project has no name.
//
// Lines, decisions and people refer to a project by its name; without one
// nobody can say which amounts are its own.
//
// Fires:
//
//	projekt: ; fuldt belyst
//	driftsudgift: Mentorer; 1.000
//
// Accepted:
//
//	projekt: Nabohjælp; fuldt belyst
//	driftsudgift: Mentorer; 1.000
var ruleMissingName = Rule{MissingName, true, func(c *Case) (Answer, []Finding) {
	return present(MissingName, c.Project.Name, c)
}}
