package excel

import "videre/budget"

// Review is a workbook that has been read and judged.
type Review struct {
	*Reading
	Report *budget.Report
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
	set.EstimateYears = policy.EstimateYears
	reading := book.Submission(set)
	return &Review{reading, budget.Review(reading.Submission, policy)}, nil
}
