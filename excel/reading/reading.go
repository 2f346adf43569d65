package reading

import (
	"videre/budget"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// Reading is a book as a submission, and where its tables are.
type Reading struct {
	Book          *workbook.Book
	Submission    *budget.Submission
	Tables        []*Records
	ProjectSheets []*layout.ProjectSheet
	Factors       map[budget.Origin]Factor // of amounts, by their cells
	projects      bool
}

// HasProjects reports whether a table or a sheet of projects was found.
func (r *Reading) HasProjects() bool { return r.projects }
