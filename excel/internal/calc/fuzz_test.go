package calc

import (
	"testing"
	"time"
)

// FuzzEvaluate checks that no formula makes the program panic or run for long, and that
// evaluating twice gives the same.
func FuzzEvaluate(f *testing.F) {
	for _, seed := range []string{
		"SUM(A1:A9)*2%", `IF(A1>5,"x",VLOOKUP("a*",C1:D9,2,0))`, "SUMPRODUCT((A:A>1)*{1;2;3})", "Poster[[#This Row],[2026]:[I alt '#]]",
		"'Års tal'!B2&-1.5E-7^2", "INDEX(A1:D9,0,2):C3", `TEXT(A1,"000-0#%")`, `COUNTIFS(A:A,"<>~*",B:B,">=2")`, "[1]Ark!A1", "kreds+1",
		"AGGREGATE(14,6,A1:A9/(B1:B9>1),1)", `XLOOKUP(1,A1:A9,B1:C9,"?",-1,-1)`, "DATEDIF(A1,A2,\"ym\")+EDATE(A3,-1)", "{1,\"a\";#N/A,TRUE}", "_x0041_+PMT(1%,360,A1)",
		`SEARCH("*?~**",REPT(C1,99))`, "MROUND(A1,-0.1)+CEILING(A2,B1)",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	g := newGrid(f, amounts)
	g.names = map[string]string{"kreds": "kreds*2", "sats": "Ark1!A1"}
	g.tables["poster"] = Table{Area: Area{"Ark1", 1, 1, 4, 3}, Header: true, Totals: true, Columns: []string{"Post", "2026", "I alt #"}}
	f.Fuzz(func(t *testing.T, formula string, array bool) {
		at := d10
		at.Array = array
		began := time.Now()
		first := Evaluate(formula, at, g)
		if took := time.Since(began); took > 5*time.Second {
			t.Fatalf("took %v", took)
		}
		if first.Status == Done && first.Value.Kind == Number && len(first.Value.Number.String()) > 400 {
			t.Fatalf("a number of %d characters", len(first.Value.Number.String()))
		}
		if second := Evaluate(formula, at, g); shown(first) != shown(second) || len(first.Read) != len(second.Read) {
			t.Fatalf("%v, then %v", first, second)
		}
		_ = Moved(formula, 3, -2)
	})
}
