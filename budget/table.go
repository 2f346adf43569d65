package budget

import "slices"

// TableFault is what is wrong with a decision table.
type TableFault struct {
	Kind  TableFaultKind // which fault
	Row   int            // index of the row; -1 for none
	Facts Facts          // the combination that fits no row
}

// TableFaultKind tells faults of decision tables apart.
type TableFaultKind uint8

// The faults.
const (
	MovedRow       TableFaultKind = iota + 1 // one of the first three rows is not what it must be
	UnreachableRow                           // rows above it fit whatever it fits
	UncoveredFacts                           // some combination of facts fits no row
)

// Check finds what keeps a table from being used: each combination of facts must get
// one verdict, and each row some combination. A last row for anything else may find nothing
// left.
func (t DecisionTable) Check() []TableFault {
	var faults []TableFault
	for i, row := range DefaultTable()[:LockedRows] {
		if i >= len(t) || !row.sameRule(t[i]) {
			faults = append(faults, TableFault{Kind: MovedRow, Row: i})
		}
	}
	if len(faults) > 0 {
		return faults
	}
	reached := make([]bool, len(t))
	var uncovered *Facts
	eachCombination(func(f Facts) {
		row := slices.IndexFunc(t, func(r DecisionRow) bool { fits, _ := r.fits(f); return fits == Pass })
		switch {
		case row >= 0:
			reached[row] = true
		case uncovered == nil:
			uncovered = &f
		}
	})
	for i, seen := range reached {
		if last := i == len(t)-1; !seen && !(last && t[i].fitsAll()) {
			faults = append(faults, TableFault{Kind: UnreachableRow, Row: i})
		}
	}
	if uncovered != nil {
		faults = append(faults, TableFault{Kind: UncoveredFacts, Row: -1, Facts: *uncovered})
	}
	return faults
}

// fitsAll reports whether the row fits every project.
func (r DecisionRow) fitsAll() bool { return slices.Contains(r.When, Conditions{}) }

// sameRule reports whether two rows ask and answer the same.
func (r DecisionRow) sameRule(other DecisionRow) bool {
	return r.Verdict == other.Verdict && slices.Equal(r.When, other.When)
}

// eachCombination calls do with every combination of known facts.
func eachCombination(do func(Facts)) {
	var walk func(f Facts, fact Fact)
	walk = func(f Facts, fact Fact) {
		if fact == factCount {
			do(f)
			return
		}
		for _, v := range fact.Values() {
			walk(f.with(fact, v.Value), fact+1)
		}
	}
	walk(Facts{}, 0)
}
