package reading

import (
	"videre/budget"
	"videre/excel/workbook"
)

// Judged is what is kept of a review when its workbook is let go of: the report, and
// what tells where each finding stands. It does not grow with the workbook's sheets.
type Judged struct {
	Report *budget.Report
	Book   Places // of the cells that the report's origins name

	Account *Account // what became of every filled cell

	stood []string // what stood in the cell of each finding
}

// Judged is what is kept of the review, which can be let go of then.
func (r *Review) Judged() *Judged {
	j := &Judged{Report: r.Report, Book: Places{SHA256: r.Book.SHA256}, Account: r.Account}
	for _, info := range r.Book.Workbook.Sheets {
		j.Book.sheets = append(j.Book.sheets, info.Name)
	}
	for _, f := range r.Report.Findings {
		j.stood = append(j.stood, r.Book.Stood(f.Origin))
	}
	return j
}

// Had is what was shown in the cell of the report's finding of an index; empty where nothing was.
func (j *Judged) Had(i int) string { return j.stood[i] }

// Places tell where the cells of a workbook stand that is no longer held.
type Places struct {
	SHA256 string // of the workbook, in hexadecimal

	sheets []string // their names, in the workbook's order
}

// Place is the name of the sheet and the address of a cell, as [workbook.Book.Place] gives them.
func (p *Places) Place(o budget.Origin) (sheet, cell string) {
	i, at, ok := workbook.PlaceOf(o)
	if !ok || i >= len(p.sheets) {
		return "", ""
	}
	return p.sheets[i], at.String()
}

// Sheet is the name of the sheet of an index in the workbook; empty for none.
func (p *Places) Sheet(index int) string {
	if index >= len(p.sheets) {
		return ""
	}
	return p.sheets[index]
}

// Locate is the place of a cell in one text, as [workbook.Book.Locate] gives it.
func (p *Places) Locate(o budget.Origin) string {
	sheet, cell := p.Place(o)
	if sheet == "" {
		return ""
	}
	return sheet + "!" + cell
}
