package notation

import ("testing";"fmt";"os";"strings")

func TestZZ(t *testing.T) {
	b, _ := os.ReadFile("/tmp/eff/list.txt")
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		kind, text, ok := strings.Cut(l, "|")
		if !ok { continue }
		if kind == "S" {
			v, c := ReadSocial(text, ReadHeading("Social effekt"), 2026)
			fmt.Printf("S %-14v %v | %s\n", v, c, text)
		} else {
			v, c := ReadEconomic(text, ReadHeading("Økonomisk effekt"), 2026)
			fmt.Printf("E %-14v %v | %s\n", v, c, text)
		}
	}
}
