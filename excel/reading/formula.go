package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/workbook"
)

// A stored result is believed when its formula agrees, and so does every formula that it
// rests on. One that does not is told once, however many amounts rest on it, and they are
// unknown; one that cannot be computed is believed, and told once for a sheet and cause.

// halfOere is by how many kroner a stored amount may be off.
var halfOere = decimal.New(5, -3)

// doubted is a formula in doubt, or several of one sheet that are so for one reason, with
// the cells of what rests on them, in the order in which they were read.
type doubted struct {
	*workbook.Doubt                 // the first one
	resting         []budget.Origin // amounts and facts
	projects        []string        // theirs
}

// doubtKey is what is told together.
type doubtKey struct {
	is    workbook.Standing
	at    budget.Origin // the formula's cell, where each is told by itself
	sheet int           // of what rests on it, and why, where they are told together
	why   string
}

// doubts are the formulas in doubt that something rests on.
type doubts struct {
	found map[doubtKey]*doubted
	order []*doubted
}

// note notes a formula in doubt that a value of a project rests on.
func (d *doubts) note(doubt *workbook.Doubt, at budget.Origin, project string) {
	key := doubtKey{is: doubt.Is, at: doubt.Origin}
	if doubt.Is != workbook.Differs && doubt.Is != workbook.Short && doubt.Is != workbook.Circular {
		sheet, _, _ := workbook.PlaceOf(at)
		key = doubtKey{is: doubt.Is, sheet: sheet, why: doubt.Why}
	}
	told := d.found[key]
	if told == nil {
		if d.found == nil {
			d.found = map[doubtKey]*doubted{}
		}
		told = &doubted{Doubt: doubt}
		d.found[key] = told
		d.order = append(d.order, told)
	}
	if n := len(told.resting); n == 0 || told.resting[n-1] != at {
		told.resting, told.projects = append(told.resting, at), append(told.projects, project)
	}
}

// checkAmount holds an amount against the formulas that its cell rests on.
func (r *reader) checkAmount(a budget.Amount) budget.Amount {
	tolerated := halfOere
	if f, known := r.factors[a.Origin]; known {
		tolerated = halfOere.Shift(-f.exponent)
	}
	if !a.State.Unread() && r.isStale(a.Origin, a.State, tolerated) {
		a.State = budget.Unreadable
	}
	return a
}

// checkField holds what was read of a cell against the formulas that it rests on. What is
// no money has no half øre that would not matter.
func checkField[T any](r *reader, f budget.Field[T]) budget.Field[T] {
	if !f.State.Unread() && r.isStale(f.Origin, f.State, decimal.Zero) {
		f.State = budget.Unreadable
	}
	return f
}

// isStale reports whether a cell rests on a formula that its stored result does not agree
// with, and notes what is in doubt. By how much the cell's own may be off is for the caller
// to say, in the unit of the cell.
func (r *reader) isStale(at budget.Origin, state budget.State, tolerated decimal.Decimal) bool {
	sheet, ref, ok := workbook.PlaceOf(at)
	if !ok || r.Book.Sheets[sheet] == nil {
		return false
	}
	stale := false
	for _, d := range r.Book.Check(r.Book.Sheets[sheet], ref) {
		near := d.Origin == at && !d.Off.IsZero() && d.Off.LessThan(tolerated)
		switch {
		case d.Is == workbook.Differs && !near, d.Is == workbook.Circular:
			stale = true
		case d.Is == workbook.Differs, state == budget.Blank:
			continue
		}
		r.doubts.note(d, at, r.project)
	}
	if r.Book.Workbook.Recalculate && r.Book.HasStoredFormula(at) {
		r.assume("assumed.recalculate")
	}
	return stale
}

// tellDoubts tells of the formulas in doubt.
func (r *reader) tellDoubts() {
	for _, d := range r.doubts.order {
		switch d.Is {
		case workbook.Differs, workbook.Circular:
			r.tellStale(d)
		case workbook.Short:
			r.tellShort(d)
		default:
			r.tellUnverified(d)
		}
	}
}

// tellStale tells of a stored result that its formula does not give, or that rests on itself: at its own cell where
// that is an amount, else at the first amount that rests on it.
func (r *reader) tellStale(d *doubted) {
	first := max(0, slices.Index(d.resting, d.Origin))
	f := budget.Finding{
		Code: budget.StaleFormula, Project: d.projects[first], Origin: d.resting[first],
		Have: d.Stored, Want: d.Computed,
	}
	if f.Origin != d.Origin {
		f.Related = append(f.Related, d.Origin)
	}
	for _, at := range d.resting {
		if at != f.Origin && !slices.Contains(f.Related, at) {
			f.Related = append(f.Related, at)
		}
	}
	r.report(f)
}

// tellUnverified tells of formulas that are not computed.
func (r *reader) tellUnverified(d *doubted) {
	f := budget.Finding{
		Code: budget.UnverifiedFormula, Project: d.projects[0], Origin: d.resting[0],
		Have: budget.Quote("=" + d.Formula), Want: budget.Phrase(causeOf(d.Doubt)), Related: d.resting[1:],
	}
	if slices.ContainsFunc(d.projects, func(other string) bool { return other != f.Project }) {
		f.Project = ""
	}
	r.report(f)
}

// causeOf is why a formula is not computed.
func causeOf(d *workbook.Doubt) budget.Message {
	key := map[workbook.Standing]budget.Key{
		workbook.Uncovered: "formula.uncovered", workbook.Volatile: "formula.volatile", workbook.External: "formula.external",
	}[d.Is]
	if d.Why == "" {
		return budget.Message{Key: key}
	}
	return budget.Message{Key: key + "-function", Args: []budget.Arg{{Name: "function", Value: budget.Quote(d.Why)}}}
}

// tellShort tells of a sum that stops short of a number, unless it is a total that is told
// to be wrong.
func (r *reader) tellShort(d *doubted) {
	if slices.ContainsFunc(r.sub.Totals, func(t budget.Total) bool {
		sum, known := sumOf(t.Parts)
		return t.Stated.Origin == d.Origin && known && !sum.Equal(t.Stated.Value)
	}) {
		return
	}
	f := budget.Finding{
		Code: budget.ShortSum, Origin: d.Origin, Have: budget.Quote("=" + d.Formula), Related: []budget.Origin{d.Omitted},
	}
	if i := slices.Index(d.resting, d.Origin); i >= 0 {
		f.Project = d.projects[i]
	}
	r.report(f)
}
