package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"videre/excel/exceltest"
)

// steering is a workbook whose project's name clears what stands before it, turns the rest
// around and writes a line that looks like a verdict.
const steering = `
# Projekter
A1 Projekt | Udløbsår | Social effekt | Økonomisk effekt
A2 Ro_x001B_[2K_x000A_  Kan permanentgøres` + "\u202e\u0085\u009b" + `8m | 2025 | positiv | dokumenteret
`

// isOrder says of a character, as the standards of terminals and of Unicode do, that it steers.
func isOrder(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0: // C0, DEL and C1 of ISO 6429
		return true
	}
	return strings.ContainsRune("\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"+
		"\u2066\u2067\u2068\u2069", r)
}

// TestNothingInAWorkbookSteersTheTerminal judges a workbook with such a name, and such a file
// name, and looks at every stream and form of output.
func TestNothingInAWorkbookSteersTheTerminal(t *testing.T) {
	data, err := exceltest.Build(steering)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a\x1b[8m\nfejl  V101\u202e.xlsx")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Skip("the file system takes no such name:", err)
	}
	for _, args := range [][]string{
		{"check", path}, {"check", path, path + "x"}, {"check", "--json", path},
		{"explain", path}, {"explain", path, "Ro"}, {path}, {path}, {"strip", path}, {"compare", path, path},
	} {
		var out, told bytes.Buffer
		run(args, strings.NewReader(""), &out, &told, func(string) string { return "" })
		for _, text := range []string{out.String(), told.String()} {
			if at := strings.IndexFunc(text, isOrder); at >= 0 {
				t.Errorf("%q: %q steers", args, text[at:min(len(text), at+20)])
			}
			if strings.Contains(text, "\nfejl  V101") || strings.Contains(text, "\n  Kan permanentgøres") {
				t.Errorf("%q: a name begins a line of its own:\n%s", args, text)
			}
		}
	}
}

// TestPlainKeepsWhatIsShown holds the stream against what it may change: nothing that is
// shown, and everything that steers.
func TestPlainKeepsWhatIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		var out bytes.Buffer
		if n, err := (&plain{out: &out}).Write([]byte(text)); n != len(text) || err != nil {
			t.Fatal(n, err)
		}
		in, got := []rune(text), []rune(out.String())
		if len(in) != len(got) {
			t.Fatalf("%q became %q", text, out.String())
		}
		for i, r := range in {
			if r == '\r' && i+1 < len(in) && in[i+1] == '\n' {
				continue // the end of a line, as spreadsheets write it
			}
			if isOrder(r) == (got[i] == r) && r != unicode.ReplacementChar {
				t.Fatalf("%q became %q", text, out.String())
			}
		}
	})
}

// brokenPipe takes nothing.
type brokenPipe struct{}

var errBroken = errors.New("broken pipe")

func (brokenPipe) Write([]byte) (int, error) { return 0, errBroken }

// TestAnAnswerThatCannotBeWrittenIsTold runs with an answer that nobody takes.
func TestAnAnswerThatCannotBeWrittenIsTold(t *testing.T) {
	example := filepath.Join("..", "..", "testdata", "aarhus-2026.xlsx")
	for _, args := range [][]string{{"check", example}, {"check", "--json", example}, {"explain", "V101"}} {
		var told bytes.Buffer
		status := run(args, strings.NewReader(""), brokenPipe{}, &told, func(string) string { return "" })
		if status != statusBroke || strings.Count(told.String(), errBroken.Error()) != 1 {
			t.Errorf("%q: status %d, told %q", args, status, told.String())
		}
	}
}
