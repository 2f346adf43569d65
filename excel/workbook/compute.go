package workbook

import (
	"errors"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"videre/excel/internal/notation"
)

// Bounds of one computation: how deep brackets, and formulas in formulas, may stand, and how
// many cells it may read. What is beyond them is left to Excel.
const (
	maxFormulaDepth = 64
	maxFormulaCells = 200_000
)

var errNotComputed = errors.New("the formula is not one that is computed")

// Compute is the value of a cell's formula as Excel would show it, to 15 significant digits;
// ok is false where that is not certain. Numbers, references, + − × ÷, brackets and SUM are
// computed, in exact fractions; everything else is left to Excel.
func (b *Book) Compute(s *Sheet, at Ref) (value decimal.Decimal, ok bool) {
	e := evaluator{book: b, open: map[cellKey]bool{}}
	exact, err := e.cell(s, at, false)
	if err != nil || exact == nil {
		return decimal.Zero, false
	}
	return fifteenDigits(exact), true
}

// fifteenDigits is a fraction rounded as Excel rounds what it shows.
func fifteenDigits(r *big.Rat) decimal.Decimal {
	f := new(big.Float).SetPrec(256).SetRat(r)
	d, err := decimal.NewFromString(f.Text('e', notation.Significant-1))
	if err != nil {
		return decimal.Zero
	}
	return d
}

// evaluator computes one formula and those it draws on.
type evaluator struct {
	book  *Book
	open  map[cellKey]bool // cells being computed, against circles
	cells int
}

type cellKey struct {
	sheet int
	at    Ref
}

// cell is the number in a cell; nil for one that holds none. What SUM passes over is
// nil; elsewhere a text is no number.
func (e *evaluator) cell(s *Sheet, at Ref, summed bool) (*big.Rat, error) {
	if e.cells++; e.cells > maxFormulaCells {
		return nil, errNotComputed
	}
	c := s.Cell(at)
	switch {
	case c == nil || c.Kind == Blank && !c.HasFormula:
		return nil, nil
	case c.Kind == Number:
		d, ok := notation.StoredNumber(c.Text)
		if !ok {
			return nil, errNotComputed
		}
		return d.Rat(), nil
	case c.Kind == Blank:
		return e.formula(s, at)
	case summed && (c.Kind == Text || c.Kind == Bool):
		return nil, nil
	}
	return nil, errNotComputed
}

// formula computes the formula of a cell.
func (e *evaluator) formula(s *Sheet, at Ref) (*big.Rat, error) {
	key := cellKey{s.Index, at}
	text, ok := s.formulaText(at)
	if !ok || e.open[key] || len(e.open) > maxFormulaDepth {
		return nil, errNotComputed
	}
	e.open[key] = true
	defer delete(e.open, key)
	p := &formulaParser{evaluator: e, sheet: s, rest: strings.TrimSpace(strings.TrimPrefix(text, "="))}
	value, err := p.sum()
	if err == nil && p.blanks() != "" {
		err = errNotComputed
	}
	if value == nil {
		value = new(big.Rat)
	}
	return value, err
}
