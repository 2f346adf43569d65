package reports

import (
	"cmp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// projectsSheet is every project on a row.
func (s *Summary) projectsSheet(p *sheets.Builder) {
	projects := s.projects()
	lead := s.say("summary.projects", text.Arg("count", budget.Count(len(projects))))
	listSheet(s, p, "projects", lead, s.projectColumns(), projects, "")
}

// projectColumns are what each project's row says: its verdict, the figures of the year that
// decides, why, and what would change it.
func (s *Summary) projectColumns() []sheets.SheetColumn[assessed] {
	c := columns[assessed]{s.Options}
	return []sheets.SheetColumn[assessed]{
		c.cell("head.project", 26, func(a assessed) sheets.Cell { return s.projectLink(a, a.Name()) }),
		c.text("head.department", 22, assessed.department),
		c.cell("column.verdict", 30, s.title),
		c.cell("head.expiry", 9, s.expiry),
		c.money("head.cost", 15, assessed.cost),
		c.money("head.counted", 15, assessed.counted),
		c.money("column.gap", 15, assessed.gap),
		c.cell("column.coverage", 13, s.coverage),
		c.cell("head.year", 9, assessed.worstYear),
		c.money("head.one-off", 15, func(a assessed) budget.Figure { return a.OneOff }),
		c.cell("head.participants", 11, assessed.participants),
		c.text("column.reason", 60, func(a assessed) string { return a.sentence(s.Language, a.Reasons[0]) }),
		c.text("head.changes", 50, s.changes),
		c.text("head.waivers", 30, func(a assessed) string { return strings.Join(s.Waived(a.Assessment), "\n") }),
		c.cell("head.file", 30, s.copyLink),
	}
}

// projectLink is a project's name, leading to the project in its copy.
func (s *Summary) projectLink(a assessed, name string) sheets.Cell {
	return sheets.LinkStyle.Cell(a.in.inCopy(name, a.Project.Origin, s.Text("summary.open")))
}

// copyLink is the path of a project's workbook, leading to its copy.
func (s *Summary) copyLink(a assessed) sheets.Cell {
	return sheets.LinkStyle.Cell(a.in.inCopy(a.in.Path, budget.NoOrigin, s.Text("summary.open")))
}

// title is a project's verdict with what belongs to it: how much is missing, until when.
func (s *Summary) title(a assessed) sheets.Cell {
	return sheets.VerdictStyle(a.Verdict()).Cell(a.sentence(s.Language, a.Title()))
}

func (s *Summary) coverage(a assessed) sheets.Cell {
	return sheets.Percent(s.Language, a.worst().Coverage)
}

func (a assessed) worstYear() sheets.Cell {
	if worst, ok := a.Worst(); ok {
		return sheets.YearStyle.Cell(worst.Year)
	}
	return sheets.QuietTableStyle.Cell("–")
}

func (s *Summary) expiry(a assessed) sheets.Cell {
	if year, known := a.Project.Expiry.Get(); known {
		return sheets.YearStyle.Cell(year)
	}
	return sheets.QuietTableStyle.Cell(s.Text("unknown"))
}

func (a assessed) participants() sheets.Cell {
	if n, known := a.Project.Participants.Get(); known {
		return sheets.NumberStyle.Cell(sheets.Number(n))
	}
	return sheets.QuietTableStyle.Cell("")
}

// changes is what would change a project's verdict, a sentence on a line.
func (s *Summary) changes(a assessed) string {
	var said []string
	for _, m := range a.Changes {
		said = append(said, a.sentence(s.Language, m))
	}
	return strings.Join(said, "\n")
}

// totalsSheet sums the projects per department, verdict and year.
func (s *Summary) totalsSheet(p *sheets.Builder) {
	listSheet(s, p, "totals", s.Text("summary.totals"), s.totalColumns(), budget.ByDepartment(s.reports()), "")
}

func (s *Summary) totalColumns() []sheets.SheetColumn[budget.DepartmentTotal] {
	type total = budget.DepartmentTotal
	c := columns[total]{s.Options}
	return []sheets.SheetColumn[total]{
		c.text("head.department", 34, func(t total) string { return s.stated(t.Department) }),
		c.cell("column.verdict", 36, func(t total) sheets.Cell { return s.verdict(t.Verdict) }),
		c.cell("head.year", 9, func(t total) sheets.Cell { return sheets.YearStyle.Cell(t.Year) }),
		c.count("head.projects", 11, func(t total) int { return t.Projects }),
		c.money("head.cost", 18, func(t total) budget.Figure { return t.Cost }),
		c.money("head.counted", 18, func(t total) budget.Figure { return t.Counted }),
		c.money("column.gap", 18, func(t total) budget.Figure { return t.Gap }),
		c.count("head.unknown", 18, func(t total) int { return t.Unknown }),
	}
}

// sentencesSheet is a sentence for each project, those that may go on first.
func (s *Summary) sentencesSheet(p *sheets.Builder) {
	c := columns[assessed]{s.Options}
	table := []sheets.SheetColumn[assessed]{
		c.cell("column.verdict", 34, func(a assessed) sheets.Cell { return s.verdict(a.Verdict()) }),
		c.text("head.sentence", 110, func(a assessed) string { return a.sentence(s.Language, a.Recommendation()) }),
		c.text("head.department", 30, assessed.department),
	}
	projects := s.projects()
	order := budget.Verdicts()
	slices.SortStableFunc(projects, func(x, y assessed) int {
		return cmp.Compare(slices.Index(order, x.Verdict()), slices.Index(order, y.Verdict()))
	})
	listSheet(s, p, "sentences", s.Text("summary.sentences"), table, projects, "")
}

// assessed is a project and the workbook it is in.
type assessed struct {
	*budget.Assessment
	in *Summarised
}

// projects are the projects of all workbooks, in the workbooks' order.
func (s *Summary) projects() []assessed {
	var all []assessed
	for i := range s.Workbooks {
		w := &s.Workbooks[i]
		if w.Review == nil {
			continue
		}
		for k := range w.Review.Report.Assessments {
			all = append(all, assessed{&w.Review.Report.Assessments[k], w})
		}
	}
	return all
}

// sentence says a message of the domain, with cells of the project's workbook.
func (a assessed) sentence(l budget.Language, m budget.Message) string {
	return l.Say(m, a.in.Review.Book.Locate)
}

func (a assessed) department() string { return a.Project.Department.Text }

// worst are the figures of the year that decides; unknown where there is none.
func (a assessed) worst() budget.YearFigures {
	worst, _ := a.Worst()
	return worst
}

func (a assessed) cost() budget.Figure    { return a.worst().Cost }
func (a assessed) counted() budget.Figure { return a.worst().Counted }
func (a assessed) gap() budget.Figure     { return a.worst().Gap }
