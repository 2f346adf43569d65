package budget

// NeedlessWaiver: the policy waives a finding that the project does not have.
//
// The fault may have been put right since, or the waiver names another code than was
// meant. A waiver that is not needed should not stand there next year.
var ruleNeedlessWaiver = WorkbookRule{
	Code: NeedlessWaiver,
	Fires: `
		dispensation: V303; Nabohjælp
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		dispensation: V303; Nabohjælp
		projekt: Nabohjælp; udløber 2025; økonomi dokumenteret
		driftsudgift: Mentorer; 1.000`,
	Check: func(cs *Cases) []Finding {
		var findings []Finding
		for _, w := range cs.Policy.Waivers {
			for _, c := range cs.All {
				if c.named(w.Department, w.Project) && !cs.hasFinding(w) {
					f := c.finding(NeedlessWaiver, c.Project.Origin)
					f.Have = Quote(w.Code.String())
					findings = append(findings, f)
					break
				}
			}
		}
		return findings
	},
}

// hasFinding reports whether a waiver's finding was given.
func (cs *Cases) hasFinding(w Waiver) bool {
	for _, f := range cs.Found {
		if f.Code == w.Code && sameName(f.Project, w.Project) {
			return true
		}
	}
	return false
}
