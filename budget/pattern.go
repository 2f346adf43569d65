package budget

import (
	"maps"
	"slices"
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
