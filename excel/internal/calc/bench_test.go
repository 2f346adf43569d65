package calc

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkSumOfFourYears(b *testing.B) {
	g := boundedGrid{newGrid(b, "A1 12100000; B1 9000000; C1 3100000.25; D1 -1650000.5")}
	for b.Loop() {
		Evaluate("SUM(A1:D1)/1000-IF(A1>0,B1*2%,0)", d10, g)
	}
}

func BenchmarkSumOfAColumn(b *testing.B) {
	var text strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&text, "A%d %d.25;", i+1, i)
	}
	g := newGrid(b, text.String())
	b.ReportAllocs()
	for b.Loop() {
		Evaluate("SUM(A1:A10000)", d10, boundedGrid{g})
	}
}
