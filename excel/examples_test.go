package excel_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/exceltest"
	"videre/excel/reading"
)

// without are the codes of reading that need more than cells to be shown.
var without = []budget.Code{budget.AmbiguousColumn, budget.MappedColumn, budget.SignedWorkbook, budget.IgnoredPolicy,
	budget.UnusedColumn, budget.ContradictingRemark, budget.UnreadableNotes}

// TestTheExamplesOfReadingDoAsTheySay builds each example of examples.txt.
func TestTheExamplesOfReadingDoAsTheySay(t *testing.T) {
	base := string(read(t, filepath.Join("..", "testdata", "books", "skabelon-uden-fejl.txt")))
	for _, code := range budget.Codes() {
		fires, accepted := reading.Examples(code)
		if code >= 200 || slices.Contains(without, code) {
			if fires+accepted != "" {
				t.Errorf("%s has examples, and is listed as without", code)
			}
			continue
		}
		for _, example := range []struct {
			text  string
			gives bool
		}{{fires, true}, {accepted, false}} {
			if example.text == "" {
				t.Errorf("%s lacks an example", code)
				continue
			}
			data, err := exceltest.Build(changedText(base, example.text))
			if err != nil {
				t.Fatal(err)
			}
			r := readSubmission(t, data)
			if found := slices.ContainsFunc(r.Report.Findings, func(f budget.Finding) bool { return f.Code == code }); found != example.gives {
				t.Errorf("%s: the finding is given: %t, want %t\n%s%s", code, found, example.gives, example.text, codesAndCells(r))
			}
		}
	}
}

// changedText is a workbook's text with the changes of an example.
func changedText(base, example string) string {
	more := ""
	for _, line := range strings.Split(strings.TrimSpace(example), "\n") {
		line = strings.TrimSpace(line)
		sheet, rest, _ := strings.Cut(line, " ")
		head := "# " + sheet + "\n"
		at := strings.Index(base, head)
		if at < 0 {
			more += line + "\n"
			continue
		}
		end := len(base)
		if next := strings.Index(base[at+1:], "\n# "); next >= 0 {
			end = at + 1 + next + 1
		}
		base = base[:end] + "\n" + rest + "\n" + base[end:]
	}
	return base + "\n" + more
}
