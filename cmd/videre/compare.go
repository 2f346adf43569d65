package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel/reports"
)

// compareCommand tells what moved between two editions of a file or a folder.
func (a *app) compareCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   a.say("compare.use"),
		Short: a.say("compare.short"),
		Long:  a.say("compare.long"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return &usageError{key: "usage.two-editions"}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.compare(args[0], args[1]) },
	}
	a.flags.define(cmd, a.say)
	cmd.Flags().StringVar(&a.flags.out, "out", "", a.say("flag.compare-out"))
	cmd.Flags().BoolVar(&a.flags.overwrite, "overwrite", false, a.say("flag.overwrite-file"))
	return cmd
}

func (a *app) compare(old, new string) error {
	before, err := a.edition(old)
	if err != nil {
		return err
	}
	after, err := a.edition(new)
	if err != nil {
		return err
	}
	c := &comparison{app: a, before: before, after: after, moved: budget.Compare(before.reports(), after.reports())}
	for _, w := range append(before.workbooks, after.workbooks...) {
		if w.err != nil {
			a.fail(statusBroke)
			a.trouble.file(w.path, "", w.err)
		}
	}
	if a.flags.out != "" {
		c.write()
	}
	if a.flags.json {
		return c.printJSON()
	}
	c.print()
	return nil
}

// edition reads and judges one edition.
func (a *app) edition(path string) (*batch, error) {
	out := a.flags.out
	a.flags.out = "" // where the comparison goes says nothing of where inputs lie
	defer func() { a.flags.out = out }()
	b, err := a.batch([]string{path})
	if err != nil {
		return nil, err
	}
	b.each(context.Background(), b.newProgress(true), func(_ int, w *input) { b.review(w) })
	b.dropOwn()
	if len(b.workbooks) == 0 {
		return nil, &usageError{key: "usage.no-workbooks"}
	}
	return b, nil
}

// unread reports whether some workbook of the batch could not be read.
func (b *batch) unread() bool { return b.read() < len(b.workbooks) }

// reports are the reports of a batch's workbooks, nil for those not read.
func (b *batch) reports() []*budget.Report {
	reports := make([]*budget.Report, len(b.workbooks))
	for i, w := range b.workbooks {
		if w.review != nil {
			reports[i] = w.review.Report
		}
	}
	return reports
}

// comparison is what moved between two editions.
type comparison struct {
	*app
	before, after *batch
	moved         []budget.Difference
}

// difference is a difference in words, the same on the terminal, in JSON and in the
// workbook.
func (c *comparison) difference(d *budget.Difference) reports.Difference {
	var e reports.Difference
	if d.Old != nil {
		w := c.before.workbooks[d.Old.Submission]
		e.Project, e.Department = d.Old.Name(), d.Old.Project.Department.Text
		e.Was, e.WasVerdict, e.WasFile = c.language.Say(d.Old.Title(), w.review.Book.Locate), d.Old.Verdict(), w.path
		e.WasGap = gapOf(d.Old)
	}
	if d.New != nil {
		w := c.after.workbooks[d.New.Submission]
		e.Project, e.Department = d.New.Name(), d.New.Project.Department.Text
		e.Is, e.IsVerdict, e.IsFile = c.language.Say(d.New.Title(), w.review.Book.Locate), d.New.Verdict(), w.path
		e.IsGap = gapOf(d.New)
		e.Because = c.language.Say(d.New.Reasons[0], w.review.Book.Locate)
	}
	for _, x := range d.Facts {
		e.Moved = append(e.Moved, c.movedTo(c.language.Word(x.Is.Fact), c.language.Word(x.Was), c.language.Word(x.Is)))
	}
	if d.Expiry != nil {
		e.Moved = append(e.Moved, c.movedTo(c.say("compare.expiry"), c.year(d.Expiry[0]), c.year(d.Expiry[1])))
	}
	for _, x := range d.Amounts {
		e.Moved = append(e.Moved, c.amount(d, x))
	}
	for _, x := range d.Figures {
		e.Moved = append(e.Moved, c.say("compare.figures",
			budget.Arg{Name: "year", Value: budget.Year(x.Is.Year)},
			argOf("counted-was", c.figure(x.Was.Counted)), argOf("counted-is", c.figure(x.Is.Counted)),
			argOf("gap-was", c.figure(x.Was.Gap)), argOf("gap-is", c.figure(x.Is.Gap))))
	}
	e.Unknown = d.Old == nil && c.before.unread() || d.New == nil && c.after.unread()
	return e
}

// movedTo is a fact that moved, as a sentence.
func (c *comparison) movedTo(fact, was, is string) string {
	return c.say("compare.fact", argOf("fact", fact), argOf("was", was), argOf("is", is))
}

// year is a year as the workbook states it.
func (c *comparison) year(f budget.Field[int]) string {
	if year, known := f.Get(); known {
		return budget.Year(year).In(c.language, nil)
	}
	return c.language.Word(f.State)
}

func gapOf(e *budget.Edition) budget.Figure {
	worst, _ := e.Worst()
	return worst.Gap
}

