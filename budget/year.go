package budget

import (
	"cmp"
	"slices"
)

// resolveYear settles the budget year from what is said of it: the user's word,
// else the policy's, else the workbook's year columns, title or price level, in
// that order. Hints that disagree with the year chosen are returned.
func resolveYear(hints []YearHint, policy *Policy) (chosen YearHint, against []YearHint) {
	if policy.BudgetYear != 0 {
		hints = append(slices.Clone(hints), YearHint{Source: YearPolicy, Year: policy.BudgetYear})
	}
	hints = slices.Clone(hints)
	slices.SortStableFunc(hints, func(a, b YearHint) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Origin, b.Origin))
	})
	for _, h := range hints {
		switch {
		case chosen.Year == 0:
			chosen = h
		case h.Year != chosen.Year:
			against = append(against, h)
		}
	}
	return chosen, against
}

// yearAssumption tells where the budget year comes from.
func yearAssumption(chosen YearHint) Assumption {
	return say("assumed.year-"+Key(chosen.Source.String()),
		Arg{"year", Year(chosen.Year)}, Arg{"cell", Place(chosen.Origin)})
}
