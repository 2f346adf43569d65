package budget

// MixedPriceLevels: a project's amounts are stated in the prices of several years.
//
// Amounts of different price levels cannot be added. Which level is used does
// not matter; a policy with a price index for the levels brings them to one.
var ruleMixedPriceLevels = Rule{
	Code:   MixedPriceLevels,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000; 2026-pl
		besparelse: Færre anbringelser; 1.000; 2025-pl; tilfalder kommune; område Familier`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000; 2025-pl
		besparelse: Færre anbringelser; 1.000; 2025-pl; tilfalder kommune; område Familier`,
	Check: func(c *Case) (Answer, []Finding) {
		if !c.prices.mixed() {
			return Pass, nil
		}
		first := map[int]Origin{}
		for _, l := range c.Lines {
			l.Stated(func(a Amount) bool {
				if at, seen := first[a.PriceLevel]; a.State == Given && (!seen || a.Origin < at) {
					first[a.PriceLevel] = a.Origin
				}
				return true
			})
		}
		f := c.finding(MixedPriceLevels, first[c.prices.levels[0]])
		f.Have = yearList(c.prices.levels)
		for _, level := range c.prices.levels[1:] {
			f.Related = append(f.Related, first[level])
		}
		return Fail, []Finding{f}
	},
}
