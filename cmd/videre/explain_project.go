package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel"
)

// explainProject walks one project through: its amounts with their cells, the years,
// each rule's answer, each row of the decision table tried, and what would change the
// verdict.
func (a *app) explainProject(path, name string) error {
	review, err := a.reviewed(path)
	if review == nil {
		return err
	}
	w := walk{printer{a.voice, a.out}, review}
	found := false
	for i := range review.Report.Assessments {
		if s := &review.Report.Assessments[i]; budget.SameName(s.Name(), name) {
			found = true
			w.project(path, s)
		}
	}
	if !found {
		return &usageError{"usage.no-project", []budget.Arg{
			argOf("path", path), argOf("project", name), {Name: "list", Value: projectNames(review)},
		}}
	}
	return nil
}

// projectNames are the names of a workbook's projects.
func projectNames(review *excel.Review) budget.List {
	var list budget.List
	for i := range review.Report.Assessments {
		list = append(list, budget.Name(review.Report.Assessments[i].Name()))
	}
	return list
}

// walk walks through projects of one workbook.
type walk struct {
	printer
	review *excel.Review
}

// head writes a heading of the walk.
func (w walk) head(key budget.Key) { fmt.Fprintf(w.out, "\n%s\n", w.say(key)) }

// isFault says whether a rule's answer is a fault.
var isFault = map[budget.Answer]budget.Key{
	budget.Pass: "walk.no", budget.Fail: "walk.yes", budget.Unknown: "walk.unknown",
}

// project writes all that the verdict on a project rests on, in the order in which it came
// about.
func (w walk) project(path string, s *budget.Assessment) {
	say := func(m budget.Message) string { return w.language.Say(m, w.review.Book.Locate) }
	fmt.Fprintf(w.out, "%s (%s)\n%s\n", oneLine(s.Name()), oneLine(filepath.Base(path)), say(s.Title()))
	w.head("walk.amounts")
	for _, l := range s.Lines {
		w.line(s, l)
	}
	w.head("walk.years")
	for _, f := range s.Figures {
		fmt.Fprintf(w.out, "  %d  %s\n", f.Year, w.figures(f))
	}
	w.head("walk.rules")
	for _, r := range s.Answers {
		fmt.Fprintf(w.out, "  %s %s %s\n", r.Code, pad(w.say(isFault[r.Answer]), 17), w.codeText(r.Code, ".title"))
	}
	w.head("walk.facts")
	for _, fact := range budget.AllFacts() {
		where := w.review.Book.Locate(s.FactOrigin(fact))
		if where != "" {
			where = " (" + where + ")"
		}
		fmt.Fprintf(w.out, "  %s: %s%s\n", w.language.Word(fact), w.language.Word(s.Facts.Of(fact)), where)
	}
	w.head("walk.table")
	for _, tried := range w.review.Report.Policy.Decision.Trace(s.Facts) {
		w.row(tried)
	}
	w.head("walk.because")
	for _, m := range s.Reasons {
		fmt.Fprintf(w.out, "  %s\n", say(m))
	}
	for _, x := range s.Waivers {
		fmt.Fprintf(w.out, "  %s\n", w.waiver(x))
	}
	w.head("walk.changes")
	for _, m := range s.Changes {
		fmt.Fprintf(w.out, "  %s\n", say(m))
	}
	fmt.Fprintf(w.out, "\n%s\n", w.say("print.foot"))
}

// line writes a line: what it is, each amount with its cell, and what counts.
func (w walk) line(s *budget.Assessment, l *budget.LineCase) {
	fmt.Fprintf(w.out, "  %s: %s\n", w.kind(l.Line), l.Item.Text)
	var stated []string
	for _, year := range s.Years {
		amount := l.In(year)
		said := w.language.Word(amount.State)
		if amount.State == budget.Given {
			said = budget.Kroner{Decimal: amount.Value}.In(w.language, nil)
		}
		stated = append(stated, fmt.Sprintf("%s (%s)", said, w.evidence(amount)))
	}
	if len(stated) > 0 && len(slices.Compact(slices.Clone(stated))) == 1 { // one cell stands for every year
		fmt.Fprintf(w.out, "    %s  %s\n", w.say("walk.every-year"), stated[0])
	} else {
		for i, said := range stated {
			fmt.Fprintf(w.out, "    %d  %s\n", s.Years[i], said)
		}
	}
	fmt.Fprintf(w.out, "    %s\n", w.say("walk.counts",
		argOf("counts", w.language.Word(l.Counts)), argOf("why", w.language.Say(l.Why, w.review.Book.Locate))))
}

// evidence is an amount's cell and what stands there.
func (w walk) evidence(amount budget.Amount) string {
	where := w.review.Book.Locate(amount.Origin)
	if amount.Text == "" {
		return where
	}
	return w.say("walk.evidence", argOf("cell", where), argOf("text", amount.Text))
}

// row writes a row of the decision table, and why it fits or not.
func (w walk) row(tried budget.Tried) {
	number := fmt.Sprintf("%3d. ", tried.Row.Number)
	if tried.Answer == budget.Pass {
		fmt.Fprintf(w.out, "%s%s\n", number, w.say("walk.fits", argOf("verdict", w.language.Word(tried.Row.Verdict))))
		return
	}
	var against []string
	for _, v := range tried.Against {
		against = append(against, w.language.Word(v.Fact)+" = "+w.language.Word(v))
	}
	key := budget.Key("walk.fits-not")
	if tried.Answer == budget.Unknown {
		key = "walk.fits-unknown"
	}
	fmt.Fprintf(w.out, "%s%s\n", number, w.say(key,
		argOf("verdict", w.language.Word(tried.Row.Verdict)), argOf("facts", strings.Join(against, "; "))))
}

// reviewed reviews the file to be explained; nil where it could not be read, which is told,
// and where a setting or the policy is at fault, which is the error.
func (a *app) reviewed(path string) (*excel.Review, error) {
	set, err := a.flags.settings()
	if err != nil {
		return nil, err
	}
	policy, err := a.policy()
	if err != nil {
		return nil, err
	}
	review, err := excel.ReviewFile(path, set, policy)
	if err != nil {
		a.trouble.file(path, "", err)
		a.fail(statusBroke)
		return nil, nil
	}
	return review, nil
}
