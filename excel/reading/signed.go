package reading

import (
	"videre/budget"
)

// tellSigned tells of a signature.
func (r *reader) tellSigned() {
	if r.Book.IsSigned() {
		r.report(budget.Finding{Code: budget.SignedWorkbook})
	}
}
