package notation

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// word is one word of a text.
type word struct {
	text    string // as it is written
	key     string // folded
	at, end int    // where it stands in its clause, in bytes
	short   bool   // written with a full stop behind it
	near    string // the known word that it was taken for
	hangs   bool   // ends in a hyphen: "mer-"
	group   int    // words between two prepositions, brackets or slashes are of one group
	slash   bool   // stands behind a slash or an "eller"
	small   bool   // a word like "den"
	taken   bool   // by a phrase
	known   bool   // some part explains it
}

// maxWords is how many words of a clause are read; no heading has as many.
const maxWords = 120

// clause is a piece of a heading that is read by itself: between two dashes, colons or
// commas.
type clause struct {
	text  string
	words []word
	years years
}

// years are the years that a piece of text speaks of.
type years struct {
	year     int  // of amounts
	ahead    bool // year is relative to the budget year
	from, to int  // of a range
	until    int  // "til og med 2027"
	since    int  // "fra 2026"
	budget   bool // the year stands behind a word of budgets
}

// level is what stands in one cell of a heading, taken apart.
type level struct {
	clauses  []clause
	units    []Unit
	levels   []int
	shares   []decimal.Decimal
	percent  bool
	question bool
}

var (
	numbering = regexp.MustCompile(`(?i)^(?:` +
		`(?:tabel|skema|bilag|figur|table|appendix|annex|ad|pkt\.?|afsnit) \d{1,2}[a-z]?|` +
		`\d{1,2}(?:\.\d{1,2})*[.)]|[a-h]\)|\d{1,2}(?:\.\d{1,2})+)[.:)]? *[-–—]? *`)
	sharePercent = regexp.MustCompile(`(?i)(\d+(?:[.,]\d+)?) ?(?:%|pct\b\.?|procent\b|percent\b|per cent\b)`)
	// clauseEnd is a mark between two clauses: a comma only before what is no relative
	// clause, and no comma of a number.
	clauseEnd = regexp.MustCompile(`(?:[;:—–]| - |, | [|›>/] )`)
	relative  = regexp.MustCompile(`(?i)^(?:der|som|hvis|når|så|at|og|eller|hvor|which|that|if|when|and|or) `)
)

// levelOf takes a cell's text apart.
func levelOf(text string) level {
	s := strings.TrimSpace(strings.Trim(Clean(text), "*"))
	l := level{units: StatedUnits(s), levels: FindPriceLevels(s), question: strings.Contains(s, "?")}
	s = offered.ReplaceAllString(s, "")
	s = onceSpent.ReplaceAllString(s, "")
	s = PriceLevelPattern.ReplaceAllString(s, " ")
	s = withoutUnits(s)
	s = numbering.ReplaceAllString(s, "")
	for _, m := range sharePercent.FindAllStringSubmatch(s, -1) {
		percent, err := decimal.NewFromString(strings.Replace(m[1], ",", ".", 1))
		if err == nil && len(m[1]) < 12 {
			l.shares = append(l.shares, percent.Shift(-2))
		}
	}
	s = sharePercent.ReplaceAllString(s, " ")
	l.percent = strings.Contains(s, "%")
	for _, piece := range clausesOf(s) {
		if c := clauseOf(piece); len(c.words) > 0 || c.years != (years{}) {
			l.clauses = append(l.clauses, c)
		}
	}
	return l
}

// offered ends a heading with the answers that it leaves open.
var offered = regexp.MustCompile(`(?i)(?:[ ,:–-]|\()+(?:(?:ja|j|yes|y) ?(?:/|eller|or) ?(?:nej|n|no)|` +
	`dokumenteret ?(?:/|eller) ?(?:ikke|ej)(?: dokumenteret)?)\)?[:?]?$`)

// onceSpent ends a heading with when its amounts come: "Årlig driftsudgift, når puljen er brugt".
var onceSpent = regexp.MustCompile(`(?i),? (?:når|efter at|once|when) (?:\pL+ )?(?:puljen|puljemidlerne|fonden|fondspengene|` +
	`bevillingen|midlerne|pengene|tilskuddet|grant|funding|funds) (?:er |har |is |are |has )?(?:brugt|opbrugt|slut|udløbet|` +
	`udløber|ophører|ophørt|stopper|spent|used|over|ended|ends|out)\b`)

// clausesOf divides a text at the marks that stand outside brackets and years.
func clausesOf(s string) []string {
	var pieces []string
	start := 0
	for _, at := range clauseEnd.FindAllStringIndex(s, -1) {
		before, after := s[start:at[0]], s[at[1]:]
		inside := strings.Count(before, "(") > strings.Count(before, ")")
		between := s[at[0]] != ',' && endsInDigit(before) && startsWithDigit(after)
		if inside || between || s[at[0]] == ',' && relative.MatchString(after) || strings.HasSuffix(before, "-") {
			continue
		}
		pieces = append(pieces, before)
		start = at[1]
	}
	return append(pieces, s[start:])
}

