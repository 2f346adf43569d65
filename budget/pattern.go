package budget

import (
	"maps"
	"slices"
	"strings"
)

// Texts lists every text of a catalogue in every language, sorted, each once: placeholders
// stand in it as they do in the catalogue.
func (c Catalog) Texts() []string {
	all := map[string]bool{}
	for _, texts := range c {
		for _, text := range texts {
			all[text] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// Texts lists every text of the domain's own catalogue, as [Catalog.Texts] does.
func Texts() []string { return catalog.Texts() }

// TextsOf lists the texts of a finding's code in every language, sorted.
func TextsOf(code Code) []string {
	own := Catalog{}
	for l, texts := range catalog {
		own[l] = maps.Clone(texts)
		maps.DeleteFunc(own[l], func(key Key, _ string) bool { return !strings.HasPrefix(string(key), code.String()+".") })
	}
	return own.Texts()
}
