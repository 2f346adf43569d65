package budgettest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"videre/budget"
)

var placeholder = regexp.MustCompile(`\{([a-z-]+)(?:\|[^|{}]+\|[^|{}]+)?\}`)

// CheckCatalog fails the test where the languages of a catalogue do not have the
// same keys, where a text is empty, or where its placeholders differ.
func CheckCatalog(t *testing.T, c budget.Catalog) {
	t.Helper()
	first := budget.Languages()[0]
	for _, l := range budget.Languages() {
		for key, text := range c[first] {
			if strings.TrimSpace(c[l][key]) == "" {
				t.Errorf("%s: %q has no text", l, key)
			} else if a, b := places(text), places(c[l][key]); !slices.Equal(a, b) {
				t.Errorf("%s: %q has %v, in %s %v", l, key, b, first, a)
			}
		}
		for key := range c[l] {
			if _, ok := c[first][key]; !ok {
				t.Errorf("%s: %q is no text in %s", l, key, first)
			}
		}
	}
}

func places(text string) []string {
	var found []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	slices.Sort(found)
	return slices.Compact(found)
}
