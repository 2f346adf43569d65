package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
)

// tellNothingFound tells that no table of projects was found: which headings were
// looked for, and which sheet came nearest.
func (r *reader) tellNothingFound() {
	want := budget.List{}
	for _, role := range []notation.Role{
		notation.RoleName, notation.RoleExpiry, notation.RoleSocial, notation.RoleEconomic,
	} {
		want = append(want, notation.RoleWord(role))
	}
	f := budget.Finding{Code: budget.MissingTable, Want: want}
	if nearest, at := r.Nearest(); nearest != nil {
		f.Origin, f.Have = nearest.Origin(at), budget.Quote(nearest.Name)
	}
	r.report(f)
}
