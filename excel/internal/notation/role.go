package notation

import (
	"videre/budget"
)

// Role is what a column or a label means. The roles are listed in headings.txt; a
// year's column has the role of year.
type Role string

// The roles of headings.txt, and that of a year.
const (
	RoleName          Role = "name"
	RoleDepartment    Role = "department"
	RoleContact       Role = "contact"
	RoleStart         Role = "start"
	RoleExpiry        Role = "expiry"
	RoleExtended      Role = "extended"
	RoleInvestment    Role = "investment"
	RoleInvestor      Role = "investor"
	RoleTarget        Role = "target"
	RoleParticipants  Role = "participants"
	RoleSocial        Role = "social"
	RoleEconomic      Role = "economic"
	RoleDocumentation Role = "documentation"
	RoleDocumented    Role = "documented"
	RoleWish          Role = "wish"
	RoleCapacity      Role = "capacity"
	RoleRemark        Role = "remark"
	RoleKind          Role = "kind"
	RoleItem          Role = "item"
	RoleArea          Role = "area"
	RolePayer         Role = "payer"
	RoleShare         Role = "share"
	RoleReimbursement Role = "reimbursement"
	RoleBudgeted      Role = "budgeted"
	RoleFrame         Role = "frame"
	RoleCommitted     Role = "committed"
	RoleApproved      Role = "approved"
	RoleProbability   Role = "probability"
	RoleFromYear      Role = "from-year"
	RoleUntilYear     Role = "until-year"
	RoleAnnual        Role = "annual"
	RoleTotal         Role = "total"
	RoleYear          Role = "year"
	RoleCost          Role = "cost"
	RoleSaving        Role = "saving"
	RoleFunding       Role = "funding"
	RoleOneOff        Role = "one-off"
)

// ListKinds are the kinds of the amounts that a list has in columns of their own.
var ListKinds = map[Role]budget.Kind{
	RoleCost:         budget.Cost,
	RoleSaving:       budget.Saving,
	RoleFunding:      budget.Funding,
	RoleOneOff:       budget.OneOff,
	RoleReallocation: budget.Reallocation,
	RoleRepayment:    budget.Repayment,
}

// RoleWord is a role as people know it, for a finding's sentence.
type RoleWord Role

// In is the heading that the program writes for the role, in quotation marks.
func (w RoleWord) In(l budget.Language, at budget.Locator) string {
	return budget.Name(HeadingName(Role(w), l)).In(l, at)
}

// HeadingName is the heading that the program writes for a role: the first of its line in
// headings.txt that is in the language.
func HeadingName(r Role, l budget.Language) string { return HeadingTable().Proposal(string(r), l) }
