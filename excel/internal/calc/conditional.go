package calc

var conditionalFunctions = []function{
	{name: "COUNTIF", least: 2, most: 2, takes: "rx", do: countIfs},
	{name: "COUNTIFS", least: 2, most: -1, takes: pairs(""), do: countIfs},
	{name: "SUMIF", least: 2, most: 3, takes: "rxr", do: ofOne(sum)},
	{name: "AVERAGEIF", least: 2, most: 3, takes: "rxr", do: ofOne(average)},
	{name: "SUMIFS", least: 3, most: -1, takes: pairs("r"), do: ofMany(sum)},
	{name: "AVERAGEIFS", least: 3, most: -1, takes: pairs("r"), do: ofMany(average)},
	{name: "MAXIFS", least: 3, most: -1, takes: pairs("r"), do: ofMany(largest)},
	{name: "MINIFS", least: 3, most: -1, takes: pairs("r"), do: ofMany(smallest)},
}

// maxPairs is how many ranges and criteria Excel allows.
const maxPairs = 127

// pairs is how ranges and criteria in turn are taken.
func pairs(before string) string {
	for range maxPairs {
		before += "rx"
	}
	return before
}

// condition is a range and what is asked of its cells.
type condition struct {
	area Area
	criterion
}

// conditions reads ranges and criteria in turn, all of one shape.
func (e *evaluator) conditions(args []operand) (list []condition, fault *Value) {
	if len(args)%2 != 0 || len(args) > 2*maxPairs {
		return nil, &errValue
	}
	for i := 0; i < len(args); i += 2 {
		area, ok := args[i].(Area)
		if !ok {
			if v, isValue := args[i].(Value); isValue && v.isError() {
				return nil, &v
			}
			e.uncovered("criteria on an array")
			return nil, &errValue
		}
		e.reads(area)
		list = append(list, condition{area, e.criterion(e.scalar(args[i+1]))})
		if area.rows() != list[0].area.rows() || area.cols() != list[0].area.cols() {
			return nil, &errValue
		}
	}
	return list, nil
}

// eachMatch visits the places where all conditions hold, counted from the areas' first
// cells, as far as any area is in use; beyond is the number of places after that, if
// the conditions hold there.
func (e *evaluator) eachMatch(list []condition, values *Area, visit func(row, col int)) (beyond int) {
	h, w := 0, 0
	widen := func(a Area) {
		a = e.used(a)
		h, w = max(h, a.rows()), max(w, a.cols())
	}
	blank := true
	for _, c := range list {
		widen(c.area)
		blank = blank && c.blank
	}
	if values != nil {
		widen(*values)
	}
	for i := 0; i < h*w && e.spend(1); i++ {
		if row, col := i/w, i%w; e.allHold(list, row, col) {
			visit(row, col)
		}
	}
	if !blank {
		return 0
	}
	return list[0].area.rows()*list[0].area.cols() - h*w
}

func (e *evaluator) allHold(list []condition, row, col int) bool {
	for _, c := range list {
		v := e.cell(c.area.Sheet, c.area.Top+row, c.area.Left+col)
		passes := c.test(v)
		if passes && v.isError() && c.blank {
			e.uncovered("criteria on errors") // "<>x", and whether an error is that is not certain
		}
		if !passes {
			return false
		}
	}
	return true
}

func countIfs(e *evaluator, args []operand) operand {
	list, fault := e.conditions(args)
	if fault != nil {
		return *fault
	}
	n := 0
	beyond := e.eachMatch(list, nil, func(int, int) { n++ })
	return whole(n + beyond)
}

// ofOne makes SUMIF and AVERAGEIF: the values stand in the third argument, in the shape
// of the first, or else in the first itself.
func ofOne(f func([]Value) Value) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		list, fault := e.conditions(args[:2])
		if fault != nil {
			return *fault
		}
		values, ok := args[len(args)-1].(Area)
		if len(args) == 2 {
			values, ok = list[0].area, true
		}
		if !ok {
			return e.uncovered("criteria on an array")
		}
		return e.matching(list, values.part(0, 0, list[0].area.rows(), list[0].area.cols()), f)
	}
}

// ofMany makes SUMIFS and its kin: the values stand in the first argument, in the shape
// of all others.
func ofMany(f func([]Value) Value) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		list, fault := e.conditions(args[1:])
		if fault != nil {
			return *fault
		}
		values, ok := args[0].(Area)
		switch {
		case !ok:
			return e.uncovered("criteria on an array")
		case values.rows() != list[0].area.rows() || values.cols() != list[0].area.cols():
			return errValue
		}
		return e.matching(list, values, f)
	}
}

func (e *evaluator) matching(list []condition, values Area, f func([]Value) Value) Value {
	e.reads(values)
	var found []Value
	e.eachMatch(list, &values, func(row, col int) {
		if v := e.cell(values.Sheet, values.Top+row, values.Left+col); v.Kind == Number || v.isError() {
			e.weigh(v)
			found = append(found, v)
		}
	})
	numbers, fault := numbersOf(found)
	switch {
	case fault != nil:
		return *fault
	case e.stop != nil:
		return errNA
	}
	return f(numbers)
}
