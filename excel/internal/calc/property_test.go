package calc

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// expression draws a formula of numbers and its exact value; nil where it divides by 0.
func expression(t *rapid.T, depth int) (string, *big.Rat) {
	if depth == 0 || rapid.IntRange(0, 3).Draw(t, "leaf") == 0 {
		text := fmt.Sprintf("%d.%02d", rapid.IntRange(0, 99_999).Draw(t, "kroner"), rapid.IntRange(0, 99).Draw(t, "øre"))
		value, _ := new(big.Rat).SetString(text)
		return text, value
	}
	a, x := expression(t, depth-1)
	if rapid.IntRange(0, 5).Draw(t, "sign") == 0 {
		if x != nil {
			x = new(big.Rat).Neg(x)
		}
		return "-(" + a + ")", x
	}
	b, y := expression(t, depth-1)
	operator := rapid.SampledFrom([]string{"+", "-", "*", "/"}).Draw(t, "operator")
	formula := "(" + a + ")" + operator + "(" + b + ")"
	switch {
	case x == nil || y == nil || operator == "/" && y.Sign() == 0:
		return formula, nil
	case operator == "+":
		return formula, new(big.Rat).Add(x, y)
	case operator == "-":
		return formula, new(big.Rat).Sub(x, y)
	case operator == "*":
		return formula, new(big.Rat).Mul(x, y)
	}
	return formula, new(big.Rat).Quo(x, y)
}

// TestArithmeticIsThatOfFractions holds decimals against exact fractions: equal to 30
// digits, and to the last without a division.
func TestArithmeticIsThatOfFractions(t *testing.T) {
	g := newGrid(t, "")
	rapid.Check(t, func(t *rapid.T) {
		formula, want := expression(t, 4)
		r := Evaluate(formula, d10, g)
		if want == nil {
			if r.Value != errDiv {
				t.Fatalf("%s = %v, want #DIV/0!", formula, r.Value)
			}
			return
		}
		if r.Value == errDiv {
			return // what fractions tell from 0 may lie beyond the digits kept
		}
		if r.Value.Kind != Number {
			t.Fatalf("%s = %v, want %v", formula, r.Value, want)
		}
		off := new(big.Rat).Sub(r.Value.Number.Rat(), want)
		bound := new(big.Rat).Mul(new(big.Rat).Abs(want), new(big.Rat).SetFrac64(1, 1_000_000_000_000_000))
		bound.Mul(bound, new(big.Rat).SetFrac64(1, 1_000_000_000_000_000))
		bound.Add(bound, new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(30), nil)))
		if off.Abs(off).Cmp(bound) > 0 {
			t.Fatalf("%s = %v, off by %v", formula, r.Value, off.FloatString(60))
		}
	})
}

// TestSumsAreExact holds that terms of kroner and øre give their sum to the last øre.
func TestSumsAreExact(g *testing.T) {
	rapid.Check(g, func(t *rapid.T) {
		ore := rapid.SliceOfN(rapid.Int64Range(-1e12, 1e12), 1, 50).Draw(t, "øre")
		total, text := int64(0), ""
		for i, n := range ore {
			total += n
			text += fmt.Sprintf("A%d %s;", i+1, new(big.Rat).SetFrac64(n, 100).FloatString(2))
		}
		r := Evaluate("SUM(A:A)", d10, newGrid(g, text))
		if want := new(big.Rat).SetFrac64(total, 100); r.Value.Number.Rat().Cmp(want) != 0 {
			t.Fatalf("%v, want %s", r.Value, want.FloatString(2))
		}
	})
}

// TestMovingBackAndForthChangesNothing holds for formulas within the sheet.
func TestMovingBackAndForthChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dollar := rapid.SampledFrom([]string{"", "$"})
		cell := func() string {
			return dollar.Draw(t, "col") + columnName(rapid.IntRange(1, MaxCol).Draw(t, "c")) + dollar.Draw(t, "row") + fmt.Sprint(rapid.IntRange(1, MaxRow).Draw(t, "r"))
		}
		formula := "SUM(" + cell() + ":" + cell() + ",'B2 C3'!" + cell() + ")&\"" + cell() + "\""
		rows, cols := rapid.IntRange(-MaxRow, MaxRow).Draw(t, "rows"), rapid.IntRange(-MaxCol, MaxCol).Draw(t, "cols")
		if back := Moved(Moved(formula, rows, cols), -rows, -cols); back != formula {
			t.Fatalf("%s became %s", formula, back)
		}
	})
}
