package calc

import "strconv"

// operand is what an argument may be: a Value, an Area (a reference that has not been
// read) or a *matrix.
type operand interface{ isOperand() }

func (Value) isOperand()   {}
func (Area) isOperand()    {}
func (*matrix) isOperand() {}

// matrix is an array of values, by rows. Of a whole column only the rows in use are
// held; rest is the value of all others.
type matrix struct {
	rows, cols int
	h, w       int // of what is held
	cells      []Value
	rest       Value
}

// heldWhole is the number of values up to which all of an array is held.
const heldWhole = 1 << 16

func newMatrix(rows, cols int) *matrix { return &matrix{rows: rows, cols: cols, h: rows, w: cols} }

// at is a value, counted from 0.
func (m *matrix) at(row, col int) Value {
	if row >= m.h || col >= m.w {
		return m.rest
	}
	return m.cells[row*m.w+col]
}

func (m *matrix) trimmed() bool { return m.h < m.rows || m.w < m.cols }

// used is the part of an area that holds anything.
func (e *evaluator) used(a Area) Area {
	row, col := e.cells.Used(a.Sheet)
	a.Bottom, a.Right = min(a.Bottom, row), min(a.Right, col)
	return a
}

// reads notes that an area is read.
func (e *evaluator) reads(a Area) {
	if a = e.used(a); a.rows() < 1 || a.cols() < 1 || e.known[a] {
		return
	}
	if len(e.areas) == maxAreas {
		e.end(TooMuch, "")
		return
	}
	e.known[a] = true
	e.areas = append(e.areas, a)
}

// cell is the stored value of a cell. What it reads must have been noted.
func (e *evaluator) cell(sheet string, row, col int) Value {
	if !e.spend(1) {
		return errNA
	}
	v := e.cells.Value(sheet, row, col)
	switch v.Kind {
	case Unknown:
		return e.end(Unstored, sheet+"!"+columnName(col)+strconv.Itoa(row))
	case Number:
		return settled(v)
	}
	return v
}

// weigh notes a number that is computed with.
func (e *evaluator) weigh(v Value) {
	if v.Kind == Number && v.Number.Abs().GreaterThan(e.largest) {
		e.largest = v.Number.Abs()
	}
}

// scalar is an operand as one value. An area gives the cell in the formula's own row or
// column; an array its first.
func (e *evaluator) scalar(op operand) Value {
	switch op := op.(type) {
	case Value:
		return op
	case *matrix:
		return op.at(0, 0)
	case Area:
		row, col, ok := e.intersect(op)
		if !ok {
			return errValue
		}
		e.reads(Area{op.Sheet, row, col, row, col})
		v := e.cell(op.Sheet, row, col)
		e.weigh(v)
		return v
	}
	return errValue
}

// intersect is the cell of an area that stands for it where one value is wanted.
func (e *evaluator) intersect(a Area) (row, col int, ok bool) {
	switch {
	case a.single(), e.array:
		return a.Top, a.Left, true
	case a.cols() == 1 && e.at.Row >= a.Top && e.at.Row <= a.Bottom:
		return e.at.Row, a.Left, true
	case a.rows() == 1 && e.at.Col >= a.Left && e.at.Col <= a.Right:
		return a.Top, e.at.Col, true
	}
	return 0, 0, false
}

// spread is an operand as a matrix, where it is more than one value and may be so here;
// else nil.
func (e *evaluator) spread(op operand) *matrix {
	switch op := op.(type) {
	case *matrix:
		return op
	case Area:
		if e.array && !op.single() {
			return e.matrix(op)
		}
	}
	return nil
}

// matrix is an operand as an array.
func (e *evaluator) matrix(op operand) *matrix {
	switch op := op.(type) {
	case *matrix:
		return op
	case Area:
		m := newMatrix(op.rows(), op.cols())
		if m.rows*m.cols > heldWhole {
			held := e.used(op)
			m.h, m.w = max(0, held.rows()), max(0, held.cols())
		}
		e.reads(op)
		for i := 0; i < m.h*m.w && e.stop == nil; i++ {
			v := e.cell(op.Sheet, op.Top+i/m.w, op.Left+i%m.w)
			e.weigh(v)
			m.cells = append(m.cells, v)
		}
		if e.stop != nil {
			return newMatrix(0, 0)
		}
		return m
	}
	m := newMatrix(1, 1)
	m.cells = []Value{e.scalar(op)}
	return m
}

