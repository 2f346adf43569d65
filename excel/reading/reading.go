package reading

import (
	"videre/budget"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// Reading is what a book says, and where it says it.
type Reading struct {
	Book          *workbook.Book
	Settings      Settings                 // that it was read with
	Submission    *budget.Submission       // with whatever is wrong with the workbook as findings
	Tables        []*Records               // those of project sheets too, and last
	ProjectSheets []*layout.ProjectSheet   // in the order of the sheets
	Factors       map[budget.Origin]Factor // of the amounts that have a unit, by their cells
	Account       *Account                 // what became of every filled cell

	projects bool
}

// HasProjects reports whether a table of projects or a project sheet was found, be it empty.
func (r *Reading) HasProjects() bool { return r.projects }
