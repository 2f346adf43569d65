package reading

import "videre/budget"

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
	drop := map[int]bool{}
	for p, overview := range listed {
		if lines := specified[p]; len(lines) > 0 {
			r.agree(overview, lines)
			for _, i := range overview {
				drop[i] = true
			}
		}
	}
	r.dropLines(drop)
}

// projectKey is the project of a line, as others of the same project have it.
func (r *reader) projectKey(l *budget.Line) string {
	if l.Owner != budget.NoOrigin {
		return budget.FoldName(r.nameOf(l.Owner))
	}
	return budget.FoldName(l.Project.Text)
}

// agree states the amounts of an overview as totals of a specification's lines: those of a
// year of that year, one for every year of the budget year.
func (r *reader) agree(overview, lines []int) {
	if len(overview) != 1 {
		return
	}
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

// dropHiddenCopies leaves out the lines of hidden tables whose projects have lines of the
// same kinds in sight: an old edition is not added to the new one.
func (r *reader) dropHiddenCopies() {
	type part struct {
		project string
		kind    budget.Kind
	}
	seen := map[part]bool{}
	for i := range r.sub.Lines {
		if l := &r.sub.Lines[i]; !r.sources[i].Hidden {
			seen[part{r.projectKey(l), l.Kind.Value}] = true
		}
	}
	drop, told := map[int]bool{}, map[*Records]bool{}
	for i := range r.sub.Lines {
		t := r.sources[i]
		if l := &r.sub.Lines[i]; !t.Hidden || !seen[part{r.projectKey(l), l.Kind.Value}] {
			continue
		}
		drop[i] = true
		t.copied = true
		if !told[t] {
			told[t] = true
			r.report(budget.Finding{Code: budget.HiddenCopy, Origin: t.HeadAt(), Have: budget.Quote(t.Name)})
		}
	}
	r.dropLines(drop)
}
