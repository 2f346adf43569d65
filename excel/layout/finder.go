package layout

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Finder finds where things stand in a book.
type Finder struct {
	headings
	Book     *workbook.Book
	examples map[budget.Origin]bool // the first cells of rows marked as examples
}

// NewFinder prepares to look through a book, with a map of the user's or without one.
func NewFinder(b *workbook.Book, m *Map) Finder {
	return Finder{headings: headings{m.meanings()}, Book: b, examples: examplesOf(b)}
}

// regions are the parts of a book that say something: tables, and sheets that one
// project has to itself.
type regions struct {
	Tables        []*Table
	ProjectSheets []*ProjectSheet
}

// Regions finds the tables of every sheet, and the sheets that are one project's.
func (r *Finder) Regions() regions {
	var found regions
	for _, s := range r.Book.Sheets {
		if s == nil {
			continue
		}
		tables := r.findTables(s)
		if slices.ContainsFunc(tables, func(t *Table) bool { return t.Projects }) {
			found.Tables = append(found.Tables, tables...)
		} else if f := r.findProjectSheet(s); f != nil && len(tables) == 0 {
			found.ProjectSheets = append(found.ProjectSheets, f)
		} else {
			found.Tables = append(found.Tables, tables...)
		}
	}
	return found
}

// At is the value of a cell. A formula without a stored result is computed, where
// that is certain, and told.
func (r *Finder) At(s *workbook.Sheet, ref workbook.Ref) workbook.Value {
	v := r.Book.At(s, ref)
	if !v.Uncached {
		return v
	}
	computed, ok := r.Book.Compute(s, ref)
	if !ok {
		return v
	}
	v.Kind, v.Raw, v.Uncached, v.Computed = workbook.Number, computed.String(), false, true
	v.Text = notation.DanishNumber(computed)
	return v
}
