package budget

// MissingPriceLevel: the workbook states no price level at all.
//
// The amounts are compared as they stand; somebody should confirm that they are
// all in the same year's prices.
var ruleMissingPriceLevel = WorkbookRule{
	Code: MissingPriceLevel,
	Fires: `
		uden prisniveau
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000; 2026-pl`,
	Check: func(cs *Cases) []Finding {
		amounts := 0
		for i := range cs.Submission.Lines {
			stated := false
			cs.Submission.Lines[i].Stated(func(a Amount) bool {
				if a.State == Given {
					amounts++
				}
				stated = stated || a.PriceLevel != 0
				return !stated
			})
			if stated {
				return nil
			}
		}
		if amounts == 0 {
			return nil
		}
		return []Finding{{Code: MissingPriceLevel, Origin: cs.Submission.PriceLevelAt}}
	},
}
