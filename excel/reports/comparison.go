package reports

import (
	"cmp"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// Difference is a project that moved between two editions, in words.
type Difference struct {
	Project, Department   string
	Was, Is               string // the verdicts; empty when the project is not in that edition
	WasVerdict, IsVerdict budget.Verdict
	WasGap, IsGap         budget.Figure
	WasFile, IsFile       string
	Moved                 []string // the facts and amounts that moved
	Because               string   // the decisive reason now
	Unknown               bool     // it may be in a file that could not be read
}

// Comparison is what moved between two editions, to be told of in a workbook.
type Comparison struct {
	sheets.Options
	Differences []Difference
}

// Write makes the workbook.
func (c *Comparison) Write() ([]byte, error) {
	const head = 4
	p := sheets.New()
	columns := c.columns()
	g := p.AddSheet(c.Language, c.Text("compare.sheet"), sheets.Setup{
		Widths: sheets.WidthsOf(columns),
		Frozen: sheetml.Ref{Row: head + 1, Col: 2},
		Head:   head,
	})
	g.Write(30, sheets.TitleStyle.Cell(c.Text("compare.title")))
	lead := text.Say(c.Language, "compare.lead", nil, text.Arg("count", budget.Count(len(c.Differences))))
	g.Write(0, sheets.QuietStyle.Cell(lead))
	g.Skip(1)
	last := sheets.WriteHeads(g, columns)
	for _, d := range c.Differences {
		last = sheets.WriteRow(g, columns, d)
	}
	g.Filter(head, last, len(columns))
	g.Skip(1)
	g.Write(0, sheets.FootStyle.Cell(c.Text("foot")))
	g.Close()
	return p.Finish()
}

func (c *Comparison) columns() []sheets.SheetColumn[Difference] {
	return []sheets.SheetColumn[Difference]{
		{Heading: c.Text("head.project"), Width: 28, Value: func(d Difference) sheets.Cell { return sheets.WrapStyle.Cell(d.Project) }},
		{Heading: c.Text("head.department"), Width: 24, Value: func(d Difference) sheets.Cell { return sheets.WrapStyle.Cell(d.Department) }},
		{Heading: c.Text("compare.was"), Width: 36, Value: func(d Difference) sheets.Cell { return c.verdict(d.Was, d.WasVerdict, d.Unknown) }},
		{Heading: c.Text("compare.is"), Width: 36, Value: func(d Difference) sheets.Cell { return c.verdict(d.Is, d.IsVerdict, d.Unknown) }},
		{Heading: c.Text("compare.was-gap"), Width: 18, Value: func(d Difference) sheets.Cell { return c.gap(d.Was, d.WasGap) }},
		{Heading: c.Text("compare.is-gap"), Width: 18, Value: func(d Difference) sheets.Cell { return c.gap(d.Is, d.IsGap) }},
		{Heading: c.Text("compare.moved"), Width: 70, Value: func(d Difference) sheets.Cell { return sheets.WrapStyle.Cell(strings.Join(d.Moved, "\n")) }},
		{Heading: c.Text("column.reason"), Width: 60, Value: func(d Difference) sheets.Cell { return sheets.WrapStyle.Cell(d.Because) }},
		{Heading: c.Text("head.file"), Width: 30, Value: func(d Difference) sheets.Cell { return sheets.WrapStyle.Cell(cmp.Or(d.IsFile, d.WasFile)) }},
	}
}

func (c *Comparison) verdict(said string, v budget.Verdict, unknown bool) sheets.Cell {
	if said == "" && unknown {
		return sheets.QuietTableStyle.Cell(c.Text("unknown"))
	}
	if said == "" {
		return sheets.QuietTableStyle.Cell(c.Text("compare.absent"))
	}
	return sheets.VerdictStyle(v).Cell(said)
}

func (c *Comparison) gap(said string, f budget.Figure) sheets.Cell {
	if said == "" {
		return sheets.QuietTableStyle.Cell("")
	}
	return sheets.Money(c.Language, f)
}
