package notation

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed outcomes.txt
var outcomesText string

// outcomeTopics are the words of outcomes.txt: "outcome" and "proof".
var outcomeTopics = sync.OnceValue(func() map[string]*lexicon { return topicsOf(outcomesText) })

// outcome is what a piece of a text tells that people have got out of a project.
type outcome uint8

// The outcomes, by the classes that a statement has which tells them.
const (
	noOutcome outcome = iota
	good
	bad
	mixed // it can mean two things
)

// outcomeClasses are the classes of a statement that tells an outcome.
var outcomeClasses = map[outcome]string{good: "good", bad: "bad", mixed: "mixed"}

// told is what a piece of a text tells.
type told struct {
	outcome  outcome
	whole    bool // every word of it is known
	contrast bool // it is set against what stands before it
}

// outcomeWhole is the outcome that a piece tells, when every word of it is known.
func (t told) outcomeWhole() outcome {
	if !t.whole {
		return noOutcome
	}
	return t.outcome
}

// tell makes an outcome what a statement says, whatever else its words could be; a ja stays.
// One that can mean two things says nothing, and takes back what its words could be.
func (s *statement) tell(o outcome) {
	if o == noOutcome || o == mixed && !s.has("positive") {
		return
	}
	keep := []string{"yes", "no"}
	if o == good {
		keep = append(keep, "positive")
	}
	s.unknown = 0
	s.classes = slices.DeleteFunc(s.classes, func(class string) bool { return !slices.Contains(keep, class) })
	s.classes = append(s.classes, outcomeClasses[o])
}

// claim is what the words between two "og" say. Its zero value says nothing.
type claim struct {
	said        []string // the classes of outcomes.txt, and what stands behind their full stop
	year, doubt bool     // it names a year; it can mean two things
}

func (c *claim) has(said string) bool { return slices.Contains(c.said, said) }

// add takes what a word says into a claim.
func (c *claim) add(p part) {
	c.said = appendNew(c.said, p.class)
	if p.value != "" {
		c.said = appendNew(c.said, p.value)
	}
	c.doubt = c.doubt || p.class == "doubt"
}

// account is what a whole text tells.
type account struct {
	pieces []told
	seen   bool // something was seen, or happens
	source bool // and where
}

// outcomesOf reads what a text tells, piece by piece: "Borgerne klarer mere selv, og trivslen
// er øget". Of what no word says that it happens, or has been seen, nothing is told: "Øget
// trivsel" may be what is hoped for.
// What is told of a year is told of one before a base year; 0 for one that is not known.
func outcomesOf(text string, base int) account {
	var a account
	var heard listener
	for i, piece := range piecesOf(text) {
		a.pieces = append(a.pieces, heard.hear(piece, i == 0))
	}
	a.seen, a.source = heard.seen || heard.source, heard.source
	vague := (heard.by || heard.claimed) && !heard.source || !gone(text, base)
	for i := range a.pieces {
		if p := &a.pieces[i]; p.outcome != noOutcome && (vague || !a.seen && !heard.verb) {
			p.outcome = noOutcome
		}
	}
	return a
}

// clear reports whether every word of a text is known, and no piece can mean two things.
func (a account) clear() bool {
	return !slices.ContainsFunc(a.pieces, func(p told) bool { return !p.whole || p.outcome == mixed })
}

// listener reads pieces in their order; a later one can go on with the direction of the
// one before.
type listener struct {
	seen, source, by, verb, claimed bool

	dir  int  // the last direction
	many bool // it said for how many
}

// hear reads a piece.
func (h *listener) hear(piece string, first bool) told {
	count := tallyIn(piece)
	words := wordsIn(count.rest)
	parts := outcomeTopics()["outcome"].parts(words)
	t := told{whole: len(words) > 0 && len(words) < maxWords || piece == "" || count.any && len(words) == 0}
	claims, known := h.claims(words, parts, first)
	t.whole = t.whole && known && !strings.HasSuffix(strings.TrimRight(piece, " )"), "?")
	t.contrast = slices.ContainsFunc(parts, func(p part) bool { return p.class == "contrast" })
	if count.any && len(claims) > 0 {
		claims[0].apply(count)
	}
	t.outcome = h.judge(claims)
	return t
}

// claims divides a piece at each "og", and reports whether every word is known.
func (h *listener) claims(words []word, parts []part, first bool) (claims []claim, known bool) {
	c := claim{}
	for _, p := range parts {
		for i := p.first; i <= p.last; i++ {
			words[i].known = words[i].known || !p.inside
		}
		if p.class == "and" {
			if len(c.said) > 0 {
				claims = append(claims, c)
			}
			c = claim{}
			continue
		}
		if p.class == "that" {
			c.doubt = c.doubt || first && !h.seen // "At flere kommer i job" is a wish
			continue
		}
		h.note(p)
		c.add(p)
	}
	if len(c.said) > 0 {
		claims = append(claims, c)
	}
	return claims, allKnown(words, claims)
}

