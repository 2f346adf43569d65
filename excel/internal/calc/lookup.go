package calc

import "github.com/shopspring/decimal"

var lookupFunctions = []function{
	{name: "VLOOKUP", least: 3, most: 4, takes: "vrvv", do: tableLookup(true)},
	{name: "HLOOKUP", least: 3, most: 4, takes: "vrvv", do: tableLookup(false)},
	{name: "LOOKUP", least: 2, most: 3, takes: "va", do: lookup},
	{name: "XLOOKUP", least: 3, most: 6, lazy: xlookup},
	{name: "MATCH", least: 2, most: 3, takes: "vrv", do: match},
	{name: "XMATCH", least: 2, most: 4, takes: "vrvv", do: xmatch},
	{name: "INDEX", least: 2, most: 4, takes: "avvv", do: indexInto},
}

// line is one row or column of an area or array, to be searched.
type line struct {
	from operand // Area or *matrix
	n    int
	held int // how many may be filled
	down bool
}

// line is an operand as one to be searched; ok is false for a rectangle.
func (e *evaluator) line(op operand) (l line, ok bool) {
	rows, cols := e.size(op)
	return e.lineAlong(op, cols == 1), rows == 1 || cols == 1
}

// lineAlong is the first column or the first row of an operand.
func (e *evaluator) lineAlong(op operand, down bool) line {
	rows, cols := e.size(op)
	l := line{from: op, n: cols, down: down}
	if down {
		l.n = rows
	}
	switch from := op.(type) {
	case Area:
		if down {
			from.Right = from.Left
		} else {
			from.Bottom = from.Top
		}
		l.from = from
		e.reads(from)
		if used := e.used(from); used.rows() > 0 && used.cols() > 0 {
			l.held = used.rows() * used.cols()
		}
	case *matrix:
		l.held = l.n
		if from.trimmed() {
			e.uncovered("whole columns as an array")
		}
	default:
		m := newMatrix(1, 1)
		m.cells = []Value{e.scalar(op)}
		l.from, l.held = m, 1
	}
	return l
}

// size is the shape of an operand.
func (e *evaluator) size(op operand) (rows, cols int) {
	switch op := op.(type) {
	case Area:
		return op.rows(), op.cols()
	case *matrix:
		return op.rows, op.cols
	}
	return 1, 1
}

// element is one of a line; it is only compared with, so it is not weighed.
func (e *evaluator) element(l line, i int) Value {
	row, col := 0, i
	if l.down {
		row, col = i, 0
	}
	switch from := l.from.(type) {
	case Area:
		return e.cell(from.Sheet, from.Top+row, from.Left+col)
	case *matrix:
		e.spend(1)
		return from.at(row, col)
	}
	return errValue
}

// part is a rectangle of an operand, for the result of a look-up.
func (e *evaluator) part(op operand, row, col, rows, cols int) operand {
	switch op := op.(type) {
	case Area:
		return op.part(row, col, rows, cols)
	case *matrix:
		m := newMatrix(rows, cols)
		for i := 0; i < rows*cols && e.spend(1); i++ {
			m.cells = append(m.cells, op.at(row+i/cols, col+i%cols))
		}
		if rows == 1 && cols == 1 && e.stop == nil {
			return m.at(0, 0)
		}
		if e.stop != nil {
			return errNA
		}
		return m
	}
	return op
}

// exactly is the place of the first element that equals a key; -1 for none. wild tells
// whether * and ? mean anything; backwards, the last one is found.
func (e *evaluator) exactly(key Value, l line, wild, backwards bool) int {
	test := e.equals(key, wild)
	for k := 0; k < l.held && e.stop == nil; k++ {
		i := k
		if backwards {
			i = l.held - 1 - k
		}
		if test(e.element(l, i)) {
			return i
		}
	}
	return -1
}

// equals makes the test whether an element is the one looked for. An empty key is
// looked for as 0, and where there is a 0 that is not certain.
func (e *evaluator) equals(key Value, wild bool) func(Value) bool {
	if key.Kind == Text && wild && hasWildcard(key.Text) {
		p := newPattern(key.Text)
		return func(v Value) bool { return v.Kind == Text && e.matches(p, v.Text) }
	}
	empty := key.Kind == Blank
	if empty {
		key = whole(0)
	}
	return func(v Value) bool {
		if v.Kind != key.Kind || !e.compare("=", v, key).Bool {
			return false
		}
		if empty {
			e.uncovered("look-up of an empty cell")
		}
		return true
	}
}

