package budget

// DuplicateProject: the same project stands twice in one workbook.
//
// Its lines cannot be divided between the two rows, and two rows can say
// different things of one project. Letters' case and blanks do not tell names apart.
var ruleDuplicateProject = Rule{
	Code:   DuplicateProject,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		projekt: nabohjælp; fuldt belyst`,
	Accepted: `
		projekt: Nabohjælp Nord; fuldt belyst
		driftsudgift: Mentorer; 1.000
		projekt: Nabohjælp Syd; fuldt belyst
		driftsudgift: Mentorer; 1.000`,
	Check: func(c *Case) (Answer, []Finding) {
		if len(c.Twins) == 0 {
			return Pass, nil
		}
		f := c.finding(DuplicateProject, c.Project.Name.Origin)
		f.Have = Quote(c.Name())
		for _, twin := range c.Twins {
			f.Related = append(f.Related, twin.Name.Origin)
		}
		return Fail, []Finding{f}
	},
}
