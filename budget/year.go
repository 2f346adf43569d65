package budget

import (
	"cmp"
	"slices"
)

// resolveYear settles the budget year from what is said of it: the user's word,
// else the policy's, else the workbook's title, a column that says budget, the first of its year
// columns or its price level, in that order. Hints that disagree with the year chosen are returned.
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

// disagreeing are the hints that truly say another year: earlier years among the columns are the
// past, as long as the year chosen has a column too.
func disagreeing(chosen YearHint, against []YearHint, lines []Line) []YearHint {
	inColumns := slices.ContainsFunc(lines, func(l Line) bool { return l.column(chosen.Year) })
	return slices.DeleteFunc(against, func(h YearHint) bool {
		return h.Source == YearColumns && h.Year < chosen.Year && inColumns
	})
}

// yearAssumption tells where the budget year comes from.
func yearAssumption(chosen YearHint) Assumption {
	return say("assumed.year-"+Key(chosen.Source.String()),
		Arg{"year", Year(chosen.Year)}, Arg{"cell", Place(chosen.Origin)})
}
