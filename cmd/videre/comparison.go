package main

import (
	"fmt"
	"io"
	"videre/budget"
	"videre/excel/reports"
)

// comparison is what moved between two editions.
type comparison struct {
	voice
	before, after inputs
	moved         []budget.Difference
}

// difference is a difference in words, the same on the terminal, in JSON and in the
// workbook.
func (c *comparison) difference(d *budget.Difference) reports.Difference {
	var e reports.Difference
	if d.Old != nil {
		w := c.before[d.Old.Submission]
		e.Project, e.Department = d.Old.Name(), d.Old.Project.Department.Text
		e.Was, e.WasVerdict, e.WasFile = c.language.Say(d.Old.Title(), w.review.Book.Locate), d.Old.Verdict(), w.path
		e.WasGap = gapOf(d.Old)
	}
	if d.New != nil {
		w := c.after[d.New.Submission]
		e.Project, e.Department = d.New.Name(), d.New.Project.Department.Text
		e.Is, e.IsVerdict, e.IsFile = c.language.Say(d.New.Title(), w.review.Book.Locate), d.New.Verdict(), w.path
		e.IsGap = gapOf(d.New)
		e.Because = c.language.Say(d.New.Reasons[0], w.review.Book.Locate)
	}
	e.Moved = c.movements(d)
	e.Unknown = d.Old == nil && c.before.unread() || d.New == nil && c.after.unread()
	return e
}

// movements are the facts, amounts and figures that moved, a sentence each.
func (c *comparison) movements(d *budget.Difference) (said []string) {
	for _, x := range d.Facts {
		said = append(said, c.movedTo(c.language.Word(x.Is.Fact), c.language.Word(x.Was), c.language.Word(x.Is)))
	}
	if d.Expiry != nil {
		said = append(said, c.movedTo(c.say("compare.expiry"), c.year(d.Expiry[0]), c.year(d.Expiry[1])))
	}
	for _, x := range d.Amounts {
		said = append(said, c.amount(d, x))
	}
	for _, x := range d.Figures {
		said = append(said, c.say("compare.figures",
			budget.Arg{Name: "year", Value: budget.Year(x.Is.Year)},
			argOf("counted-was", c.figure(x.Was.Counted)), argOf("counted-is", c.figure(x.Is.Counted)),
			argOf("gap-was", c.figure(x.Was.Gap)), argOf("gap-is", c.figure(x.Is.Gap))))
	}
	return said
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

// gapOf is what a project lacks in the year that decides.
func gapOf(e *budget.Edition) budget.Figure {
	worst, _ := e.Worst()
	return worst.Gap
}

// amount is an amount that moved, as a sentence, with its cell now.
func (c *comparison) amount(d *budget.Difference, x budget.AmountDifference) string {
	levels := x.Was.PriceLevel != x.Is.PriceLevel
	line, was, is, where := x.New, c.stated(x.Was, levels), c.stated(x.Is, levels), ""
	if x.Old == nil {
		was = c.say("compare.none")
	}
	if x.New == nil {
		line, is = x.Old, c.say("compare.none")
	} else {
		where = " (" + c.after[d.New.Submission].review.Book.Locate(x.Is.Origin) + ")"
	}
	return c.say("compare.amount",
		argOf("kind", c.kind(line.Line)), argOf("item", line.Item.Text),
		budget.Arg{Name: "years", Value: budget.Span(x.Years)},
		argOf("was", was), argOf("is", is)) + where
}

// stated is an amount as the workbook states it, with its price level when that is asked for.
func (c *comparison) stated(a budget.Amount, withLevel bool) string {
	if a.State != budget.Given {
		return c.language.Word(a.State)
	}
	said := budget.Kroner{Decimal: a.Value}.In(c.language, nil)
	if a.PriceLevel != 0 && withLevel {
		said += fmt.Sprintf(" (%d-p/l)", a.PriceLevel)
	}
	return said
}

// print writes the comparison for people.
func (c *comparison) print(w io.Writer) {
	verdicts := 0
	for i := range c.moved {
		e := c.difference(&c.moved[i])
		if c.moved[i].VerdictMoved() && !e.Unknown {
			verdicts++
		}
		c.printDifference(w, e)
	}
	fmt.Fprintln(w, c.say("compare.sum", countOf("projects", len(c.moved)), countOf("verdicts", verdicts)))
	fmt.Fprintln(w, c.say("print.foot"))
}

// printDifference writes what moved of a project, and why its verdict is what it is.
func (c *comparison) printDifference(w io.Writer, e reports.Difference) {
	fmt.Fprintln(w, e.Project)
	switch {
	case e.Unknown:
		fmt.Fprintf(w, "  %s\n", c.say("compare.unread"))
	case e.Was == "":
		fmt.Fprintf(w, "  %s\n", c.say("compare.new", argOf("is", e.Is)))
	case e.Is == "":
		fmt.Fprintf(w, "  %s\n", c.say("compare.gone", argOf("was", e.Was)))
	case e.Was == e.Is:
		fmt.Fprintf(w, "  %s\n", c.say("compare.same", argOf("is", e.Is)))
	default:
		fmt.Fprintf(w, "  %s → %s\n", e.Was, e.Is)
	}
	for _, m := range e.Moved {
		fmt.Fprintf(w, "  · %s\n", m)
	}
	if e.Because != "" {
		fmt.Fprintf(w, "  %s\n", e.Because)
	}
	fmt.Fprintln(w)
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

// jsonComparison is what is printed as JSON.
type jsonComparison struct {
	Version     string           `json:"version"`
	Differences []jsonDifference `json:"differences"`
}

func (c *comparison) json() jsonComparison {
	all := []jsonDifference{}
	for i := range c.moved {
		all = append(all, c.jsonDifference(&c.moved[i]))
	}
	return jsonComparison{programVersion(), all}
}

func (c *comparison) jsonDifference(d *budget.Difference) jsonDifference {
	e := c.difference(d)
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
	return j
}
