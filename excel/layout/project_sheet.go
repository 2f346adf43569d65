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
	Labels []Label      // by rows, from the top; never none
	Lines  *Table       // nil when the sheet has none
	NameAt workbook.Ref // of the project's name; of the first label when no label is of the name
	Right  int          // the last column in use, from 1
}

// Label is a label and the value it is of.
type Label struct {
	Column
	Value workbook.Value // blank, with the place where it is to stand, when nothing stands there
}

// Label is the sheet's first label of a role; nil when it has none.
func (p *ProjectSheet) Label(r Role) *Label {
	for i := range p.Labels {
		if p.Labels[i].Role == r {
			return &p.Labels[i]
		}
	}
	return nil
}

// isProject reports whether the labels are those of a project.
func (p *ProjectSheet) isProject() bool {
	count := 0
	for _, role := range []Role{
		notation.RoleExpiry, notation.RoleSocial, notation.RoleEconomic, notation.RoleWish, notation.RoleExtended,
		notation.RoleStart, notation.RoleDepartment,
	} {
		if p.Label(role) != nil {
			count++
		}
	}
	return p.Label(notation.RoleName) != nil && count >= 2 || p.Label(notation.RoleExpiry) != nil && count >= 3
}

// MaxProjectSheetRows is how far down a sheet labels, and headings that are misspelt, are
// looked for.
const MaxProjectSheetRows = 400

// findProjectSheet reads a sheet as a project's own; nil when it is none.
func (f *Finder) findProjectSheet(s *workbook.Sheet) *ProjectSheet {
	p := &ProjectSheet{Sheet: s}
	p.Lines = f.ownLines(s)
	taken := map[workbook.Ref]bool{}
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) > MaxProjectSheetRows || p.Lines != nil && int(row.Number) >= p.Lines.Upper {
			break
		}
		for _, c := range s.CellsOf(row) {
			p.Right = max(p.Right, int(c.Col))
			if c.Kind == workbook.Text && !taken[c.Ref()] {
				f.readLabel(p, c, taken)
			}
		}
	}
	if p.Lines != nil {
		p.Right = max(p.Right, p.Lines.Right)
	}
	for _, m := range s.Merges {
		if m.From.Row <= MaxProjectSheetRows {
			p.Right = max(p.Right, m.To.Col)
		}
	}
	if !p.isProject() {
		return nil
	}
	p.NameAt = p.Labels[0].At
	if l := p.Label(notation.RoleName); l != nil {
		p.NameAt = workbook.RefOf(l.Value.Origin)
	}
	return p
}

// readLabel takes a cell as a label, if it is one, with its value: behind a colon in
// the same cell, right of it, or under it.
func (f *Finder) readLabel(p *ProjectSheet, c workbook.Cell, taken map[workbook.Ref]bool) {
	text := notation.Clean(c.Text)
	before, behind, colon := strings.Cut(text, ":")
	l := Label{}
	var ok bool
	if l.Column, ok = f.readHeading(before); !ok || l.Role == notation.RoleYear || l.Role == notation.RoleTotal {
		return
	}
	l.At = c.Ref()
	for _, other := range p.Labels {
		if other.Role == l.Role && notation.ListKinds[l.Role] == 0 {
			return
		}
	}
	if behind = strings.TrimSpace(behind); colon && behind != "" {
		at := p.Origin(c.Ref())
		l.Value = workbook.Value{Kind: workbook.Text, Text: behind, Raw: behind, Origin: at}
	} else {
		l.Value = f.valueOf(p, c.Ref(), taken)
	}
	p.Labels = append(p.Labels, l)
}

// isLabel reports whether a cell holds a label of its own.
func (f *Finder) isLabel(v workbook.Value) bool {
	if v.Kind != workbook.Text {
		return false
	}
	before, _, _ := strings.Cut(v.Text, ":")
	_, ok := f.readHeading(before)
	return ok
}

// valueOf is the value of a label: what stands next to it on the right, else under
// it; a blank cell on its right when there is nothing.
func (f *Finder) valueOf(p *ProjectSheet, at workbook.Ref, taken map[workbook.Ref]bool) workbook.Value {
	right, below := at, at
	if m := p.MergeAt(at); m != nil {
		right.Col, below.Row = m.To.Col, m.To.Row
	}
	right.Col++
	below.Row++
	for col := right.Col; col < right.Col+4; col++ {
		next := workbook.Ref{Row: at.Row, Col: col}
		v := f.At(p.Sheet, next)
		if v.Blank() && !v.Uncached {
			continue
		}
		if f.isLabel(v) {
			break
		}
		taken[next] = true
		return v
	}
	if v := f.At(p.Sheet, below); !v.Blank() && !f.isLabel(v) {
		taken[below] = true
		return v
	}
	return workbook.Value{Origin: p.Origin(right)}
}

// ownLines finds a table of lines without a column of projects.
func (f *Finder) ownLines(s *workbook.Sheet) *Table {
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
		if known, _ := f.knownHeadings(s, row); known < 2 {
			continue
		}
		rows := f.headingRowsAt(s, int(row.Number), first)
		columns := f.columnsOf(s, rows, 1, workbook.MaxCol+1)
		t := &Table{Sheet: s, HeadingRows: rows, Columns: columns, Left: first}
		known := 0
		for _, role := range []Role{notation.RoleKind, notation.RoleItem, notation.RoleArea, notation.RolePayer} {
			if t.Has(role) {
				known++
			}
		}
		if known < 2 || !t.Has(notation.RoleYear) && !t.Has(notation.RoleAnnual) {
			continue
		}
		t.Lines = true
		t.Caption = f.captionAbove(s, 0, t)
		f.fill(t, workbook.MaxRow)
		return t
	}
	return nil
}
