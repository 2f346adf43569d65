package budget

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// TestNothingMovesBetweenTheSameEditions: an edition held against itself has no
// differences, whatever the order of its projects and lines.
func TestNothingMovesBetweenTheSameEditions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := submission(t)
		once := []*Report{reviewed(s)}
		if moved := Compare(once, []*Report{reviewed(s)}); len(moved) > 0 {
			t.Errorf("%+v", moved[0])
		}
		if moved := Compare(nil, once); len(moved) != len(s.Projects) {
			t.Errorf("%d of %d projects are new", len(moved), len(s.Projects))
		}
		if moved := Compare(once, nil); len(moved) != len(s.Projects) {
			t.Errorf("%d of %d projects are gone", len(moved), len(s.Projects))
		}
	})
}

// TestAnAmountThatMovedIsNamed: one øre less in one year is one difference, in that
// year.
func TestAnAmountThatMovedIsNamed(t *testing.T) {
	line := func(last string) Submission {
		l := Line{Project: Field[string]{State: Given, Value: "A", Text: "A"}, Kind: Field[Kind]{State: Given, Value: Cost}}
		for year, amount := range map[int]string{2026: "100", 2027: "100", 2028: "100", 2029: last} {
			l.Amounts = append(l.Amounts, YearAmount{year, Amount{Field: Field[decimal.Decimal]{State: Given, Value: mustDecimal(amount)}}})
		}
		return Submission{
			Projects: []Project{{Origin: 1, Name: Field[string]{State: Given, Value: "A", Text: "A"}}},
			Lines:    []Line{l}, Years: []YearHint{{YearColumns, 2026, 1}},
		}
	}
	old, new := line("100"), line("99.99")
	moved := Compare([]*Report{reviewed(&old)}, []*Report{reviewed(&new)})
	if len(moved) != 1 || len(moved[0].Amounts) != 1 || len(moved[0].Amounts[0].Years) != 1 || moved[0].Amounts[0].Years[0] != 2029 {
		t.Fatalf("%+v", moved)
	}
}
