package calc

import (
	"math"
	"strconv"

	"github.com/shopspring/decimal"
)

// Roots, logarithms and other numbers without an end cannot be exact. They are taken
// from binary floats at 15 digits, as Excel does, which is far within the tolerance of
// the comparison; nothing else in this package is.

func floatPower(x, y decimal.Decimal) float64 { return math.Pow(float(x), float(y)) }

// fromFloat is a float at the digits Excel shows.
func fromFloat(f float64) Value {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return errNum
	}
	d, err := decimal.NewFromString(strconv.FormatFloat(f, 'e', excelDigits-1, 64))
	if err != nil {
		return errNum
	}
	return settled(rough(d))
}

var floatFunctions = []function{
	{name: "EXP", least: 1, most: 1, takes: "v", do: ofFloat(math.Exp)},
	{name: "LN", least: 1, most: 1, takes: "v", do: ofPositive(math.Log)},
	{name: "LOG10", least: 1, most: 1, takes: "v", do: ofPositive(math.Log10)},
	{name: "LOG", least: 1, most: 2, takes: "v", do: logarithm},
	{name: "PI", do: func(*evaluator, []operand) operand { return fromFloat(math.Pi) }},
}

func ofFloat(f func(float64) float64) func(*evaluator, []operand) operand {
	return func(e *evaluator, args []operand) operand {
		v := e.number(args[0])
		if v.isError() {
			return v
		}
		return fromFloat(f(float(v.Number)))
	}
}

func ofPositive(f func(float64) float64) func(*evaluator, []operand) operand {
	return func(e *evaluator, args []operand) operand {
		v := e.number(args[0])
		if v.isError() {
			return v
		}
		if !v.Number.IsPositive() {
			return errNum
		}
		return fromFloat(f(float(v.Number)))
	}
}

func logarithm(e *evaluator, args []operand) operand {
	x, base := e.number(args[0]), whole(10)
	if len(args) > 1 {
		base = e.number(args[1])
	}
	switch {
	case x.isError():
		return x
	case base.isError():
		return base
	case !x.Number.IsPositive() || !base.Number.IsPositive():
		return errNum
	case base.Number.Equal(decimal.NewFromInt(1)):
		return errDiv
	}
	return fromFloat(math.Log(float(x.Number)) / math.Log(float(base.Number)))
}
