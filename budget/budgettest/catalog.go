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
func CheckCatalog(t *testing.T, c *budget.Catalog) {
	t.Helper()
	da, en := c[budget.Danish], c[budget.English]
	for key, text := range da {
		other, ok := en[key]
		if !ok {
			t.Errorf("%q has no English text", key)
			continue
		}
		if strings.TrimSpace(text) == "" || strings.TrimSpace(other) == "" {
			t.Errorf("%q is empty", key)
		}
		if a, b := places(text), places(other); !slices.Equal(a, b) {
			t.Errorf("%q: the Danish text has %v, the English %v", key, a, b)
		}
	}
	for key := range en {
		if _, ok := da[key]; !ok {
			t.Errorf("%q has no Danish text", key)
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
