package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// reader turns a book into a submission.
type reader struct {
	*layout.Finder
	tables        []*Records
	projectSheets []*layout.ProjectSheet
	lines         map[*layout.ProjectSheet]*Records // the lines of a project that has the sheet to itself
	set           Settings
	sub           *budget.Submission
	notation      notation.Notation
	base          int    // the budget year as far as the workbook tells, for relative columns
	project       string // the project of the row being read
	grouped       map[groupKey]*group
	order         []groupKey
	told          map[groupKey]bool // faults told once for a whole column
	factors       map[budget.Origin]Factor
	assumed       map[budget.Key]bool
}

// Read reads a book as a submission. Whatever is wrong with the workbook
// is a finding; there is no error.
func Read(b *workbook.Book, set Settings) *Reading {
	r := &reader{Finder: layout.NewFinder(b, set.Map), set: set, sub: &budget.Submission{},
		grouped: map[groupKey]*group{}, told: map[groupKey]bool{},
		factors: map[budget.Origin]Factor{}, assumed: map[budget.Key]bool{}}
	r.tellSigned()
	r.find()
	r.yearHints()
	for _, t := range r.allTables() {
		r.checkColumns(t)
		r.checkYears(t)
		r.tellUnused(t)
	}
	r.settleNotation()
	for _, t := range r.tables {
		r.readTable(t)
	}
	for _, f := range r.projectSheets {
		r.readProjectSheet(f)
	}
	r.tellHidden()
	r.findPlaceOfPriceLevel()
	r.flushGroups()
	reading := &Reading{Book: b, Submission: r.sub, Tables: r.allTables(), ProjectSheets: r.projectSheets, Factors: r.factors}
	reading.projects = len(r.projectSheets) > 0 || slices.ContainsFunc(r.tables, func(t *Records) bool { return t.Projects })
	if !reading.HasProjects() {
		r.tellNothingFound()
	}
	return reading
}

// find finds the tables and the sheets of one project.
func (r *reader) find() {
	found := r.Regions()
	for _, t := range found.Tables {
		r.tables = append(r.tables, &Records{Table: t})
	}
	r.projectSheets, r.lines = found.ProjectSheets, map[*layout.ProjectSheet]*Records{}
	for _, f := range r.projectSheets {
		if f.Lines != nil {
			r.lines[f] = &Records{Table: f.Lines}
		}
	}
}

// allTables are the tables of sheets and those that stand on a project's own sheet.
func (r *reader) allTables() []*Records {
	all := slices.Clone(r.tables)
	for _, f := range r.projectSheets {
		if lines := r.lines[f]; lines != nil {
			all = append(all, lines)
		}
	}
	return all
}
