package excel

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// amount reads a cell of an amount column, in kroner.
func (r *reader) amount(t *records, c *column, v value) budget.Amount {
	a := budget.Amount{Field: budget.Field[decimal.Decimal]{Text: v.text, Origin: v.origin}}
	format := r.book.format(v.style)
	a.PriceLevel = r.priceLevel(t, c, format)
	refuse := func(state budget.State, code budget.Code, have, want budget.Value) budget.Amount {
		a.State = state
		r.tell(code, v, have, want)
		return a
	}
	switch {
	case v.uncached:
		return refuse(budget.Unreadable, budget.UncomputedFormula, budget.Quote("="+v.formula), nil)
	case v.blank():
		return a
	case v.kind == sheetml.Error:
		return refuse(budget.Faulty, budget.ErrorValue, budget.Quote(v.text), nil)
	case v.kind == sheetml.Number:
		d, ok := storedNumber(v.raw)
		if !ok || format.moment != noMoment || format.percent {
			return refuse(budget.Unreadable, budget.UnreadableAmount, budget.Quote(v.text), nil)
		}
		if format.foreign || t.caption.foreign || foreignMoney.MatchString(c.heading) {
			return refuse(budget.Unreadable, budget.ForeignCurrency, budget.Quote(v.text), nil)
		}
		if v.computed {
			r.tellColumn(budget.ComputedFormula, t, c, v)
		}
		return r.withUnit(t, c, v, a, d, format)
	case v.kind == sheetml.Text:
		return r.typedAmount(t, c, v, a)
	}
	return refuse(budget.Unreadable, budget.UnreadableAmount, budget.Quote(v.text), nil)
}

// typedAmount reads an amount that is typed as text.
func (r *reader) typedAmount(t *records, c *column, v value, a budget.Amount) budget.Amount {
	typed, ok := parseTyped(v.text)
	if ok && typed.unquantified {
		return a
	}
	number, settled := typed.in(r.notation)
	if !ok || typed.percent || typed.about || !settled && !typed.ambiguous() {
		a.State = budget.Unreadable
		r.tell(budget.UnreadableAmount, v, budget.Quote(v.text), nil)
		return a
	}
	if !settled {
		a.State = budget.Unreadable
		readings := budget.List{budget.Number{Decimal: typed.danish}, budget.Number{Decimal: typed.english}}
		r.tell(budget.AmbiguousAmount, v, budget.Quote(v.text), readings)
		return a
	}
	if typed.level != 0 {
		a.PriceLevel = typed.level
	}
	if typed.dash {
		r.tellColumn(budget.DashAmount, t, c, v)
	}
	if !typed.dash {
		r.tellColumn(budget.TypedAmount, t, c, v)
	}
	if typed.hasUnit {
		return give(a, typed.unit.in(number))
	}
	return r.withUnit(t, c, v, a, number, numberFormat{})
}

func give(a budget.Amount, d decimal.Decimal) budget.Amount {
	a.State, a.Value = budget.Given, d
	return a
}

// withUnit gives an amount the unit of its column: the heading's, the caption's,
// the number format's, else the one the user named. Zero needs none. Where two are
// stated, or two price levels, the amount is not read.
func (r *reader) withUnit(
	t *records, c *column, v value, a budget.Amount, number decimal.Decimal, format numberFormat,
) budget.Amount {
	stated := c.units
	if len(stated) == 0 {
		stated = t.caption.units
	}
	if levels := t.levelsOf(c); len(levels) > 1 {
		a.State = budget.Unreadable
		r.tellColumn(budget.SeveralPriceLevels, t, c, v)
		return a
	}
	shown := format.units
	differ := len(stated) == 1 && len(shown) == 1 && stated[0] != shown[0]
	if len(stated) > 1 || len(shown) > 1 || differ || t.contradicts(c) {
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

// factor is what an amount's cell is multiplied by to be kroner: a power of ten, and
// minus one where savings are written with minus.
type factor struct {
	exponent int32
	turned   bool
}

func (f factor) decimal() decimal.Decimal {
	if f.turned {
		return decimal.New(-1, f.exponent)
	}
	return decimal.New(1, f.exponent)
}

// inKroner gives an amount a number in a unit, shown in a format that may scale it, and
// keeps the factor between the two.
func (r *reader) inKroner(a budget.Amount, number decimal.Decimal, u Unit, format numberFormat) budget.Amount {
	f := factor{exponent: int32(u) - format.scale}
	r.factors[a.Origin] = f
	return give(a, number.Mul(f.decimal()))
}

// turn gives an amount the other sign.
func (r *reader) turn(a *budget.Amount) {
	a.Value = a.Value.Neg()
	if f, known := r.factors[a.Origin]; known {
		r.factors[a.Origin] = factor{f.exponent, !f.turned}
	}
}

// levelsOf are the price levels that a column's heading states, else the caption.
func (t *records) levelsOf(c *column) []int {
	if len(c.levels) > 0 {
		return c.levels
	}
	return t.caption.levels
}

// contradicts reports whether something else above the table states another unit for a
// column: another cell of the caption, or, for a year, the caption that the other years
// go by.
func (t *records) contradicts(c *column) bool {
	if len(c.units) == 0 {
		return t.caption.otherwise
	}
	if c.role != roleYear || len(t.caption.units) != 1 || t.caption.units[0] == c.units[0] {
		return false
	}
	return slices.ContainsFunc(t.amounts(), func(other *column) bool {
		return other.role == roleYear && len(other.units) == 0
	})
}

// priceLevel is the price level of a column's amounts; 0 when none is stated.
func (r *reader) priceLevel(t *records, c *column, format numberFormat) int {
	switch levels := t.levelsOf(c); {
	case len(levels) == 1:
		return levels[0]
	case len(levels) == 0 && format.level != 0:
		return format.level
	case len(levels) == 0 && r.set.PriceLevel != 0:
		r.assume("assumed.price-level", budget.Arg{Name: "level", Value: budget.Year(r.set.PriceLevel)})
		return r.set.PriceLevel
	}
	return 0
}
