package calc

import (
	"encoding/xml"
	"os"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// fileCells is a workbook of the file system as Cells.
type fileCells struct {
	names  []sheetml.DefinedName
	order  []string
	sheets map[string]*fileSheet // by name
	tables map[string]Table
	d1904  bool
}

type fileSheet struct {
	*sheetml.Sheet
	name     string
	formulas map[sheetml.Ref]fileFormula
	row, col int
	filter   sheetml.Range
	filtered bool
	raised   map[sheetml.Ref]decimal.Decimal // what a test adds to numbers
}

type fileFormula struct {
	text  string
	array bool
}

// openFile reads a workbook; nil for one that cannot be read.
func openFile(path string) *fileCells {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil
	}
	wb, err := sheetml.ReadWorkbook(pkg)
	if err != nil {
		return nil
	}
	var table []string
	if wb.Strings != nil {
		if table, err = sheetml.ReadStrings(wb.Strings); err != nil {
			return nil
		}
	}
	b := &fileCells{names: wb.Names, sheets: map[string]*fileSheet{}, tables: map[string]Table{}, d1904: wb.Date1904}
	for _, info := range wb.Sheets {
		b.order = append(b.order, info.Name)
		if info.Kind != "worksheet" {
			continue
		}
		read, err := sheetml.ReadSheet(info.Part, table)
		if err != nil {
			return nil
		}
		b.add(info.Name, read)
		b.addTables(pkg, info)
	}
	return b
}

func (b *fileCells) add(name string, read *sheetml.Sheet) {
	s := &fileSheet{Sheet: read, name: name, formulas: map[sheetml.Ref]fileFormula{}, raised: map[sheetml.Ref]decimal.Decimal{}}
	for i := range read.Cells {
		s.row, s.col = max(s.row, int(read.Cells[i].Row)), max(s.col, int(read.Cells[i].Col))
	}
	if at := strings.LastIndexByte(read.Filter, '!') + 1; read.Filter != "" {
		s.filter, s.filtered = sheetml.ParseRange(read.Filter[at:])
	}
	first := map[int]*sheetml.Formula{}
	for i := range read.Formulas {
		f := &read.Formulas[i]
		at, text := read.Place(f), f.Text
		if f.Shared >= 0 && text != "" {
			first[f.Shared] = f
		} else if from := first[f.Shared]; f.Shared >= 0 && from != nil {
			place := read.Place(from)
			text = Moved(from.Text, at.Row-place.Row, at.Col-place.Col)
		}
		s.formulas[at] = fileFormula{text, f.Array}
	}
	b.sheets[name] = s
}

func (b *fileCells) addTables(pkg *opc.Package, info sheetml.SheetInfo) {
	rels, err := pkg.Relationships(info.Part.Name)
	if err != nil {
		return
	}
	for _, r := range rels {
		part := pkg.Part(r.Target)
		if r.Kind() != "table" || part == nil {
			continue
		}
		data, err := part.Bytes()
		if err != nil {
			continue
		}
		var t struct {
			Name    string `xml:"displayName,attr"`
			Ref     string `xml:"ref,attr"`
			Header  string `xml:"headerRowCount,attr"`
			Totals  int    `xml:"totalsRowCount,attr"`
			Columns []struct {
				Name string `xml:"name,attr"`
			} `xml:"tableColumns>tableColumn"`
		}
		where, ok := sheetml.Range{}, false
		if xml.Unmarshal(data, &t) == nil {
			where, ok = sheetml.ParseRange(t.Ref)
		}
		if !ok {
			continue
		}
		table := Table{Area: Area{info.Name, where.From.Row, where.From.Col, where.To.Row, where.To.Col}, Header: t.Header != "0", Totals: t.Totals > 0}
		for _, c := range t.Columns {
			table.Columns = append(table.Columns, strings.ReplaceAll(c.Name, "_x000a_", "\n"))
		}
		b.tables[strings.ToLower(t.Name)] = table
	}
}

func (b *fileCells) Sheet(name string) (string, bool) {
	for _, known := range b.order {
		if strings.EqualFold(known, name) {
			return known, true
		}
	}
	return "", false
}

func (b *fileCells) sheet(name string) *fileSheet { return b.sheets[name] }

func (b *fileCells) Value(sheet string, row, col int) Value {
	s := b.sheet(sheet)
	if s == nil {
		return Value{}
	}
	at := sheetml.Ref{Row: row, Col: col}
	c := s.Cell(at)
	if c == nil {
		return Value{}
	}
	v := storedValue(c)
	if more, ok := s.raised[at]; ok {
		v.Number = v.Number.Add(more)
	}
	return v
}

func storedValue(c *sheetml.Cell) Value {
	switch c.Kind {
	case sheetml.Number:
		return storedNumber(c.Text)
	case sheetml.Text:
		return TextOf(c.Text)
	case sheetml.Bool:
		return BoolOf(strings.TrimSpace(c.Text) == "1")
	case sheetml.Error:
		return ErrorOf(c.Text)
	case sheetml.Date:
		return Value{Kind: Unknown}
	}
	if c.HasFormula {
		return Value{Kind: Unknown}
	}
	return Value{}
}

// storedNumber is a stored number as Excel shows it, at 15 digits at most.
func storedNumber(raw string) Value {
	f, err := strconv.ParseFloat(strings.TrimSpace(raw), 64)
	if err != nil {
		return Value{Kind: Unknown}
	}
	shortest := strconv.FormatFloat(f, 'e', -1, 64)
	short := strconv.FormatFloat(f, 'e', excelDigits-1, 64)
	rounded := len(shortest) > len(short)
	if rounded {
		shortest = short
	}
	d, err := decimal.NewFromString(shortest)
	if err != nil {
		return Value{Kind: Unknown}
	}
	return Value{Kind: Number, Number: d, Rough: rounded}
}

func (b *fileCells) Used(sheet string) (row, col int) {
	if s := b.sheet(sheet); s != nil {
		return s.row, s.col
	}
	return 0, 0
}

func (b *fileCells) Name(name, sheet string) (string, bool) {
	found, ok := "", false
	for _, n := range b.names {
		switch {
		case !strings.EqualFold(n.Name, name):
		case n.Sheet < 0 && !ok:
			found, ok = n.Text, true
		case n.Sheet >= 0 && n.Sheet < len(b.order) && b.order[n.Sheet] == sheet:
			return n.Text, true
		}
	}
	return found, ok
}

func (b *fileCells) Table(name string) (Table, bool) {
	t, ok := b.tables[strings.ToLower(name)]
	return t, ok
}

func (b *fileCells) TableAt(sheet string, row, col int) (Table, bool) {
	for _, t := range b.tables {
		if t.Area.Holds(sheet, row, col) {
			return t, true
		}
	}
	return Table{}, false
}

func (b *fileCells) Hidden(sheet string, row int) Hiding {
	s := b.sheet(sheet)
	if s == nil {
		return Shown
	}
	r := s.Row(row)
	switch {
	case r == nil || !r.Hidden:
		return Shown
	case s.filtered && row > s.filter.From.Row && row <= s.filter.To.Row:
		return ByFilter
	}
	return ByHand
}

func (b *fileCells) Formula(sheet string, row, col int) string {
	if s := b.sheet(sheet); s != nil {
		return s.formulas[sheetml.Ref{Row: row, Col: col}].text
	}
	return ""
}

func (b *fileCells) Date1904() bool { return b.d1904 }
