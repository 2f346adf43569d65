package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
)

// contradicted are the contradictions of a text that hold against figures; agreed tells that
// those of some project agree with it, or say the same.
func (l *ledger) contradicted(m *remark, a *notation.Against) (found []*contention, agreed bool) {
	for _, origin := range l.concerned(m, a) {
		c := l.contention(m, a, origin)
		if c == nil || len(c.lines) == 0 && !isFact(a) {
			continue
		}
		if c.agrees() {
			agreed = true
		} else {
			found = append(found, c)
		}
	}
	return found, agreed
}

// facts are the contradictions of facts.
var facts = []notation.Contradiction{notation.Denied, notation.Closes, notation.Prolonged}

// isFact reports whether a contradiction is of a fact of the project: it needs no line to be
// held against.
func isFact(a *notation.Against) bool {
	return slices.Contains(facts, a.Contradiction)
}

// dispute makes unknown what a contradiction holds against: the amounts of a project's lines, or
// a fact of it. A project that closes, or whose figures are said to be wrong, has none that is known.
func (l *ledger) dispute(m *remark, c *contention) {
	switch {
	case c.Contradiction == notation.Closes || c.Contradiction == notation.Wrong:
		l.unknownMoney(c.project.Origin, m.at)
	case len(c.lines) > 0 && c.Contradiction != notation.Prolonged:
		l.unknownMoney(c.project.Origin, m.at, kindsOfLines(c.lines...)...)
	default:
		l.sub.Unread = append(l.sub.Unread, budget.Unread{Project: c.project.Origin, Origin: m.at})
	}
	doubtFacts(c.project, c.Contradiction)
}

// doubtFacts makes the facts of a project unknown that a contradiction is of: the effects that are
// claimed and denied, the year it ends.
func doubtFacts(p *budget.Project, of notation.Contradiction) {
	switch of {
	case notation.Denied:
		if p.Social.Value == budget.SocialPositive {
			p.Social.State = budget.Unreadable
		}
		if p.Economic.Value == budget.EconomicDocumented {
			p.Economic.State = budget.Unreadable
		}
	case notation.Prolonged:
		p.Expiry.State = budget.Unreadable
	}
}

// contention is a contradiction held against the figures of one project.
type contention struct {
	*notation.Against
	project *budget.Project
	lines   []*budget.Line // those it can be said of: of its kind, with an amount
	all     []*budget.Line // the project's, whatever their kind
	starred []*budget.Line // those that refer to the text by a star
	named   bool           // the text names the lines
	factors map[budget.Origin]Factor
	base    int // the budget year
}

// kindsOf are the kinds of lines that a contradiction can be said of, where the sentence does
// not say what it is about; none for all.
var kindsOf = map[notation.Contradiction][]budget.Kind{
	notation.AlreadyBudgeted:  {budget.Saving},
	notation.NotCounted:       {budget.Saving},
	notation.OtherPayer:       {budget.Saving},
	notation.BeforeRefund:     {budget.Saving},
	notation.CountedElsewhere: {budget.Saving, budget.Funding},
	notation.FurtherCost:      {budget.Cost},
	notation.Ungranted:        {budget.Funding},
}

// kindsAbout are the kinds of lines that a subject speaks of.
var kindsAbout = map[notation.Subject][]budget.Kind{
	notation.OfSaving:  {budget.Saving},
	notation.OfEffect:  {budget.Saving},
	notation.OfCost:    {budget.Cost, budget.OneOff},
	notation.OfFunding: {budget.Funding},
}

// general are the contradictions that a note on a whole table can mean without a subject.
var general = []notation.Contradiction{
	notation.AlreadyBudgeted, notation.FurtherCost, notation.Ungranted, notation.OtherPrices, notation.OldRates, notation.Closes,
}

