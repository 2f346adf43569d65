package budget

import "slices"

// A dash and a zero are both read as zero, and in a year without cost nothing can be missing.
// Reading tells of it. Where a project that is to go on would count as financed in full only
// because its last years cost nothing, their cost is missing.

// freeYears are the indexes of the judged years in which a project costs nothing that costs
// something in others.
func (c *Case) freeYears() (free []int) {
	for i := range c.Figures {
		switch running := c.Figures[i].Running; {
		case !running.Known:
			return nil
		case running.IsZero():
			free = append(free, i)
		}
	}
	if len(free) == len(c.Figures) {
		return nil
	}
	return free
}

// nearestCost is the running cost of the year with one that is nearest to a year without, the
// earlier of two.
func (c *Case) nearestCost(free int) Figure {
	for distance := 1; distance < len(c.Figures); distance++ {
		for _, i := range []int{free - distance, free + distance} {
			if i >= 0 && i < len(c.Figures) && !c.Figures[i].Running.IsZero() {
				return c.Figures[i].Running
			}
		}
	}
	return Figure{}
}

// unfinanced are the last years without cost, of a project that is to go on and would count as
// financed in full: what counts in them would not pay the cost of the year before.
func (c *Case) unfinanced(free []int) (unfinanced []int) {
	wish := c.Project.Wish.Value
	if c.Project.Wish.Known() && (wish == WishExtended || wish == WishEnded) || c.financing() != FinancingFull {
		return nil
	}
	for i := len(c.Figures) - 1; i >= 0 && slices.Contains(free, i); i-- {
		if cost := c.nearestCost(i); c.Figures[i].Counted.Value.LessThan(cost.Value) {
			unfinanced = append(unfinanced, i)
		}
	}
	slices.Reverse(unfinanced)
	return unfinanced
}

// freeFinding is the finding of years whose cost is missing, at the first amount that is zero.
func (c *Case) freeFinding(free []int) Finding {
	var at []Origin
	var years []int
	for _, i := range free {
		years = append(years, c.Years[i])
		for _, l := range c.Lines {
			if o := l.In(c.Years[i]).Origin; l.Kind.Known() && l.Kind.Value == Cost && !slices.Contains(at, o) {
				at = append(at, o)
			}
		}
	}
	f := c.finding(BlankCost, at[0])
	f.Have = Phrase(say("cost.free", Arg{"cost", Kroner{c.nearestCost(free[0]).Value}}))
	f.Want, f.Related = yearList(years), at[1:]
	return f
}
