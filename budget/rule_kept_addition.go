package budget

// KeptAddition: in a corrected copy, cells stood among the program's own that are not its.
//
// Somebody wrote in the program's sheets, columns or notes. What is the program's own is taken
// off and made anew; what is not its stays, and is read as the department's.
var ruleKeptAddition = WorkbookRule{
	Code: KeptAddition,
	Fires: `
		beholdt: Ekstra husleje
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Check: func(cs *Cases) []Finding { return cs.beside(BesideKept, KeptAddition) },
}
