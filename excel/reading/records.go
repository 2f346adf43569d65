package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// Records are a table's rows as they are read.
type Records struct {
	*layout.Table
	Data []int // the numbers of its rows that are projects or lines, from the top, from 1

	sums     []int                          // rows that sum others
	doubtful []int                          // rows of data that may sum others
	owner    budget.Origin                  // the project whose lines they are, on a sheet of its own
	lastName string                         // the project that the last row named
	lacking  []int                          // judged years that it has no column for, though it has others
	perCent  *bool                          // its shares are per cent; nil until it is asked
	read     map[workbook.Ref]budget.Amount // amounts as they were read, for totals
}

// required are the roles that the rows of a table cannot do without.
func (t *Records) required() []notation.Role {
	var roles []notation.Role
	if t.Projects {
		roles = append(roles, notation.RoleExpiry, notation.RoleSocial, notation.RoleEconomic)
	}
	if t.Lines {
		roles = append(roles, notation.RoleKind, notation.RolePayer, notation.RoleArea)
	}
	return roles
}

// missing is the state of a field whose column is missing though it is needed, or
// cannot be used: unreadable for every row. Its one finding stands at the headings.
func missing[T any](t *Records, role notation.Role, f budget.Field[T]) budget.Field[T] {
	if t.Column(role) == nil && (t.Has(role) || slices.Contains(t.required(), role)) {
		f.State, f.Origin = budget.Unreadable, t.HeadAt()
	}
	return f
}

// cell is the value of a table's column in a row; blank, and without a place, when
// the table has no such column. In a column that holds no amounts, the cells of a
// merged range all say what its first says.
func (r *reader) cell(t *Records, row int, role notation.Role) workbook.Value {
	c := t.Column(role)
	if c == nil {
		return workbook.Value{}
	}
	at := workbook.Ref{Row: row, Col: c.Col}
	if first := t.Anchor(at); first != at && first.Row > t.Lower {
		v := r.At(t.Sheet, first)
		r.tellColumn(budget.MergedCells, t, c, v)
		return v
	}
	return r.At(t.Sheet, at)
}

// readTable reads a table's rows.
func (r *reader) readTable(t *Records) {
	r.splitTotals(t)
	from := len(r.sub.Lines)
	for _, row := range t.Data {
		switch {
		case t.Lines:
			r.readLine(t, row)
		case t.Projects:
			r.readListed(t, row, r.readProject(t, row))
		default:
			r.readListed(t, row, budget.NoOrigin)
		}
	}
	r.project = ""
	r.readLineTotals(t, r.sub.Lines[from:])
	r.readTotalRows(t)
	r.tellUnlike(t, r.sub.Lines[from:])
	r.settleSigns(t, r.sub.Lines[from:])
}
