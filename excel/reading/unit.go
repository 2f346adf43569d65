package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
)

// Unit is a unit of money by its power of ten: 0 for kr., 3 for 1.000 kr., 6 for mio. kr.
type Unit = notation.Unit

// ParseUnit reads a unit as a user names it: kr, tkr, mio, mia. It reports whether the
// text names one.
func ParseUnit(text string) (Unit, bool) { return notation.ParseUnit(text) }

// ParsePayer reads a payer as a user names one: kommune, region, stat, andre. It reports
// whether the text names one.
func ParsePayer(text string) (budget.Payer, bool) { return notation.ParsePayer(text) }
