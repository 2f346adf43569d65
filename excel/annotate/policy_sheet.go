package annotate

import (
	"videre/budget"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

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
	if a.uncoloured {
		s.Assumed = append(s.Assumed, a.say("copy.uncoloured", text.Arg("sheet", budget.Quote(a.names.findings))))
	}
	for _, of := range a.Account.Sheets(a.Language, a.Book.SheetName) {
		s.Account = append(s.Account, sheets.SheetAccount(of))
	}
	s.AddTo(b, a.names.policy)
}
