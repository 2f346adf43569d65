package forms

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
	"videre/excel/workbook"
)

// Fault is one thing wrong with a workbook that people filled in, a policy or a map of
// columns. A workbook with faults is not to be used; ReadPolicy and ReadMap give all that
// was found, in the order in which it stands.
type Fault struct {
	Place string // the sheet and the cell, "Regler!B6"; empty for the workbook as a whole
	Have  string // the text that stood there
	key   budget.Key
	args  []budget.Arg
}

// Say is the fault and its cure as sentences of a language. The fault begins with its
// place, where it has one: "Regler!B6: …".
func (f Fault) Say(l budget.Language) (fault, cure string) {
	args := append([]budget.Arg{text.Arg("have", budget.Quote(f.Have))}, f.args...)
	fault, cure = text.Say(l, f.key, nil, args...), text.Say(l, f.key+".fix", nil, args...)
	if f.Place != "" {
		fault = f.Place + ": " + fault
	}
	return fault, cure
}

// faultAt is a fault of a cell. The sentence and, with ".fix" behind the key, its cure
// are in the catalogue.
func faultAt(b *workbook.Book, s *workbook.Sheet, at sheetml.Ref, key budget.Key, args ...budget.Arg) Fault {
	return Fault{Place: s.Name + "!" + at.String(), Have: strings.TrimSpace(b.At(s, at).Text), key: key, args: args}
}
