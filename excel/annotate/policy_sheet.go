package annotate

import "videre/excel/internal/sheets"

// policySheet is the sheet Regler og forudsætninger of an annotated copy.
func (a *annotation) policySheet(b *sheets.Builder) {
	s := &sheets.PolicySheet{
		Options: a.Options,
		Policy:  a.report.Policy,
		Year:    a.report.BudgetYear,
		Years:   a.report.Years,
		Input:   a.Book.SHA256,
		Assumed: a.sentences(a.report.Assumptions),
	}
	for _, of := range a.Account.Sheets(a.Language, a.Book.SheetName) {
		s.Account = append(s.Account, sheets.SheetAccount(of))
	}
	s.AddTo(b, a.names.policy)
}
