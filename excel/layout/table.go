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
	Examples   []int            // rows that are examples of how to fill it in, from the top
	Sections   []Section        // rows that say something of those below them, from the top
	Notes      []workbook.Value // texts among its rows and below them
	YearColumn *Column          // of the years that the rows are of; nil where the rows are of every year
	Unknown    []Column         // columns whose headings mean nothing to this program, from the left

	// What a row is, by the table's columns. None of them: the table is not read.

	Projects bool // a project
	Lines    bool // a line, with its amounts by year
	List     bool // it has amounts in columns for their kinds; with Projects or by itself

	onProjectSheet bool // it stands among the labels of a project
	label          int  // the column of texts before the first that has a heading; 0 for none
	until          int  // the first column that is another table's
	last           int  // the last of its columns in use
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

// Holds reports whether a column stands where the table is: not left of it, nor where another
// begins.
func (t *Table) Holds(col int) bool { return col >= t.Left && (t.until == 0 || col < t.until) }

// HeadAt is the place of the table's headings: its first column's.
func (t *Table) HeadAt() budget.Origin {
	if len(t.Columns) == 0 {
		return t.Origin(workbook.Ref{Row: max(t.Lower, 1), Col: max(t.Left, 1)})
	}
	return t.Origin(t.Columns[0].At)
}

// firstColumn is the first column with a heading that is known.
func (t *Table) firstColumn() int {
	if len(t.Columns) == 0 {
		return t.Left
	}
	return t.Columns[0].Col
}

// leftmost is the first column that anything of the table stands in.
func (t *Table) leftmost() int {
	first := t.firstColumn()
	for _, c := range t.Unknown {
		first = min(first, c.Col)
	}
	if t.label > 0 {
		first = min(first, t.label)
	}
	return first
}

// isOne reports whether the headings make a table of what this program reads.
func (t *Table) isOne() bool { return t.Projects || t.Lines || t.List }

// The roles that tell what a row is, in groups of which a table needs some.
var (
	factRoles = []Role{notation.RoleExpiry, notation.RoleSocial, notation.RoleEconomic,
		notation.RoleWish, notation.RoleExtended}
	tellingRoles = []Role{notation.RoleExpiry, notation.RoleSocial, notation.RoleEconomic} // that nothing but projects have
	moreRoles    = []Role{notation.RoleDepartment, notation.RoleStart, notation.RoleContact,
		notation.RoleInvestment, notation.RoleDocumentation, notation.RoleCapacity, notation.RoleTarget,
		notation.RoleParticipants, notation.RoleRemark}
	toldRoles = []Role{notation.RoleDescription, notation.RoleResults, notation.RolePeriod, notation.RoleEvidence,
		notation.RoleReplaces} // what people tell of a project, and never call it
	lineRoles = []Role{notation.RoleKind, notation.RoleItem, notation.RoleArea, notation.RolePayer}
)

// classify tells what the table's rows are, by its columns. Facts of projects and the
// amounts of lines may stand in one table; amounts whose headings say a kind are a list.
func (t *Table) classify() {
	amounts := t.Has(notation.RoleYear) || t.Has(notation.RoleAnnual)
	kinds := t.kinds()
	facts, more, lines := t.count(factRoles), t.count(moreRoles), t.count(lineRoles)
	t.Projects = facts >= 2 || facts == 1 && more+kinds >= 1
	t.Lines = amounts && (lines >= 2 || t.Has(notation.RoleKind) || !t.Projects && (lines > 0 || t.Has(notation.RoleName) || t.years() >= 2))
	t.List = kinds > 0 && !(t.Lines && t.Has(notation.RoleKind)) && (t.Projects || kinds >= 2 || t.Has(notation.RoleName) || lines > 0 || more > 0 ||
		t.Has(notation.RoleFunding) && t.Has(notation.RoleGiver))
	for i := range t.Columns {
		if c := &t.Columns[i]; t.Projects && !t.Lines && c.Role == notation.RoleItem && notation.AsksWhatItIs(c.Heading) {
			c.Role = notation.RoleDescription
		}
	}
}

// count is how many of some roles the table has a column of.
func (t *Table) count(roles []Role) (n int) {
	for _, r := range roles {
		if t.Has(r) {
			n++
		}
	}
	return n
}

// kinds is how many of its columns hold amounts of a kind that the heading says.
func (t *Table) kinds() (n int) {
	for i := range t.Columns {
		if notation.ListKinds[t.Columns[i].Role] != 0 {
			n++
		}
	}
	return n
}

// years is how many of its columns hold amounts of a year.
func (t *Table) years() (n int) {
	for i := range t.Columns {
		if t.Columns[i].Role == notation.RoleYear {
			n++
		}
	}
	return n
}

// OpenColumns are the columns of the table that no heading gives a meaning.
func (t *Table) OpenColumns() []int {
	var open []int
	for col := t.Left; col <= t.last; col++ {
		if !slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Col == col }) {
			open = append(open, col)
		}
	}
	return open
}

// firstOther is the first column with a known heading that does not hold names.
func (t *Table) firstOther() int {
	first := workbook.MaxCol + 1
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Role != notation.RoleName {
			first = min(first, c.Col)
		}
	}
	return first
}

// LabelColumn is the column whose texts say what the rows are, where no heading does: the
// first of the table's, before its first amounts; 0 when there is none.
func (t *Table) LabelColumn() int {
	first := t.firstOther()
	for _, c := range t.Unknown {
		if c.Col < first && (t.YearColumn == nil || c.Col != t.YearColumn.Col) {
			return c.Col
		}
	}
	if t.label > 0 && t.label < first {
		return t.label
	}
	return 0
}