// allKnown reports whether every word is known; a year is, and where no words say what it is
// the year of, it is one of the claims'.
func allKnown(words []word, claims []claim) bool {
	known := true
	for i := range words {
		year := budgetYear.MatchString(words[i].key)
		known = known && (words[i].known || year)
		for j := range claims {
			claims[j].year = claims[j].year || year && !words[i].taken
		}
	}
	return known
}

// note keeps what a word says of the whole text.
func (h *listener) note(p part) {
	switch p.class {
	case "seen":
		h.seen = true
		h.by = h.by || p.value == "by"
	case "source":
		h.source = true
	case "yes", "verb":
		h.verb = true
	}
	h.verb = h.verb || strings.HasSuffix(p.value, "verb")
	h.claimed = h.claimed || p.value == "claim"
}

// sign is 1 for the first, -1 for the second, 0 for neither; both are a doubt.
func (c *claim) sign(plus, minus bool) int {
	switch {
	case plus && minus:
		c.doubt = true
	case plus:
		return 1
	case minus:
		return -1
	}
	return 0
}

// signs are the direction, what the things are, and what is so in itself.
func (c *claim) signs() (dir, things, self int) {
	return c.sign(c.has("up"), c.has("down")), c.sign(c.has("gain"), c.has("harm") || c.has("report")),
		c.sign(c.has("better"), c.has("worse"))
}

// about reports whether a claim names whom it is about.
func (c *claim) about() bool { return c.has("subject") || c.has("most") }

// ofMost reports whether a claim tells what most people do, by a verb of its own.
func (c *claim) ofMost() bool { return c.has("most") && !c.has("half") && c.has("verb") }

// judge is what the claims of a piece agree on.
func (h *listener) judge(claims []claim) outcome {
	all, open := noOutcome, 0
	for i := range claims {
		c := &claims[i]
		dir, things, self := c.signs()
		if dir == 0 && (things != 0 || self != 0) {
			dir = h.carried(c, things, self)
		}
		if things != 0 && dir == 0 && self == 0 && c.ofMost() {
			dir = 1 // "De fleste fastholder jobbet"
		}
		if things != 0 && dir == 0 && self == 0 {
			open += things // what follows may say which way: "Trivsel og livskvalitet er steget"
			if c.has("verb") || i == len(claims)-1 {
				return mixed
			}
			continue
		}
		if open != 0 {
			things, open = c.sign(things > 0 || open > 0, things < 0 || open < 0), 0
		}
		all = agree(all, c.weigh(dir, things, self))
		h.remember(c, dir)
	}
	return all
}

// carried is the direction of what stands before that a claim without one goes on with:
// "Flere kommer i job og beholder det", "øget trivsel og livskvalitet".
func (h *listener) carried(c *claim, things, self int) int {
	switch {
	case c.about(), self != 0 && !(h.many && c.has("verb")), c.has("verb") && !h.many:
		return 0
	case self != 0 && things == 0 && h.dir > 0:
		return 0
	}
	return h.dir
}

// remember keeps a direction for what follows; a new subject ends the one before.
func (h *listener) remember(c *claim, dir int) {
	switch {
	case c.has("up") || c.has("down"):
		h.dir, h.many = dir, c.has("many")
	case c.about():
		h.dir, h.many = 0, false
	}
}

// weigh is what a direction makes of things, and of what is good or bad in itself.
func (c *claim) weigh(dir, things, self int) outcome {
	switch {
	case c.doubt, c.year && !c.has("done") && !c.has("source"), dir != 0 && things == 0 && self == 0,
		c.has("count") && dir == 0,
		c.has("scheme") && things == 0 && !c.about() && self != 0: // "Indsatsen er styrket"
		return mixed
	case things == 0 && self == 0:
		return noOutcome
	case c.has("report") && dir > 0:
		return mixed
	case dir == 0:
		return outcomeOf(self)
	case self == 0:
		return outcomeOf(things * dir)
	case things == 0:
		return outcomeOf(self * dir)
	case things*dir == self && (dir > 0 || !c.has("many")):
		return outcomeOf(self)
	}
	return mixed
}

func outcomeOf(sign int) outcome {
	if sign < 0 {
		return bad
	}
	return good
}

// agree is what two outcomes are together.
func agree(a, b outcome) outcome {
	switch {
	case a == noOutcome || a == b:
		return b
	case b == noOutcome:
		return a
	}
	return mixed
}

// gone reports whether each year that a text names is before a base year.
func gone(text string, base int) bool {
	return !slices.ContainsFunc(anyYears(text), func(year int) bool { return year >= base })
}