// each visits the values of an operand until visit returns false; those that stand
// outside of the used range are not visited. direct tells of a value that is no cell's
// and in no array.
func (e *evaluator) each(op operand, visit func(v Value, direct bool) bool) {
	switch op := op.(type) {
	case Value:
		visit(op, true)
	case *matrix:
		if op.trimmed() && op.rest.Kind != Blank && op.rest != (Value{Kind: Bool}) && !op.rest.Number.IsZero() {
			e.uncovered("whole columns as an array")
		}
		for _, v := range op.cells {
			if !e.spend(1) || !visit(v, false) {
				return
			}
		}
	case Area:
		e.reads(op)
		e.eachCell(op, visit)
	}
}

func (e *evaluator) eachCell(a Area, visit func(v Value, direct bool) bool) {
	a = e.used(a)
	for row := a.Top; row <= a.Bottom; row++ {
		for col := a.Left; col <= a.Right; col++ {
			v := e.cell(a.Sheet, row, col)
			e.weigh(v)
			if e.stop != nil || !visit(v, false) {
				return
			}
		}
	}
}

// lift does to every element what do does to values; an argument that is one value
// holds for all. With no array among them it is done once.
func (e *evaluator) lift(args []operand, do func(args []Value) Value) operand {
	spread := make([]*matrix, len(args))
	values := make([]Value, len(args))
	for i, arg := range args {
		if spread[i] = e.spread(arg); spread[i] == nil {
			values[i] = e.scalar(arg)
		}
	}
	result := e.shape(spread)
	if result == nil {
		return do(values)
	}
	for i := 0; i < result.h*result.w && e.spend(1); i++ {
		for k, m := range spread {
			if m != nil {
				values[k] = m.stretched(i/result.w, i%result.w)
			}
		}
		result.cells = append(result.cells, do(append([]Value(nil), values...)))
	}
	if e.stop != nil {
		return errNA
	}
	if result.trimmed() {
		for k, m := range spread {
			if m != nil {
				values[k] = m.beyond()
			}
		}
		result.rest = do(values)
	}
	return result
}

// shape is the empty result of arrays taken element by element; nil for none.
func (e *evaluator) shape(spread []*matrix) *matrix {
	var result *matrix
	trimmed := false
	for _, m := range spread {
		if m == nil {
			continue
		}
		if result == nil {
			result = newMatrix(0, 0)
		}
		result.rows, result.cols = max(result.rows, m.rows), max(result.cols, m.cols)
		trimmed = trimmed || m.trimmed()
	}
	if result == nil {
		return nil
	}
	result.h, result.w = result.rows, result.cols
	if trimmed {
		e.trim(result, spread)
	}
	if result.h*result.w > maxWork {
		e.end(TooMuch, "")
	}
	return result
}

// trim cuts what is held of a result to what is held of its terms, which must be of one
// shape.
func (e *evaluator) trim(result *matrix, spread []*matrix) {
	result.h, result.w = 0, 0
	for _, m := range spread {
		switch {
		case m == nil, m.rows == 1 && m.cols == 1:
		case m.rows != result.rows || m.cols != result.cols:
			e.uncovered("whole columns as an array")
		default:
			result.h, result.w = max(result.h, m.h), max(result.w, m.w)
		}
	}
}

// beyond is the value of all elements that are not held.
func (m *matrix) beyond() Value {
	if m.rows == 1 && m.cols == 1 {
		return m.at(0, 0)
	}
	return m.rest
}

// stretched is an element where one row or column stands for all.
func (m *matrix) stretched(row, col int) Value {
	if m.rows == 1 {
		row = 0
	}
	if m.cols == 1 {
		col = 0
	}
	if row >= m.rows || col >= m.cols {
		return errNA
	}
	return m.at(row, col)
}
