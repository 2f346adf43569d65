package budget

import "slices"

// Report is what the program says of a submission.
type Report struct {
	Policy      *Policy      // what it was judged by
	BudgetYear  int          // 0 while nothing says which it is
	Years       []int        // the years judged
	Assumptions []Assumption // what was taken for granted, to be told in every output
	Assessments []Assessment // one a project, in the order of the projects
	Findings    []Finding    // by place
	Unassigned  []*Line      // lines that are no project's
}

// Assessment is the technical verdict on one project, with all it rests on.
type Assessment struct {
	*Case
	Facts    Facts        // what the decision table was asked about
	Answers  []RuleAnswer // of every project rule, in the order they are listed
	Decision Decision     // the row that fits
	Reasons  []Message    // the decisive one first
	Changes  []Message    // what would change the verdict
	Waivers  []Waiver     // the policy's for this project
}

// RuleAnswer is what one rule answered.
type RuleAnswer struct {
	Code   Code   // the rule's
	Answer Answer // fail where it found something
}

// Review holds a submission against a policy. It is a pure function: the same
// submission and policy give the same report.
func Review(s *Submission, p *Policy) *Report {
	cs := newCases(s, p)
	r := &Report{Policy: p, BudgetYear: cs.Year.Year, Assumptions: s.Assumed}
	if r.BudgetYear != 0 {
		r.Years = p.Years(r.BudgetYear)
		r.Assumptions = append([]Assumption{yearAssumption(cs.Year)}, s.Assumed...)
	}
	r.Findings = append(r.Findings, s.Findings...)
	for _, c := range cs.All {
		a, findings := assess(c)
		r.Assessments = append(r.Assessments, a)
		r.Findings = append(r.Findings, findings...)
	}
	cs.Found = r.Findings
	for _, rule := range workbookRules {
		r.Findings = append(r.Findings, rule.Check(cs)...)
	}
	r.Unassigned = append(append(r.Unassigned, cs.Orphans...), cs.Nameless...)
	for _, n := range cs.Near {
		r.Unassigned = append(r.Unassigned, n.Line)
	}
	r.Findings = toldOnce(r.Findings)
	sortFindings(r.Findings)
	return r
}

// toldOnce leaves out what is told already: of an amount what reading says of its siblings
// where a rule says more of it, or of a year without cost that the cost is missing, and of a coverage that it is unusual where reading names an
// amount that it rests on.
func toldOnce(findings []Finding) []Finding {
	ruled, unlike, blank := map[Origin]bool{}, map[Origin]bool{}, map[Origin]bool{}
	for _, f := range findings {
		if f.Code == BlankCost {
			blank[f.Origin] = true
			for _, at := range f.Related {
				blank[at] = true
			}
		}
		if f.Code == ImplausibleAmount || f.Code == SuspiciousAmount && f.Want != nil {
			ruled[f.Origin] = true
			for _, at := range f.Related {
				ruled[at] = true
			}
		}
	}
	for _, f := range findings {
		unlike[f.Origin] = unlike[f.Origin] || f.Code == UnlikeSiblings && !ruled[f.Origin]
	}
	return slices.DeleteFunc(findings, func(f Finding) bool {
		switch f.Code {
		case UnlikeSiblings:
			return ruled[f.Origin]
		case CeasingCost:
			return blank[f.Origin]
		case SuspiciousAmount:
			return f.Want == nil && slices.ContainsFunc(f.Related, func(at Origin) bool { return unlike[at] })
		}
		return false
	})
}

// assess holds one case against every rule and the decision table.
func assess(c *Case) (Assessment, []Finding) {
	a := Assessment{Case: c, Facts: c.facts()}
	var findings []Finding
	complete := c.figuresKnown()
	for _, rule := range projectRules {
		answer, found := rule.Check(c)
		a.Answers = append(a.Answers, RuleAnswer{rule.Code, answer})
		findings = append(findings, found...)
		if rule.Blocks {
			complete = complete.And(answer)
		}
	}
	a.Facts[FactComplete] = yesNo(complete == Pass)
	a.Decision = c.Policy.Decision.Decide(a.Facts)
	a.Waivers = c.waivers()
	a.Reasons = a.reasons(findings)
	a.Changes = a.changes(findings)
	return a, findings
}

