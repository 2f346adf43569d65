package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
)

// doubtForetold makes a good effect unknown that its heading says is only expected, "Forventet
// social effekt", or what an application promised, and tells so once at the heading.
func (r *reader) doubtForetold(p *budget.Project, role notation.Role, heading string, at budget.Origin) {
	if !notation.IsForetold(heading) {
		return
	}
	switch {
	case role == notation.RoleSocial && p.Social.Value == budget.SocialPositive:
		p.Social.State = budget.Unreadable
	case role == notation.RoleEconomic && p.Economic.Value == budget.EconomicDocumented:
		p.Economic.State = budget.Unreadable
	default:
		return
	}
	if r.contradicted(at) {
		return
	}
	r.report(budget.Finding{
		Code: budget.ContradictingRemark, Project: r.project, Origin: at, Have: budget.Quote(heading),
		Want: budget.Phrase(budget.Message{Key: budget.Key("remark." + string(notation.Denied))}),
	})
}
