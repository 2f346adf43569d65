package forms

import (
	"videre/excel/internal/notation"
	"videre/excel/internal/sheets"
	"videre/excel/layout"
)

// writeExample writes the example row and marks it.
func writeExample[T any](g *sheets.Sheet, columns []templateColumn[T], values map[notation.Role]any) {
	cells := make([]sheets.Cell, len(columns))
	for i, c := range columns {
		cells[i] = sheets.ExampleStyle.Cell(values[c.role])
	}
	g.Mark(layout.ExampleMark, g.Write(0, cells...))
}

// exampleProject are the values of the example row of the sheet of projects.
func (t *Template) exampleProject() map[notation.Role]any {
	values := map[notation.Role]any{
		notation.RoleName:          layout.ExampleName(t.Language),
		notation.RoleDepartment:    t.Text("template.example.department"),
		notation.RoleExtended:      t.answer(false),
		notation.RoleTarget:        200,
		notation.RoleParticipants:  60,
		notation.RoleSocial:        t.word("social", "positive"),
		notation.RoleEconomic:      t.word("economic", "documented"),
		notation.RoleDocumentation: t.Text("template.example.documentation"),
		notation.RoleWish:          t.word("wish", "permanent"),
	}
	if len(t.Years) > 0 {
		values[notation.RoleExpiry] = t.Years[0] - 1
	}
	return values
}

// exampleLine are those of the sheet of lines; the amount is every year's.
func (t *Template) exampleLine() map[notation.Role]any {
	return map[notation.Role]any{
		notation.RoleName:          layout.ExampleName(t.Language),
		notation.RoleKind:          t.word("kind", "saving"),
		notation.RoleItem:          t.Text("template.example.item"),
		notation.RoleArea:          t.Text("template.example.area"),
		notation.RolePayer:         t.word("payer", "municipality"),
		notation.RoleReimbursement: t.word("reimbursement", "net"),
		notation.RoleBudgeted:      t.answer(false),
		notation.RoleFrame:         t.word("frame", "transfers"),
		notation.RoleAnnual:        500,
	}
}
