package reading

import (
	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
)

// Factor is what an amount's cell is multiplied by to be kroner: a power of ten, and
// minus one where savings are written with minus.
type Factor struct {
	exponent int32
	turned   bool
}

// Decimal is the factor as a number: -1000 of savings in 1.000 kr. with minus.
func (f Factor) Decimal() decimal.Decimal {
	if f.turned {
		return decimal.New(-1, f.exponent)
	}
	return decimal.New(1, f.exponent)
}

// inKroner gives an amount a number in a unit, shown in a format that may scale it, and
// keeps the factor between the two.
func (r *reader) inKroner(
	a budget.Amount, number decimal.Decimal, u notation.Unit, format notation.NumberFormat,
) budget.Amount {
	f := Factor{exponent: int32(u) - format.Scale}
	r.factors[a.Origin] = f
	return give(a, number.Mul(f.Decimal()))
}

// turn gives an amount the other sign.
func (r *reader) turn(a *budget.Amount) {
	a.Value = a.Value.Neg()
	if f, known := r.factors[a.Origin]; known {
		r.factors[a.Origin] = Factor{f.exponent, !f.turned}
	}
}
