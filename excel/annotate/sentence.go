package annotate

import (
	_ "embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"videre/budget"
	"videre/excel/internal/text"
)

// former are sentences that earlier releases wrote and this one does not: a line each, in
// the form of the catalogues. What they wrote is known as ours in copies that come back.
//
//go:embed former.txt
var former string

// sentences knows the program's own sentences from people's: those of its catalogues, in
// every language, with whatever fills their places.
type sentences struct {
	patterns int
	byWord   map[string][]*pattern // by the longest word of each
	alone    map[string]bool       // whole texts without places
	between  string                // what may stand between two sentences, as a regular expression
	work     int                   // done so far
	compiled map[string]*regexp.Regexp
	known    map[string]bool // texts that were asked of before
}

// pattern is a text of a catalogue as it may stand in a cell, in lower case.
type pattern struct {
	number   int      // among all
	literals []string // between its places
	source   string   // as a regular expression
	letters  int      // of the literals
	wild     bool     // some place may hold anything
	words    []string // one of them stands in every text of it
}

// place is a place of a catalogue's text.
var place = regexp.MustCompile(`\{[a-z-]+[^}]*\}`)

// figures are the places that hold figures alone. A sentence that is little but places is
// ours only where these are such.
var figures = map[string]string{
	"amount": amountForm, "gap": amountForm, "cost": amountForm, "counted": amountForm, "margin": amountForm,
	"count": `[\d. ]+`, "errors": `[\d. ]+`, "warnings": `[\d. ]+`, "infos": `[\d. ]+`,
	"year": `\d{4}`, "until": `\d{4}`, "budget": `\d{4}`, "expiry": `\d{4}`, "due": `\d{4}`,
	"years": `\d{4}(?:–\d{4})?`, "coverage": `[\d.,  ]+%?`, "row": `\d+`,
}

const (
	amountForm = `[-−\d., ]+(?:(?:mio\.|mill\.|m) ?)?(?:kr\.?|dkk|kroner)?`
	// leastLetters of a text stand beside its places, where these may hold anything.
	leastLetters = 10
	// mostWork bounds what is compared in one workbook, in characters times patterns. The copy
	// of a workbook with thousands of findings takes a tenth; what is over it is left alone.
	mostWork = 50_000_000
	// betweenForm stands between two sentences of ours: points, dashes, figures, codes, cells
	// of a sheet, what a sentence is about.
	betweenForm = `(?:[\s\d.,;:()%%•·×+/–-]|v\d{3}|(?:(?:%s)!)?[a-z]{1,3}\d+|[»“][^«”]{1,200}[«”]:)*`
)

// catalogues are the patterns of all that the program writes; made once.
var catalogues = sync.OnceValue(func() *sentences {
	s := &sentences{byWord: map[string][]*pattern{}, alone: map[string]bool{}}
	earlier := strings.Split(strings.TrimSpace(former), "\n")
	for _, one := range slices.Concat(budget.Texts(), text.Catalog.Texts(), earlier) {
		one = folded(one)
		if p := patternOf(one); len(p.literals) == 1 {
			s.alone[one] = true
			s.add(p)
		} else if !p.wild || p.letters >= leastLetters {
			s.add(p)
		} else { // its places hold sentences of ours themselves, or nothing is known by it
			for _, literal := range p.literals {
				s.add(patternOf(literal))
			}
		}
	}
	return s
})

// add adds a pattern, to be found by its longest word.
func (s *sentences) add(p *pattern) {
	s.patterns++
	p.number = s.patterns
	for _, word := range p.words {
		s.byWord[word] = append(s.byWord[word], p)
	}
}

// newSentences starts to know sentences. It is for one workbook, with sheets of these names;
// of very many, only the first are known.
func newSentences(sheets ...string) *sentences {
	const most = 100
	s := *catalogues()
	names := make([]string, min(len(sheets), most))
	for i := range names {
		names[i] = regexp.QuoteMeta(folded(sheets[i]))
	}
	s.between = fmt.Sprintf(betweenForm, strings.Join(names, "|"))
	s.compiled, s.known = map[string]*regexp.Regexp{}, map[string]bool{}
	return &s
}

