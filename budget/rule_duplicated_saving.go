package budget

import "strings"

// DuplicatedSaving: two projects claim the same saving, or one claims it twice.
//
// The same budget area, the same words and the same amounts, none of them zero,
// in every year: one saving cannot finance two projects, nor one twice, and nobody
// can say whose it is. Where the words are a column's heading they are not the
// project's own, and say nothing.
var ruleDuplicatedSaving = Rule{
	Code:   DuplicatedSaving,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier
		projekt: Fælles Start; fuldt belyst
		driftsudgift: Sundhedsplejersker; 2.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier
		projekt: Fælles Start; fuldt belyst
		driftsudgift: Sundhedsplejersker; 2.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Sundhedspleje`,
	Check: func(c *Case) (Answer, []Finding) {
		var findings []Finding
		for l := range c.savings {
			if len(l.Disputed) > 0 {
				f := c.finding(DuplicatedSaving, l.Item.Origin)
				f.Have, f.Related = l.called(), l.Disputed
				findings = append(findings, f)
			}
		}
		return verdictOn(findings)
	},
}

// dispute marks the savings that several projects claim.
func (cs *Cases) dispute() {
	const maxDisputed = 100 // a person looks at a few
	type claim struct {
		of   *Case
		name string // folded
		line *LineCase
	}
	claims := map[string][]claim{}
	for _, c := range cs.All {
		for l := range c.savings {
			if key, ok := l.identity(c.Years); ok && l.mayCount(c) {
				claims[key] = append(claims[key], claim{c, fold(c.Name()), l})
			}
		}
	}
	for _, same := range claims {
		for _, a := range same {
			for _, b := range same {
				if a.line != b.line && (a.of == b.of || a.name != b.name) && a.line.Item.Origin != b.line.Item.Origin {
					a.line.Disputed = append(a.line.Disputed, b.line.Item.Origin)
				}
				if len(a.line.Disputed) == maxDisputed {
					break
				}
			}
		}
	}
}

// identity is what makes a saving the same as another: area, words and amounts.
// A saving that lacks any of them, or has a zero, is like no other.
func (l *Line) identity(years []int) (string, bool) {
	area, hasArea := l.Area.Get()
	item, hasItem := l.Item.Get()
	if !hasArea || !hasItem || len(years) == 0 {
		return "", false
	}
	parts := []string{fold(area), fold(item)}
	for _, year := range years {
		a := l.In(year)
		if a.State != Given || a.Value.IsZero() {
			return "", false
		}
		parts = append(parts, a.Value.String())
	}
	return strings.Join(parts, "\x00"), true
}
