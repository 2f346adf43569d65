package layout

import (
	"fmt"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Column is a column of a table, as its heading tells.
type Column struct {
	Col     int
	Role    notation.Role
	Year    int  // of a year's amounts; while ahead, years after the budget year; 0 for every year
	Ahead   bool // the year is relative: BO1
	At      workbook.Ref
	Heading string // as it stands, the group's before its own
	Units   []notation.Unit
	Levels  []int
	Group   string         // of a list: what joins the years of one line
	Subject string         // of a saving's: what is saved; empty when the heading does not say
	Payers  []budget.Payer // whose the heading says a saving is
	Terms   savingTerms    // what else the heading says of a saving
	Until   int            // the last year that the heading says funding is committed for
	Taken   string         // the heading it is taken for, when it is misspelt or mapped
	Mapped  bool           // the user's map says what it means
	Void    bool           // another column claims the same, or its heading means two things; it is not used
}

// Claim is what only one column of a table can be.
func (c *Column) Claim() string {
	if notation.ListKinds[c.Role] != 0 {
		return fmt.Sprint(c.Role, c.Year, c.Ahead, c.Group)
	}
	return fmt.Sprint(c.Role, c.Year, c.Ahead)
}

// IsAmount reports whether the column holds amounts of lines.
func (c *Column) IsAmount() bool {
	return c.Role == notation.RoleYear || c.Role == notation.RoleAnnual || notation.ListKinds[c.Role] != 0
}
