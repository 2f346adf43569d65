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
	case Negotiate:
		return a.negotiateTitle(key)
	case Extend:
		return a.extendTitle(key)
	case Continue, ContinueScaled:
		return a.continueTitle(key)
	}
	return say(key)
}

// continueTitle says so where some money is missing all the same.
func (a *Assessment) continueTitle(key Key) Message {
	worst, _ := a.Worst()
	switch gap := (Arg{"gap", Millions{worst.Gap.Value}}); {
	case !worst.Gap.Positive():
		return say(key)
	case worst.Gap.Value.LessThanOrEqual(a.Policy.Tolerance):
		return say(key+"-tolerance", gap)
	default:
		return say(key+"-measured", gap)
	}
}

// extendTitle names the money that is missing, or that none is.
func (a *Assessment) extendTitle(key Key) Message {
	switch worst, _ := a.Worst(); {
	case worst.Gap.Positive():
		return say(key+"-gap", Arg{"gap", Millions{worst.Gap.Value}})
	case worst.Gap.IsZero():
		return say(key + "-financed")
	}
	return say(key)
}

// negotiateTitle names what the negotiation is about: that the project was
// extended before, when an effect is open; the money missing; or the effect.
func (a *Assessment) negotiateTitle(key Key) Message {
	worst, _ := a.Worst()
	negative := a.Facts[FactEconomic] == uint8(EconomicNegative)
	switch {
	case a.openEffect() && a.Facts[FactExtended] == Yes && !negative:
		return say(key + "-extended")
	case a.openEffect() && negative:
		return say(key + "-unproven")
	case worst.Gap.Positive() && a.sameGaps():
		return say(key+"-gap", Arg{"gap", Millions{worst.Gap.Value}})
	case worst.Gap.Positive():
		return say(key+"-worst", Arg{"gap", Millions{worst.Gap.Value}}, Arg{"year", Year(worst.Year)})
	case a.Facts[FactFinancing] == FinancingTemporary && !negative:
		return say(key+"-temporary", a.afterArgs()...)
	case negative:
		return say(key + "-effect")
	}
	return say(key)
}

// sameGaps reports whether the same is missing in each judged year.
func (a *Assessment) sameGaps() bool {
	for _, f := range a.Figures {
		if !f.Gap.Value.Equal(a.Figures[0].Gap.Value) {
			return false
		}
	}
	return true
}

// afterArgs say until when temporary financing lasts, and what is missing then.
func (a *Assessment) afterArgs() []Arg {
	return []Arg{{"until", Year(a.Years[len(a.Years)-1])}, {"gap", Millions{a.After().Value}}}
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
	case a.Verdict() == Negotiate && a.openEffect() && a.Facts[FactEconomic] == uint8(EconomicNegative):
		key += "-unproven"
	case a.Verdict() == Negotiate && !worst.Gap.Positive() && a.Facts[FactEconomic] == uint8(EconomicNegative):
		key += "-effect"
	case a.Verdict() == Negotiate && a.Facts[FactFinancing] == FinancingTemporary:
		return say(key+"-temporary", append(a.afterArgs(), args...)...)
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