// nearest is the place of the last element that is not above the key, in a line that is
// sorted upwards; or, downwards, the last that is not below. -1 for none. What is of
// another kind than the key is passed over. Excel halves the line, so where it is not
// sorted the result is anybody's.
func (e *evaluator) nearest(key Value, l line, downwards bool) int {
	if key.Kind == Blank {
		key = whole(0)
	}
	found, previous := -1, Value{}
	for i := 0; i < l.held && e.stop == nil; i++ {
		v := e.element(l, i)
		if v.Kind != key.Kind {
			continue
		}
		if previous.Kind != Blank && e.above(previous, v, downwards) {
			e.uncovered("approximate look-up in an unsorted range")
		}
		if previous = v; !e.above(v, key, downwards) {
			found = i
		}
	}
	return found
}

func (e *evaluator) above(a, b Value, downwards bool) bool {
	if downwards {
		return e.compare("<", a, b).Bool
	}
	return e.compare(">", a, b).Bool
}

// maxKey is the longest text that Excel looks for.
const maxKey = 255

// tableLookup makes VLOOKUP and HLOOKUP.
func tableLookup(down bool) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		key, index, near := e.scalar(args[0]), e.count(args[2]), BoolOf(true)
		if len(args) > 3 {
			near = e.truth(args[3])
		}
		rows, cols := e.size(args[1])
		if v, ok := args[1].(Value); ok && v.isError() {
			return v
		}
		width := cols
		if !down {
			width = rows
		}
		switch {
		case index.isError():
			return index
		case near.isError():
			return near
		case index.Number.LessThan(decimal.NewFromInt(1)), len(key.Text) > maxKey:
			return errValue
		case index.Number.GreaterThan(decimal.NewFromInt(int64(width))):
			return errRef
		}
		at := e.locate(key, e.lineAlong(args[1], down), near.Bool)
		across := int(index.Number.IntPart()) - 1
		switch {
		case at < 0:
			return errNA
		case down:
			return e.part(args[1], at, across, 1, 1)
		}
		return e.part(args[1], across, at, 1, 1)
	}
}

func (e *evaluator) locate(key Value, l line, near bool) int {
	if near {
		return e.nearest(key, l, false)
	}
	return e.exactly(key, l, true, false)
}

// lookup searches one line and answers from another; of one rectangle, its longer side
// is searched and the opposite one answers.
func lookup(e *evaluator, args []operand) operand {
	key := e.scalar(args[0])
	rows, cols := e.size(args[1])
	down := cols == 1 || rows > 1 && rows >= cols
	if len(args) == 3 && rows > 1 && cols > 1 {
		return e.uncovered("LOOKUP in a rectangle")
	}
	at := e.nearest(key, e.lineAlong(args[1], down), false)
	switch {
	case at < 0:
		return errNA
	case len(args) == 2 && down:
		return e.part(args[1], at, cols-1, 1, 1)
	case len(args) == 2:
		return e.part(args[1], rows-1, at, 1, 1)
	}
	return e.along(args[2], at)
}

// along is an element of a row or a column.
func (e *evaluator) along(op operand, at int) operand {
	rows, cols := e.size(op)
	switch {
	case rows > 1 && cols > 1, at >= rows*cols:
		return errNA
	case cols == 1:
		return e.part(op, at, 0, 1, 1)
	}
	return e.part(op, 0, at, 1, 1)
}

func match(e *evaluator, args []operand) operand {
	key, kind := e.scalar(args[0]), 1
	if len(args) > 2 {
		v := e.number(args[2])
		if v.isError() {
			return v
		}
		kind = v.Number.Sign()
	}
	if v, ok := args[1].(Value); ok && v.isError() {
		return v
	}
	l, ok := e.line(args[1])
	at := -1
	switch {
	case len(key.Text) > maxKey:
		return errValue
	case !ok:
	case kind == 0:
		at = e.exactly(key, l, true, false)
	default:
		at = e.nearest(key, l, kind < 0)
	}
	if at < 0 {
		return errNA
	}
	return whole(at + 1)
}

