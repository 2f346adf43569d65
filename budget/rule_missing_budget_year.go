package budget

// MissingBudgetYear: nothing says which year's budget the workbook is for.
//
// Whether a project is up for decision depends on the budget year.
var ruleMissingBudgetYear = WorkbookRule{
	Code: MissingBudgetYear,
	Fires: `
		uden budgetår
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Check: func(cs *Cases) []Finding {
		if cs.Year.Year != 0 || len(cs.All) == 0 {
			return nil
		}
		return []Finding{{Code: MissingBudgetYear, Origin: cs.Submission.PriceLevelAt}}
	},
}
