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

// ReviewFile reads a workbook and holds it against a policy. It fails with an
// *Unreadable when the file cannot be read.
func ReviewFile(path string, set Settings, policy *budget.Policy) (*Review, error) {
	book, err := Open(path)
	if err != nil {
		return nil, err
	}
	if set.Year == 0 {
		set.Year = policy.BudgetYear
	}
	set.EstimateYears, set.InForce = policy.EstimateYears, policy.Fingerprint()
	reading := book.Submission(set)
	return &Review{Reading: reading, Report: budget.Review(reading.Submission, policy)}, nil
}
