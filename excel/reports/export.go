package reports

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"videre/budget"
	"videre/excel/internal/text"
	"videre/excel/reading"
)

// Row is one amount of an export: a project's line in one year, and the cell it was
// read from. Amounts are in kroner as decimal text with a point; what is not known,
// or not there, is nil.
type Row struct {
	Workbook      string  `json:"workbook"`
	Sheet         string  `json:"sheet"`
	Cell          string  `json:"cell"`
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
	State         string  `json:"state"` // blank, given, unreadable, error
	Text          string  `json:"text"`  // what stands in the cell
	PriceLevel    *int    `json:"price_level"`
	Counts        string  `json:"counts"`
	Counted       *string `json:"counted"` // what of the amount counts as financing
}

// Rows lists what a workbook says, a row for each project, line and year. A project
// without lines has one row, so that none is left out. The workbook is named as given.
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

func plainFigure(f budget.Figure) *string {
	if !f.Known {
		return nil
	}
	return new(budget.Plain(f.Value))
}

// WriteJSON writes rows as a JSON array.
func WriteJSON(w io.Writer, rows []Row) error {
	if rows == nil {
		rows = []Row{}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(rows)
}

// WriteCSV writes rows as the CSV that opens right in a Danish Excel: UTF-8 with a
// byte order mark, semicolons, decimal commas, and no text that Excel would take for
// a formula.
func WriteCSV(w io.Writer, l budget.Language, rows []Row) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.Comma, c.UseCRLF = ';', true
	fields := make([]string, len(exportColumns))
	for i, column := range exportColumns {
		fields[i] = text.Of(l, column.heading)
	}
	if err := c.Write(fields); err != nil {
		return err
	}
	for i := range rows {
		for k, column := range exportColumns {
			fields[k] = column.value(l, &rows[i])
		}
		if err := c.Write(fields); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// exportColumns are the columns of a row as CSV.
var exportColumns = []struct {
	heading budget.Key
	value   func(budget.Language, *Row) string
}{
	{"head.file", func(_ budget.Language, r *Row) string { return plainText(r.Workbook) }},
	{"export.sheet", func(_ budget.Language, r *Row) string { return plainText(r.Sheet) }},
	{"head.place", func(_ budget.Language, r *Row) string { return r.Cell }},
	{"head.project", func(_ budget.Language, r *Row) string { return plainText(r.Project) }},
	{"head.department", func(_ budget.Language, r *Row) string { return plainText(r.Department) }},
	{"head.expiry", func(_ budget.Language, r *Row) string { return whole(r.Expiry) }},
	{"head.participants", func(_ budget.Language, r *Row) string { return decimalComma(r.Participants) }},
	{"column.verdict", func(l budget.Language, r *Row) string { return wordOf(l, "verdict", r.Verdict) }},
	{"head.kind", func(l budget.Language, r *Row) string { return wordOf(l, "kind", r.Kind) }},
	{"head.item", func(_ budget.Language, r *Row) string { return plainText(r.Item) }},
	{"head.area", func(_ budget.Language, r *Row) string { return plainText(r.Area) }},
	{"head.payer", func(l budget.Language, r *Row) string { return wordOf(l, "payer", r.Payer) }},
	{"export.share", func(_ budget.Language, r *Row) string { return decimalComma(r.Share) }},
	{"export.reimbursement", func(l budget.Language, r *Row) string {
		return wordOf(l, "reimbursement", r.Reimbursement)
	}},
	{"export.budgeted", func(l budget.Language, r *Row) string { return yesOrNo(l, r.Budgeted) }},
	{"head.frame", func(l budget.Language, r *Row) string { return wordOf(l, "frame", r.Frame) }},
	{"head.year", func(_ budget.Language, r *Row) string { return whole(r.Year) }},
	{"head.amount", func(_ budget.Language, r *Row) string { return decimalComma(r.Amount) }},
	{"export.state", func(l budget.Language, r *Row) string { return wordOf(l, "state", r.State) }},
	{"head.have", func(_ budget.Language, r *Row) string { return plainText(r.Text) }},
	{"export.price-level", func(_ budget.Language, r *Row) string { return whole(r.PriceLevel) }},
	{"head.counts", func(l budget.Language, r *Row) string { return wordOf(l, "counts", r.Counts) }},
	{"export.counted", func(_ budget.Language, r *Row) string { return decimalComma(r.Counted) }},
}

// wordOf is the word of a term by its code; empty for no code.
func wordOf(l budget.Language, kind budget.Key, code string) string {
	if code == "" {
		return ""
	}
	return l.Text(kind + "." + budget.Key(code))
}

func yesOrNo(l budget.Language, yes *bool) string {
	if yes == nil {
		return ""
	}
	return text.Of(l, map[bool]budget.Key{true: "yes", false: "no"}[*yes])
}

// plainText keeps a text from being taken for a formula: one that begins as formulas
// do gets an apostrophe, as Excel itself marks texts.
func plainText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if first, size := utf8.DecodeRuneInString(s); size > 0 && strings.ContainsRune("=+-@\t\n|%＝＋－＠", first) {
		return "'" + s
	}
	return s
}

func whole(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func decimalComma(s *string) string {
	if s == nil {
		return ""
	}
	return strings.ReplaceAll(*s, ".", ",")
}
