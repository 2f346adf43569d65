package forms

import (
	"fmt"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/text"
)

// Columns is the text that tells people which headings and words the program knows, in a
// language: each meaning on a line, with all that is read as it indented below.
func Columns(l budget.Language) string {
	var b strings.Builder
	b.WriteString(text.Of(l, "map.headings") + "\n\n")
	for _, meaning := range notation.HeadingTable().Order {
		list(&b, notation.HeadingName(notation.Role(meaning), l), notation.HeadingTable().Listed[meaning])
	}
	b.WriteString("\n" + text.Of(l, "map.words") + "\n\n")
	for _, kind := range []string{"kind", "payer", "social", "economic", "wish", "reimbursement", "frame", "answer"} {
		table := notation.WordTables()[kind]
		for _, meaning := range table.Order {
			list(&b, table.Proposal(meaning, l), table.Listed[meaning])
		}
	}
	b.WriteString("\n" + text.Of(l, "map.composed") + "\n" + text.Of(l, "map.notation") + "\n\n")
	for _, known := range notation.HeadingWords(l) {
		list(&b, nameOf(known, l), known.Texts)
	}
	b.WriteString("\n" + text.Of(l, "map.answers") + "\n\n")
	for _, known := range notation.AnswerWords(l) {
		list(&b, nameOf(known, l), known.Texts)
	}
	return b.String()
}

// nameOf is what a meaning is called, and what yes and no mean under it.
func nameOf(known notation.Known, l budget.Language) string {
	for _, answer := range []struct {
		key  budget.Key
		said string
	}{{"map.yes", known.Yes}, {"map.no", known.No}} {
		switch answer.said {
		case "":
		case "?":
			known.Name += text.Of(l, answer.key+"-unsettled")
		default:
			known.Name += text.Say(l, answer.key, nil, text.Arg("meaning", budget.Name(answer.said)))
		}
	}
	return known.Name
}

// widest is how long a line of texts may be.
const widest = 110

// list writes a meaning and, below it, its texts on as many lines as they need.
func list(b *strings.Builder, name string, texts []string) {
	fmt.Fprintf(b, "%s\n", name)
	const indent = "   "
	line := indent
	for i, text := range texts {
		if i < len(texts)-1 {
			text += ";"
		}
		if line != indent && len([]rune(line+text)) >= widest {
			fmt.Fprintln(b, line)
			line = indent
		}
		line += " " + text
	}
	fmt.Fprintln(b, line)
}
