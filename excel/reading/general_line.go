package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
)

// settleGeneralLines takes out the lines that stand for a project by a name that is none's in
// particular ("Overhead", "Korrektion"): they may belong to any. Below the total of the others
// they are nobody's, as rows of a list are.
func (r *reader) settleGeneralLines() {
	drop, told := map[int]bool{}, map[*Records]map[string]bool{}
	for i := range r.sub.Lines {
		l, t := &r.sub.Lines[i], r.sources[i]
		name, given := l.Project.Get()
		is := notation.ReadRowName(name)
		if !given || l.Owner != budget.NoOrigin || r.known[budget.FoldName(name)] != budget.NoOrigin || !isMoney(l) ||
			is != notation.GeneralName && is != notation.CorrectionName {
			continue
		}
		drop[i] = true
		row, key := t.RefOf(l.Origin).Row, budget.FoldName(name)
		f := budget.Finding{
			Code: budget.UnassignedRow, Origin: l.Project.Origin, Have: budget.Name(name), Want: r.namesOf(nil),
		}
		apart := is == notation.GeneralName && r.isBelowTotal(t, row)
		if apart {
			f.Code = budget.SeparateRow
			t.apart = append(t.apart, row)
		}
		if told[t] == nil {
			told[t] = map[string]bool{}
		}
		if !told[t][key] {
			r.report(f)
		}
		if !apart && !told[t][key] {
			r.leaveOpen(t, row, l.Project.Origin, nil)
		} else if !apart {
			t.open = append(t.open, openRow{row: row, at: l.Project.Origin})
		}
		told[t][key] = true
	}
	r.dropLines(drop)
}

// isMoney reports whether a line may have an amount that is not zero.
func isMoney(l *budget.Line) bool {
	for a := range l.Stated {
		if a.State.Unread() || !a.Value.IsZero() {
			return true
		}
	}
	return false
}

// isBelowTotal reports whether a row stands below the last total of a table.
func (r *reader) isBelowTotal(t *Records, row int) bool {
	return len(t.sums) > 0 && row > slices.Max(t.sums)
}
