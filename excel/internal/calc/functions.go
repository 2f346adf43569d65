package calc

import "slices"

// function is a function that formulas may call: an entry in one of the lists below.
type function struct {
	name        string
	least, most int // arguments; most is -1 for any number
	// takes says of every argument how it is taken, the last letter holding for all that
	// follow: v one value, whose error is the result and which is taken element by element
	// where it is an array; x the same, errors let through; r a reference or an array;
	// a the same, with areas standing for all their cells in it.
	takes string
	do    func(e *evaluator, args []operand) operand
	// lazy functions evaluate only the arguments that they need.
	lazy func(e *evaluator, args []*node) operand
}

// functions are all that are covered.
var functions = index(logicFunctions, roundingFunctions, arithmeticFunctions, floatFunctions, sumFunctions,
	statisticsFunctions, subtotalFunctions, conditionalFunctions, lookupFunctions, placeFunctions,
	informationFunctions, textFunctions, dateFunctions, financeFunctions)

func index(lists ...[]function) map[string]function {
	all := map[string]function{}
	for _, f := range slices.Concat(lists...) {
		all[f.name] = f
	}
	return all
}

// volatile are the functions whose result depends on more than the cells they name.
var volatile = map[string]bool{"NOW": true, "TODAY": true, "RAND": true, "RANDBETWEEN": true, "RANDARRAY": true,
	"OFFSET": true, "INDIRECT": true, "CELL": true, "INFO": true}

// external are the functions that ask something outside of the workbook.
var external = map[string]bool{"CUBEVALUE": true, "CUBEMEMBER": true, "CUBESET": true, "CUBESETCOUNT": true,
	"CUBERANKEDMEMBER": true, "CUBEMEMBERPROPERTY": true, "CUBEKPIMEMBER": true, "WEBSERVICE": true, "RTD": true,
	"STOCKHISTORY": true}

// call evaluates a function.
func (e *evaluator) call(n *node) operand {
	f, ok := e.functions[n.text]
	switch {
	case volatile[n.text]:
		return e.end(Volatile, n.text)
	case external[n.text]:
		return e.end(External, n.text)
	case !ok:
		return e.uncovered(n.text)
	case len(n.args) < f.least || f.most >= 0 && len(n.args) > f.most:
		return e.uncovered(n.text + " with other arguments")
	case f.lazy != nil:
		return f.lazy(e, n.args)
	}
	args := make([]operand, len(n.args))
	for i, arg := range n.args {
		args[i] = e.argument(f.taken(i), arg)
	}
	return e.apply(f, args)
}

// taken is the letter of an argument.
func (f function) taken(i int) byte { return f.takes[min(i, len(f.takes)-1)] }

// argument evaluates one argument.
func (e *evaluator) argument(taken byte, n *node) operand {
	if taken != 'a' {
		return e.eval(n)
	}
	array := e.array
	e.array = true
	defer func() { e.array = array }()
	return e.eval(n)
}

// apply calls a function, once or for every element.
func (e *evaluator) apply(f function, args []operand) operand {
	var at []int
	var values []operand
	for i, arg := range args {
		if taken := f.taken(i); taken == 'v' || taken == 'x' {
			at, values = append(at, i), append(values, arg)
		}
	}
	if !slices.ContainsFunc(values, func(op operand) bool { return e.spread(op) != nil }) {
		return e.once(f, args, at)
	}
	return e.lift(values, func(elements []Value) Value {
		these := slices.Clone(args)
		for i, v := range elements {
			these[at[i]] = v
		}
		return e.scalar(e.once(f, these, at))
	})
}

// once calls a function; at lists the arguments that are one value.
func (e *evaluator) once(f function, args []operand, at []int) operand {
	for _, i := range at {
		v := e.scalar(args[i])
		if args[i] = v; v.isError() && f.taken(i) == 'v' {
			return v
		}
	}
	if e.stop != nil {
		return errNA
	}
	return f.do(e, args)
}
