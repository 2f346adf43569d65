package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// Records are a table's rows as they are read.
type Records struct {
	*layout.Table
	Data                             []int                          // its rows that are projects or lines
	sums                             []int                          // rows that sum others
	heads                            map[int]int                    // the totals over the rows that are their parts
	derived                          []int                          // rows that are computed of others and are no lines
	aside                            map[int]notation.Harmless      // rows that cannot concern the financing, and why
	doubtful                         []int                          // rows that may sum others, and may be lines
	apart                            []int                          // rows of no project that stand below the total
	parts                            []partRow                      // rows that are parts of the row above them
	additions                        []addition                     // rows among projects that are none of their own
	open                             []openRow                      // rows whose amounts were not understood, and told
	owner                            budget.Origin                  // the project whose lines they are, on a sheet of its own
	owners                           map[int]budget.Origin          // the projects that the rows are of, where facts stand in them
	copied                           bool                           // it is hidden, and its amounts stand in sight too
	row                              rowTerms                       // what the row being read says of all its amounts
	kinds                            map[int]lineKind               // of the lines read in its rows; nil until it is asked
	begun                            map[string]int                 // the lines that its rows began, where each row is of a year
	around                           *context                       // what stands around the table
	within                           []context                      // what its sections say, one for each; nil until it is asked
	areaBy                           workbook.Value                 // the first name of a line that was read as its area; blank for none
	plain                            []decimal.Decimal              // see plainNumbers; nil until it is asked
	lastName                         workbook.Value                 // the project that the last row named
	byNumber                         *bool                          // its rows say whose they are by numbers; nil until it is asked
	namesFirst                       *bool                          // it names each project on its first row alone; nil until it is asked
	lacksKind, lacksPayer, lacksArea bool                           // some row has none, and nothing around it says one
	lacking                          []int                          // judged years that it has no column for, though it has others
	yearsAt                          budget.Origin                  // the first of the others
	perCent                          *bool                          // its shares are per cent; nil until it is asked
	read                             map[workbook.Ref]budget.Amount // amounts as they were read, for totals
}

// required are the roles that the rows of a table cannot do without.
func (t *Records) required() []notation.Role {
	var roles []notation.Role
	if t.Projects {
		roles = append(roles, notation.RoleSocial, notation.RoleEconomic)
		if !t.Has(notation.RolePeriod) {
			roles = append(roles, notation.RoleExpiry)
		}
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

// findKnownNames takes, in a table of lines without a heading for their projects, a column
// of texts that are mostly the names of projects known from elsewhere.
func (r *reader) findKnownNames(t *Records) {
	if !t.Lines || t.Projects || t.owner != budget.NoOrigin || t.Has(notation.RoleName) {
		return
	}
	for _, col := range t.OpenColumns() {
		named := 0
		for _, row := range t.Data {
			v := r.At(t.Sheet, t.Anchor(workbook.Ref{Row: row, Col: col}))
			if r.known[budget.FoldName(v.Text)] != budget.NoOrigin && !v.Blank() {
				named++
			}
		}
		if 2*named > len(t.Data) {
			r.NameByLabels(t.Table, col)
			return
		}
	}
}

// readTable reads a table's rows.
func (r *reader) readTable(t *Records) {
	from := len(r.sub.Lines)
	r.findKnownNames(t)
	for _, row := range t.Data {
		r.beginRow(t, row)
		owner := t.owner
		if t.Projects {
			owner = t.owners[row]
		}
		if t.Lines && (!t.Projects || r.hasAmounts(t, row)) {
			r.readLine(t, row, owner)
		}
		r.readListed(t, row, owner)
	}
	r.project = ""
	r.tellLacking(t)
	r.readLineTotals(t, r.sub.Lines[from:])
	r.readTotalRows(t)
	r.tellUnlike(t, r.sub.Lines[from:])
	r.settleSigns(t, r.sub.Lines[from:])
	r.tellParts(t)
	r.checkNetto(t, r.sub.Lines[from:])
}

// hasAmounts reports whether a row of projects and lines holds a line: an amount, or what a
// line is.
func (r *reader) hasAmounts(t *Records, row int) bool {
	for i := range t.Columns {
		c := &t.Columns[i]
		isLine := c.IsAmount() && notation.ListKinds[c.Role] == 0 || c.Role == notation.RoleKind || c.Role == notation.RoleItem
		if isLine && !r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col}).Blank() {
			return true
		}
	}
	return false
}

// tellLacking tells, once for a table, of what its lines need and neither a column nor
// anything around them says.
func (r *reader) tellLacking(t *Records) {
	for _, lack := range []struct {
		is   bool
		role notation.Role
	}{{t.lacksKind, notation.RoleKind}, {t.lacksPayer && r.set.Payer == 0, notation.RolePayer}, {t.lacksArea, notation.RoleArea}} {
		if lack.is {
			r.sub.Findings = append(r.sub.Findings,
				budget.Finding{Code: budget.MissingColumn, Origin: t.HeadAt(), Want: notation.RoleWord(lack.role)})
		}
	}
	if key := (groupKey{code: budget.AreaByItem, sheet: t.Index}); !t.areaBy.Blank() && !r.told[key] {
		r.told[key] = true
		r.report(budget.Finding{Code: budget.AreaByItem, Origin: t.areaBy.Origin, Have: budget.Quote(t.areaBy.Text)})
	}
}

// rowTerms are what a row says of all its amounts: in a column of units, in its line's kind or
// name, or in the label it begins with.
type rowTerms struct {
	units  []notation.Unit
	levels []int
}

// beginRow reads what a row says of all its amounts.
func (r *reader) beginRow(t *Records, row int) {
	t.row = rowTerms{}
	if v := r.cell(t, row, notation.RolePriceLevel); !v.Blank() {
		t.row.add(nil, notation.FindPriceLevels(v.Text))
	}
	for _, role := range []notation.Role{notation.RoleKind, notation.RoleItem} {
		if c := t.Column(role); c != nil {
			t.row.add(notation.NameTerms(r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col}).Text))
		}
	}
	if v := r.cell(t, row, notation.RoleUnit); !v.Blank() {
		t.row.add(notation.FindUnits(v.Text), nil)
		return
	}
	if label := t.LabelColumn(); label != 0 {
		text := r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: label}).Text
		t.row.add(notation.StatedUnits(text), notation.FindPriceLevels(text))
	}
}

// add adds units and price levels, each once.
func (t *rowTerms) add(units []notation.Unit, levels []int) {
	for _, u := range units {
		if !slices.Contains(t.units, u) {
			t.units = append(t.units, u)
		}
	}
	for _, level := range levels {
		if !slices.Contains(t.levels, level) {
			t.levels = append(t.levels, level)
		}
	}
}
