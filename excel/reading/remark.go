package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
)

// tellRemark tells of a remark that takes back what its line says: what the line counts for
// is then not known.
func (r *reader) tellRemark(l *budget.Line) {
	if len(notation.ReadRemark(l.Remark.Text)) == 0 {
		return
	}
	r.tellContradiction(l.Remark)
	r.sub.Unread = append(r.sub.Unread, budget.Unread{Project: r.projectOrigin(l), Origin: l.Remark.Origin, Money: true})
}

// tellProjectRemark tells of a remark that takes back what stands of its project.
func (r *reader) tellProjectRemark(p *budget.Project) {
	if len(notation.ReadRemark(p.Remark.Text)) == 0 {
		return
	}
	r.tellContradiction(p.Remark)
	r.sub.Unread = append(r.sub.Unread, budget.Unread{Project: p.Origin, Origin: p.Remark.Origin, Money: true})
}

func (r *reader) tellContradiction(remark budget.Field[string]) {
	r.report(budget.Finding{Code: budget.ContradictingRemark, Project: r.project, Origin: remark.Origin, Have: budget.Name(remark.Text)})
}

// projectOrigin is the project of a line; none when no project of the workbook has its name.
func (r *reader) projectOrigin(l *budget.Line) budget.Origin {
	if l.Owner != budget.NoOrigin {
		return l.Owner
	}
	return r.known[budget.FoldName(l.Project.Text)]
}
