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
	g := p.newPage(c.Language, c.text("compare.sheet"), layout{widths: []float64{28, 24, 36, 36, 18, 18, 70, 60, 30}, frozen: sheetml.Ref{Row: head + 1, Col: 2}, head: head})
	g.write(30, cell{c.text("compare.title"), titleLook})
	g.write(0, cell{say(c.Language, "compare.lead", nil, arg("count", budget.Count(len(c.Differences)))), quietLook})
	g.skip(1)
	last := g.table(c.heads("head.project", "head.department", "compare.was", "compare.is", "compare.was-gap", "compare.is-gap", "compare.moved", "column.reason", "head.file")...)
	for _, d := range c.Differences {
		last = g.table(cell{d.Project, wrapLook}, cell{d.Department, wrapLook}, c.verdict(d.Was, d.WasVerdict, d.Unknown), c.verdict(d.Is, d.IsVerdict, d.Unknown),
			c.gap(d.Was, d.WasGap), c.gap(d.Is, d.IsGap), cell{strings.Join(d.Moved, "\n"), wrapLook}, cell{d.Because, wrapLook}, cell{cmp.Or(d.IsFile, d.WasFile), wrapLook})
	}
	g.filter(head, last, 9)
	g.skip(1)
	g.write(0, cell{c.text("foot"), footLook})
	g.close()
	return p.finish()
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
