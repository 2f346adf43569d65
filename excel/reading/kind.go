package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// kind reads a cell as the kind of a line: by a fixed word, else by the words it is
// composed of.
func (r *reader) kind(v workbook.Value) budget.Field[budget.Kind] {
	return fieldOf(r, v, budget.UnknownTerm, notation.Kinds.Choices(), func(v workbook.Value) (budget.Kind, bool) {
		if kind, ok := notation.Kinds.Find(v.Text); ok {
			return kind, true
		}
		h := notation.ReadHeading(v.Text)
		kind := notation.ListKinds[h.Role]
		return kind, kind != 0 && h.Doubt == ""
	})
}

// reimbursement reads a cell as before or after the state's reimbursement.
func (r *reader) reimbursement(v workbook.Value) budget.Field[budget.Reimbursement] {
	return fieldOf(r, v, budget.UnknownTerm, notation.Reimbursements.Choices(), func(v workbook.Value) (budget.Reimbursement, bool) {
		if way, ok := notation.Reimbursements.Find(v.Text); ok {
			return way, true
		}
		way, certainty := notation.ReadWay(v.Text)
		return way, certainty == notation.Certain
	})
}
