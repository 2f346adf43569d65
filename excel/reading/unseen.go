package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/workbook"
)

// Amounts in hidden sheets, rows and columns are told by themselves; what else was used and
// is not seen, or is struck out, is told here: once for a range and a way.

// unseenKey is what may be told together.
type unseenKey struct {
	way     workbook.Unseen
	sheet   int
	heading bool // it says what others are; of what makes single cells unseen
}

// saying is what cells are used as that say what others are.
var saying = map[string]bool{asHeading: true, asCaption: true, asSection: true, asLabel: true}

// tellUnseen tells of what was used and is not seen.
func (l *ledger) tellUnseen() {
	used := l.usedCells()
	told, values := l.toldHidden(), l.valueColumns(used)
	found := map[unseenKey][]budget.Origin{}
	var order []unseenKey
	for _, o := range used {
		sheet, at, _ := workbook.PlaceOf(o)
		heading := saying[l.entries[o].as]
		for _, way := range l.Book.Unseen(o) {
			bare := heading && !values[line{sheet: sheet, col: at.Col}] // of a column that nothing was read of
			ofColumn := way == workbook.HiddenColumn || way == workbook.NarrowColumn
			if told.has(way, sheet, at) || bare && ofColumn {
				continue
			}
			key := unseenKey{way, sheet, heading && way > workbook.UnderMerge}
			if found[key] == nil {
				order = append(order, key)
			}
			found[key] = append(found[key], o)
		}
	}
	owners := l.cellOwners()
	for _, key := range order {
		groups := [][]budget.Origin{found[key]}
		if key.way != workbook.HiddenSheet {
			groups = neighbours(found[key])
		}
		for _, cells := range groups {
			l.reportUnseen(key, cells, owners)
		}
	}
}

// reportUnseen tells of cells beside each other that are not seen in one way.
func (l *ledger) reportUnseen(key unseenKey, cells []budget.Origin, owners map[budget.Origin]budget.Origin) {
	v := l.Book.At(l.Book.Sheets[key.sheet], workbook.RefOf(cells[0]))
	f := budget.Finding{
		Code: budget.UnseenValue, Origin: cells[0], Related: cells[1:], Want: budget.Quote(v.Text),
		Have: budget.Phrase(budget.Message{Key: budget.Key("unseen." + key.way.String())}),
	}
	first := owners[cells[0]]
	same := first != budget.NoOrigin
	for _, o := range cells {
		same = same && owners[o] == first
	}
	if same {
		f.Project = l.nameOf(first)
	}
	l.report(f)
}

// line is a row or a column of a sheet, or all of it.
type line struct{ sheet, row, col int }

// lines are rows, columns and sheets.
type lines map[line]bool

// has reports whether what is not seen in a way is of one of the lines.
func (told lines) has(way workbook.Unseen, sheet int, at workbook.Ref) bool {
	switch way {
	case workbook.HiddenSheet:
		return told[line{sheet: sheet}]
	case workbook.HiddenRow:
		return told[line{sheet: sheet, row: at.Row}]
	case workbook.HiddenColumn:
		return told[line{sheet: sheet, col: at.Col}]
	}
	return false
}

// toldHidden are the sheets, rows and columns that are told to be hidden with amounts in them.
func (l *ledger) toldHidden() lines {
	told := lines{}
	for _, f := range l.sub.Findings {
		sheet, at, ok := workbook.PlaceOf(f.Origin)
		switch {
		case !ok:
		case f.Code == budget.HiddenSheet, f.Code == budget.HiddenCopy:
			told[line{sheet: sheet}] = true
		case f.Code == budget.HiddenColumn:
			told[line{sheet: sheet, col: at.Col}], told[line{sheet: sheet, row: at.Row}] = true, true
		case f.Code == budget.HiddenRows:
			for _, o := range append([]budget.Origin{f.Origin}, f.Related...) {
				at := workbook.RefOf(o)
				told[line{sheet: sheet, row: at.Row}], told[line{sheet: sheet, col: at.Col}] = true, true
			}
		}
	}
	return told
}

// valueColumns are the columns of which something was read besides headings.
func (l *ledger) valueColumns(used []budget.Origin) lines {
	columns := lines{}
	for _, o := range used {
		if sheet, at, _ := workbook.PlaceOf(o); !saying[l.entries[o].as] {
			columns[line{sheet: sheet, col: at.Col}] = true
		}
	}
	return columns
}

// neighbours divides cells of one sheet, in their order, into those that stand beside each
// other.
func neighbours(cells []budget.Origin) (groups [][]budget.Origin) {
	open := map[workbook.Ref]budget.Origin{}
	for _, o := range cells {
		open[workbook.RefOf(o)] = o
	}
	for _, o := range cells {
		var group []budget.Origin
		next := []workbook.Ref{workbook.RefOf(o)}
		for len(next) > 0 {
			at := next[len(next)-1]
			next = next[:len(next)-1]
			cell, is := open[at]
			if !is {
				continue
			}
			delete(open, at)
			group = append(group, cell)
			for _, by := range [][2]int{{0, 1}, {1, 0}, {0, -1}, {-1, 0}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
				next = append(next, workbook.Ref{Row: at.Row + by[0], Col: at.Col + by[1]})
			}
		}
		if len(group) > 0 {
			groups = append(groups, sorted(group))
		}
	}
	return groups
}

// sorted is a list in its order.
func sorted(cells []budget.Origin) []budget.Origin {
	slices.Sort(cells)
	return cells
}
