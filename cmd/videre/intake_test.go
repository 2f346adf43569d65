package main

import (
	"os"
	"path/filepath"
	"testing"
	"videre/excel/files"
)

func TestTheCommonFolderIsTheNearestThatHoldsBoth(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"/budget/ældre", "/budget/ældre", "/budget/ældre"},
		{"/budget/ældre", "/budget/ældre/nord", "/budget/ældre"},
		{"/budget/ældre/nord", "/budget/ældre", "/budget/ældre"},
		{"/budget/ældre/nord", "/budget/børn/syd", "/budget"},
		{"/budget/børn", "/budget/børn og unge", "/budget"}, // a name that begins alike is another folder
		{"/budget", "/regnskab", "/"},
		{"/budget/..ældre", "/budget", "/budget"}, // a name may begin with two points
	} {
		a, b, want := filepath.FromSlash(c.a), filepath.FromSlash(c.b), filepath.FromSlash(c.want)
		if got := commonFolder(a, b); got != want {
			t.Errorf("%s and %s: %s, want %s", a, b, got, want)
		}
	}
}

// TestTheSummaryLiesInTheNearestFolderThatHoldsAllInputs: of folders and files named
// together, however deep; seen from where the program stands, when it is below.
func TestTheSummaryLiesInTheNearestFolderThatHoldsAllInputs(t *testing.T) {
	root := t.TempDir()
	for _, folder := range []string{"2026/ældre/nord", "2026/børn", filepath.Join("2026/børn", files.CopyFolder)} {
		if err := os.MkdirAll(filepath.Join(root, folder), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		args []string
		from string // where the program stands
		want string
	}{
		{[]string{"2026/ældre/nord", "2026/børn"}, "", "2026"},
		{[]string{"2026/ældre/nord/a.xlsx", "2026/ældre/nord/b.xlsx"}, "", "2026/ældre/nord"},
		{[]string{"2026/ældre/nord/a.xlsx", "2026/ældre"}, "", "2026/ældre"},
		{[]string{"2026/børn/vurderet/a.vurderet.xlsx", "2026/børn/b.xlsx"}, "", "2026/børn"},
		{[]string{"../børn", "nord"}, "2026/ældre", "2026"},
	} {
		t.Chdir(filepath.Join(root, c.from))
		got, err := filepath.Abs((&app{}).summaryFolder(c.args))
		if err != nil {
			t.Fatal(err)
		}
		if want := filepath.Join(root, c.want, files.CopyFolder); got != want {
			t.Errorf("%v: %s, want %s", c.args, got, want)
		}
	}
}
