package excel_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"videre/excel/exceltest"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheets"
)

// TestTheChartOfManyProjectsShowsThoseThatLackMost draws seventeen projects, of which
// one's cost cannot be read: the chart and the table it is drawn of show fifteen, those
// that lack most first and, where they lack the same, those that cost most.
func TestTheChartOfManyProjectsShowsThoseThatLackMost(t *testing.T) {
	var text strings.Builder
	text.WriteString(`# Oversigt
A1 Budget 2026, kr., 2026-p/l
A3 Projekt | Udløb | Social effekt | Økonomisk effekt | Årlig udgift | Sparede ydelser (kommune)
`)
	for i := range 17 {
		cost := fmt.Sprint(1000 + i)
		if i == 16 {
			cost = "?"
		}
		saving := 1000 + i - 100*(i/2) // two and two lack the same
		fmt.Fprintf(&text, "A%d Projekt %02d (opdigtet) | 2025 | positiv | dokumenteret | %s | %d\n", 4+i, i, cost, saving)
	}
	copied := annotated(t, exceltest.MustBuild(text.String()), sheets.Options{})
	f := exceltest.Open(t, copied)
	rows, err := f.GetRows("Vurdering")
	if err != nil {
		t.Fatal(err)
	}
	title := slices.IndexFunc(rows, func(row []string) bool {
		return len(row) > 0 && strings.HasPrefix(row[0], "De 15 projekter")
	})
	if title < 0 || len(rows) < title+17 {
		t.Fatalf("no table of fifteen projects in %d rows", len(rows))
	}
	want := []int{15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}
	for i, row := range rows[title+2 : title+17] {
		if name := fmt.Sprintf("Projekt %02d (opdigtet)", want[i]); row[0] != name {
			t.Errorf("row %d of the chart is %s, want %s", i+1, row[0], name)
		}
	}
	drawn := fmt.Sprintf("'Vurdering'!$A$%d:$A$%d", title+3, title+17)
	if got := chartRanges(t, copied); !slices.Contains(got, drawn) {
		t.Errorf("the charts are drawn of %v, want %s", got, drawn)
	}
}

var chartRange = regexp.MustCompile(`<(?:c:)?f>([^<]*)</`)

// chartRanges are the ranges that a workbook's charts are drawn of.
func chartRanges(t *testing.T, data []byte) []string {
	t.Helper()
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	var ranges []string
	for _, part := range pkg.Parts() {
		if !strings.Contains(part.Name, "/charts/") {
			continue
		}
		content, err := part.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range chartRange.FindAllSubmatch(content, -1) {
			ranges = append(ranges, strings.ReplaceAll(string(m[1]), "&#39;", "'"))
		}
	}
	return ranges
}
