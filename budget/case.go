package budget

// Case is one project with all that belongs to it, as the rules see it.
type Case struct {
	Policy   *Policy       // the rules it is judged by
	Years    []int         // the years judged, the budget year first; empty while that is unknown
	Project  *Project      // as the workbook states it
	Lines    []*LineCase   // its own
	Doubtful []*Line       // lines that may be its own: their project's name is nearly its name
	Twins    []*Project    // other projects of the same name
	Figures  []YearFigures // by year
	OneOff   Figure        // one-off costs, all years together
	prices   prices
}

// LineCase is one line as it counts in its project.
type LineCase struct {
	*Line
	Counts    Counts   // how much of it counts as financing
	Why       Message  // the reason, as a sentence
	Counted   []Figure // of a saving or funding, by judged year
	Uncounted []Figure // of a saving, by judged year
	Disputed  []Origin // the same saving in other projects
}

// YearFigures are a project's figures for one year, in kroner.
type YearFigures struct {
	Year           int    // the judged year
	Cost           Figure // running cost
	CountedSavings Figure // savings as far as they count
	CountedFunding Figure // external funding as far as it counts
	Counted        Figure // both
	Uncounted      Figure // savings that do not count; with CountedSavings, all savings
	Coverage       Figure // Counted ÷ Cost cut to four decimals; unknown in a year without cost
	Gap            Figure // max(0, Cost − Counted)
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

// savings yields the project's savings.
func (c *Case) savings(yield func(*LineCase) bool) {
	for _, l := range c.Lines {
		if kind, ok := l.Kind.Get(); ok && kind == Saving && !yield(l) {
			return
		}
	}
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

func (c *Case) yearFigures(i, year int) YearFigures {
	cost, savings, funding, uncounted := zero(), zero(), zero(), zero()
	costs := 0
	for _, l := range c.Lines {
		kind, known := l.Kind.Get()
		if !known || kind == Cost {
			cost = cost.Plus(c.costOf(l.Line, year))
			costs++
		}
		if !known || kind == Saving {
			savings, uncounted = savings.Plus(l.Counted[i]), uncounted.Plus(l.Uncounted[i])
		}
		if !known || kind == Funding {
			funding = funding.Plus(l.Counted[i])
		}
	}
	for _, l := range c.Doubtful {
		unread, kind := Figure{Terms: []Origin{l.Project.Origin}}, l.Kind
		if !kind.Known() || kind.Value == Cost {
			cost = cost.Plus(unread)
			costs++
		}
		if !kind.Known() || kind.Value == Saving {
			savings, uncounted = savings.Plus(unread), uncounted.Plus(unread)
		}
		if !kind.Known() || kind.Value == Funding {
			funding = funding.Plus(unread)
		}
	}
	if costs == 0 {
		cost = Figure{}
	}
	return figuresOf(year, cost, savings, funding, uncounted)
}

func figuresOf(year int, cost, savings, funding, uncounted Figure) YearFigures {
	f := YearFigures{Year: year, Cost: cost, CountedSavings: savings, CountedFunding: funding, Uncounted: uncounted}
	f.Counted = savings.Plus(funding)
	f.Gap = cost.Minus(f.Counted).AtLeastZero()
	if f.Counted.Known && cost.Positive() {
		f.Coverage = Figure{Known: true, Value: ratio(f.Counted.Value, cost.Value, 4), Terms: f.Gap.Terms}
	}
	return f
}

// CostOf is a line's running cost in the judged year with the given index.
func (c *Case) CostOf(l *LineCase, i int) Figure { return c.costOf(l.Line, c.Years[i]) }

// costOf is the running cost a line states for a year. A blank cost is unknown,
// and so is one whose kind is not known or whose sign is not settled.
func (c *Case) costOf(l *Line, year int) Figure {
	a := l.In(year)
	if !l.Kind.Known() || a.State == Blank || isNegative(a) {
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
