package excel

import (
	"cmp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// Summary is several workbooks, read and judged, to be told of in one workbook.
type Summary struct {
	Options
	Policy     *budget.Policy
	BudgetYear int // 0 while unknown
	Workbooks  []Summarised
	Across     *budget.Portfolio
	Skipped    []string // sentences on the files passed over
}

// Summarised is one workbook of a batch.
type Summarised struct {
	Path   string  // as it is shown
	Copy   string  // its annotated copy, relative to the summary's folder, with slashes; empty for none
	Review *Judged // nil when it could not be read
	Fault  string  // why it could not be read, or its copy not written
	Cure   string
}

// SummaryName is the file name of a summary.
func SummaryName(budgetYear int) string {
	if budgetYear == 0 {
		return "samlet-vurdering.xlsx"
	}
	return "samlet-vurdering-" + itoa(budgetYear) + ".xlsx"
}

// Write makes the workbook: an overview, the projects with links to their copies,
// sums per department, what it means for the budget, a sentence a project, every
// finding, what was found across workbooks, the files and the rules. The bytes are a
// function of the summary alone.
func (s *Summary) Write() ([]byte, error) {
	p := newPages()
	for _, page := range []func(*pages){
		s.overviewPage, s.projectsPage, s.totalsPage, s.effectsPage, s.sentencesPage,
		s.findingsPage, s.acrossPage, s.filesPage, s.rulesPage,
	} {
		page(p)
	}
	return p.finish()
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
	return say(s.Language, key, nil, args...)
}

// listPage is a sheet of one table: its title and a line below it, a row for each value,
// and a filter. Where there are no rows a sentence may stand in their place.
func listPage[T any](
	s *Summary, p *pages, key budget.Key, lead string, columns []sheetColumn[T], rows []T, none string,
) {
	const head = 4
	g := p.newPage(s.Language, s.text("summary.sheet."+key), layout{
		widths: widthsOf(columns),
		frozen: sheetml.Ref{Row: head + 1, Col: 1},
		head:   head,
	})
	g.write(30, cell{s.text("summary.title." + key), titleLook})
	g.write(0, cell{lead, quietLook})
	g.skip(1)
	last := writeHeads(g, columns)
	for _, row := range rows {
		last = writeRow(g, columns, row)
	}
	if len(rows) == 0 && none != "" {
		g.write(0, cell{none, quietLook})
	}
	g.filter(head, last, len(columns))
	g.close()
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
		target += "#" + quoteSheet(sheet) + "!" + address
	}
	return linked{text, target, tip}
}

// linkPath escapes what has a meaning of its own in a link.
var linkPath = strings.NewReplacer("%", "%25", "#", "%23", " ", "%20", "?", "%3F")

// projectsPage is every project on a row.
func (s *Summary) projectsPage(p *pages) {
	projects := s.projects()
	lead := s.say("summary.projects", arg("count", budget.Count(len(projects))))
	listPage(s, p, "projects", lead, s.projectColumns(), projects, "")
}

func (s *Summary) projectColumns() []sheetColumn[assessed] {
	l, open := s.Language, s.text("summary.open")
	name := func(a assessed) cell { return cell{a.in.inCopy(a.Name(), a.Project.Origin, open), linkLook} }
	file := func(a assessed) cell { return cell{a.in.inCopy(a.in.Path, budget.NoOrigin, open), linkLook} }
	title := func(a assessed) cell { return cell{a.sentence(l, a.Title()), verdictLook(a.Verdict())} }
	waived := func(a assessed) cell { return cell{strings.Join(s.waived(a.Assessment), "\n"), wrapLook} }
	return []sheetColumn[assessed]{
		{s.text("head.project"), 26, name},
		{s.text("head.department"), 22, assessed.department},
		{s.text("column.verdict"), 30, title},
		{s.text("head.expiry"), 9, s.expiry},
		{s.text("head.cost"), 15, func(a assessed) cell { return money(l, a.worst().Cost) }},
		{s.text("head.counted"), 15, func(a assessed) cell { return money(l, a.worst().Counted) }},
		{s.text("column.gap"), 15, func(a assessed) cell { return money(l, a.worst().Gap) }},
		{s.text("column.coverage"), 13, func(a assessed) cell { return percent(l, a.worst().Coverage) }},
		{s.text("head.year"), 9, assessed.worstYear},
		{s.text("head.one-off"), 15, func(a assessed) cell { return money(l, a.OneOff) }},
		{s.text("head.participants"), 11, assessed.participants},
		{s.text("column.reason"), 60, func(a assessed) cell { return cell{a.sentence(l, a.Reasons[0]), wrapLook} }},
		{s.text("head.changes"), 50, func(a assessed) cell { return cell{s.changes(a), wrapLook} }},
		{s.text("head.waivers"), 30, waived},
		{s.text("head.file"), 30, file},
	}
}

