package notation

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"videre/budget"
)

//go:embed sentences.txt
var sentencesText string

// sentenceLexicons are the words of sentences.txt: what is said, and what it is said of. A
// word can be of both.
var sentenceLexicons = sync.OnceValues(func() (says, subjects *lexicon) {
	var lines [2]strings.Builder
	fillers := ""
	for line := range strings.Lines(sentencesText) {
		if _, of, found := strings.Cut(line, "subject."); found && strings.HasPrefix(line, "subject.") {
			lines[1].WriteString(of)
		} else if !strings.HasPrefix(line, "#") {
			lines[0].WriteString(strings.TrimPrefix(line, "against."))
		}
		if strings.HasPrefix(line, "filler") {
			fillers = line
		}
	}
	lines[1].WriteString(fillers)
	says, subjects = newLexicon(lines[0].String()), newLexicon(lines[1].String())
	says.strict, subjects.strict = true, true
	return says, subjects
})

// sentence is a sentence, clause by clause.
type sentence struct {
	text    string
	clauses []*clauseSaid // at least one
}

// clauseSaid is what a clause of a sentence says.
type clauseSaid struct {
	text     string
	words    []word
	hits     []hit
	subjects []Subject // in the order they stand; those of the clause before where it has none
	unknown  int       // words that say nothing known
}

// hit is words of a clause that say something. Those of several hits may be the same.
type hit struct {
	class string
	words []int // ascending
}

// clauseBreak divides a sentence: at brackets, a colon, a comma, "men".
var clauseBreak = regexp.MustCompile(`(?i)[;!()]|, |: | (?:men|mens|but|however|although|selvom) `)

// sentenceOf reads a sentence.
func sentenceOf(text string) *sentence {
	s := &sentence{text: strings.TrimRight(text, " .")}
	start := 0
	cut := func(to int) {
		c := clauseSaidOf(strings.Trim(text[start:to], " ,;:.!()–—-*¹²³"))
		if n := len(s.clauses); len(c.subjects) == 0 && n > 0 {
			c.subjects = s.clauses[n-1].subjects
		}
		if len(c.words) > 0 {
			s.clauses = append(s.clauses, c)
		}
	}
	for _, at := range clauseBreak.FindAllStringIndex(text, -1) {
		if text[at[0]] != ',' || !relative.MatchString(text[at[1]:]) {
			cut(at[0])
			start = at[1]
		}
	}
	if cut(len(text)); len(s.clauses) == 0 {
		s.clauses = []*clauseSaid{{}}
	}
	return s
}

// has reports whether some clause of the sentence says a class.
func (s *sentence) has(class string) bool {
	return slices.ContainsFunc(s.clauses, func(c *clauseSaid) bool { return c.has(class) })
}

func clauseSaidOf(text string) *clauseSaid {
	says, subjects := sentenceLexicons()
	c := &clauseSaid{text: text, words: wordsIn(strings.ReplaceAll(text, "%", " pct "))}
	c.hits = says.hits(c.words)
	about := subjects.hits(c.words)
	known := make([]bool, len(c.words))
	for _, h := range slices.Concat(c.hits, about) {
		for _, i := range h.words {
			known[i] = true
		}
	}
	for i := range c.words {
		if w := &c.words[i]; !known[i] && !w.small && !allDigits(w.key) {
			c.unknown++
		}
	}
	for _, h := range about {
		if subject, found := strings.CutPrefix(h.class, "of-"); found {
			c.subjects = appendNew(c.subjects, Subject(subject))
		} else {
			c.hits = append(c.hits, h)
		}
	}
	return c
}

// hits are all that words say, by phrases and one by one. Unlike the words of a heading, one
// can be of several phrases: which of them holds is for the whole clause to say.
func (l *lexicon) hits(words []word) []hit {
	for i := range words {
		words[i].small = l.exact[words[i].key].class == "filler"
	}
	var hits []hit
	for i := range words {
		for _, p := range l.phrasesAt(&words[i]) {
			if taken := p.match(words, i); taken != nil {
				slices.Sort(taken)
				hits = append(hits, hit{p.class, taken})
			}
		}
		for _, f := range l.word(words[i].key, false) {
			if f.class != "filler" && !f.inside {
				hits = append(hits, hit{f.class, []int{i}})
			}
		}
	}
	return hits
}

func (h hit) has(word int) bool { return slices.Contains(h.words, word) }

// within reports whether all words of a hit are of another.
func (h hit) within(other hit) bool {
	return !slices.ContainsFunc(h.words, func(word int) bool { return !other.has(word) })
}

func (c *clauseSaid) has(class string) bool {
	return slices.ContainsFunc(c.hits, func(h hit) bool { return h.class == class })
}

func (c *clauseSaid) about(s Subject) bool { return slices.Contains(c.subjects, s) }

// firstClass is the class of the clause's first word.
func (c *clauseSaid) firstClass() string {
	for _, h := range c.hits {
		if h.words[0] == 0 && len(h.words) == 1 {
			return h.class
		}
	}
	return ""
}

