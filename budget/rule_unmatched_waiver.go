package budget

import "slices"

// UnmatchedWaiver: the policy has a waiver for a project that no workbook has.
//
// Its name may be misspelt, and then the waiver does not stand where it should. A waiver
// that names no department is for one project, so it fits none where several have the name.
var ruleUnmatchedWaiver = PortfolioRule{
	Code: UnmatchedWaiver,
	Fires: `
		dispensation: V303; Nabohjelp
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		dispensation: V303; Nabohjælp
		projekt: Nabohjælp; udløber 2025; økonomi dokumenteret
		driftsudgift: Mentorer; 1.000`,
	Check: func(reports []*Report) []PortfolioFinding {
		first := slices.IndexFunc(reports, func(r *Report) bool { return r != nil })
		if first < 0 {
			return nil
		}
		var findings []PortfolioFinding
		for _, w := range reports[first].Policy.Waivers {
			found := 0
			eachAssessment(reports, func(_ int, a *Assessment) {
				if sameName(a.Name(), w.Project) && (w.Department == "" || sameName(a.Project.Department.Text, w.Department)) {
					found++
				}
			})
			if found == 1 || found > 1 && w.Department != "" {
				continue
			}
			f := PortfolioFinding{Code: UnmatchedWaiver, Project: w.Project, At: Spot{Submission: -1}}
			f.Have = Quote(w.Code.String())
			if found > 1 {
				f.Want = Count(found)
			}
			findings = append(findings, f)
		}
		return findings
	},
}
