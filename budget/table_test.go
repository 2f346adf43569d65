package budget

import (
	"testing"

	"pgregory.net/rapid"
)

// randomTable is a table with the locked rows, some random ones, and mostly a last row
// that takes what is left.
func randomTable(t *rapid.T) DecisionTable {
	table := append(DecisionTable{}, DefaultTable()[:LockedRows]...)
	for range rapid.IntRange(0, 6).Draw(t, "rows") {
		row := DecisionRow{Number: len(table) + 1, Verdict: rapid.SampledFrom(Verdicts()).Draw(t, "verdict")}
		for range rapid.IntRange(1, 2).Draw(t, "alternatives") {
			var c Conditions
			for range rapid.IntRange(0, 3).Draw(t, "conditions") {
				fact := rapid.SampledFrom(AllFacts()).Draw(t, "fact")
				c[fact] = SetOf(rapid.SampledFrom(fact.Values()).Draw(t, "value").Value, rapid.SampledFrom(fact.Values()).Draw(t, "another").Value)
			}
			row.When = append(row.When, c)
		}
		table = append(table, row)
	}
	if rapid.IntRange(0, 4).Draw(t, "open") > 0 {
		table = append(table, DecisionRow{Number: len(table) + 1, When: []Conditions{{}}, Verdict: Unassessable})
	}
	return table
}

// TestAnAcceptedTableGivesEachCombinationOneVerdict: what Check accepts gives every
// combination of facts one verdict, each row some combination, and approves nothing
// while a fact it turns on is unknown; what it refuses fails in the way it says.
func TestAnAcceptedTableGivesEachCombinationOneVerdict(t *testing.T) {
	accepted := 0
	rapid.Check(t, func(t *rapid.T) {
		table := randomTable(t)
		faults := table.Check()
		reached, uncovered := map[int]bool{}, 0
		eachCombination(func(f Facts) {
			d := table.Decide(f)
			if d.Stopped {
				t.Fatalf("%v is stopped though every fact is known", f)
			}
			if d.Row.Number == 0 {
				uncovered++
				return
			}
			reached[d.Row.Number] = true
			if f[FactComplete] == No && f[FactExpiry] == ExpiresDue && d.Row.Number != LockedRows {
				t.Fatalf("%v: an incomplete project gets row %d", f, d.Row.Number)
			}
		})
		unreachable := 0
		for _, fault := range faults {
			switch fault.Kind {
			case UnreachableRow:
				unreachable++
				if reached[table[fault.Row].Number] {
					t.Errorf("row %d is said to be unreachable and is not", fault.Row+1)
				}
			case UncoveredFacts:
				if d := table.Decide(fault.Facts); d.Row.Number != 0 {
					t.Errorf("%v is said to fit no row and fits %d", fault.Facts, d.Row.Number)
				}
				uncovered = 0
			}
		}
		idle := len(table) - len(reached)
		if last := table[len(table)-1]; !reached[last.Number] && last.fitsAll() {
			idle-- // for anything else, and nothing else is left
		}
		if unreachable != idle {
			t.Errorf("%d rows are said to be unreachable, %d are", unreachable, idle)
		}
		if uncovered > 0 {
			t.Errorf("%d combinations fit no row, and that is not told", uncovered)
		}
		if len(faults) == 0 {
			accepted++
		}
	})
	if accepted == 0 {
		t.Error("no random table was accepted: the law was not tried")
	}
}

func TestTheLockedRowsCannotBeMoved(t *testing.T) {
	table := DefaultTable()
	table[0], table[3] = table[3], table[0]
	if faults := table.Check(); len(faults) != 1 || faults[0].Kind != MovedRow || faults[0].Row != 0 {
		t.Errorf("%v", faults)
	}
	if faults := DefaultTable().Check(); len(faults) != 0 {
		t.Errorf("the default table: %v", faults)
	}
}
