package notation

import (
	"strings"
	"testing"
)

// TestNoAliasMeansTwoThings reads the tables as they stand.
func TestNoAliasMeansTwoThings(t *testing.T) {
	check := func(name, table string, key func(string) string, scope func(string) string) {
		seen := map[string]string{}
		eachAlias(table, func(meaning, language, text string) {
			k := scope(meaning) + key(text)
			if other, taken := seen[k]; taken && other != meaning {
				t.Errorf("%s: %q means %s and %s", name, text, other, meaning)
			}
			if key(strings.TrimSuffix(text, "*")) == "" {
				t.Errorf("%s: %q of %s is compared as nothing", name, text, meaning)
			}
			if language == "" || strings.Contains(text, ":") {
				t.Errorf("%s: %q of %s stands under no language that there is", name, text, meaning)
			}
			seen[k] = meaning
		})
	}
	check("headings.txt", headingsText, HeadingKey, func(string) string { return "" })
	check("words.txt", wordsText, WordKey, func(meaning string) string { kind, _, _ := strings.Cut(meaning, "."); return kind })
}

func TestMisspeltHeadings(t *testing.T) {
	for text, want := range map[string]string{"okonomisk effekt": "economic", "udlobsår": "expiry", "budgetomraade": "area", "afdelng": "department", "xyzzy": "", "type": ""} {
		near := HeadingTable().Near(text)
		if want == "" && len(near) != 0 || want != "" && (len(near) != 1 || near[0] != want) {
			t.Errorf("%q is near %v, want %q", text, near, want)
		}
	}
}
