package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/reading"
)

// Summary is several workbooks, read and judged, to be told of in one workbook.
type Summary struct {
	sheets.Options
	Policy     *budget.Policy
	BudgetYear int // 0 while unknown
	Workbooks  []Summarised
	Across     *budget.Portfolio
	Skipped    []string // sentences on the files passed over
}

// Summarised is one workbook of a batch.
type Summarised struct {
	Path   string          // as it is shown
	Copy   string          // its annotated copy, relative to the summary's folder, with slashes; empty for none
	Review *reading.Judged // nil when it could not be read
	Fault  string          // why it could not be read, or its copy not written
	Cure   string
}

// SummaryName is the file name of a summary.
func SummaryName(budgetYear int) string {
	if budgetYear == 0 {
		return "samlet-vurdering.xlsx"
	}
	return "samlet-vurdering-" + strconv.Itoa(budgetYear) + ".xlsx"
}

// Write makes the workbook: an overview, the projects with links to their copies,
// sums per department, what it means for the budget, a sentence a project, every
// finding, what was found across workbooks, the files and the rules. The bytes are a
// function of the summary alone.
func (s *Summary) Write() ([]byte, error) {
	p := sheets.New()
	for _, page := range []func(*sheets.Builder){
		s.overviewSheet, s.projectsSheet, s.totalsSheet, s.effectsSheet, s.sentencesSheet,
		s.findingsSheet, s.acrossSheet, s.filesSheet, s.rulesSheet,
	} {
		page(p)
	}
	return p.Finish()
}

// reports are the workbooks' reports, nil for those not read.
func (s *Summary) reports() []*budget.Report {
	reports := make([]*budget.Report, len(s.Workbooks))
	for i, w := range s.Workbooks {
		if w.Review != nil {
			reports[i] = w.Review.Report
		}
	}
	return reports
}

// years are the years judged, the budget year first; none while it is unknown.
func (s *Summary) years() []int {
	if s.BudgetYear == 0 {
		return nil
	}
	return s.Policy.Years(s.BudgetYear)
}

func (s *Summary) say(key budget.Key, args ...budget.Arg) string {
	return text.Say(s.Language, key, nil, args...)
}

