package main

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"videre/budget"
)

// sentences are the keys of the JSON whose values are in the language of the run.
var sentences = []string{"message", "fix", "why", "error", "reasons", "what_would_change", "assumptions"}

// TestWhatIsJudgedIsTheSameInEveryLanguage judges the books in every language: but for
// the sentences the results are equal, and there are as many sentences.
func TestWhatIsJudgedIsTheSameInEveryLanguage(t *testing.T) {
	books, err := filepath.Abs(filepath.Join("..", "..", "testdata", "books"))
	if err != nil {
		t.Fatal(err)
	}
	var first any
	for _, l := range budget.Languages() {
		_, out, _ := videre(t, books, "check", "--json", "--quiet", "--year", "2026", "--lang", l.String(), ".")
		var run any
		if err := json.Unmarshal([]byte(out), &run); err != nil {
			t.Fatal(err)
		}
		workbooks := run.(map[string]any)["workbooks"].([]any)
		if len(workbooks) < 60 {
			t.Fatalf("%s: %d workbooks", l, len(workbooks))
		}
		wordless(run)
		if first == nil {
			first = run
			continue
		}
		for i, w := range first.(map[string]any)["workbooks"].([]any) {
			if !reflect.DeepEqual(w, workbooks[i]) {
				t.Errorf("%s: judged otherwise than in %s:\n%v\n%v", l, budget.Languages()[0], w, workbooks[i])
			}
		}
		if !reflect.DeepEqual(first, run) {
			t.Errorf("%s: the whole is judged otherwise than in %s", l, budget.Languages()[0])
		}
	}
}

// wordless puts the number of sentences in the place of sentences.
func wordless(value any) {
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			wordless(v)
		}
	case map[string]any:
		for key, v := range value {
			if slices.Contains(sentences, key) {
				value[key] = number(v)
			} else {
				wordless(v)
			}
		}
	}
}

// number is how many sentences a value of JSON holds.
func number(v any) int {
	switch v := v.(type) {
	case nil:
		return 0
	case []any:
		return len(v)
	}
	return 1
}
