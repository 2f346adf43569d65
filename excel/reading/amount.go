package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// amount reads a cell of an amount column, in kroner. What rests on a formula that disagrees
// with its stored result is unread, and so is what is shown as another number.
func (r *reader) amount(t *Records, c *layout.Column, v workbook.Value) budget.Amount {
	return r.checkShownAmount(v, r.checkAmount(r.amountStated(t, c, v)))
}

// amountStated reads a cell of an amount column as it stands.
func (r *reader) amountStated(t *Records, c *layout.Column, v workbook.Value) budget.Amount {
	a := budget.Amount{Field: budget.Field[decimal.Decimal]{Text: v.Text, Origin: v.Origin}}
	format := r.Book.FormatOf(v)
	a.PriceLevel = r.priceLevel(t, c, format)
	refuse := func(state budget.State, code budget.Code, have, want budget.Value) budget.Amount {
		a.State = state
		r.tell(code, v, have, want)
		return a
	}
	switch {
	case v.Uncached:
		return refuse(budget.Unreadable, budget.UncomputedFormula, budget.Quote("="+v.Formula), nil)
	case v.Blank():
		return a
	case v.Kind == workbook.Error:
		return refuse(budget.Faulty, budget.ErrorValue, budget.Quote(v.Text), nil)
	case v.Kind == workbook.Number:
		d, ok := notation.StoredNumber(v.Raw)
		if !ok || format.Moment != notation.NoMoment || format.Percent {
			return refuse(budget.Unreadable, budget.UnreadableAmount, budget.Quote(v.Text), nil)
		}
		if format.Foreign || t.Caption.Foreign || notation.ForeignCurrency.MatchString(c.Heading) {
			return refuse(budget.Unreadable, budget.ForeignCurrency, budget.Quote(v.Text), nil)
		}
		if v.Computed {
			r.tellColumn(budget.ComputedFormula, t, c, v)
		}
		return r.withUnit(t, c, v, a, d, format)
	case v.Kind == workbook.Text:
		return r.typedAmount(t, c, v, a)
	}
	return refuse(budget.Unreadable, budget.UnreadableAmount, budget.Quote(v.Text), nil)
}

// typedAmount reads an amount that is typed as text.
func (r *reader) typedAmount(t *Records, c *layout.Column, v workbook.Value, a budget.Amount) budget.Amount {
	typed, ok := notation.ParseTyped(v.Text)
	if said, inSentence := notation.ReadSaidAmount(v.Text); !ok && inSentence && said.Kind == notation.ListKinds[c.Role] {
		typed, ok = said.Typed, true
	}
	if ok && typed.Unquantified {
		return a
	}
	number, settled := typed.In(r.notation)
	if ok && !settled && typed.Ambiguous() {
		number, settled = r.likeAnother(t, v, typed)
	}
	if ok && !settled && typed.Ambiguous() {
		number, settled = r.whole(t, c, typed)
	}
	if ok && !settled && typed.Ambiguous() {
		number, settled = r.likeSiblings(t, v, typed)
	}
	if !ok || typed.Percent || typed.About || !settled && !typed.Ambiguous() {
		a.State = budget.Unreadable
		r.tell(budget.UnreadableAmount, v, budget.Quote(v.Text), nil)
		return a
	}
	if !settled {
		a.State = budget.Unreadable
		readings := budget.List{budget.Number{Decimal: typed.Danish}, budget.Number{Decimal: typed.English}}
		r.tell(budget.AmbiguousAmount, v, budget.Quote(v.Text), readings)
		return a
	}
	if typed.Level != 0 {
		a.PriceLevel = typed.Level
	}
	if typed.Dash {
		r.tellColumn(budget.DashAmount, t, c, v)
	}
	if !typed.Dash {
		r.tellColumn(budget.TypedAmount, t, c, v)
		r.tellStar(t, v)
	}
	if typed.HasUnit {
		return give(a, typed.Unit.In(number))
	}
	return r.withUnit(t, c, v, a, number, notation.NumberFormat{})
}

// likeAnother settles an amount that can be read in two ways by the numbers that stand for
// other years in its row: one of them is the one reading, and none the other.
func (r *reader) likeAnother(t *Records, v workbook.Value, typed notation.Typed) (decimal.Decimal, bool) {
	danish, english := false, false
	at := t.RefOf(v.Origin)
	for _, c := range t.Amounts() {
		other := r.Book.At(t.Sheet, workbook.Ref{Row: at.Row, Col: c.Col})
		if d, ok := notation.StoredNumber(other.Raw); ok && other.Kind == workbook.Number && c.Col != at.Col {
			danish, english = danish || d.Equal(typed.Danish), english || d.Equal(typed.English)
		}
	}
	if english {
		return typed.English, !danish
	}
	return typed.Danish, danish
}

// whole settles an amount of kroner that can be read in two ways: there is no third decimal of one.
func (r *reader) whole(t *Records, c *layout.Column, typed notation.Typed) (decimal.Decimal, bool) {
	units := t.row.units
	if len(units) == 0 {
		units = c.Units
	}
	if len(units) == 0 {
		units = t.Caption.Units
	}
	inKroner := typed.HasUnit && typed.Unit == 0 || !typed.HasUnit && len(units) == 1 && units[0] == 0
	if typed.Danish.IsInteger() {
		return typed.Danish, inKroner
	}
	return typed.English, inKroner && typed.English.IsInteger()
}

