package reports

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/sheets"
)

// found is a finding and the workbook it is in.
type found struct {
	budget.Finding
	index int // among the workbook's findings
	in    *Summarised
}

func (f found) locate(o budget.Origin) string { return f.in.Review.Book.Locate(o) }

// findingsSheet is every finding of every workbook, errors first.
func (s *Summary) findingsSheet(p *sheets.Builder) {
	var rows []found
	for _, severity := range budget.Severities() {
		for i := range s.Workbooks {
			w := &s.Workbooks[i]
			if w.Review == nil {
				continue
			}
			for k, f := range w.Review.Report.Findings {
				if s.Policy.SeverityOf(f.Code) == severity {
					rows = append(rows, found{f, k, w})
				}
			}
		}
	}
	listSheet(s, p, "findings", s.say("findings.counted", s.severities()...), s.findingColumns(), rows, "")
}

func (s *Summary) findingColumns() []sheets.SheetColumn[found] {
	l := s.Language
	c := columns[found]{s.Options}
	return []sheets.SheetColumn[found]{
		c.cell("head.severity", 13, func(f found) sheets.Cell { return s.severity(f.Code) }),
		c.cell("head.code", 8, func(f found) sheets.Cell { return sheets.TextStyle.Cell(f.Code.String()) }),
		c.text("head.file", 34, func(f found) string { return f.in.Path }),
		c.cell("head.place", 24, s.place),
		c.text("head.project", 24, func(f found) string { return f.Project }),
		c.text("head.have", 26, func(f found) string { return f.in.Review.Had(f.index) }),
		c.text("head.fault", 56, func(f found) string { return l.Fault(f.Finding, f.locate) }),
		c.text("head.fix", 56, func(f found) string { return l.Fix(f.Finding, f.locate) }),
	}
}

// place is where a finding stands, leading to the cell in the copy.
func (s *Summary) place(f found) sheets.Cell {
	return sheets.LinkStyle.Cell(f.in.inCopy(f.locate(f.Origin), f.Origin, s.Text("findings.go")))
}

// severity is the severity that the policy gives a code, as a cell.
func (s *Summary) severity(code budget.Code) sheets.Cell {
	severity := s.Policy.SeverityOf(code)
	return sheets.SeverityStyle(severity).Cell(s.Language.Word(severity))
}

// severities counts the findings of all workbooks.
func (s *Summary) severities() []budget.Arg {
	var n budget.SeverityCount
	for _, r := range s.reports() {
		if r != nil {
			n.Add(s.Policy, r.Findings)
		}
	}
	return n.Args()
}

// acrossSheet is what was found across workbooks.
func (s *Summary) acrossSheet(p *sheets.Builder) {
	none := s.Text("summary.nothing-across")
	listSheet(s, p, "across", s.Text("summary.across"), s.acrossColumns(), s.Across.Findings, none)
}

func (s *Summary) acrossColumns() []sheets.SheetColumn[budget.PortfolioFinding] {
	type finding = budget.PortfolioFinding
	c := columns[finding]{s.Options}
	return []sheets.SheetColumn[finding]{
		c.cell("head.severity", 13, func(f finding) sheets.Cell { return s.severity(f.Code) }),
		c.cell("head.code", 8, func(f finding) sheets.Cell { return sheets.TextStyle.Cell(f.Code.String()) }),
		c.text("head.project", 26, func(f finding) string { return f.Project }),
		c.cell("head.places", 60, func(f finding) sheets.Cell { return sheets.LinkStyle.Cell(s.places(f)) }),
		c.text("head.fault", 60, s.Language.PortfolioFault),
		c.text("head.fix", 60, s.Language.PortfolioFix),
	}
}

// places are the places of a finding across workbooks, leading to the first.
func (s *Summary) places(f budget.PortfolioFinding) any {
	var where []string
	for _, spot := range append([]budget.Spot{f.At}, f.Related...) {
		if spot.Submission < 0 {
			continue
		}
		w := s.Workbooks[spot.Submission]
		where = append(where, strings.TrimSpace(w.Path+" "+w.Review.Book.Locate(spot.Origin)))
	}
	text := strings.Join(where, "\n")
	if f.At.Submission < 0 {
		return text
	}
	return s.Workbooks[f.At.Submission].inCopy(text, f.At.Origin, s.Text("findings.go"))
}
