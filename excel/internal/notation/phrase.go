package notation

import (
	"regexp"
	"strings"
)

// phrase is words that belong together, in the order they stand.
type phrase struct {
	meaning
	elements []element
	words    int // elements that are words
}

// element is one word of a phrase in its forms, or a gap.
type element struct {
	gap    bool
	year   bool
	number bool
	forms  map[string]bool
	backs  map[string]bool // forms that may also be the last part of a compound
}

// The longest gap between two words of a phrase, and how many small words may stand
// between any two.
const (
	longestGap = 4
	smallWords = 3
)

// addPhrase adds a phrase as phrases.txt writes it.
func (l *lexicon) addPhrase(m meaning, text string) {
	p := &phrase{meaning: m}
	for _, field := range strings.Fields(text) {
		e := parseElement(field)
		if !e.gap {
			p.words++
		}
		for form := range e.forms {
			l.vocabulary[form] = true
		}
		p.elements = append(p.elements, e)
	}
	for form := range p.elements[0].forms {
		l.starts[form] = append(l.starts[form], p)
	}
	for form := range p.elements[0].backs {
		l.ends[form] = append(l.ends[form], p)
	}
}

func parseElement(text string) element {
	switch text {
	case "...":
		return element{gap: true}
	case "{år}":
		return element{year: true}
	case "{tal}":
		return element{number: true}
	}
	e := element{forms: map[string]bool{}, backs: map[string]bool{}}
	for choice := range strings.SplitSeq(text, "/") {
		if choice == "{år}" {
			e.year = true
			continue
		}
		stem, last := strings.CutPrefix(choice, "*")
		for _, form := range formsOf(stem) {
			e.forms[form] = true
			if last {
				e.backs[form] = true
			}
		}
	}
	return e
}

// budgetYear is a year as a word of its own, with what may stand in front of it.
var budgetYear = regexp.MustCompile(`^(?:b|bf|bo|r|budget)?(?:19|20)\d\d$|^(?:b|bf|bo|r)\d\d$`)

// is reports whether a word is the element.
func (e *element) is(w *word) bool {
	if e.year && budgetYear.MatchString(w.key) || e.number && allDigits(w.key) || e.forms[w.key] {
		return true
	}
	if len(e.backs) > 0 {
		for at := shortestFront; at < len(w.key) && at < longestWord; at++ {
			if e.backs[w.key[at:]] {
				return true
			}
		}
	}
	return false
}

// phrasesAt are the phrases that can begin with a word.
func (l *lexicon) phrasesAt(w *word) []*phrase {
	list := l.starts[w.key]
	for at := shortestFront; at < len(w.key) && at < longestWord; at++ {
		list = append(list[:len(list):len(list)], l.ends[w.key[at:]]...)
	}
	return list
}

// match finds a phrase from a word on: which words it takes, the small ones between
// included.
func (p *phrase) match(words []word, from int) []int {
	var taken []int
	at, gap := from, 0
	for i := range p.elements {
		e := &p.elements[i]
		if e.gap {
			gap = longestGap
			continue
		}
		next, small := e.find(words, at, gap)
		if next < 0 {
			return nil
		}
		if gap == 0 {
			taken = append(taken, small...)
		}
		taken = append(taken, next)
		at, gap = next+1, 0
	}
	return taken
}

// find is where an element stands from a word on, over small words and a gap; -1 for
// nowhere.
func (e *element) find(words []word, at, gap int) (next int, small []int) {
	for skipped := 0; at < len(words); at++ {
		switch {
		case words[at].taken:
			return -1, nil
		case e.is(&words[at]):
			return at, small
		case words[at].small && skipped < smallWords:
			skipped++
			small = append(small, at)
		case gap > 0:
			gap--
		default:
			return -1, nil
		}
	}
	return -1, nil
}
