package annotate

import (
	"videre/excel/internal/sheets"
)

// policySheet is the sheet in an annotated copy.
func (a *annotation) policySheet(p *sheets.Builder) {
	r := &sheets.PolicySheet{
		Options: a.Options,
		Policy:  a.report.Policy,
		Year:    a.report.BudgetYear,
		Years:   a.report.Years,
		Input:   a.Book.SHA256,
		Assumed: a.sentences(a.report.Assumptions),
	}
	r.AddTo(p, a.names.policy)
}
