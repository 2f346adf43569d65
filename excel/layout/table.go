package layout

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Table is a table found on a sheet: rows of records under headings.
type Table struct {
	*workbook.Sheet
	HeadingRows
	Columns []Column // those whose headings mean something, from the left
	Caption Caption
	Left    int // the first of the columns that are the table's, from 1
	Right   int // the last column in use in its rows, whatever its heading means

	// RowNumbers are the rows of data, from the top, from 1: those that sum others are among
	// them, notes and example rows are not.
	RowNumbers []int

	// What a row is, by the table's columns. None of them: the table is not read.

	Projects bool // a project
	Lines    bool // a line, with its amounts by year
	List     bool // it has amounts in columns for their kinds; with Projects or by itself
}

// Column is the table's first column of a role; nil when it has none that can be used.
func (t *Table) Column(r Role) *Column {
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Role == r && !c.Void {
			return c
		}
	}
	return nil
}

// Has reports whether the table has a column of a role, usable or not.
func (t *Table) Has(r Role) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Role == r })
}

// Amounts lists the columns that hold amounts of lines and can be used, from the left.
func (t *Table) Amounts() []*Column {
	var list []*Column
	for i := range t.Columns {
		if c := &t.Columns[i]; !c.Void && c.IsAmount() {
			list = append(list, c)
		}
	}
	return list
}

// HeadAt is the place of the table's headings: its first column's.
func (t *Table) HeadAt() budget.Origin { return t.Origin(t.Columns[0].At) }

// classify tells what the table's rows are, by its columns.
func (t *Table) classify() {
	count := func(roles ...notation.Role) (n int) {
		for _, r := range roles {
			if t.Has(r) {
				n++
			}
		}
		return n
	}
	amounts := t.Has(notation.RoleYear) || t.Has(notation.RoleAnnual)
	list := count(notation.RoleCost, notation.RoleSaving, notation.RoleFunding, notation.RoleOneOff)
	said := count(notation.RoleExpiry, notation.RoleSocial, notation.RoleEconomic, notation.RoleWish,
		notation.RoleExtended)
	more := count(notation.RoleDepartment, notation.RoleStart, notation.RoleContact, notation.RoleInvestment,
		notation.RoleDocumentation, notation.RoleCapacity, notation.RoleTarget, notation.RoleParticipants,
		notation.RoleRemark)
	ofLines := count(notation.RoleItem, notation.RoleArea, notation.RolePayer)
	t.Lines = amounts && ofLines+count(notation.RoleKind) >= 2
	t.Projects = !t.Lines && (said >= 2 || said == 1 && more+list >= 1)
	t.List = !t.Lines && list > 0 && (t.Projects || list >= 2 || ofLines > 0 || t.Has(notation.RoleDepartment))
}
