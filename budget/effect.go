package budget

import (
	"cmp"
	"slices"
	"strings"
)

// Effect (budgetvirkning) is what the projects of one verdict mean for one budget
// area: expenses plus, savings and funding minus, in kroner.
type Effect struct {
	Verdict Verdict  // the projects'
	Area    string   // as the first line writes it; empty where none is stated
	Frame   Frame    // 0 where none is stated
	Kind    Kind     // of the lines
	Amounts []Figure // by judged year
}

// Effects lists what the projects that may go on mean for the budget: their running
// costs, the savings and the funding that count, and their one-off costs. Their sum
// without the one-off costs is the net effect. A project whose figures are not known,
// or that is not up for decision, is not in it.
func Effects(reports []*Report) []Effect {
	var sums groups[*Effect]
	eachAssessment(reports, func(_ int, a *Assessment) {
		if !a.mayGoOn() {
			return
		}
		for _, l := range a.Lines {
			key := strings.Join([]string{
				a.Verdict().String(), fold(l.Area.Text), l.Frame.Value.String(), l.Kind.Value.String(),
			}, "\x00")
			if sums.byKey[key] == nil {
				e := &Effect{a.Verdict(), l.Area.Text, l.Frame.Value, l.Kind.Value, make([]Figure, len(a.Years))}
				for i := range e.Amounts {
					e.Amounts[i] = zero()
				}
				sums.add(key, e)
			}
			e := sums.byKey[key][0]
			for i := range min(len(e.Amounts), len(a.Years)) {
				e.Amounts[i] = e.Amounts[i].Plus(a.effect(l, i))
			}
		}
	})
	var list []Effect
	for _, key := range sums.order {
		list = append(list, *sums.byKey[key][0])
	}
	slices.SortStableFunc(list, func(x, y Effect) int {
		return cmp.Or(
			x.Verdict.rank()-y.Verdict.rank(),
			cmp.Compare(x.Kind, y.Kind),
			cmp.Compare(x.Frame, y.Frame),
			strings.Compare(fold(x.Area), fold(y.Area)),
		)
	})
	return list
}

// mayGoOn reports whether the verdict leaves a way on, which it never does while a
// figure is unknown.
func (a *Assessment) mayGoOn() bool {
	switch a.Verdict() {
	case ContinueScaled, Continue, Extend, Negotiate:
		return a.figuresKnown() == Pass
	}
	return false
}

// effect is what a line means for the budget of the year with the given index.
func (a *Assessment) effect(l *LineCase, i int) Figure {
	var f Figure
	switch l.Kind.Value {
	case Cost, Repayment:
		f = a.CostOf(l, i)
	case OneOff:
		f = a.prices.figure(l.Once(a.Years, i))
	default:
		f = zero().Minus(l.Counted[i])
	}
	f.Terms = nil
	return f
}

// NetEffect sums the effects that are kept, without one-off costs, by year.
func NetEffect(effects []Effect, keep func(Effect) bool) []Figure {
	var net []Figure
	for _, e := range effects {
		if e.Kind == OneOff || !keep(e) {
			continue
		}
		for i, f := range e.Amounts {
			if i == len(net) {
				net = append(net, zero())
			}
			net[i] = net[i].Plus(f)
		}
	}
	return net
}
