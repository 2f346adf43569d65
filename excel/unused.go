package excel

import (
	"regexp"
	"slices"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// moneyWord is a heading that speaks of money in some way.
var moneyWord = regexp.MustCompile(`(?i)udgift|omkostning|besparelse|sparet|sparede|gevinst|finansiering|tilskud|husleje|løn\b|drift\b|\bcosts?\b|saving|funding|expense`)

// tellUnused tells of columns of numbers whose headings speak of money and mean nothing
// to the program: they are left alone, and a person should know.
func (r *reader) tellUnused(t *records) {
	if t.lower == 0 || len(t.rows) == 0 {
		return
	}
	head := t.Row(t.lower)
	if head == nil {
		return
	}
	for _, cell := range t.CellsOf(head) {
		col := int(cell.Col)
		known := slices.ContainsFunc(t.columns, func(c column) bool { return c.col == col })
		if known || col < t.left || cell.Kind != sheetml.Text || !moneyWord.MatchString(cell.Text) {
			continue
		}
		if slices.ContainsFunc(t.rows, func(row int) bool {
			c := t.Cell(sheetml.Ref{Row: row, Col: col})
			return c != nil && c.Kind == sheetml.Number && r.book.format(int(c.Style)).moment != day
		}) {
			r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.UnusedColumn, Origin: origin(t.index, cell.Ref()), Have: budget.Quote(clean(cell.Text))})
		}
	}
}
