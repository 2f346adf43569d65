package calc

import "github.com/shopspring/decimal"

var logicFunctions = []function{
	{name: "IF", least: 2, most: 3, lazy: ifThen},
	{name: "IFS", least: 2, most: -1, lazy: ifs},
	{name: "SWITCH", least: 3, most: -1, lazy: switchOn},
	{name: "CHOOSE", least: 2, most: -1, lazy: choose},
	{name: "IFERROR", least: 2, most: 2, lazy: unless(Value.isError)},
	{name: "IFNA", least: 2, most: 2, lazy: unless(func(v Value) bool { return v == errNA })},
	{name: "AND", least: 1, most: -1, takes: "r", do: combined(func(trues, all int) bool { return trues == all })},
	{name: "OR", least: 1, most: -1, takes: "r", do: combined(func(trues, _ int) bool { return trues > 0 })},
	{name: "XOR", least: 1, most: -1, takes: "r", do: combined(func(trues, _ int) bool { return trues%2 == 1 })},
	{name: "NOT", least: 1, most: 1, takes: "v", do: not},
	{name: "TRUE", do: func(*evaluator, []operand) operand { return BoolOf(true) }},
	{name: "FALSE", do: func(*evaluator, []operand) operand { return BoolOf(false) }},
}

// ifThen reads only the branch taken; where the condition is an array, both.
func ifThen(e *evaluator, args []*node) operand {
	condition := e.eval(args[0])
	if e.spread(condition) == nil {
		c := e.truth(condition)
		switch {
		case c.isError():
			return c
		case c.Bool:
			return e.eval(args[1])
		case len(args) > 2:
			return e.eval(args[2])
		}
		return BoolOf(false)
	}
	branches := []operand{condition, e.eval(args[1]), BoolOf(false)}
	if len(args) > 2 {
		branches[2] = e.eval(args[2])
	}
	return e.lift(branches, func(v []Value) Value {
		c := e.truth(v[0])
		switch {
		case c.isError():
			return c
		case c.Bool:
			return v[1]
		}
		return v[2]
	})
}

// one evaluates an argument that must be one value.
func (e *evaluator) one(n *node) Value {
	op := e.eval(n)
	if e.spread(op) != nil {
		return e.uncovered("an array where one value is read")
	}
	return e.scalar(op)
}

func ifs(e *evaluator, args []*node) operand {
	for i := 0; i+1 < len(args) && e.stop == nil; i += 2 {
		switch c := e.truth(e.one(args[i])); {
		case c.isError():
			return c
		case c.Bool:
			return e.eval(args[i+1])
		}
	}
	return errNA
}

func switchOn(e *evaluator, args []*node) operand {
	subject := e.one(args[0])
	if subject.isError() {
		return subject
	}
	i := 1
	for ; i+1 < len(args) && e.stop == nil; i += 2 {
		switch c := e.operate("=", subject, e.one(args[i])); {
		case c.isError():
			return c
		case c.Bool:
			return e.eval(args[i+1])
		}
	}
	if i < len(args) {
		return e.eval(args[i])
	}
	return errNA
}

func choose(e *evaluator, args []*node) operand {
	index := e.count(e.one(args[0]))
	if index.isError() {
		return index
	}
	n := index.Number.IntPart()
	if n < 1 || n >= int64(len(args)) {
		return errValue
	}
	return e.eval(args[n])
}

// unless makes IFERROR and IFNA: the second argument is read only where the first is
// such an error.
func unless(such func(Value) bool) func(e *evaluator, args []*node) operand {
	return func(e *evaluator, args []*node) operand {
		op := e.eval(args[0])
		if e.spread(op) != nil {
			return e.lift([]operand{op, e.eval(args[1])}, func(v []Value) Value {
				if such(v[0]) {
					return v[1]
				}
				return v[0]
			})
		}
		if v := e.scalar(op); !such(v) {
			return v
		}
		return e.eval(args[1])
	}
}

// combined makes AND, OR and XOR. Texts and blanks in cells are passed over.
func combined(rule func(trues, all int) bool) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		trues, all, fault := 0, 0, Value{}
		for _, arg := range args {
			e.each(arg, func(v Value, direct bool) bool {
				if !direct && (v.Kind == Text || v.Kind == Blank) {
					return true
				}
				c := e.truth(v)
				if c.isError() {
					fault = c
					return false
				}
				if all++; c.Bool {
					trues++
				}
				return true
			})
			if fault.isError() {
				return fault
			}
		}
		if all == 0 {
			return errValue
		}
		return BoolOf(rule(trues, all))
	}
}

func not(e *evaluator, args []operand) operand {
	c := e.truth(args[0])
	if !c.isError() {
		c.Bool = !c.Bool
	}
	return c
}

// count is a number cut to a whole one, as counts and positions are; it is within ±1E9.
func (e *evaluator) count(op operand) Value {
	v := e.number(op)
	if v.isError() {
		return v
	}
	v = e.stepped(v, func(d decimal.Decimal) decimal.Decimal { return d.Truncate(0) })
	if magnitudeOf(v.Number) > 9 {
		return errNum
	}
	return v
}
