package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// readProject reads a row as a project and returns its origin.
func (r *reader) readProject(t *Records, row int) budget.Origin {
	get := func(role notation.Role) workbook.Value { return r.cell(t, row, role) }
	name := get(notation.RoleName)
	r.project = name.Text
	p := r.projectOf(name, get)
	missingIn(t, &p)
	if c := t.Column(notation.RoleInvestment); c != nil {
		p.Investment = t.keep(row, c, r.amount(t, c, r.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})))
	}
	r.sub.Projects = append(r.sub.Projects, p)
	return p.Origin
}

// projectOf reads what is said of a project, wherever it stands.
func (r *reader) projectOf(name workbook.Value, get func(notation.Role) workbook.Value) budget.Project {
	return budget.Project{
		Origin:         name.Origin,
		Name:           r.text(name),
		Department:     r.text(get(notation.RoleDepartment)),
		Contact:        r.text(get(notation.RoleContact)),
		Start:          r.year(get(notation.RoleStart)),
		Expiry:         r.year(get(notation.RoleExpiry)),
		ExtendedBefore: r.yesNo(get(notation.RoleExtended)),
		Investor:       r.text(get(notation.RoleInvestor)),
		TargetGroup:    r.count(get(notation.RoleTarget)),
		Participants:   r.count(get(notation.RoleParticipants)),
		Social:         term(r, get(notation.RoleSocial), notation.SocialEffects),
		Economic:       term(r, get(notation.RoleEconomic), notation.EconomicEffects),
		Documentation:  r.text(get(notation.RoleDocumentation)),
		Documented:     r.text(get(notation.RoleDocumented)),
		Wish:           term(r, get(notation.RoleWish), notation.Wishes),
		Capacity:       r.count(get(notation.RoleCapacity)),
		Remark:         r.text(get(notation.RoleRemark)),
	}
}

// missingIn makes unreadable what a table has no usable column for.
func missingIn(t *Records, p *budget.Project) {
	p.Name = missing(t, notation.RoleName, p.Name)
	p.Expiry = missing(t, notation.RoleExpiry, p.Expiry)
	p.ExtendedBefore = missing(t, notation.RoleExtended, p.ExtendedBefore)
	p.Social = missing(t, notation.RoleSocial, p.Social)
	p.Economic = missing(t, notation.RoleEconomic, p.Economic)
	p.Wish = missing(t, notation.RoleWish, p.Wish)
	p.Capacity = missing(t, notation.RoleCapacity, p.Capacity)
}
