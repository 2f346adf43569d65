package layout

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Finder finds where things stand in a book. It keeps nothing of what it finds but what
// headings mean.
type Finder struct {
	headings
	Book     *workbook.Book              // that is looked through; never changed
	examples map[budget.Origin]bool      // the first cells of rows marked as examples
	meanings map[string]meant            // of headings that have been read, by their paths
	said     map[string]notation.Heading // of single texts, by their words
	ofList   map[string]meant            // of single headings, what the list alone says
	fixed    map[string]bool             // texts, by whether they are values and no headings
}

// NewFinder prepares to look through a book, with a map of the user's, or without one: nil.
func NewFinder(b *workbook.Book, m *Map) *Finder {
	return &Finder{headings: headings{m.meanings()}, Book: b, examples: examplesOf(b),
		meanings: map[string]meant{}, said: map[string]notation.Heading{}, ofList: map[string]meant{},
		fixed: map[string]bool{},
	}
}

// Regions are the parts of a book that say something.
type Regions struct {
	Tables        []*Table        // by sheet, from the top; those of project sheets are not among them
	ProjectSheets []*ProjectSheet // in the order of the sheets
}

// Regions finds the tables of every sheet, and the parts that are one project's.
func (f *Finder) Regions() Regions {
	var found Regions
	for _, s := range f.Book.Sheets {
		if s == nil || f.isPivot(s) || f.IsExampleSheet(s) {
			continue
		}
		if across := f.projectsAcross(s); len(across) > 0 {
			found.Tables = append(found.Tables, across...)
			continue
		}
		if blocks := f.repeatedBlocks(s); len(blocks) > 1 {
			found.ProjectSheets = append(found.ProjectSheets, blocks...)
			continue
		}
		tables := f.findTables(s)
		if b := f.readUnder(s, tables); b != nil {
			found.ProjectSheets = append(found.ProjectSheets, b)
			continue
		}
		if !slices.ContainsFunc(tables, func(t *Table) bool { return t.Projects }) {
			if blocks := f.findBlocks(s); len(blocks) > 0 {
				found.ProjectSheets = append(found.ProjectSheets, blocks...)
				continue
			}
			if b := f.readBlock(s); b != nil {
				found.ProjectSheets = append(found.ProjectSheets, b)
				continue
			}
		}
		found.Tables = append(found.Tables, tables...)
	}
	return found
}

// At is the value of the cell of an address, as [workbook.Book.At] gives it; but a formula
// without a stored result is computed where that is certain, and the value says so.
func (f *Finder) At(s *workbook.Sheet, at workbook.Ref) workbook.Value {
	v := f.Book.At(s, at)
	if !v.Uncached {
		return v
	}
	computed, ok := f.Book.Compute(s, at)
	if !ok {
		return v
	}
	v.Kind, v.Raw, v.Uncached, v.Computed = workbook.Number, computed.String(), false, true
	v.Text = notation.DanishNumber(computed)
	return v
}
