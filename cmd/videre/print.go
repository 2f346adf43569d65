package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel"
)

// printReview writes a workbook's assessment for people.
func (a *app) printReview(w *workbook) {
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
		if w.saved == excel.Unchanged {
			key = "print.unchanged"
		}
		fmt.Fprintf(a.out, "\n%s\n", a.say(key, arg("path", w.output)))
	}
	fmt.Fprintf(a.out, "%s\n", a.say("print.foot"))
}

// printProject writes a project's verdict, its figures and the decisive reason.
func (a *app) printProject(s *budget.Assessment, review *excel.Review) {
	worst, _ := s.Worst()
	name := s.Name()
	if name == "" {
		name = a.say("print.nameless", arg("cell", review.Book.Locate(s.Project.Origin)))
	}
	fmt.Fprintf(a.out, "%s\n  %s\n", name, a.language.Say(s.Title(), review.Book.Locate))
	fmt.Fprintf(a.out, "  %s\n", a.say("print.figures", arg("cost", a.figure(worst.Cost)), arg("counted", a.figure(worst.Counted)),
		arg("gap", a.figure(worst.Gap)), arg("coverage", a.coverage(worst.Coverage))))
	fmt.Fprintf(a.out, "  %s\n\n", a.language.Say(s.Reasons[0], review.Book.Locate))
}

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
func (a *app) printFindings(review *excel.Review) {
	r := review.Report
	findings := slices.Clone(r.Findings)
	slices.SortStableFunc(findings, func(x, y budget.Finding) int {
		return cmp.Compare(r.Policy.SeverityOf(x.Code), r.Policy.SeverityOf(y.Code))
	})
	for _, f := range findings {
		where := review.Book.Locate(f.Origin)
		if where != "" {
			where += ": "
		}
		fmt.Fprintf(a.out, "%s %s  %s%s\n", pad(a.language.Word(r.Policy.SeverityOf(f.Code)), 11), f.Code, where, a.language.Fault(f, review.Book.Locate))
		fmt.Fprintf(a.out, "%s %s\n", strings.Repeat(" ", 17), a.language.Fix(f, review.Book.Locate))
	}
	if len(findings) > 0 {
		fmt.Fprintln(a.out)
	}
}

// pad fills a word up with blanks.
func pad(word string, width int) string {
	return word + strings.Repeat(" ", max(0, width-len([]rune(word))))
}