// contention holds a contradiction against a project; nil where a text says it of nothing in
// particular, or cannot be held against it.
func (l *ledger) contention(m *remark, a *notation.Against, origin budget.Origin) *contention {
	c := &contention{Against: a, factors: l.factors, base: l.base}
	for i := range l.sub.Projects {
		if l.sub.Projects[i].Origin == origin {
			c.project = &l.sub.Projects[i]
		}
	}
	for i := range l.sub.Lines {
		if line := &l.sub.Lines[i]; l.projectOrigin(line) == origin {
			c.all = append(c.all, line)
			if m.isStarred(line, l.sources[i]) {
				c.starred = append(c.starred, line)
			}
		}
	}
	kinds := kindsOf[a.Contradiction]
	for _, s := range a.Subjects {
		if kindsOf[a.Contradiction] == nil {
			kinds = append(kinds, kindsAbout[s]...)
		}
	}
	ofKind := func(line *budget.Line) bool {
		return len(kinds) == 0 || !line.Kind.Known() || slices.Contains(kinds, line.Kind.Value)
	}
	for _, line := range c.all {
		if ofKind(line) {
			c.lines = append(c.lines, line)
		}
	}
	c.narrow(m)
	c.lines = slices.DeleteFunc(c.lines, func(line *budget.Line) bool { return !hasAmount(line) })
	bare := len(a.Subjects) == 0 && !c.named && !slices.Contains(general, a.Contradiction)
	if c.project == nil || bare && !m.own || m.free && a.Contradiction == notation.OtherUnit {
		return nil
	}
	return c
}

// narrow leaves the lines that the text names, or else the one in whose row it stands.
func (c *contention) narrow(m *remark) {
	var named []*budget.Line
	for _, line := range c.lines {
		if namesLine(c.Clause, line) || slices.Contains(c.starred, line) {
			named = append(named, line)
		}
	}
	switch {
	case len(named) > 0:
		c.lines, c.named = named, true
	case m.line != nil && slices.Contains(c.lines, m.line):
		c.lines = []*budget.Line{m.line}
	}
}

// namesLine reports whether words name a line: what it is, or its budget area.
func namesLine(words string, line *budget.Line) bool {
	for _, name := range []string{line.Item.Text, line.Area.Text} {
		if len(name) > 4 && notation.Names(words, name) {
			return true
		}
	}
	return false
}

// hasAmount reports whether a line has an amount that is not zero, or one that is not known.
func hasAmount(line *budget.Line) bool {
	has := false
	line.Stated(func(a budget.Amount) bool {
		has = a.State.Unread() || a.Known() && !a.Value.IsZero()
		return !has
	})
	return has
}

// agrees reports whether the figures of the project say the same as the text, or nothing that
// it can be held against.
func (c *contention) agrees() bool {
	past := len(c.Years) > 0 && !slices.ContainsFunc(c.Years, func(year int) bool {
		return !c.project.Expiry.Known() || year > c.project.Expiry.Value
	})
	switch c.Contradiction {
	case notation.AlreadyBudgeted:
		return c.any(func(line *budget.Line) bool { return line.Budgeted.Known() && line.Budgeted.Value })
	case notation.BeforeRefund:
		return c.any(func(line *budget.Line) bool {
			return line.Reimbursement.Known() && line.Reimbursement.Value == budget.Gross || line.Share.Known()
		})
	case notation.OtherPayer:
		return c.paidByOthers()
	case notation.Denied:
		return c.effectsAgree()
	case notation.FurtherCost:
		return c.hasCost()
	case notation.PartOfYear:
		return past || !c.any(isFlat)
	case notation.NotCounted:
		return past || !c.any(counts)
	case notation.Ends, notation.Ungranted:
		oneOff := notation.ReadHeading(c.Clause).Kind == budget.OneOff // "Etableringsudgifter (engangsbeløb)"
		return past || oneOff || c.ends()
	case notation.Closes:
		return past || c.project.Wish.Known() && c.project.Wish.Value == budget.WishEnded
	case notation.Prolonged:
		return past || c.project.Wish.Known() && c.project.Wish.Value == budget.WishExtended
	case notation.OtherPrices:
		return len(c.Levels) > 1 || !c.anyAmount(func(a budget.Amount) bool {
			return a.PriceLevel != 0 && a.PriceLevel != c.Levels[0]
		})
	case notation.OldRates:
		return slices.Max(c.Years) >= c.base-1
	case notation.OtherUnit:
		return len(c.Units) > 1 || !c.anyAmount(func(a budget.Amount) bool {
			f, known := c.factors[a.Origin]
			return known && f.exponent != int32(c.Units[0])
		})
	}
	return false
}

