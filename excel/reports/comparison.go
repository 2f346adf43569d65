package reports

import (
	"cmp"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// Difference is a project that moved between two editions, in words of the comparison's
// language.
type Difference struct {
	Project, Department   string
	Was, Is               string         // the verdicts; empty when the project is not in that edition
	WasVerdict, IsVerdict budget.Verdict // that the two tell of
	WasGap, IsGap         budget.Figure  // what is missing in the year that decides, in kroner
	WasFile, IsFile       string         // as they are shown
	Moved                 []string       // the facts and amounts that moved
	Because               string         // the decisive reason now
	Unknown               bool           // it may be in a file that could not be read
}

// Comparison is what moved between two editions of the same workbooks, to be told of in a
// workbook of ours.
type Comparison struct {
	sheets.Options
	Differences []Difference
}

// Write makes the workbook, one sheet with a row for each difference, and gives its bytes,
// the same for the same comparison. Its error is that the workbook could not be made.
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
	t := columns[Difference]{c.Options}
	was := func(d Difference) sheets.Cell { return c.verdict(d.Was, d.WasVerdict, d.Unknown) }
	is := func(d Difference) sheets.Cell { return c.verdict(d.Is, d.IsVerdict, d.Unknown) }
	return []sheets.SheetColumn[Difference]{
		t.text("head.project", 28, func(d Difference) string { return d.Project }),
		t.text("head.department", 24, func(d Difference) string { return d.Department }),
		t.cell("compare.was", 36, was),
		t.cell("compare.is", 36, is),
		t.cell("compare.was-gap", 18, func(d Difference) sheets.Cell { return c.gap(d.Was, d.WasGap) }),
		t.cell("compare.is-gap", 18, func(d Difference) sheets.Cell { return c.gap(d.Is, d.IsGap) }),
		t.text("compare.moved", 70, func(d Difference) string { return strings.Join(d.Moved, "\n") }),
		t.text("column.reason", 60, func(d Difference) string { return d.Because }),
		t.text("head.file", 30, func(d Difference) string { return cmp.Or(d.IsFile, d.WasFile) }),
	}
}

// verdict is a project's verdict in an edition; where it is not in it, whether that is known.
func (c *Comparison) verdict(said string, v budget.Verdict, unknown bool) sheets.Cell {
	if said == "" && unknown {
		return sheets.QuietTableStyle.Cell(c.Text("unknown"))
	}
	if said == "" {
		return sheets.QuietTableStyle.Cell(c.Text("compare.absent"))
	}
	return sheets.VerdictStyle(v).Cell(said)
}

// gap is what a project lacked in an edition; blank where it is not in it.
func (c *Comparison) gap(said string, f budget.Figure) sheets.Cell {
	if said == "" {
		return sheets.QuietTableStyle.Cell("")
	}
	return sheets.Money(c.Language, f)
}
