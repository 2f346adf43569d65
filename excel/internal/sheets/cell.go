package sheets

// Cell is a value and its cell style.
type Cell struct {
	Value any // a text, a number, a [Formula], a [Linked], or nil for a cell that holds nothing
	Style Style
}

// Cell is a cell with a value in this style.
func (s Style) Cell(value any) Cell { return Cell{value, s} }

// Formula is a formula with its result.
type Formula struct {
	Text   string
	Result any
}

// Linked is a text that leads to a file, by a path relative to the workbook's folder.
type Linked struct{ Text, Target, Tip string }

// text is the cell's text; ok is false for one that holds something else.
func (c Cell) text() (text string, ok bool) {
	if v, ok := c.Value.(Linked); ok {
		return v.Text, true
	}
	text, ok = c.Value.(string)
	return text, ok
}
