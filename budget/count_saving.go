package budget

import "github.com/shopspring/decimal"

func (l *LineCase) countSaving(c *Case) {
	p := l.saved(c)
	for i, year := range c.Years {
		a := l.In(year)
		all := c.prices.figure(a)
		l.Counted[i] = c.countedOf(a, p)
		switch {
		case len(l.Disputed) > 0, isNegative(a):
			l.Counted[i], l.Uncounted[i] = Figure{Terms: all.Terms}, Figure{Terms: all.Terms}
		case p.Known:
			l.Uncounted[i] = all.Times(one.Sub(p.Value))
		default:
			l.Uncounted[i] = l.Counted[i]
		}
	}
	l.settle(c, p)
}

// saved is the part of a saving that counts.
func (l *LineCase) saved(c *Case) part {
	payer, ok := l.Payer.Get()
	switch {
	case !ok:
		return untold(l.Payer.Origin, "why.payer-unknown")
	case !c.Policy.Counts(payer):
		return none(say("why.payer", Arg{"payer", Word{payer}}))
	case l.Budgeted.State.Unread():
		return untold(l.Budgeted.Origin, "why.budgeted-unknown")
	case l.Budgeted.Value:
		return none(say("why.budgeted"))
	}
	switch l.lowersBudget(c) {
	case Unknown:
		return untold(l.avoidedAt(), "why.avoided-unknown")
	case Fail:
		return none(say("why.avoided"))
	}
	if l.Reimbursement.State.Unread() {
		return untold(l.Reimbursement.Origin, "why.reimbursement-unknown")
	}
	return l.lessDeadweight(l.share())
}

// lowersBudget answers whether a saving can be taken out of a budget. A cost that is only
// avoided cannot, unless the policy says so; on income transfers a lower expected expense is
// a lower budget.
func (l *LineCase) lowersBudget(c *Case) Answer {
	switch {
	case l.Avoided.State.Unread():
		return Unknown
	case !l.Avoided.Value || c.Policy.CountAvoided:
		return Pass
	case l.Frame.State.Unread():
		return Unknown
	}
	return answerOf(l.Frame.Value == TransferFrame)
}

// avoidedAt is the cell that settles whether a saving lowers a budget.
func (l *LineCase) avoidedAt() Origin {
	if l.Avoided.State.Unread() {
		return l.Avoided.Origin
	}
	return l.Frame.Origin
}

// share is the part of a saving that is the municipality's.
func (l *LineCase) share() part {
	way := say("why.stated-" + Key(l.Reimbursement.Value.String()))
	if !l.Reimbursement.Known() {
		way = say("why.read-as-net")
	}
	switch {
	case l.Share.State.Unread() || !validShare(l.Share):
		return untold(l.Share.Origin, "why.share-unknown")
	case l.Share.State == Blank && l.Reimbursement.Value == Gross:
		return none(say("why.gross"))
	case l.Share.State == Blank || l.Share.Value.Equal(one):
		return whole(say("why.counts", Arg{"payer", Word{l.Payer.Value}}, Arg{"way", Phrase(way)}))
	}
	return part{Figure: exactly(l.Share.Value), why: say("why.share", Arg{"payer", Word{l.Payer.Value}},
		Arg{"share", Percentage{l.Share.Value}}, Arg{"way", Phrase(way)})}
}

// lessDeadweight takes off what would have been saved without the project.
func (l *LineCase) lessDeadweight(p part) part {
	anyway, stated := l.Deadweight.Get()
	switch {
	case p.IsZero() || l.Deadweight.State == Blank || stated && anyway.IsZero():
		return p
	case !stated || !validShare(l.Deadweight):
		return untold(l.Deadweight.Origin, "why.deadweight-unknown")
	}
	p.Figure = p.Times(one.Sub(anyway))
	p.why = say("why.deadweight", Arg{"why", Phrase(p.why)}, Arg{"share", Percentage{anyway}})
	return p
}

// validShare reports whether a share is blank or between 0 and 1.
func validShare(share Field[decimal.Decimal]) bool {
	return !share.Known() || !share.Value.IsNegative() && share.Value.LessThanOrEqual(one)
}