// amount is an amount that moved, as a sentence.
func (c *comparison) amount(d *budget.Difference, x budget.AmountDifference) string {
	line, said := x.New, func(a budget.Amount) string {
		if a.State != budget.Given {
			return c.language.Word(a.State)
		}
		level := ""
		if a.PriceLevel != 0 && x.Was.PriceLevel != x.Is.PriceLevel {
			level = fmt.Sprintf(" (%d-p/l)", a.PriceLevel)
		}
		return budget.Kroner{Decimal: a.Value}.In(c.language, nil) + level
	}
	was, is := said(x.Was), said(x.Is)
	if x.Old == nil {
		was = c.say("compare.none")
	}
	if x.New == nil {
		line, is = x.Old, c.say("compare.none")
	}
	where := ""
	if x.New != nil {
		where = " (" + c.after.workbooks[d.New.Submission].review.Book.Locate(x.Is.Origin) + ")"
	}
	kind := c.say("print.unknown")
	if known, ok := line.Kind.Get(); ok {
		kind = c.language.Word(known)
	}
	return c.say("compare.amount",
		argOf("kind", kind), argOf("item", line.Item.Text),
		budget.Arg{Name: "years", Value: budget.Span(x.Years)},
		argOf("was", was), argOf("is", is)) + where
}

// print writes the comparison for people.
func (c *comparison) print() {
	verdicts := 0
	for i := range c.moved {
		e := c.difference(&c.moved[i])
		if c.moved[i].VerdictMoved() && !e.Unknown {
			verdicts++
		}
		fmt.Fprintln(c.out, e.Project)
		switch {
		case e.Unknown:
			fmt.Fprintf(c.out, "  %s\n", c.say("compare.unread"))
		case e.Was == "":
			fmt.Fprintf(c.out, "  %s\n", c.say("compare.new", argOf("is", e.Is)))
		case e.Is == "":
			fmt.Fprintf(c.out, "  %s\n", c.say("compare.gone", argOf("was", e.Was)))
		case e.Was == e.Is:
			fmt.Fprintf(c.out, "  %s\n", c.say("compare.same", argOf("is", e.Is)))
		default:
			fmt.Fprintf(c.out, "  %s → %s\n", e.Was, e.Is)
		}
		for _, m := range e.Moved {
			fmt.Fprintf(c.out, "  · %s\n", m)
		}
		if e.Because != "" {
			fmt.Fprintf(c.out, "  %s\n", e.Because)
		}
		fmt.Fprintln(c.out)
	}
	fmt.Fprintln(c.out, c.say("compare.sum", countOf("projects", len(c.moved)), countOf("verdicts", verdicts)))
	fmt.Fprintln(c.out, c.say("print.foot"))
}

// write writes the comparison as a workbook.
func (c *comparison) write() {
	s := reports.Comparison{Options: c.options()}
	for i := range c.moved {
		s.Differences = append(s.Differences, c.difference(&c.moved[i]))
	}
	data, err := s.Write()
	path := filepath.Join(c.flags.out, c.say("compare.file"))
	if err == nil {
		_, err = c.save(path, data, 0o644)
	}
	if err != nil {
		c.fail(statusBroke)
		c.trouble.file(path, path, err)
		return
	}
	if !c.flags.json {
		fmt.Fprintf(c.out, "%s\n\n", c.say("export.written", argOf("path", path)))
	}
}

// jsonDifference is a project that moved, in JSON.
type jsonDifference struct {
	Project    string   `json:"project"`
	Department string   `json:"department"`
	OldVerdict *string  `json:"old_verdict"`
	NewVerdict *string  `json:"new_verdict"`
	OldGap     *string  `json:"old_gap"`
	NewGap     *string  `json:"new_gap"`
	OldPath    *string  `json:"old_path"`
	NewPath    *string  `json:"new_path"`
	Moved      []string `json:"moved"`
	Because    string   `json:"because"`
	Unknown    bool     `json:"unknown"` // it may be in a file that could not be read
}

func (c *comparison) printJSON() error {
	all := []jsonDifference{}
	for i := range c.moved {
		d, e := &c.moved[i], c.difference(&c.moved[i])
		j := jsonDifference{
			Project: e.Project, Department: e.Department, Moved: e.Moved, Because: e.Because, Unknown: e.Unknown,
		}
		if j.Moved == nil {
			j.Moved = []string{}
		}
		if d.Old != nil {
			verdict := e.WasVerdict.String()
			j.OldVerdict, j.OldGap, j.OldPath = &verdict, amount(e.WasGap), &e.WasFile
		}
		if d.New != nil {
			verdict := e.IsVerdict.String()
			j.NewVerdict, j.NewGap, j.NewPath = &verdict, amount(e.IsGap), &e.IsFile
		}
		all = append(all, j)
	}
	encoder := json.NewEncoder(c.out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(struct {
		Version     string           `json:"version"`
		Differences []jsonDifference `json:"differences"`
	}{programVersion(), all})
}
