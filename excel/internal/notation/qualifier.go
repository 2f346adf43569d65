package notation

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"
)

//go:embed qualifiers.txt
var qualifiersText string

// Qualifier is why an amount is not what its figure makes it, as qualifiers.txt names it.
type Qualifier string

// The qualifiers.
const (
	QualifiedPossible    Qualifier = "possible"    // it may come, and nobody says that it does
	QualifiedUnrealised  Qualifier = "unrealised"  // it has not come, or nobody has confirmed it
	QualifiedLost        Qualifier = "lost"        // it goes away
	QualifiedCeased      Qualifier = "ceased"      // a funding that goes away
	QualifiedBorrowed    Qualifier = "borrowed"    // it is a loan
	QualifiedTransferred Qualifier = "transferred" // it is moved from elsewhere
	QualifiedTime        Qualifier = "time"        // it is time, and no budget is lowered
	QualifiedEarlier     Qualifier = "earlier"     // it came in a year gone by
	QualifiedAccumulated Qualifier = "accumulated" // of several years together
	QualifiedPeriod      Qualifier = "period"      // of less than a year
	QualifiedPhased      Qualifier = "phased"      // when all of it has come
	QualifiedUnit        Qualifier = "unit"        // of one place or citizen
	QualifiedExcluded    Qualifier = "excluded"    // without a part of it
	QualifiedNetOf       Qualifier = "netof"       // less what is saved or given
	QualifiedShare       Qualifier = "share"       // a stated share of it
	QualifiedPart        Qualifier = "part"        // half of it
	QualifiedVoid        Qualifier = "void"        // withdrawn, out of date or only an idea
	QualifiedDraft       Qualifier = "draft"       // not final
	QualifiedAvoided     Qualifier = "avoided"     // avoided, and no budget is lowered
	QualifiedDearer      Qualifier = "dearer"      // it costs more, and saves nothing
	QualifiedValued      Qualifier = "valued"      // a value put on what is no money of a budget
	QualifiedIncome      Qualifier = "income"      // taxes, which no budget area gives up
	QualifiedRepaid      Qualifier = "repaid"      // it is paid back
	QualifiedAlternative Qualifier = "alternative" // it or another, not both
	QualifiedFormer      Qualifier = "former"      // it was so once
	QualifiedMonths      Qualifier = "months"      // of some months
	QualifiedLater       Qualifier = "later"       // it begins after the years that it stands in
	QualifiedRecurring   Qualifier = "recurring"   // a one-off cost that comes every year
	QualifiedRaised      Qualifier = "raised"      // rounded up, or more put on it
	QualifiedLeast       Qualifier = "least"       // at least that, and perhaps more
	QualifiedClosing     Qualifier = "closing"     // from a giver that closes
	QualifiedUncounted   Qualifier = "uncounted"   // it is shown and not to be counted
	QualifiedForeign     Qualifier = "foreign"     // it is what came of something elsewhere
	QualifiedOver        Qualifier = "over"        // it ends before the years that it stands in
)

// Qualified is a qualifier with the words that say it.
type Qualified struct {
	Why   Qualifier
	Words string           // as they are written
	Years []int            // that the words around it name
	Share *decimal.Decimal // the only one that they state
}

// The narrowings of qualifiers.txt.
const (
	scopeAlone = "alone"
	scopeFirst = "first"
	scopeRate  = "rate"
	scopeKind  = "kind"
)

// passive are the classes of qualifiers.txt that qualify nothing.
var passive = []string{"harmless", "counted", "noun", "filler"}

// qualifierLexicon is made of qualifiers.txt, once. A misspelt word is not taken for another.
var qualifierLexicon = sync.OnceValue(func() *lexicon {
	l := newLexicon(qualifiersText)
	l.strict = true
	return l
})

// shortWord is a word whose full stop ends no sentence: "ekskl. Moms".
var shortWord = regexp.MustCompile(`(?i)\b(ekskl|inkl|excl|incl|pr|evt|vedr)\. `)

// ReadQualifiers lists what the words beside an amount say of it: "Forsorgshjem (ikke
// realiseret)", "Drift pr. måned". Most names say nothing.
func ReadQualifiers(text string) []Qualified {
	text = shortWord.ReplaceAllString(Clean(text), "$1.\u00a0")
	if len(text) > longestText || IsSignLegend(text) {
		return nil
	}
	var list []Qualified
	start := 0
	for _, end := range append(sentenceEnds(text), len(text)) {
		piece := strings.Trim(text[start:end], " ,;:()–—-")
		start = end
		list = append(list, qualifiersIn(piece, func() bool { return saysKindAlone(strings.Replace(text, piece, "", 1)) })...)
	}
	return list
}

