package budget

// BlankCost: a running cost has no amount in a year that is judged.
//
// A blank cost is not zero: it is unknown, and so is whether the year is
// financed. Zero is written 0. A zero in the last years is as good as blank where the project
// is to go on and would be financed in full by it alone.
var ruleBlankCost = Rule{
	Code:   BlankCost,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 2026 1.000; 2027 1.000; 2028 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 2026 1.000; 2027 1.000; 2028 1.000; 2029 500`,
	Check: func(c *Case) (Answer, []Finding) {
		if c.moneyUnread(Cost) {
			return Unknown, nil
		}
		var findings []Finding
		answer := Pass
		for _, l := range c.Lines {
			kind, known := l.Kind.Get()
			if !known {
				answer = answer.And(Unknown)
				continue
			}
			if kind != Cost {
				continue
			}
			if blank := blanks(l.Line, c.Years); len(blank) > 0 {
				f := blankFinding(c, BlankCost, l, blank)
				f.Have = Phrase(say("cost.blank", Arg{"item", f.Have}))
				findings = append(findings, f)
			}
		}
		if free := c.unfinanced(c.freeYears()); len(free) > 0 {
			findings = append(findings, c.freeFinding(free))
		}
		if len(findings) > 0 {
			return Fail, findings
		}
		return answer, nil
	},
}

// blanks are the judged years in which a line states no amount.
func blanks(l *Line, years []int) []int {
	var blank []int
	for _, year := range years {
		if l.In(year).State == Blank {
			blank = append(blank, year)
		}
	}
	return blank
}

// blankFinding is the finding at the first of a line's blank amounts.
func blankFinding(c *Case, code Code, l *LineCase, blank []int) Finding {
	f := c.finding(code, l.In(blank[0]).Origin)
	f.Have, f.Want = l.called(), yearList(blank)
	for _, year := range blank[1:] {
		if o := l.In(year).Origin; o != f.Origin {
			f.Related = append(f.Related, o)
		}
	}
	return f
}

// yearList is years as a value to be said.
func yearList(years []int) List {
	var list List
	for _, year := range years {
		list = append(list, Year(year))
	}
	return list
}
