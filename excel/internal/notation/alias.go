package notation

import (
	"slices"
	"strings"

	"videre/budget"
)

// Aliases is a table of texts and the one thing each means.
type Aliases struct {
	Exact  map[string]string // by key
	open   []openAlias       // those that end in a star
	Order  []string          // the meanings as they are listed
	Listed map[string][]string
	// proposed is the text that the program itself writes for a meaning in a language.
	proposed map[proposal]string
}

// proposal is a meaning to be written in the language of a code: "da".
type proposal struct{ meaning, language string }

type openAlias struct{ start, meaning string }

// parseAliases reads a table. The key makes of a text what is compared.
func parseAliases(table string, key func(string) string) *Aliases {
	a := &Aliases{Exact: map[string]string{}, Listed: map[string][]string{}, proposed: map[proposal]string{}}
	eachAlias(table, func(meaning, language, text string) {
		if a.Listed[meaning] == nil {
			a.Order = append(a.Order, meaning)
		}
		a.Listed[meaning] = append(a.Listed[meaning], text)
		if p := (proposal{meaning, language}); a.proposed[p] == "" {
			a.proposed[p] = text
		}
		if start, open := strings.CutSuffix(text, "*"); open {
			a.open = append(a.open, openAlias{key(start), meaning})
		} else {
			a.Exact[key(text)] = meaning
		}
	})
	return a
}

// eachAlias calls do with every text of a table, in the order they stand. A line is a
// meaning, a bar, and its texts divided by semicolons. A language's code and a colon
// before a text ("da: Projekt") say whose language it and those after it are. A line with a name in
// braces and an equals sign gives a group of words a name, for the lines below: "{slut} = slut/ophør".
func eachAlias(table string, do func(meaning, language, text string)) {
	groups := strings.NewReplacer()
	var named []string
	for line := range strings.Lines(table) {
		if name, words, ok := strings.Cut(line, " = "); ok && strings.HasPrefix(name, "{") {
			named = append(named, name, strings.TrimSpace(groups.Replace(words)))
			groups = strings.NewReplacer(named...)
			continue
		}
		meaning, texts, found := strings.Cut(groups.Replace(line), "|")
		if meaning = strings.TrimSpace(meaning); !found || strings.HasPrefix(meaning, "#") {
			continue
		}
		language := ""
		for text := range strings.SplitSeq(texts, ";") {
			code, rest, _ := strings.Cut(text, ":")
			if l, ok := budget.ParseLanguage(strings.TrimSpace(code)); ok {
				language, text = l.String(), rest
			}
			do(meaning, language, strings.TrimSpace(text))
		}
	}
}

// Find is the meaning of a key.
func (a *Aliases) Find(key string) (string, bool) {
	meaning, _, ok := a.FindOpen(key)
	return meaning, ok
}

// FindOpen is the meaning of a key, and what follows the beginning that gave it, of
// one that ends in a star. The longest beginning counts.
func (a *Aliases) FindOpen(key string) (meaning, rest string, ok bool) {
	if meaning, ok := a.Exact[key]; ok {
		return meaning, "", true
	}
	longest := -1
	for _, o := range a.open {
		after, begins := strings.CutPrefix(key, o.start)
		if begins && len(o.start) > longest && (after == "" || after[0] == ' ') {
			meaning, rest, longest = o.meaning, strings.TrimSpace(after), len(o.start)
		}
	}
	return meaning, rest, longest >= 0
}

// Near finds the one meaning that a misspelt key is near; several, when it is near
// texts of different meanings. One letter in five may be another, two at most.
func (a *Aliases) Near(key string) []string {
	runes := []rune(key)
	allowed := min(2, len(runes)/5)
	if allowed == 0 {
		return nil
	}
	var meanings []string
	for text, meaning := range a.Exact {
		if len(text) < 5 || len(text) > len(key)+2*allowed || len(text)+2*allowed < len(key) {
			continue
		}
		other := []rune(text)
		if len(other) < 5 || budget.EditDistance(runes, other) > allowed || slices.Contains(meanings, meaning) {
			continue
		}
		meanings = append(meanings, meaning)
	}
	slices.Sort(meanings)
	return meanings
}

// Proposal is the text that the program itself writes for a meaning: the first of the
// language's own.
func (a *Aliases) Proposal(meaning string, l budget.Language) string {
	if text := a.proposed[proposal{meaning, l.String()}]; text != "" {
		return text
	}
	return meaning
}