// alikeFactor is how many times one amount of a table may be another, that settles how the other
// is to be read.
var alikeFactor = decimal.NewFromInt(100)

// likeSiblings settles an amount that can be read in two ways by the plain numbers of its table,
// or of others in its unit: one reading is like all of them, and the other like half of them at most.
func (r *reader) likeSiblings(t *Records, v workbook.Value, typed notation.Typed) (decimal.Decimal, bool) {
	if typed.HasUnit || t.Has(notation.RoleUnit) {
		return decimal.Zero, false
	}
	danish, english, seen := 0, 0, 0
	siblings := r.plainNumbers(t)
	for _, other := range r.allTables() {
		if len(siblings) < 2 && len(t.Caption.Units) == 1 && slices.Equal(other.Caption.Units, t.Caption.Units) && !other.Has(notation.RoleUnit) {
			siblings = append(slices.Clone(siblings), r.plainNumbers(other)...)
		}
	}
	for _, d := range siblings {
		seen++
		if alike(d, typed.Danish) {
			danish++
		}
		if alike(d, typed.English) {
			english++
		}
	}
	switch {
	case seen > 1 && danish == seen && 2*english <= seen:
		return typed.Danish, true
	case seen > 1 && english == seen && 2*danish <= seen:
		return typed.English, true
	}
	return decimal.Zero, false
}

// alike reports whether neither amount is more than a hundred times the other.
func alike(a, b decimal.Decimal) bool {
	a, b = a.Abs(), b.Abs()
	return a.LessThanOrEqual(b.Mul(alikeFactor)) && b.LessThanOrEqual(a.Mul(alikeFactor))
}

// plainNumbers are the amounts of a table, none of them zero, that can be read in one way.
func (r *reader) plainNumbers(t *Records) []decimal.Decimal {
	if t.plain == nil {
		t.plain = []decimal.Decimal{}
		for _, c := range t.Amounts() {
			for _, row := range t.RowNumbers {
				if d, ok := plainNumber(r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})); ok && !d.IsZero() {
					t.plain = append(t.plain, d)
				}
			}
		}
	}
	return t.plain
}

// plainNumber is a number that is stored as one, or typed so that both ways to write numbers agree.
func plainNumber(v workbook.Value) (decimal.Decimal, bool) {
	if v.Kind == workbook.Number {
		return notation.StoredNumber(v.Raw)
	}
	typed, ok := notation.ParseTyped(v.Text)
	plain := v.Kind == workbook.Text && ok && !typed.HasUnit && !typed.Percent && typed.Danish.Equal(typed.English)
	return typed.Danish, plain
}

// give is an amount of a number of kroner.
func give(a budget.Amount, d decimal.Decimal) budget.Amount {
	a.State, a.Value = budget.Given, d
	return a
}

// withUnit gives an amount the unit of its column: the heading's, the caption's,
// the number format's, else the one the user named. Zero needs none. Where two are
// stated, or two price levels, the amount is not read.
func (r *reader) withUnit(
	t *Records, c *layout.Column, v workbook.Value, a budget.Amount, number decimal.Decimal,
	format notation.NumberFormat,
) budget.Amount {
	stated := t.row.units
	if len(stated) == 0 {
		stated = c.Units
	}
	if len(stated) == 0 {
		stated = t.Caption.Units
	}
	if levels := t.levelsOf(c); len(levels) > 1 {
		a.State = budget.Unreadable
		r.tellColumn(budget.SeveralPriceLevels, t, c, v)
		return a
	}
	shown := format.Units
	differ := len(stated) == 1 && len(shown) == 1 && stated[0] != shown[0]
	if len(stated) > 1 || len(shown) > 1 || differ || len(t.row.units) == 0 && t.contradicts(c) {
		a.State = budget.Unreadable
		r.tellColumn(budget.ContradictoryUnit, t, c, v)
		return a
	}
	if len(stated) == 0 {
		stated = shown
	}
	switch {
	case len(stated) == 1:
		return r.inKroner(a, number, stated[0], format)
	case number.IsZero():
		return give(a, number)
	case r.set.Unit != nil:
		r.assume("assumed.unit", budget.Arg{Name: "unit", Value: budget.Quote(r.set.Unit.String())})
		return r.inKroner(a, number, *r.set.Unit, format)
	}
	a.State = budget.Unreadable
	r.tellColumn(budget.MissingUnit, t, c, v)
	return a
}

// contradicts reports whether something else above the table states another unit for a
// column: another cell of the caption, or, for a year, the caption that the other years
// go by.
func (t *Records) contradicts(c *layout.Column) bool {
	if len(c.Units) == 0 {
		return t.Caption.Otherwise
	}
	if c.Role != notation.RoleYear || len(t.Caption.Units) != 1 || t.Caption.Units[0] == c.Units[0] {
		return false
	}
	return slices.ContainsFunc(t.Amounts(), func(other *layout.Column) bool {
		return other.Role == notation.RoleYear && len(other.Units) == 0
	})
}