// saysKindAlone reports whether a text says what an amount is and no more, or nothing.
func saysKindAlone(text string) bool {
	text = strings.Trim(text, " ,;:.*()–—-")
	said := ReadHeading(text)
	return text == "" || kindRoles[said.Role] && (said.Subject == "" || said.Subject == text)
}

// qualifiersIn are those of a piece of a text, the rest of which may say a kind of amounts alone.
func qualifiersIn(piece string, kindAlone func() bool) []Qualified {
	var list []Qualified
	words := wordsIn(piece)
	for i := range words {
		words[i].short = false // a full stop ends a sentence here, and shortens no word
	}
	parts := qualifierLexicon().parts(words)
	alone := !slices.ContainsFunc(words, func(w word) bool { return !w.known && !isNumber(w.key) })
	for _, p := range parts {
		if slices.Contains(passive, p.class) || !p.applies(words, parts, alone) ||
			p.value == scopeKind && !(alone && kindAlone()) {
			continue
		}
		q := Qualified{Why: Qualifier(p.class), Words: strings.ReplaceAll(piece[words[p.first].at:words[p.last].end], "\u00a0", " ")}
		q.Years = anyYears(piece)
		if l := levelOf(piece); len(l.shares) == 1 {
			q.Share = &l.shares[0]
		}
		if q.Why == QualifiedMonths && slices.ContainsFunc(words, func(w word) bool { return w.key == monthsOfYear }) {
			continue
		}
		if q.Why != QualifiedShare || q.Share != nil {
			list = append(list, q)
		}
	}
	return list
}

// applies reports whether a part of a piece qualifies where it stands.
func (p part) applies(words []word, parts []part, alone bool) bool {
	switch p.value {
	case scopeAlone:
		return alone
	case scopeFirst:
		return p.first == 0
	case scopeRate:
		return !countedBefore(words[:p.first], parts)
	}
	return true
}

// countedBefore reports whether something is counted in front of a rate: "2 timer" pr. uge.
func countedBefore(before []word, parts []part) bool {
	number := slices.ContainsFunc(before, func(w word) bool { return allDigits(w.key) && !budgetYear.MatchString(w.key) })
	return number || slices.ContainsFunc(parts, func(p part) bool { return p.class == "counted" && p.first < len(before) })
}

// monthsOfYear is how many months are all of them.
const monthsOfYear = "12"

// anyYears are the years that a text names.
func anyYears(text string) []int {
	var list []int
	for _, m := range anyYear.FindAllStringSubmatch(text, maxYears) {
		list = append(list, YearOf(m[1]))
	}
	return list
}

// NameTerms are the units and price levels that a name states for its amounts: those of a
// bracket, or of what a comma or a dash sets off, that says nothing else.
func NameTerms(text string) (units []Unit, levels []int) {
	text = Clean(text)
	if len(text) > longestText {
		return nil, nil
	}
	start := 0
	for _, end := range append(sentenceEnds(text), len(text)) {
		piece := strings.Trim(text[start:end], " ,;:()–—-")
		start = end
		if rest := withoutUnits(PriceLevelPattern.ReplaceAllString(piece, " ")); saysTerms(rest) {
			units = appendNew(units, StatedUnits(piece)...)
			levels = appendNew(levels, FindPriceLevels(piece)...)
		}
	}
	return units, levels
}

// emptied are brackets that nothing is left in, and marks that nothing follows.
var emptied = regexp.MustCompile(`\s*\([\s,;.]*\)|[\s,;–-]+$`)

// WithoutNameUnits is a name without the units that it states for its amounts, for where they
// are written in another.
func WithoutNameUnits(text string) string {
	if units, _ := NameTerms(text); len(units) == 0 {
		return text
	}
	return emptied.ReplaceAllString(withoutUnits(Clean(text)), "")
}

// saysTerms reports whether what is left of a piece without its units and price levels says
// no more than that they are those of the amounts.
func saysTerms(rest string) bool {
	for _, w := range wordsIn(rest) {
		if !slices.Contains(termWords, w.key) {
			return false
		}
	}
	return true
}

// termWords are what may stand beside a unit or a price level: "beløb i 1.000 kr.".
var termWords = []string{"i", "in", "beloeb", "tal", "angivet", "opgjort", "amounts", "stated", "alle", "all", "og", "and"}
