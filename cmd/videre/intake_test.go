package main

import (
	"os"
	"path/filepath"
	"testing"
	"videre/excel/files"
	"videre/excel/reading"
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
		folder, under := (&app{}).summaryFolder(lookAt(c.args))
		if !within(filepath.Join(root, c.want), under) || !within(under, filepath.Join(root, c.want)) {
			t.Errorf("%v: under %s, want %s", c.args, under, filepath.Join(root, c.want))
		}
		got, err := filepath.Abs(folder)
		if err != nil {
			t.Fatal(err)
		}
		if want := filepath.Join(root, c.want, files.CopyFolder); got != want {
			t.Errorf("%v: %s, want %s", c.args, got, want)
		}
	}
}

// TestWhoMayReadTheSummary: those who may read each file that it tells of, and not fewer
// because of one that could not be read.
func TestWhoMayReadTheSummary(t *testing.T) {
	of := func(mode os.FileMode, read bool) *input {
		path := filepath.Join(t.TempDir(), "fil.xlsx")
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		w := &input{path: path, info: lookAt([]string{path})[0].info}
		if read {
			w.review = &reading.Judged{}
		}
		return w
	}
	for _, c := range []struct {
		inputs inputs
		want   os.FileMode
	}{
		{inputs{of(0o644, true), of(0o640, true)}, 0o640},
		{inputs{of(0o644, true), of(0, false)}, 0o644},
		{inputs{of(0o644, true), {path: "ingen.xlsx"}}, 0o644},
	} {
		b := &batch{intake: &intake{workbooks: c.inputs}}
		if got := b.commonMode(); os.PathSeparator == '/' && got != c.want {
			t.Errorf("%d files: %o, want %o", len(c.inputs), got, c.want)
		}
	}
}
