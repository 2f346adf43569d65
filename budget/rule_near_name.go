package budget

// NearName: a line names a project that is nearly, but not quite, one of the
// workbook's.
//
// It may be a slip of the pen or another project. Until somebody has said which,
// the sums of each project it may belong to are unknown.
var ruleNearName = WorkbookRule{
	Code: NearName,
	Fires: `
		projekt: UngiFokus; fuldt belyst
		driftsudgift: Mentorer; 1.000
		driftsudgift: Lokaler; 500; projekt Ungifokuss`,
	Accepted: `
		projekt: UngiFokus; fuldt belyst
		driftsudgift: Mentorer; 1.000
		driftsudgift: Lokaler; 500; projekt ungifokus`,
	Check: func(cs *Cases) []Finding {
		var findings []Finding
		for _, n := range cs.Near {
			f := Finding{Code: NearName, Origin: n.Line.Project.Origin, Have: Quote(n.Line.Project.Text)}
			var meant List
			for _, c := range n.Cases {
				meant = append(meant, Name(c.Name()))
				f.Related = append(f.Related, c.Project.Name.Origin)
			}
			f.Want = meant
			if len(n.Cases) == 1 {
				f.Project = n.Cases[0].Name()
			}
			findings = append(findings, f)
		}
		return findings
	},
}
