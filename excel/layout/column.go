package layout

import (
	"fmt"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Role is what the heading of a column, or a label, means: the name of a line of headings.txt,
// "expiry", or "year" for the amounts of a year.
type Role = notation.Role

// Heading is what the words of a heading say together: the heading's own, below its groups'.
type Heading = notation.Heading

// Unit is a unit of amounts by its power of ten: 0 for kr., 3 for 1.000 kr., 6 for mio. kr.
type Unit = notation.Unit

// Column is a column of a table, or a label, as its heading tells.
type Column struct {
	// Where it stands.

	Col int          // of its cells, from 1; 0 of a label
	At  workbook.Ref // of its heading; the first cell of it where it is merged

	// What its heading says.

	Role    Role
	Heading string // as it stands; where it is in a group, that one's before its own: "Besparelse – 2026"
	Year    int    // of a year's amounts; the years after the budget year when Ahead; 0 of an amount every year
	Ahead   bool   // the year is relative: BO1
	Units   []Unit // of amounts, each once; none when the heading states none
	Levels  []int  // the years of the price levels that it states, each once

	// What else it says of amounts that stand in a column for their kind: those of a list.

	Group   string         // what joins the years of one line: the heading without its year, as it is compared
	Subject string         // what is saved; empty when the heading does not say
	Payers  []budget.Payer // whose a saving is, each once; none when the heading does not say
	Terms   SavingTerms    // what else it says of a saving
	Lines   budget.Kind    // of the lines that its texts are the items of: "Spares på"; 0 when the heading says no kind
	Until   int            // the last year that funding is committed for; 0 when the heading does not say

	Said Heading // what the words of a composed heading say

	// How sure it is.

	Mapped   bool // the user's map says what it means
	Misspelt bool // it is taken for a heading that it is near
	Void     bool // not used: its heading means two things, or another column claims the same
}

// Claim is what only one column of a table can be: two with equal claims say the same.
func (c *Column) Claim() string {
	if notation.ListKinds[c.Role] != 0 {
		return fmt.Sprint(c.Role, c.Year, c.Ahead, c.Group)
	}
	return fmt.Sprint(c.Role, c.Year, c.Ahead)
}

// IsAmount reports whether the column holds amounts of lines: of a year, of every year, or
// of a kind. An investment is a project's, and a total is a sum of them.
func (c *Column) IsAmount() bool {
	return c.Role == notation.RoleYear || c.Role == notation.RoleAnnual || notation.ListKinds[c.Role] != 0
}
