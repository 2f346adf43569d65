package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/workbook"
)

// tellGaps tells of each cause why cells were not understood, once, and makes what they may
// belong to unknown. What was told already is not told again.
func (l *ledger) tellGaps() {
	for _, g := range l.gaps {
		switch {
		case len(g.cells) == 0: // they were understood by other means
			continue
		case g.told:
			l.unread(g)
			continue
		}
		f := budget.Finding{Code: budget.NotUnderstood, Origin: g.at, Have: g.have()}
		if g.why == gapUnknown {
			f.Want = nearestWord(g.heading)
		}
		if !g.money {
			f.Code = budget.NotUnderstoodText
		}
		if len(g.projects) == 1 && !g.all {
			f.Project = l.nameOf(g.projects[0])
		}
		for _, o := range g.cells {
			if o != g.at {
				f.Related = append(f.Related, o)
			}
		}
		l.report(f)
		if g.money {
			l.unread(g)
		}
	}
}

// have is what stood over the cells: their heading, else the column.
func (g *gap) have() budget.Value {
	if g.heading != "" {
		return budget.Quote(g.heading)
	}
	column := workbook.RefOf(g.at).Column()
	return budget.Phrase(budget.Message{Key: "gap.column", Args: []budget.Arg{{Name: "column", Value: budget.Quote(column)}}})
}

// unread makes the figures of the projects unknown that the cells may belong to.
func (l *ledger) unread(g *gap) {
	if g.all {
		l.unknownMoney(budget.NoOrigin, g.at)
		return
	}
	for _, p := range g.projects {
		if p != budget.NoOrigin {
			l.unknownMoney(p, g.at)
		}
	}
}

// account is the ledger as ranges.
func (l *ledger) account() *Account {
	a := &Account{Used: slices.Clone(l.beside)}
	for _, s := range l.Book.Sheets {
		if s == nil {
			continue
		}
		for _, run := range runsOf(l.entriesOn(s)) {
			region := Region{s.Index, run.area, run.as}
			switch run.class {
			case classUsed:
				a.Used = append(a.Used, region)
			case classHarmless:
				a.Harmless = append(a.Harmless, region)
			case classGap:
				a.NotUnderstood = append(a.NotUnderstood, l.gapIn(s, region, run.gap))
			}
		}
	}
	return a
}

// gapIn is a range of cells that were not understood.
func (l *ledger) gapIn(s *workbook.Sheet, region Region, g *gap) Gap {
	shown, _ := l.Book.Shown(l.Book.At(s, region.Range.From))
	out := Gap{Region: region, Heading: g.heading, Text: shown, Money: g.money}
	if g.why == gapUnknown {
		out.Nearest = string(nearestRole(g.heading))
	}
	for _, p := range g.projects {
		if name := l.nameOf(p); name != "" {
			out.Projects = append(out.Projects, name)
		}
	}
	return out
}

// placed is a cell's entry with its place.
type placed struct {
	at workbook.Ref
	entry
}

// entriesOn are the entries of a sheet's filled cells, by column, from the top.
func (l *ledger) entriesOn(s *workbook.Sheet) []placed {
	var cells []placed
	for i := range s.Cells {
		at := s.Cells[i].Ref()
		if e, ok := l.entries[s.Origin(at)]; ok {
			cells = append(cells, placed{at, e})
		}
	}
	slices.SortFunc(cells, func(a, b placed) int {
		if a.at.Col != b.at.Col {
			return a.at.Col - b.at.Col
		}
		return a.at.Row - b.at.Row
	})
	return cells
}

// run is a range of cells of one entry.
type run struct {
	area workbook.Range
	entry
}

// runsOf joins the cells of a sheet into ranges: down each column, then across. A blank cell
// between two of one entry does not part them.
func runsOf(cells []placed) []run {
	var down []run
	for _, c := range cells {
		if n := len(down) - 1; n >= 0 && down[n].entry == c.entry && down[n].area.To.Col == c.at.Col {
			down[n].area.To.Row = c.at.Row
			continue
		}
		down = append(down, run{workbook.Range{From: c.at, To: c.at}, c.entry})
	}
	var runs []run
	last := map[run]int{} // by what would continue it on its right
	for _, r := range down {
		next := r
		if at, ok := last[r.column()]; ok {
			runs[at].area.To.Col = r.area.To.Col
			next = runs[at]
			last[next.after()] = at
			continue
		}
		last[next.after()] = len(runs)
		runs = append(runs, r)
	}
	slices.SortStableFunc(runs, func(a, b run) int {
		if a.area.From.Row != b.area.From.Row {
			return a.area.From.Row - b.area.From.Row
		}
		return a.area.From.Col - b.area.From.Col
	})
	return runs
}

// column is the run as it stands in its first column.
func (r run) column() run {
	r.area.To.Col = r.area.From.Col
	return r
}

// after is what would continue the run in the next column.
func (r run) after() run {
	r.area.From.Col = r.area.To.Col + 1
	return r.column()
}
