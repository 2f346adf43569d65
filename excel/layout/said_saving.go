package layout

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// takeSaid gives a label that asks about money the kind of the amount that its answer states in a
// sentence: "Hvad sparer I, og hvem får pengene?" before "Vi sparer 430.000 kr. om året på …".
func (l *Label) takeSaid() {
	asks := []Role{notation.RoleItem, notation.RoleArea, notation.RolePayer, notation.RoleAnnual}
	if !slices.Contains(asks, l.Role) {
		return
	}
	if said, ok := notation.ReadSaidAmount(l.Value.Text); ok {
		l.Role, l.Group = roleOf(said.Kind), notation.HeadingKey(l.Heading)
	}
}

// addSaidSaving takes the amount that the answer to whether money is saved states, or that stands behind
// its words, for a saving of the project: "Ja, kommunen sparer 2,1 mio. kr. om året på forsorgshjem".
// Where savings stand elsewhere in the block too, it is none of its own.
func (f *Finder) addSaidSaving(b *ProjectSheet, taken map[workbook.Ref]bool) {
	answer := b.Label(notation.RoleEconomic)
	if answer == nil || answer.Value.Kind != workbook.Text || len(b.Tables) > 0 || b.hasSavings() {
		return
	}
	saving := Label{Column: answer.Column, Value: answer.Value}
	saving.Role, saving.Group = roleOf(budget.Saving), notation.HeadingKey(answer.Heading)
	said, ok := notation.ReadSaidAmount(answer.Value.Text)
	if !ok {
		f.takeBehind(b, &saving, taken)
		if payer, certainty := notation.ReadPayer(answer.Value.Text); certainty == notation.Certain {
			saving.Payers = []budget.Payer{payer}
		}
	}
	if ok && said.Kind == budget.Saving || saving.Value.Origin != answer.Value.Origin {
		b.Labels = append(b.Labels, saving)
	}
}

// hasSavings reports whether a label of the block gives a saving.
func (b *ProjectSheet) hasSavings() bool {
	return slices.ContainsFunc(b.Labels, func(l Label) bool {
		return notation.ListKinds[l.Role] == budget.Saving && !l.Value.Blank()
	})
}

// roleOf is the role of the amounts of a kind among labels.
func roleOf(kind budget.Kind) Role {
	for role, of := range notation.ListKinds {
		if of == kind {
			return role
		}
	}
	return ""
}

// amountBehind is the amount that stands behind the words of an answer, in a column of its own, and what
// is said of its unit above it or beside it; ok is false for none, or two.
func (f *Finder) amountBehind(b *ProjectSheet, answer workbook.Value) (amount workbook.Value, unit string, ok bool) {
	at := b.RefOf(answer.Origin)
	for col := at.Col + 1; col < at.Col+5; col++ {
		v := f.At(b.Sheet, workbook.Ref{Row: at.Row, Col: col})
		switch {
		case v.Kind == workbook.Number || isAmount(v.Text):
			if ok {
				return workbook.Value{}, "", false
			}
			amount, ok = v, true
		case ok && unit == "":
			unit = v.Text
		}
	}
	return amount, unit, ok
}

// takeBehind takes, for a label that asks for an amount and is answered in words, the amount that stands
// behind them: "To sygeplejersker", "1.900.000", "kr. pr. år".
func (f *Finder) takeBehind(b *ProjectSheet, l *Label, taken map[workbook.Ref]bool) {
	if notation.ListKinds[l.Role] == 0 || l.Value.Kind != workbook.Text || l.Value.Blank() || isAmount(l.Value.Text) ||
		notation.ReadUnquantified(l.Value.Text) != notation.Unread || strings.ContainsAny(l.Value.Text, "0123456789") {
		return
	}
	amount, unit, ok := f.amountBehind(b, l.Value)
	if !ok {
		return
	}
	if composed, known := f.meaning(l.Heading, unit); known && unit != "" && composed.Role == l.Role && len(l.Units) == 0 {
		l.Units = composed.Units
	}
	l.Value = amount
	taken[b.RefOf(amount.Origin)] = true
}
