package budget

// ExcessiveCapacity: a project is to be scaled beyond its own target group.
var ruleExcessiveCapacity = Rule{
	Code:   ExcessiveCapacity,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; fuldt belyst; kapacitet 300; målgruppe 200
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst; kapacitet 200; målgruppe 200
		driftsudgift: Mentorer; 1.000`,
	Check: func(c *Case) (Answer, []Finding) {
		capacity, stated := c.Project.Capacity.Get()
		group, limited := c.Project.TargetGroup.Get()
		if stated && c.Project.TargetGroup.State.Unread() {
			return Unknown, nil
		}
		if !stated || !limited || capacity.LessThanOrEqual(group) {
			return Pass, nil
		}
		f := c.finding(ExcessiveCapacity, c.Project.Capacity.Origin)
		f.Have, f.Want = Number{capacity}, Number{group}
		f.Related = []Origin{c.Project.TargetGroup.Origin}
		return Fail, []Finding{f}
	},
}
