package budget

import "slices"

// reasons are the sentences behind the verdict, the decisive one first.
func (a *Assessment) reasons(findings []Finding) []Message {
	reasons := []Message{a.leading(findings)}
	add := func(m Message) { reasons = append(reasons, m) }
	if a.Project.Social.Known() || a.Project.Economic.Known() {
		add(a.effects())
	}
	if a.scalingWanted() && a.Project.Capacity.Known() {
		add(a.scaling())
	}
	for l := range a.financingLines {
		if l.Counts == CountsNo || l.Counts == CountsPartly {
			add(say("reason.uncounted", Arg{"item", l.called()}, Arg{"why", Phrase(l.Why)}))
		}
	}
	if a.OneOff.Positive() {
		add(say("reason.one-off", Arg{"amount", Kroner{a.OneOff.Value}}))
	}
	for _, f := range a.Caveats {
		add(say("reason.caveat", Arg{"cell", Place(f.Origin)}, Arg{"fault", Complaint(f)}))
	}
	for _, x := range a.confirmed() {
		add(say("reason.confirmed", Arg{"amount", Kroner{x.Amount}}, Arg{"by", Quote(x.By)}, Arg{"date", Quote(x.Date)}))
	}
	if worst, _ := a.Worst(); worst.Repayment.Positive() {
		add(say("reason.repayment", Arg{"amount", Kroner{worst.Repayment.Value}}, Arg{"year", Year(worst.Year)}))
	}
	if len(a.prices.levels) > 1 && !a.prices.mixed() {
		add(say("reason.price-level", Arg{"level", Year(a.prices.target)}, Arg{"levels", yearList(a.prices.levels)}))
	}
	return append(reasons, say("reason.row", Arg{"row", Count(a.Decision.Row.Number)}))
}

// called names a line in the department's words: what it is, else its area, its giver or its kind.
func (l *Line) called() Value {
	for _, text := range []string{l.Item.Text, l.Area.Text, l.Giver.Text, l.Kind.Text} {
		if text != "" {
			return Quote(text)
		}
	}
	return Place(l.Origin)
}

// leading is the decisive reason.
func (a *Assessment) leading(findings []Finding) Message {
	due := Arg{"due", Year(a.BudgetYear() - 1)}
	budget := Arg{"budget", Year(a.BudgetYear())}
	expiry := Arg{"expiry", Year(a.Project.Expiry.Value)}
	switch a.Verdict() {
	case NotDue:
		return say("reason.not-due", budget, due, expiry)
	case Expired:
		return say("reason.expired", budget, due, expiry)
	case NotSought:
		if a.Facts[FactWish] == uint8(WishEnded) {
			return say("reason.not-sought")
		}
		return a.financed("reason.table")
	case CriteriaNotMet:
		if a.Facts[FactSocial] == uint8(SocialNegative) {
			return say("reason.criteria-not-met")
		}
		return a.financed("reason.table")
	case Extend:
		return a.extended()
	case Continue, ContinueScaled:
		return a.continued()
	case Negotiate:
		return a.negotiated()
	}
	if a.Facts[FactComplete] == Yes && !a.Decision.Stopped {
		return say("reason.unclear")
	}
	return say("reason.incomplete", Arg{"what", some(a.lacking(findings))})
}

// extended is why a project can be extended.
func (a *Assessment) extended() Message {
	first := a.Facts[FactExtended] == No
	switch {
	case first && a.Facts[FactWish] == uint8(WishExtended):
		return say("reason.extend-wished")
	case first && a.openEffect():
		return say("reason.extend-open", Arg{"effects", a.openEffects()})
	}
	return a.financed("reason.table")
}

// continued is why a project can go on: in full every year, or by the policy's measure,
// or because its table says so.
func (a *Assessment) continued() Message {
	worst, _ := a.Worst()
	switch {
	case a.Facts[FactFinancing] != FinancingFull:
		return a.financed("reason.table")
	case worst.Gap.Positive():
		return a.financed("reason.measured")
	}
	return a.financed("reason.full")
}

func (a *Assessment) negotiated() Message {
	worst, _ := a.Worst()
	switch {
	case a.openEffect() && a.Facts[FactEconomic] == uint8(EconomicNegative):
		return say("reason.negotiate-unproven", Arg{"effects", a.openEffects()})
	case a.openEffect() && a.Facts[FactExtended] == Yes:
		return say("reason.negotiate-extended", Arg{"effects", a.openEffects()})
	case worst.Gap.Positive() && worst.Counted.IsZero():
		return a.financed("reason.none")
	case worst.Gap.Positive():
		return a.financed("reason.gap")
	}
	switch {
	case a.Facts[FactEconomic] == uint8(EconomicNegative):
		return a.financed("reason.negative")
	case a.Facts[FactFinancing] == FinancingTemporary:
		return say("reason.temporary", a.afterArgs()...)
	}
	return a.financed("reason.table")
}

// financed is a reason that gives the figures of the worst year.
func (a *Assessment) financed(key Key) Message {
	worst, _ := a.Worst()
	return say(key,
		Arg{"gap", Kroner{worst.Gap.Value}}, Arg{"cost", Kroner{worst.Cost.Value}},
		Arg{"counted", Kroner{worst.Counted.Value}}, Arg{"coverage", Percentage{worst.Coverage.Value}},
		Arg{"year", Year(worst.Year)}, Arg{"years", Span(a.Years)})
}

