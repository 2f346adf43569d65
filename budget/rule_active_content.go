package budget

// ActiveContent: the workbook can run something by itself.
//
// Macros, controls, embedded programs and commands to other programs go with the copy as they
// came. The program runs none of them; whoever opens the copy decides.
var ruleActiveContent = WorkbookRule{
	Code: ActiveContent,
	Fires: `
		kører selv: makroer
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Check: func(cs *Cases) []Finding { return cs.beside(BesideActive, ActiveContent) },
}
