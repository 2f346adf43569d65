package workbook

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"videre/excel/exceltest"
	"videre/excel/internal/sheetml"
)

func TestFormulasThatAreComputed(t *testing.T) {
	const cells = `# Ark
A1 10 | 20 | 0.1 | tekst | '5
A2 2.2999999999999998 | =A1+B1 => 30 | TRUE | #REF!
# Års tal
A1 7
`
	for _, c := range []struct{ formula, want string }{
		{"1+2*3", "7"}, {"(1+2)*3", "9"}, {"-A1", "-10"}, {"--A1", "10"}, {"+A1", "10"}, {"A1-B1-5", "-15"}, {"2/4", "0.5"}, {"1/3", "0.333333333333333"}, {"1/3*3", "1"}, {"2/3", "0.666666666666667"},
		{"C1+0.2", "0.3"}, {"C1*3", "0.3"}, {"A2", "2.3"}, {"B2", "30"}, {"$A$1*2", "20"}, {"A1 * B1", "200"}, {" ( A1 ) ", "10"},
		{"SUM(A1:C1)", "30.1"}, {"SUM(A1:E1)", "30.1"}, {"sum(A1;B1)", "30"}, {"SUM(A1,B1,5)", "35"}, {"SUM(A1:B1)*2+1", "61"}, {"SUM(A1+B1,C1)", "30.1"}, {"SUM(Z1:Z9)", "0"}, {"SUM(SUM(A1),B1)", "30"},
		{"'Års tal'!A1+1", "8"}, {"Ark!A1", "10"}, {"SUM(ark!A1:B1)", "30"}, {"Z9+1", "1"}, {"Z9", "0"}, {"=A1", "10"},
		// what is left to Excel
		{"D1+1", "-"}, {"E1+1", "-"}, {"C2+1", "-"}, {"D2+1", "-"}, {"SUM(A1:D2)", "-"}, {"1/0", "-"}, {"A1/Z9", "-"}, {"ROUND(1.5,0)", "-"}, {"IF(A1>1,1,2)", "-"}, {"A1^2", "-"}, {"A1&B1", "-"}, {"10%", "-"}, {"A1%", "-"},
		{"A1:B1", "-"}, {"A1+", "-"}, {"(A1", "-"}, {"A1)", "-"}, {"SUM(A1", "-"}, {"SUM()", "-"}, {"", "-"}, {"Ingen!A1", "-"}, {"navn", "-"}, {"A1 B1", "-"}, {"SUMIF(A1,1)", "-"}, {"A0", "-"}, {"\"5\"+1", "-"}, {"[1]Ark!A1", "-"}, {"1,5", "-"}, {"F9", "-"}, {"SUM(F1:F9)", "-"},
	} {
		book, err := Read(exceltest.MustBuild(strings.Replace(cells, "# Års", "F9 ="+c.formula+"\n# Års", 1)))
		if err != nil {
			t.Fatal(err)
		}
		got, ok := book.Compute(book.Sheets[0], sheetml.Ref{Row: 9, Col: 6})
		if c.want == "-" {
			if ok {
				t.Errorf("=%s is %s, and should be left to Excel", c.formula, got)
			}
			continue
		}
		if !ok || !got.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("=%s is %s %v, want %s", c.formula, got, ok, c.want)
		}
	}
}

func TestSharedFormulasAreMoved(t *testing.T) {
	for _, c := range []struct {
		formula    string
		rows, cols int
		want       string
	}{
		{"A1+B$2", 3, 1, "B4+C$2"}, {"$A1*$B$2", 2, 2, "$A3*$B$2"}, {"SUM(A1:B1)", 1, 0, "SUM(A2:B2)"}, {"'A1'!A1+\"A1\"", 1, 1, "'A1'!B2+\"A1\""}, {"LOG10(A1)", 1, 0, "LOG10(A2)"},
	} {
		got := moved(c.formula, c.rows, c.cols)
		// Dollar signs say nothing once a reference has been moved.
		if plain(got) != plain(c.want) {
			t.Errorf("%s moved by %d, %d is %s, want %s", c.formula, c.rows, c.cols, got, c.want)
		}
	}
}

func plain(formula string) string {
	out := ""
	for _, r := range formula {
		if r != '$' {
			out += string(r)
		}
	}
	return out
}

// FuzzFormula checks that no formula makes the evaluator panic or run on.
func FuzzFormula(f *testing.F) {
	for _, seed := range []string{"SUM(A1:B2)*2", "(1+2)/3", "'Ark'!A1", "-(-A1)", "SUM(A1,B1;C1)"} {
		f.Add(seed)
	}
	book, err := Read(exceltest.MustBuild("# Ark\nA1 10 | 20\nC3 =A1+C4\nC4 =C3\n"))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, formula string) {
		e := &evaluator{book: book, open: map[cellKey]bool{}}
		p := &formulaParser{evaluator: e, sheet: book.Sheets[0], rest: formula}
		_, _ = p.sum()
		_ = moved(formula, 3, 2)
	})
}
