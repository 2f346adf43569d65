package notation

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"videre/budget"
)

//go:embed answers.txt
var answersText string

// Certainty is how certainly a cell's words were read.
type Certainty uint8

// The certainties. The zero value is unread.
const (
	Unread   Certainty = iota // nothing in it is known
	Doubtful                  // it can mean two things, which is told and not guessed
	Certain                   // it means one thing
)

// topics are the words of answers.txt by what a cell is about.
var topics = sync.OnceValue(func() map[string]*lexicon { return topicsOf(answersText) })

// topicsOf are the words of a file by what a text is about, with those of "common".
func topicsOf(table string) map[string]*lexicon {
	lines := map[string][]string{}
	for line := range strings.Lines(table) {
		if topic, rest, found := strings.Cut(line, "."); found && !strings.HasPrefix(line, "#") {
			lines[topic] = append(lines[topic], rest)
		}
	}
	made := map[string]*lexicon{}
	for topic, own := range lines {
		if topic != "common" {
			made[topic] = newLexicon(strings.Join(own, "") + strings.Join(lines["common"], ""))
			made[topic].strict = true
		}
	}
	return made
}

// statement is what one piece of a sentence says, by the classes of answers.txt.
type statement struct {
	classes []string
	unknown int // words that say nothing known
	text    string
	piece   int // which of the text's pieces it is
}

func (s statement) has(class string) bool { return slices.Contains(s.classes, class) }

// pieceEnd divides a text into statements: at brackets, semicolons and dashes, a comma
// that is none of a number, a full stop before a new sentence, and "men".
var pieceEnd = regexp.MustCompile(`(?i)[;!\n()]|, | [-–—] |: |[.?] (?-i:\p{Lu})|` +
	` (?:men|dog|but|however|although|selvom) `)

// longestText is how much of a cell is read; no answer is as long.
const longestText = 2000

// statementsOf reads a text piece by piece; a piece that says nothing is none.
func statementsOf(topic, text string) []statement {
	l := topics()[topic]
	var list []statement
	for i, piece := range piecesOf(text) {
		if s := l.state(piece); len(s.classes) > 0 || s.unknown > 0 {
			s.piece = i
			list = append(list, s)
		}
	}
	return list
}

// piecesOf divides a text; one that is too long is not read.
func piecesOf(text string) []string {
	text = Clean(text)
	if len(text) > longestText {
		return nil
	}
	var pieces []string
	start := 0
	for _, at := range append(sentenceEnds(text), len(text)) {
		pieces = append(pieces, strings.TrimLeft(text[start:at], " ,;:.!()–—-"))
		start = at
	}
	return pieces
}

// comparison is what goes on behind a comma: "koster mere, end den sparer".
var comparison = regexp.MustCompile(`(?i)^(?:end|than) `)

// sentenceEnds are the places where pieceEnd divides a text.
func sentenceEnds(text string) []int {
	var ends []int
	for _, at := range pieceEnd.FindAllStringIndex(text, -1) {
		if !comparison.MatchString(text[at[1]:]) {
			ends = append(ends, at[0]+1)
		}
	}
	return ends
}

// shortAnswer is how many words a piece has at most in which a misspelt word is put right.
const shortAnswer = 6

// spelt reads the words of a piece, and in a short one a misspelt word as the one that it is near.
func (l *lexicon) spelt(piece string) ([]word, []part) {
	words := wordsIn(piece)
	parts := l.parts(words)
	if len(words) > shortAnswer {
		return words, parts
	}
	right, slips := wordsIn(piece), false
	for i := range words {
		if w := &words[i]; !w.known && !w.small && !isNumber(w.key) && !l.vocabulary[w.key] {
			if near := l.near().find(w.key); near != "" && near != w.key {
				right[i].key, slips = near, true
			}
		}
	}
	if !slips {
		return words, parts
	}
	return right, l.parts(right)
}

// state is what a piece says.
func (l *lexicon) state(piece string) statement {
	words, parts := l.spelt(piece)
	s := statement{text: piece}
	for _, p := range parts {
		if p.class != "past" || p.first == 0 { // "Var positiv", and not "evalueringen var positiv"
			s.classes = appendNew(s.classes, p.class)
		}
	}
	for i := range words {
		if w := &words[i]; !w.known && !w.small && !isNumber(w.key) {
			s.unknown++
		}
	}
	s.classes = slices.DeleteFunc(s.classes, func(class string) bool { return class == "filler" })
	if strings.HasSuffix(piece, "?") {
		s.classes = appendNew(s.classes, "hedge")
	}
	return s
}

// isNumber reports whether a word is a small number or a year.
func isNumber(key string) bool { return isOrdinal(key) || budgetYear.MatchString(key) }

// ruling is what a statement means that says all of some classes and none of others.
type ruling[T any] struct {
	all, none string // divided by blanks
	value     T
	certainty Certainty
}

// judge is what the first ruling that fits makes of a statement.
func judge[T any](rulings []ruling[T], s statement) (T, Certainty) {
	for _, r := range rulings {
		all, none := strings.Fields(r.all), strings.Fields(r.none)
		if !slices.ContainsFunc(all, func(c string) bool { return !s.has(c) }) && !slices.ContainsFunc(none, s.has) {
			return r.value, r.certainty
		}
	}
	var zero T
	return zero, Unread
}

// together is what statements mean: what those that mean something agree on.
func together[T comparable](rulings []ruling[T], statements []statement) (T, Certainty) {
	var value, zero T
	certainty := Unread
	for _, s := range statements {
		v, c := judge(rulings, s)
		switch {
		case c == Unread:
		case c == Doubtful, certainty == Certain && v != value:
			return zero, Doubtful
		default:
			value, certainty = v, c
		}
	}
	return value, certainty
}

// answers tells whether a text begins with yes or no, and what follows.
func answers(statements []statement) (yes, no bool) {
	if len(statements) == 0 {
		return false, false
	}
	first := wordsIn(statements[0].text)
	if len(first) == 0 {
		return false, false
	}
	class := topics()["effect"].exact[first[0].key].class
	if slices.ContainsFunc(first[1:], contrary(class)) { // "Ja og nej"
		return false, false
	}
	return class == "yes", class == "no"
}

// contrary finds the answer that takes back another: a nej behind a ja.
func contrary(class string) func(word) bool {
	other := map[string]string{"yes": "no", "no": "yes"}[class]
	return func(w word) bool {
		return other != "" && topics()["effect"].exact[w.key].class == other
	}
}

// ReadAnswer reads a cell that answers with ja or nej, and tells what it says beyond.
func ReadAnswer(text string) (yes bool, rest string, c Certainty) {
	s := Clean(text)
	words := wordsIn(s)
	if len(words) == 0 {
		return false, "", Unread
	}
	rest = strings.TrimLeft(s[words[0].end:], " ,.;:–-!")
	class := topics()["effect"].exact[words[0].key].class
	if class != "yes" && class != "no" {
		return false, "", Unread
	}
	if len(words) < shortAnswer && slices.ContainsFunc(words[1:], contrary(class)) {
		return false, "", Doubtful
	}
	return class == "yes", rest, Certain
}

// bySaid are terms by the codes that the data files call them.
func bySaid[T budget.Term](terms ...T) map[string]T {
	said := make(map[string]T, len(terms))
	for _, term := range terms {
		said[term.String()] = term
	}
	return said
}