// xplace is what XLOOKUP and XMATCH have in common: the place of a key; -1 for none.
func (e *evaluator) xplace(key Value, l line, modes []operand) (at int, fault *Value) {
	mode, search := whole(0), whole(1)
	if len(modes) > 0 {
		mode = e.count(modes[0])
	}
	if len(modes) > 1 {
		search = e.count(modes[1])
	}
	switch {
	case mode.isError():
		return -1, &mode
	case search.isError():
		return -1, &search
	}
	direction := search.Number.IntPart()
	if direction != 1 && direction != -1 {
		e.uncovered("look-up by halving")
	}
	switch m := mode.Number.IntPart(); m {
	case 0, 2:
		return e.exactly(key, l, m == 2, direction < 0), nil
	case -1, 1:
		if at = e.exactly(key, l, false, direction < 0); at < 0 {
			at = e.closest(key, l, int(m))
		}
		return at, nil
	}
	return -1, &errValue
}

// closest is the place of the nearest element on one side of the key, in any order.
func (e *evaluator) closest(key Value, l line, side int) int {
	found, best := -1, Value{}
	for i := 0; i < l.held && e.stop == nil; i++ {
		v := e.element(l, i)
		if v.Kind != key.Kind || e.above(v, key, false) != (side > 0) {
			continue
		}
		if found < 0 || e.above(v, best, side > 0) {
			found, best = i, v
		}
	}
	return found
}

// xlookup evaluates what to answer for a key that is not found only then.
func xlookup(e *evaluator, args []*node) operand {
	key := e.one(args[0])
	if key.isError() {
		return key
	}
	within, answers := e.eval(args[1]), e.eval(args[2])
	for _, op := range []operand{within, answers} {
		if v, ok := op.(Value); ok && v.isError() {
			return v
		}
	}
	l, ok := e.line(within)
	if !ok {
		return errValue
	}
	var modes []operand
	for _, arg := range args[min(4, len(args)):] {
		modes = append(modes, e.mode(arg, len(modes)))
	}
	at, fault := e.xplace(key, l, modes)
	switch {
	case fault != nil:
		return *fault
	case at >= 0:
		return e.answer(answers, l, at)
	case len(args) > 3 && args[3].kind != nodeMissing:
		return e.eval(args[3])
	}
	return errNA
}

// mode is an argument that names a mode; left out, it is the first one.
func (e *evaluator) mode(n *node, i int) Value {
	if n.kind == nodeMissing {
		return whole(i)
	}
	return e.one(n)
}

// answer is the row or column of the answers that belongs to a place of the line.
func (e *evaluator) answer(answers operand, l line, at int) operand {
	rows, cols := e.size(answers)
	switch {
	case l.n == 1:
		return answers
	case l.down && rows == l.n:
		return e.part(answers, at, 0, 1, cols)
	case !l.down && cols == l.n:
		return e.part(answers, 0, at, rows, 1)
	}
	return errValue
}

func xmatch(e *evaluator, args []operand) operand {
	if v, ok := args[1].(Value); ok && v.isError() {
		return v
	}
	l, ok := e.line(args[1])
	if !ok {
		return errValue
	}
	at, fault := e.xplace(e.scalar(args[0]), l, args[2:])
	switch {
	case fault != nil:
		return *fault
	case at < 0:
		return errNA
	}
	return whole(at + 1)
}

// indexInto is a cell, a row or a column of an operand; 0 asks for all of them.
func indexInto(e *evaluator, args []operand) operand {
	rows, cols := e.size(args[0])
	row, col := e.count(args[1]), whole(0)
	if len(args) > 2 {
		col = e.count(args[2])
	}
	switch v, isValue := args[0].(Value); {
	case isValue && v.isError():
		return v
	case row.isError():
		return row
	case col.isError():
		return col
	case len(args) > 3:
		return e.uncovered("INDEX of several areas")
	}
	r, c := int(row.Number.IntPart()), int(col.Number.IntPart())
	if len(args) == 2 && rows == 1 && cols > 1 {
		r, c = 1, r
	}
	if len(args) == 2 && rows > 1 && cols > 1 && r > 0 {
		return e.rowOf(args[0], r, rows, cols)
	}
	switch {
	case r < 0 || c < 0:
		return errValue
	case r > rows || c > cols:
		return errRef
	}
	height, width := 1, 1
	if r == 0 {
		r, height = 1, rows
	}
	if c == 0 {
		c, width = 1, cols
	}
	return e.part(args[0], r-1, c-1, height, width)
}

// rowOf is a whole row; as a reference of one row it is #REF! in older versions.
func (e *evaluator) rowOf(op operand, r, rows, cols int) operand {
	if r > rows {
		return errRef
	}
	if !e.array {
		return e.uncovered("INDEX of a whole row")
	}
	return e.part(op, r-1, 0, 1, cols)
}
