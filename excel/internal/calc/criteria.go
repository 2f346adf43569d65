package calc

import "strings"

// criterion is what COUNTIF and its kin ask of a cell.
type criterion struct {
	test  func(Value) bool
	blank bool // an empty cell passes
}

func (e *evaluator) asks(test func(Value) bool) criterion { return criterion{test, test(Value{})} }

// criterion reads one: a value that cells must equal, or a text such as ">=10", "<>" or
// "a*".
func (e *evaluator) criterion(v Value) criterion {
	switch v.Kind {
	case Number:
		return e.numeric("=", v)
	case Blank:
		return e.numeric("=", whole(0))
	case Bool, Error:
		return e.asks(func(c Value) bool { return c.Kind == v.Kind && c.Bool == v.Bool && c.Text == v.Text })
	}
	operator, operand := "", v.Text
	for _, o := range []string{"<>", "<=", ">=", "=", "<", ">"} {
		if rest, ok := strings.CutPrefix(v.Text, o); ok {
			operator, operand = o, rest
			break
		}
	}
	return e.worded(operator, operand)
}

// worded reads a criterion that is written as a text.
func (e *evaluator) worded(operator, operand string) criterion {
	number, ok, known := plainNumber(operand)
	switch {
	case operand == "":
		return e.emptiness(operator)
	case ok:
		return e.numeric(operator, NumberOf(number))
	case !known:
		e.uncovered("text as a number")
	case sameText(operand, "TRUE"), sameText(operand, "FALSE"), sameText(operand, "SAND"), sameText(operand, "FALSK"):
		e.uncovered("text as a truth value")
	case strings.HasPrefix(operand, "#"):
		e.uncovered("criterion on errors")
	case strings.Contains(operand, decimalMark):
		e.uncovered("text of a number")
	}
	if operator == "<" || operator == ">" || operator == "<=" || operator == ">=" {
		return e.asks(func(c Value) bool { return c.Kind == Text && e.compare(operator, c, TextOf(operand)).Bool })
	}
	equal := func(c Value) bool { return sameText(c.Text, operand) }
	if hasWildcard(operand) {
		p := newPattern(operand)
		equal = func(c Value) bool { return e.matches(p, c.Text) }
	}
	return e.asks(func(c Value) bool { return (c.Kind == Text && equal(c)) != (operator == "<>") })
}

// emptiness is a criterion without an operand: "" asks for nothing or an empty text,
// "=" for nothing, "<>" for something.
func (e *evaluator) emptiness(operator string) criterion {
	switch operator {
	case "":
		return e.asks(func(c Value) bool { return c.Kind == Blank || c == TextOf("") })
	case "=":
		return e.asks(func(c Value) bool { return c.Kind == Blank })
	case "<>":
		return e.asks(func(c Value) bool { return c.Kind != Blank })
	}
	e.uncovered("criterion without a value")
	return e.asks(func(Value) bool { return false })
}

// numeric compares with numbers; a text that reads as a number counts as one where
// equality is asked for.
func (e *evaluator) numeric(operator string, number Value) criterion {
	if operator == "" {
		operator = "="
	}
	return e.asks(func(c Value) bool {
		if c.Kind == Text && (operator == "=" || operator == "<>") {
			if d, ok, _ := plainNumber(c.Text); ok {
				c = NumberOf(d)
			}
		}
		if c.Kind != Number {
			return operator == "<>"
		}
		return e.compare(operator, c, number).Bool
	})
}
