package reading

import (
	"regexp"
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// municipalShare reads a cell as the municipality's share: as it stands, or as the rest where
// its heading speaks of another's. Where nobody can say whose it is, it is not read.
func (r *reader) municipalShare(v workbook.Value, heading string, perCent bool) budget.Field[decimal.Decimal] {
	share := r.share(v, heading, perCent)
	if !share.Known() {
		return share
	}
	switch notation.ReadShareOf(heading) {
	case notation.RestShare:
		share.Value = decimal.New(1, 0).Sub(share.Value)
	case notation.UnclearShare:
		share.State = budget.Unreadable
		r.tell(budget.UnreadableShare, v, budget.Quote(heading+": "+v.Text), nil)
	}
	return share
}

// settleShares finds whose shares the columns of a table state. Another's beside the
// municipality's own says nothing more where they make up the whole in every row; one that
// nobody can say whose it is is not used.
func (r *reader) settleShares(t *Records) {
	var own, rest []*layout.Column
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Role != notation.RoleShare || c.Void {
			continue
		}
		switch of := notation.ReadShareOf(c.Heading); {
		case c.Mapped || of == notation.OwnShare:
			own = append(own, c)
		case of == notation.RestShare:
			rest = append(rest, c)
		default:
			c.Void = true
		}
	}
	if len(own) != 1 || len(rest) == 0 || !r.areWhole(t, append(rest, own...)) {
		return
	}
	for _, c := range rest {
		c.Role, c.Said.Derived = notation.RoleResult, true
	}
}

// areWhole reports whether columns of shares make up the whole in every row that fills any.
func (r *reader) areWhole(t *Records, columns []*layout.Column) bool {
	return !slices.ContainsFunc(t.RowNumbers, func(row int) bool {
		sum, some := decimal.Zero, false
		for _, c := range columns {
			v := r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})
			d, _ := notation.StoredNumber(v.Raw)
			some = some || !v.Blank()
			sum = sum.Add(d)
		}
		return some && !sum.Equal(decimal.New(1, 0)) && !sum.Equal(decimal.New(100, 0))
	})
}

// share reads a cell as a part of a whole, 0 to 1: "60 %", a number with a
// percentage format, a number between 0 and 1, or one of per cent above 1. What
// can be both is not read.
func (r *reader) share(v workbook.Value, heading string, perCent bool) budget.Field[decimal.Decimal] {
	return fieldOf(r, v, budget.UnreadableShare, nil, func(v workbook.Value) (decimal.Decimal, bool) {
		if v.Kind == workbook.Number {
			d, ok := notation.StoredNumber(v.Raw)
			if ok && r.Book.Format(v.Style).Percent {
				return d, true
			}
			return shareOf(d, ok, heading, perCent)
		}
		t, ok := notation.ParseTyped(perCentWords.ReplaceAllString(v.Text, "%"))
		d, settled := t.In(r.notation)
		if ok && !settled && t.Percent { // a share is at most 100 %, so only one reading is left
			hundred := decimal.New(100, 0)
			if large := t.Danish.GreaterThan(hundred); large != t.English.GreaterThan(hundred) {
				d, settled = t.Danish, true
				if large {
					d = t.English
				}
			}
		}
		if !ok || !settled || t.HasUnit || t.Dash || t.About || t.Unquantified {
			return decimal.Zero, false
		}
		if t.Percent {
			return d.Shift(-2), true
		}
		return shareOf(d, true, heading, perCent)
	})
}

// perCentWords are how people write per cent behind a number.
var perCentWords = regexp.MustCompile(`(?i) ?(?:pct\.?|procent|per ?cent)$`)

// perCentWord is in a heading that speaks of per cent.
var perCentWord = regexp.MustCompile(`(?i)%|pct|procent`)

// shareOf is a bare number as a share. One that is above 1 is of per cent; one
// below is so only where the heading does not speak of per cent.
func shareOf(d decimal.Decimal, ok bool, heading string, perCent bool) (decimal.Decimal, bool) {
	one := decimal.New(1, 0)
	perCent = perCent || perCentWord.MatchString(heading)
	switch {
	case !ok:
		return d, false
	case d.GreaterThan(one):
		return d.Shift(-2), true
	case d.IsZero() || d.IsNegative() || !perCent:
		return d, true
	}
	return d, false
}

// perCent reports whether a column of shares holds some above one: then those up to one
// can be read two ways.
func (r *reader) perCent(t *Records, c *layout.Column) bool {
	if t.perCent == nil {
		above := slices.ContainsFunc(t.Data, func(row int) bool {
			v := r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})
			d, ok := notation.StoredNumber(v.Raw)
			return v.Kind == workbook.Number && ok && d.GreaterThan(decimal.New(1, 0)) &&
				!r.Book.Format(v.Style).Percent
		})
		t.perCent = &above
	}
	return *t.perCent
}
