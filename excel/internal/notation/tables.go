package notation

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed headings.txt
var headingsText string

//go:embed words.txt
var wordsText string

// The tables of this program are read once and never changed.
var (
	// HeadingTable are the headings of headings.txt, by the role that each gives a column.
	HeadingTable = sync.OnceValue(func() *Aliases { return parseAliases(headingsText, HeadingKey) })
	// WordTables are the words of words.txt, by the kind of cell that holds them: "payer", "social" …
	WordTables = sync.OnceValue(func() map[string]*Aliases {
		tables := map[string]*Aliases{}
		byKind := map[string][]string{}
		for _, line := range strings.Split(wordsText, "\n") {
			if kind, _, found := strings.Cut(line, "."); found && !strings.HasPrefix(line, "#") {
				byKind[kind] = append(byKind[kind], line)
			}
		}
		for kind, lines := range byKind {
			tables[kind] = parseAliases(strings.Join(lines, "\n"), WordKey)
		}
		return tables
	})
)
