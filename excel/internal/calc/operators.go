package calc

import (
	"strings"

	"github.com/shopspring/decimal"
)

// number is an operand as a number, or an error. A text counts as one only where it is
// one in every language.
func (e *evaluator) number(op operand) Value {
	v := e.scalar(op)
	switch v.Kind {
	case Number, Error:
		return v
	case Bool:
		if v.Bool {
			return whole(1)
		}
		return whole(0)
	case Text:
		d, ok, known := plainNumber(v.Text)
		switch {
		case !known:
			return e.uncovered("text as a number")
		case !ok:
			return errValue
		}
		e.coerced = true
		return settled(NumberOf(d))
	}
	return whole(0)
}

// text is an operand as a text, or an error. It may hold decimalMark.
func (e *evaluator) text(op operand) Value {
	v := e.scalar(op)
	switch v.Kind {
	case Text, Error:
		return v
	case Number:
		text, ok := numberText(v.Number)
		if !ok {
			return e.uncovered("text of a number")
		}
		return TextOf(text)
	case Bool:
		return e.uncovered("text of a truth value") // SAND in Danish
	}
	return TextOf("")
}

// truth is an operand as a truth value, or an error.
func (e *evaluator) truth(op operand) Value {
	v := e.scalar(op)
	switch v.Kind {
	case Bool, Error:
		return v
	case Number:
		return BoolOf(e.compare("<>", v, whole(0)).Bool)
	case Text:
		if len(v.Text) > 2 && len(v.Text) < 12 {
			return e.uncovered("text as a truth value") // SAND is one in Danish
		}
		return errValue
	}
	return BoolOf(false)
}

func (e *evaluator) unary(n *node) operand {
	op := e.eval(n.args[0])
	switch n.text {
	case "+":
		return op
	case "@":
		return e.single(op)
	}
	return e.lift([]operand{op}, func(args []Value) Value {
		v := e.number(args[0])
		switch {
		case v.isError():
		case n.text == "-":
			v.Number = v.Number.Neg()
		default:
			v.Number, v.Rough = v.Number.Shift(-2), v.Rough || !v.Number.IsZero()
		}
		return v
	})
}

// single is the one value that stands for an operand.
func (e *evaluator) single(op operand) Value {
	array := e.array
	e.array = false
	defer func() { e.array = array }()
	return e.scalar(op)
}

func (e *evaluator) binary(n *node) operand {
	left, right := e.eval(n.args[0]), e.eval(n.args[1])
	if n.text == ":" {
		return e.span(left, right)
	}
	return e.lift([]operand{left, right}, func(args []Value) Value { return e.operate(n.text, args[0], args[1]) })
}

// operate applies an operator; the error of the left side comes first.
func (e *evaluator) operate(operator string, a, b Value) Value {
	switch {
	case a.isError():
		return a
	case b.isError():
		return b
	case operator == "&":
		return e.join(a, b)
	case strings.ContainsAny(operator, "=<>"):
		return e.compare(operator, a, b)
	}
	if operator == "^" {
		e.spend(powerSteps)
	}
	a, b = e.number(a), e.number(b)
	switch {
	case a.isError():
		return a
	case b.isError():
		return b
	}
	return arithmetic[operator](a, b)
}

// powerSteps is how many steps a power takes, which multiplies some twenty times.
const powerSteps = 32

var arithmetic = map[string]func(a, b Value) Value{"+": add, "-": subtract, "*": multiply, "/": divide, "^": power}

func (e *evaluator) join(values ...Value) Value {
	var b strings.Builder
	for _, v := range values {
		t := e.text(v)
		if t.isError() {
			return t
		}
		if b.WriteString(t.Text); b.Len() > 4*maxText {
			return errValue
		}
		e.spend(len(t.Text) / 64)
	}
	return e.bounded(b.String())
}

// bounded is a text, or the error that Excel gives for one too long.
func (e *evaluator) bounded(s string) Value {
	if len(s) > maxText {
		if len(utf16Units(s)) > maxText {
			return errValue
		}
	}
	return TextOf(s)
}

// compare applies a comparison.
func (e *evaluator) compare(operator string, a, b Value) Value {
	rule := e.order
	if operator == "=" || operator == "<>" {
		rule = e.same
	}
	order, near := rule(a, b)
	var holds bool
	switch operator {
	case "=":
		holds = order == 0
	case "<>":
		holds = order != 0
	case "<":
		holds = order < 0
	case "<=":
		holds = order <= 0
	case ">":
		holds = order > 0
	default:
		holds = order >= 0
	}
	return BoolOf(holds != (near && e.otherWay()))
}

// same is order, for equality: texts need no alphabet for it.
func (e *evaluator) same(a, b Value) (order int, near bool) {
	a, b = counterpart(a, b), counterpart(b, a)
	if a.Kind != Text || b.Kind != Text {
		return e.order(a, b)
	}
	if sameText(a.Text, b.Text) {
		return 0, false
	}
	if strings.Contains(a.Text+b.Text, decimalMark) && sameText(unmarked(a.Text), unmarked(b.Text)) {
		e.uncovered("text of a number")
	}
	return 1, false
}

func sameText(a, b string) bool { return strings.EqualFold(a, b) }

// unmarked is a text with every sign that may be a decimal separator alike.
func unmarked(s string) string { return strings.NewReplacer(decimalMark, ".", ",", ".").Replace(s) }

// counterpart is a value as it is compared with another: a blank is 0, "" or FALSE.
func counterpart(v, other Value) Value {
	if v.Kind != Blank {
		return v
	}
	switch other.Kind {
	case Text:
		return TextOf("")
	case Bool:
		return BoolOf(false)
	}
	return whole(0)
}

var rank = [...]int{Blank: 0, Number: 0, Text: 1, Bool: 2, Error: 3, Unknown: 3}

// order is where a stands to b: numbers come before texts, texts before truth values.
// near tells that Excel's binary arithmetic may see it otherwise.
func (e *evaluator) order(a, b Value) (order int, near bool) {
	a, b = counterpart(a, b), counterpart(b, a)
	if d := rank[a.Kind] - rank[b.Kind]; d != 0 {
		return d, false
	}
	switch a.Kind {
	case Number:
		return a.Number.Cmp(b.Number), (a.Rough || b.Rough) && close(a.Number, b.Number)
	case Text:
		return e.alphabet(a.Text, b.Text), false
	case Bool:
		switch {
		case a.Bool == b.Bool:
			return 0, false
		case b.Bool:
			return -1, false
		}
		return 1, false
	}
	return 0, false
}

// alphabet is the order of two texts, where every language has the same.
func (e *evaluator) alphabet(a, b string) int {
	if sameText(a, b) {
		return 0
	}
	if !plainLetters(a) || !plainLetters(b) {
		e.uncovered("order of texts")
	}
	return strings.Compare(strings.ToLower(a), strings.ToLower(b))
}

// plainLetters reports whether a text is put in order alike everywhere: letters, digits and
// blanks, without the "aa" that Danish puts after z.
func plainLetters(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c != ' ' && !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
			return false
		}
	}
	return !strings.Contains(strings.ToLower(s), "aa")
}

// tolerance is how near to a step, relative to its size, a number is that binary
// arithmetic may put on the other side of it.
var tolerance = decimal.New(1, -12)

func close(a, b decimal.Decimal) bool {
	return a.Sub(b).Abs().LessThanOrEqual(decimal.Max(a.Abs(), b.Abs()).Mul(tolerance))
}

// otherWay notes that a step could be taken the other way, and reports whether it is to
// be.
func (e *evaluator) otherWay() bool {
	e.edge = true
	return e.flip
}
