package notation

import (
	"slices"
	"strings"

	"videre/budget"
)

// nearWords finds the known word that a misspelt one is near.
type nearWords struct {
	lexicon *lexicon
	cut     map[string][]string // the known words that a spelling is, or is but for one letter left out
	plain   map[string][]string // the known words by their spelling with a for å and o for ø
}

// Words of fewer letters are not taken for others, and longer ones are no slips.
const (
	shortestNear = 5
	longestNear  = 40
)

func newNearWords(l *lexicon) *nearWords {
	n := &nearWords{l, map[string][]string{}, map[string][]string{}}
	for _, known := range l.allWords() {
		if len(known) < shortestNear || l.exact[known].class == "ordinary" {
			continue
		}
		plain := plainLetters(known)
		n.plain[plain] = append(n.plain[plain], known)
		for _, spelling := range spellings(known) {
			n.cut[spelling] = append(n.cut[spelling], known)
		}
	}
	return n
}

// spellings are a word and the word without each of its letters.
func spellings(word string) []string {
	list := []string{word}
	for i := range len(word) {
		if cut := word[:i] + word[i+1:]; !slices.Contains(list, cut) {
			list = append(list, cut)
		}
	}
	return list
}

var plainSpelling = strings.NewReplacer("aa", "a", "oe", "o", "ae", "a")

func plainLetters(key string) string { return plainSpelling.Replace(key) }

// find is the one known word that a word is near: a letter too many, too few, another,
// or swapped with its neighbour, or å, æ and ø without their marks. It is empty when
// words of different meanings are near.
func (n *nearWords) find(key string) string {
	if len(key) < shortestNear || len(key) > longestNear || strings.ContainsAny(key, "0123456789") {
		return ""
	}
	if known := n.plain[plainLetters(key)]; len(known) > 0 {
		return n.agreed(known)
	}
	var near []string
	for _, spelling := range spellings(key) {
		for _, known := range n.cut[spelling] {
			if !slices.Contains(near, known) && isSlip(key, known) {
				near = append(near, known)
			}
		}
	}
	return n.agreed(near)
}

// Another letter in place of one makes a slip only of a longer word: "rampen" is no
// "rammen".
const shortestReplaced = 8

// isSlip reports whether a word is one edit away from a known one.
func isSlip(key, known string) bool {
	a, b := []rune(key), []rune(known)
	if budget.EditDistance(a, b) != 1 {
		return false
	}
	swapped := len(a) == len(b) && sameLetters(a, b)
	return len(a) != len(b) || swapped || len(a) >= shortestReplaced
}

// sameLetters reports whether two words are of the same letters in another order.
func sameLetters(a, b []rune) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// agreed is the first of words that all mean the same; of those that only phrases have,
// of one stem.
func (n *nearWords) agreed(known []string) string {
	if len(known) == 0 {
		return ""
	}
	first := n.lexicon.exact[known[0]]
	for _, other := range known[1:] {
		if n.lexicon.exact[other] != first || first.class == "" && other[:shortestNear-1] != known[0][:shortestNear-1] {
			return ""
		}
	}
	return known[0]
}

// word is the one known word that a word is near, or a compound of a known front and one
// that its last part is near.
func (n *nearWords) word(key string) string {
	if near := n.find(key); near != "" {
		return near
	}
	for at := shortestFront; at+shortestNear < len(key) && at < longestNear; at++ {
		if _, ok := n.lexicon.front(key[:at]); !ok {
			continue
		}
		near := n.find(key[at:])
		if _, last := n.lexicon.backs[near]; last {
			return key[:at] + near
		}
	}
	return ""
}

// allWords are the words that stand by themselves, and those of phrases.
func (l *lexicon) allWords() []string {
	words := slices.Clone(l.sorted)
	for word := range l.vocabulary {
		if _, alone := l.exact[word]; !alone {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return words
}
