package reports

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// filesSheet is every file, those that were not read first.
func (s *Summary) filesSheet(p *sheets.Builder) {
	files := make([]*Summarised, len(s.Workbooks))
	for i := range s.Workbooks {
		files[i] = &s.Workbooks[i]
	}
	slices.SortStableFunc(files, func(x, y *Summarised) int { return x.state() - y.state() })
	listSheet(s, p, "files", strings.Join(s.Skipped, " · "), s.fileColumns(), files, "")
}

func (s *Summary) fileColumns() []sheets.SheetColumn[*Summarised] {
	states := []budget.Key{"state.unread", "state.unwritten", "state.no-projects", "state.assessed"}
	state := func(w *Summarised) sheets.Cell { return sheets.TextStyle.Cell(s.Text(states[w.state()])) }
	c := columns[*Summarised]{s.Options}
	return []sheets.SheetColumn[*Summarised]{
		c.cell("head.file", 50, func(w *Summarised) sheets.Cell { return sheets.LinkStyle.Cell(s.fileLink(w)) }),
		c.cell("head.state", 22, state),
		c.count("head.projects", 11, (*Summarised).projects),
		c.count("head.errors", 9, func(w *Summarised) int { return s.countIn(w, budget.SeverityError) }),
		c.count("head.warnings", 11, func(w *Summarised) int { return s.countIn(w, budget.SeverityWarning) }),
		c.text("head.cause", 60, func(w *Summarised) string { return w.Fault }),
		c.text("head.fix", 50, func(w *Summarised) string { return w.Cure }),
		c.cell("head.sha256", 70, func(w *Summarised) sheets.Cell { return sheets.TextStyle.Cell(w.sum()) }),
	}
}

// fileLink is a file's path, leading to its copy.
func (s *Summary) fileLink(w *Summarised) any {
	if w.Review == nil {
		return w.Path
	}
	return w.inCopy(w.Path, budget.NoOrigin, s.Text("summary.open"))
}

// projects counts the file's projects.
func (w *Summarised) projects() int {
	if w.Review == nil {
		return 0
	}
	return len(w.Review.Report.Assessments)
}

// countIn counts the file's findings of a severity.
func (s *Summary) countIn(w *Summarised, severity budget.Severity) int {
	if w.Review == nil {
		return 0
	}
	n := 0
	for _, f := range w.Review.Report.Findings {
		if s.Policy.SeverityOf(f.Code) == severity {
			n++
		}
	}
	return n
}

// sum is the SHA-256 of the file; empty when it was not read.
func (w *Summarised) sum() string {
	if w.Review == nil {
		return ""
	}
	return w.Review.Book.SHA256
}

// state tells what became of a file; the worst is 0.
func (w *Summarised) state() int {
	switch {
	case w.Review == nil:
		return 0
	case w.Fault != "":
		return 1
	case w.Copy == "":
		return 2
	}
	return 3
}

// rulesSheet is the policy and what was taken for granted, and in how many workbooks.
func (s *Summary) rulesSheet(p *sheets.Builder) {
	r := &sheets.PolicySheet{Options: s.Options, Policy: s.Policy, Year: s.BudgetYear, Years: s.years()}
	var said []string
	files := map[string]int{}
	for _, w := range s.Workbooks {
		if w.Review == nil {
			continue
		}
		for _, m := range w.Review.Report.Assumptions {
			sentence := s.Language.Say(m, w.Review.Book.Locate)
			if files[sentence]++; files[sentence] == 1 {
				said = append(said, sentence)
			}
		}
	}
	for _, sentence := range said {
		r.Assumed = append(r.Assumed, s.say("summary.assumed",
			text.Arg("sentence", budget.Quote(sentence)), text.Arg("count", budget.Count(files[sentence]))))
	}
	r.AddTo(p, s.Text("sheet.policy"))
}
