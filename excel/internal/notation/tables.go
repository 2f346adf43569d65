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

// HeadingTable and wordTable are the tables of this program; they are read once
// and never changed.
var (
	HeadingTable = sync.OnceValue(func() *aliases { return parseAliases(headingsText, HeadingKey) })
	// WordTables are the words of one kind of cell: "payer", "social" …
	WordTables = sync.OnceValue(func() map[string]*aliases {
		tables := map[string]*aliases{}
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
