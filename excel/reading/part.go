package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/workbook"
)

// partRow is a row that says that it is a part of the row above it ("heraf løn").
type partRow struct {
	row, of  int
	disputed bool          // the figures say something else
	total    budget.Origin // a total that adds it, though it should be in the row above
}

// exceeds reports whether parts are more than the row that they are said to be parts of.
func (r *reader) exceeds(t *Records, of int, parts []int) bool {
	for _, c := range t.Amounts() {
		sum := decimal.Zero
		for _, part := range parts {
			sum = sum.Add(r.stored(t, part, c.Col))
		}
		if sum.Abs().GreaterThan(r.stored(t, of, c.Col).Abs()) {
			return true
		}
	}
	return false
}

// fitsWithMore reports whether a total that is not the sum of its rows is the sum of them with
// rows that are counted nowhere: those that are no projects, which are told already, or those
// that are said to be parts of others. The total adds a part then, and the word and the
// arithmetic disagree.
func (r *reader) fitsWithMore(t *Records, row, col int) bool {
	var added, parts []int
	for i := range t.additions {
		added = append(added, t.additions[i].row)
	}
	for i := range t.parts {
		parts = append(parts, t.parts[i].row)
	}
	if r.fitsWith(t, row, col, added) {
		return true
	}
	if !r.fitsWith(t, row, col, parts) && !r.fitsWith(t, row, col, slices.Concat(added, parts)) {
		return false
	}
	for i := range t.parts {
		if p := &t.parts[i]; p.row < row && !r.stored(t, p.row, col).IsZero() && !p.disputed {
			p.disputed, p.total = true, t.Origin(workbook.Ref{Row: row, Col: col})
		}
	}
	return true
}

// fitsWith reports whether a total is the sum of the rows above it, or of those since the
// total before, and of some more, as the numbers are stored.
func (r *reader) fitsWith(t *Records, row, col int, more []int) bool {
	for _, since := range []int{t.sinceSum(row), t.Lower} {
		sum, some := decimal.Zero, false
		for _, part := range slices.Concat(t.Data, more) {
			if part > since && part < row {
				sum = sum.Add(r.stored(t, part, col))
				some = some || slices.Contains(more, part)
			}
		}
		if some && sum.Equal(r.stored(t, row, col)) {
			return true
		}
	}
	return false
}

// tellParts tells of the rows that are parts of others. Where the figures say otherwise, what
// the project has is not known.
func (r *reader) tellParts(t *Records) {
	for i := range t.parts {
		p := &t.parts[i]
		texts := r.rowTexts(t, p.row)
		v := texts[max(0, slices.IndexFunc(texts, r.saysPart))]
		owner := r.ownerOfRow(t, p.of)
		r.project = r.nameOf(owner)
		if !p.disputed {
			r.tell(budget.PartOfLine, v, budget.Quote(v.Text), nil)
			continue
		}
		f := budget.Finding{Code: budget.UnassignedRow, Project: r.project, Origin: v.Origin, Have: budget.Name(v.Text)}
		if p.total != budget.NoOrigin {
			f.Related = append(f.Related, p.total)
		}
		r.report(f)
		r.leaveOpen(t, p.row, v.Origin, []budget.Origin{owner})
	}
	r.project = ""
}

// ownerOfRow is the project that a row of a table is of, or whose line it holds; none when
// that is no project of the workbook.
func (r *reader) ownerOfRow(t *Records, row int) budget.Origin {
	if t.owner != budget.NoOrigin {
		return t.owner
	}
	if owner := t.owners[row]; owner != budget.NoOrigin {
		return owner
	}
	r.Book.Spend(len(r.sources) / linesInStep)
	for i, from := range r.sources {
		if l := &r.sub.Lines[i]; from == t && t.RefOf(l.Origin).Row == row {
			return r.projectOrigin(l)
		}
	}
	return budget.NoOrigin
}

// openRow is a row whose amounts were not understood, and told.
type openRow struct {
	row    int
	at     budget.Origin   // where it is told
	owners []budget.Origin // that they may belong to; none: any
}

// leaveOpen makes the figures of the projects unknown that the amounts of a row may belong to.
func (r *reader) leaveOpen(t *Records, row int, at budget.Origin, owners []budget.Origin) {
	owners = slices.DeleteFunc(slices.Clone(owners), func(o budget.Origin) bool { return o == budget.NoOrigin })
	t.open = append(t.open, openRow{row, at, owners})
	for _, owner := range owners {
		r.unknownMoney(owner, at)
	}
	if len(owners) == 0 {
		r.unknownMoney(budget.NoOrigin, at)
	}
}

// openRow gives the cells of a row their entries whose amounts were not understood.
func (l *ledger) openRow(t *Records, o *openRow) {
	held := t.Row(o.row)
	if held == nil {
		return
	}
	g := &gap{at: o.at, heading: l.Book.At(t.Sheet, workbook.RefOf(o.at)).Text, why: gapUnread, money: true, told: true}
	for _, c := range t.CellsOf(held) {
		if v := l.Book.At(t.Sheet, c.Ref()); t.Holds(int(c.Col)) && !v.Blank() {
			l.open(g, v.Origin, o.owners, len(o.owners) == 0)
		}
	}
}
