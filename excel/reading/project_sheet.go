package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// readProjectSheet reads a sheet of one project.
func (r *reader) readProjectSheet(f *layout.ProjectSheet) {
	get := func(role notation.Role) workbook.Value {
		if l := f.Label(role); l != nil {
			return l.Value
		}
		return workbook.Value{}
	}
	name := get(notation.RoleName)
	if name.Origin == budget.NoOrigin {
		name.Origin = f.Origin(f.NameAt)
	}
	r.project = name.Text
	p := r.projectOf(name, get)
	if l := f.Label(notation.RoleInvestment); l != nil {
		p.Investment = r.amount(amountsTable(f), &l.Column, l.Value)
	}
	r.sub.Projects = append(r.sub.Projects, p)
	for i := range f.Labels {
		r.readLabelledAmount(f, &f.Labels[i], p.Origin)
	}
	if lines := r.lines[f]; lines != nil {
		lines.owner = p.Origin
		r.readTable(lines)
	}
	r.project = ""
}

// amountsTable stands for the sheet's own amounts, which have the caption of the
// sheet.
func amountsTable(f *layout.ProjectSheet) *Records {
	t := &layout.Table{Sheet: f.Sheet}
	if f.Lines != nil {
		t.Caption = f.Lines.Caption
	}
	return &Records{Table: t}
}

// readLabelledAmount reads a cost, a saving or the like that is a label's value.
func (r *reader) readLabelledAmount(f *layout.ProjectSheet, l *layout.Label, owner budget.Origin) {
	kind := notation.ListKinds[l.Role]
	if kind == 0 {
		return
	}
	heading := f.Origin(l.At)
	line := r.listLine(&l.Column, heading, kind)
	line.Origin, line.Owner = l.Value.Origin, owner
	line.Annual = r.amount(amountsTable(f), &l.Column, l.Value)
	if line.Annual.Origin == budget.NoOrigin {
		line.Annual.Origin = heading
	}
	r.sub.Lines = append(r.sub.Lines, line)
}
