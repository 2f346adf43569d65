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

// isExample reports whether a row is an example: it says so first, or it is marked as the
// template's, and its project is still named as the template names it.
func (f *Finder) isExample(t *Table, row *workbook.Row) bool {
	if first := f.firstText(t.Sheet, row); notation.IsExample(first) {
		return true
	}
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

// IsExampleSheet reports whether a sheet is an example as a whole: its name says so, or the
// first text on it.
func (f *Finder) IsExampleSheet(s *workbook.Sheet) bool {
	if notation.IsExampleSheet(s.Name) {
		return true
	}
	for i := range s.Rows {
		if first := f.firstText(s, &s.Rows[i]); first != "" {
			return notation.IsExample(first) && len(s.CellsOf(&s.Rows[i])) == 1
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

// firstText is the first text of a row.
func (f *Finder) firstText(s *workbook.Sheet, row *workbook.Row) string {
	for _, c := range s.CellsOf(row) {
		if c.Kind == workbook.Text {
			return c.Text
		}
	}
	return ""
}
