package excel

import "videre/budget"

// Review is a workbook that has been read and judged.
type Review struct {
	*Reading
	Report *budget.Report
	stood  []string // what stood in the cell of each finding, once the content is let go of
}

// had is what stood in the cell of the report's finding with the given index.
func (r *Review) had(i int) string {
	if r.stood != nil {
		return r.stood[i]
	}
	return r.Book.stood(r.Report.Findings[i].Origin)
}
