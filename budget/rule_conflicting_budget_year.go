package budget

// ConflictingBudgetYear: places that tell the budget year disagree.
//
// The strongest is used: what the user asked for, the policy, a title, a column that says
// budget, the first of the year columns, the price level. The others are told.
var ruleConflictingBudgetYear = WorkbookRule{
	Code: ConflictingBudgetYear,
	Fires: `
		titel 2027
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		titel 2026
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Check: func(cs *Cases) []Finding {
		var findings []Finding
		for _, hint := range cs.YearsAgainst {
			if hint.Origin == NoOrigin {
				continue
			}
			f := Finding{Code: ConflictingBudgetYear, Origin: hint.Origin}
			f.Have, f.Want = Year(hint.Year), Year(cs.Year.Year)
			if cs.Year.Origin != NoOrigin {
				f.Related = []Origin{cs.Year.Origin}
			}
			findings = append(findings, f)
		}
		return findings
	},
}
