package calc

import "github.com/shopspring/decimal"

var roundingFunctions = []function{
	{name: "ROUND", least: 2, most: 2, takes: "v", do: toDigits(roundHalf)},
	{name: "ROUNDUP", least: 2, most: 2, takes: "v", do: toDigits(awayFromZero)},
	{name: "ROUNDDOWN", least: 2, most: 2, takes: "v", do: toDigits(towardsZero)},
	{name: "TRUNC", least: 1, most: 2, takes: "v", do: toDigits(towardsZero)},
	{name: "INT", least: 1, most: 1, takes: "v", do: toDigits(decimal.Decimal.Floor)},
	{name: "MROUND", least: 2, most: 2, takes: "v", do: mround},
	{name: "CEILING", least: 2, most: 2, takes: "v", do: toMultiple(decimal.Decimal.Ceil)},
	{name: "FLOOR", least: 2, most: 2, takes: "v", do: toMultiple(decimal.Decimal.Floor)},
	{name: "CEILING.MATH", least: 1, most: 3, takes: "v", do: mathMultiple(decimal.Decimal.Ceil, awayFromZero)},
	{name: "FLOOR.MATH", least: 1, most: 3, takes: "v", do: mathMultiple(decimal.Decimal.Floor, towardsZero)},
}

func roundHalf(d decimal.Decimal) decimal.Decimal   { return d.Round(0) } // half away from zero
func towardsZero(d decimal.Decimal) decimal.Decimal { return d.Truncate(0) }

func awayFromZero(d decimal.Decimal) decimal.Decimal {
	if d.IsNegative() {
		return d.Floor()
	}
	return d.Ceil()
}

// stepped takes a number to a whole one. Where a number that was computed from
// fractions lies exactly at a step, or nearer to one than binary arithmetic can tell,
// Excel may have gone either way.
func (e *evaluator) stepped(v Value, how func(decimal.Decimal) decimal.Decimal) Value {
	result := NumberOf(how(v.Number))
	if !v.Rough {
		return result
	}
	width := v.Number.Abs().Mul(tolerance)
	if width.IsZero() {
		width = e.largest.Mul(tolerance)
	}
	for _, beside := range []decimal.Decimal{v.Number.Sub(width), v.Number.Add(width)} {
		other := how(beside)
		if other.Equal(result.Number) {
			continue
		}
		if e.otherWay() {
			return NumberOf(other)
		}
		break
	}
	return result
}

// toDigits makes the functions that round to a number of decimals.
func toDigits(how func(decimal.Decimal) decimal.Decimal) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		v, digits := e.number(args[0]), whole(0)
		if len(args) > 1 {
			digits = e.count(args[1])
		}
		switch {
		case v.isError():
			return v
		case digits.isError():
			return digits
		}
		places := digits.Number.IntPart()
		switch {
		case places > maxMagnitude:
			return v
		case places < -maxMagnitude:
			return whole(0)
		}
		v.Number = v.Number.Shift(int32(places))
		v = e.stepped(v, how)
		v.Number = v.Number.Shift(int32(-places))
		return settled(v)
	}
}

// multiples rounds to a multiple.
func (e *evaluator) multiples(v, unit Value, how func(decimal.Decimal) decimal.Decimal) Value {
	return multiplied(e.stepped(divide(v, unit), how), unit)
}

// multiplied is a multiple; as a rounded number it is certain.
func multiplied(n, unit Value) Value {
	v := multiply(n, unit)
	v.Rough = false
	return v
}

func (e *evaluator) pair(args []operand) (a, b Value, fault *Value) {
	a, b = e.number(args[0]), e.number(args[1])
	switch {
	case a.isError():
		return a, b, &a
	case b.isError():
		return a, b, &b
	}
	return a, b, nil
}

func mround(e *evaluator, args []operand) operand {
	v, unit, fault := e.pair(args)
	switch {
	case fault != nil:
		return *fault
	case v.Number.IsZero() || unit.Number.IsZero():
		return whole(0)
	case v.Number.Sign() != unit.Number.Sign():
		return errNum
	}
	return e.multiples(v, unit, roundHalf)
}

// toMultiple makes CEILING and FLOOR. With a negative unit, a negative number is
// rounded the other way.
func toMultiple(how func(decimal.Decimal) decimal.Decimal) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		v, unit, fault := e.pair(args)
		switch {
		case fault != nil:
			return *fault
		case v.Number.IsZero():
			return whole(0)
		case unit.Number.IsZero() && how(half).IsZero(): // FLOOR
			return errDiv
		case unit.Number.IsZero():
			return whole(0)
		case v.Number.IsPositive() && unit.Number.IsNegative():
			return errNum
		}
		return e.multiples(v, unit, how)
	}
}

// mathMultiple makes CEILING.MATH and FLOOR.MATH; with a mode, negative numbers are
// rounded by the second rule.
func mathMultiple(how, negative func(decimal.Decimal) decimal.Decimal) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		v, unit, rule := e.number(args[0]), whole(1), how
		if len(args) > 1 {
			unit = e.number(args[1])
		}
		if len(args) > 2 {
			mode := e.truth(args[2])
			if mode.isError() {
				return mode
			}
			if mode.Bool {
				rule = negative
			}
		}
		switch {
		case v.isError():
			return v
		case unit.isError():
			return unit
		case unit.Number.IsZero():
			return whole(0)
		case !v.Number.IsNegative():
			rule = how
		}
		unit.Number = unit.Number.Abs()
		return e.multiples(v, unit, rule)
	}
}
