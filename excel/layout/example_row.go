package layout

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/text"
	"videre/excel/workbook"
)

// ExampleMark is the defined name of an example row. A row with it is not read as long
// as its project has the example's name.
const ExampleMark = workbook.MarkPrefix + "eksempel_"

// ExampleName is the name of the example's project.
func ExampleName(l budget.Language) string {
	return text.Of(l, "template.example") + " " + text.Of(l, "template.example.name")
}

// isExample reports whether a row is the template's example: marked as one, and its
// project still named as the template names it.
func (f *Finder) isExample(t *Table, row *workbook.Row) bool {
	at := t.Origin(workbook.Ref{Row: int(row.Number), Col: 1})
	if !f.examples[at] {
		return false
	}
	for _, c := range t.CellsOf(row) {
		if c.Kind != workbook.Text {
			continue
		}
		for _, l := range budget.Languages() {
			if notation.Clean(c.Text) == ExampleName(l) {
				return true
			}
		}
	}
	return false
}

// examplesOf are the first cells of the rows of a book that are marked as examples.
func examplesOf(b *workbook.Book) map[budget.Origin]bool {
	marked := map[budget.Origin]bool{}
	for _, n := range b.Workbook.Names {
		if strings.HasPrefix(n.Name, ExampleMark) {
			if at, ok := b.Target(n); ok {
				marked[at] = true
			}
		}
	}
	return marked
}