// reach is how many words before a phrase an "ikke" still denies it.
const reach = 5

// denies reports whether an "ikke" outside a phrase that has none takes it back: "er ikke
// trukket ud", "bortfalder ikke", but not "ikke kun".
func (c *clauseSaid) denies(h hit) bool {
	first, last := h.words[0], h.words[len(h.words)-1]
	if slices.ContainsFunc(h.words, func(at int) bool { return c.in("not", at) }) {
		return false
	}
	return slices.ContainsFunc(c.hits, func(n hit) bool {
		at := n.words[0]
		return n.class == "not" && !slices.Contains(h.words, at) && at >= first-reach && at <= last+1 && !c.in("only", at)
	})
}

// before reports whether a word of a class stands before the last word of a phrase, outside it.
func (c *clauseSaid) before(class string, h hit) bool {
	return slices.ContainsFunc(c.hits, func(n hit) bool {
		at := n.words[0]
		return n.class == class && !slices.Contains(h.words, at) && at < h.words[len(h.words)-1]
	})
}

// in reports whether a word is part of what a class says.
func (c *clauseSaid) in(class string, at int) bool {
	return slices.ContainsFunc(c.hits, func(h hit) bool { return h.class == class && slices.Contains(h.words, at) })
}

// years are the years that the clause names, those of price levels left out.
func (c *clauseSaid) years() []int {
	var years []int
	for _, w := range wordsIn(PriceLevelPattern.ReplaceAllString(c.text, " ")) {
		if budgetYear.MatchString(w.key) && len(w.key) >= 4 {
			if year, err := strconv.Atoi(w.key[len(w.key)-4:]); err == nil {
				years = appendNew(years, year)
			}
		}
	}
	return years
}

// payers are those that the clause names, besides the municipality.
func (c *clauseSaid) payers() []budget.Payer {
	var payers []budget.Payer
	for i := range c.words {
		switch topics()["payer"].exact[c.words[i].key].class {
		case "region", "unknown": // psychiatry is the region's, in part
			payers = appendNew(payers, budget.Region)
		case "state":
			payers = appendNew(payers, budget.CentralState)
		case "other":
			payers = appendNew(payers, budget.Other)
		}
	}
	return payers
}

// unitOf is how a sentence states the unit of amounts: "er opgjort i mio. kr.".
var unitOf = regexp.MustCompile(`(?i)\b(?:i|in) (?:hele )?` +
	`(?:mio|mill|mia|1[.,]?000|t\.? ?kr|tkr|tusind|thousand|kr|dkk)`)

// units are those that the clause states for amounts: "Besparelser er i mio. kr.".
func (c *clauseSaid) units() []Unit {
	states := c.has("verb") && slices.ContainsFunc(money, c.about) && unitOf.MatchString(c.text)
	if !states || len(amountsIn(c.text)) > 0 {
		return nil
	}
	return StatedUnits(c.text)
}

// amountInText is an amount with its unit in a text.
var amountInText = regexp.MustCompile(`(?i)(?:dkk|kr\.?) ?\d[\d.,]*\d|` +
	`\d[\d.]*(?:,\d+)? ?(?:mia\.?|mio\.?|mill\.?|million(?:er)?|t\.? ?kr|tkr|kr|kroner|dkk)(?:[. ]+kr\b)?`)

// unitFigure is a unit that is written with a figure.
var unitFigure = regexp.MustCompile(`^1[.,]?000(?:[.,]?000)? ?(?:kr|dkk)`)

// amountsIn are the amounts that a text names, in kroner. A unit that is written with a
// figure, "1.000 kr.", is none.
func amountsIn(text string) []decimal.Decimal {
	var amounts []decimal.Decimal
	for _, found := range amountInText.FindAllString(text, -1) {
		t, ok := ParseTyped(found)
		if !ok || unitFigure.MatchString(found) {
			continue
		}
		for _, n := range []Notation{DanishNotation, EnglishNotation} {
			if d, settled := t.In(n); settled {
				amounts = append(amounts, t.Unit.In(d))
			}
		}
	}
	return amounts
}

// Names reports whether a text says a name: its words, in their order, the last one with the
// s of a genitive or without.
func Names(text, name string) bool {
	names := wordsIn(Clean(name))
	if len(names) == 0 || len(name) < shortestName {
		return false
	}
	for line := range strings.Lines(text) {
		words := wordsIn(Clean(line))
		for from := 0; from+len(names) <= len(words); from++ {
			if sameWords(words[from:from+len(names)], names) {
				return true
			}
		}
	}
	return false
}

// shortestName is how many bytes a name has that is looked for in a text.
const shortestName = 4

func sameWords(words, names []word) bool {
	for i := range names {
		key := words[i].key
		if i == len(names)-1 && key != names[i].key {
			key = strings.TrimSuffix(strings.TrimSuffix(key, "'"), "s")
		}
		if key != names[i].key {
			return false
		}
	}
	return true
}
