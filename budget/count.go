package budget

import (
	"slices"

	"github.com/shopspring/decimal"
)

var one = decimal.New(1, 0)

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
	case kind == Reallocation:
		l.countReallocation(c)
	default:
		l.Part = zero()
		l.Counts, l.Why = CountsNo, say("why."+Key(kind.String()))
		for i := range l.Counted {
			l.Counted[i], l.Uncounted[i] = zero(), zero()
		}
	}
}

// part is the share of a line's amounts that counts, 0 to 1, and the reason; unknown while
// that cannot be told.
type part struct {
	Figure
	why Message
	// lacking tells that it is nothing only until something is stated: that a giver is missing
	// does not make an amount that cannot be read one without weight.
	lacking bool
}

// whole is all of every amount.
func whole(why Message) part { return part{Figure: exactly(one), why: why} }

// none is nothing of any amount.
func none(why Message) part { return part{Figure: zero(), why: why} }

// noneYet is nothing of any amount until what is missing is stated.
func noneYet(why Message) part { return part{Figure: zero(), why: why, lacking: true} }

// untold is a share that cannot be told because of a cell.
func untold(at Origin, why Key) part { return part{Figure: Figure{Terms: []Origin{at}}, why: say(why)} }

// settle keeps the part, and concludes from it and from the amounts how the line counts.
func (l *LineCase) settle(c *Case, p part) {
	l.Part = p.Figure
	l.Counts, l.Why = l.conclude(c, p)
}

// conclude weighs the part against what the amounts say.
func (l *LineCase) conclude(c *Case, p part) (Counts, Message) {
	state := l.amountState(c)
	switch {
	case p.IsZero() && state == Blank && l.Kind.Value == Saving:
		return CountsNo, say("why.unquantified", Arg{"why", Phrase(p.why)})
	case p.IsZero() && !(p.lacking && l.unreadIn(c.Years)):
		return CountsNo, p.why
	case len(l.Disputed) > 0:
		return CountsUnknown, say("why.disputed", Arg{"related", Places(l.Disputed)})
	case !p.Known:
		return CountsUnknown, p.why
	case state == Blank:
		return CountsNo, say("why.no-amount")
	case state != Given:
		return CountsUnknown, say("why.amount-unknown")
	case p.Value.Equal(one):
		return CountsYes, p.why
	}
	return CountsPartly, p.why
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

// countedOf is the counted part of an amount; unknown while the part, or the sign of the
// amount, is. Where something stated settles that nothing counts, the amount has no weight,
// be it unread; where something is missing, it has.
func (c *Case) countedOf(a Amount, p part) Figure {
	all := c.prices.figure(a)
	switch {
	case p.IsZero() && !(p.lacking && a.State.Unread()):
		return zero()
	case !p.Known || isNegative(a):
		return Figure{Terms: append(p.Terms[:len(p.Terms):len(p.Terms)], all.Terms...)}
	case p.lacking:
		return Figure{Terms: all.Terms}
	}
	return all.Times(p.Value)
}

// unreadIn reports whether an amount of some years cannot be used.
func (l *Line) unreadIn(years []int) bool {
	return slices.ContainsFunc(years, func(year int) bool { return l.In(year).State.Unread() })
}

// countReallocation counts money that an area gives up within its own budget.
func (l *LineCase) countReallocation(c *Case) {
	p := l.reallocated(c)
	for i, year := range c.Years {
		l.Counted[i], l.Uncounted[i] = c.countedOf(l.In(year), p), zero()
	}
	l.settle(c, p)
}

func (l *LineCase) reallocated(c *Case) part {
	switch {
	case !c.Policy.CountReallocation:
		return none(say("why.reallocation-policy"))
	case l.Budgeted.State.Unread():
		return untold(l.Budgeted.Origin, "why.budgeted-unknown")
	case l.Budgeted.Value:
		return none(say("why.budgeted"))
	case l.Area.State.Unread():
		return untold(l.Area.Origin, "why.area-unknown")
	case l.Area.State == Blank:
		return noneYet(say("why.reallocation-unnamed"))
	}
	return whole(say("why.reallocation", Arg{"area", Quote(l.Area.Text)}))
}
