package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"videre/budget"
	"videre/excel/files"
	"videre/excel/reading"
)

// printRun writes what came of a run: one workbook whole, several as an overview.
func (b *batch) printRun() {
	for _, w := range b.workbooks {
		switch {
		case w.review == nil:
		case !b.several() || !b.write:
			b.printReview(w)
		default:
			b.printWorkbook(w)
		}
	}
	if b.several() {
		b.printAcross()
	} else {
		for _, f := range b.across.Findings {
			if f.At.Submission < 0 { // the others stand with the workbook's own findings
				b.printSpotted(f)
			}
		}
	}
	if skipped := b.skippedFiles(); len(skipped) > 0 {
		fmt.Fprintf(b.out, "\n%s %s\n", b.say("print.skipped"), strings.Join(skipped, "; "))
	}
	for _, w := range b.workbooks {
		if w.err != nil {
			b.trouble.file(w.path, w.output, w.err)
		}
	}
	if b.broken != nil {
		b.trouble.file(b.summary, b.summary, b.broken)
	} else if b.summary != "" {
		fmt.Fprintf(b.out, "\n%s\n", b.say("print.summary", argOf("path", b.summary)))
	}
	if b.read() > 0 {
		fmt.Fprintln(b.out, b.say("print.foot"))
	}
}

// read counts the workbooks that were read.
func (b *batch) read() int {
	n := 0
	for _, w := range b.workbooks {
		if w.review != nil {
			n++
		}
	}
	return n
}

// printWorkbook writes one workbook of several on a line, and its copy on the next.
func (a *app) printWorkbook(w *input) {
	args := append(w.review.Report.Count().Args(),
		argOf("path", w.path), countOf("projects", len(w.review.Report.Assessments)))
	fmt.Fprintln(a.out, a.say("print.workbook", args...))
	if w.output != "" && w.err == nil {
		fmt.Fprintf(a.out, "  → %s\n", w.output)
	}
}

// printAcross writes the totals and what was found across workbooks.
func (b *batch) printAcross() {
	read := b.read()
	fmt.Fprintf(b.out, "\n%s\n", b.say("print.run", countOf("read", read), countOf("refused", len(b.workbooks)-read)))
	for _, t := range b.across.Totals {
		fmt.Fprintf(b.out, "%5d  %s  %s\n", t.Projects, pad(b.language.Word(t.Verdict), 30),
			b.say("print.total", argOf("cost", b.figure(t.Cost)), argOf("gap", b.figure(t.Gap))))
	}
	if len(b.across.Findings) > 0 {
		fmt.Fprintln(b.out)
	}
	for _, f := range b.across.Findings {
		b.printSpotted(f)
	}
}

// printSpotted writes a finding across workbooks.
func (b *batch) printSpotted(f budget.PortfolioFinding) {
	where := b.where(f)
	if where != "" {
		where += ": "
	}
	b.printFinding(b.policy.SeverityOf(f.Code), f.Code, where+b.language.PortfolioFault(f), b.language.PortfolioFix(f))
}

// where lists the cells of a finding across workbooks.
func (b *batch) where(f budget.PortfolioFinding) string {
	const shown = 4
	var said []string
	for i, s := range append([]budget.Spot{f.At}, f.Related...) {
		if i == shown {
			said = append(said, b.say("print.more", countOf("count", len(f.Related)+1-shown)))
			break
		}
		if s.Submission < 0 {
			continue
		}
		w := b.workbooks[s.Submission]
		said = append(said, w.path+" "+w.review.Book.Locate(s.Origin))
	}
	return strings.Join(said, "; ")
}

// printReview writes a workbook's assessment for people.
func (a *app) printReview(w *input) {
	r := w.review.Report
	year := ""
	if r.BudgetYear != 0 {
		year = a.say("print.budget", budget.Arg{Name: "year", Value: budget.Year(r.BudgetYear)})
	}
	fmt.Fprintf(a.out, "%s%s\n\n", filepath.Base(w.path), year)
	for i := range r.Assessments {
		a.printProject(&r.Assessments[i], w.review)
	}
	if len(r.Assessments) == 0 {
		fmt.Fprintf(a.out, "%s\n\n", a.say("print.no-projects"))
	}
	a.printFindings(w.review)
	for _, m := range r.Assumptions {
		fmt.Fprintf(a.out, "%s %s\n", a.say("print.assumed"), a.language.Say(m, w.review.Book.Locate))
	}
	if w.output != "" && w.err == nil {
		key := budget.Key("print.written")
		if w.saved == files.Unchanged {
			key = "print.unchanged"
		}
		fmt.Fprintf(a.out, "\n%s\n", a.say(key, argOf("path", w.output)))
	}
}

// printProject writes a project's verdict, its figures and the decisive reason.
func (a *app) printProject(s *budget.Assessment, review *reading.Judged) {
	worst, _ := s.Worst()
	name := s.Name()
	if name == "" {
		name = a.say("print.nameless", argOf("cell", review.Book.Locate(s.Project.Origin)))
	}
	fmt.Fprintf(a.out, "%s\n  %s\n", name, a.language.Say(s.Title(), review.Book.Locate))
	fmt.Fprintf(a.out, "  %s\n", a.figures(worst))
	fmt.Fprintf(a.out, "  %s\n", a.language.Say(s.Reasons[0], review.Book.Locate))
	for _, w := range s.Waivers {
		fmt.Fprintf(a.out, "  %s\n", a.waiver(w))
	}
	fmt.Fprintln(a.out)
}

// figures are a year's figures, as a sentence.
func (a *app) figures(f budget.YearFigures) string {
	return a.say("print.figures",
		argOf("cost", a.figure(f.Cost)), argOf("counted", a.figure(f.Counted)),
		argOf("gap", a.figure(f.Gap)), argOf("coverage", a.coverage(f.Coverage)))
}

// waiver is a waiver, as a sentence.
func (a *app) waiver(w budget.Waiver) string {
	return a.say("print.waiver",
		argOf("code", w.Code.String()), argOf("reason", w.Reason), argOf("by", w.DecidedBy), argOf("date", w.Date))
}

// figure is an amount without its unit.
func (a *app) figure(f budget.Figure) string {
	if !f.Known {
		return a.say("print.unknown")
	}
	return a.language.Money(f.Value)
}

func (a *app) coverage(f budget.Figure) string {
	if !f.Known {
		return "–"
	}
	return a.language.Percent(f.Value)
}

// printFindings writes the findings, the gravest first: where, what, the cure.
func (a *app) printFindings(review *reading.Judged) {
	r := review.Report
	for _, f := range r.Policy.GravestFirst(r.Findings) {
		where := review.Book.Locate(f.Origin)
		if where != "" {
			where += ": "
		}
		a.printFinding(r.Policy.SeverityOf(f.Code), f.Code,
			where+a.language.Fault(f, review.Book.Locate), a.language.Fix(f, review.Book.Locate))
	}
	if len(r.Findings) > 0 {
		fmt.Fprintln(a.out)
	}
}

// printFinding writes what is wrong, and the cure below it.
func (a *app) printFinding(severity budget.Severity, code budget.Code, fault, fix string) {
	fmt.Fprintf(a.out, "%s %s  %s\n", pad(a.language.Word(severity), 11), code, fault)
	fmt.Fprintf(a.out, "%s %s\n", strings.Repeat(" ", 17), fix)
}

// pad fills a word up with blanks.
func pad(word string, width int) string {
	return word + strings.Repeat(" ", max(0, width-len([]rune(word))))
}
