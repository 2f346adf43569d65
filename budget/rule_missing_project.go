package budget

// MissingProject: a line names no project.
//
// It may belong to the project named above it, and it may not. Until somebody has
// said which, that project's sums are unknown.
var ruleMissingProject = WorkbookRule{
	Code: MissingProject,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		driftsudgift: Lokaler; 500; projekt`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		driftsudgift: Lokaler; 500; projekt Nabohjælp`,
	Check: func(cs *Cases) []Finding {
		var findings []Finding
		for _, l := range cs.Nameless {
			at := l.Project.Origin
			if at == NoOrigin {
				at = l.Origin
			}
			f := Finding{Code: MissingProject, Origin: at, Have: l.called(), Want: Phrase(say("none-known"))}
			if l.Below != "" {
				f.Want, f.Project = Name(l.Below), l.Below
			}
			findings = append(findings, f)
		}
		return findings
	},
}
