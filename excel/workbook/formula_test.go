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
		{"SUM(A1:C1)", "30.1"}, {"SUM(A1:E1)", "30.1"}, {"sum(A1,B1)", "30"}, {"SUM(A1,B1,5)", "35"}, {"SUM(A1:B1)*2+1", "61"}, {"SUM(A1+B1,C1)", "30.1"}, {"SUM(Z1:Z9)", "0"}, {"SUM(SUM(A1),B1)", "30"},
		{"'Års tal'!A1+1", "8"}, {"Ark!A1", "10"}, {"SUM(ark!A1:B1)", "30"}, {"Z9+1", "1"}, {"Z9", "0"}, {"=A1", "10"},
		// what is left to Excel
		{"ROUND(1.5,0)", "2"}, {"IF(A1>1,1,2)", "1"}, {"A1^2", "100"}, {"10%", "0.1"}, {"A1%", "0.1"}, {"SUMIF(A1,1)", "0"}, {"SUMIF(A1:B1,\">10\")", "20"},
		{"IF(D1=\"tekst\",A1,0)", "10"}, {"C2+1", "2"},
		{"D1+1", "-"}, {"E1+1", "-"}, {"D2+1", "-"}, {"SUM(A1:D2)", "-"}, {"1/0", "-"}, {"A1/Z9", "-"}, {"A1&B1", "-"}, {"D1&1", "-"}, {"TODAY()", "-"}, {"INT((0.7+0.1)*10)", "-"}, {"SUM(A1,E1+0)", "-"},
		{"A1:B1", "-"}, {"A1+", "-"}, {"(A1", "-"}, {"A1)", "-"}, {"SUM(A1", "-"}, {"SUM()", "-"}, {"", "-"}, {"Ingen!A1", "-"}, {"navn", "-"}, {"A1 B1", "-"}, {"A0", "-"}, {"\"5\"+1", "-"}, {"[1]Ark!A1", "-"}, {"1,5", "-"}, {"F9", "-"}, {"SUM(F1:F9)", "-"},
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

// TestFormulasOnFormulasWithoutResults computes chains of them, and stops at circles.
func TestFormulasOnFormulasWithoutResults(t *testing.T) {
	book, err := Read(exceltest.MustBuild("# Ark\nA1 =1/3\nA2 =A1*3\nA3 =A2+B3\nA4 =A5\nA5 =A4\nA6 =IF(A2=1,7,8)\nA7 =A4+1\nA8 ='5\n"))
	if err != nil {
		t.Fatal(err)
	}
	for row, want := range []string{"0.333333333333333", "1", "1", "-", "-", "-", "-"} {
		got, ok := book.Compute(book.Sheets[0], Ref{Row: row + 1, Col: 1})
		if ok != (want != "-") || ok && got.String() != want {
			t.Errorf("A%d is %s %v, want %s", row+1, got, ok, want)
		}
	}
}
