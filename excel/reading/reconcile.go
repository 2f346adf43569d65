package reading

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
)

// reconcile holds an overview against the specification of the same project: amounts of a
// kind that stand in a list, and again as lines of their own, are one amount. The lines
// count; the list's amount is a total that must agree with them.
func (r *reader) reconcile() {
	r.dropHiddenCopies()
	type part struct {
		project string
		kind    budget.Kind
	}
	listed, specified := map[part][]int{}, map[part][]int{}
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		kind, known := l.Kind.Get()
		if !known {
			continue
		}
		p := part{r.projectKey(l), kind}
		if t := r.sources[i]; t.List && !t.Lines {
			listed[p] = append(listed[p], i)
		} else if t.Lines {
			specified[p] = append(specified[p], i)
		}
	}
	drop, overviews := map[int]bool{}, map[*Records]bool{}
	for p, overview := range listed {
		if lines := specified[p]; len(lines) > 0 {
			r.agree(overview, r.ofSamePayer(overview, lines))
			for _, i := range overview {
				drop[i] = true
				overviews[r.sources[i]] = true
			}
		}
	}
	r.dropLines(drop)
	for _, t := range r.sources {
		delete(overviews, t) // some of its amounts stand nowhere else
	}
	r.forget(overviews)
}

// forget takes back what was told of the headings of overviews that count for nothing: what
// their amounts lack, the specification says.
func (r *reader) forget(overviews map[*Records]bool) {
	at := map[budget.Origin]bool{}
	for t := range overviews {
		for _, c := range t.Amounts() {
			at[t.Origin(c.At)] = true
		}
	}
	r.sub.Findings = slices.DeleteFunc(r.sub.Findings, func(f budget.Finding) bool {
		return at[f.Origin] && slices.Contains(lackingCodes, f.Code)
	})
}

// lackingCodes are the findings of what the amounts of a column lack.
var lackingCodes = []budget.Code{budget.MissingYear, budget.MissingPayer, budget.MissingArea}

// projectKey is the project of a line, as others of the same project have it.
func (r *reader) projectKey(l *budget.Line) string {
	if l.Owner != budget.NoOrigin {
		return budget.FoldName(r.nameOf(l.Owner))
	}
	return budget.FoldName(l.Project.Text)
}

// agree holds the amounts of an overview against a specification's lines, in each judged
// year: a single one is stated as their total. Where the two differ by more than rounding,
// either can be right, or both count, and what the project has is unknown.
func (r *reader) agree(overview, lines []int) {
	if len(overview) == 1 {
		o := &r.sub.Lines[overview[0]]
		if o.Annual.Known() {
			r.total(o.Annual, lines, r.base)
		}
		for _, a := range o.Amounts {
			if a.Known() {
				r.total(a.Amount, lines, a.Year)
			}
		}
	}
	said, saidKnown := r.sumIn(overview, r.base)
	specified, known := r.sumIn(lines, r.base)
	if off := said.Sub(specified).Abs(); saidKnown && known && off.GreaterThan(said.Abs().Mul(rounding)) {
		first := &r.sub.Lines[overview[0]]
		origin := first.In(r.base).Origin
		if len(overview) > 1 { // a single one is stated above
			stated := budget.Amount{}
			stated.Origin = origin
			r.total(give(stated, said), lines, r.base)
		}
		r.unknownMoney(r.projectOrigin(first), origin)
	}
}

// ofSamePayer are the lines of a specification that an overview's amounts speak of: where those
// are all one payer's ("Kommunal besparelse"), its lines and those that state none, but all where
// they are the sum of all.
func (r *reader) ofSamePayer(overview, lines []int) []int {
	payer := r.sub.Lines[overview[0]].Payer.Value
	for _, i := range overview {
		if r.sub.Lines[i].Payer.Value != payer {
			return lines
		}
	}
	said, known := r.sumIn(overview, r.base)
	if all, allKnown := r.sumIn(lines, r.base); payer == 0 || known && allKnown && all.Equal(said) {
		return lines
	}
	same := slices.DeleteFunc(slices.Clone(lines), func(i int) bool {
		other := r.sub.Lines[i].Payer.Value
		return other != 0 && other != payer
	})
	if len(same) == 0 {
		return lines
	}
	return same
}

// rounding is the share that an overview may differ from its specification by.
var rounding = decimal.New(2, -2)

