package budget

import "slices"

// Case is one project with all that belongs to it, as the rules see it.
type Case struct {
	Policy   *Policy       // the rules it is judged by
	Years    []int         // the years judged, the budget year first; empty while that is unknown
	Project  *Project      // as the workbook states it
	Lines    []*LineCase   // its own
	Doubtful []*Line       // lines that may be its own: their project's name is nearly its name
	Unread   []Unread      // what was not understood and may be its own
	Caveats  []Finding     // of reading, told at its amounts
	Twins    []*Project    // other projects of the same name
	Figures  []YearFigures // by year
	OneOff   Figure        // one-off costs, all years together
	prices   prices
}

// LineCase is one line as it counts in its project.
type LineCase struct {
	*Line
	Counts  Counts   // how much of it counts as financing
	Why     Message  // the reason, as a sentence
	Counted []Figure // of what can finance, by judged year
	// Part is the share of each amount that counts in the years it counts in; unknown while
	// that cannot be told.
	Part      Figure
	Uncounted []Figure // of a saving, by judged year
	Disputed  []Origin // the same saving in other projects
}

// YearFigures are a project's figures for one year, in kroner.
type YearFigures struct {
	Year                int    // the judged year
	Running             Figure // running cost; unknown without a line of it
	Repayment           Figure // to the investor, due whether the project goes on or not
	Cost                Figure // both: what has to be financed
	CountedSavings      Figure // savings as far as they count
	CountedFunding      Figure // external funding as far as it counts
	CountedReallocation Figure // reallocations as far as they count
	Counted             Figure // all three
	Uncounted           Figure // savings that do not count; with CountedSavings, all savings
	Coverage            Figure // Counted ÷ Cost cut to four decimals; unknown in a year without cost
	Gap                 Figure // max(0, Cost − Counted)
}

// BudgetYear is the first year judged, zero while unknown.
func (c *Case) BudgetYear() int {
	if len(c.Years) == 0 {
		return 0
	}
	return c.Years[0]
}

// Name is the project's name as written.
func (c *Case) Name() string { return c.Project.Name.Text }

// finding makes a finding of the project.
func (c *Case) finding(code Code, at Origin) Finding {
	return Finding{Code: code, Project: c.Name(), Origin: at}
}

// financingLines yields the lines that can finance the project.
func (c *Case) financingLines(yield func(*LineCase) bool) {
	for _, l := range c.Lines {
		if kind, ok := l.Kind.Get(); ok && kind.Finances() && !yield(l) {
			return
		}
	}
}

// savings yields the project's savings.
func (c *Case) savings(yield func(*LineCase) bool) {
	for _, l := range c.Lines {
		if kind, ok := l.Kind.Get(); ok && kind == Saving && !yield(l) {
			return
		}
	}
}

// moneyUnread reports whether an amount of a kind may stand where it was not understood: then
// none is said to be missing.
func (c *Case) moneyUnread(kind Kind) bool {
	return slices.ContainsFunc(c.Unread, func(u Unread) bool { return u.mayBe(kind) })
}

// factUnread reports whether a fact may stand where it was not understood: then none is
// said to be missing.
func (c *Case) factUnread() bool {
	return slices.ContainsFunc(c.Unread, func(u Unread) bool { return !u.Money })
}

// compute fills the figures of every line and year.
func (c *Case) compute() {
	c.prices = c.priceLevels()
	for _, l := range c.Lines {
		l.count(c)
	}
	c.Figures = make([]YearFigures, len(c.Years))
	for i, year := range c.Years {
		c.Figures[i] = c.yearFigures(i, year)
	}
	c.OneOff = c.oneOff()
}

// sums are the sums of a year that a line of a kind is a term of: all of them while the
// kind is not known, none for a one-off cost.
func (f *YearFigures) sums(kind Field[Kind]) []*Figure {
	if !kind.Known() {
		return []*Figure{&f.Running, &f.Repayment, &f.CountedSavings, &f.Uncounted, &f.CountedFunding, &f.CountedReallocation}
	}
	switch kind.Value {
	case Cost:
		return []*Figure{&f.Running}
	case Repayment:
		return []*Figure{&f.Repayment}
	case Saving:
		return []*Figure{&f.CountedSavings, &f.Uncounted}
	case Funding:
		return []*Figure{&f.CountedFunding}
	case Reallocation:
		return []*Figure{&f.CountedReallocation}
	}
	return nil
}

// unknown makes the sums unknown that a line of a kind would be a term of.
func (f *YearFigures) unknown(kind Field[Kind], at Origin) {
	for _, sum := range f.sums(kind) {
		*sum = sum.Plus(Figure{Terms: []Origin{at}})
	}
}

