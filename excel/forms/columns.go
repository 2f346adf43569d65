package forms

import (
	"fmt"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/text"
)

// Columns is the text that tells people which headings and fixed words the program knows,
// in a language: each meaning on a line, with all that is read as it indented below.
func Columns(l budget.Language) string {
	var b strings.Builder
	list := func(name string, texts []string) { fmt.Fprintf(&b, "%s\n    %s\n", name, strings.Join(texts, "; ")) }
	for _, meaning := range notation.HeadingTable().Order {
		list(notation.HeadingName(notation.Role(meaning), l), notation.HeadingTable().Listed[meaning])
	}
	b.WriteString("\n" + text.Of(l, "map.words") + "\n\n")
	for _, kind := range []string{"kind", "payer", "social", "economic", "wish", "reimbursement", "frame", "answer"} {
		table := notation.WordTables()[kind]
		for _, meaning := range table.Order {
			list(table.Proposal(meaning, l), table.Listed[meaning])
		}
	}
	return b.String()
}
