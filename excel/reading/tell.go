package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// report adds a finding.
func (r *reader) report(f budget.Finding) {
	r.Book.Count(0, 0, 1)
	r.sub.Findings = append(r.sub.Findings, f)
}

// tell adds a finding at a cell.
func (r *reader) tell(code budget.Code, v workbook.Value, have, want budget.Value) {
	r.report(budget.Finding{Code: code, Project: r.project, Origin: v.Origin, Have: have, Want: want})
}

// tellHeading adds a finding at the heading of a column.
func (r *reader) tellHeading(code budget.Code, t *Records, c *layout.Column, related []budget.Origin) {
	r.report(budget.Finding{
		Code: code, Origin: t.Origin(c.At), Have: budget.Quote(c.Heading), Want: notation.RoleWord(c.Role),
		Related: related,
	})
}

// groupKey is a fault of a whole column.
type groupKey struct {
	code  budget.Code
	sheet int
	at    workbook.Ref // the heading
}

// group is the cells of a column that have the same fault.
type group struct {
	at    budget.Origin // the heading
	cells []workbook.Value
}

// tellColumn adds a cell to a fault that may be its whole column's.
func (r *reader) tellColumn(code budget.Code, t *Records, c *layout.Column, v workbook.Value) {
	key := groupKey{code, t.Index, c.At}
	g := r.grouped[key]
	if g == nil {
		g = &group{at: t.Origin(c.At)}
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
		r.report(f)
	}
}

// assume notes an assumption, once.
func (r *reader) assume(key budget.Key, args ...budget.Arg) {
	if !r.assumed[key] {
		r.assumed[key] = true
		r.sub.Assumed = append(r.sub.Assumed, budget.Message{Key: key, Args: args})
	}
}
