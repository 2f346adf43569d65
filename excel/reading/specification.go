package reading

import (
	"videre/budget"
	"videre/excel/workbook"
)

// dropSpecified leaves out the lines of no project that specify the amount of one: a formula of its line
// reads every amount of theirs, which are so counted already, and are checked with it.
func (r *reader) dropSpecified() {
	drop := map[int]bool{}
	var read map[budget.Origin]bool
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		if l.Project.State != budget.Blank || r.projectOrigin(l) != budget.NoOrigin || !statesAmount(l) {
			continue
		}
		if read == nil {
			read = r.readByLines()
		}
		if r.isRead(l, read) {
			drop[i] = true
		}
	}
	r.dropLines(drop)
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

// isRead reports whether every amount of a line that is not zero is among some cells.
func (r *reader) isRead(l *budget.Line, read map[budget.Origin]bool) bool {
	for a := range l.Stated {
		if !read[a.Origin] && !(a.State == budget.Blank || a.Known() && a.Value.IsZero()) {
			return false
		}
	}
	return true
}