// listPage is a sheet of one table: its title and a line below it, a row for each value,
// and a filter. Where there are no rows a sentence may stand in their place.
func listPage[T any](
	s *Summary, p *sheets.Builder, key budget.Key, lead string, columns []sheets.SheetColumn[T], rows []T, none string,
) {
	const head = 4
	g := p.AddSheet(s.Language, s.Text("summary.sheet."+key), sheets.Setup{
		Widths: sheets.WidthsOf(columns),
		Frozen: sheetml.Ref{Row: head + 1, Col: 1},
		Head:   head,
	})
	g.Write(30, sheets.TitleStyle.Cell(s.Text("summary.title."+key)))
	g.Write(0, sheets.QuietStyle.Cell(lead))
	g.Skip(1)
	last := sheets.WriteHeads(g, columns)
	for _, row := range rows {
		last = sheets.WriteRow(g, columns, row)
	}
	if len(rows) == 0 && none != "" {
		g.Write(0, sheets.QuietStyle.Cell(none))
	}
	g.Filter(head, last, len(columns))
	g.Close()
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

// inCopy is a text that leads to a place of a workbook's copy; the text alone when there
// is no copy.
func (w *Summarised) inCopy(text string, at budget.Origin, tip string) any {
	if w.Copy == "" {
		return text
	}
	target := linkPath.Replace(w.Copy)
	if sheet, address := w.Review.Book.Place(at); sheet != "" {
		target += "#" + sheetml.QuoteSheet(sheet) + "!" + address
	}
	return sheets.Linked{Text: text, Target: target, Tip: tip}
}

// linkPath escapes what has a meaning of its own in a link.
var linkPath = strings.NewReplacer("%", "%25", "#", "%23", " ", "%20", "?", "%3F")

// projectsSheet is every project on a row.
func (s *Summary) projectsSheet(p *sheets.Builder) {
	projects := s.projects()
	lead := s.say("summary.projects", text.Arg("count", budget.Count(len(projects))))
	listPage(s, p, "projects", lead, s.projectColumns(), projects, "")
}

func (s *Summary) projectColumns() []sheets.SheetColumn[assessed] {
	l, open := s.Language, s.Text("summary.open")
	name := func(a assessed) sheets.Cell {
		return sheets.LinkStyle.Cell(a.in.inCopy(a.Name(), a.Project.Origin, open))
	}
	file := func(a assessed) sheets.Cell {
		return sheets.LinkStyle.Cell(a.in.inCopy(a.in.Path, budget.NoOrigin, open))
	}
	title := func(a assessed) sheets.Cell { return sheets.VerdictStyle(a.Verdict()).Cell(a.sentence(l, a.Title())) }
	waived := func(a assessed) sheets.Cell { return sheets.WrapStyle.Cell(strings.Join(s.Waived(a.Assessment), "\n")) }
	return []sheets.SheetColumn[assessed]{
		{Heading: s.Text("head.project"), Width: 26, Value: name},
		{Heading: s.Text("head.department"), Width: 22, Value: assessed.department},
		{Heading: s.Text("column.verdict"), Width: 30, Value: title},
		{Heading: s.Text("head.expiry"), Width: 9, Value: s.expiry},
		{Heading: s.Text("head.cost"), Width: 15, Value: func(a assessed) sheets.Cell { return sheets.Money(l, a.worst().Cost) }},
		{Heading: s.Text("head.counted"), Width: 15, Value: func(a assessed) sheets.Cell { return sheets.Money(l, a.worst().Counted) }},
		{Heading: s.Text("column.gap"), Width: 15, Value: func(a assessed) sheets.Cell { return sheets.Money(l, a.worst().Gap) }},
		{Heading: s.Text("column.coverage"), Width: 13, Value: func(a assessed) sheets.Cell { return sheets.Percent(l, a.worst().Coverage) }},
		{Heading: s.Text("head.year"), Width: 9, Value: assessed.worstYear},
		{Heading: s.Text("head.one-off"), Width: 15, Value: func(a assessed) sheets.Cell { return sheets.Money(l, a.OneOff) }},
		{Heading: s.Text("head.participants"), Width: 11, Value: assessed.participants},
		{Heading: s.Text("column.reason"), Width: 60, Value: func(a assessed) sheets.Cell { return sheets.WrapStyle.Cell(a.sentence(l, a.Reasons[0])) }},
		{Heading: s.Text("head.changes"), Width: 50, Value: func(a assessed) sheets.Cell { return sheets.WrapStyle.Cell(s.changes(a)) }},
		{Heading: s.Text("head.waivers"), Width: 30, Value: waived},
		{Heading: s.Text("head.file"), Width: 30, Value: file},
	}
}

func (a assessed) department() sheets.Cell { return sheets.WrapStyle.Cell(a.Project.Department.Text) }

// worst are the figures of the year that decides; unknown where there is none.
func (a assessed) worst() budget.YearFigures {
	worst, _ := a.Worst()
	return worst
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

func (s *Summary) changes(a assessed) string {
	var said []string
	for _, m := range a.Changes {
		said = append(said, a.sentence(s.Language, m))
	}
	return strings.Join(said, "\n")
}

// totalsSheet sums the projects per department, verdict and year.
func (s *Summary) totalsSheet(p *sheets.Builder) {
	l := s.Language
	department := func(t budget.DepartmentTotal) sheets.Cell { return sheets.WrapStyle.Cell(s.stated(t.Department)) }
	columns := []sheets.SheetColumn[budget.DepartmentTotal]{
		{Heading: s.Text("head.department"), Width: 34, Value: department},
		{Heading: s.Text("column.verdict"), Width: 36, Value: func(t budget.DepartmentTotal) sheets.Cell { return s.verdict(t.Verdict) }},
		{Heading: s.Text("head.year"), Width: 9, Value: func(t budget.DepartmentTotal) sheets.Cell { return sheets.YearStyle.Cell(t.Year) }},
		{Heading: s.Text("head.projects"), Width: 11, Value: func(t budget.DepartmentTotal) sheets.Cell { return sheets.NumberStyle.Cell(t.Projects) }},
		{Heading: s.Text("head.cost"), Width: 18, Value: func(t budget.DepartmentTotal) sheets.Cell { return sheets.Money(l, t.Cost) }},
		{Heading: s.Text("head.counted"), Width: 18, Value: func(t budget.DepartmentTotal) sheets.Cell { return sheets.Money(l, t.Counted) }},
		{Heading: s.Text("column.gap"), Width: 18, Value: func(t budget.DepartmentTotal) sheets.Cell { return sheets.Money(l, t.Gap) }},
		{Heading: s.Text("head.unknown"), Width: 18, Value: func(t budget.DepartmentTotal) sheets.Cell { return sheets.NumberStyle.Cell(t.Unknown) }},
	}
	listPage(s, p, "totals", s.Text("summary.totals"), columns, budget.ByDepartment(s.reports()), "")
}

// stated is what a workbook states, or that it does not.
func (s *Summary) stated(text string) string { return cmp.Or(text, s.Text("summary.not-stated")) }

// verdict is a verdict as a cell.
func (s *Summary) verdict(v budget.Verdict) sheets.Cell {
	return sheets.VerdictStyle(v).Cell(s.Language.Word(v))
}

// sentencesSheet is a sentence for each project, those that may go on first.
func (s *Summary) sentencesSheet(p *sheets.Builder) {
	sentence := func(a assessed) sheets.Cell { return sheets.WrapStyle.Cell(a.sentence(s.Language, a.Recommendation())) }
	columns := []sheets.SheetColumn[assessed]{
		{Heading: s.Text("column.verdict"), Width: 34, Value: func(a assessed) sheets.Cell { return s.verdict(a.Verdict()) }},
		{Heading: s.Text("head.sentence"), Width: 110, Value: sentence},
		{Heading: s.Text("head.department"), Width: 30, Value: assessed.department},
	}
	projects := s.projects()
	order := budget.Verdicts()
	slices.SortStableFunc(projects, func(x, y assessed) int {
		return cmp.Compare(slices.Index(order, x.Verdict()), slices.Index(order, y.Verdict()))
	})
	listPage(s, p, "sentences", s.Text("summary.sentences"), columns, projects, "")
}

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
	listPage(s, p, "findings", s.say("findings.counted", s.severities()...), s.findingColumns(), rows, "")
}

func (s *Summary) findingColumns() []sheets.SheetColumn[found] {
	l, tip := s.Language, s.Text("findings.go")
	place := func(f found) sheets.Cell {
		return sheets.LinkStyle.Cell(f.in.inCopy(f.locate(f.Origin), f.Origin, tip))
	}
	return []sheets.SheetColumn[found]{
		{Heading: s.Text("head.severity"), Width: 13, Value: func(f found) sheets.Cell { return s.severity(f.Code) }},
		{Heading: s.Text("head.code"), Width: 8, Value: func(f found) sheets.Cell { return sheets.TextStyle.Cell(f.Code.String()) }},
		{Heading: s.Text("head.file"), Width: 34, Value: func(f found) sheets.Cell { return sheets.WrapStyle.Cell(f.in.Path) }},
		{Heading: s.Text("head.place"), Width: 24, Value: place},
		{Heading: s.Text("head.project"), Width: 24, Value: func(f found) sheets.Cell { return sheets.WrapStyle.Cell(f.Project) }},
		{Heading: s.Text("head.have"), Width: 26, Value: func(f found) sheets.Cell { return sheets.WrapStyle.Cell(f.in.Review.Had(f.index)) }},
		{Heading: s.Text("head.fault"), Width: 56, Value: func(f found) sheets.Cell { return sheets.WrapStyle.Cell(l.Fault(f.Finding, f.locate)) }},
		{Heading: s.Text("head.fix"), Width: 56, Value: func(f found) sheets.Cell { return sheets.WrapStyle.Cell(l.Fix(f.Finding, f.locate)) }},
	}
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
	l := s.Language
	columns := []sheets.SheetColumn[budget.PortfolioFinding]{
		{Heading: s.Text("head.severity"), Width: 13, Value: func(f budget.PortfolioFinding) sheets.Cell { return s.severity(f.Code) }},
		{Heading: s.Text("head.code"), Width: 8, Value: func(f budget.PortfolioFinding) sheets.Cell { return sheets.TextStyle.Cell(f.Code.String()) }},
		{Heading: s.Text("head.project"), Width: 26, Value: func(f budget.PortfolioFinding) sheets.Cell { return sheets.WrapStyle.Cell(f.Project) }},
		{Heading: s.Text("head.places"), Width: 60, Value: func(f budget.PortfolioFinding) sheets.Cell { return sheets.LinkStyle.Cell(s.places(f)) }},
		{Heading: s.Text("head.fault"), Width: 60, Value: func(f budget.PortfolioFinding) sheets.Cell { return sheets.WrapStyle.Cell(l.PortfolioFault(f)) }},
		{Heading: s.Text("head.fix"), Width: 60, Value: func(f budget.PortfolioFinding) sheets.Cell { return sheets.WrapStyle.Cell(l.PortfolioFix(f)) }},
	}
	listPage(s, p, "across", s.Text("summary.across"), columns, s.Across.Findings, s.Text("summary.nothing-across"))
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

// filesSheet is every file, those that were not read first.
func (s *Summary) filesSheet(p *sheets.Builder) {
	files := make([]*Summarised, len(s.Workbooks))
	for i := range s.Workbooks {
		files[i] = &s.Workbooks[i]
	}
	slices.SortStableFunc(files, func(x, y *Summarised) int { return x.state() - y.state() })
	listPage(s, p, "files", strings.Join(s.Skipped, " · "), s.fileColumns(), files, "")
}

func (s *Summary) fileColumns() []sheets.SheetColumn[*Summarised] {
	states := []budget.Key{"state.unread", "state.unwritten", "state.no-projects", "state.assessed"}
	errors := func(w *Summarised) sheets.Cell { return sheets.NumberStyle.Cell(s.countIn(w, budget.SeverityError)) }
	warnings := func(w *Summarised) sheets.Cell { return sheets.NumberStyle.Cell(s.countIn(w, budget.SeverityWarning)) }
	return []sheets.SheetColumn[*Summarised]{
		{Heading: s.Text("head.file"), Width: 50, Value: func(w *Summarised) sheets.Cell { return sheets.LinkStyle.Cell(s.fileLink(w)) }},
		{Heading: s.Text("head.state"), Width: 22, Value: func(w *Summarised) sheets.Cell { return sheets.TextStyle.Cell(s.Text(states[w.state()])) }},
		{Heading: s.Text("head.projects"), Width: 11, Value: func(w *Summarised) sheets.Cell { return sheets.NumberStyle.Cell(w.projects()) }},
		{Heading: s.Text("head.errors"), Width: 9, Value: errors},
		{Heading: s.Text("head.warnings"), Width: 11, Value: warnings},
		{Heading: s.Text("head.cause"), Width: 60, Value: func(w *Summarised) sheets.Cell { return sheets.WrapStyle.Cell(w.Fault) }},
		{Heading: s.Text("head.fix"), Width: 50, Value: func(w *Summarised) sheets.Cell { return sheets.WrapStyle.Cell(w.Cure) }},
		{Heading: s.Text("head.sha256"), Width: 70, Value: func(w *Summarised) sheets.Cell { return sheets.TextStyle.Cell(w.sum()) }},
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
