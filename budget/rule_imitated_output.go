package budget

// ImitatedOutput: a sheet, columns or notes look like the program's own and are the
// department's.
//
// A verdict that somebody typed is none, and whoever reads the copy is to know which is the
// program's.
var ruleImitatedOutput = WorkbookRule{
	Code: ImitatedOutput,
	Fires: `
		efterlignet: Vurdering
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Check: func(cs *Cases) []Finding { return cs.beside(BesideImitated, ImitatedOutput) },
}
