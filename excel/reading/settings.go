package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
)

// Settings are what the user settles for workbooks that do not say it themselves.
// What is used of them is written into the output as an assumption.
type Settings struct {
	Unit          *notation.Unit // of amounts; see ParseUnit
	PriceLevel    int            // of amounts
	Payer         budget.Payer   // of savings that name none
	Year          int            // the budget year: the user's, else the policy's
	Asked         bool           // Year is the user's
	EstimateYears int            // years judged after the budget year
	Map           *layout.Map    // what headings mean that the program does not know
}

// estimateYears is how many years are judged after the budget year.
func (s Settings) estimateYears() int {
	if s.EstimateYears == 0 {
		return 3
	}
	return s.EstimateYears
}
