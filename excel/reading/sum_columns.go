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
	var rows []int
	for i := 0; i < len(t.Data); i++ {
		row := t.Data[i]
		var parts []int
		for i+1 < len(t.Data) && r.isPart(t, t.Data[i+1]) {
			i++
			parts = append(parts, t.Data[i])
		}
		switch {
		case len(parts) == 0 || r.isPart(t, row):
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

// isPart reports whether a row says that it is a part of what stands above it.
func (r *reader) isPart(t *Records, row int) bool {
	return slices.ContainsFunc(r.rowTexts(t, row), saysPart)
}

// saysPart reports whether a text says that it is of a part of something.
func saysPart(v workbook.Value) bool { return notation.ReadHeading(v.Text).Of }

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

// stored is the number in a cell; zero for none.
func (r *reader) stored(t *Records, row, col int) decimal.Decimal {
	d, _ := notation.StoredNumber(r.At(t.Sheet, workbook.Ref{Row: row, Col: col}).Raw)
	return d
}
