package excel

import (
	"cmp"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
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
	Options
	Differences []Difference
}

// Write makes the workbook.
func (c *Comparison) Write() ([]byte, error) {
	const head = 4
	p := newPages()
	columns := c.columns()
	g := p.newPage(c.Language, c.text("compare.sheet"), layout{
		widths: widthsOf(columns),
		frozen: sheetml.Ref{Row: head + 1, Col: 2},
		head:   head,
	})
	g.write(30, cell{c.text("compare.title"), titleLook})
	lead := say(c.Language, "compare.lead", nil, arg("count", budget.Count(len(c.Differences))))
	g.write(0, cell{lead, quietLook})
	g.skip(1)
	last := writeHeads(g, columns)
	for _, d := range c.Differences {
		last = writeRow(g, columns, d)
	}
	g.filter(head, last, len(columns))
	g.skip(1)
	g.write(0, cell{c.text("foot"), footLook})
	g.close()
	return p.finish()
}

func (c *Comparison) columns() []sheetColumn[Difference] {
	return []sheetColumn[Difference]{
		{c.text("head.project"), 28, func(d Difference) cell { return cell{d.Project, wrapLook} }},
		{c.text("head.department"), 24, func(d Difference) cell { return cell{d.Department, wrapLook} }},
		{c.text("compare.was"), 36, func(d Difference) cell { return c.verdict(d.Was, d.WasVerdict, d.Unknown) }},
		{c.text("compare.is"), 36, func(d Difference) cell { return c.verdict(d.Is, d.IsVerdict, d.Unknown) }},
		{c.text("compare.was-gap"), 18, func(d Difference) cell { return c.gap(d.Was, d.WasGap) }},
		{c.text("compare.is-gap"), 18, func(d Difference) cell { return c.gap(d.Is, d.IsGap) }},
		{c.text("compare.moved"), 70, func(d Difference) cell { return cell{strings.Join(d.Moved, "\n"), wrapLook} }},
		{c.text("column.reason"), 60, func(d Difference) cell { return cell{d.Because, wrapLook} }},
		{c.text("head.file"), 30, func(d Difference) cell { return cell{cmp.Or(d.IsFile, d.WasFile), wrapLook} }},
	}
}

func (c *Comparison) verdict(said string, v budget.Verdict, unknown bool) cell {
	if said == "" && unknown {
		return cell{c.text("unknown"), quietTable}
	}
	if said == "" {
		return cell{c.text("compare.absent"), quietTable}
	}
	return cell{said, verdictLook(v)}
}

func (c *Comparison) gap(said string, f budget.Figure) cell {
	if said == "" {
		return cell{"", quietTable}
	}
	return money(c.Language, f)
}
