package reading

import (
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// settleNotation finds out whether typed numbers are written in Danish or English
// notation, from those that can only be one of them. Where both occur, nothing is
// settled.
func (r *reader) settleNotation() {
	danish, english := false, false
	note := func(v workbook.Value) {
		if v.Kind != workbook.Text {
			return
		}
		if typed, ok := notation.ParseTyped(v.Text); ok {
			danish = danish || typed.Settles() == notation.DanishNotation
			english = english || typed.Settles() == notation.EnglishNotation
		}
	}
	for _, t := range r.allTables() {
		for _, c := range t.Amounts() {
			for _, row := range t.RowNumbers {
				note(r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col}))
			}
		}
		if c := t.Column(notation.RoleInvestment); c != nil {
			for _, row := range t.RowNumbers {
				note(r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col}))
			}
		}
	}
	for _, f := range r.projectSheets {
		for _, l := range f.Labels {
			note(l.Value)
		}
	}
	switch {
	case danish && !english:
		r.notation = notation.DanishNotation
	case english && !danish:
		r.notation = notation.EnglishNotation
	}
}