// patternOf is the pattern of a catalogue's text.
func patternOf(one string) *pattern {
	p := &pattern{}
	from, longest := 0, ""
	literal := func(s string) {
		p.literals = append(p.literals, s)
		p.source += regexp.QuoteMeta(s)
		for _, w := range words(s) {
			p.letters += len(w)
			if len(w) > len(longest) {
				longest = w
			}
		}
	}
	var forms []string // the words that go by a number
	for _, at := range place.FindAllStringIndex(one, -1) {
		literal(one[from:at[0]])
		form, bounded := formOf(one[at[0]+1 : at[1]-1])
		p.source += form
		p.wild = p.wild || !bounded
		if _, byNumber, found := strings.Cut(one[at[0]+1:at[1]-1], "|"); found && forms == nil {
			forms = words(byNumber)
		}
		from = at[1]
	}
	literal(one[from:])
	if p.words = forms; longest != "" {
		p.words = []string{longest}
	}
	return p
}

// formOf is what may stand in a place of a text, and whether it is bounded: a word that goes
// by a number, or a figure.
func formOf(inside string) (form string, bounded bool) {
	name, byNumber, found := strings.Cut(inside, "|")
	if !found {
		form, bounded = figures[name]
		if !bounded {
			form = `.*?`
		}
		return form, bounded
	}
	one, many, _ := strings.Cut(byNumber, "|")
	return `(?:` + regexp.QuoteMeta(one) + `|` + regexp.QuoteMeta(many) + `)`, true
}

// fit reports whether a text is one that the program writes: each of its lines is made of
// the sentences of a catalogue.
func (s *sentences) fit(text string) bool {
	fits, asked := s.known[text]
	if !asked {
		fits = !slices.ContainsFunc(strings.Split(text, "\n"), func(line string) bool { return !s.line(folded(line)) })
		s.known[text] = fits
	}
	return fits
}

// finding is a line of a note of ours: how grave it is, its code, and what is said.
var finding = regexp.MustCompile(`^\S+ (v\d{3}): (.+)$`)

// note reports whether a note's text is ours: each of its lines says what its code says.
func (s *sentences) note(note string) bool {
	return !slices.ContainsFunc(strings.Split(note, "\n"), func(line string) bool {
		line = folded(line)
		m := finding.FindStringSubmatch(line)
		if m == nil {
			return !s.line(line)
		}
		return !s.ofCode(m[1]).MatchString(m[2]) && !s.line(line)
	})
}

// ofCode is the form of what is said of a finding with a code.
func (s *sentences) ofCode(word string) *regexp.Regexp {
	form := s.compiled[word]
	if form == nil {
		code, _ := budget.ParseCode(word)
		var sources []string
		for _, one := range budget.TextsOf(code) {
			sources = append(sources, patternOf(folded(one)).source)
		}
		any := "(?:" + strings.Join(sources, "|") + ")"
		form = regexp.MustCompile(`\A` + any + `(?: ` + any + `)*\z`)
		s.compiled[word] = form
	}
	return form
}

// oneOf reports whether a text is the sentence of one of some keys.
func (s *sentences) oneOf(line string, keys []budget.Key) bool {
	line = folded(line)
	return slices.ContainsFunc(keys, func(key budget.Key) bool {
		return slices.ContainsFunc(budget.Languages(), func(l budget.Language) bool {
			p := patternOf(folded(text.Of(l, key)))
			return regexp.MustCompile(`\A(?:` + p.source + `)\z`).MatchString(line)
		})
	})
}

// line reports whether one line is made of our sentences.
func (s *sentences) line(line string) bool {
	if line == "" || s.alone[line] {
		return true
	}
	found := map[int]*pattern{}
	for _, word := range words(line) {
		for _, p := range s.byWord[word] {
			if p.mayBeIn(line) {
				found[p.number] = p
			}
		}
	}
	s.work += len(found) * len(line)
	if len(found) == 0 || s.work > mostWork {
		return false
	}
	var sources []string
	for _, n := range slices.Sorted(maps.Keys(found)) {
		sources = append(sources, found[n].source)
	}
	any := strings.Join(sources, "|")
	form := s.compiled[any]
	if form == nil {
		form = regexp.MustCompile(`\A` + s.between + `(?:(?:` + any + `)` + s.between + `)+\z`)
		s.compiled[any] = form
	}
	return form.MatchString(line)
}

// mayBeIn reports whether what stands between the places of a pattern is in a line, in
// order.
func (p *pattern) mayBeIn(line string) bool {
	for _, literal := range p.literals {
		at := strings.Index(line, literal)
		if at < 0 {
			return false
		}
		line = line[at+len(literal):]
	}
	return true
}

// folded is a text as texts are compared: one blank where there are several, of any kind,
// and no capitals.
func folded(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// words are the words of a text.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
