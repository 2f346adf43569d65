package budget

// MissingCapacity: a project is to be scaled, and nobody says to how much.
//
// Scaling is wanted when the wish says so or a future capacity is stated.
//
// Fires:
//
//	projekt: Nabohjælp; udløber 2025; social positiv; økonomi dokumenteret; ønske skaleret
//	driftsudgift: Mentorer; 1.000
//
// Accepted:
//
//	projekt: Nabohjælp; udløber 2025; social positiv; økonomi dokumenteret; ønske skaleret; kapacitet 200
//	driftsudgift: Mentorer; 1.000
var ruleMissingCapacity = Rule{MissingCapacity, true, func(c *Case) (Answer, []Finding) {
	if !c.scalingWanted() {
		return Pass, nil
	}
	return present(MissingCapacity, c.Project.Capacity, c)
}}

// scalingWanted reports whether the wish, or a stated capacity, asks for scaling.
func (c *Case) scalingWanted() bool {
	return c.Project.Wish.Value == WishScaled || c.Project.Capacity.State != Blank
}
