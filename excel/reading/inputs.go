package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// leaveOutInputs leaves out the tables that hold what others are computed of: prices, numbers
// of citizens, pay. Nothing in or around them says a kind, they name no project, and every
// figure in them is read by a formula of an amount in another table, which is checked with
// them.
func (r *reader) leaveOutInputs() {
	if !slices.ContainsFunc(r.tables, r.mayBeInputs) {
		return
	}
	read := map[budget.Origin]bool{}
	for _, t := range r.allTables() {
		r.gatherRead(t, read)
	}
	r.tables = slices.DeleteFunc(r.tables, func(t *Records) bool { return r.mayBeInputs(t) && r.allRead(t, read) })
}

// mayBeInputs reports whether nothing says what a table's amounts are, nor of which project.
func (r *reader) mayBeInputs(t *Records) bool {
	if t.Projects || t.List || t.Has(notation.RoleName) || t.Has(notation.RoleKind) {
		return false
	}
	for _, row := range t.RowNumbers {
		around := r.contextOf(t, row)
		said := sayingOf(r.itemOf(t, row).Text)
		if around.kind != 0 || around.project != budget.NoOrigin || around.name.Text != "" || notation.ListKinds[said.Role] != 0 {
			return false
		}
	}
	return len(t.RowNumbers) > 0
}

// gatherRead gathers the cells outside a table that the formulas in its amounts read.
func (r *reader) gatherRead(t *Records, read map[budget.Origin]bool) {
	for _, c := range t.Amounts() {
		for _, row := range t.RowNumbers {
			for _, area := range r.Book.Precedents(t.Sheet, workbook.Ref{Row: row, Col: c.Col}) {
				if area.Sheet.Index != t.Index || !t.spans(area.Range) {
					eachFilled(r.Book, area, func(at budget.Origin) { read[at] = true })
				}
			}
		}
	}
}

// spans reports whether some of a range stands in the table's rows.
func (t *Records) spans(part workbook.Range) bool {
	return part.To.Row >= t.Upper && part.From.Row <= t.RowNumbers[len(t.RowNumbers)-1]
}

// allRead reports whether all the figures in a table's amounts are among some cells, and there
// are any.
func (r *reader) allRead(t *Records, read map[budget.Origin]bool) bool {
	some := false
	for _, c := range t.Amounts() {
		for _, row := range t.RowNumbers {
			v := r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})
			if v.Kind != workbook.Number {
				continue
			}
			if !read[v.Origin] {
				return false
			}
			some = true
		}
	}
	return some
}
