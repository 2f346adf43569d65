package workbook

import (
	"strings"

	"videre/excel/internal/calc"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
)

// bookCells is the book as its formulas read it. What is asked of it again and again is
// made once: where each sheet ends, what each name means, where shared formulas begin.
type bookCells struct {
	book   *Book
	order  []*sheetCells
	sheets map[string]*sheetCells // by their names in lower case
	last   *sheetCells            // the one that was asked for last
	names  map[string][]DefinedName
	tables map[string]calc.Table // by their names in lower case; nil until one is asked for

	results map[cellKey]calc.Value // of formulas without a stored result
	open    map[cellKey]bool       // those being computed, against circles
	work    int                    // what computing has cost so far

	trails  map[calc.Area]*trail // see Check
	circles map[calc.Area]*Doubt // formulas that rest on themselves
}

// sheetCells is a worksheet as its formulas read it.
type sheetCells struct {
	*sheetml.Sheet
	book     *Book
	index    int
	name     string
	row, col int             // the last that hold anything
	filters  []Range         // where rows may be filtered out
	shared   map[int]Ref     // where a group's formula is written out
	texts    map[int]string  // and that formula
	declared []sheetml.Table // its tables
}

// cellKey is a cell of a book.
type cellKey struct {
	sheet int
	at    Ref
}

// cells is the book as its formulas read it.
func (b *Book) cells() *bookCells {
	if b.asCells == nil {
		b.asCells = newBookCells(b)
	}
	return b.asCells
}

func newBookCells(b *Book) *bookCells {
	c := &bookCells{
		book: b, sheets: map[string]*sheetCells{}, names: map[string][]DefinedName{},
		results: map[cellKey]calc.Value{}, open: map[cellKey]bool{}, trails: map[calc.Area]*trail{}, circles: map[calc.Area]*Doubt{},
	}
	for i, s := range b.Sheets {
		of := &sheetCells{Sheet: &sheetml.Sheet{}, book: b, index: i, name: b.Workbook.Sheets[i].Name}
		if s != nil {
			of.read(b, s)
		}
		c.order = append(c.order, of)
		if key := strings.ToLower(of.name); c.sheets[key] == nil {
			c.sheets[key] = of
		}
	}
	for _, n := range b.Workbook.Names {
		key := strings.ToLower(n.Name)
		c.names[key] = append(c.names[key], n)
	}
	return c
}

// read looks through a sheet.
func (of *sheetCells) read(b *Book, s *Sheet) {
	of.Sheet, of.shared, of.texts = s.whole, map[int]Ref{}, map[int]string{}
	for i := range of.Cells {
		of.row, of.col = max(of.row, int(of.Cells[i].Row)), max(of.col, int(of.Cells[i].Col))
	}
	for i := range of.Formulas {
		f := &of.Formulas[i]
		if _, known := of.shared[f.Shared]; f.Shared >= 0 && f.Text != "" && !known {
			of.shared[f.Shared], of.texts[f.Shared] = of.Place(f), f.Text
		}
	}
	if area, ok := sheetml.ParseRange(of.Filter[strings.LastIndexByte(of.Filter, '!')+1:]); ok {
		of.filters = append(of.filters, area)
	}
	if len(of.Formulas) > 0 || b.hasFormulas() {
		of.declared = b.tablesOf(s)
	}
	for _, t := range of.declared {
		if t.Filtered {
			of.filters = append(of.filters, t.Range)
		}
	}
}

// hasFormulas reports whether any sheet has a formula.
func (b *Book) hasFormulas() bool {
	for _, s := range b.Sheets {
		if s != nil && len(s.whole.Formulas) > 0 {
			return true
		}
	}
	return false
}

// formula is the text of a cell's formula, "" for none that is known; of one that is shared
// (ECMA-376 part 1, 18.3.1.40), the first cell's, moved.
func (of *sheetCells) formula(at Ref) (text string, array bool) {
	f := of.Sheet.Formula(at)
	switch {
	case f == nil:
		return "", false
	case f.Text != "" || f.Shared < 0:
		return f.Text, f.Array
	}
	from, known := of.shared[f.Shared]
	if !known {
		return "", f.Array
	}
	of.book.Spend(len(of.texts[f.Shared]) / movedInStep)
	return calc.Moved(of.texts[f.Shared], at.Row-from.Row, at.Col-from.Col), f.Array
}

