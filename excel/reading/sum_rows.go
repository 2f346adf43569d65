package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
)

// A row among lines may be the sum of those right above or below it without saying so:
// "Anbringelser" over "Døgnophold" and "Plejefamilier". The figures say that it is, its word does
// not, and it is never added to them in silence.

// tellUnsaidSums tells of lines whose amounts are, in every year, exactly the sums of those of
// two or more lines of their project and kind right above or below them. A total that takes
// them all in settles that they are lines.
func (r *reader) tellUnsaidSums() {
	for from := 0; from < len(r.sub.Lines); {
		to := from + 1
		for to < len(r.sub.Lines) && r.sources[to] == r.sources[from] {
			to++
		}
		for _, lines := range r.byProjectAndKind(from, to) {
			r.tellUnsaidSum(r.sources[from], lines)
		}
		from = to
	}
}

// projectKind is a project and a kind of lines.
type projectKind struct {
	project budget.Origin
	name    string
	kind    budget.Kind
}

// byProjectAndKind are lines of one table by project and kind, in the order they stand.
func (r *reader) byProjectAndKind(from, to int) [][]int {
	at := map[projectKind]int{}
	var groups [][]int
	for i := from; i < to; i++ {
		l := &r.sub.Lines[i]
		if !l.Kind.Known() || !statesAmount(l) {
			continue
		}
		key := projectKind{r.projectOrigin(l), budget.FoldName(l.Project.Text), l.Kind.Value}
		n, found := at[key]
		if !found {
			n = len(groups)
			at[key], groups = n, append(groups, nil)
		}
		groups[n] = append(groups[n], i)
	}
	return groups
}

// tellUnsaidSum tells of the first line of a group that is the sum of those beside it.
func (r *reader) tellUnsaidSum(t *Records, group []int) {
	backwards := slices.Clone(group)
	slices.Reverse(backwards)
	for _, order := range [][]int{group, backwards} {
		for n, i := range order {
			if l := &r.sub.Lines[i]; r.sumsRun(l, order[n+1:]) && !r.totalTakes(t, group) {
				r.doubtSum(t, l)
				return
			}
		}
	}
}

// sumsRun reports whether a line has the sums of the first two or more of others.
func (r *reader) sumsRun(l *budget.Line, others []int) bool {
	rest := amountsOf(l)
	for n, i := range others {
		part := amountsOf(&r.sub.Lines[i])
		if part == nil || len(part) != len(rest) || isOfAnother(l, &r.sub.Lines[i]) {
			return false
		}
		zero := true
		for year, amount := range part {
			rest[year] = rest[year].Sub(amount)
			zero = zero && rest[year].IsZero()
		}
		if zero {
			return n > 0
		}
	}
	return false
}

// isOfAnother reports whether two lines state different payers: neither is a part of the other.
func isOfAnother(l, other *budget.Line) bool {
	return l.Payer.Known() && other.Payer.Known() && l.Payer.Value != other.Payer.Value
}

// amountsOf are a line's amounts by year, those of every year as of year 0; nil where one is
// unread or not all are of one sign.
func amountsOf(l *budget.Line) map[int]decimal.Decimal {
	amounts := map[int]decimal.Decimal{}
	sign := 0
	take := func(year int, a budget.Amount) bool {
		if a.State.Unread() {
			return false
		}
		if s := a.Value.Sign(); a.Known() && s != 0 {
			amounts[year] = a.Value
			same := sign == 0 || sign == s
			sign = s
			return same
		}
		return true
	}
	known := take(0, l.Annual)
	for _, a := range l.Amounts {
		known = known && take(a.Year, a.Amount)
	}
	if !known || sign == 0 {
		return nil
	}
	return amounts
}

// totalTakes reports whether a stated total of a table takes all lines of a group in: by the
// workbook's own arithmetic each of them is one.
func (r *reader) totalTakes(t *Records, group []int) bool {
	for i := range r.sub.Totals {
		total := &r.sub.Totals[i]
		sum, known := sumOf(total.Parts)
		if !known || !total.Stated.Known() || !sum.Equal(total.Stated.Value) {
			continue
		}
		all := !slices.ContainsFunc(group, func(i int) bool { return !takesLine(total, &r.sub.Lines[i]) })
		if all {
			return true
		}
	}
	return t.Sheet != nil && slices.ContainsFunc(t.sums, func(row int) bool { return r.sumTakes(t, row, group) })
}

// takesLine reports whether an amount of a line is a part of a total.
func takesLine(total *budget.Total, l *budget.Line) bool {
	return slices.ContainsFunc(total.Parts, func(part budget.Amount) bool {
		for a := range l.Stated {
			if a.Origin == part.Origin {
				return true
			}
		}
		return false
	})
}

// sumTakes reports whether a row that sums others is the sum of the rows above it, those of a
// group among them, since the last that does: all of them, or those of their kind.
func (r *reader) sumTakes(t *Records, row int, group []int) bool {
	since := t.Lower
	for _, sum := range t.sums {
		if sum < row {
			since = max(since, sum)
		}
	}
	var all, own []int
	for _, part := range t.Data {
		if part > since && part < row {
			all = append(all, part)
		}
	}
	for _, i := range group {
		at := t.RefOf(r.sub.Lines[i].Origin).Row
		if !slices.Contains(all, at) {
			return false
		}
		own = append(own, at)
	}
	return r.sums(t, row, all) || r.sums(t, row, own)
}

// doubtSum tells of a line that may be the sum of others, and makes its project's sums unknown.
func (r *reader) doubtSum(t *Records, l *budget.Line) {
	at, have := l.Item.Origin, l.Item.Text
	if have == "" {
		at, have = l.Kind.Origin, l.Kind.Text
	}
	if at == budget.NoOrigin || t.RefOf(at).Row != t.RefOf(l.Origin).Row {
		at = l.Origin
	}
	owner := r.projectOrigin(l)
	r.report(budget.Finding{Code: budget.DoubtfulTotal, Project: r.nameOf(owner), Origin: at, Have: budget.Quote(have)})
	r.unknownMoney(owner, at, kindsOfLines(l)...)
}
