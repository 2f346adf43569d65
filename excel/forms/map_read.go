package forms

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// ReadMap reads the map of columns that a book holds: what each heading means whose row is
// filled in, with the payer and the unit of its amounts where those are. It is for
// reading.Settings. A map with faults is not to be used; the faults are all that was found,
// one of the workbook as a whole when it holds no map.
func ReadMap(b *workbook.Book) (*layout.Map, []Fault) {
	for _, s := range b.Sheets {
		if s == nil {
			continue
		}
		if head := findMapHeads(b, s); head != nil {
			return readMap(b, s, head)
		}
	}
	return nil, []Fault{{key: "map.none"}}
}

// mapHeads are where a map's columns stand.
type mapHeads struct {
	row                          int
	heading, means, payer, units int // 0 for a column that the map has not
}

// findMapHeads finds the headings of a map on a sheet; nil when there are none.
func findMapHeads(b *workbook.Book, s *workbook.Sheet) *mapHeads {
	for i := range s.Rows {
		m := &mapHeads{row: int(s.Rows[i].Number)}
		for _, c := range s.CellsOf(&s.Rows[i]) {
			switch shown := b.Value(s, &c).Text; {
			case text.Catalog.Is("map.heading", shown):
				m.heading = int(c.Col)
			case text.Catalog.Is("map.means", shown):
				m.means = int(c.Col)
			case text.Catalog.Is("map.payer", shown):
				m.payer = int(c.Col)
			case text.Catalog.Is("map.unit", shown):
				m.units = int(c.Col)
			}
		}
		if m.heading > 0 && m.means > 0 {
			return m
		}
	}
	return nil
}

// readMap reads the rows below a map's headings.
func readMap(b *workbook.Book, s *workbook.Sheet, head *mapHeads) (*layout.Map, []Fault) {
	m := &layout.Map{Meanings: map[string]layout.Meaning{}}
	var faults []Fault
	for i := range s.Rows {
		row := int(s.Rows[i].Number)
		if row <= head.row {
			continue
		}
		heading := b.At(s, sheetml.Ref{Row: row, Col: head.heading})
		if heading.Blank() || b.At(s, sheetml.Ref{Row: row, Col: head.means}).Blank() {
			continue // nobody has said what it means
		}
		entry, wrong := readMapping(b, s, head, row)
		m.Meanings[layout.MapKey(heading.Text)] = entry
		faults = append(faults, wrong...)
	}
	return m, faults
}

// readMapping reads what a row of a map says, and tells each of its cells that is none of
// what may stand there.
func readMapping(
	b *workbook.Book, s *workbook.Sheet, head *mapHeads, row int,
) (m layout.Meaning, faults []Fault) {
	read := func(col int, key budget.Key, understood func(text string) bool, args ...budget.Arg) {
		at := sheetml.Ref{Row: row, Col: col}
		if col > 0 && !b.At(s, at).Blank() && !understood(b.At(s, at).Text) {
			faults = append(faults, faultAt(b, s, at, key, args...))
		}
	}
	read(head.means, "map.bad-meaning", func(text string) (ok bool) { m.Role, ok = parseMeaning(text); return ok })
	read(head.payer, "map.bad-payer", func(text string) bool {
		payer, ok := notation.ParsePayer(text)
		m.Payers = []budget.Payer{payer}
		return ok
	}, text.Arg("choices", notation.Choices("payer")))
	read(head.units, "map.bad-unit", func(text string) bool {
		u, ok := notation.ParseUnit(text)
		m.Unit = &u
		return ok
	})
	return m, faults
}

// parseMeaning reads what a heading means: a heading that is known, or the meaning's own
// name.
func parseMeaning(text string) (notation.Role, bool) {
	if meaning, ok := notation.HeadingTable().Find(notation.HeadingKey(text)); ok {
		return notation.Role(meaning), true
	}
	for _, role := range mapRoles() {
		for _, l := range budget.Languages() {
			if text == string(role) || notation.HeadingKey(text) == notation.HeadingKey(notation.RoleTitle(role, l)) {
				return role, true
			}
		}
	}
	return "", false
}

// mapRoles are what a map can say that a heading means.
func mapRoles() []notation.Role {
	var roles []notation.Role
	for _, meaning := range notation.HeadingTable().Order {
		roles = append(roles, notation.Role(meaning))
	}
	return append(roles, notation.RoleRepayment, notation.RoleReallocation, notation.RoleGiver, notation.RoleCashable,
		notation.RoleDeadweight, notation.RoleDescription, notation.RoleResults, notation.RoleUnit)
}
