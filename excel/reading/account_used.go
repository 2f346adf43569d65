package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/workbook"
)

// gatherUsed gathers the cells of all that was read, and those that their formulas read.
func (l *ledger) gatherUsed() {
	for i := range l.sub.Projects {
		l.take(projectCells(&l.sub.Projects[i]))
	}
	for i := range l.sub.Lines {
		l.take(lineCells(&l.sub.Lines[i]))
	}
	for i := range l.dropped {
		l.take(lineCells(&l.dropped[i]))
	}
	for i := range l.sub.Totals {
		t := &l.sub.Totals[i]
		l.take([]budget.Origin{t.Stated.Origin})
		for _, part := range t.Parts {
			l.take([]budget.Origin{part.Origin})
		}
	}
}

// take notes cells as used, with what their formulas read.
func (l *ledger) take(cells []budget.Origin) {
	for _, o := range cells {
		if o != budget.NoOrigin && !l.used[o] {
			l.used[o] = true
			l.follow(o)
		}
	}
}

// widest is how many cells of an area that a formula reads are followed.
const widest = 10_000

// follow notes the cells that the formula of a cell reads, and so on.
func (l *ledger) follow(o budget.Origin) {
	for _, area := range l.precedents(o) {
		eachFilled(l.Book, area, func(at budget.Origin) {
			if !l.basis[at] {
				l.basis[at] = true
				l.follow(at)
			}
		})
	}
}

// precedents are the areas that the formula of a cell reads.
func (l *ledger) precedents(o budget.Origin) []workbook.Area {
	index, at, ok := workbook.PlaceOf(o)
	if !ok || index >= len(l.Book.Sheets) || l.Book.Sheets[index] == nil {
		return nil
	}
	return l.Book.Precedents(l.Book.Sheets[index], at)
}

// eachFilled calls do with the filled cells of an area.
func eachFilled(b *workbook.Book, area workbook.Area, do func(budget.Origin)) {
	s, seen := area.Sheet, 0
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) < area.Range.From.Row || int(row.Number) > area.Range.To.Row {
			continue
		}
		for _, c := range s.CellsOf(row) {
			if area.Range.Holds(c.Ref()) && seen < widest {
				seen++
				if v := b.Value(s, &c); !v.Blank() {
					do(v.Origin)
				}
			}
		}
	}
}

// isComputed reports whether a cell is a formula of used cells alone, with no figure of its
// own but what scales.
func (l *ledger) isComputed(o budget.Origin, depth int) bool {
	index, at, _ := workbook.PlaceOf(o)
	s := l.Book.Sheets[index]
	areas := l.precedents(o)
	if len(areas) == 0 || depth > 5 || hasOwnFigure(l.Book.At(s, at).Formula) {
		return false
	}
	sure, some := true, false
	for _, area := range areas {
		eachFilled(l.Book, area, func(read budget.Origin) {
			if l.Book.At(area.Sheet, workbook.RefOf(read)).Kind == workbook.Text {
				return
			}
			some = true
			sure = sure && (l.used[read] || l.basis[read] || l.isComputed(read, depth+1))
		})
	}
	return sure && some
}

// projectCells are the cells of a project's facts.
func projectCells(p *budget.Project) []budget.Origin {
	return []budget.Origin{
		p.Name.Origin, p.Department.Origin, p.Contact.Origin, p.Start.Origin, p.Expiry.Origin, p.ExtendedBefore.Origin,
		p.Investment.Origin, p.Investor.Origin, p.TargetGroup.Origin, p.Participants.Origin, p.Social.Origin,
		p.Economic.Origin, p.Documentation.Origin, p.Documented.Origin, p.Compared.Origin, p.Wish.Origin,
		p.Capacity.Origin, p.Remark.Origin,
	}
}

// lineCells are the cells of a line.
func lineCells(l *budget.Line) []budget.Origin {
	cells := []budget.Origin{
		l.Project.Origin, l.Kind.Origin, l.Item.Origin, l.Area.Origin, l.Payer.Origin, l.Share.Origin, l.Avoided.Origin,
		l.Deadweight.Origin, l.Reimbursement.Origin, l.Budgeted.Origin, l.Frame.Origin, l.Giver.Origin,
		l.CommittedUntil.Origin, l.Forever.Origin, l.Conditional.Origin, l.Annual.Origin, l.Remark.Origin,
	}
	for i := range l.Amounts {
		cells = append(cells, l.Amounts[i].Origin)
	}
	return cells
}

// appendOnce appends a value that is not in a list.
func appendOnce[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}
