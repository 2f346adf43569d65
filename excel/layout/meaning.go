package layout

import (
	"videre/budget"
)

// Meaning is what the user says a heading means.
type Meaning struct {
	Role   Role           // "" for nothing: the column is left alone
	Payers []budget.Payer // whose its savings are; none when the user does not say
	Unit   *Unit          // of its amounts, where the heading states none; nil when the user does not say
}

// Map is what a person has said that headings mean (kolonnekort). It is a workbook
// that the program writes with a row for each heading, a person fills in, and that
// is kept for the next year.
type Map struct {
	Meanings map[string]Meaning // by the heading as it is compared: MapKey of it
}

// meanings are the map's; none of no map.
func (m *Map) meanings() map[string]Meaning {
	if m == nil {
		return nil
	}
	return m.Meanings
}
