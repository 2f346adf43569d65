package workbook

import (
	"github.com/shopspring/decimal"

	"videre/excel/internal/calc"
	"videre/excel/internal/notation"
)

// Bounds of computing: how deep formulas without stored results may rest on one another, and
// what may be spent on all the formulas of a book, a step being about a cell that is read.
// What is beyond them is left to Excel.
const (
	maxFormulaDepth = 256
	maxBookWork     = 1 << 22
)

// What it costs to take a formula apart, in steps: to begin, and for how many bytes one.
const (
	evaluation  = 10
	bytesInStep = 8
)

// uncertain is the value of a formula that is left to Excel.
var uncertain = calc.Value{Kind: calc.Unknown}

// Compute is the number that a cell's formula gives, to 15 significant digits as Excel would
// show it; ok is false where that is not certain, or where it gives no number. Formulas
// without a stored result that it rests on are computed too. What is left to Excel are
// formulas of arrays, a text that is taken for a number, a rounding or comparison that
// Excel's binary arithmetic may see otherwise, and all that [calc] does not cover.
func (b *Book) Compute(s *Sheet, at Ref) (value decimal.Decimal, ok bool) {
	c := b.cells()
	v := c.result(c.order[s.Index], s.real(at))
	if v.Kind != calc.Number {
		return decimal.Zero, false
	}
	return fifteenDigits(v.Number), true
}

// fifteenDigits is a number rounded as Excel rounds what it shows.
func fifteenDigits(d decimal.Decimal) decimal.Decimal {
	if extra := d.NumDigits() - notation.Significant; extra > 0 {
		return d.Round(-d.Exponent() - int32(extra))
	}
	return d
}

// result computes a formula, once.
func (c *bookCells) result(of *sheetCells, at Ref) calc.Value {
	key := cellKey{of.index, at}
	if known, ok := c.results[key]; ok {
		return known
	}
	if c.work > maxBookWork || c.open[key] || len(c.open) > maxFormulaDepth {
		return uncertain
	}
	text, array := of.formula(at)
	if text == "" || array {
		return uncertain
	}
	c.open[key] = true
	r := c.evaluate(of, at, text, false)
	delete(c.open, key)
	found := uncertain
	if r.Status == calc.Done && !r.Coerced && r.Value.Kind != calc.Error && r.Value.String() == r.Also.String() {
		found = r.Value
	}
	if found.Kind == calc.Blank { // what refers to an empty cell shows 0
		found = calc.NumberOf(decimal.Zero)
	}
	if len(c.open) == 0 || found.Kind != calc.Unknown { // what a circle or a bound ended may go on from elsewhere
		c.results[key] = found
	}
	return found
}

// evaluate computes a formula one step, as long as the book's work is not all spent.
func (c *bookCells) evaluate(of *sheetCells, at Ref, text string, array bool) calc.Result {
	if c.work > maxBookWork {
		return calc.Result{Status: calc.TooMuch}
	}
	r := calc.Evaluate(text, calc.Place{Sheet: of.name, Row: at.Row, Col: at.Col, Array: array}, c)
	c.work += r.Work + evaluation + len(text)/bytesInStep
	return r
}
