package notation

import (
	_ "embed"
	"strings"
	"sync"

	"videre/budget"
)

//go:embed meanings.txt
var meaningsText string

// Known is a meaning with the texts that have it, as the data files write them.
type Known struct {
	Name    string
	Yes, No string // what those two words in a cell mean under it, as words.txt calls it; "?" for too little
	Texts   []string
}

var meaningTable = sync.OnceValue(func() *Aliases { return parseAliases(meaningsText, WordKey) })

// HeadingWords are the words and phrases that headings are composed of, by what they mean, a
// meaning named in a language.
func HeadingWords(l budget.Language) []Known { return knownOf(stemsText+phrasesText, l) }

// AnswerWords are the words that the sentences in cells are read by.
func AnswerWords(l budget.Language) []Known { return knownOf(answersText+outcomesText, l) }

// knownOf lists the meanings of tables, in the order in which they first stand.
func knownOf(table string, l budget.Language) []Known {
	var list []Known
	type called struct{ name, yes, no string }
	at := map[called]int{}
	eachAlias(table, func(written, _, text string) {
		m := parseMeaning(written)
		c := called{meaningName(written, l), answerName(m, m.yes, l), answerName(m, m.no, l)}
		i, seen := at[c]
		if !seen {
			i = len(list)
			at[c] = i
			list = append(list, Known{Name: c.name, Yes: c.yes, No: c.no})
		}
		list[i].Texts = append(list[i].Texts, text)
	})
	return list
}

// meaningName is what a meaning is called: a role by its heading.
func meaningName(written string, l budget.Language) string {
	name, _, _ := strings.Cut(written, " ")
	if role, ok := strings.CutPrefix(name, "role."); ok && HeadingTable().Listed[role] != nil {
		return HeadingName(Role(role), l)
	}
	return meaningTable().Proposal(name, l)
}

// RoleTitle is what a role is called, also one that only composed headings give.
func RoleTitle(r Role, l budget.Language) string {
	if HeadingTable().Listed[string(r)] != nil {
		return HeadingName(r, l)
	}
	if r == RoleResult {
		return meaningTable().Proposal("derived", l)
	}
	for _, class := range []string{"role.", "kind.", "harmless."} {
		if name := class + string(r); meaningTable().Listed[name] != nil {
			return meaningTable().Proposal(name, l)
		}
	}
	return string(r)
}

// answerName is what an answer under a meaning is called; "" where it means what it says.
func answerName(m meaning, answer string, l budget.Language) string {
	switch answer {
	case "yes", "no":
		return ""
	case "", "?":
		return answer
	}
	table, word := WordTables()[m.value], m.value+"."+answer
	if table.Listed[word] == nil { // an answer to another question than the cell's
		return "?"
	}
	return table.Proposal(word, l)
}
