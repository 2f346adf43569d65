package calc

import "strings"

var subtotalFunctions = []function{
	{name: "SUBTOTAL", least: 2, most: -1, takes: "vr", do: subtotal},
	{name: "AGGREGATE", least: 3, most: -1, takes: "vva", do: aggregate},
}

// reductions are the functions of SUBTOTAL and AGGREGATE by their number; 2 and 3
// count.
var reductions = map[int64]func([]Value) Value{1: average, 4: largest, 5: smallest, 6: product,
	7: sampleDeviation, 8: deviation, 9: sum, 10: sampleVariance, 11: variance, 12: median}

// picking is what is left out of an area.
type picking struct {
	byHand bool // rows hidden by hand too; those that a filter hides always are
	filter bool // rows that a filter hides
	errors bool
	nested bool // cells that are subtotals themselves
}

func subtotal(e *evaluator, args []operand) operand {
	code := e.count(args[0])
	if code.isError() {
		return code
	}
	n := code.Number.IntPart()
	p := picking{nested: true, filter: true, byHand: n > 100}
	if n > 100 {
		n -= 100
	}
	if n < 1 || n > 11 {
		return errValue
	}
	for _, arg := range args[1:] {
		if _, ok := arg.(Area); !ok {
			return e.uncovered("SUBTOTAL of no reference")
		}
	}
	return e.reduce(n, p, args[1:])
}

// aggregate is SUBTOTAL with a choice of what is left out.
func aggregate(e *evaluator, args []operand) operand {
	code, options := e.count(args[0]), e.count(args[1])
	switch {
	case code.isError():
		return code
	case options.isError():
		return options
	}
	n, o := code.Number.IntPart(), options.Number.IntPart()
	if n < 1 || n > 19 || o < 0 || o > 7 {
		return errValue
	}
	p := picking{nested: o < 4, byHand: o%2 == 1, filter: o%2 == 1, errors: o%4 >= 2}
	if n == 14 || n == 15 {
		return e.aggregateNth(n == 14, p, args[2:])
	}
	if n > 12 {
		return e.uncovered("AGGREGATE with another function")
	}
	return e.reduce(n, p, args[2:])
}

func (e *evaluator) aggregateNth(fromTop bool, p picking, args []operand) operand {
	if len(args) != 2 {
		return errValue
	}
	k := e.number(args[1])
	if k.isError() {
		return k
	}
	values := e.picked(p, args[:1])
	list, fault := numbersOf(values)
	if fault != nil {
		return *fault
	}
	return e.pick(list, k, fromTop)
}

// reduce applies a function by its number to what is not left out.
func (e *evaluator) reduce(n int64, p picking, args []operand) Value {
	values := e.picked(p, args)
	list, fault := numbersOf(values)
	switch {
	case e.stop != nil:
		return errNA
	case n == 2:
		return whole(countKind(values, Number))
	case n == 3:
		return whole(len(values) - countKind(values, Blank))
	case fault != nil:
		return *fault
	}
	return reductions[n](list)
}

func countKind(values []Value, kind Kind) int {
	n := 0
	for _, v := range values {
		if v.Kind == kind {
			n++
		}
	}
	return n
}

func numbersOf(values []Value) (list []Value, fault *Value) {
	for i, v := range values {
		switch {
		case v.isError() && fault == nil:
			fault = &values[i]
		case v.Kind == Number:
			list = append(list, v)
		}
	}
	return list, fault
}

// picked are the values of the arguments without what is left out.
func (e *evaluator) picked(p picking, args []operand) (values []Value) {
	for _, arg := range args {
		area, ok := arg.(Area)
		if !ok {
			e.each(arg, func(v Value, _ bool) bool {
				if !p.errors || !v.isError() {
					values = append(values, v)
				}
				return true
			})
			continue
		}
		e.reads(area)
		area = e.used(area)
		for row := area.Top; row <= area.Bottom && e.spend(1); row++ {
			if !p.hides(e.cells.Hidden(area.Sheet, row)) {
				values = e.pickRow(values, p, area, row)
			}
		}
	}
	return values
}

func (p picking) hides(h Hiding) bool { return h == ByHand && p.byHand || h == ByFilter && p.filter }

func (e *evaluator) pickRow(values []Value, p picking, area Area, row int) []Value {
	for col := area.Left; col <= area.Right && e.stop == nil; col++ {
		v := e.cell(area.Sheet, row, col)
		if v.isError() && p.errors || v.Kind == Blank || p.nested && e.isSubtotal(area.Sheet, row, col) {
			continue
		}
		e.weigh(v)
		values = append(values, v)
	}
	return values
}

// isSubtotal reports whether a cell holds a subtotal. Of a formula with one somewhere
// within, it is not known what Excel does.
func (e *evaluator) isSubtotal(sheet string, row, col int) bool {
	formula := strings.ToUpper(e.cells.Formula(sheet, row, col))
	if !strings.Contains(formula, "SUBTOTAL(") && !strings.Contains(formula, "AGGREGATE(") {
		return false
	}
	n, ok := parse(formula)
	if !e.spend(len(formula)) || !ok || n.kind != nodeCall || n.text != "SUBTOTAL" && n.text != "AGGREGATE" {
		e.uncovered("subtotals within formulas")
	}
	return true
}