// unread makes the sums unknown that what was not understood may be a term of.
func (f *YearFigures) unread(u Unread) {
	if u.Money && len(u.Kinds) == 0 {
		f.unknown(Field[Kind]{}, u.Origin)
	}
	for _, kind := range u.Kinds {
		f.unknown(Field[Kind]{State: Given, Value: kind}, u.Origin)
	}
}

// add adds what a line is in the year with an index.
func (f *YearFigures) add(c *Case, l *LineCase, i int) {
	sums := f.sums(l.Kind)
	switch l.Kind.Value {
	case Cost, Repayment:
		*sums[0] = sums[0].Plus(c.CostOf(l, i))
	case Saving:
		*sums[0], *sums[1] = sums[0].Plus(l.Counted[i]), sums[1].Plus(l.Uncounted[i])
	case Funding, Reallocation:
		*sums[0] = sums[0].Plus(l.Counted[i])
	}
}

func (c *Case) yearFigures(i, year int) YearFigures {
	f := YearFigures{Year: year, Running: zero(), Repayment: zero(), Uncounted: zero(),
		CountedSavings: zero(), CountedFunding: zero(), CountedReallocation: zero()}
	costs := 0
	for _, l := range c.Lines {
		if !l.Kind.Known() {
			f.unknown(l.Kind, l.In(year).Origin)
			costs++
			continue
		}
		if f.add(c, l, i); l.Kind.Value == Cost {
			costs++
		}
	}
	for _, l := range c.Doubtful {
		if f.unknown(l.Kind, l.Project.Origin); !l.Kind.Known() || l.Kind.Value == Cost {
			costs++
		}
	}
	for _, u := range c.Unread {
		f.unread(u)
		if u.mayBe(Cost) {
			costs++
		}
	}
	if costs == 0 {
		f.Running = Figure{}
	}
	f.finish()
	return f
}

// finish makes the sums of sums.
func (f *YearFigures) finish() {
	f.Cost = f.Running.Plus(f.Repayment)
	f.Counted = f.CountedSavings.Plus(f.CountedFunding).Plus(f.CountedReallocation)
	f.Gap = f.Cost.Minus(f.Counted).AtLeastZero()
	if f.Counted.Known && f.Cost.Positive() {
		f.Coverage = Figure{Known: true, Value: ratio(f.Counted.Value, f.Cost.Value, 4), Terms: f.Gap.Terms}
	}
}

// CostOf is what a line of running cost or repayment adds to the cost of the judged year
// with an index. A blank cost is unknown, a blank repayment is zero, and so is one that
// the budget holds already; an amount whose sign is not settled is unknown.
func (c *Case) CostOf(l *LineCase, i int) Figure {
	a := l.In(c.Years[i])
	repaid := l.Kind.Value == Repayment
	switch {
	case repaid && l.Budgeted.State.Unread():
		return Figure{Terms: []Origin{l.Budgeted.Origin}}
	case repaid && l.Budgeted.Value:
		return zero()
	case !l.Kind.Known(), a.State == Blank && !repaid, isNegative(a):
		return Figure{Terms: []Origin{a.Origin}}
	}
	return c.prices.figure(a)
}

// oneOff is the sum of the amounts stated on one-off lines, each cell once.
func (c *Case) oneOff() Figure {
	sum := zero()
	for _, l := range c.Lines {
		kind, known := l.Kind.Get()
		if known && kind != OneOff {
			continue
		}
		l.Stated(func(a Amount) bool {
			if !known {
				sum = sum.Plus(Figure{Terms: []Origin{a.Origin}})
				return true
			}
			sum = sum.Plus(c.prices.figure(a))
			return true
		})
	}
	for _, l := range c.Doubtful {
		if !l.Kind.Known() || l.Kind.Value == OneOff {
			sum = sum.Plus(Figure{Terms: []Origin{l.Project.Origin}})
		}
	}
	for _, u := range c.Unread {
		if u.mayBe(OneOff) {
			sum = sum.Plus(Figure{Terms: []Origin{u.Origin}})
		}
	}
	return sum
}

// worst is the index of the year with the largest gap, the earliest on a tie;
// a year whose gap is unknown is worse than any. It is -1 without years.
func (c *Case) worst() int {
	worst := -1
	for i, f := range c.Figures {
		switch {
		case worst < 0:
			worst = i
		case !c.Figures[worst].Gap.Known:
			return worst
		case !f.Gap.Known || f.Gap.Value.GreaterThan(c.Figures[worst].Gap.Value):
			worst = i
		}
	}
	return worst
}

// Worst returns the figures of the worst year: the largest gap, the earliest on
// a tie, an unknown gap before any known one.
func (c *Case) Worst() (YearFigures, bool) {
	if i := c.worst(); i >= 0 {
		return c.Figures[i], true
	}
	return YearFigures{}, false
}

func isNegative(a Amount) bool { return a.State == Given && a.Value.IsNegative() }
