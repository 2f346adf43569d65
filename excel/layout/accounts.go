package layout

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// isAccount reports whether the cells of a part of a row are two headings or three that make a table
// though few of them are listed: the first of texts that say what is paid for, or who pays, and
// amounts. "Driftspost | Udgift pr. år", "Fond | Ekstern finansiering | Tilsagn til og med". What
// stands below them must be so.
func (f *Finder) isAccount(s *workbook.Sheet, row *workbook.Row, part span) bool {
	var cells []workbook.Cell
	for _, c := range s.CellsOf(row) {
		if v := f.Book.Value(s, &c); part.holds(int(c.Col)) && !v.Blank() {
			if c.Kind != workbook.Text && !f.isYear(v) || len(cells) > 2 || f.isFixedWord(v.Text) || isAmount(v.Text) {
				return false
			}
			cells = append(cells, c)
		}
	}
	if len(cells) < 2 || s.IsTurned() {
		return false
	}
	first, ok := f.meaning(f.cellText(s, cells[0].Ref()))
	if !ok || !slices.Contains(accountRoles, first.Role) && notation.ListKinds[first.Role] == 0 {
		return false
	}
	below := workbook.Ref{Row: int(row.Number) + 1, Col: int(cells[0].Col)}
	return f.isText(s, below) && slices.ContainsFunc(cells[1:], func(c workbook.Cell) bool {
		h, ok := f.meaning(f.cellText(s, c.Ref()))
		return ok && h.IsAmount() && f.isFigure(s, workbook.Ref{Row: below.Row, Col: int(c.Col)})
	})
}

// accountRoles are the roles of the first column of an account.
var accountRoles = []Role{notation.RoleItem, notation.RoleInvestor, notation.RoleGiver, notation.RoleDocumentation}

// isText reports whether a cell holds words.
func (f *Finder) isText(s *workbook.Sheet, at workbook.Ref) bool {
	v := f.Book.At(s, at)
	return v.Kind == workbook.Text && !v.Blank() && !isAmount(v.Text)
}

// isFigure reports whether a cell holds an amount.
func (f *Finder) isFigure(s *workbook.Sheet, at workbook.Ref) bool {
	v := f.Book.At(s, at)
	return v.Kind == workbook.Number || v.Formula != "" || isAmount(v.Text)
}

// findAccount reads the first column of an account by the texts in it: a kind's is what the amounts
// are of, and what funds or documents a project gives the money or names it.
func (f *Finder) findAccount(t *Table) {
	if len(t.Columns) == 0 || t.Sheet.IsTurned() || t.count(factRoles) > 0 || t.Has(notation.RoleName) {
		return
	}
	c := &t.Columns[0]
	below := workbook.Ref{Row: t.Lower + 1, Col: c.Col}
	amounts := t.Has(notation.RoleAnnual) || t.Has(notation.RoleYear)
	switch kind := notation.ListKinds[c.Role]; {
	case !f.isText(t.Sheet, below):
	case kind != 0 && amounts && !t.Has(notation.RoleItem) && t.kinds() == 1:
		c.Role, c.Lines = notation.RoleItem, kind
	case c.Role == notation.RoleInvestor && !t.Has(notation.RoleGiver) && t.paysIn():
		c.Role = notation.RoleGiver
	case c.Role == notation.RoleDocumentation && !t.Has(notation.RoleItem) && (amounts || t.kinds() > 0):
		c.Role = notation.RoleItem
	}
}

// paysIn reports whether the table has amounts of funding.
func (t *Table) paysIn() bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return notation.ListKinds[c.Role] == budget.Funding })
}

// apartByAccounts divides a row into the accounts that stand beside each other below it, with a blank
// column between: "Udgifter" and "Finansiering", each with texts and amounts of its own. A row that
// names projects, or says their facts, is of one table however it is spaced.
func (f *Finder) apartByAccounts(s *workbook.Sheet, row *workbook.Row) []span {
	if s.IsTurned() {
		return nil
	}
	parts, last := []span{{1, workbook.MaxCol + 1}}, 0
	for _, c := range s.CellsOf(row) {
		v := f.Book.Value(s, &c)
		if v.Blank() {
			continue
		}
		if c.Kind != workbook.Text && !f.isYear(v) {
			return nil
		}
		if last > 0 && int(c.Col) > last+1 {
			parts[len(parts)-1].to = int(c.Col)
			parts = append(parts, span{int(c.Col), workbook.MaxCol + 1})
		}
		last = lastOf(s, c.Ref())
	}
	if parts = f.titled(s, int(row.Number)-1, parts); len(parts) < 2 {
		return nil
	}
	for _, part := range parts {
		if !f.isSide(s, row, part) {
			return nil
		}
	}
	return parts
}

// titled are the parts of a row that have a title in the row above, each with those behind it that
// have none; nil where a part has several, or something else stands there.
func (f *Finder) titled(s *workbook.Sheet, row int, parts []span) []span {
	above := s.Row(row)
	if above == nil {
		return nil
	}
	titles := make([]int, len(parts))
	for _, c := range s.CellsOf(above) {
		if v := f.Book.Value(s, &c); v.Blank() {
			continue
		} else if c.Kind != workbook.Text {
			return nil
		}
		for i, part := range parts {
			if part.holds(int(c.Col)) {
				titles[i]++
			}
		}
	}
	if titles[0] != 1 || slices.Max(titles) > 1 {
		return nil
	}
	var all []span
	for i, part := range parts {
		if titles[i] == 0 {
			all[len(all)-1].to = part.to
		} else {
			all = append(all, part)
		}
	}
	return all
}

// isSide reports whether a part of a row holds the headings of one account: the first of no amount,
// another of amounts, and none of projects.
func (f *Finder) isSide(s *workbook.Sheet, row *workbook.Row, part span) bool {
	if !f.isHeadingRow(s, row, part) && !f.isAccount(s, row, part) {
		return false
	}
	amounts, first := 0, true
	for _, c := range s.CellsOf(row) {
		text := f.cellText(s, c.Ref())
		if !part.holds(int(c.Col)) || text == "" {
			continue
		}
		h, _ := f.meaning(text)
		isAmount := h.IsAmount() && f.isFigure(s, workbook.Ref{Row: int(row.Number) + 1, Col: int(c.Col)})
		isProject := h.Role == notation.RoleName || slices.Contains(factRoles, h.Role)
		if isProject || first && isAmount {
			return false
		}
		if first = false; isAmount {
			amounts++
		}
	}
	return amounts > 0
}
