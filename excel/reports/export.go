package reports

import (
	"encoding/json"
	"io"
	"slices"

	"videre/budget"
	"videre/excel/reading"
)

// Row is one amount of an export: a project's line in one year, and the cell it was
// read from. Amounts are in kroner, shares a part of 1, both as decimal text with a point;
// what is not known, or not there, is nil. Terms are given by their codes in the domain
// ("saving", "region", "continue"), empty where they are not stated.
type Row struct {
	Workbook      string  `json:"workbook"`
	Sheet         string  `json:"sheet"`
	Cell          string  `json:"cell"` // of the amount; of the project where it has no lines
	Project       string  `json:"project"`
	Department    string  `json:"department"`
	Expiry        *int    `json:"expiry"`
	Participants  *string `json:"participants"`
	Verdict       string  `json:"verdict"`
	Kind          string  `json:"kind"`
	Item          string  `json:"item"`
	Area          string  `json:"area"`
	Payer         string  `json:"payer"`
	Share         *string `json:"share"`
	Reimbursement string  `json:"reimbursement"`
	Budgeted      *bool   `json:"budgeted"`
	Frame         string  `json:"frame"`
	Year          *int    `json:"year"` // nil for a project without lines, and for an amount of no stated year
	Amount        *string `json:"amount"`
	State         string  `json:"state"`       // blank, given, unreadable, error
	Text          string  `json:"text"`        // what stands in the cell
	PriceLevel    *int    `json:"price_level"` // the year whose prices the amount is in
	Counts        string  `json:"counts"`
	Counted       *string `json:"counted"` // what of the amount counts as financing
}

// Rows lists what a workbook says, a row for each project, line and year. A project
// without lines has one row, so that none is left out, and lines without a project come
// last. The workbook is named as given.
func Rows(r *reading.Review, workbook string) []Row {
	var rows []Row
	for i := range r.Report.Assessments {
		rows = append(rows, assessmentRows(r, workbook, &r.Report.Assessments[i])...)
	}
	for _, l := range r.Report.Unassigned {
		line := lineRow(Row{Workbook: workbook, Project: l.Project.Text}, l)
		years := yearsOf(l, r.Report.Years)
		for i, year := range years {
			rows = append(rows, amountRow(r, line, year, l.Once(years, i)))
		}
	}
	return rows
}

// assessmentRows are the rows of a project.
func assessmentRows(r *reading.Review, workbook string, a *budget.Assessment) []Row {
	of := projectRow(workbook, a)
	if len(a.Lines) == 0 {
		of.Sheet, of.Cell = r.Book.Place(a.Project.Origin)
		return []Row{of}
	}
	var rows []Row
	for _, l := range a.Lines {
		line := lineRow(of, l.Line)
		line.Counts = l.Counts.String()
		years := yearsOf(l.Line, r.Report.Years)
		for i, year := range years {
			row := amountRow(r, line, year, l.Once(years, i))
			if k := slices.Index(a.Years, year); k >= 0 && k < len(l.Counted) {
				row.Counted = plainFigure(l.Counted[k])
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// projectRow is what all rows of a project say.
func projectRow(workbook string, a *budget.Assessment) Row {
	row := Row{
		Workbook:   workbook,
		Project:    a.Name(),
		Department: a.Project.Department.Text,
		Verdict:    a.Verdict().String(),
	}
	if year, known := a.Project.Expiry.Get(); known {
		row.Expiry = &year
	}
	if n, known := a.Project.Participants.Get(); known {
		row.Participants = new(n.String())
	}
	return row
}

// lineRow is a project's row with what all rows of one of its lines say.
func lineRow(row Row, l *budget.Line) Row {
	row.Item, row.Area = l.Item.Text, l.Area.Text
	if kind, known := l.Kind.Get(); known {
		row.Kind = kind.String()
	}
	if payer, known := l.Payer.Get(); known {
		row.Payer = payer.String()
	}
	if share, known := l.Share.Get(); known {
		row.Share = new(share.String())
	}
	if way, known := l.Reimbursement.Get(); known {
		row.Reimbursement = way.String()
	}
	if budgeted, known := l.Budgeted.Get(); known {
		row.Budgeted = &budgeted
	}
	if frame, known := l.Frame.Get(); known {
		row.Frame = frame.String()
	}
	return row
}

// amountRow is a line's row with one amount.
func amountRow(r *reading.Review, row Row, year int, a budget.Amount) Row {
	row.Sheet, row.Cell = r.Book.Place(a.Origin)
	if year != 0 {
		row.Year = &year
	}
	row.State, row.Text = a.State.String(), a.Text
	if a.State == budget.Given {
		row.Amount = new(budget.Plain(a.Value))
	}
	if a.PriceLevel != 0 {
		row.PriceLevel = &a.PriceLevel
	}
	return row
}

// yearsOf are the years judged and those a line has amounts for; 0 when nothing says
// which year its amount is of.
func yearsOf(l *budget.Line, judged []int) []int {
	years := slices.Clone(judged)
	for _, a := range l.Amounts {
		if !slices.Contains(years, a.Year) {
			years = append(years, a.Year)
		}
	}
	slices.Sort(years)
	if len(years) == 0 {
		return []int{0}
	}
	return years
}

// plainFigure is a figure as decimal text; nil when it is not known.
func plainFigure(f budget.Figure) *string {
	if !f.Known {
		return nil
	}
	return new(budget.Plain(f.Value))
}

// WriteJSON writes rows as a JSON array, an empty one of no rows. Its errors are the writer's.
func WriteJSON(w io.Writer, rows []Row) error {
	if rows == nil {
		rows = []Row{}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(rows)
}
