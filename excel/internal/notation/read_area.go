package notation

import (
	"regexp"
	"slices"

	"videre/budget"
)

// AreaSays is what a text says of the area that gives money up.
type AreaSays uint8

// What it says.
const (
	AreaNamed AreaSays = iota // an area
	AreaOpen                  // that none is found yet: "Findes senere", "?"
	AreaVague                 // none in particular: "Diverse", "Eget budget"
	AreaOwn                   // the project's own money, which runs out with it: "Projektets bevilling 2021-2025"
)

// ReadArea reads whether a text names a budget area.
func ReadArea(text string) AreaSays {
	if naText.MatchString(Clean(text)) {
		return AreaOpen
	}
	says := AreaNamed
	for _, s := range statementsOf("area", text) {
		switch {
		case s.has("own"):
			return AreaOwn
		case s.unknown > 0:
			return AreaNamed
		case s.has("open"), s.has("not"), s.has("no"), s.has("yes"):
			says = AreaOpen
		case says == AreaNamed && s.has("vague"):
			says = AreaVague
		}
	}
	return says
}

// paidTo are words of what a municipality pays to a region or to the state.
var paidTo = regexp.MustCompile(`(?i)medfinans|takst|betaling|køb|tilskud|bidrag|objektiv|refusion|payment|co-?fund`)

// ReadAreaPayer reads whose budget an area is, where the text, or a part of it that is set off,
// says so and no more: "Regionen", "Psykiatri (Region Midt)"; 0 for the most.
func ReadAreaPayer(text string) budget.Payer {
	if paidTo.MatchString(text) {
		return 0
	}
	for _, s := range statementsOf("payer", text) {
		if s.unknown > 0 || len(s.classes) != 1 {
			continue
		}
		payer := payersByCode[s.classes[0]]
		if slices.Contains([]budget.Payer{budget.Region, budget.CentralState}, payer) {
			return payer
		}
	}
	return 0
}
