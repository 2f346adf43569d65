package excel_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

const example = "../testdata/aarhus-2026"

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	return exceltest.ReadFile(t, path)
}

// reviewed reads a workbook and judges it by the default policy.
func reviewed(t testing.TB, data []byte, set reading.Settings) *excel.Review {
	t.Helper()
	in, err := excel.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	policy := budget.DefaultPolicy()
	review, err := in.Review(set, &policy)
	if err != nil {
		t.Fatal(err)
	}
	return review
}

// readSubmission is reviewed by the default settings, in tests of random workbooks too.
func readSubmission(t interface{ Fatal(...any) }, data []byte) *excel.Review {
	in, err := excel.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	policy := budget.DefaultPolicy()
	review, err := in.Review(reading.Settings{}, &policy)
	if err != nil {
		t.Fatal(err)
	}
	return review
}

func annotated(t testing.TB, data []byte, o sheets.Options) []byte {
	t.Helper()
	r := reviewed(t, data, reading.Settings{})
	copied, err := r.Annotate(o)
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

// findingsText is a report as text: the verdicts, then the findings.
func findingsText(r *excel.Review) string {
	var b strings.Builder
	for i := range r.Report.Assessments {
		a := &r.Report.Assessments[i]
		worst, _ := a.Worst()
		fmt.Fprintf(&b, "%s: %s (%d) cost %s counted %s gap %s\n", a.Name(), a.Verdict(), a.Decision.Row.Number,
			figureText(worst.Cost), figureText(worst.Counted), figureText(worst.Gap))
	}
	for _, f := range r.Report.Findings {
		fmt.Fprintf(&b, "%s %s %s %s: %s %s\n", f.Code, f.Code.Name(), r.Report.Policy.SeverityOf(f.Code), r.Book.Locate(f.Origin),
			budget.Danish.Fault(f, r.Book.Locate), budget.Danish.Fix(f, r.Book.Locate))
	}
	for _, m := range r.Report.Assumptions {
		fmt.Fprintf(&b, "%s\n", budget.Danish.Say(m, r.Book.Locate))
	}
	return b.String()
}

// verdictText is each project with its verdict and figures.
func verdictText(r *budget.Report) string { return exceltest.Verdicts(r) }

func figureText(f budget.Figure) string { return exceltest.Figure(f) }

func TestTheExampleIsBuiltFromItsText(t *testing.T) {
	built := exceltest.MustBuild(string(read(t, example+".txt")))
	if *update {
		if err := os.WriteFile(example+".xlsx", built, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(built, read(t, example+".xlsx")) {
		t.Error("the workbook is not the one its text makes; run with -update")
	}
}

func TestTheExampleIsJudgedAsTheMemoSays(t *testing.T) {
	r := reviewed(t, read(t, example+".xlsx"), reading.Settings{})
	golden(t, example+".findings", findingsText(r))
}

func TestTheExamplesCopy(t *testing.T) {
	for _, l := range budget.Languages() {
		dump, err := exceltest.Dump(annotated(t, read(t, example+".xlsx"), sheets.Options{Language: l, Version: "test"}))
		if err != nil {
			t.Fatal(err)
		}
		golden(t, fmt.Sprintf("%s.%s.dump", example, l), dump)
	}
}

// TestLibreOfficesExampleIsJudgedTheSame reads the same workbook as LibreOffice
// wrote it.
func TestLibreOfficesExampleIsJudgedTheSame(t *testing.T) {
	path := "../../shared/workbooks/aarhus-2026.xlsx"
	if _, err := os.Stat(path); err != nil {
		t.Skip("the shared folder is absent")
	}
	ours := findingsText(reviewed(t, read(t, example+".xlsx"), reading.Settings{}))
	theirs := findingsText(reviewed(t, read(t, path), reading.Settings{}))
	if diff := cmp.Diff(ours, theirs); diff != "" {
		t.Errorf("-ours +LibreOffice's:\n%s", diff)
	}
}

// variant is the example with something in its text exchanged.
func variant(t *testing.T, was, is string) *excel.Review {
	t.Helper()
	text := string(read(t, example+".txt"))
	if !strings.Contains(text, was) {
		t.Fatalf("the example does not hold %q", was)
	}
	return reviewed(t, exceltest.MustBuild(strings.Replace(text, was, is, 1)), reading.Settings{})
}

func assessment(t *testing.T, r *excel.Review, name string) *budget.Assessment {
	t.Helper()
	for i := range r.Report.Assessments {
		if r.Report.Assessments[i].Name() == name {
			return &r.Report.Assessments[i]
		}
	}
	t.Fatalf("no project %q", name)
	return nil
}

func TestOneØreMissingIsSeen(t *testing.T) {
	a := assessment(t, variant(t, "3.1000000000000001", "3.0999999900000001"), "UngiFokus")
	worst, _ := a.Worst()
	if a.Verdict() != budget.Negotiate || budget.Plain(worst.Gap.Value) != "0.01" || budget.Danish.Percent(worst.Coverage.Value) != "99,99 %" {
		t.Errorf("%s, gap %s, coverage %s", a.Verdict(), worst.Gap.Value, budget.Danish.Percent(worst.Coverage.Value))
	}
}

func TestTheRegionsSavingDoesNotCount(t *testing.T) {
	text := string(read(t, example+".txt"))
	text = strings.Replace(text, "Psykiatrien | Region", "Psykiatrien | Region | 2", 1)
	text = strings.Replace(text, "Kommune | 9 ", "Kommune | 7 ", 1)
	r := reviewed(t, exceltest.MustBuild(text), reading.Settings{})
	a := assessment(t, r, "UngiFokus")
	worst, _ := a.Worst()
	if a.Verdict() != budget.Negotiate || budget.Plain(worst.Gap.Value) != "2000000.00" || budget.Plain(worst.Uncounted.Value) != "2000000.00" {
		t.Errorf("%s, gap %s, uncounted %s", a.Verdict(), worst.Gap.Value, worst.Uncounted.Value)
	}
	copied, err := r.Annotate(sheets.Options{})
	if err != nil {
		t.Fatal(err)
	}
	dump, err := exceltest.Dump(copied)
	if err != nil {
		t.Fatal(err)
	}
	if want := "| Region | 2 |  | nej – Tilfalder regionen og finansierer ikke kommunens udgift."; !strings.Contains(dump, want) {
		t.Errorf("the line does not say that it does not count:\n%s", dump)
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	input := read(t, example+".xlsx")
	first := annotated(t, input, sheets.Options{})
	if !bytes.Equal(first, annotated(t, bytes.Clone(input), sheets.Options{})) {
		t.Error("two runs give different copies")
	}
	if again := annotated(t, first, sheets.Options{}); !bytes.Equal(first, again) {
		t.Error("the copy's copy is another")
	}
}
