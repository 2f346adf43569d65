package calc

import "github.com/shopspring/decimal"

var arithmeticFunctions = []function{
	{name: "ABS", least: 1, most: 1, takes: "v", do: ofNumber(absolute)},
	{name: "SIGN", least: 1, most: 1, takes: "v", do: sign1},
	{name: "SQRT", least: 1, most: 1, takes: "v", do: ofNumber(squareRoot)},
	{name: "POWER", least: 2, most: 2, takes: "v", do: ofNumbers(power)},
	{name: "QUOTIENT", least: 2, most: 2, takes: "v", do: quotient},
	{name: "MOD", least: 2, most: 2, takes: "v", do: mod},
}

// ofNumber makes a function of one number.
func ofNumber(f func(Value) Value) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		v := e.number(args[0])
		if v.isError() {
			return v
		}
		return f(v)
	}
}

// ofNumbers makes a function of two numbers.
func ofNumbers(f func(a, b Value) Value) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		a, b, fault := e.pair(args)
		if fault != nil {
			return *fault
		}
		return f(a, b)
	}
}

func absolute(v Value) Value {
	v.Number = v.Number.Abs()
	return v
}

func sign1(e *evaluator, args []operand) operand {
	v := e.number(args[0])
	switch {
	case v.isError():
		return v
	case v.Rough && v.Number.IsZero() && e.otherWay():
		return whole(1)
	}
	return whole(v.Number.Sign())
}

func quotient(e *evaluator, args []operand) operand {
	a, b, fault := e.pair(args)
	if fault != nil {
		return *fault
	}
	q := divide(a, b)
	if q.isError() {
		return q
	}
	return e.stepped(q, towardsZero)
}

// maxQuotient bounds what MOD divides; Excel gives #NUM! somewhere above it.
const maxQuotient = 12

func mod(e *evaluator, args []operand) operand {
	a, b, fault := e.pair(args)
	if fault != nil {
		return *fault
	}
	q := divide(a, b)
	switch {
	case q.isError():
		return q
	case magnitudeOf(q.Number) > maxQuotient:
		return e.uncovered("MOD of a very large number")
	}
	return subtract(a, multiply(b, e.stepped(q, decimal.Decimal.Floor)))
}
