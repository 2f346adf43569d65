package reading

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// doubtFacts tells of the facts of projects that say something else than what is judged: papers that
// are not there, money that goes back, a decision that the project closes.
func (l *ledger) doubtFacts() {
	for i := range l.sub.Projects {
		p := &l.sub.Projects[i]
		l.doubtPapers(p)
		l.doubtInvestor(p)
	}
	for _, t := range l.allTables() {
		l.doubtDecisions(t)
	}
	for _, f := range l.projectSheets {
		for i := range f.Labels {
			if label := &f.Labels[i]; label.Role == notation.RoleDecision {
				l.doubtDecision(f.Origin(f.NameAt), label.Value)
			}
		}
	}
}

// remarkOf is a text in a cell of a project's own.
func remarkOf(p budget.Origin, text string, at budget.Origin) *remark {
	return &remark{text: text, at: at, inCell: true, place: place{own: true, owners: []budget.Origin{p}}}
}

// isTold reports whether a finding stands at a cell.
func (l *ledger) isTold(at budget.Origin) bool {
	return slices.ContainsFunc(l.sub.Findings, func(f budget.Finding) bool { return f.Origin == at })
}

// doubtPapers tells of a documentation that is not there, of an economic effect that is said to be
// documented.
func (l *ledger) doubtPapers(p *budget.Project) {
	claimed := p.Economic.Known() && p.Economic.Value == budget.EconomicDocumented
	if d := &p.Documentation; claimed && d.Known() && !l.isTold(d.Origin) && notation.SaysMissing(d.Text) {
		l.warn(remarkOf(p.Origin, d.Text, d.Origin), budget.UnclearRemark)
	}
}

// doubtInvestor tells of an investor who is to have the money back, where no line says what.
func (l *ledger) doubtInvestor(p *budget.Project) {
	if !p.Investor.Known() || !notation.SaysRepaid(p.Investor.Text) || l.isTold(p.Investor.Origin) {
		return
	}
	repays := slices.ContainsFunc(l.sub.Lines, func(line budget.Line) bool {
		return line.Kind.Value == budget.Repayment && l.projectOrigin(&line) == p.Origin
	})
	if repays {
		return
	}
	against := notation.Against{Contradiction: notation.Repays, Clause: p.Investor.Text}
	l.contradicts(remarkOf(p.Origin, p.Investor.Text, p.Investor.Origin), &against, []budget.Origin{p.Origin})
	l.unknownMoney(p.Origin, p.Investor.Origin, budget.Cost)
}

// doubtDecisions tells of decisions against projects, in the columns of a table.
func (l *ledger) doubtDecisions(t *Records) {
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Role == notation.RoleDecision && t.Projects {
			for _, v := range l.valuesIn(t, c.Col, t.Data) {
				l.doubtDecision(t.owners[l.rowOf(t, v)], v)
			}
		}
	}
}

// doubtDecision tells of a decision that a project does not go on. What is decided is shown and never
// judged, but somebody is to see that it stands there.
func (l *ledger) doubtDecision(p budget.Origin, v workbook.Value) {
	if p != budget.NoOrigin && v.Kind == workbook.Text && !l.isTold(v.Origin) && notation.SaysDecidedAgainst(v.Text) {
		l.warn(remarkOf(p, v.Text, v.Origin), budget.UnclearRemark)
	}
}

// tellBorrowed tells of a financing line whose own words name another project of the workbook: it may be
// what that one saves.
func (r *reader) tellBorrowed(l *budget.Line) {
	if !slices.Contains(financing, l.Kind.Value) || r.countsNothing(l) || !statesAmount(l) {
		return
	}
	owner := r.projectOrigin(l)
	for _, f := range []budget.Field[string]{l.Item, l.Area} {
		for i := range r.sub.Projects {
			p := &r.sub.Projects[i]
			names := notation.Names(f.Text, p.Name.Text) && !strings.EqualFold(f.Text, p.Name.Text) &&
				workbook.RefOf(f.Origin).Row == workbook.RefOf(firstAmount(l)).Row
			if p.Origin == owner || !names || r.nameWithin(owner, p.Name.Text) {
				continue
			}
			r.report(budget.Finding{
				Code: budget.UnclearRemark, Project: r.nameOf(owner), Origin: f.Origin, Have: budget.Quote(f.Text),
			})
			return
		}
	}
}

// nameWithin reports whether a project's own name holds another's.
func (r *reader) nameWithin(project budget.Origin, other string) bool {
	return notation.Names(r.nameOf(project), other)
}
