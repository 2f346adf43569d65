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
	set, err := a.flags.settings()
	if err != nil {
		return err
	}
	policy, err := a.policy()
	if err != nil {
		return err
	}
	review, err := excel.ReviewFile(path, set, policy)
	if err != nil {
		a.trouble.file(path, "", err)
		a.fail(statusBroke)
		return nil
	}
	found := false
	for i := range review.Report.Assessments {
		if s := &review.Report.Assessments[i]; budget.SameName(s.Name(), name) {
			found = true
			a.walkThrough(path, s, review)
		}
	}
	if !found {
		return &usageError{"usage.no-project", []budget.Arg{
			argOf("path", path), argOf("project", name), {Name: "list", Value: projectNames(review)},
		}}
	}
	return nil
}

func projectNames(review *excel.Review) budget.List {
	var list budget.List
	for i := range review.Report.Assessments {
		list = append(list, budget.Name(review.Report.Assessments[i].Name()))
	}
	return list
}

// head writes a heading of the walk.
func (a *app) head(key budget.Key) { fmt.Fprintf(a.out, "\n%s\n", a.say(key)) }

// isFault says whether a rule's answer is a fault.
var isFault = map[budget.Answer]budget.Key{
	budget.Pass: "walk.no", budget.Fail: "walk.yes", budget.Unknown: "walk.unknown",
}

func (a *app) walkThrough(path string, s *budget.Assessment, review *excel.Review) {
	say := func(m budget.Message) string { return a.language.Say(m, review.Book.Locate) }
	fmt.Fprintf(a.out, "%s (%s)\n%s\n", s.Name(), filepath.Base(path), say(s.Title()))
	a.head("walk.amounts")
	for _, l := range s.Lines {
		a.walkLine(s, l, review)
	}
	a.head("walk.years")
	for _, f := range s.Figures {
		fmt.Fprintf(a.out, "  %d  %s\n", f.Year, a.figures(f))
	}
	a.head("walk.rules")
	for _, r := range s.Answers {
		fmt.Fprintf(a.out, "  %s %s %s\n", r.Code, pad(a.say(isFault[r.Answer]), 17), a.codeText(r.Code, ".title"))
	}
	a.head("walk.facts")
	for _, fact := range budget.AllFacts() {
		where := review.Book.Locate(s.FactOrigin(fact))
		if where != "" {
			where = " (" + where + ")"
		}
		fmt.Fprintf(a.out, "  %s: %s%s\n", a.language.Word(fact), a.language.Word(s.Facts.Of(fact)), where)
	}
	a.head("walk.table")
	for _, tried := range review.Report.Policy.Decision.Trace(s.Facts) {
		a.walkRow(tried)
	}
	a.head("walk.because")
	for _, m := range s.Reasons {
		fmt.Fprintf(a.out, "  %s\n", say(m))
	}
	for _, w := range s.Waivers {
		fmt.Fprintf(a.out, "  %s\n", a.waiver(w))
	}
	a.head("walk.changes")
	for _, m := range s.Changes {
		fmt.Fprintf(a.out, "  %s\n", say(m))
	}
	fmt.Fprintf(a.out, "\n%s\n", a.say("print.foot"))
}

// walkLine writes a line: what it is, each amount with its cell, and what counts.
func (a *app) walkLine(s *budget.Assessment, l *budget.LineCase, review *excel.Review) {
	kind := a.say("print.unknown")
	if known, ok := l.Kind.Get(); ok {
		kind = a.language.Word(known)
	}
	fmt.Fprintf(a.out, "  %s: %s\n", kind, l.Item.Text)
	var stated []string
	for _, year := range s.Years {
		amount := l.In(year)
		said := a.language.Word(amount.State)
		if amount.State == budget.Given {
			said = budget.Kroner{Decimal: amount.Value}.In(a.language, nil)
		}
		stated = append(stated, fmt.Sprintf("%s (%s)", said, a.evidence(amount, review)))
	}
	if len(stated) > 0 && len(slices.Compact(slices.Clone(stated))) == 1 { // one cell stands for every year
		fmt.Fprintf(a.out, "    %s  %s\n", a.say("walk.every-year"), stated[0])
	} else {
		for i, said := range stated {
			fmt.Fprintf(a.out, "    %d  %s\n", s.Years[i], said)
		}
	}
	fmt.Fprintf(a.out, "    %s\n", a.say("walk.counts",
		argOf("counts", a.language.Word(l.Counts)), argOf("why", a.language.Say(l.Why, review.Book.Locate))))
}

// evidence is an amount's cell and what stands there.
func (a *app) evidence(amount budget.Amount, review *excel.Review) string {
	where := review.Book.Locate(amount.Origin)
	if amount.Text == "" {
		return where
	}
	return a.say("walk.evidence", argOf("cell", where), argOf("text", amount.Text))
}

// walkRow writes a row of the decision table, and why it fits or not.
func (a *app) walkRow(tried budget.Tried) {
	number := fmt.Sprintf("%3d. ", tried.Row.Number)
	if tried.Answer == budget.Pass {
		fmt.Fprintf(a.out, "%s%s\n", number, a.say("walk.fits", argOf("verdict", a.language.Word(tried.Row.Verdict))))
		return
	}
	var against []string
	for _, v := range tried.Against {
		against = append(against, a.language.Word(v.Fact)+" = "+a.language.Word(v))
	}
	key := budget.Key("walk.fits-not")
	if tried.Answer == budget.Unknown {
		key = "walk.fits-unknown"
	}
	fmt.Fprintf(a.out, "%s%s\n", number, a.say(key,
		argOf("verdict", a.language.Word(tried.Row.Verdict)), argOf("facts", strings.Join(against, "; "))))
}
