package excel

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"

	"videre/budget"
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
// without lines has one row, so that none is left out.
func (r *Review) Rows(workbook string) []Row {
	var rows []Row
	for i := range r.Report.Assessments {
		a := &r.Report.Assessments[i]
		of := r.projectRow(workbook, a)
		if len(a.Lines) == 0 {
			of.Sheet, of.Cell = r.Book.Place(a.Project.Origin)
			rows = append(rows, of)
		}
		for _, l := range a.Lines {
			line := lineRow(of, l.Line)
			line.Counts = l.Counts.String()
			years := yearsOf(l.Line, r.Report.Years)
			for i, year := range years {
				row := r.amountRow(line, year, l.Once(years, i))
				if k := slices.Index(a.Years, year); k >= 0 && k < len(l.Counted) {
					row.Counted = plainFigure(l.Counted[k])
				}
				rows = append(rows, row)
			}
		}
	}
	for _, l := range r.Report.Unassigned {
		line := lineRow(Row{Workbook: workbook, Project: l.Project.Text}, l)
		years := yearsOf(l, r.Report.Years)
		for i, year := range years {
			rows = append(rows, r.amountRow(line, year, l.Once(years, i)))
		}
	}
	return rows
}

func (r *Review) projectRow(workbook string, a *budget.Assessment) Row {
	row := Row{Workbook: workbook, Project: a.Name(), Department: a.Project.Department.Text, Verdict: a.Verdict().String()}
	if year, known := a.Project.Expiry.Get(); known {
		row.Expiry = &year
	}
	if n, known := a.Project.Participants.Get(); known {
		row.Participants = pointer(n.String())
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
		row.Share = pointer(share.String())
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

func (r *Review) amountRow(row Row, year int, a budget.Amount) Row {
	row.Sheet, row.Cell = r.Book.Place(a.Origin)
	if year != 0 {
		row.Year = &year
	}
	row.State, row.Text = a.State.String(), a.Text
	if a.State == budget.Given {
		row.Amount = pointer(budget.Plain(a.Value))
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
	return pointer(budget.Plain(f.Value))
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
	head := make([]string, len(exportHeads))
	for i, key := range exportHeads {
		head[i] = texts.Text(l, key)
	}
	if err := c.Write(head); err != nil {
		return err
	}
	for _, row := range rows {
		if err := c.Write(row.fields(l)); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

var exportHeads = []budget.Key{"head.file", "export.sheet", "head.place", "head.project", "head.department", "head.expiry", "head.participants", "column.verdict",
	"head.kind", "head.item", "head.area", "head.payer", "export.share", "export.reimbursement", "export.budgeted", "head.frame", "head.year", "head.amount",
	"export.state", "head.have", "export.price-level", "head.counts", "export.counted"}

// fields are a row's fields in the order of the headings.
func (r Row) fields(l budget.Language) []string {
	word := func(kind, code string) string {
		if code == "" {
			return ""
		}
		return l.Text(budget.Key(kind + "." + code))
	}
	budgeted := ""
	if r.Budgeted != nil {
		budgeted = texts.Text(l, map[bool]budget.Key{true: "yes", false: "no"}[*r.Budgeted])
	}
	return []string{plainText(r.Workbook), plainText(r.Sheet), r.Cell, plainText(r.Project), plainText(r.Department), whole(r.Expiry), decimalComma(r.Participants),
		word("verdict", r.Verdict), word("kind", r.Kind), plainText(r.Item), plainText(r.Area), word("payer", r.Payer), decimalComma(r.Share),
		word("reimbursement", r.Reimbursement), budgeted, word("frame", r.Frame), whole(r.Year), decimalComma(r.Amount),
		word("state", r.State), plainText(r.Text), whole(r.PriceLevel), word("counts", r.Counts), decimalComma(r.Counted)}
}

// plainText keeps a text from being taken for a formula: one that begins as formulas
// do gets an apostrophe, as Excel itself marks texts.
func plainText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if s != "" && strings.ContainsRune("=+-@\t\n|%", rune(s[0])) || strings.HasPrefix(s, "＝") || strings.HasPrefix(s, "＋") || strings.HasPrefix(s, "－") || strings.HasPrefix(s, "＠") {
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
