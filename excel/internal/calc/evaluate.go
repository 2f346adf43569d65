package calc

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Status is how an evaluation ended.
type Status uint8

// The ways an evaluation ends.
const (
	Done      Status = iota // there is a value
	Uncovered               // a function or a construct that is not evaluated, or not with certainty
	Volatile                // the result depends on the clock, on chance or on what is done to the workbook
	External                // another workbook is read
	Unstored                // a cell is read whose value is not known
	TooMuch                 // more work than one formula is given
	Malformed               // no formula
)

func (s Status) String() string {
	return [...]string{"done", "uncovered", "volatile", "external", "unstored", "too much", "malformed"}[s]
}

// Result is what came of a formula.
type Result struct {
	Status Status
	Why    string // the function or construct, or the cell, that ended the evaluation
	Value  Value
	// Also is the value that Excel's binary arithmetic may have instead, where the result
	// hangs on a comparison or a rounding of a number exactly at its step: in decimals
	// 0.7+0.1 times 10 is 8, in Excel its INT is 7. It equals Value everywhere else.
	Also Value
	// Read lists the cells that were read, within the used range of their sheets.
	Read []Area
	// Largest is the largest absolute value among the numbers that were computed with.
	// Numbers that were only compared with, such as the keys of a look-up, do not count.
	Largest decimal.Decimal
	// Coerced tells that a text was taken for a number, as Excel takes it.
	Coerced bool
	// Work is how many steps it took, about one for each cell read; one evaluation has a
	// bound, and a caller that evaluates many may want one for all.
	Work int
}

// Agrees reports whether a stored result is what the formula gives; see [Agrees].
func (r Result) Agrees(stored Value) bool {
	return Agrees(stored, r.Value, r.Largest) || Agrees(stored, r.Also, r.Largest)
}

// Off is how far a stored result is from what the formula gives; see [Off].
func (r Result) Off(stored Value) (off decimal.Decimal, comparable bool) {
	off, comparable = Off(stored, r.Value, r.Largest)
	if comparable && off.IsZero() {
		return off, true
	}
	also, other := Off(stored, r.Also, r.Largest)
	if other && (!comparable || also.LessThan(off)) {
		return also, true
	}
	return off, comparable
}

// Evaluate computes a formula from the stored values of the cells that it reads.
func Evaluate(formula string, at Place, cells Cells) Result {
	n, ok := parse(formula)
	if !ok {
		return Result{Status: Malformed}
	}
	e := newEvaluator(at, cells)
	value := e.finish(n)
	r := Result{Value: value, Also: value, Read: e.areas, Largest: e.largest, Coerced: e.coerced,
		Work: e.work}
	if e.stop != nil {
		r.Status, r.Why = e.stop.status, e.stop.why
		return r
	}
	if e.edge {
		other := newEvaluator(at, cells)
		other.flip = true
		if also := other.finish(n); other.stop == nil {
			r.Also = also
		}
		r.Work += other.work
	}
	return r
}

// Bounds of one evaluation. Excel has no longer text in a cell than maxText.
const (
	maxWork  = 1 << 21
	maxAreas = 1 << 12
	maxText  = 32_767
)

// evaluator evaluates one formula. What ends the evaluation is kept in stop, so that
// functions need not pass it on; after it every value is meaningless.
type evaluator struct {
	cells     Cells
	at        Place
	functions map[string]function
	array     bool // areas stand for all their cells
	flip      bool // steps are taken the other way
	edge      bool // some step could be taken the other way
	coerced   bool // a text was taken for a number
	work      int
	depth     int
	stop      *stop
	areas     []Area
	known     map[Area]bool
	largest   decimal.Decimal
}

type stop struct {
	status Status
	why    string
}

func newEvaluator(at Place, cells Cells) *evaluator {
	if name, ok := cells.Sheet(at.Sheet); ok {
		at.Sheet = name
	}
	return &evaluator{cells: cells, at: at, functions: functions, array: at.Array, known: map[Area]bool{}}
}

// finish is the value of the whole formula, as a cell would hold it.
func (e *evaluator) finish(n *node) Value {
	v := e.scalar(e.eval(n))
	if v.Kind == Text {
		v.Text = strings.ReplaceAll(v.Text, decimalMark, ".")
	}
	return v
}

// end ends the evaluation.
func (e *evaluator) end(status Status, why string) Value {
	if e.stop == nil {
		e.stop = &stop{status, why}
	}
	return errNA
}

func (e *evaluator) uncovered(why string) Value { return e.end(Uncovered, why) }

// spend reports whether there is work left to be done.
func (e *evaluator) spend(n int) bool {
	if e.stop != nil {
		return false
	}
	if e.work += n; e.work > maxWork {
		e.end(TooMuch, "")
		return false
	}
	return true
}

// eval is the value of a part of the formula.
func (e *evaluator) eval(n *node) operand {
	if !e.spend(1) {
		return errNA
	}
	switch n.kind {
	case nodeValue:
		return n.value
	case nodeMissing:
		return Value{}
	case nodeArea:
		return e.area(n)
	case nodeName:
		return e.name(n)
	case nodeTable:
		return e.table(n)
	case nodeCall:
		return e.call(n)
	case nodeUnary:
		return e.unary(n)
	case nodeBinary:
		return e.binary(n)
	case nodeArray:
		return e.constants(n)
	}
	return e.end(n.status, n.text)
}

// constants is an array of constants.
func (e *evaluator) constants(n *node) operand {
	m := newMatrix(len(n.args)/n.cols, n.cols)
	for _, arg := range n.args {
		m.cells = append(m.cells, arg.value)
	}
	return m
}

// Function is the function that ended the evaluation; "" where something else did.
func (r Result) Function() string {
	if r.Status != Uncovered && r.Status != Volatile && r.Status != External {
		return ""
	}
	name, _, _ := strings.Cut(r.Why, " ")
	if name != strings.ToUpper(name) || strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._") != "" {
		return ""
	}
	return name
}
