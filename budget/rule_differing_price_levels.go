package budget

import "slices"

// DifferingPriceLevels: the workbooks of a batch are stated in the prices of
// several years.
//
// Each verdict is made within one workbook and is right; sums across workbooks add
// amounts that cannot be added.
var ruleDifferingPriceLevels = PortfolioRule{
	Code: DifferingPriceLevels,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000; 2026-pl
		---
		projekt: Fælles Start; fuldt belyst
		driftsudgift: Lærere; 1.000; 2025-pl`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000; 2026-pl
		---
		projekt: Fælles Start; fuldt belyst
		driftsudgift: Lærere; 1.000; 2026-pl`,
	Check: func(reports []*Report) []PortfolioFinding {
		first := map[int]Spot{}
		var levels []int
		eachAssessment(reports, func(submission int, a *Assessment) {
			for _, level := range a.prices.levels {
				if _, seen := first[level]; !seen {
					levels = append(levels, level)
					first[level] = Spot{submission, a.levelAt(level)}
				}
			}
		})
		if len(levels) < 2 {
			return nil
		}
		slices.Sort(levels)
		f := PortfolioFinding{Code: DifferingPriceLevels, At: first[levels[0]], Have: yearList(levels)}
		for _, level := range levels[1:] {
			f.Related = append(f.Related, first[level])
		}
		return []PortfolioFinding{f}
	},
}

// levelAt is the first of a case's amounts in a price level.
func (c *Case) levelAt(level int) Origin {
	for _, l := range c.Lines {
		for a := range l.Stated {
			if a.State == Given && a.PriceLevel == level {
				return a.Origin
			}
		}
	}
	return NoOrigin
}
