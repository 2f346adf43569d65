package calc

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// grid is a workbook written as text: "A1 10; B1 'ja'; Års_tal!A1 TRUE; C1 #N/A; C2 ?".
// A cell with a formula has it after its value: "A5 30 =SUBTOTAL(9,A1:A4)".
type grid struct {
	cells    map[Area]Value
	formulas map[Area]string
	names    map[string]string
	tables   map[string]Table
	hidden   map[int]Hiding
	d1904    bool
}

func newGrid(t testing.TB, text string) *grid {
	t.Helper()
	g := &grid{cells: map[Area]Value{}, formulas: map[Area]string{}, names: map[string]string{}, tables: map[string]Table{}, hidden: map[int]Hiding{}}
	for _, entry := range strings.Split(text, ";") {
		entry = strings.TrimSpace(entry)
		if entry == "" {
			continue
		}
		where, what, _ := strings.Cut(entry, " ")
		sheet, address, ok := strings.Cut(where, "!")
		if !ok {
			sheet, address = "Ark1", where
		}
		sheet = strings.ReplaceAll(sheet, "_", " ")
		row, col, ok := cellAddress(address)
		if !ok {
			t.Fatalf("no address: %s", where)
		}
		at := Area{sheet, row, col, row, col}
		what, formula, _ := strings.Cut(what, " =")
		g.cells[at], g.formulas[at] = gridValue(t, strings.TrimSpace(what)), formula
	}
	return g
}

func gridValue(t testing.TB, s string) Value {
	t.Helper()
	switch {
	case s == "TRUE", s == "FALSE":
		return BoolOf(s == "TRUE")
	case s == "?":
		return Value{Kind: Unknown}
	case s == "":
		return Value{}
	case strings.HasPrefix(s, "#"):
		return ErrorOf(s)
	case strings.HasPrefix(s, "'"):
		return TextOf(strings.Trim(s, "'"))
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		t.Fatalf("no value: %s", s)
	}
	return NumberOf(d)
}

func (g *grid) Sheet(name string) (string, bool) {
	for _, known := range []string{"Ark1", "Data", "Års tal"} {
		if strings.EqualFold(known, name) {
			return known, true
		}
	}
	return "", false
}

func (g *grid) Value(sheet string, row, col int) Value {
	return g.cells[Area{sheet, row, col, row, col}]
}

func (g *grid) Used(sheet string) (row, col int) {
	for at := range g.cells {
		if at.Sheet == sheet {
			row, col = max(row, at.Bottom), max(col, at.Right)
		}
	}
	return row, col
}

func (g *grid) Name(name, _ string) (string, bool) {
	formula, ok := g.names[strings.ToLower(name)]
	return formula, ok
}

func (g *grid) Table(name string) (Table, bool) {
	t, ok := g.tables[strings.ToLower(name)]
	return t, ok
}

func (g *grid) TableAt(sheet string, row, col int) (Table, bool) {
	for _, t := range g.tables {
		if t.Area.Holds(sheet, row, col) {
			return t, true
		}
	}
	return Table{}, false
}

func (g *grid) Hidden(_ string, row int) Hiding { return g.hidden[row] }

func (g *grid) Formula(sheet string, row, col int) string {
	return g.formulas[Area{sheet, row, col, row, col}]
}

func (g *grid) Date1904() bool { return g.d1904 }

// shown is a result as the tables of the tests write it.
func shown(r Result) string {
	if r.Status == Done {
		v := r.Value
		if v.Kind == Number && v.Number.NumDigits() > excelDigits {
			v.Number = v.Number.Round(int32(excelDigits - magnitudeOf(v.Number)))
		}
		return v.String()
	}
	if r.Why == "" {
		return r.Status.String()
	}
	return r.Status.String() + ": " + r.Why
}

// check evaluates each line "formula → result" in a cell of a grid.
func check(t *testing.T, g *grid, at Place, lines string) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		formula, want, ok := strings.Cut(strings.TrimSpace(line), " → ")
		if !ok {
			t.Fatalf("no result in %q", line)
		}
		if got := shown(Evaluate(formula, at, g)); got != want {
			t.Errorf("%s = %s, want %s", formula, got, want)
		}
	}
}
