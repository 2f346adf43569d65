package budget

// OutsideSource: the workbook fetches from other workbooks, databases or the web.
//
// What it fetches may have changed since it was saved. The amounts are those that were saved; one
// that rests on such a formula is told by itself.
var ruleOutsideSource = WorkbookRule{
	Code: OutsideSource,
	Fires: `
		hentet udefra: links til andre arbejdsbøger
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Check: func(cs *Cases) []Finding { return cs.beside(BesideOutside, OutsideSource) },
}