// movedInStep is how many bytes of a formula are moved in the time of a look at a cell.
const movedInStep = 1

// named is the sheet of a name as [calc] calls it; nil for none.
func (c *bookCells) named(name string) *sheetCells {
	if c.last == nil || c.last.name != name {
		found := c.sheets[strings.ToLower(name)]
		if found == nil {
			return nil
		}
		c.last = found
	}
	return c.last
}

// Sheet implements [calc.Cells], as the methods below do.
func (c *bookCells) Sheet(name string) (string, bool) {
	if of := c.named(name); of != nil {
		return of.name, true
	}
	return "", false
}

func (c *bookCells) Value(sheet string, row, col int) calc.Value {
	of := c.named(sheet)
	if of == nil {
		return calc.Value{}
	}
	at := Ref{Row: row, Col: col}
	cell := of.Cell(at)
	switch {
	case cell == nil:
		return calc.Value{}
	case cell.Kind == Blank && cell.HasFormula:
		return c.result(of, at)
	}
	return storedValue(cell)
}

// storedValue is what is stored in a cell.
func storedValue(cell *Cell) calc.Value {
	switch cell.Kind {
	case Number:
		return storedNumber(cell.Text)
	case Text:
		return calc.TextOf(cell.Text)
	case Bool:
		return calc.BoolOf(strings.TrimSpace(cell.Text) == "1")
	case Error:
		return calc.ErrorOf(cell.Text)
	case Date:
		return calc.Value{Kind: calc.Unknown}
	}
	if cell.HasFormula {
		return calc.Value{Kind: calc.Unknown}
	}
	return calc.Value{}
}

// storedNumber is a stored number; it is rough where more digits stand there than are kept.
func storedNumber(raw string) calc.Value {
	d, ok := notation.StoredNumber(raw)
	if !ok {
		return calc.Value{Kind: calc.Unknown}
	}
	return calc.Value{Kind: calc.Number, Number: d, Rough: len(raw) > notation.Significant && notation.Rounded(raw)}
}

func (c *bookCells) Used(sheet string) (row, col int) {
	if of := c.named(sheet); of != nil {
		return of.row, of.col
	}
	return 0, 0
}

func (c *bookCells) Name(name, sheet string) (formula string, ok bool) {
	of := c.named(sheet)
	for _, n := range c.names[strings.ToLower(name)] {
		switch {
		case n.Sheet < 0 && !ok:
			formula, ok = n.Text, true
		case n.Sheet >= 0 && of != nil && n.Sheet == of.index:
			return n.Text, true
		}
	}
	return formula, ok
}

func (c *bookCells) Table(name string) (calc.Table, bool) {
	if c.tables == nil {
		c.tables = map[string]calc.Table{}
		for _, of := range c.order {
			for _, t := range of.declared {
				c.tables[strings.ToLower(t.Name)] = of.table(t)
			}
		}
	}
	t, ok := c.tables[strings.ToLower(name)]
	return t, ok
}

// table is a table of the sheet as formulas see it.
func (of *sheetCells) table(t sheetml.Table) calc.Table {
	r := t.Range
	return calc.Table{
		Area:   calc.Area{Sheet: of.name, Top: r.From.Row, Left: r.From.Col, Bottom: r.To.Row, Right: r.To.Col},
		Header: t.Header, Totals: t.Totals, Columns: t.Columns,
	}
}

func (c *bookCells) TableAt(sheet string, row, col int) (calc.Table, bool) {
	if of := c.named(sheet); of != nil {
		for _, t := range of.declared {
			if t.Range.Holds(Ref{Row: row, Col: col}) {
				return of.table(t), true
			}
		}
	}
	return calc.Table{}, false
}

func (c *bookCells) Hidden(sheet string, row int) calc.Hiding {
	of := c.named(sheet)
	if of == nil {
		return calc.Shown
	}
	held := of.Row(row)
	if held == nil || !held.Hidden {
		return calc.Shown
	}
	for _, area := range of.filters {
		if row > area.From.Row && row <= area.To.Row {
			return calc.ByFilter
		}
	}
	return calc.ByHand
}

func (c *bookCells) Formula(sheet string, row, col int) string {
	if of := c.named(sheet); of != nil {
		text, _ := of.formula(Ref{Row: row, Col: col})
		return text
	}
	return ""
}

func (c *bookCells) Date1904() bool { return c.book.Workbook.Date1904 }
