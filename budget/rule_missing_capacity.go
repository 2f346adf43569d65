package budget

// MissingCapacity: a project is to be scaled, and nobody says to how much.
//
// Scaling is wanted when the wish says so or a future capacity is stated.
var ruleMissingCapacity = Rule{
	Code:   MissingCapacity,
	Blocks: true,
	Fires: `
		projekt: Nabohjælp; udløber 2025; social positiv; økonomi dokumenteret; ønske skaleret
		driftsudgift: Mentorer; 1.000`,
	Accepted: `
		projekt: Nabohjælp; udløber 2025; social positiv; økonomi dokumenteret; ønske skaleret; kapacitet 200
		driftsudgift: Mentorer; 1.000`,
	Check: func(c *Case) (Answer, []Finding) {
		if !c.scalingWanted() {
			return Pass, nil
		}
		if capacity, known := c.Project.Capacity.Get(); known && capacity.IsZero() {
			return Fail, []Finding{c.finding(MissingCapacity, c.Project.Capacity.Origin)}
		}
		return present(MissingCapacity, c.Project.Capacity, c)
	},
}

// scalingWanted reports whether the wish, or a stated capacity, asks for scaling; a
// capacity of none does not.
func (c *Case) scalingWanted() bool {
	stated := c.Project.Capacity.State != Blank && !(c.Project.Capacity.Known() && c.Project.Capacity.Value.IsZero())
	return c.Project.Wish.Value == WishScaled || stated
}
