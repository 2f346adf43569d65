package layout

import (
	"slices"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// factsBeside reads a part of a sheet as a project's own whose facts stand left of a blank column,
// as labels with their values, and its tables right of it; nil for another part.
func (f *Finder) factsBeside(s *workbook.Sheet) *ProjectSheet {
	starts := f.nameLabels(s)
	if len(starts) != 1 || s.IsTurned() {
		return nil
	}
	for _, gap := range f.blankColumns(s, starts[0]) {
		right := columnsOf(s, gap+1, workbook.MaxCol)
		tables := f.findTables(right)
		left := columnsOf(s, 1, gap-1)
		goesOn := func(t *Table) bool { return f.goesOnLeft(left, t, starts[0]) }
		if !areBeside(tables, starts[0].Row) || slices.ContainsFunc(tables, goesOn) {
			continue
		}
		facts := f.readWhole(left)
		if facts == nil || len(facts.Tables) > 0 || facts.lastRow() < tables[0].Upper {
			continue
		}
		return f.joinBeside(s, facts, right, tables)
	}
	return nil
}

// hasTablesBeside reports whether the project whose name a row gives has its tables right of its
// facts.
func (f *Finder) hasTablesBeside(s *workbook.Sheet, row int) bool {
	last := workbook.MaxRow
	for _, start := range f.nameLabels(s) {
		if start.Row > row {
			last = min(last, start.Row-1)
		}
	}
	return f.factsBeside(rowsOf(s, row, last)) != nil
}

// joinBeside puts a project's facts and the tables right of them together, with the labels that
// stand among the tables.
func (f *Finder) joinBeside(s *workbook.Sheet, facts *ProjectSheet, right *workbook.Sheet,
	tables []*Table,
) *ProjectSheet {
	among := &ProjectSheet{Sheet: right, Tables: tables}
	taken := map[workbook.Ref]bool{}
	for i := range right.Rows {
		for _, c := range right.CellsOf(&right.Rows[i]) {
			facts.Right = max(facts.Right, int(c.Col))
			if c.Kind == workbook.Text && !taken[c.Ref()] && !among.inTable(c.Ref()) && i < MaxProjectSheetRows {
				f.readLabel(among, c, taken)
			}
		}
	}
	for _, l := range among.Labels {
		if facts.Label(l.Role) == nil || notation.ListKinds[l.Role] != 0 {
			facts.Labels = append(facts.Labels, l)
		}
	}
	above := facts.Caption
	for _, t := range tables {
		t.onProjectSheet = true
		t.Caption.inherit(above)
		t.Caption.Lead = slices.Clone(above.Titles)
	}
	facts.Sheet, facts.Tables = s, tables
	facts.leaveTitles()
	facts.Caption.inherit(tables[0].Caption)
	return facts
}

// areBeside reports whether tables are of a project's lines, and stand beside its facts or below
// those, and not above.
func areBeside(tables []*Table, row int) bool {
	return len(tables) > 0 && !slices.ContainsFunc(tables, func(t *Table) bool {
		return t.Projects || t.Has(notation.RoleName) || t.IsTurned() || t.Lower < row || len(t.RowNumbers) == 0
	})
}

// goesOnLeft reports whether a table has columns left of a blank one: in its heading rows more stands
// there than a label of the project, the name's or another, and its value.
func (f *Finder) goesOnLeft(left *workbook.Sheet, t *Table, name workbook.Ref) bool {
	for number := t.Upper; number <= t.Lower; number++ {
		row := left.Row(number)
		if row == nil || f.holds(left, row) == 0 {
			continue
		}
		at, labelled := f.labelled(left, row)
		if !labelled {
			return true
		}
		label, _ := f.labelMeaning(left, at)
		ofLines := slices.Contains(lineRoles, label.Role) || label.IsAmount() || label.Role == notation.RoleName && at != name
		if ofLines || f.isListed(f.besideLabel(left, at).Text) {
			return true
		}
	}
	return false
}

// lastRow is the last row that a label of the block stands in.
func (b *ProjectSheet) lastRow() (last int) {
	for i := range b.Labels {
		last = max(last, b.Labels[i].At.Row)
	}
	return last
}

// columnsOf is a sheet from a column to another.
func columnsOf(s *workbook.Sheet, from, to int) *workbook.Sheet {
	return s.Within(workbook.Range{From: workbook.Ref{Row: 1, Col: from}, To: workbook.Ref{Row: workbook.MaxRow, Col: to}})
}

// blankColumns are the columns right of a label and its value that hold nothing from its row down,
// and have something on both sides. A column that a merged cell reaches over is not blank.
func (f *Finder) blankColumns(s *workbook.Sheet, label workbook.Ref) []int {
	filled, last := map[int]bool{}, 0
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) < label.Row {
			continue
		}
		for _, c := range s.CellsOf(row) {
			if v := f.Book.Value(s, &c); v.Blank() && !c.HasFormula {
				continue
			}
			for col := int(c.Col); col <= lastOf(s, c.Ref()); col++ {
				filled[col], last = true, max(last, col)
			}
		}
	}
	var blank []int
	for col := label.Col + 2; col < last && len(blank) < maxBlankColumns; col++ {
		if !filled[col] && filled[col-1] {
			blank = append(blank, col)
		}
	}
	return blank
}

// maxBlankColumns is how many blank columns are tried.
const maxBlankColumns = 3
