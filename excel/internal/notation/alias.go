package notation

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"videre/budget"
)

//go:embed headings.txt
var headingsText string

//go:embed words.txt
var wordsText string

// aliases is a table of texts and the one thing each means.
type aliases struct {
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
func parseAliases(table string, key func(string) string) *aliases {
	a := &aliases{Exact: map[string]string{}, Listed: map[string][]string{}, proposed: map[proposal]string{}}
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
// before a text ("da: Projekt") say whose language it and those after it are.
func eachAlias(table string, do func(meaning, language, text string)) {
	for line := range strings.Lines(table) {
		meaning, texts, found := strings.Cut(line, "|")
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
func (a *aliases) Find(key string) (string, bool) {
	meaning, _, ok := a.FindOpen(key)
	return meaning, ok
}

// FindOpen is the meaning of a key, and what follows the beginning that gave it, of
// one that ends in a star. The longest beginning counts.
func (a *aliases) FindOpen(key string) (meaning, rest string, ok bool) {
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
func (a *aliases) Near(key string) []string {
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

var Brackets = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)

// HeadingKey is a heading as it is compared: lower case, without units, price
// levels, brackets, footnote marks and punctuation.
func HeadingKey(heading string) string {
	s := Clean(heading)
	if strings.ContainsAny(s, "([") {
		s = Brackets.ReplaceAllString(s, " ")
	}
	if strings.Contains(s, "20") {
		s = PriceLevelPattern.ReplaceAllString(s, " ")
	}
	s = withoutUnits(s)
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/'
	}), " ")
}

// withoutUnits takes the units off a heading: "Årlig udgift i mio. kr.".
func withoutUnits(s string) string {
	for mayHoldUnit(s) {
		at := unitPattern.FindStringSubmatchIndex(s)
		if at == nil {
			return s
		}
		start, end := at[0], at[1]
		for i := 2; i < len(at); i += 2 {
			if at[i] >= 0 {
				start, end = at[i], at[i+1]
			}
		}
		end += kroneAfter(s[end:])
		before := strings.TrimRight(s[:start], " ")
		before = strings.TrimSuffix(strings.TrimSuffix(before, " i"), " in")
		s = before + " " + s[end:]
	}
	return s
}

// WordKey is a word of a cell as it is compared: lower case, without punctuation
// at its ends.
func WordKey(word string) string {
	return strings.Trim(strings.ToLower(Clean(word)), " .,;:!*")
}

// Proposal is the text that the program itself writes for a meaning: the first of the
// language's own.
func (a *aliases) Proposal(meaning string, l budget.Language) string {
	if text := a.proposed[proposal{meaning, l.String()}]; text != "" {
		return text
	}
	return meaning
}

// Choices is the value that says what a cell of a kind can hold.
type Choices string

// In lists the words: "kommune, region, stat eller andre".
func (c Choices) In(l budget.Language, at budget.Locator) string {
	table := WordTables()[string(c)]
	var words budget.Choice
	for _, meaning := range table.Order {
		words = append(words, budget.Quote(strings.ToLower(table.Proposal(meaning, l))))
	}
	return words.In(l, at)
}
