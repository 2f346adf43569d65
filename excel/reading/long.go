package reading

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/workbook"
)

// A table can have a row for each year: the year stands in a column, and the rows of one
// line differ in it alone.

// inYearOf is a row's amount in the year that the row names; in no year that counts, and
// told, where that cannot be read.
func (r *reader) inYearOf(t *Records, row int, a budget.Amount) budget.YearAmount {
	year := r.year(r.At(t.Sheet, workbook.Ref{Row: row, Col: t.YearColumn.Col}))
	if !year.Known() {
		a.State = budget.Unreadable
	}
	return budget.YearAmount{Year: year.Value, Amount: a}
}

// goesOn adds the amounts of a row to the line that another row of the table began, and
// reports whether there is one. A row that names a year that the line has already is one of
// its own.
func (t *Records) goesOn(r *reader, l *budget.Line) bool {
	if t.begun == nil {
		t.begun = map[string]int{}
	}
	key := strings.Join([]string{
		l.Project.Text, strconv.FormatInt(int64(l.Owner), 10), l.Kind.Text, l.Item.Text, l.Area.Text, l.Payer.Text, l.Share.Text, l.Reimbursement.Text,
	}, "\x00")
	i, ok := t.begun[key]
	if !ok {
		t.begun[key] = len(r.sub.Lines)
		return false
	}
	before := &r.sub.Lines[i]
	for _, a := range l.Amounts {
		if slices.ContainsFunc(before.Amounts, func(b budget.YearAmount) bool { return b.Year == a.Year }) {
			t.begun[key] = len(r.sub.Lines)
			return false
		}
	}
	before.Amounts = append(before.Amounts, l.Amounts...)
	slices.SortStableFunc(before.Amounts, func(a, b budget.YearAmount) int { return cmp.Compare(a.Year, b.Year) })
	return true
}
