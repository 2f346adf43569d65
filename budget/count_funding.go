package budget

import "slices"

// countFunding counts external funding in the years it is committed for.
func (l *LineCase) countFunding(c *Case) {
	p := l.granted(c)
	for i, year := range c.Years {
		l.Counted[i], l.Uncounted[i] = zero(), zero()
		if !p.Known || l.committed(c, i) {
			l.Counted[i] = c.countedOf(l.In(year), p)
		}
	}
	l.settle(c, p)
	if l.Counts == CountsYes {
		l.Counts, l.Why = l.commitment(c)
	}
}

// granted is the part of a funding that counts in the years it is committed for.
func (l *LineCase) granted(c *Case) part {
	switch {
	case !c.Policy.CountFunding:
		return none(say("why.funding-policy"))
	case l.Giver.State.Unread():
		return untold(l.Giver.Origin, "why.giver-unknown")
	case l.Giver.State == Blank:
		return noneYet(say("why.giver-missing"))
	case l.Giver.Value == Own:
		return none(say("why.giver-own"))
	case l.Conditional.State.Unread():
		return untold(l.Conditional.Origin, "why.conditional-unknown")
	case l.Conditional.Value && !c.repays():
		return none(say("why.conditional"))
	case l.CommittedUntil.State.Unread():
		return untold(l.CommittedUntil.Origin, "why.commitment-unknown")
	case l.CommittedUntil.State == Blank && l.Forever.State.Unread():
		return untold(l.Forever.Origin, "why.commitment-unknown")
	}
	return whole(say("why.funding"))
}

// repays reports whether the project has a line of repayment.
func (c *Case) repays() bool {
	return slices.ContainsFunc(c.Lines, func(l *LineCase) bool { return l.Kind.Value == Repayment })
}

// unstated reports whether nothing says how long a funding is committed.
func (l *Line) unstated() bool { return l.CommittedUntil.State == Blank && !l.Forever.Value }

// committed reports whether a funding is committed for the judged year with an index. An end
// year goes before all else. Where nothing says how long, it is for the years it has a column
// for, and an amount for every year is for the budget year alone.
func (l *LineCase) committed(c *Case, i int) bool {
	if until, limited := l.CommittedUntil.Get(); limited {
		return c.Years[i] <= until
	}
	return l.Forever.Value || i == 0 || l.column(c.Years[i])
}

// lasts reports whether a funding goes on after the judged years, as far as is stated.
func (l *LineCase) lasts(c *Case) bool {
	if until, limited := l.CommittedUntil.Get(); limited {
		return until > c.Years[len(c.Years)-1]
	}
	return l.Forever.Value
}

// commitment is how a funding counts whose amounts are all known.
func (l *LineCase) commitment(c *Case) (Counts, Message) {
	until, limited := l.CommittedUntil.Get()
	in := 0
	for i := range c.Years {
		if l.committed(c, i) {
			in++
		}
	}
	switch {
	case in == 0:
		return CountsNo, say("why.funding-ended", Arg{"until", Year(until)})
	case in < len(c.Years) && !limited:
		return CountsPartly, say("why.funding-one-year", Arg{"year", Year(c.BudgetYear())})
	case in < len(c.Years):
		return CountsPartly, say("why.funding-until", Arg{"until", Year(until)})
	case l.unstated():
		return CountsYes, say("why.funding-unstated")
	case limited:
		return CountsYes, say("why.funding-through", Arg{"until", Year(until)})
	}
	return CountsYes, say("why.funding")
}
