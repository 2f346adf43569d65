package layout

import (
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// findFacts takes the one column of an unknown heading for the fact of projects that its cells
// tell, where no heading says it: "Gør det en forskel for budgettet?" over "Dokumenteret".
func (f *Finder) findFacts(t *Table) {
	if t.count(factRoles) == 0 && !t.Has(notation.RoleName) || t.count(factRoles) == len(factRoles) {
		return
	}
	told := map[Role][]int{}
	for _, c := range t.Unknown {
		if role := notation.ToldFact(c.Heading, f.answersIn(t, c.Col)); role != "" {
			told[role] = append(told[role], c.Col)
		}
	}
	for _, role := range factRoles {
		if cols := told[role]; len(cols) == 1 && !t.Has(role) && !(role == notation.RoleExpiry && t.Has(notation.RolePeriod)) {
			t.give(cols[0], role)
			t.columnAt(cols[0]).Misspelt = true
		}
	}
	t.classify()
}

// answersIn are the texts of a column's filled cells, figures as they are shown.
func (f *Finder) answersIn(t *Table, col int) (answers []string) {
	for _, row := range t.RowNumbers {
		if v := f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col}); !v.Blank() {
			answers = append(answers, v.Text)
		}
	}
	return answers
}

// findFactsOf takes the one label of a block for the fact of the project that its value tells, where
// no label says it.
func (f *Finder) findFactsOf(b *ProjectSheet) {
	told := map[Role][]Label{}
	for i := range b.Rows {
		at, ok := f.labelled(b.Sheet, &b.Rows[i])
		if !ok || i >= MaxProjectSheetRows || b.inTable(at) {
			continue
		}
		if _, known := f.labelMeaning(b.Sheet, at); known {
			continue
		}
		heading, _, _ := strings.Cut(notation.Clean(f.cellText(b.Sheet, at)), ":")
		value := f.besideLabel(b.Sheet, at)
		if role := notation.ToldFact(heading, []string{value.Text}); role != "" {
			c := Column{Col: at.Col, At: at, Role: role, Heading: heading, Misspelt: true}
			told[role] = append(told[role], Label{c, value})
		}
	}
	for _, role := range factRoles {
		ends := role == notation.RoleExpiry && b.Label(notation.RolePeriod) != nil
		if labels := told[role]; len(labels) == 1 && b.Label(role) == nil && !ends {
			b.Labels = append(b.Labels, labels[0])
		}
	}
}
