package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// kind reads a cell as the kind of a line: by a fixed word, else by the words it is
// composed of.
func (r *reader) kind(v workbook.Value) budget.Field[budget.Kind] {
	if q := qualifiedKind(v.Text); q != nil {
		want := budget.Phrase(budget.Message{Key: reasonKey(q.Why)})
		r.tell(budget.QualifiedAmount, v, budget.Quote(q.Words), want)
		return budget.Field[budget.Kind]{State: budget.Unreadable, Text: v.Text, Origin: v.Origin}
	}
	return fieldOf(r, v, budget.UnknownTerm, notation.Kinds.Choices(), func(v workbook.Value) (budget.Kind, bool) {
		if kind, ok := notation.Kinds.Find(v.Text); ok {
			return kind, true
		}
		return notation.ReadLineKind(v.Text)
	})
}

// qualifiedKind is what the words of a cell say that gives no kind for sure because of them:
// "Besparelse pr. måned"; nil for one that gives a kind, or says nothing of amounts.
func qualifiedKind(text string) *notation.Qualified {
	if _, ok := notation.Kinds.Find(text); ok {
		return nil
	}
	if _, ok := notation.ReadLineKind(text); ok {
		return nil // told where the line is known
	}
	for _, q := range notation.ReadQualifiers(text) {
		if _, doubtful := qualifiedKinds[q.Why]; doubtful {
			return &q
		}
	}
	return nil
}

// reimbursement reads a cell as before or after the state's reimbursement.
func (r *reader) reimbursement(v workbook.Value) budget.Field[budget.Reimbursement] {
	return fieldOf(r, v, budget.UnknownTerm, notation.Reimbursements.Choices(), func(v workbook.Value) (budget.Reimbursement, bool) {
		if way, ok := notation.Reimbursements.Find(v.Text); ok {
			return way, true
		}
		if isNothing(v) { // no reimbursement: before and after are one
			return budget.Net, true
		}
		way, certainty := notation.ReadWay(v.Text)
		return way, certainty == notation.Certain
	})
}

// isNothing reports whether a value is zero, or zero per cent.
func isNothing(v workbook.Value) bool {
	if v.Kind == workbook.Text {
		t, ok := notation.ParseTyped(v.Text)
		return ok && !t.Dash && !t.Unquantified && t.Danish.IsZero() && t.English.IsZero()
	}
	d, ok := notation.StoredNumber(v.Raw)
	return v.Kind == workbook.Number && ok && d.IsZero()
}
