package layout

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Table is a table found on a sheet.
type Table struct {
	*workbook.Sheet
	headingRows
	Projects       bool  // a row is a project
	Lines          bool  // a row is a line, with its amounts by year
	List           bool  // a row has amounts in columns of cost, savings …
	onProjectSheet bool  // the lines of a project that has the sheet to itself
	RowNumbers     []int // of data
	Columns        []Column
	Caption        caption
	Left           int // the first of its columns
	Right          int // the last column in use in its rows
}

// Column finds the table's column of a role; nil when it has none that can be used.
func (t *Table) Column(r notation.Role) *Column {
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Role == r && !c.Void {
			return c
		}
	}
	return nil
}

// Has reports whether the table has a column of a role, usable or not.
func (t *Table) Has(r notation.Role) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Role == r })
}

// Amounts lists the table's columns of lines' amounts.
func (t *Table) Amounts() []*Column {
	var list []*Column
	for i := range t.Columns {
		if c := &t.Columns[i]; !c.Void && c.IsAmount() {
			list = append(list, c)
		}
	}
	return list
}

// HeadAt is the place of the table's headings.
func (t *Table) HeadAt() budget.Origin { return workbook.OriginOf(t.Index, t.Columns[0].At) }

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
	said := count(notation.RoleExpiry, notation.RoleSocial, notation.RoleEconomic, notation.RoleWish, notation.RoleExtended)
	more := count(notation.RoleDepartment, notation.RoleStart, notation.RoleContact, notation.RoleInvestment, notation.RoleDocumentation, notation.RoleCapacity, notation.RoleTarget, notation.RoleParticipants, notation.RoleRemark)
	t.Lines = amounts && count(notation.RoleKind, notation.RoleItem, notation.RoleArea, notation.RolePayer) >= 2
	t.Projects = !t.Lines && (said >= 2 || said == 1 && more+list >= 1)
	t.List = !t.Lines && list > 0 && (t.Projects || list >= 2 || count(notation.RoleItem, notation.RoleArea, notation.RolePayer, notation.RoleDepartment) > 0)
}