func (a assessed) department() cell { return cell{a.Project.Department.Text, wrapLook} }

// worst are the figures of the year that decides; unknown where there is none.
func (a assessed) worst() budget.YearFigures {
	worst, _ := a.Worst()
	return worst
}

func (a assessed) worstYear() cell {
	if worst, ok := a.Worst(); ok {
		return cell{worst.Year, yearLook}
	}
	return cell{"–", quietTable}
}

func (s *Summary) expiry(a assessed) cell {
	if year, known := a.Project.Expiry.Get(); known {
		return cell{year, yearLook}
	}
	return cell{s.text("unknown"), quietTable}
}

func (a assessed) participants() cell {
	if n, known := a.Project.Participants.Get(); known {
		return cell{number(n), numberLook}
	}
	return cell{"", quietTable}
}

func (s *Summary) changes(a assessed) string {
	var said []string
	for _, m := range a.Changes {
		said = append(said, a.sentence(s.Language, m))
	}
	return strings.Join(said, "\n")
}

// totalsPage sums the projects per department, verdict and year.
func (s *Summary) totalsPage(p *pages) {
	l := s.Language
	department := func(t budget.DepartmentTotal) cell { return cell{s.stated(t.Department), wrapLook} }
	columns := []sheetColumn[budget.DepartmentTotal]{
		{s.text("head.department"), 34, department},
		{s.text("column.verdict"), 36, func(t budget.DepartmentTotal) cell { return s.verdict(t.Verdict) }},
		{s.text("head.year"), 9, func(t budget.DepartmentTotal) cell { return cell{t.Year, yearLook} }},
		{s.text("head.projects"), 11, func(t budget.DepartmentTotal) cell { return cell{t.Projects, numberLook} }},
		{s.text("head.cost"), 18, func(t budget.DepartmentTotal) cell { return money(l, t.Cost) }},
		{s.text("head.counted"), 18, func(t budget.DepartmentTotal) cell { return money(l, t.Counted) }},
		{s.text("column.gap"), 18, func(t budget.DepartmentTotal) cell { return money(l, t.Gap) }},
		{s.text("head.unknown"), 18, func(t budget.DepartmentTotal) cell { return cell{t.Unknown, numberLook} }},
	}
	listPage(s, p, "totals", s.text("summary.totals"), columns, budget.ByDepartment(s.reports()), "")
}

// stated is what a workbook states, or that it does not.
func (s *Summary) stated(text string) string { return cmp.Or(text, s.text("summary.not-stated")) }

// verdict is a verdict as a cell.
func (s *Summary) verdict(v budget.Verdict) cell { return cell{s.Language.Word(v), verdictLook(v)} }

// sentencesPage is a sentence for each project, those that may go on first.
func (s *Summary) sentencesPage(p *pages) {
	sentence := func(a assessed) cell { return cell{a.sentence(s.Language, a.Recommendation()), wrapLook} }
	columns := []sheetColumn[assessed]{
		{s.text("column.verdict"), 34, func(a assessed) cell { return s.verdict(a.Verdict()) }},
		{s.text("head.sentence"), 110, sentence},
		{s.text("head.department"), 30, assessed.department},
	}
	projects := s.projects()
	order := budget.Verdicts()
	slices.SortStableFunc(projects, func(x, y assessed) int {
		return cmp.Compare(slices.Index(order, x.Verdict()), slices.Index(order, y.Verdict()))
	})
	listPage(s, p, "sentences", s.text("summary.sentences"), columns, projects, "")
}

// found is a finding and the workbook it is in.
type found struct {
	budget.Finding
	index int // among the workbook's findings
	in    *Summarised
}

func (f found) locate(o budget.Origin) string { return f.in.Review.Book.Locate(o) }