// facts are the case's facts but for completeness, which the rules decide.
func (c *Case) facts() Facts {
	p := c.Project
	facts := Facts{
		FactSocial:    uint8(p.Social.Value),
		FactEconomic:  uint8(p.Economic.Value),
		FactFinancing: c.financing(),
		FactScaling:   yesNo(c.scalingWanted()),
	}
	if year, known := p.Expiry.Get(); known && len(c.Years) > 0 {
		facts[FactExpiry] = timing(year, c.BudgetYear()-1)
	}
	switch p.Wish.State {
	case Blank:
		facts[FactWish] = WishNone
	case Given:
		facts[FactWish] = uint8(p.Wish.Value)
	default:
		facts[FactScaling] = 0
	}
	if extended, known := p.ExtendedBefore.Get(); known {
		facts[FactExtended] = yesNo(extended)
	}
	return facts
}

func timing(expiry, due int) uint8 {
	switch {
	case expiry > due:
		return ExpiresLater
	case expiry < due:
		return ExpiresEarlier
	}
	return ExpiresDue
}

// financing is how far the project is financed, as the policy measures it; 0
// while any figure is unknown.
func (c *Case) financing() uint8 {
	if c.figuresKnown() != Pass {
		return 0
	}
	full, counted := true, false
	cost, financed := zero(), zero()
	for _, f := range c.Figures {
		full = full && f.Gap.Value.LessThanOrEqual(c.Policy.Tolerance)
		counted = counted || f.Counted.Value.IsPositive()
		cost, financed = cost.Plus(f.Cost), financed.Plus(f.Counted)
	}
	switch c.Policy.Measure {
	case WholePeriod:
		full = cost.Value.Sub(financed.Value).LessThanOrEqual(c.Policy.Tolerance)
	case SteadyState:
		full = c.Figures[len(c.Figures)-1].Gap.Value.LessThanOrEqual(c.Policy.Tolerance)
	}
	switch {
	case full && c.temporary():
		return FinancingTemporary
	case full:
		return FinancingFull
	case counted:
		return FinancingPartial
	}
	return FinancingNone
}

// temporary reports whether the financing of the last year rests on funding that ends: then
// money is missing in the years after it.
func (c *Case) temporary() bool {
	last := c.Figures[len(c.Figures)-1].Gap.Value
	after := c.After().Value
	return after.GreaterThan(c.Policy.Tolerance) && after.GreaterThan(last)
}

// After is what is missing a year after the judged ones: the gap of the last of them without
// the funding that has ended by then, or that nothing says goes on.
func (c *Case) After() Figure {
	if len(c.Figures) == 0 {
		return Figure{}
	}
	last := len(c.Figures) - 1
	lasting := c.Figures[last].Counted
	for _, l := range c.Lines {
		if l.Kind.Value == Funding && !l.lasts(c) {
			lasting = lasting.Minus(l.Counted[last])
		}
	}
	return c.Figures[last].Cost.Minus(lasting).AtLeastZero()
}

// figuresKnown answers whether every sum of every judged year is known, and every
// line and cell that may be the project's is settled.
func (c *Case) figuresKnown() Answer {
	known := len(c.Figures) > 0 && len(c.Doubtful) == 0 && len(c.Unread) == 0
	for _, f := range c.Figures {
		known = known && f.Cost.Known && f.Counted.Known && f.Uncounted.Known
	}
	if known {
		return Pass
	}
	return Unknown
}

// waivers are the policy's waivers of the project.
func (c *Case) waivers() []Waiver {
	var own []Waiver
	for _, w := range c.Policy.Waivers {
		if c.named(w.Department, w.Project) {
			own = append(own, w)
		}
	}
	return own
}

// named reports whether the policy means the project: by its name, and its department where
// one is stated. No department is enough only while no other project has the name.
func (c *Case) named(department, project string) bool {
	if !sameName(project, c.Name()) {
		return false
	}
	if department == "" {
		return len(c.Twins) == 0
	}
	return sameName(department, c.Project.Department.Text)
}

// confirmation is the policy's word that an amount is right, as it stands.
func (c *Case) confirmation(code Code, a Amount) (Confirmation, bool) {
	for _, x := range c.Policy.Confirmations {
		if x.Code == code && c.named(x.Department, x.Project) && x.Amount.Equal(a.Value) {
			return x, true
		}
	}
	return Confirmation{}, false
}

// confirmed are the confirmations of amounts that the project's lines state.
func (c *Case) confirmed() []Confirmation {
	var list []Confirmation
	for _, l := range c.Lines {
		for a := range l.Stated {
			if x, ok := c.confirmation(ImplausibleAmount, a); ok && !slices.Contains(list, x) {
				list = append(list, x)
			}
		}
	}
	return list
}

// Due reports whether the project expires the year before the budget year, and
// whether that is known.
func (a *Assessment) Due() (due, known bool) {
	return a.Facts[FactExpiry] == ExpiresDue, a.Facts[FactExpiry] != 0
}

// Verdict is the technical verdict.
func (a *Assessment) Verdict() Verdict { return a.Decision.Row.Verdict }
