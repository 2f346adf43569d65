package calc

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// TestOnlyWhatIsNeededIsRead holds that IF and its kin read the branch taken, and that
// whole columns are read as far as they are in use.
func TestOnlyWhatIsNeededIsRead(t *testing.T) {
	g := newGrid(t, "A1 10; A2 20; B1 ?; C1 3; C3 4; Data!A1 7")
	for _, test := range []struct{ formula, reads, result string }{
		{"IF(A1>5,A2,B1)", "Ark1!A1:A1 Ark1!A2:A2", "20"},
		{"IF(A1>50,A2,B1)", "Ark1!A1:A1 Ark1!B1:B1", "unstored: Ark1!B1"},
		{"IFERROR(A1,B1)", "Ark1!A1:A1", "10"},
		{"CHOOSE(1,A1,B1)", "Ark1!A1:A1", "10"},
		{"SUM(C:C)+SUM(C:C)", "Ark1!C1:C3", "14"},
		{"VLOOKUP(10,A1:B2,1,0)", "Ark1!A1:A2 Ark1!A1:A1", "10"},
		{"INDEX(A1:B2,2,1)+Data!A1", "Ark1!A2:A2 Data!A1:A1", "27"},
		{"ROWS(A1:B2)+COLUMN(B1)", "", "4"},
		{"Z99", "", "(blank)"},
	} {
		r := Evaluate(test.formula, d10, g)
		var reads []string
		for _, a := range r.Read {
			reads = append(reads, fmt.Sprintf("%s!%s%d:%s%d", a.Sheet, columnName(a.Left), a.Top, columnName(a.Right), a.Bottom))
		}
		if got := strings.Join(reads, " "); got != test.reads || shown(r) != test.result {
			t.Errorf("%s = %s, reads %q; want %s, %q", test.formula, shown(r), got, test.result, test.reads)
		}
	}
}

// TestTheLargestNumberIsOneComputedWith holds that keys do not widen the tolerance.
func TestTheLargestNumberIsOneComputedWith(t *testing.T) {
	g := newGrid(t, "A1 1234567890; B1 -500; A2 5; B2 20")
	for formula, want := range map[string]string{
		"SUM(B1:B2)":                    "500",
		"SUMIF(A1:A2,1234567890,B1:B2)": "500",
		"VLOOKUP(5,A1:B2,2,FALSE)":      "20",
		"A1+B1":                         "1234567890",
		"1000":                          "0",
	} {
		if got := Evaluate(formula, d10, g).Largest.String(); got != want {
			t.Errorf("%s: the largest number is %s, want %s", formula, got, want)
		}
	}
}

// TestBothSidesOfAStep holds that a result that hangs on the last binary digit is known
// with both its values, and one that does not with one.
func TestBothSidesOfAStep(t *testing.T) {
	g := newGrid(t, "A1 0.7; A2 0.1; A3 8; B1 43.1; B2 43.2")
	for _, test := range []struct{ formula, value, also string }{
		{"INT((A1+A2)*10)", "8", "7"},
		{"INT(A3)", "8", "8"},
		{"INT(A1*10+0.5)", "7", "7"},
		{"IF(B1-B2+1=0.9,1,2)", "1", "2"},
		{"IF(A1+A2=0.8,1,2)", "1", "2"},
		{"IF(A3=8,1,2)", "1", "1"},
		{"IF(A1=0.7,1,2)", "1", "1"},
		{"ROUND(A1*0.5+A2*0.05,2)", "0.36", "0.35"},
		{"ROUND(A3/3,2)", "2.67", "2.67"},
		{"MOD(A1+A2,0.1)", "0", "0.1"},
		{"IF(A1-A1>0,1,2)", "2", "1"},
	} {
		r := Evaluate(test.formula, d10, g)
		if got := []string{r.Value.String(), r.Also.String()}; !slices.Equal(got, []string{test.value, test.also}) {
			t.Errorf("%s = %v, want %s or %s", test.formula, got, test.value, test.also)
		}
	}
}

