package budget

import "github.com/shopspring/decimal"

// Figure is a computed amount in kroner, or a ratio, that may be unknown. The
// zero Figure is unknown. A total keeps the origins of its terms.
type Figure struct {
	Known bool            // false when a term could not be read
	Value decimal.Decimal // meaningful only when Known
	Terms []Origin        // the cells it was computed from
}

// exactly is the known figure d.
func exactly(d decimal.Decimal) Figure { return Figure{Known: true, Value: d} }

// zero is the known figure 0, where a sum starts.
func zero() Figure { return Figure{Known: true} }

// figureOf turns an amount into a figure. Blank adds nothing; what could not be
// read is unknown.
func figureOf(a Amount) Figure {
	switch a.State {
	case Blank:
		return zero()
	case Given:
		return Figure{Known: true, Value: a.Value, Terms: []Origin{a.Origin}}
	default:
		return Figure{Terms: []Origin{a.Origin}}
	}
}

// Plus is the sum; unknown when either term is.
func (f Figure) Plus(g Figure) Figure {
	sum := Figure{Known: f.Known && g.Known, Terms: f.Terms}
	if len(g.Terms) > 0 {
		sum.Terms = append(f.Terms[:len(f.Terms):len(f.Terms)], g.Terms...)
	}
	if sum.Known {
		sum.Value = f.Value.Add(g.Value)
	}
	return sum
}

// Minus is the difference; unknown when either is.
func (f Figure) Minus(g Figure) Figure {
	g.Value = g.Value.Neg()
	return f.Plus(g)
}

// Times is the figure scaled by an exact factor.
func (f Figure) Times(factor decimal.Decimal) Figure {
	f.Value = f.Value.Mul(factor)
	return f
}

// AtLeastZero replaces a negative figure by zero.
func (f Figure) AtLeastZero() Figure {
	if f.Known && f.Value.IsNegative() {
		f.Value = decimal.Zero
	}
	return f
}

// Positive reports whether the figure is known and above zero.
func (f Figure) Positive() bool { return f.Known && f.Value.IsPositive() }

// IsZero reports whether the figure is known and zero.
func (f Figure) IsZero() bool { return f.Known && f.Value.IsZero() }
