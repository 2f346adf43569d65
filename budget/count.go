package budget

import "github.com/shopspring/decimal"

// count says what of the line counts as financing, and why, for every judged year.
func (l *LineCase) count(c *Case) {
	l.Counted, l.Uncounted = make([]Figure, len(c.Years)), make([]Figure, len(c.Years))
	kind, known := l.Kind.Get()
	switch {
	case !known:
		l.Counts, l.Why = CountsUnknown, say("why.kind")
	case kind == Saving:
		l.countSaving(c)
	case kind == Funding:
		l.countFunding(c)
	default:
		l.Counts, l.Why = CountsNo, say("why."+Key(kind.String()))
		for i := range l.Counted {
			l.Counted[i], l.Uncounted[i] = zero(), zero()
		}
	}
}

func (l *LineCase) countSaving(c *Case) {
	factor, why := l.factor(c)
	for i, year := range c.Years {
		all := c.prices.figure(l.In(year))
		switch {
		case len(l.Disputed) > 0, isNegative(l.In(year)):
			l.Counted[i].Terms, l.Uncounted[i].Terms = all.Terms, all.Terms
		case factor.Known && factor.IsZero():
			l.Counted[i], l.Uncounted[i] = zero(), all
		case factor.Known:
			l.Counted[i] = all.Times(factor.Value)
			l.Uncounted[i] = all.Times(one.Sub(factor.Value))
		default:
			terms := append(factor.Terms[:len(factor.Terms):len(factor.Terms)], all.Terms...)
			l.Counted[i].Terms, l.Uncounted[i].Terms = terms, terms
		}
	}
	l.Counts, l.Why = l.conclude(c, factor, why)
}

var one = decimal.New(1, 0)

// factor is the part of a saving that counts, 0 to 1, and the reason.
func (l *LineCase) factor(c *Case) (Figure, Message) {
	unknown := func(at Origin, why Key) (Figure, Message) { return Figure{Terms: []Origin{at}}, say(why) }
	payer, ok := l.Payer.Get()
	if !ok {
		return unknown(l.Payer.Origin, "why.payer-unknown")
	}
	if !c.Policy.Counts(payer) {
		return zero(), say("why.payer", Arg{"payer", Word{payer}})
	}
	if l.Budgeted.State.Unread() {
		return unknown(l.Budgeted.Origin, "why.budgeted-unknown")
	}
	if l.Budgeted.Value {
		return zero(), say("why.budgeted")
	}
	if l.Reimbursement.State.Unread() {
		return unknown(l.Reimbursement.Origin, "why.reimbursement-unknown")
	}
	return l.share(unknown)
}

func (l *LineCase) share(unknown func(Origin, Key) (Figure, Message)) (Figure, Message) {
	way := say("why.stated-" + Key(l.Reimbursement.Value.String()))
	if !l.Reimbursement.Known() {
		way = say("why.read-as-net")
	}
	switch {
	case l.Share.State.Unread() || !validShare(l.Share):
		return unknown(l.Share.Origin, "why.share-unknown")
	case l.Share.State == Blank && l.Reimbursement.Value == Gross:
		return zero(), say("why.gross")
	case l.Share.State == Blank || l.Share.Value.Equal(one):
		return exactly(one), say("why.counts", Arg{"payer", Word{l.Payer.Value}}, Arg{"way", Phrase(way)})
	}
	return exactly(l.Share.Value), say("why.share", Arg{"payer", Word{l.Payer.Value}},
		Arg{"share", Percentage{l.Share.Value}}, Arg{"way", Phrase(way)})
}

// validShare reports whether a share is blank or between 0 and 1.
func validShare(share Field[decimal.Decimal]) bool {
	return !share.Known() || !share.Value.IsNegative() && share.Value.LessThanOrEqual(one)
}

// conclude weighs the factor against what the amounts say.
func (l *LineCase) conclude(c *Case, factor Figure, why Message) (Counts, Message) {
	state := l.amountState(c)
	switch {
	case factor.Known && factor.IsZero() && state == Blank:
		return CountsNo, say("why.unquantified", Arg{"why", Phrase(why)})
	case factor.Known && factor.IsZero():
		return CountsNo, why
	case len(l.Disputed) > 0:
		return CountsUnknown, say("why.disputed", Arg{"related", Places(l.Disputed)})
	case !factor.Known:
		return CountsUnknown, why
	case state == Blank:
		return CountsNo, say("why.no-amount")
	case state != Given:
		return CountsUnknown, say("why.amount-unknown")
	case factor.Value.Equal(one):
		return CountsYes, why
	}
	return CountsPartly, why
}

// amountState sums up the line's amounts in the judged years: Blank when none is
// stated, Unreadable when one cannot be used, else Given.
func (l *LineCase) amountState(c *Case) State {
	state := Blank
	for _, year := range c.Years {
		a := l.In(year)
		switch {
		case a.State.Unread() || isNegative(a) || !c.prices.figure(a).Known:
			return Unreadable
		case a.State == Given:
			state = Given
		}
	}
	return state
}

// countFunding counts external funding in the years it is committed for.
func (l *LineCase) countFunding(c *Case) {
	until, limited := l.CommittedUntil.Get()
	counted, left := 0, 0
	for i, year := range c.Years {
		a := l.In(year)
		switch {
		case isNegative(a) || l.CommittedUntil.State.Unread():
			l.Counted[i].Terms = []Origin{a.Origin, l.CommittedUntil.Origin}
		case !c.Policy.CountFunding || limited && year > until:
			l.Counted[i] = zero()
			left++
		default:
			l.Counted[i] = c.prices.figure(a)
			counted++
		}
	}
	state := l.amountState(c)
	switch {
	case l.CommittedUntil.State.Unread():
		l.Counts, l.Why = CountsUnknown, say("why.commitment-unknown")
	case counted == 0 && !c.Policy.CountFunding:
		l.Counts, l.Why = CountsNo, say("why.funding-policy")
	case counted == 0:
		l.Counts, l.Why = CountsNo, say("why.funding-ended", Arg{"until", Year(until)})
	case state == Blank:
		l.Counts, l.Why = CountsNo, say("why.no-amount")
	case state != Given:
		l.Counts, l.Why = CountsUnknown, say("why.amount-unknown")
	case left > 0:
		l.Counts, l.Why = CountsPartly, say("why.funding-until", Arg{"until", Year(until)})
	default:
		l.Counts, l.Why = CountsYes, say("why.funding")
	}
}
