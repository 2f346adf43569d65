package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/workbook"
)

// dropSpecified leaves out the lines that specify the amount of a project's, and are of no other: a
// formula of its line reads every amount of theirs, which are so counted already, and are checked with
// it. One that stands among them or next to them and is not read is told where the formula is (see
// [sense.hold]).
func (r *reader) dropSpecified() {
	reads := r.readByLines()
	of := map[*Records][]int{} // the lines that may specify others, by their tables
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		isOpen := l.Project.State == budget.Blank && r.projectOrigin(l) == budget.NoOrigin
		if statesAmount(l) && (isOpen || r.isRead(i, reads)) {
			of[r.sources[i]] = append(of[r.sources[i]], i)
		}
	}
	drop := map[int]bool{}
	for t, lines := range of {
		first, last := 0, -1
		row := func(i int) int { return t.RefOf(r.sub.Lines[i].Origin).Row }
		for _, i := range lines {
			if r.isRead(i, reads) {
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

// readers are the lines whose amounts read a cell.
type readers map[budget.Origin][]int

// readByLines are the cells that the formulas of the amounts of projects' lines add up.
func (r *reader) readByLines() readers {
	read := readers{}
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		if r.projectOrigin(l) == budget.NoOrigin {
			continue
		}
		for a := range l.Stated {
			sheet, at, ok := workbook.PlaceOf(a.Origin)
			if !ok || r.Book.Sheets[sheet] == nil || !onlyAdds.MatchString(r.Book.At(r.Book.Sheets[sheet], at).Formula) {
				continue // a tenth of a wage does not count the wage
			}
			for _, area := range r.Book.Precedents(r.Book.Sheets[sheet], at) {
				eachFilled(r.Book, area, func(of budget.Origin) { read[of] = append(read[of], i) })
			}
		}
	}
	return read
}

// isRead reports whether every amount of a line that is not zero is read by lines of another table that
// it can specify: any where it is of no project, else those of its project and kind. One of a year that
// its table has no column for is none.
func (r *reader) isRead(index int, reads readers) bool {
	l, t := &r.sub.Lines[index], r.sources[index]
	owner := r.projectOrigin(l)
	specifies := func(i int) bool {
		other := &r.sub.Lines[i]
		return r.sources[i] != t && (owner == budget.NoOrigin || owner == r.projectOrigin(other) && l.Kind.Value == other.Kind.Value)
	}
	any := false
	for a := range l.Stated {
		read := slices.ContainsFunc(reads[a.Origin], specifies)
		any = any || read
		lacking := a.State == budget.Unreadable && a.Origin == t.HeadAt()
		if !read && !lacking && !(a.State == budget.Blank || a.Known() && a.Value.IsZero()) {
			return false
		}
	}
	return any
}
