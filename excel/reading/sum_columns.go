package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// settleSumColumns finds the columns of a list that sum others of their kind: they say so
// ("i alt", "samlet"), and the others are parts of them. They are checked, and never counted
// with their parts. A column that is a part of another ("heraf kommunen") stands for what it
// says, and the one it is a part of is a sum of parts of which some may be missing.
func (r *reader) settleSumColumns(t *Records) {
	for i := range t.Columns {
		c := &t.Columns[i]
		if notation.ListKinds[c.Role] == 0 || c.Void || c.Said.Of {
			continue
		}
		others := sameKind(t, c)
		isSum := len(others) > 0 && (c.Said.Total || slices.ContainsFunc(others, func(o *layout.Column) bool { return o.Said.Of }))
		if !isSum {
			continue
		}
		r.checkSumColumn(t, c, others)
		c.Role = notation.RoleTotal
	}
}

// sameKind lists the other columns of a column's kind and year that are no sums.
func sameKind(t *Records, c *layout.Column) []*layout.Column {
	var others []*layout.Column
	for i := range t.Columns {
		o := &t.Columns[i]
		if o != c && o.Role == c.Role && o.Year == c.Year && o.Ahead == c.Ahead && !o.Void && !o.Said.Total {
			others = append(others, o)
		}
	}
	return others
}

// checkSumColumn states each amount of a sum column as a total of its parts.
func (r *reader) checkSumColumn(t *Records, c *layout.Column, parts []*layout.Column) {
	for _, row := range t.Data {
		at := workbook.Ref{Row: row, Col: c.Col}
		if r.Book.At(t.Sheet, at).Blank() {
			continue
		}
		total := budget.Total{Stated: r.amount(t, c, r.At(t.Sheet, at))}
		for _, part := range parts {
			total.Parts = append(total.Parts, r.amount(t, part, r.At(t.Sheet, workbook.Ref{Row: row, Col: part.Col})))
		}
		if sum, known := sumOf(total.Parts); total.Stated.Known() && known && !sum.Equal(total.Stated.Value) {
			r.sub.Totals = append(r.sub.Totals, total)
		}
	}
}

// settleParts finds rows that are parts of the row above them ("heraf løn"). Where they are
// all of it, the row above is their sum, but for a project's own row, which has its facts; else
// they are told apart from it and not counted.
func (r *reader) settleParts(t *Records) {
	r.settleHeads(t)
	var rows []int
	for i := 0; i < len(t.Data); i++ {
		row := t.Data[i]
		var parts []int
		for i+1 < len(t.Data) && r.isPart(t, t.Data[i+1]) && t.heads[t.Data[i+1]] == t.heads[row] {
			i++
			parts = append(parts, t.Data[i])
		}
		switch {
		case len(parts) == 0 || r.isPart(t, row) || t.heads[row] != 0:
			rows = append(append(rows, row), parts...)
		case !t.Projects && r.sums(t, row, parts):
			t.sums = append(t.sums, row)
			rows = append(rows, parts...)
		default:
			rows = append(rows, row)
			for _, part := range parts {
				t.derived = append(t.derived, part)
				t.parts = append(t.parts, partRow{row: part, of: row, disputed: r.exceeds(t, row, parts)})
			}
		}
	}
	t.Data = rows
}

// settleHeads finds the totals that stand over their parts: "Besparelser i alt" over "heraf
// Forsørgelse". The parts are the lines, and of the total's kind. A total that is not the sum of
// the parts right below it may be a line, and that is for a person to say.
func (r *reader) settleHeads(t *Records) {
	t.heads = map[int]int{}
	for _, total := range slices.Clone(t.sums) {
		var parts []int
		for _, row := range t.Data {
			if row == total+1+len(parts) && r.isPart(t, row) {
				parts = append(parts, row)
			}
		}
		switch {
		case len(parts) == 0 || t.Projects:
		case r.sums(t, total, parts):
			for _, part := range parts {
				t.heads[part] = total
			}
		case !r.sumsAbove(t, total, rowsAbove(t.Data, total)):
			t.sums = slices.DeleteFunc(t.sums, func(row int) bool { return row == total })
			t.doubtful = append(t.doubtful, total)
			t.Data = slices.Sorted(slices.Values(append(t.Data, total)))
		}
	}
}

// rowsAbove are the rows above one.
func rowsAbove(rows []int, row int) []int {
	var above []int
	for _, other := range rows {
		if other < row {
			above = append(above, other)
		}
	}
	return above
}

// isPart reports whether a row says that it is a part of what stands above it.
func (r *reader) isPart(t *Records, row int) bool {
	return slices.ContainsFunc(r.rowTexts(t, row), r.saysPart)
}

// saysPart reports whether a text says that it is of a part of something.
func (r *reader) saysPart(v workbook.Value) bool { return r.Heading(v.Text).Of }

// sums reports whether the numbers of a row are the sums of those of some rows, in every
// column of amounts.
func (r *reader) sums(t *Records, row int, parts []int) bool {
	for _, c := range t.Amounts() {
		sum := decimal.Zero
		for _, part := range parts {
			sum = sum.Add(r.stored(t, part, c.Col))
		}
		if !sum.Equal(r.stored(t, row, c.Col)) {
			return false
		}
	}
	return len(t.Amounts()) > 0
}

// stored is the number in a cell, as a number or as a text that can be read in one way; zero for
// none.
func (r *reader) stored(t *Records, row, col int) decimal.Decimal {
	v := r.At(t.Sheet, workbook.Ref{Row: row, Col: col})
	if v.Kind == workbook.Text {
		if typed, ok := notation.ParseTyped(v.Text); ok && !typed.Percent {
			d, _ := typed.In(r.notation)
			return d
		}
	}
	d, _ := notation.StoredNumber(v.Raw)
	return d
}
