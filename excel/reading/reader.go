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
	set Settings
	sub *budget.Submission // as far as it has been read

	// What stands in the book.

	tables        []*Records
	projectSheets []*layout.ProjectSheet
	lines         map[*layout.ProjectSheet][]*Records // of the project sheets that have some

	// What the book settles for all its cells.

	notation notation.Notation
	base     int // the budget year as far as the workbook tells, for relative columns; 0 when it does not

	// What is kept on the way.

	project   string                          // the project of the row being read, for findings
	grouped   map[groupKey]*group             // faults that may be a whole column's
	order     []groupKey                      // of grouped, as they were met
	told      map[groupKey]bool               // faults told once for a whole column
	heeded    map[heeding]int                 // the findings of words beside amounts
	qualified map[string][]notation.Qualified // of headings, sections and titles, by their text
	factors   map[budget.Origin]Factor        // of amounts, by their cells
	assumed   map[budget.Key]bool             // assumptions that are stated
	legends   map[int]notation.Legend         // of the sheets, by their index; nil until asked for
	folded    map[string]string               // names as they are compared; see fold
	known     map[string]budget.Origin        // projects by their folded names
	numbered  map[string]budget.Origin        // projects by their numbers, see numberKey
	doubts    doubts                          // formulas that something rests on
	shown     misshown                        // cells that show something else than they hold
	stars     map[int][]string                // the texts of sheets that explain stars; nil until asked for
	sources   []*Records                      // of the lines, in their order: the tables they stand in
	dropped   []budget.Line                   // that stand again elsewhere, and were held against that
	bySheet   *bool                           // the sheets of projects are departments; nil until it is asked
}

// Read reads a book as a submission. Whatever is wrong with the workbook is a finding; there
// is no error, and the book is not changed. A book without projects gives a submission
// without any, and a finding of what came nearest.
//
// The order matters: columns that cannot be used are known before any row is read, and the
// budget year before the first relative column. Faults of whole columns are told at the end.
func Read(b *workbook.Book, set Settings) *Reading {
	r := &reader{
		Finder: layout.NewFinder(b, set.Map), set: set, sub: &budget.Submission{},
		folded: map[string]string{}, grouped: map[groupKey]*group{}, told: map[groupKey]bool{},
		heeded: map[heeding]int{}, qualified: map[string][]notation.Qualified{},
		factors: map[budget.Origin]Factor{}, assumed: map[budget.Key]bool{},
	}
	r.tellSigned()
	r.find()
	r.yearHints()
	for _, t := range r.allTables() {
		r.checkColumns(t)
		r.checkYears(t)
	}
	r.settleNotation()
	r.readProjects()
	r.leaveOutInputs()
	for _, t := range r.tables {
		r.readTable(t)
	}
	for _, f := range r.projectSheets {
		r.readProjectLines(f)
	}
	r.tellMissingYears()
	r.settleGeneralLines()
	r.tellUnsaidSums()
	r.reconcile()
	r.dropSpecified()
	r.tellReplaced()
	for i := range r.sub.Lines {
		r.tellBorrowed(&r.sub.Lines[i])
	}
	r.tellLaterYears()
	r.tellHidden()
	account := r.settleAccount()
	r.findPlaceOfPriceLevel()
	r.flushGroups()
	r.tellDoubts()
	r.tellMisshown()
	ofProjects := func(t *Records) bool { return t.Projects }
	reading := &Reading{
		Book: b, Settings: set, Submission: r.sub, Tables: r.allTables(), ProjectSheets: r.projectSheets, Factors: r.factors,
		Account:  account,
		projects: len(r.projectSheets) > 0 || slices.ContainsFunc(r.tables, ofProjects),
	}
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
	r.projectSheets, r.lines = found.ProjectSheets, map[*layout.ProjectSheet][]*Records{}
	for _, f := range r.projectSheets {
		for _, t := range f.Tables {
			r.lines[f] = append(r.lines[f], &Records{Table: t})
		}
	}
}

// allTables are the tables of sheets and those that stand on a project's own sheet.
func (r *reader) allTables() []*Records {
	all := slices.Clone(r.tables)
	for _, f := range r.projectSheets {
		all = append(all, r.lines[f]...)
	}
	return all
}
