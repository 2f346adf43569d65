package budget

// RepeatedProject: the same project stands in several workbooks.
//
// Two departments may report it with different figures, and sums across workbooks
// count it twice. Which applies is for them to settle.
var ruleRepeatedProject = PortfolioRule{
	Code: RepeatedProject,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		---
		projekt: nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.200`,
	Accepted: `
		projekt: Nabohjælp Nord; fuldt belyst
		driftsudgift: Mentorer; 1.000
		---
		projekt: Nabohjælp Syd; fuldt belyst
		driftsudgift: Mentorer; 1.200`,
	Check: func(reports []*Report) []PortfolioFinding {
		var names groups[member]
		eachAssessment(reports, func(submission int, a *Assessment) {
			if name, ok := a.Project.Name.Get(); ok {
				names.add(fold(name), member{submission: submission, of: a})
			}
		})
		var findings []PortfolioFinding
		for _, key := range names.order {
			members := names.byKey[key]
			first := members[0]
			f := PortfolioFinding{
				Code: RepeatedProject, Project: first.of.Name(),
				At: first.spot(first.of.Project.Name.Origin), Have: Quote(first.of.Name()),
			}
			var said List
			across := false
			for i, m := range members {
				said = append(said, m.figures())
				if i > 0 {
					f.Related = append(f.Related, m.spot(m.of.Project.Name.Origin))
				}
				across = across || m.submission != first.submission
			}
			if f.Want = some(said); across {
				findings = append(findings, f)
			}
		}
		return findings
	},
}

// figures are a project's cost and financing in its worst year, as a phrase.
func (m member) figures() Value {
	worst, _ := m.of.Worst()
	amount := func(f Figure) Value {
		if !f.Known {
			return Phrase(say("fact.unknown"))
		}
		return Kroner{f.Value}
	}
	return Phrase(say("portfolio.same", Arg{"project", Name(m.of.Name())},
		Arg{"cost", amount(worst.Cost)}, Arg{"counted", amount(worst.Counted)}))
}
