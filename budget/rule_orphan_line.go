package budget

// OrphanLine: a line is for no project of the workbook.
//
// Its amount is in nobody's figures. Either the project is missing or its name
// is written differently here.
var ruleOrphanLine = WorkbookRule{
	Code: OrphanLine,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		driftsudgift: Skolestart; 500; projekt Børnebro`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		driftsudgift: Skolestart; 500; projekt Nabohjælp`,
	Check: func(cs *Cases) []Finding {
		if len(cs.All) == 0 {
			return nil
		}
		var findings []Finding
		for _, l := range cs.Orphans {
			if l.Project.State.Unread() {
				continue
			}
			at := l.Project.Origin
			if at == NoOrigin {
				at = l.Origin
			}
			if n := len(findings); n > 0 && findings[n-1].Origin == at {
				continue // the name stands once for several lines
			}
			findings = append(findings, Finding{Code: OrphanLine, Origin: at, Have: Quote(l.Project.Text)})
		}
		return findings
	},
}
