package calc

import (
	"slices"

	"github.com/shopspring/decimal"
)

var informationFunctions = []function{
	{name: "ISBLANK", least: 1, most: 1, takes: "x", do: is(func(v Value) bool { return v.Kind == Blank })},
	{name: "ISNUMBER", least: 1, most: 1, takes: "x", do: is(func(v Value) bool { return v.Kind == Number })},
	{name: "ISTEXT", least: 1, most: 1, takes: "x", do: is(func(v Value) bool { return v.Kind == Text })},
	{name: "ISNONTEXT", least: 1, most: 1, takes: "x", do: is(func(v Value) bool { return v.Kind != Text })},
	{name: "ISLOGICAL", least: 1, most: 1, takes: "x", do: is(func(v Value) bool { return v.Kind == Bool })},
	{name: "ISERROR", least: 1, most: 1, takes: "x", do: is(Value.isError)},
	{name: "ISERR", least: 1, most: 1, takes: "x", do: is(func(v Value) bool { return v.isError() && v != errNA })},
	{name: "ISNA", least: 1, most: 1, takes: "x", do: is(func(v Value) bool { return v == errNA })},
	{name: "ISREF", least: 1, most: 1, takes: "r", do: isReferenceTo},
	{name: "ISEVEN", least: 1, most: 1, takes: "v", do: parity(0)},
	{name: "ISODD", least: 1, most: 1, takes: "v", do: parity(1)},
	{name: "NA", do: func(*evaluator, []operand) operand { return errNA }},
	{name: "N", least: 1, most: 1, takes: "v", do: numberOrZero},
	{name: "T", least: 1, most: 1, takes: "v", do: textOrEmpty},
	{name: "ERROR.TYPE", least: 1, most: 1, takes: "x", do: errorType},
	{name: "SINGLE", least: 1, most: 1, takes: "r", do: single},
}

func single(e *evaluator, args []operand) operand { return e.single(args[0]) }

func is(test func(Value) bool) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand { return BoolOf(test(e.scalar(args[0]))) }
}

func isReferenceTo(_ *evaluator, args []operand) operand {
	_, ok := args[0].(Area)
	return BoolOf(ok)
}

func parity(odd int64) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		v := e.number(args[0])
		if v.isError() {
			return v
		}
		n := e.stepped(v, towardsZero).Number
		return BoolOf(n.Abs().Mod(decimal.NewFromInt(2)).Equal(decimal.NewFromInt(odd)))
	}
}

func numberOrZero(e *evaluator, args []operand) operand {
	v := e.scalar(args[0])
	if v.Kind == Text {
		return whole(0)
	}
	return e.number(v)
}

func textOrEmpty(e *evaluator, args []operand) operand {
	if v := e.scalar(args[0]); v.Kind == Text {
		return v
	}
	return TextOf("")
}

func errorType(e *evaluator, args []operand) operand {
	v := e.scalar(args[0])
	if i := slices.Index(errorNames, v.Text); v.isError() && i >= 0 {
		return whole(i + 1)
	}
	return errNA
}
