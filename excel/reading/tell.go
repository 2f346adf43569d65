package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// tell adds a finding at a cell.
func (r *reader) tell(code budget.Code, v workbook.Value, have, want budget.Value) {
	r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: code, Project: r.project, Origin: v.Origin, Have: have, Want: want})
}

func (r *reader) tellHeading(code budget.Code, t *Records, c *layout.Column, related []budget.Origin) {
	r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: code, Origin: workbook.OriginOf(t.Index, c.At), Have: budget.Quote(c.Heading), Want: notation.RoleWord(c.Role), Related: related})
}

// groupKey is a fault of a whole column.
type groupKey struct {
	code  budget.Code
	sheet int
	at    workbook.Ref // the heading
}

type group struct {
	at    budget.Origin // the heading
	cells []workbook.Value
}

// tellColumn adds a cell to a fault that may be its whole column's.
func (r *reader) tellColumn(code budget.Code, t *Records, c *layout.Column, v workbook.Value) {
	key := groupKey{code, t.Index, c.At}
	g := r.grouped[key]
	if g == nil {
		g = &group{at: workbook.OriginOf(t.Index, c.At)}
		r.grouped[key] = g
		r.order = append(r.order, key)
	}
	if n := len(g.cells); n == 0 || g.cells[n-1].Origin != v.Origin {
		g.cells = append(g.cells, v)
	}
}

// flushGroups makes one finding of each column's fault: at the heading, or at the
// cell when there is only one.
func (r *reader) flushGroups() {
	for _, key := range r.order {
		g := r.grouped[key]
		f := budget.Finding{Code: key.code, Origin: g.cells[0].Origin, Have: budget.Quote(g.cells[0].Text)}
		if len(g.cells) > 1 {
			f.Origin = g.at
			for _, v := range g.cells {
				f.Related = append(f.Related, v.Origin)
			}
		}
		r.sub.Findings = append(r.sub.Findings, f)
	}
}

// assume notes an assumption, once.
func (r *reader) assume(key budget.Key, args ...budget.Arg) {
	if !r.assumed[key] {
		r.assumed[key] = true
		r.sub.Assumed = append(r.sub.Assumed, budget.Message{Key: key, Args: args})
	}
}
