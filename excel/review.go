package excel

import (
	"videre/budget"
	"videre/excel/annotate"
	"videre/excel/forms"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
)

// Review is a file that has been read and judged.
type Review struct {
	*reading.Review
	Input *Input
}

// ReviewFile reads a workbook and holds it against a policy. It fails with an
// *Unreadable when the file cannot be read.
func ReviewFile(path string, set reading.Settings, policy *budget.Policy) (*Review, error) {
	in, err := Open(path)
	if err != nil {
		return nil, err
	}
	return in.Review(set, policy), nil
}

// Review reads what the workbook says and holds it against a policy.
func (in *Input) Review(set reading.Settings, policy *budget.Policy) *Review {
	if set.Year == 0 {
		set.Year = policy.BudgetYear
	}
	set.EstimateYears = policy.EstimateYears
	read := reading.Read(in.Book, set)
	sub := read.Submission
	if in.Corrected {
		sub.Assumed = append([]budget.Message{{Key: "assumed.corrected"}}, sub.Assumed...)
	}
	if own, found := forms.IgnoredPolicy(in.Book, policy.Fingerprint()); found {
		sub.Findings = append(sub.Findings, own)
	}
	return &Review{Review: &reading.Review{Reading: read, Report: budget.Review(sub, policy)}, Input: in}
}

// Annotate makes the annotated copy of the workbook.
func (r *Review) Annotate(o sheets.Options) ([]byte, error) {
	return annotate.Copy(r.Reading, r.Report, r.Input.Entries, o)
}
