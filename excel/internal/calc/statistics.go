package calc

import (
	"slices"

	"github.com/shopspring/decimal"
)

var statisticsFunctions = []function{
	{name: "MEDIAN", least: 1, most: -1, takes: "r", do: overNumbers(median)},
	{name: "LARGE", least: 2, most: 2, takes: "rv", do: nth(true)},
	{name: "SMALL", least: 2, most: 2, takes: "rv", do: nth(false)},
	{name: "RANK", least: 2, most: 3, takes: "vrv", do: rankOf},
	{name: "RANK.EQ", least: 2, most: 3, takes: "vrv", do: rankOf},
	{name: "VAR", least: 1, most: -1, takes: "r", do: overNumbers(sampleVariance)},
	{name: "VAR.S", least: 1, most: -1, takes: "r", do: overNumbers(sampleVariance)},
	{name: "VARP", least: 1, most: -1, takes: "r", do: overNumbers(variance)},
	{name: "VAR.P", least: 1, most: -1, takes: "r", do: overNumbers(variance)},
	{name: "STDEV", least: 1, most: -1, takes: "r", do: overNumbers(sampleDeviation)},
	{name: "STDEV.S", least: 1, most: -1, takes: "r", do: overNumbers(sampleDeviation)},
	{name: "STDEVP", least: 1, most: -1, takes: "r", do: overNumbers(deviation)},
	{name: "STDEV.P", least: 1, most: -1, takes: "r", do: overNumbers(deviation)},
}

func sorted(list []Value) []Value {
	return slices.SortedFunc(slices.Values(list), func(a, b Value) int { return a.Number.Cmp(b.Number) })
}

func median(list []Value) Value {
	if len(list) == 0 {
		return errNum
	}
	list = sorted(list)
	middle := len(list) / 2
	if len(list)%2 == 1 {
		return list[middle]
	}
	return either(add(list[middle-1], list[middle]), func(v Value) Value { return divide(v, whole(2)) })
}

// nth makes LARGE and SMALL.
func nth(fromTop bool) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		list, fault := e.numbers(args[:1])
		if fault != nil {
			return *fault
		}
		k := e.number(args[1])
		if k.isError() {
			return k
		}
		return e.pick(list, k, fromTop)
	}
}

// pick is the k-th of numbers, k rounded up.
func (e *evaluator) pick(list []Value, k Value, fromTop bool) Value {
	n := e.stepped(k, decimal.Decimal.Ceil).Number
	if n.IsNegative() || n.IsZero() || n.GreaterThan(decimal.NewFromInt(int64(len(list)))) {
		return errNum
	}
	i := int(n.IntPart()) - 1
	if fromTop {
		i = len(list) - 1 - i
	}
	return sorted(list)[i]
}

func rankOf(e *evaluator, args []operand) operand {
	v, ascending := e.number(args[0]), BoolOf(false)
	if len(args) > 2 {
		ascending = e.truth(args[2])
	}
	list, fault := e.numbers(args[1:2])
	switch {
	case fault != nil:
		return *fault
	case v.isError():
		return v
	case ascending.isError():
		return ascending
	}
	before, found := 1, false
	for _, other := range list {
		order := other.Number.Cmp(v.Number)
		found = found || order == 0
		if order < 0 && ascending.Bool || order > 0 && !ascending.Bool {
			before++
		}
	}
	if !found {
		return errNA
	}
	return whole(before)
}

// spreadOf is the sum of the squared distances from the mean, divided.
func spreadOf(list []Value, divisor int) Value {
	if divisor < 1 {
		return errDiv
	}
	return either(average(list), func(mean Value) Value {
		distances := make([]Value, len(list))
		for i, v := range list {
			if distances[i] = subtract(v, mean); distances[i].isError() {
				return distances[i]
			}
		}
		return either(squares(distances), func(v Value) Value { return divide(v, whole(divisor)) })
	})
}

func sampleVariance(list []Value) Value  { return spreadOf(list, len(list)-1) }
func variance(list []Value) Value        { return spreadOf(list, len(list)) }
func sampleDeviation(list []Value) Value { return either(sampleVariance(list), squareRoot) }
func deviation(list []Value) Value       { return either(variance(list), squareRoot) }