// counts reports whether a line may count, as a saving of others does not.
func counts(line *budget.Line) bool {
	return line.Kind.Value != budget.Saving || !line.Payer.Known() || line.Payer.Value == budget.Municipality
}

func (c *contention) any(is func(*budget.Line) bool) bool { return slices.ContainsFunc(c.lines, is) }

func (c *contention) anyAmount(is func(budget.Amount) bool) bool {
	return c.any(func(line *budget.Line) bool {
		found := false
		line.Stated(func(a budget.Amount) bool {
			found = a.Known() && is(a)
			return !found
		})
		return found
	})
}

// paidByOthers reports whether none of the savings is the municipality's, their shares are
// stated, or the text speaks of the one that is another's and does not name one that is not.
func (c *contention) paidByOthers() bool {
	others := func(line *budget.Line) bool {
		if line.Payer.State.Unread() { // told already
			return true
		}
		return line.Payer.Known() && line.Payer.Value != budget.Municipality &&
			(len(c.Payers) == 0 || slices.Contains(c.Payers, line.Payer.Value))
	}
	shared := func(line *budget.Line) bool { return line.Share.Known() }
	if !c.any(func(line *budget.Line) bool { return !others(line) && !shared(line) }) {
		return true
	}
	return c.Specific && !c.named && c.any(others)
}

// effectsAgree reports whether the effect that a text denies is not claimed.
func (c *contention) effectsAgree() bool {
	social := c.project.Social.Known() && c.project.Social.Value == budget.SocialPositive
	economic := c.project.Economic.Known() && c.project.Economic.Value == budget.EconomicDocumented
	words := strings.ToLower(c.Clause)
	switch {
	case strings.Contains(words, "økonomi") || strings.Contains(words, "economic") || c.About(notation.OfSaving):
		return !economic
	case strings.Contains(words, "social") || strings.Contains(words, "borger") || strings.Contains(words, "trivsel"):
		return !social
	}
	return !social || !economic
}

// hasCost reports whether the cost that comes on top stands in a line: it is named, or an
// amount of the text's is a line's.
func (c *contention) hasCost() bool {
	if c.named {
		return true
	}
	return slices.ContainsFunc(c.all, func(line *budget.Line) bool {
		found := namesLine(c.Clause, line) && line.Kind.Known() && line.Kind.Value != budget.Saving
		line.Stated(func(a budget.Amount) bool {
			found = found || a.Known() && slices.ContainsFunc(c.Amounts, a.Value.Abs().Equal)
			return !found
		})
		return found
	})
}

// isFlat reports whether a line does not grow over its years.
func isFlat(line *budget.Line) bool {
	first, last, many := outer(line)
	return !many || !first.LessThan(last)
}

// ends reports whether the lines' amounts end: the first years have some, and the last none;
// or the line is of one year, or the text names the year that it is committed for.
func (c *contention) ends() bool {
	return !c.any(func(line *budget.Line) bool {
		first, last, many := outer(line)
		oneOff := line.Kind.Known() && line.Kind.Value == budget.OneOff
		committed := line.CommittedUntil.Known() && slices.Contains(c.Years, line.CommittedUntil.Value)
		return !(oneOff || committed || many && !first.IsZero() && last.IsZero())
	})
}

// outer are the amounts of a line's first and last year; many is false where one amount stands
// for every year.
func outer(line *budget.Line) (first, last decimal.Decimal, many bool) {
	if len(line.Amounts) < 2 {
		return first, last, false
	}
	return line.Amounts[0].Value.Abs(), line.Amounts[len(line.Amounts)-1].Value.Abs(), true
}
