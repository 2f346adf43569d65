package calc

var placeFunctions = []function{
	{name: "ROW", most: 1, takes: "r", do: position(func(a Area, i int) int { return a.Top + i }, true)},
	{name: "COLUMN", most: 1, takes: "r", do: position(func(a Area, i int) int { return a.Left + i }, false)},
	{name: "ROWS", least: 1, most: 1, takes: "r", do: extent(func(rows, _ int) int { return rows })},
	{name: "COLUMNS", least: 1, most: 1, takes: "r", do: extent(func(_, cols int) int { return cols })},
}

// position makes ROW and COLUMN. They read nothing.
func position(of func(a Area, i int) int, down bool) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		area := Area{e.at.Sheet, e.at.Row, e.at.Col, e.at.Row, e.at.Col}
		if len(args) > 0 {
			var ok bool
			if area, ok = args[0].(Area); !ok {
				return e.uncovered("the place of no reference")
			}
		}
		n := area.cols()
		if down {
			n = area.rows()
		}
		if !e.array || n == 1 {
			return whole(of(area, 0))
		}
		m := newMatrix(n, 1)
		if !down {
			m = newMatrix(1, n)
		}
		for i := 0; i < n && e.spend(1); i++ {
			m.cells = append(m.cells, whole(of(area, i)))
		}
		if e.stop != nil {
			return errNA
		}
		return m
	}
}

func extent(of func(rows, cols int) int) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		if v, ok := args[0].(Value); ok && v.isError() {
			return v
		}
		return whole(of(e.size(args[0])))
	}
}
