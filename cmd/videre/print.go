package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"videre/budget"
	"videre/excel/files"
	"videre/excel/reading"
)

// outcome is what came of a run.
type outcome struct {
	workbooks inputs
	policy    *budget.Policy
	across    *budget.Portfolio
	skipped   []string // how many files were passed over, and why
	summary   string   // where the summary workbook is; empty for none
	broken    error    // why it was not written
}

// printer writes what came of a run for people.
type printer struct {
	voice
	out io.Writer
}

// results writes what was found: one workbook whole, several as an overview, each on a
// line when that is enough.
func (p printer) results(o *outcome, brief bool) {
	for _, w := range o.workbooks {
		switch {
		case w.review == nil:
		case brief:
			p.workbook(w)
		default:
			p.review(w)
		}
	}
	if o.workbooks.several() {
		p.across(o)
	} else {
		for _, f := range o.across.Findings {
			if f.At.Submission < 0 { // the others stand with the workbook's own findings
				p.spotted(o, f)
			}
		}
	}
	if len(o.skipped) > 0 {
		fmt.Fprintf(p.out, "\n%s %s\n", p.say("print.skipped"), strings.Join(o.skipped, "; "))
	}
}

// workbook writes one workbook of several on a line, and its copy on the next.
func (p printer) workbook(w *input) {
	args := append(w.review.Report.Count().Args(),
		argOf("path", w.path), countOf("projects", len(w.review.Report.Assessments)))
	fmt.Fprintln(p.out, p.say("print.workbook", args...))
	if w.output != "" && w.err == nil {
		fmt.Fprintf(p.out, "  → %s\n", oneLine(w.output))
	}
}

// across writes the totals and what was found across workbooks.
func (p printer) across(o *outcome) {
	read := o.workbooks.read()
	fmt.Fprintf(p.out, "\n%s\n", p.say("print.run", countOf("read", read), countOf("refused", len(o.workbooks)-read)))
	for _, t := range o.across.Totals {
		fmt.Fprintf(p.out, "%5d  %s  %s\n", t.Projects, pad(p.language.Word(t.Verdict), 30),
			p.say("print.total", argOf("cost", p.figure(t.Cost)), argOf("gap", p.figure(t.Gap))))
	}
	if len(o.across.Findings) > 0 {
		fmt.Fprintln(p.out)
	}
	for _, f := range o.across.Findings {
		p.spotted(o, f)
	}
}

// spotted writes a finding across workbooks.
func (p printer) spotted(o *outcome, f budget.PortfolioFinding) {
	where := p.where(o, f)
	if where != "" {
		where += ": "
	}
	p.finding(o.policy.SeverityOf(f.Code), f.Code, where+p.language.PortfolioFault(f), p.language.PortfolioFix(f))
}

// where lists the cells of a finding across workbooks.
func (p printer) where(o *outcome, f budget.PortfolioFinding) string {
	const shown = 4
	var said []string
	for i, s := range append([]budget.Spot{f.At}, f.Related...) {
		if i == shown {
			said = append(said, p.say("print.more", countOf("count", len(f.Related)+1-shown)))
			break
		}
		if s.Submission < 0 {
			continue
		}
		w := o.workbooks[s.Submission]
		said = append(said, w.path+" "+w.review.Book.Locate(s.Origin))
	}
	return strings.Join(said, "; ")
}

// review writes a workbook's assessment for people.
func (p printer) review(w *input) {
	r := w.review.Report
	year := ""
	if r.BudgetYear != 0 {
		year = p.say("print.budget", budget.Arg{Name: "year", Value: budget.Year(r.BudgetYear)})
	}
	fmt.Fprintf(p.out, "%s%s\n\n", oneLine(filepath.Base(w.path)), year)
	for i := range r.Assessments {
		p.project(&r.Assessments[i], w.review)
	}
	if len(r.Assessments) == 0 {
		fmt.Fprintf(p.out, "%s\n\n", p.say("print.no-projects"))
	}
	p.findings(w.review)
	for _, m := range r.Assumptions {
		fmt.Fprintf(p.out, "%s %s\n", p.say("print.assumed"), p.language.Say(m, w.review.Book.Locate))
	}
	if w.output != "" && w.err == nil {
		key := budget.Key("print.written")
		if w.saved == files.Unchanged {
			key = "print.unchanged"
		}
		fmt.Fprintf(p.out, "\n%s\n", p.say(key, argOf("path", w.output)))
	}
}

// project writes a project's verdict, its figures and the decisive reason.
func (p printer) project(s *budget.Assessment, review *reading.Judged) {
	worst, _ := s.Worst()
	name := s.Name()
	if name == "" {
		name = p.say("print.nameless", argOf("cell", review.Book.Locate(s.Project.Origin)))
	}
	fmt.Fprintf(p.out, "%s\n  %s\n", oneLine(name), p.language.Say(s.Title(), review.Book.Locate))
	fmt.Fprintf(p.out, "  %s\n", p.figures(worst))
	fmt.Fprintf(p.out, "  %s\n", p.language.Say(s.Reasons[0], review.Book.Locate))
	for _, w := range s.Waivers {
		fmt.Fprintf(p.out, "  %s\n", p.waiver(w))
	}
	fmt.Fprintln(p.out)
}

// findings writes the findings, the gravest first: where, what, the cure.
func (p printer) findings(review *reading.Judged) {
	r := review.Report
	for _, f := range r.Policy.GravestFirst(r.Findings) {
		where := review.Book.Locate(f.Origin)
		if where != "" {
			where += ": "
		}
		p.finding(r.Policy.SeverityOf(f.Code), f.Code,
			where+p.language.Fault(f, review.Book.Locate), p.language.Fix(f, review.Book.Locate))
	}
	if len(r.Findings) > 0 {
		fmt.Fprintln(p.out)
	}
}

// finding writes what is wrong, and the cure below it.
func (p printer) finding(severity budget.Severity, code budget.Code, fault, fix string) {
	fmt.Fprintf(p.out, "%s %s  %s\n", pad(p.language.Word(severity), 11), code, oneLine(fault))
	fmt.Fprintf(p.out, "%s %s\n", strings.Repeat(" ", 17), oneLine(fix))
}

// summary writes where the summary workbook is.
func (p printer) summary(path string) {
	fmt.Fprintf(p.out, "\n%s\n", p.say("print.summary", argOf("path", path)))
}

// foot writes who decides.
func (p printer) foot() { fmt.Fprintln(p.out, p.say("print.foot")) }

// pad fills a word up with blanks.
func pad(word string, width int) string {
	return word + strings.Repeat(" ", max(0, width-len([]rune(word))))
}
