package reading

import (
	"videre/budget"
	"videre/excel/layout"
)

// Settings are what the user settles for workbooks that do not say it themselves; the zero
// value settles nothing. What is used of them stands in the submission as an assumption.
type Settings struct {
	Unit          *Unit        // of amounts, where nothing states one; nil for none. See [ParseUnit]
	PriceLevel    int          // of amounts, as a year, where nothing states one; 0 for none
	Payer         budget.Payer // of savings that name none; 0 for none
	Year          int          // the budget year, the user's or else the policy's; 0 where the workbook is to say
	Asked         bool         // Year is the user's
	EstimateYears int          // years judged after the budget year; 0 for three
	Map           *layout.Map  // what headings mean that the program does not know; nil for none
}

// defaultEstimateYears are the overslagsår of a Danish municipality's budget: three.
const defaultEstimateYears = 3

// estimateYears is how many years are judged after the budget year.
func (s Settings) estimateYears() int {
	if s.EstimateYears == 0 {
		return defaultEstimateYears
	}
	return s.EstimateYears
}