func (a *Assessment) openEffects() List {
	var open List
	if s := a.Project.Social.Value; s == SocialUnclear || s == SocialUndocumented {
		open = append(open, Phrase(say("effect.social", Arg{"value", Word{s}})))
	}
	if e := a.Project.Economic.Value; e == EconomicUndocumented {
		open = append(open, Phrase(say("effect.economic", Arg{"value", Word{e}})))
	}
	return open
}

// effects tells what the department says of its effects, and that nobody checked.
func (a *Assessment) effects() Message {
	var stated List
	if s, known := a.Project.Social.Get(); known {
		stated = append(stated, Phrase(say("effect.social", Arg{"value", Word{s}})))
	}
	if e, known := a.Project.Economic.Get(); known {
		stated = append(stated, Phrase(say("effect.economic", Arg{"value", Word{e}})))
	}
	return say("reason.effects", Arg{"effects", stated})
}

func (a *Assessment) scaling() Message {
	capacity := Arg{"capacity", Number{a.Project.Capacity.Value}}
	if group, stated := a.Project.TargetGroup.Get(); stated {
		return say("reason.scaling-of", capacity, Arg{"group", Number{group}})
	}
	return say("reason.scaling", capacity)
}

// lacking names what keeps the project from being assessed: what a blocking rule
// found, the cells that could not be read, and a budget year nobody stated.
func (a *Assessment) lacking(findings []Finding) List {
	var lack List
	for _, f := range findings {
		if blocking(f.Code) {
			lack = append(lack, Phrase(Message{Key(f.Code.String()) + ".lack", []Arg{
				{"cell", Place(f.Origin)}, {"item", lackItem(f)},
			}}))
		}
	}
	if len(a.Years) == 0 {
		lack = append(lack, Phrase(say("lack.year")))
	}
	for _, l := range a.Doubtful {
		lack = append(lack, Phrase(say("lack.near", Arg{"cell", Place(doubtAt(l))})))
	}
	if at := a.notUnderstood(); len(at) > 0 {
		lack = append(lack, Phrase(say("lack.not-understood", Arg{"cells", Places(at)})))
	}
	if unread := a.unread(); len(unread) > 0 {
		lack = append(lack, Phrase(say("lack.unread", Arg{"cells", Places(unread)})))
	}
	return lack
}

// doubtAt is the cell that a line's doubtful belonging is settled in.
func doubtAt(l *Line) Origin {
	if l.Project.Origin != NoOrigin {
		return l.Project.Origin
	}
	return l.Origin
}

func lackItem(f Finding) Value {
	if f.Have != nil {
		return f.Have
	}
	return Quote(f.Project)
}

// blocking reports whether a project that breaks the code's rule is incomplete.
func blocking(code Code) bool {
	for _, rule := range projectRules {
		if rule.Code == code {
			return rule.Blocks
		}
	}
	return false
}

// unread lists the cells of the project that hold something no value could be
// made of, where the verdict may turn on it.
func (a *Assessment) unread() []Origin {
	var at []Origin
	add := func(state State, origin Origin) {
		if state.Unread() && origin != NoOrigin {
			at = append(at, origin)
		}
	}
	p := a.Project
	add(p.Name.State, p.Name.Origin)
	add(p.Expiry.State, p.Expiry.Origin)
	if a.Decision.Stopped && a.Decision.Missing == FactExtended {
		add(p.ExtendedBefore.State, p.ExtendedBefore.Origin)
	}
	add(p.Social.State, p.Social.Origin)
	add(p.Economic.State, p.Economic.Origin)
	add(p.Wish.State, p.Wish.Origin)
	add(p.Capacity.State, p.Capacity.Origin)
	if p.Capacity.Known() {
		add(p.TargetGroup.State, p.TargetGroup.Origin)
	}
	for _, l := range a.Lines {
		a.unreadOf(l, add)
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// unreadOf adds the cells of a line where the verdict may turn on what they hold.
func (a *Assessment) unreadOf(l *LineCase, add func(State, Origin)) {
	add(l.Kind.State, l.Kind.Origin)
	for _, year := range a.Years {
		if amount := l.In(year); l.Kind.Value != OneOff {
			add(amount.State, amount.Origin)
		}
	}
	switch l.Kind.Value {
	case Funding:
		add(l.Giver.State, l.Giver.Origin)
		if p := l.granted(a.Case); !p.Known {
			add(Unreadable, p.Terms[0])
		}
	case Repayment:
		add(l.Budgeted.State, l.Budgeted.Origin)
	case Reallocation:
		add(l.Budgeted.State, l.Budgeted.Origin)
		add(l.Area.State, l.Area.Origin)
	case Saving:
		add(l.Payer.State, l.Payer.Origin)
		if !l.mayCount(a.Case) {
			return
		}
		add(l.Area.State, l.Area.Origin)
		add(l.Share.State, l.Share.Origin)
		add(l.Reimbursement.State, l.Reimbursement.Origin)
		add(l.Budgeted.State, l.Budgeted.Origin)
		add(l.Deadweight.State, l.Deadweight.Origin)
		if l.lowersBudget(a.Case) == Unknown {
			add(Unreadable, l.avoidedAt())
		}
	}
}

// notUnderstood are the cells that may belong to the project and were not understood.
func (a *Assessment) notUnderstood() []Origin {
	var at []Origin
	for _, u := range a.Unread {
		at = append(at, u.Origin)
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// some is a list of at most eight things; the rest are counted.
func some(list List) List {
	const shown = 8
	if len(list) <= shown {
		return list
	}
	return append(list[:shown:shown], Phrase(say("more", Arg{"count", Count(len(list) - shown)})))
}