// sumIn is the sum of some lines' amounts in a year; known is false when one is not read.
func (r *reader) sumIn(lines []int, year int) (sum decimal.Decimal, known bool) {
	for _, i := range lines {
		a := r.sub.Lines[i].In(year)
		if a.State.Unread() {
			return sum, false
		}
		sum = sum.Add(a.Value)
	}
	return sum, true
}

// total states a total of the amounts of lines in a year.
func (r *reader) total(stated budget.Amount, lines []int, year int) {
	t := budget.Total{Stated: stated}
	for _, i := range lines {
		t.Parts = append(t.Parts, r.sub.Lines[i].In(year))
	}
	r.sub.Totals = append(r.sub.Totals, t)
}

// dropLines leaves some lines out.
func (r *reader) dropLines(drop map[int]bool) {
	if len(drop) == 0 {
		return
	}
	lines, sources := r.sub.Lines[:0], r.sources[:0]
	for i := range r.sub.Lines {
		if drop[i] {
			r.dropped = append(r.dropped, r.sub.Lines[i])
		} else {
			lines, sources = append(lines, r.sub.Lines[i]), append(sources, r.sources[i])
		}
	}
	r.sub.Lines, r.sources = lines, sources
}

// ofProject are the lines of one kind of a project.
type ofProject struct {
	project string
	kind    budget.Kind
}

// dropHiddenCopies leaves out the lines of hidden tables whose projects have lines of the
// same kinds in sight: an old edition is not added to the new one. It is one where most of
// its lines of a project stand in sight too, be it with other amounts; lines of other things
// may be an older edition or more of the project, and what the project has is not known.
func (r *reader) dropHiddenCopies() {
	seen, items := map[ofProject]budget.Origin{}, map[string]budget.Origin{}
	for i := range r.sub.Lines {
		if l := &r.sub.Lines[i]; !r.sources[i].Hidden {
			at := firstAmount(l)
			seen[ofProject{r.projectKey(l), l.Kind.Value}] = at
			items[r.itemKey(l)] = at
		}
	}
	drop := map[int]bool{}
	hidden := map[*Records]map[string][]*budget.Line{}
	var order []*Records
	for i := range r.sub.Lines {
		t, l := r.sources[i], &r.sub.Lines[i]
		if !t.Hidden || seen[ofProject{r.projectKey(l), l.Kind.Value}] == budget.NoOrigin {
			continue
		}
		drop[i] = true
		if hidden[t] == nil {
			hidden[t] = map[string][]*budget.Line{}
			order = append(order, t)
		}
		hidden[t][r.projectKey(l)] = append(hidden[t][r.projectKey(l)], l)
	}
	for _, t := range order {
		r.tellHiddenCopy(t, hidden[t], items)
	}
	r.dropLines(drop)
}

// itemKey is what a line is and whose, as others that are the same have it.
func (r *reader) itemKey(l *budget.Line) string {
	return r.projectKey(l) + "|" + l.Kind.Value.String() + "|" + budget.FoldName(cmp.Or(l.Item.Text, l.Area.Text))
}

// firstAmount is the first amount cell of a line; its own place when it has none.
func firstAmount(l *budget.Line) budget.Origin {
	for a := range l.Stated {
		return a.Origin
	}
	return l.Origin
}

// tellHiddenCopy tells of a hidden table that is not counted; items are the first amounts of
// the lines in sight, which their projects' reasons repeat it for.
func (r *reader) tellHiddenCopy(t *Records, lines map[string][]*budget.Line, items map[string]budget.Origin) {
	t.copied = true
	var inSight []budget.Origin
	for _, project := range slices.Sorted(maps.Keys(lines)) {
		of := lines[project]
		var known []budget.Origin
		for _, l := range of {
			if at := items[r.itemKey(l)]; at != budget.NoOrigin {
				known = append(known, at)
			}
		}
		if 2*len(known) >= len(of) {
			inSight = append(inSight, known[0])
			continue
		}
		sheet := budget.Arg{Name: "sheet", Value: budget.Quote(t.Name)}
		owner := r.projectOrigin(of[0])
		r.report(budget.Finding{Code: budget.NotUnderstood, Project: r.nameOf(owner), Origin: of[0].Origin,
			Have: budget.Phrase(budget.Message{Key: "gap.hidden", Args: []budget.Arg{sheet}})})
		r.leaveOpen(t, t.RefOf(of[0].Origin).Row, of[0].Origin, []budget.Origin{owner})
	}
	if len(inSight) > 0 {
		r.report(budget.Finding{Code: budget.HiddenCopy, Origin: t.HeadAt(), Have: budget.Quote(t.Name), Related: inSight})
	}
}
