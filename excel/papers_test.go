package excel_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	namedPath = regexp.MustCompile("`((?:budget|excel|cmd|testdata|\\.ci|\\.github)/[^`\\s]*)")
	namedTest = regexp.MustCompile(`\bTest[A-Z]\w+`)
)

// TestThePapersNameWhatIsThere checks the paths and the tests that the papers for people
// name. An ellipsis stands for any part of a name.
func TestThePapersNameWhatIsThere(t *testing.T) {
	tests := sourceOfTests(t)
	for _, paper := range []string{"../README.md", "../.github/CONTRIBUTING.md", "../.github/SECURITY.md"} {
		text, err := os.ReadFile(paper)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range namedPath.FindAllStringSubmatch(string(text), -1) {
			there, err := filepath.Glob(filepath.Join("..", strings.ReplaceAll(m[1], "…", "*")))
			if err != nil || len(there) == 0 {
				t.Errorf("%s names %s, which is not there", paper, m[1])
			}
		}
		for _, name := range namedTest.FindAllString(string(text), -1) {
			if !strings.Contains(tests, "\nfunc "+name) {
				t.Errorf("%s names %s, which is no test", paper, name)
			}
		}
	}
}

// sourceOfTests is the source of every test.
func sourceOfTests(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for room := range rooms {
		paths, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(room), "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			all.Write(read(t, path))
		}
	}
	return all.String()
}
