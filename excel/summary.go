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
		s.overviewPage, s.projectsPage, s.totalsPage, s.effectsPage, s.sentencesPage, s.findingsPage, s.acrossPage, s.filesPage, s.rulesPage,
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

// sheet starts a page with its title and a line below it.
func (s *Summary) sheet(p *pages, key budget.Key, lead string, head int, widths ...float64) *page {
	g := p.newPage(s.Language, s.text("summary.sheet."+key), layout{widths: widths, frozen: sheetml.Ref{Row: head + 1, Col: 1}, head: head})
	g.write(30, cell{s.text("summary.title." + key), titleLook})
	g.write(0, cell{lead, quietLook})
	return g
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

// linkCopy makes a cell lead to a place of a workbook's copy.
func (w *Summarised) linkCopy(g *page, col, row int, at budget.Origin, tip string) {
	if w.Copy == "" || row > maxLinks {
		return
	}
	target := linkPath.Replace(w.Copy)
	if sheet, address := w.Review.Book.Place(at); sheet != "" {
		target += "#" + quoteSheet(sheet) + "!" + address
	}
	g.linkOut(col, row, target, tip)
}

// linkPath escapes what has a meaning of its own in a link.
var linkPath = strings.NewReplacer("%", "%25", "#", "%23", " ", "%20", "?", "%3F")

// projectsPage is every project on a row.
func (s *Summary) projectsPage(p *pages) {
	const head = 4
	projects := s.projects()
	g := s.sheet(p, "projects", s.say("summary.projects", arg("count", budget.Count(len(projects)))), head, 26, 22, 30, 9, 15, 15, 15, 13, 9, 15, 11, 60, 50, 30, 30)
	g.skip(1)
	last := g.table(s.heads("head.project", "head.department", "column.verdict", "head.expiry", "head.cost", "head.counted", "column.gap", "column.coverage", "head.year",
		"head.one-off", "head.participants", "column.reason", "head.changes", "head.waivers", "head.file")...)
	for _, a := range projects {
		worst, ok := a.Worst()
		year := cell{"–", quietTable}
		if ok {
			year = cell{worst.Year, yearLook}
		}
		last = g.table(cell{a.Name(), linkLook}, cell{a.Project.Department.Text, wrapLook},
			cell{a.sentence(s.Language, a.Title()), verdictLook(a.Verdict())}, s.expiry(a),
			money(s.Language, worst.Cost), money(s.Language, worst.Counted), money(s.Language, worst.Gap), percent(s.Language, worst.Coverage), year,
			money(s.Language, a.OneOff), s.participants(a), cell{a.sentence(s.Language, a.Reasons[0]), wrapLook}, cell{s.changes(a), wrapLook},
			cell{strings.Join(s.waived(a.Assessment), "\n"), wrapLook}, cell{a.in.Path, linkLook})
		a.in.linkCopy(g, 1, last, a.Project.Origin, s.text("summary.open"))
		a.in.linkCopy(g, 15, last, budget.NoOrigin, s.text("summary.open"))
	}
	g.filter(head, last, 15)
	g.close()
}

func (s *Summary) expiry(a assessed) cell {
	if year, known := a.Project.Expiry.Get(); known {
		return cell{year, yearLook}
	}
	return cell{s.text("unknown"), quietTable}
}

func (s *Summary) participants(a assessed) cell {
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
	const head = 4
	g := s.sheet(p, "totals", s.text("summary.totals"), head, 34, 36, 9, 11, 18, 18, 18, 18)
	g.skip(1)
	last := g.table(s.heads("head.department", "column.verdict", "head.year", "head.projects", "head.cost", "head.counted", "column.gap", "head.unknown")...)
	for _, t := range budget.ByDepartment(s.reports()) {
		last = g.table(cell{cmp.Or(t.Department, s.text("summary.not-stated")), wrapLook}, cell{s.Language.Word(t.Verdict), verdictLook(t.Verdict)}, cell{t.Year, yearLook},
			cell{t.Projects, numberLook}, money(s.Language, t.Cost), money(s.Language, t.Counted), money(s.Language, t.Gap), cell{t.Unknown, numberLook})
	}
	g.filter(head, last, 8)
	g.close()
}

// sentencesPage is a sentence for each project, those that may go on first.
func (s *Summary) sentencesPage(p *pages) {
	const head = 4
	g := s.sheet(p, "sentences", s.text("summary.sentences"), head, 34, 110, 30)
	g.skip(1)
	last := g.table(s.heads("column.verdict", "head.sentence", "head.department")...)
	projects := s.projects()
	order := budget.Verdicts()
	slices.SortStableFunc(projects, func(x, y assessed) int {
		return cmp.Compare(slices.Index(order, x.Verdict()), slices.Index(order, y.Verdict()))
	})
	for _, a := range projects {
		last = g.table(cell{s.Language.Word(a.Verdict()), verdictLook(a.Verdict())}, cell{a.sentence(s.Language, a.Recommendation()), wrapLook},
			cell{a.Project.Department.Text, wrapLook})
	}
	g.filter(head, last, 3)
	g.close()
}

// findingsPage is every finding of every workbook, errors first.
func (s *Summary) findingsPage(p *pages) {
	const head = 4
	count := s.severities()
	g := s.sheet(p, "findings", s.say("findings.counted", count...), head, 13, 8, 34, 24, 24, 26, 56, 56)
	g.skip(1)
	last := g.table(s.heads("head.severity", "head.code", "head.file", "head.place", "head.project", "head.have", "head.fault", "head.fix")...)
	for _, severity := range budget.Severities() {
		for i := range s.Workbooks {
			w := &s.Workbooks[i]
			if w.Review == nil {
				continue
			}
			for k, f := range w.Review.Report.Findings {
				if s.Policy.SeverityOf(f.Code) != severity {
					continue
				}
				locate := w.Review.Book.Locate
				last = g.table(cell{s.Language.Word(severity), severityLook(severity)}, cell{f.Code.String(), textLook}, cell{w.Path, wrapLook}, cell{locate(f.Origin), linkLook},
					cell{f.Project, wrapLook}, cell{w.Review.had(k), wrapLook}, cell{s.Language.Fault(f, locate), wrapLook}, cell{s.Language.Fix(f, locate), wrapLook})
				w.linkCopy(g, 4, last, f.Origin, s.text("findings.go"))
			}
		}
	}
	g.filter(head, last, 8)
	g.close()
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
	const head = 4
	g := s.sheet(p, "across", s.text("summary.across"), head, 13, 8, 26, 60, 60, 60)
	g.skip(1)
	last := g.table(s.heads("head.severity", "head.code", "head.project", "head.places", "head.fault", "head.fix")...)
	for _, f := range s.Across.Findings {
		severity := s.Policy.SeverityOf(f.Code)
		var where []string
		for _, spot := range append([]budget.Spot{f.At}, f.Related...) {
			if spot.Submission < 0 {
				continue
			}
			w := s.Workbooks[spot.Submission]
			where = append(where, strings.TrimSpace(w.Path+" "+w.Review.Book.Locate(spot.Origin)))
		}
		last = g.table(cell{s.Language.Word(severity), severityLook(severity)}, cell{f.Code.String(), textLook}, cell{f.Project, wrapLook},
			cell{strings.Join(where, "\n"), linkLook}, cell{s.Language.PortfolioFault(f), wrapLook}, cell{s.Language.PortfolioFix(f), wrapLook})
		if f.At.Submission < 0 {
			continue
		}
		s.Workbooks[f.At.Submission].linkCopy(g, 4, last, f.At.Origin, s.text("findings.go"))
	}
	if len(s.Across.Findings) == 0 {
		g.write(0, cell{s.text("summary.nothing-across"), quietLook})
	}
	g.filter(head, last, 6)
	g.close()
}

// filesPage is every file, those that were not read first.
func (s *Summary) filesPage(p *pages) {
	const head = 4
	g := s.sheet(p, "files", strings.Join(s.Skipped, " · "), head, 50, 22, 11, 9, 11, 60, 50, 70)
	g.skip(1)
	last := g.table(s.heads("head.file", "head.state", "head.projects", "head.errors", "head.warnings", "head.cause", "head.fix", "head.sha256")...)
	files := make([]*Summarised, len(s.Workbooks))
	for i := range s.Workbooks {
		files[i] = &s.Workbooks[i]
	}
	slices.SortStableFunc(files, func(x, y *Summarised) int { return x.state() - y.state() })
	for _, w := range files {
		var n budget.SeverityCount
		projects, sum := 0, ""
		if w.Review != nil {
			projects, sum = len(w.Review.Report.Assessments), w.Review.Book.SHA256
			n.Add(s.Policy, w.Review.Report.Findings)
		}
		last = g.table(cell{w.Path, linkLook}, cell{s.text([]budget.Key{"state.unread", "state.unwritten", "state.no-projects", "state.assessed"}[w.state()]), textLook},
			cell{projects, numberLook}, cell{n[budget.SeverityError], numberLook}, cell{n[budget.SeverityWarning], numberLook},
			cell{w.Fault, wrapLook}, cell{w.Cure, wrapLook}, cell{sum, textLook})
		if w.Review != nil {
			w.linkCopy(g, 1, last, budget.NoOrigin, s.text("summary.open"))
		}
	}
	g.filter(head, last, 8)
	g.close()
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
		r.assumed = append(r.assumed, s.say("summary.assumed", arg("sentence", budget.Quote(sentence)), arg("count", budget.Count(files[sentence]))))
	}
	r.page(p, s.text("sheet.policy"))
}
