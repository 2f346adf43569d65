package budget

import (
	"slices"

	"github.com/shopspring/decimal"
)

// prices brings a project's amounts to one price level.
type prices struct {
	levels []int // the levels the project's amounts are stated in, ascending
	target int   // the level amounts are brought to, when there are several
	index  map[int]decimal.Decimal
}

// priceLevels finds the price levels of the project's stated amounts.
func (c *Case) priceLevels() prices {
	p := prices{target: c.Policy.PriceLevel}
	if p.target == 0 {
		p.target = c.BudgetYear()
	}
	for _, l := range c.Lines {
		l.Stated(func(a Amount) bool {
			if a.State == Given && a.PriceLevel != 0 && !slices.Contains(p.levels, a.PriceLevel) {
				p.levels = append(p.levels, a.PriceLevel)
			}
			return true
		})
	}
	slices.Sort(p.levels)
	if len(p.levels) > 1 && len(c.Policy.PriceIndex) > 0 {
		p.index = make(map[int]decimal.Decimal, len(c.Policy.PriceIndex))
		for _, i := range c.Policy.PriceIndex {
			p.index[i.Year] = i.Index
		}
	}
	return p
}

// mixed reports whether amounts stand in several levels that no index joins.
func (p prices) mixed() bool {
	if len(p.levels) < 2 {
		return false
	}
	for _, level := range append([]int{p.target}, p.levels...) {
		if !p.index[level].IsPositive() {
			return true
		}
	}
	return false
}

// figure is the amount at the common price level. With one level it is the
// amount itself; with several, the amount × index of the target ÷ index of its
// own level, to sixteen decimals; unknown where the policy has no index for both.
func (p prices) figure(a Amount) Figure {
	f := figureOf(a)
	if a.State != Given || len(p.levels) < 2 || a.PriceLevel == p.target {
		return f
	}
	if a.PriceLevel == 0 || p.mixed() {
		f.Known = false
		return f
	}
	f.Value = a.Value.Mul(p.index[p.target]).DivRound(p.index[a.PriceLevel], 16)
	return f
}
