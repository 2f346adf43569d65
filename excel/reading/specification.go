package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/workbook"
)

// dropSpecified leaves out the lines of no project that specify the amount of one: a formula of its line
// reads every amount of theirs, which are so counted already, and are checked with it. One that stands
// among them or next to them and is not read is told where the formula is (see [sense.hold]).
func (r *reader) dropSpecified() {
	of := map[*Records][]int{} // the lines of no project, by their tables
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		if l.Project.State == budget.Blank && r.projectOrigin(l) == budget.NoOrigin && statesAmount(l) {
			of[r.sources[i]] = append(of[r.sources[i]], i)
		}
	}
	if len(of) == 0 {
		return
	}
	drop, read := map[int]bool{}, r.readByLines()
	for t, lines := range of {
		first, last := 0, -1
		row := func(i int) int { return t.RefOf(r.sub.Lines[i].Origin).Row }
		for _, i := range lines {
			if r.isRead(t, &r.sub.Lines[i], read) {
				if last < 0 {
					first = row(i)
				}
				last = row(i)
			}
		}
		for _, i := range lines {
			if last >= 0 && row(i) >= first-1 && row(i) <= last+1 {
				drop[i] = true
			}
		}
	}
	r.dropLines(drop)
	for _, t := range r.sources {
		delete(of, t) // some of its lines stand
	}
	r.forgetYears(of)
}

// forgetYears takes back what was told of the years that tables lack whose lines only specify others.
func (r *reader) forgetYears(of map[*Records][]int) {
	r.sub.Findings = slices.DeleteFunc(r.sub.Findings, func(f budget.Finding) bool {
		for t := range of {
			if f.Code == budget.MissingYear && f.Origin == t.yearsAt {
				return true
			}
		}
		return false
	})
}

// readByLines are the cells that the formulas of the amounts of projects' lines read.
func (r *reader) readByLines() map[budget.Origin]bool {
	read := map[budget.Origin]bool{}
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		if r.projectOrigin(l) == budget.NoOrigin {
			continue
		}
		for a := range l.Stated {
			sheet, at, ok := workbook.PlaceOf(a.Origin)
			if !ok || r.Book.Sheets[sheet] == nil {
				continue
			}
			for _, area := range r.Book.Precedents(r.Book.Sheets[sheet], at) {
				eachFilled(r.Book, area, func(of budget.Origin) { read[of] = true })
			}
		}
	}
	return read
}

// isRead reports whether every amount of a line that is not zero is among some cells; one of a year that
// its table has no column for is none.
func (r *reader) isRead(t *Records, l *budget.Line, read map[budget.Origin]bool) bool {
	any := false
	for a := range l.Stated {
		any = any || read[a.Origin]
		lacking := a.State == budget.Unreadable && a.Origin == t.HeadAt()
		if !read[a.Origin] && !lacking && !(a.State == budget.Blank || a.Known() && a.Value.IsZero()) {
			return false
		}
	}
	return any
}
