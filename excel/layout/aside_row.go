package layout

import (
	"regexp"
	"slices"
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// asideRoles are the roles of columns that say something of amounts and hold none.
var asideRoles = []Role{
	notation.RoleRemark, notation.RoleDescription, notation.RoleDocumentation, notation.RoleResults, notation.RoleContact,
}

// isAside reports whether a row of a table on its side is a column of remarks between the amounts of
// each year: "Hvorfor" over "Fuldt indfaset". What it says is read as notes are; a single word in the
// place of an amount is one that cannot be read.
func (f *Finder) isAside(t *Table, filled []workbook.Value) bool {
	if !t.IsTurned() || t.Projects || t.years() < 2 || len(filled) < 2 {
		return false
	}
	label := filled[0]
	if t.amountAt(t.RefOf(label.Origin).Col) {
		return false
	}
	heading, known := f.meaning(label.Text)
	if known && !slices.Contains(asideRoles, heading.Role) || heading.Said.Money || heading.Said.Doubt != "" {
		return false
	}
	words := 0
	for _, v := range filled[1:] {
		if v.Kind != workbook.Text || !known && digitsBesideYears.MatchString(yearDigits.ReplaceAllString(v.Text, "")) {
			return false
		}
		words = max(words, len(strings.Fields(v.Text)))
	}
	return words > 1
}

var (
	yearDigits        = regexp.MustCompile(`\b20\d\d\b`)
	digitsBesideYears = regexp.MustCompile(`\d`)
)

// amountAt reports whether a column of the table holds amounts.
func (t *Table) amountAt(col int) bool {
	c := t.columnAt(col)
	return c != nil && c.IsAmount()
}
