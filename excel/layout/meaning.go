package layout

import (
	"videre/budget"
	"videre/excel/internal/notation"
)

// Meaning is what the user says a heading means.
type Meaning struct {
	Role   notation.Role
	Payers []budget.Payer
	Unit   *notation.Unit
}

// Map is what a person has said that headings mean (kolonnekort). It is a workbook
// that the program writes with a row for each heading, a person fills in, and that
// is kept for the next year.
type Map struct {
	Meanings map[string]Meaning
}

// meanings are the map's headings by key; none of no map.
func (m *Map) meanings() map[string]Meaning {
	if m == nil {
		return nil
	}
	return m.Meanings
}