func endsInDigit(s string) bool {
	s = strings.TrimRight(s, " ")
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

func startsWithDigit(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// clauseOf reads the words of a clause; the years come off first.
func clauseOf(text string) clause {
	y, rest := yearsIn(text)
	c := clause{text: rest, years: y}
	c.words = wordsIn(rest)
	return c
}

// wordsIn are the words of a text.
func wordsIn(text string) []word {
	var words []word
	group, slash := 0, false
	for at := 0; at < len(text) && len(words) < maxWords; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isWordRune(r) {
			if strings.ContainsRune("()[]", r) {
				group++
			}
			slash = slash || r == '/'
			at += size
			continue
		}
		w := wordAt(text, at)
		w.group, w.slash, slash = group, slash, false
		at = w.end
		words = append(words, w)
	}
	return words
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordAt is the word that begins at a place: letters and digits, and hyphens and
// apostrophes between them.
func wordAt(text string, at int) word {
	end := at
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		next, _ := utf8.DecodeRuneInString(text[end+size:])
		joins := (r == '-' || r == '\'' || r == '’') && end+size < len(text) && isWordRune(next)
		if !isWordRune(r) && !joins {
			break
		}
		end += size
	}
	w := word{text: text[at:end], at: at, end: end}
	w.key = foldWord(w.text)
	w.short = strings.HasPrefix(text[end:], ".")
	w.hangs = strings.HasPrefix(text[end:], "-")
	return w
}

// part is one thing that a clause says, and the words that say it.
type part struct {
	found
	first  int // the word it begins with
	last   int // the word it ends with
	phrase bool
	group  int
}

// parts reads the words of a clause: phrases first, then words.
func (l *lexicon) parts(words []word) []part {
	l.settle(words)
	var parts []part
	for i := range words {
		if p, taken := l.longest(words, i); p != nil {
			for _, at := range taken {
				words[at].taken, words[at].known = true, p.class != "department"
			}
			parts = append(parts, part{found: found{meaning: p.meaning}, first: i, last: slices.Max(taken), phrase: true})
		}
	}
	for i := range words {
		if !words[i].taken {
			parts = append(parts, l.partsOf(&words[i], i)...)
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return a.first - b.first })
	l.group(words, parts)
	return parts
}

// settle corrects misspelt words, finds the small ones, and gives a word that hangs the
// end of the next one: "mer-/mindreudgift" is "merudgift/mindreudgift".
func (l *lexicon) settle(words []word) {
	for i := range words {
		w := &words[i]
		if !l.strict && l.word(w.key, w.short) == nil && !l.vocabulary[w.key] && !w.hangs {
			if w.near = l.near().word(w.key); w.near != "" {
				w.key = w.near
			}
		}
		if m, ok := l.exact[w.key]; ok && m.class == "filler" {
			w.small = true
		}
		for j := i + 1; w.hangs && j < len(words) && j <= i+2; j++ {
			if whole := l.borrow(w.key, words[j].key); whole != "" {
				w.key = whole
				break
			}
		}
	}
}

// borrow is the known word that a front makes with the end of another word.
func (l *lexicon) borrow(front, other string) string {
	for at := 2; at+2 < len(other) && at < longestWord; at++ {
		if _, ok := l.backs[other[at:]]; ok {
			return front + other[at:]
		}
	}
	return ""
}

// longest is the phrase of most words that begins at a word.
func (l *lexicon) longest(words []word, from int) (*phrase, []int) {
	var best *phrase
	var taken []int
	if words[from].taken {
		return nil, nil
	}
	for _, p := range l.phrasesAt(&words[from]) {
		if best != nil && p.words <= best.words {
			continue
		}
		if found := p.match(words, from); found != nil {
			best, taken = p, found
		}
	}
	return best, taken
}

// partsOf reads one word.
func (l *lexicon) partsOf(w *word, at int) []part {
	var parts []part
	for _, f := range l.word(w.key, w.short) {
		if f.class == "ordinary" {
			continue
		}
		w.known = w.known || !f.loose && f.class != "department"
		parts = append(parts, part{found: f, first: at, last: at})
	}
	return parts
}

// group numbers the groups of nouns: a preposition begins a new one.
func (l *lexicon) group(words []word, parts []part) {
	added, next := 0, 0
	for i := range words {
		for ; next < len(parts) && parts[next].first == i; next++ {
			parts[next].group = words[i].group + added
		}
		if l.exact[words[i].key].class == "preposition" {
			added++
		}
	}
}
