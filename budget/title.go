package budget

// Title is the verdict as it stands in the workbook: preliminary, technical, and
// never saying that a project ends.
func (a *Assessment) Title() Message {
	key := "title." + Key(a.Verdict().String())
	budget := Arg{"budget", Year(a.BudgetYear())}
	due := Arg{"due", Year(a.BudgetYear() - 1)}
	switch a.Verdict() {
	case NotDue:
		return say(key, budget, Arg{"expiry", Year(a.Project.Expiry.Value)})
	case Expired:
		return say(key, due)
	case Unassessable:
		if a.Facts[FactComplete] == Yes && !a.Decision.Stopped {
			return say(key + "-unclear")
		}
		return say(key)
	case Negotiate:
		return a.negotiateTitle(key)
	}
	return say(key)
}

// negotiateTitle names what the negotiation is about: that the project was
// extended before, when an effect is open; the money missing; or the effect.
func (a *Assessment) negotiateTitle(key Key) Message {
	worst, _ := a.Worst()
	switch {
	case a.openEffect() && a.Facts[FactExtended] == Yes:
		return say(key + "-extended")
	case worst.Gap.Positive():
		return say(key+"-gap", Arg{"gap", Kroner{worst.Gap.Value}})
	case a.Facts[FactEconomic] == uint8(EconomicNegative):
		return say(key + "-effect")
	}
	return say(key)
}

// openEffect reports whether an effect is unclear or undocumented.
func (a *Assessment) openEffect() bool {
	social, economic := SocialEffect(a.Facts[FactSocial]), EconomicEffect(a.Facts[FactEconomic])
	return social == SocialUnclear || social == SocialUndocumented || economic == EconomicUndocumented
}

// Recommendation is one sentence on the project for the budget proposal (indstilling):
// the verdict, the money it rests on, and nothing else.
func (a *Assessment) Recommendation() Message {
	key := "recommendation." + Key(a.Verdict().String())
	worst, _ := a.Worst()
	args := []Arg{
		{"project", Quote(a.Name())}, {"of", a.of()},
		{"budget", Year(a.BudgetYear())}, {"due", Year(a.BudgetYear() - 1)},
		{"expiry", Year(a.Project.Expiry.Value)}, {"year", Year(worst.Year)},
		{"cost", Kroner{worst.Cost.Value}}, {"counted", Kroner{worst.Counted.Value}}, {"gap", Kroner{worst.Gap.Value}},
	}
	switch {
	case a.Verdict() == Negotiate && a.openEffect() && a.Facts[FactExtended] == Yes:
		key += "-extended"
	case a.Verdict() == Negotiate && !worst.Gap.Positive() && a.Facts[FactEconomic] == uint8(EconomicNegative):
		key += "-effect"
	case a.Verdict() == CriteriaNotMet && a.Facts[FactSocial] != uint8(SocialNegative):
		key += "-table"
	case a.Verdict() == Extend && worst.Gap.IsZero():
		key += "-financed"
	case (a.Verdict() == Continue || a.Verdict() == ContinueScaled) && worst.Gap.Positive():
		key += "-measured"
	}
	return Message{key, args}
}

// of names the department, where one is stated.
func (a *Assessment) of() Value {
	if a.Project.Department.Text == "" {
		return Quote("")
	}
	return Phrase(say("recommendation.department", Arg{"department", Quote(a.Project.Department.Text)}))
}
