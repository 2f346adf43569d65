package notation

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed stems.txt
var stemsText string

//go:embed phrases.txt
var phrasesText string

// meaning is what a word or a phrase says: its class before the dot ("kind") and its value
// behind it ("saving"); a class that needs none has no value.
type meaning struct {
	class, value string
	yes, no      string // what those two words in a cell mean under it
}

// parseMeaning reads a meaning as the data files write it: "role.social ja=positive".
func parseMeaning(text string) meaning {
	fields := strings.Fields(text)
	var m meaning
	m.class, m.value, _ = strings.Cut(fields[0], ".")
	for _, option := range fields[1:] {
		switch answer, value, _ := strings.Cut(option, "="); answer {
		case "ja":
			m.yes = value
		case "nej":
			m.no = value
		}
	}
	return m
}

// lexicon is what the words and phrases of a kind of text mean.
type lexicon struct {
	exact      map[string]meaning   // a whole word
	short      map[string]meaning   // a whole word with a full stop
	fronts     map[string]meaning   // the first part of a compound
	backs      map[string]meaning   // the last part of one
	sorted     []string             // the exact words, for abbreviations
	starts     map[string][]*phrase // by a first word
	ends       map[string][]*phrase // by the last part of a first word
	vocabulary map[string]bool      // the words of phrases
	near       func() *nearWords
	strict     bool // a misspelt word is not taken for another
}

// headingLexicon is made of stems.txt and phrases.txt, once, and never changed.
var headingLexicon = sync.OnceValue(func() *lexicon { return newLexicon(phrasesText + stemsText) })

// newLexicon reads words and phrases as the data files write them.
func newLexicon(table string) *lexicon {
	l := &lexicon{
		exact: map[string]meaning{}, short: map[string]meaning{},
		fronts: map[string]meaning{}, backs: map[string]meaning{},
		starts: map[string][]*phrase{}, ends: map[string][]*phrase{}, vocabulary: map[string]bool{},
	}
	eachAlias(table, func(m, _, text string) {
		if strings.Contains(text, " ") {
			l.addPhrase(parseMeaning(m), text)
		} else {
			l.addWord(parseMeaning(m), text)
		}
	})
	for word := range l.exact { // sorted below
		l.sorted = append(l.sorted, word)
	}
	slices.Sort(l.sorted)
	l.near = sync.OnceValue(func() *nearWords { return newNearWords(l) })
	return l
}

// addWord adds a word with its marks. Where two lines have one word, the first counts.
func (l *lexicon) addWord(m meaning, text string) {
	if short, ok := strings.CutSuffix(text, "."); ok {
		l.short[foldWord(short)] = m
		return
	}
	if front, ok := strings.CutSuffix(text, "*"); ok {
		keepFirst(l.fronts, foldWord(front), m)
		return
	}
	stem, last := strings.CutPrefix(text, "*")
	for _, form := range formsOf(stem) {
		keepFirst(l.exact, form, m)
		if last {
			keepFirst(l.backs, form, m)
		}
	}
}

func keepFirst(table map[string]meaning, word string, m meaning) {
	if _, taken := table[word]; !taken {
		table[word] = m
	}
}

// endings are those of Danish nouns and adjectives.
var endings = strings.Fields("s e es n ns en ens t ts et ets r rs er ers ne nes rne rnes erne ernes ene enes")

// formsOf are the folded forms of a word: one, or with a "~" behind it every ending.
func formsOf(text string) []string {
	stem, open := strings.CutSuffix(text, "~")
	forms := []string{foldWord(stem)}
	if open {
		for _, ending := range endings {
			forms = append(forms, forms[0]+ending)
		}
	}
	return forms
}

var spelling = strings.NewReplacer(
	"å", "aa", "æ", "ae", "ø", "oe", "ä", "ae", "ö", "oe", "é", "e", "’", "'", "-", "",
)

// foldWord is a word as it is compared: lower case, å as aa, hyphens left out.
func foldWord(word string) string { return spelling.Replace(strings.ToLower(word)) }

// found is one thing that a word says.
type found struct {
	meaning
	front  int  // how many bytes of the folded word, in front, no part explains
	loose  bool // the last part of a compound whose front no part explains
	inside bool // the front of a compound
}

// word is what a folded word says: one thing, or two where it is a compound of two.
func (l *lexicon) word(key string, abbreviated bool) []found {
	if m, ok := l.exact[key]; ok {
		return []found{{meaning: m}}
	}
	if abbreviated {
		if m, ok := l.abbreviation(key); ok {
			return []found{{meaning: m}}
		}
	}
	return l.compound(key)
}

// abbreviation is what all words that begin so mean.
func (l *lexicon) abbreviation(key string) (meaning, bool) {
	if m, ok := l.short[key]; ok {
		return m, true
	}
	if len(key) < 3 {
		return meaning{}, false
	}
	at, _ := slices.BinarySearch(l.sorted, key)
	var m meaning
	for ; at < len(l.sorted) && strings.HasPrefix(l.sorted[at], key); at++ {
		switch other := l.exact[l.sorted[at]]; {
		case m.class == "":
			m = other
		case m != other:
			return meaning{}, false
		}
	}
	return m, m.class != ""
}

// shortestFront is how long the front of a compound is when no part explains it: what is
// shorter is another word ("handel" is no "andel").
const shortestFront = 3

// longestWord is how long a word is that is taken apart.
const longestWord = 60

// compound reads a compound by its last part, the longest that is known, and then by its
// front; one of three parts by its front and the compound behind it: "nettodriftsudgift".
func (l *lexicon) compound(key string) []found {
	if len(key) > longestWord {
		return nil
	}
	for at := len(key) - 1; at > shortestFront; at-- {
		if m, ok := l.fronts[key[:at]]; ok {
			if rest := l.word(key[at:], false); rest != nil && !rest[0].loose {
				return append([]found{{meaning: m, inside: true}}, rest...)
			}
		}
	}
	for at := 2; at+1 < len(key); at++ {
		last, ok := l.backs[key[at:]]
		if !ok {
			continue
		}
		first, ok := l.front(key[:at])
		if ok && first.class == "weak" && last.value != string(RoleCost) { // "huslejetilskud" is of no cost
			return []found{{meaning: last, front: at, loose: true}}
		}
		if ok {
			return []found{{meaning: first, inside: true}, {meaning: last}}
		}
		if at >= shortestFront {
			return []found{{meaning: last, front: at, loose: true}}
		}
	}
	return nil
}

// frontClasses are the classes that a word keeps in front of another.
var frontClasses = []string{
	"kind", "weak", "doubt", "way", "payer", "annual", "total", "money", "amount", "role", "less", "more", "external",
}

// front is what the first part of a compound says, with or without the s that joins it.
func (l *lexicon) front(key string) (meaning, bool) {
	for _, form := range []string{key, strings.TrimSuffix(key, "s"), strings.TrimSuffix(key, "e")} {
		if m, ok := l.fronts[form]; ok {
			return m, true
		}
		if m, ok := l.exact[form]; ok && slices.Contains(frontClasses, m.class) {
			return m, true
		}
	}
	return meaning{}, false
}
