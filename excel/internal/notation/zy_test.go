package notation
import ("testing";"fmt")
func TestZY(t *testing.T) {
	for _, h := range []string{"Er der en engangsudgift i 2026?", "Besparelser (tilfalder kommunen)"} {
		r := ReadHeading(h)
		fmt.Printf("H %q %+v\n", h, r)
		l := levelOf(h)
		for _, c := range l.clauses { rr := headingLexicon().read(c, l); fmt.Printf("   clause %q head=%+v payers=%v\n", c.text, headOf(&rr), rr.payers) }
	}
}
