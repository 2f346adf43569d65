package budget

import "maps"

// catalog holds the domain's texts in every language.
var catalog = Catalog{Danish: danish, English: english}

// joined is several tables of texts as one; no key stands in two of them.
func joined(tables ...map[Key]string) map[Key]string {
	all := map[Key]string{}
	for _, table := range tables {
		maps.Copy(all, table)
	}
	return all
}
