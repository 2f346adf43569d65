package budget

// Set is a set of a fact's values, bit v for value v; the empty set is any value.
type Set uint16

// SetOf is the set of the given values.
func SetOf(values ...uint8) Set {
	var s Set
	for _, v := range values {
		s |= 1 << v
	}
	return s
}

// Has reports whether the set holds value; the empty set holds every value.
func (s Set) Has(value uint8) bool { return s == 0 || s&(1<<value) != 0 }

// Conditions are what one alternative of a row asks of each fact, all at once.
type Conditions [factCount]Set

// DecisionRow is one row of the decision table. It fits a project when one of
// its alternatives does.
type DecisionRow struct {
	Number  int          // its place in the table, from 1
	When    []Conditions // the alternatives; an empty one fits every project
	Verdict Verdict      // what a project gets that it fits
	Basis   Basis        // where the row is from
}

// DecisionTable is judged from the top; the first row that fits gives the
// verdict. The first LockedRows are fixed: expiry, expiry, incompleteness.
type DecisionTable []DecisionRow

// LockedRows is the number of rows at the top that no policy moves: with them a project
// that is not up for decision, or incomplete, is never approved.
const LockedRows = 3

// Decision is the outcome for one set of facts.
type Decision struct {
	Row     DecisionRow // the row that decides
	Missing Fact        // the unknown fact that stopped the table, when Stopped
	Stopped bool        // a fact was unknown that the table turned on
}

// Decide finds the first row that fits. Where a row can be neither taken nor
// passed over because a fact is unknown, what follows is unknown: the row for
// incomplete projects is the answer, and the fact is named.
func (t DecisionTable) Decide(f Facts) Decision {
	for _, row := range t {
		switch answer, missing := row.fits(f); answer {
		case Pass:
			return Decision{Row: row}
		case Unknown:
			return Decision{Row: t.incomplete(), Missing: missing, Stopped: true}
		}
	}
	return Decision{Row: DecisionRow{Verdict: Unassessable}}
}

// incomplete is the locked row that incomplete projects get.
func (t DecisionTable) incomplete() DecisionRow {
	if len(t) < LockedRows {
		return DecisionRow{Verdict: Unassessable}
	}
	return t[LockedRows-1]
}

// fits answers whether the row fits, and names the fact that is missing when
// that is unknown.
func (r DecisionRow) fits(f Facts) (Answer, Fact) {
	answer, missing := Fail, Fact(0)
	for _, alternative := range r.When {
		a, m := alternative.fit(f)
		if a == Unknown {
			missing = m
		}
		answer = answer.Or(a)
	}
	return answer, missing
}

func (c Conditions) fit(f Facts) (Answer, Fact) {
	answer, missing := Pass, Fact(0)
	for fact, set := range c {
		switch {
		case set == 0:
		case f[fact] == 0:
			missing = Fact(fact)
			answer = answer.And(Unknown)
		default:
			answer = answer.And(answerOf(set.Has(f[fact])))
		}
	}
	return answer, missing
}

// DefaultTable is the program's proposal for the decision table. Each row says whether
// it is the budget memo's words or the program's proposal.
func DefaultTable() DecisionTable {
	positive := SetOf(uint8(SocialPositive))
	documented, negative := SetOf(uint8(EconomicDocumented)), SetOf(uint8(EconomicNegative))
	undocumented := SetOf(uint8(EconomicUndocumented))
	unsettled := SetOf(uint8(SocialUnclear), uint8(SocialUndocumented))
	notNegative := documented | undocumented
	full, short := SetOf(FinancingFull), SetOf(FinancingTemporary, FinancingPartial, FinancingNone)
	openEffect := func(extended uint8) []Conditions {
		return []Conditions{
			{FactSocial: unsettled, FactEconomic: notNegative, FactExtended: SetOf(extended)},
			{FactSocial: positive | unsettled, FactEconomic: undocumented, FactExtended: SetOf(extended)},
		}
	}
	rows := []struct {
		verdict Verdict
		basis   BasisKind
		when    []Conditions
	}{
		{NotDue, BasisMemo, []Conditions{{FactExpiry: SetOf(ExpiresLater)}}},
		{Expired, BasisMemo, []Conditions{{FactExpiry: SetOf(ExpiresEarlier)}}},
		{Unassessable, BasisProposal, []Conditions{{FactComplete: SetOf(No)}}},
		{NotSought, BasisProposal, []Conditions{{FactWish: SetOf(uint8(WishEnded))}}},
		{CriteriaNotMet, BasisProposal, []Conditions{{FactSocial: SetOf(uint8(SocialNegative))}}},
		{Extend, BasisProposal, []Conditions{
			{FactWish: SetOf(uint8(WishExtended)), FactEconomic: notNegative, FactExtended: SetOf(No)},
		}},
		{ContinueScaled, BasisMemo, []Conditions{
			{FactSocial: positive, FactEconomic: documented, FactFinancing: full, FactScaling: SetOf(Yes)},
		}},
		{Continue, BasisMemo, []Conditions{
			{FactSocial: positive, FactEconomic: documented, FactFinancing: full},
		}},
		{Negotiate, BasisProposal, []Conditions{
			{FactSocial: positive, FactEconomic: negative},
			{FactSocial: positive, FactEconomic: documented, FactFinancing: short},
		}},
		{Extend, BasisProposal, openEffect(No)},
		{Negotiate, BasisProposal, openEffect(Yes)},
		{Negotiate, BasisProposal, []Conditions{{FactSocial: unsettled, FactEconomic: negative}}},
		{Unassessable, BasisProposal, []Conditions{{}}},
	}
	table := make(DecisionTable, len(rows))
	for i, r := range rows {
		table[i] = DecisionRow{Number: i + 1, When: r.when, Verdict: r.verdict, Basis: Basis{Kind: r.basis}}
	}
	return table
}
