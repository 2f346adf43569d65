package excel

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// form is a sheet that one project has to itself: labels, with their values beside
// or under them, and perhaps a table of its lines.
type form struct {
	*sheet
	labels []label
	lines  *table      // nil when the sheet has none
	at     sheetml.Ref // the cell of the project's name
	right  int         // the last column in use
}

// label is a label and the value it is of.
type label struct {
	column
	value value
}

// maxFormRows is how far down a sheet labels are looked for.
const maxFormRows = 400

// findForm reads a sheet as a project's own; nil when it is none.
func (r *finder) findForm(s *sheet) *form {
	f := &form{sheet: s}
	f.lines = r.ownLines(s)
	taken := map[sheetml.Ref]bool{}
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) > maxFormRows || f.lines != nil && int(row.Number) >= f.lines.upper {
			break
		}
		for _, c := range s.CellsOf(row) {
			f.right = max(f.right, int(c.Col))
			if c.Kind == sheetml.Text && !taken[c.Ref()] {
				r.readLabel(f, c, taken)
			}
		}
	}
	if f.lines != nil {
		f.right = max(f.right, f.lines.right)
	}
	for _, m := range s.Merges {
		if m.From.Row <= maxFormRows {
			f.right = max(f.right, m.To.Col)
		}
	}
	if !f.isProject() {
		return nil
	}
	return f
}

// isProject reports whether the labels are those of a project.
func (f *form) isProject() bool {
	count := 0
	for _, role := range []role{roleExpiry, roleSocial, roleEconomic, roleWish, roleExtended, roleStart, roleDepartment} {
		if f.label(role) != nil {
			count++
		}
	}
	return f.label(roleName) != nil && count >= 2 || f.label(roleExpiry) != nil && count >= 3
}

// label finds the form's label of a role; nil when it has none.
func (f *form) label(r role) *label {
	for i := range f.labels {
		if f.labels[i].role == r {
			return &f.labels[i]
		}
	}
	return nil
}

// readLabel takes a cell as a label, if it is one, with its value: behind a colon in
// the same cell, right of it, or under it.
func (r *finder) readLabel(f *form, c sheetml.Cell, taken map[sheetml.Ref]bool) {
	text := clean(c.Text)
	before, behind, colon := strings.Cut(text, ":")
	l := label{}
	var ok bool
	if l.column, ok = r.readHeading(before); !ok || l.role == roleYear || l.role == roleTotal {
		return
	}
	l.at = c.Ref()
	for _, other := range f.labels {
		if other.role == l.role && listKinds[l.role] == 0 {
			return
		}
	}
	if behind = strings.TrimSpace(behind); colon && behind != "" {
		l.value = value{kind: sheetml.Text, text: behind, raw: behind, origin: origin(f.index, c.Ref())}
	} else {
		l.value = r.valueOf(f, c.Ref(), taken)
	}
	f.labels = append(f.labels, l)
}

// valueOf is the value of a label: what stands next to it on the right, else under
// it; a blank cell on its right when there is nothing.
func (r *finder) valueOf(f *form, at sheetml.Ref, taken map[sheetml.Ref]bool) value {
	right, below := at, at
	if m := f.mergeAt(at); m != nil {
		right.Col, below.Row = m.To.Col, m.To.Row
	}
	right.Col++
	below.Row++
	for col := right.Col; col < right.Col+4; col++ {
		next := sheetml.Ref{Row: at.Row, Col: col}
		v := r.at(f.sheet, next)
		if v.blank() && !v.uncached {
			continue
		}
		if r.isLabel(v) {
			break
		}
		taken[next] = true
		return v
	}
	if v := r.at(f.sheet, below); !v.blank() && !r.isLabel(v) {
		taken[below] = true
		return v
	}
	return value{origin: origin(f.index, right)}
}

// isLabel reports whether a cell holds a label of its own.
func (r *finder) isLabel(v value) bool {
	if v.kind != sheetml.Text {
		return false
	}
	before, _, _ := strings.Cut(v.text, ":")
	_, ok := r.readHeading(before)
	return ok
}

// ownLines finds a table of lines without a column of projects.
func (r *finder) ownLines(s *sheet) *table {
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) > maxFormRows {
			break
		}
		first := 0
		for _, c := range s.CellsOf(row) {
			if c.Kind == sheetml.Text && first == 0 {
				first = int(c.Col)
			}
		}
		if known, _ := r.knownHeadings(s, row); known < 2 {
			continue
		}
		rows := r.headingRowsAt(s, int(row.Number), first)
		t := &table{sheet: s, headingRows: rows, columns: r.columnsOf(s, rows, 1, sheetml.MaxCol+1), left: first, onForm: true}
		known := 0
		for _, role := range []role{roleKind, roleItem, roleArea, rolePayer} {
			if t.has(role) {
				known++
			}
		}
		if known < 2 || !t.has(roleYear) && !t.has(roleAnnual) {
			continue
		}
		t.lines = true
		t.caption = r.captionAbove(s, 0, t)
		r.fill(t, sheetml.MaxRow)
		return t
	}
	return nil
}

// readForm reads a sheet of one project.
func (r *reader) readForm(f *form) {
	get := func(role role) value {
		if l := f.label(role); l != nil {
			return l.value
		}
		return value{}
	}
	name := get(roleName)
	if name.origin == budget.NoOrigin {
		name.origin = origin(f.index, f.labels[0].at)
	}
	_, f.at, _ = place(name.origin)
	r.project = name.text
	p := r.projectOf(name, get)
	if l := f.label(roleInvestment); l != nil {
		p.Investment = r.amount(amountsTable(f), &l.column, l.value)
	}
	r.sub.Projects = append(r.sub.Projects, p)
	for i := range f.labels {
		r.readLabelledAmount(f, &f.labels[i], p.Origin)
	}
	if lines := r.lines[f]; lines != nil {
		lines.owner = p.Origin
		r.readTable(lines)
	}
	r.project = ""
}

// amountsTable stands for the form's own amounts, which have the caption of the
// sheet.
func amountsTable(f *form) *records {
	t := &table{sheet: f.sheet}
	if f.lines != nil {
		t.caption = f.lines.caption
	}
	return &records{table: t}
}

// readLabelledAmount reads a cost, a saving or the like that is a label's value.
func (r *reader) readLabelledAmount(f *form, l *label, owner budget.Origin) {
	kind := listKinds[l.role]
	if kind == 0 {
		return
	}
	heading := origin(f.index, l.at)
	line := r.listLine(&l.column, heading, kind)
	line.Origin, line.Owner = l.value.origin, owner
	line.Annual = r.amount(amountsTable(f), &l.column, l.value)
	if line.Annual.Origin == budget.NoOrigin {
		line.Annual.Origin = heading
	}
	r.sub.Lines = append(r.sub.Lines, line)
}