// findingsPage is every finding of every workbook, errors first.
func (s *Summary) findingsPage(p *pages) {
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

func (s *Summary) findingColumns() []sheetColumn[found] {
	l, tip := s.Language, s.text("findings.go")
	place := func(f found) cell { return cell{f.in.inCopy(f.locate(f.Origin), f.Origin, tip), linkLook} }
	return []sheetColumn[found]{
		{s.text("head.severity"), 13, func(f found) cell { return s.severity(f.Code) }},
		{s.text("head.code"), 8, func(f found) cell { return cell{f.Code.String(), textLook} }},
		{s.text("head.file"), 34, func(f found) cell { return cell{f.in.Path, wrapLook} }},
		{s.text("head.place"), 24, place},
		{s.text("head.project"), 24, func(f found) cell { return cell{f.Project, wrapLook} }},
		{s.text("head.have"), 26, func(f found) cell { return cell{f.in.Review.had(f.index), wrapLook} }},
		{s.text("head.fault"), 56, func(f found) cell { return cell{l.Fault(f.Finding, f.locate), wrapLook} }},
		{s.text("head.fix"), 56, func(f found) cell { return cell{l.Fix(f.Finding, f.locate), wrapLook} }},
	}
}

// severity is the severity that the policy gives a code, as a cell.
func (s *Summary) severity(code budget.Code) cell {
	severity := s.Policy.SeverityOf(code)
	return cell{s.Language.Word(severity), severityLook(severity)}
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

// acrossPage is what was found across workbooks.
func (s *Summary) acrossPage(p *pages) {
	l := s.Language
	columns := []sheetColumn[budget.PortfolioFinding]{
		{s.text("head.severity"), 13, func(f budget.PortfolioFinding) cell { return s.severity(f.Code) }},
		{s.text("head.code"), 8, func(f budget.PortfolioFinding) cell { return cell{f.Code.String(), textLook} }},
		{s.text("head.project"), 26, func(f budget.PortfolioFinding) cell { return cell{f.Project, wrapLook} }},
		{s.text("head.places"), 60, func(f budget.PortfolioFinding) cell { return cell{s.places(f), linkLook} }},
		{s.text("head.fault"), 60, func(f budget.PortfolioFinding) cell { return cell{l.PortfolioFault(f), wrapLook} }},
		{s.text("head.fix"), 60, func(f budget.PortfolioFinding) cell { return cell{l.PortfolioFix(f), wrapLook} }},
	}
	listPage(s, p, "across", s.text("summary.across"), columns, s.Across.Findings, s.text("summary.nothing-across"))
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
	return s.Workbooks[f.At.Submission].inCopy(text, f.At.Origin, s.text("findings.go"))
}

// filesPage is every file, those that were not read first.
func (s *Summary) filesPage(p *pages) {
	files := make([]*Summarised, len(s.Workbooks))
	for i := range s.Workbooks {
		files[i] = &s.Workbooks[i]
	}
	slices.SortStableFunc(files, func(x, y *Summarised) int { return x.state() - y.state() })
	listPage(s, p, "files", strings.Join(s.Skipped, " · "), s.fileColumns(), files, "")
}

func (s *Summary) fileColumns() []sheetColumn[*Summarised] {
	states := []budget.Key{"state.unread", "state.unwritten", "state.no-projects", "state.assessed"}
	errors := func(w *Summarised) cell { return cell{s.countIn(w, budget.SeverityError), numberLook} }
	warnings := func(w *Summarised) cell { return cell{s.countIn(w, budget.SeverityWarning), numberLook} }
	return []sheetColumn[*Summarised]{
		{s.text("head.file"), 50, func(w *Summarised) cell { return cell{s.fileLink(w), linkLook} }},
		{s.text("head.state"), 22, func(w *Summarised) cell { return cell{s.text(states[w.state()]), textLook} }},
		{s.text("head.projects"), 11, func(w *Summarised) cell { return cell{w.projects(), numberLook} }},
		{s.text("head.errors"), 9, errors},
		{s.text("head.warnings"), 11, warnings},
		{s.text("head.cause"), 60, func(w *Summarised) cell { return cell{w.Fault, wrapLook} }},
		{s.text("head.fix"), 50, func(w *Summarised) cell { return cell{w.Cure, wrapLook} }},
		{s.text("head.sha256"), 70, func(w *Summarised) cell { return cell{w.sum(), textLook} }},
	}
}

// fileLink is a file's path, leading to its copy.
func (s *Summary) fileLink(w *Summarised) any {
	if w.Review == nil {
		return w.Path
	}
	return w.inCopy(w.Path, budget.NoOrigin, s.text("summary.open"))
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

// rulesPage is the policy and what was taken for granted, and in how many workbooks.
func (s *Summary) rulesPage(p *pages) {
	r := &rules{Options: s.Options, policy: s.Policy, year: s.BudgetYear, years: s.years()}
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
		r.assumed = append(r.assumed, s.say("summary.assumed",
			arg("sentence", budget.Quote(sentence)), arg("count", budget.Count(files[sentence]))))
	}
	r.page(p, s.text("sheet.policy"))
}
