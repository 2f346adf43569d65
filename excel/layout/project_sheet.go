package layout

import (
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// ProjectSheet is a sheet that one project has to itself: labels, with their values beside
// or under them, and perhaps a table of its lines.
type ProjectSheet struct {
	*workbook.Sheet
	Labels []Label
	Lines  *Table       // nil when the sheet has none
	NameAt workbook.Ref // the cell of the project's name
	Right  int          // the last column in use
}

// Label is a label and the value it is of.
type Label struct {
	Column
	Value workbook.Value
}

// Label finds the form's label of a role; nil when it has none.
func (f *ProjectSheet) Label(r notation.Role) *Label {
	for i := range f.Labels {
		if f.Labels[i].Role == r {
			return &f.Labels[i]
		}
	}
	return nil
}

// isProject reports whether the labels are those of a project.
func (f *ProjectSheet) isProject() bool {
	count := 0
	for _, role := range []notation.Role{notation.RoleExpiry, notation.RoleSocial, notation.RoleEconomic, notation.RoleWish, notation.RoleExtended, notation.RoleStart, notation.RoleDepartment} {
		if f.Label(role) != nil {
			count++
		}
	}
	return f.Label(notation.RoleName) != nil && count >= 2 || f.Label(notation.RoleExpiry) != nil && count >= 3
}

// MaxProjectSheetRows is how far down a sheet labels are looked for.
const MaxProjectSheetRows = 400

// findProjectSheet reads a sheet as a project's own; nil when it is none.
func (r *Finder) findProjectSheet(s *workbook.Sheet) *ProjectSheet {
	f := &ProjectSheet{Sheet: s}
	f.Lines = r.ownLines(s)
	taken := map[workbook.Ref]bool{}
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) > MaxProjectSheetRows || f.Lines != nil && int(row.Number) >= f.Lines.Upper {
			break
		}
		for _, c := range s.CellsOf(row) {
			f.Right = max(f.Right, int(c.Col))
			if c.Kind == workbook.Text && !taken[c.Ref()] {
				r.readLabel(f, c, taken)
			}
		}
	}
	if f.Lines != nil {
		f.Right = max(f.Right, f.Lines.Right)
	}
	for _, m := range s.Merges {
		if m.From.Row <= MaxProjectSheetRows {
			f.Right = max(f.Right, m.To.Col)
		}
	}
	if !f.isProject() {
		return nil
	}
	return f
}

// readLabel takes a cell as a label, if it is one, with its value: behind a colon in
// the same cell, right of it, or under it.
func (r *Finder) readLabel(f *ProjectSheet, c workbook.Cell, taken map[workbook.Ref]bool) {
	text := notation.Clean(c.Text)
	before, behind, colon := strings.Cut(text, ":")
	l := Label{}
	var ok bool
	if l.Column, ok = r.readHeading(before); !ok || l.Role == notation.RoleYear || l.Role == notation.RoleTotal {
		return
	}
	l.At = c.Ref()
	for _, other := range f.Labels {
		if other.Role == l.Role && notation.ListKinds[l.Role] == 0 {
			return
		}
	}
	if behind = strings.TrimSpace(behind); colon && behind != "" {
		l.Value = workbook.Value{Kind: workbook.Text, Text: behind, Raw: behind, Origin: workbook.OriginOf(f.Index, c.Ref())}
	} else {
		l.Value = r.valueOf(f, c.Ref(), taken)
	}
	f.Labels = append(f.Labels, l)
}

// isLabel reports whether a cell holds a label of its own.
func (r *Finder) isLabel(v workbook.Value) bool {
	if v.Kind != workbook.Text {
		return false
	}
	before, _, _ := strings.Cut(v.Text, ":")
	_, ok := r.readHeading(before)
	return ok
}

// valueOf is the value of a label: what stands next to it on the right, else under
// it; a blank cell on its right when there is nothing.
func (r *Finder) valueOf(f *ProjectSheet, at workbook.Ref, taken map[workbook.Ref]bool) workbook.Value {
	right, below := at, at
	if m := f.MergeAt(at); m != nil {
		right.Col, below.Row = m.To.Col, m.To.Row
	}
	right.Col++
	below.Row++
	for col := right.Col; col < right.Col+4; col++ {
		next := workbook.Ref{Row: at.Row, Col: col}
		v := r.At(f.Sheet, next)
		if v.Blank() && !v.Uncached {
			continue
		}
		if r.isLabel(v) {
			break
		}
		taken[next] = true
		return v
	}
	if v := r.At(f.Sheet, below); !v.Blank() && !r.isLabel(v) {
		taken[below] = true
		return v
	}
	return workbook.Value{Origin: workbook.OriginOf(f.Index, right)}
}

// ownLines finds a table of lines without a column of projects.
func (r *Finder) ownLines(s *workbook.Sheet) *Table {
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) > MaxProjectSheetRows {
			break
		}
		first := 0
		for _, c := range s.CellsOf(row) {
			if c.Kind == workbook.Text && first == 0 {
				first = int(c.Col)
			}
		}
		if known, _ := r.KnownHeadings(s, row); known < 2 {
			continue
		}
		rows := r.headingRowsAt(s, int(row.Number), first)
		t := &Table{Sheet: s, headingRows: rows, Columns: r.columnsOf(s, rows, 1, workbook.MaxCol+1), Left: first, onProjectSheet: true}
		known := 0
		for _, role := range []notation.Role{notation.RoleKind, notation.RoleItem, notation.RoleArea, notation.RolePayer} {
			if t.Has(role) {
				known++
			}
		}
		if known < 2 || !t.Has(notation.RoleYear) && !t.Has(notation.RoleAnnual) {
			continue
		}
		t.Lines = true
		t.Caption = r.captionAbove(s, 0, t)
		r.fill(t, workbook.MaxRow)
		return t
	}
	return nil
}
