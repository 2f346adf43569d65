package excel

import "videre/budget"

// role is what a column or a label means. The roles are listed in headings.txt; a
// year's column has the role of year.
type role string

// The roles that this package names; the others go through by their names.
const (
	roleName          role = "name"
	roleDepartment    role = "department"
	roleContact       role = "contact"
	roleStart         role = "start"
	roleExpiry        role = "expiry"
	roleExtended      role = "extended"
	roleInvestment    role = "investment"
	roleInvestor      role = "investor"
	roleTarget        role = "target"
	roleParticipants  role = "participants"
	roleSocial        role = "social"
	roleEconomic      role = "economic"
	roleDocumentation role = "documentation"
	roleDocumented    role = "documented"
	roleWish          role = "wish"
	roleCapacity      role = "capacity"
	roleRemark        role = "remark"
	roleKind          role = "kind"
	roleItem          role = "item"
	roleArea          role = "area"
	rolePayer         role = "payer"
	roleShare         role = "share"
	roleReimbursement role = "reimbursement"
	roleBudgeted      role = "budgeted"
	roleFrame         role = "frame"
	roleCommitted     role = "committed"
	roleAnnual        role = "annual"
	roleTotal         role = "total"
	roleYear          role = "year"
	roleCost          role = "cost"
	roleSaving        role = "saving"
	roleFunding       role = "funding"
	roleOneOff        role = "one-off"
)

// listKinds are the kinds of the amounts that a list has in columns of their own.
var listKinds = map[role]budget.Kind{
	roleCost:    budget.Cost,
	roleSaving:  budget.Saving,
	roleFunding: budget.Funding,
	roleOneOff:  budget.OneOff,
}

// roleWord is a role as people know it, for a finding's sentence.
type roleWord role

// In is the heading that the program writes for the role, in quotation marks.
func (w roleWord) In(l budget.Language, at budget.Locator) string {
	return budget.Name(headingName(role(w), l)).In(l, at)
}

// headingName is the heading that the program writes for a role: the first of its line
// in headings.txt in Danish, the one behind a slash in English.
func headingName(r role, l budget.Language) string { return headingTable().proposal(string(r), l) }
