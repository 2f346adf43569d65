package reading

import (
	"slices"
	"strings"
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// projectOrigin is the project of a line; none when no project of the workbook has its name.
func (r *reader) projectOrigin(l *budget.Line) budget.Origin {
	if l.Owner != budget.NoOrigin {
		return l.Owner
	}
	return r.known[r.fold(l.Project.Text)]
}

// fold is a name as names are compared, made once.
func (r *reader) fold(name string) string {
	folded, done := r.folded[name]
	if !done {
		folded = budget.FoldName(name)
		r.folded[name] = folded
	}
	return folded
}

// qualify reads what the words of a line's kind, item and payer say of it besides: that a
// saving is gross or in the budget already, that it falls to another or in part to one. What
// they take back is unknown.
func (r *reader) qualify(t *Records, l *budget.Line) {
	if l.Kind.Known() && l.Kind.Value != budget.Saving {
		return
	}
	texts := []budget.Field[string]{
		{Text: l.Kind.Text, Origin: l.Kind.Origin}, {Text: l.Item.Text, Origin: l.Item.Origin},
	}
	own := func(o budget.Origin) bool { return t.RefOf(o).Row == t.RefOf(l.Origin).Row }
	for _, f := range texts {
		if !own(f.Origin) {
			continue
		}
		said := r.Heading(f.Text)
		if said.Way == budget.Gross && l.Reimbursement.State == budget.Blank {
			l.Reimbursement = budget.Field[budget.Reimbursement]{
				State: budget.Given, Value: budget.Gross, Text: f.Text, Origin: f.Origin,
			}
		}
		if said.Budgeted && l.Budgeted.State == budget.Blank {
			l.Budgeted = budget.Field[bool]{State: budget.Given, Value: true, Text: f.Text, Origin: f.Origin}
		}
		other := l.Payer.Known() && !l.Share.Known() && len(said.Payers) == 1 && said.Payers[0] != l.Payer.Value
		against := slices.DeleteFunc(notation.ReadRemark(f.Text).Against, func(a notation.Against) bool {
			switch a.Contradiction {
			case notation.OtherPrices, notation.OtherUnit: // the amounts have what their row says
				return true
			case notation.OldRates:
				return slices.Max(a.Years) >= r.base-1
			case notation.BeforeRefund:
				return l.Reimbursement.Known()
			case notation.AlreadyBudgeted:
				return l.Budgeted.Known()
			}
			return a.Contradiction == notation.OtherPayer &&
				(l.Payer.Known() && l.Payer.Value != budget.Municipality || l.Share.Known())
		})
		if other || len(against) > 0 {
			r.report(budget.Finding{
				Code: budget.ContradictingRemark, Project: r.project, Origin: f.Origin, Have: budget.Quote(f.Text),
			})
			r.unknownMoney(r.projectOrigin(l), f.Origin, kindsOfLines(l)...)
		}
	}
	if own(l.Area.Origin) {
		r.holdArea(l)
	}
	if own(l.Item.Origin) {
		r.holdItem(l)
	}
	p := &l.Payer
	if p.Known() && own(p.Origin) && p.Origin != l.Item.Origin && strings.ContainsAny(p.Text, "0123456789") {
		p.State = budget.Unreadable // a share, or a year that it holds from
		v := workbook.Value{Text: p.Text, Origin: p.Origin}
		r.tell(budget.UnknownTerm, v, budget.Quote(p.Text), notation.Payers.Choices())
	}
}

// holdArea holds the area that gives a saving up against whose the saving is: what the
// municipality saves is given up by no budget of the region or the state.
func (r *reader) holdArea(l *budget.Line) {
	payer := notation.ReadAreaPayer(l.Area.Value)
	if notation.SaysOthersCost(l.Area.Value) {
		payer = budget.Other
	}
	if payer == 0 || !l.Kind.Known() || !l.Area.Known() || l.Payer.Value != budget.Municipality || l.Area.Origin == l.Item.Origin {
		return
	}
	r.report(budget.Finding{
		Code: budget.ContradictingRemark, Project: r.project, Origin: l.Area.Origin, Have: budget.Quote(l.Area.Text),
	})
	r.unknownMoney(r.projectOrigin(l), l.Area.Origin, kindsOfLines(l)...)
}

// holdItem holds the name of a saving against whose it is: what others pay less is no money of the
// municipality's, "Boligselskabets tab ved udsættelser".
func (r *reader) holdItem(l *budget.Line) {
	mine := l.Kind.Known() && l.Payer.Value == budget.Municipality && l.Payer.Origin != l.Item.Origin && !l.Share.Known()
	if !mine || !notation.SaysOthersCost(l.Item.Text) || r.contradicted(l.Item.Origin) {
		return
	}
	r.report(budget.Finding{
		Code: budget.ContradictingRemark, Project: r.project, Origin: l.Item.Origin, Have: budget.Quote(l.Item.Text),
	})
	r.unknownMoney(r.projectOrigin(l), l.Item.Origin, kindsOfLines(l)...)
}
