package calc

var sumFunctions = []function{
	{name: "SUM", least: 1, most: -1, takes: "r", do: overNumbers(sum)},
	{name: "PRODUCT", least: 1, most: -1, takes: "r", do: overNumbers(product)},
	{name: "AVERAGE", least: 1, most: -1, takes: "r", do: overNumbers(average)},
	{name: "MIN", least: 1, most: -1, takes: "r", do: overNumbers(smallest)},
	{name: "MAX", least: 1, most: -1, takes: "r", do: overNumbers(largest)},
	{name: "SUMSQ", least: 1, most: -1, takes: "r", do: overNumbers(squares)},
	{name: "COUNT", least: 1, most: -1, takes: "r", do: countNumbers},
	{name: "COUNTA", least: 1, most: -1, takes: "r", do: countFilled},
	{name: "COUNTBLANK", least: 1, most: 1, takes: "r", do: countBlank},
	{name: "SUMPRODUCT", least: 1, most: -1, takes: "a", do: sumProduct},
}

// numbers are the numbers among the arguments, as SUM takes them: of cells and arrays
// only what is a number, of what is written in the formula what can be one. The first
// error is returned.
func (e *evaluator) numbers(args []operand) (list []Value, fault *Value) {
	for _, arg := range args {
		e.each(arg, func(v Value, direct bool) bool {
			switch {
			case v.Kind == Error:
			case direct:
				v = e.number(v)
			case v.Kind != Number:
				return true
			}
			if v.isError() {
				fault = &v
				return false
			}
			list = append(list, v)
			return true
		})
		if fault != nil {
			return nil, fault
		}
	}
	return list, nil
}

// overNumbers makes the functions of the numbers among the arguments.
func overNumbers(f func([]Value) Value) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		list, fault := e.numbers(args)
		switch {
		case fault != nil:
			return *fault
		case e.stop != nil:
			return errNA
		}
		return f(list)
	}
}

func sum(list []Value) Value { return fold(whole(0), list, add) }

func product(list []Value) Value {
	if len(list) == 0 {
		return whole(0)
	}
	return fold(whole(1), list, multiply)
}

func squares(list []Value) Value {
	return fold(whole(0), list, func(total, v Value) Value {
		return either(multiply(v, v), func(v Value) Value { return add(total, v) })
	})
}

// fold joins numbers from the left, until there is an error.
func fold(total Value, list []Value, join func(total, v Value) Value) Value {
	for _, v := range list {
		if total = join(total, v); total.isError() {
			return total
		}
	}
	return total
}

// either is an error, or what is made of a value that is none.
func either(v Value, then func(Value) Value) Value {
	if v.isError() {
		return v
	}
	return then(v)
}

func average(list []Value) Value {
	return either(sum(list), func(total Value) Value { return divide(total, whole(len(list))) })
}

func smallest(list []Value) Value { return extreme(list, -1) }
func largest(list []Value) Value  { return extreme(list, 1) }

func extreme(list []Value, side int) Value {
	if len(list) == 0 {
		return whole(0)
	}
	best := list[0]
	for _, v := range list[1:] {
		if v.Number.Cmp(best.Number) == side {
			best = v
		}
	}
	return best
}

func countNumbers(e *evaluator, args []operand) operand {
	n := 0
	for _, arg := range args {
		e.each(arg, func(v Value, direct bool) bool {
			if v.Kind == Number || direct && v.Kind != Error && !e.number(v).isError() {
				n++
			}
			return true
		})
	}
	return whole(n)
}

func countFilled(e *evaluator, args []operand) operand {
	n := 0
	for _, arg := range args {
		e.each(arg, func(v Value, direct bool) bool {
			if direct || v.Kind != Blank {
				n++
			}
			return true
		})
	}
	return whole(n)
}

// countBlank counts empty cells, those beyond the used range too, and empty texts.
func countBlank(e *evaluator, args []operand) operand {
	area, ok := args[0].(Area)
	if !ok {
		return e.uncovered("COUNTBLANK of no reference")
	}
	n := area.rows() * area.cols()
	e.each(area, func(v Value, _ bool) bool {
		if v.Kind != Blank && v != TextOf("") {
			n--
		}
		return true
	})
	return whole(n)
}

// sumProduct multiplies arrays element by element; what is no number counts as 0.
func sumProduct(e *evaluator, args []operand) operand {
	if len(args) == 1 {
		return overNumbers(sum)(e, args)
	}
	list := make([]*matrix, len(args))
	for i, arg := range args {
		list[i] = e.matrix(arg)
		if list[i].rows != list[0].rows || list[i].cols != list[0].cols {
			return errValue
		}
	}
	h, w := list[0].h, list[0].w
	for _, m := range list[1:] {
		h, w = max(h, m.h), max(w, m.w)
	}
	if list[0].trimmed() && !allBlankBeyond(list) {
		return e.uncovered("whole columns as an array")
	}
	total := whole(0)
	for i := 0; i < h*w && e.spend(1); i++ {
		term := productAt(list, i/w, i%w)
		if total = either(term, func(v Value) Value { return add(total, v) }); total.isError() {
			return total
		}
	}
	return total
}

// allBlankBeyond reports whether the elements that are not held add nothing.
func allBlankBeyond(list []*matrix) bool {
	for _, m := range list {
		if m.rest.Kind != Number && m.rest.Kind != Error || m.rest.Kind == Number && m.rest.Number.IsZero() {
			return true
		}
	}
	return false
}

func productAt(list []*matrix, row, col int) Value {
	term := whole(1)
	for _, m := range list {
		v := m.at(row, col)
		switch v.Kind {
		case Error:
			return v
		case Number:
			if term = multiply(term, v); term.isError() {
				return term
			}
		default:
			term = whole(0)
		}
	}
	return term
}
