package calc

import (
	"strings"

	"github.com/shopspring/decimal"
)

// An amount differs when it is off by half an øre or more, and by more than binary
// arithmetic can be to blame for.
var (
	leastDifference = decimal.New(5, -3)
	leastShare      = decimal.New(1, -9)
	lastDigits      = decimal.New(1, -13) // of a stored number of 15 digits, after some steps
)

// Agrees reports whether a stored result is what was computed; largestRead is the
// largest absolute value that it was computed from.
//
// Numbers differ when they are off by 0.005 or more and by more than 1e-9 of the
// largest value read, unless it is in digits that a stored number does not have: areas of
// circles in the thousands of billions. What programs write in place of one another agrees: nothing, an
// empty text and 0 where the formula gives an empty cell; 1 and TRUE; a number and its
// text; one error and another, neither being an amount.
func Agrees(stored, computed Value, largestRead decimal.Decimal) bool {
	off, comparable := Off(stored, computed, largestRead)
	return comparable && off.LessThan(leastDifference)
}

// Off is how far a stored result is from what was computed, by more than binary arithmetic
// can be to blame for: 0 where they agree. comparable is false where they differ otherwise
// than in a number. What a difference means for money is for those to say who know the unit.
func Off(stored, computed Value, largestRead decimal.Decimal) (off decimal.Decimal, comparable bool) {
	switch {
	case stored.Kind == Unknown || computed.Kind == Unknown:
		return off, false
	case computed.Kind == Blank:
		return off, empty(stored)
	case stored.Kind == Blank:
		return off, empty(computed) && computed.Kind != Number
	case stored.Kind == Error || computed.Kind == Error:
		return off, stored.Kind == computed.Kind
	case stored.Kind == Text && computed.Kind == Text:
		return off, sameStored(stored.Text, computed.Text)
	case stored.Kind == Bool && computed.Kind == Bool:
		return off, stored.Bool == computed.Bool
	}
	a, ok := asNumber(stored)
	b, ok2 := asNumber(computed)
	if !ok || !ok2 {
		return off, false
	}
	off = a.Sub(b).Abs()
	if off.LessThanOrEqual(largestRead.Abs().Mul(leastShare)) || off.LessThanOrEqual(b.Abs().Mul(lastDigits)) {
		return decimal.Zero, true
	}
	return off, true
}

// empty reports whether a value is what a cell without content may be stored as.
func empty(v Value) bool {
	switch v.Kind {
	case Text:
		return v.Text == ""
	case Number:
		return v.Number.IsZero()
	}
	return v.Kind == Blank || v.Kind == Bool && !v.Bool
}

// asNumber is a value as the number that another program may have written for it.
func asNumber(v Value) (decimal.Decimal, bool) {
	switch v.Kind {
	case Number:
		return v.Number, true
	case Bool:
		if v.Bool {
			return decimal.NewFromInt(1), true
		}
		return decimal.Zero, true
	case Text:
		d, err := decimal.NewFromString(v.Text)
		return d, err == nil && len(v.Text) < 40 && max(magnitudeOf(d), -magnitudeOf(d)) < maxMagnitude
	}
	return decimal.Zero, false
}

// sameStored compares texts as they come out of a file: line ends are those of XML, and
// a decimal separator is the one of the program's language.
func sameStored(a, b string) bool {
	return a == b || folded.Replace(a) == folded.Replace(b)
}

var folded = strings.NewReplacer("\r\n", "\n", "\r", "\n", ",", ".")
