package reading

import (
	"regexp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// moneyWord is a heading that speaks of money in some way.
var moneyWord = regexp.MustCompile(`(?i)udgift|omkostning|besparelse|sparet|sparede|gevinst|finansiering|tilskud|` +
	`husleje|løn\b|drift\b|\bcosts?\b|saving|funding|expense`)

// tellUnused tells of columns of numbers whose headings speak of money and mean nothing
// to the program: they are left alone, and a person should know.
func (r *reader) tellUnused(t *Records) {
	if t.Lower == 0 || len(t.RowNumbers) == 0 {
		return
	}
	head := t.Row(t.Lower)
	if head == nil {
		return
	}
	for _, cell := range t.CellsOf(head) {
		col := int(cell.Col)
		known := slices.ContainsFunc(t.Columns, func(c layout.Column) bool { return c.Col == col })
		if known || col < t.Left || cell.Kind != workbook.Text || !moneyWord.MatchString(cell.Text) {
			continue
		}
		if slices.ContainsFunc(t.RowNumbers, func(row int) bool {
			c := t.Cell(workbook.Ref{Row: row, Col: col})
			return c != nil && c.Kind == workbook.Number && r.Book.Format(int(c.Style)).Moment != notation.Day
		}) {
			heading := budget.Quote(notation.Clean(cell.Text))
			r.report(budget.Finding{Code: budget.UnusedColumn, Origin: t.Origin(cell.Ref()), Have: heading})
		}
	}
}
