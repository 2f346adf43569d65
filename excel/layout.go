package excel

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// finder finds where things stand in a book.
type finder struct {
	headings
	book     *Book
	examples map[budget.Origin]bool // the first cells of rows marked as examples
}

// newFinder prepares to look through a book, with a map of the user's or without one.
func newFinder(b *Book, m *Map) finder {
	return finder{headings: headings{m.meanings()}, book: b, examples: b.examples()}
}

// regions are the parts of a book that say something: tables, and sheets that one
// project has to itself.
type regions struct {
	tables []*table
	forms  []*form
}

// findAll finds the tables of every sheet, and the sheets that are one project's.
func (r *finder) findAll() regions {
	var found regions
	for _, s := range r.book.sheets {
		if s == nil {
			continue
		}
		tables := r.findTables(s)
		if slices.ContainsFunc(tables, func(t *table) bool { return t.projects }) {
			found.tables = append(found.tables, tables...)
		} else if f := r.findForm(s); f != nil && len(tables) == 0 {
			found.forms = append(found.forms, f)
		} else {
			found.tables = append(found.tables, tables...)
		}
	}
	return found
}

// at is the value of a cell. A formula without a stored result is computed, where
// that is certain, and told.
func (r *finder) at(s *sheet, ref sheetml.Ref) value {
	v := r.book.at(s, ref)
	if !v.uncached {
		return v
	}
	computed, ok := r.book.compute(s, ref)
	if !ok {
		return v
	}
	v.kind, v.raw, v.uncached, v.computed = sheetml.Number, computed.String(), false, true
	v.text = danishNumber(computed)
	return v
}
