package budget

import "slices"

// rank orders verdicts by how far they go towards continuation.
var rank = map[Verdict]int{Negotiate: 1, Extend: 2, Continue: 3, ContinueScaled: 4}

// changes are the single changes that would alter the verdict, each computed by
// asking the decision table again: the missing amount, the missing cell, the
// other answer. For a project that can be continued it is how much less
// financing it would take to lose that.
func (a *Assessment) changes(findings []Finding) []Message {
	switch {
	case a.Verdict() == NotDue:
		expiry := a.Project.Expiry.Value
		return []Message{say("change.not-due", Arg{"expiry", Year(expiry)}, Arg{"next", Year(expiry + 1)})}
	case a.Verdict() == Unassessable && (a.Facts[FactComplete] != Yes || a.Decision.Stopped):
		return a.completions(findings)
	}
	var changes []Message
	if m, ok := a.financeChange(); ok {
		changes = append(changes, m)
	}
	if m, ok := a.marginChange(); ok {
		changes = append(changes, m)
	}
	for _, fact := range []Fact{FactExpiry, FactWish, FactSocial, FactEconomic, FactExtended} {
		changes = append(changes, a.factChanges(fact)...)
	}
	if len(changes) == 0 {
		changes = a.pairChanges()
	}
	return changes
}

// completions says how to put each missing or unreadable cell right.
func (a *Assessment) completions(findings []Finding) []Message {
	var changes []Message
	for _, f := range findings {
		if blocking(f.Code) {
			changes = append(changes, say("change.fix", Arg{"cell", Place(f.Origin)}, Arg{"fix", Remedy(f)}))
		}
	}
	for _, l := range a.Doubtful {
		changes = append(changes, say("change.near", Arg{"cell", Place(doubtAt(l))}))
	}
	if len(a.Years) == 0 {
		changes = append(changes, say("change.year"))
	}
	if at := a.notUnderstood(); len(at) > 0 {
		changes = append(changes, say("change.not-understood", Arg{"cells", Places(at)}))
	}
	if unread := a.unread(); len(unread) > 0 {
		changes = append(changes, say("change.unread", Arg{"cells", Places(unread)}))
	}
	return changes
}

// Remedy is a finding's fix as part of another sentence.
type Remedy Finding

// In is the fix.
func (r Remedy) In(l Language, at Locator) string { return l.Fix(Finding(r), at) }

// Complaint is a finding's fault as part of another sentence.
type Complaint Finding

// In is the fault.
func (c Complaint) In(l Language, at Locator) string { return l.Fault(Finding(c), at) }

// financeChange is the money that is missing, where finding it helps.
func (a *Assessment) financeChange() (Message, bool) {
	if a.Facts[FactFinancing] == FinancingFull {
		return Message{}, false
	}
	then := a.Policy.Decision.Decide(a.Facts.with(FactFinancing, FinancingFull)).Row.Verdict
	if rank[then] <= rank[a.Verdict()] {
		return Message{}, false
	}
	return say("change.finance", Arg{"amounts", a.missingMoney()}, Arg{"verdict", Word{then}}), true
}

// missingMoney lists the gaps, years with the same gap together; for temporary financing,
// what is missing when it ends.
func (a *Assessment) missingMoney() List {
	if a.Facts[FactFinancing] == FinancingTemporary {
		return List{Phrase(say("change.amount-after", a.afterArgs()...))}
	}
	var amounts List
	for i := 0; i < len(a.Figures); {
		end := i + 1
		for end < len(a.Figures) && a.Figures[end].Gap.Value.Equal(a.Figures[i].Gap.Value) {
			end++
		}
		if a.Figures[i].Gap.Positive() {
			amounts = append(amounts, Phrase(say("change.amount",
				Arg{"gap", Kroner{a.Figures[i].Gap.Value}}, Arg{"years", Span(a.Years[i:end])})))
		}
		i = end
	}
	return amounts
}

// marginChange is how much financing may fall away before the verdict does.
func (a *Assessment) marginChange() (Message, bool) {
	if a.Facts[FactFinancing] != FinancingFull || a.Policy.Measure != EveryYear {
		return Message{}, false
	}
	then := a.Policy.Decision.Decide(a.Facts.with(FactFinancing, FinancingPartial)).Row.Verdict
	if rank[then] >= rank[a.Verdict()] {
		return Message{}, false
	}
	least := slices.MinFunc(a.Figures, func(x, y YearFigures) int {
		return x.Counted.Value.Sub(x.Cost.Value).Cmp(y.Counted.Value.Sub(y.Cost.Value))
	})
	margin := least.Counted.Value.Sub(least.Cost.Value).Add(a.Policy.Tolerance)
	year, verdict := Arg{"year", Year(least.Year)}, Arg{"verdict", Word{then}}
	if margin.IsZero() {
		return say("change.no-margin", year, verdict), true
	}
	return say("change.margin", Arg{"margin", Kroner{margin}}, year, verdict), true
}

// factChanges are the other values of one fact that would bring the project
// nearer to continuation.
func (a *Assessment) factChanges(fact Fact) []Message {
	var changes []Message
	best := rank[a.Verdict()]
	for _, value := range fact.Values() {
		if value.Value == a.Facts[fact] || !a.conceivable(value) {
			continue
		}
		then := a.Policy.Decision.Decide(a.Facts.with(fact, value.Value))
		if then.Stopped || rank[then.Row.Verdict] <= best {
			continue
		}
		changes = append(changes, say("change.fact",
			Arg{"fact", Word{fact}}, Arg{"value", Word{value}}, Arg{"verdict", Word{then.Row.Verdict}}))
		best = rank[then.Row.Verdict]
	}
	return changes
}

// pairChanges are the money that is missing together with one other answer, for
// a project that neither helps alone.
func (a *Assessment) pairChanges() []Message {
	if f := a.Facts[FactFinancing]; f == FinancingFull || f == 0 {
		return nil
	}
	financed := *a
	financed.Facts = a.Facts.with(FactFinancing, FinancingFull)
	var changes []Message
	for _, fact := range []Fact{FactSocial, FactEconomic} {
		for _, m := range financed.factChanges(fact) {
			m.Key = "change.both"
			m.Args = append(m.Args, Arg{"amounts", a.missingMoney()})
			changes = append(changes, m)
		}
	}
	return changes
}

// conceivable leaves out changes nobody can make: a project that was extended
// before stays so, and no wish is changed but the one to end.
func (a *Assessment) conceivable(v FactValue) bool {
	switch v.Fact {
	case FactExpiry:
		return v.Value == ExpiresDue && a.Facts[FactComplete] == Yes
	case FactWish:
		return a.Facts[FactWish] == uint8(WishEnded) && v.Value == WishNone
	case FactExtended:
		return a.Facts[FactExtended] == 0
	}
	return true
}