func TestAgrees(t *testing.T) {
	for _, test := range []struct {
		stored, computed, largest string
		want                      bool
	}{
		{"100", "100.0049", "100", true},
		{"100", "100.005", "100", false},
		{"100", "99.995", "100", false},
		{"10000000", "10000000.01", "10000000", true},
		{"10000000", "10000000.02", "10000000", false},
		{"1335470830518.14", "1335470830518.13376930046656", "651000", true},
		{"0.3", "0.3", "0", true},
		{"", "", "0", true},
		{"0", "", "0", true},
		{"''", "", "0", true},
		{"5", "", "0", false},
		{"''", "0", "0", false},
		{"'a'", "'a'", "0", true},
		{"'a'", "'A'", "0", false},
		{"'1.5 kr'", "'1,5 kr'", "0", true},
		{"TRUE", "TRUE", "0", true},
		{"TRUE", "FALSE", "0", false},
		{"1", "TRUE", "0", true},
		{"'12'", "12", "0", true},
		{"'x'", "12", "0", false},
		{"#N/A", "#REF!", "0", true},
		{"#N/A", "12", "0", false},
		{"12", "#N/A", "0", false},
		{"?", "12", "0", false},
	} {
		stored, computed := gridValue(t, test.stored), gridValue(t, test.computed)
		if got := Agrees(stored, computed, decimal.RequireFromString(test.largest)); got != test.want {
			t.Errorf("stored %v, computed %v, largest %s: %v", stored, computed, test.largest, got)
		}
	}
}

func TestMoved(t *testing.T) {
	for _, test := range []struct {
		formula    string
		rows, cols int
		want       string
	}{
		{"A1+$B$2+C$3+$D4", 2, 1, "B3+$B$2+D$3+$D6"},
		{"SUM(A1:B2)", 1, 0, "SUM(A2:B3)"},
		{"SUM(A:A)+SUM($1:3)", 1, 1, "SUM(B:B)+SUM($1:4)"},
		{"LOG10(A1)&\"A1\"", 1, 1, "LOG10(B2)&\"A1\""},
		{"'A1 B2'!A1+Ark1!A1", 1, 1, "'A1 B2'!B2+Ark1!B2"},
		{"Poster[A1]+moms", 1, 1, "Poster[A1]+moms"},
		{"A1", -1, -1, "XFD1048576"},
		{"IF( A1 > 5 , \"x\" )", 1, 0, "IF( A2 > 5 , \"x\" )"},
		{"[1]Ark!A1*1E5", 1, 0, "[1]Ark!A2*1E5"},
	} {
		if diff := cmp.Diff(test.want, Moved(test.formula, test.rows, test.cols)); diff != "" {
			t.Errorf("%s moved by %d, %d: %s", test.formula, test.rows, test.cols, diff)
		}
	}
}

// TestWorkIsBounded holds that no formula takes long, whatever it asks for.
func TestWorkIsBounded(t *testing.T) {
	g := newGrid(t, "A1 1; XFD1048576 1; B1 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'")
	g.names = map[string]string{"a": "b+b+b+b", "b": "c+c+c+c", "c": "d+d+d+d", "d": "f+f+f+f", "f": "g+g+g+g", "g": "h+h+h+h",
		"h": "i+i+i+i", "i": "j+j+j+j", "j": "k+k+k+k", "k": "l+l+l+l", "l": "m+m+m+m", "m": "1"}
	for _, formula := range []string{
		strings.Repeat("(", 100_000), strings.Repeat("-", 10_000) + "1", strings.Repeat("SUM(", 5_000), strings.Repeat("1+", 10_000) + "1",
		strings.Repeat("{", 1000), "SUM(A1:XFD1048576)", "SUMPRODUCT(A1:XFD1048576*1)", "SUMPRODUCT(A:A*1:1)", "COUNTIFS(A:XFD,1,A:XFD,1)",
		"SUMPRODUCT(ROW(A:A)*COLUMN(1:1))", "a", `REPT("a",1E9)`, `REPT(REPT("a",30000),30000)`, "9^9^9^9^9", "1E308^9", "ROUND(1,1E9)",
		`SEARCH("*a*a*a*a*a*c",REPT(B1,700))`, `COUNTIF(A:XFD,"*a*a*a*a*b")`, `SUBSTITUTE(REPT("a",32000),"a",REPT("b",32000))`,
		"SUM(" + strings.Repeat("A1:XFD1048576,", 1000) + "1)", "VLOOKUP(2,A:XFD,3,0)", "MATCH(2,A:A,0)", "LARGE(A:XFD,1)", "1E-999999999*1E+999999999",
	} {
		if r := Evaluate(formula, d10, boundedGrid{g}); r.Status == Done && r.Value.Kind == Number && len(r.Value.Number.String()) > 400 {
			t.Errorf("%.40s gives a number of %d characters", formula, len(r.Value.Number.String()))
		}
	}
}

// boundedGrid knows how much of it is used without looking.
type boundedGrid struct{ *grid }

func (boundedGrid) Used(string) (row, col int) { return MaxRow, MaxCol }
