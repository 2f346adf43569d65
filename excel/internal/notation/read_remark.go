package notation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
)

// Contradiction is what a sentence says against figures or effects beside it.
type Contradiction string

// The contradictions.
const (
	AlreadyBudgeted  Contradiction = "budgeted"   // it was taken out of the budget already
	NotCounted       Contradiction = "notcounted" // it is not to be counted
	OtherPayer       Contradiction = "payer"      // it falls to another
	BeforeRefund     Contradiction = "gross"      // it is before reimbursement
	Denied           Contradiction = "denied"     // the effect was not found
	FurtherCost      Contradiction = "cost"       // a cost comes on top
	PartOfYear       Contradiction = "part"       // it is not of a whole year, or not yet of the first
	Ends             Contradiction = "ends"       // it does not hold for every year
	CountedElsewhere Contradiction = "double"     // it stands elsewhere too
	OtherPrices      Contradiction = "prices"     // it is in the prices of another year
	OtherUnit        Contradiction = "unit"       // it is in another unit
	Ungranted        Contradiction = "lapse"      // funding is not granted, or goes
	Closes           Contradiction = "closes"     // the project closes
	Wrong            Contradiction = "wrong"      // it is said to be wrong
	Prolonged        Contradiction = "prolonged"  // the project goes on until another year
	Replaced         Contradiction = "replaced"   // the figures are corrected elsewhere
	Repays           Contradiction = "repays"     // the money goes back
	OldRates         Contradiction = "rates"      // it is calculated with the rates of a year gone by
	Uncertain        Contradiction = "uncertain"  // it is provisional
)

// Subject is what a sentence is about.
type Subject string

// The subjects of sentences.txt.
const (
	OfSaving   Subject = "saving"
	OfCost     Subject = "cost"
	OfFunding  Subject = "funding"
	OfEffect   Subject = "effect"
	OfFigures  Subject = "figures"
	OfProject  Subject = "project"
	OfEvidence Subject = "evidence"
	OfPeople   Subject = "people"
)

// money are the subjects that are amounts.
var money = []Subject{OfSaving, OfCost, OfFunding, OfFigures}

// Against is one contradiction of a text.
type Against struct {
	Contradiction
	Clause   string            // the words that say it
	Subjects []Subject         // what they are about, the first first; none when they do not say
	Payers   []budget.Payer    // those that they name
	Years    []int             // likewise, price levels left out
	Levels   []int             // the price levels that they state
	Units    []Unit            // the units that they state for amounts
	Amounts  []decimal.Decimal // the amounts that they name, in kroner
	Specific bool              // they have words of their own: which saving it is
}

// About reports whether the words speak of a subject.
func (a *Against) About(s Subject) bool { return slices.Contains(a.Subjects, s) }

// Remark is what the sentences of a text say.
type Remark struct {
	Against  []Against         // in the order they stand, each contradiction of a sentence once
	Unclear  bool              // something of it touches money and is not understood
	Unheard  bool              // something of it is a statement that is not understood, and not plainly harmless
	Short    bool              // it is a word or two
	Invented bool              // it tells people to make a figure up
	Amounts  []decimal.Decimal // those that it names with their unit, in kroner
}

// Says reports whether a text says a contradiction.
func (r Remark) Says(c Contradiction) bool {
	return slices.ContainsFunc(r.Against, func(a Against) bool { return a.Contradiction == c })
}

// Voids reports whether a text says of nothing in particular that it does not hold: "Version 2 (forældet)".
func (r Remark) Voids() bool {
	return slices.ContainsFunc(r.Against, func(a Against) bool {
		return (a.Contradiction == Wrong || a.Contradiction == NotCounted) && len(a.Subjects) == 0
	})
}

// ReadRemark reads a text sentence by sentence: a remark, a note, a comment.
func ReadRemark(text string) Remark {
	r := Remark{Short: len(strings.Fields(text)) < shortestSentence}
	for line := range strings.Lines(text) {
		r.Amounts = append(r.Amounts, amountsIn(line)...)
		for _, s := range Sentences(line) {
			if s := strings.TrimSpace(s); s != "" && len(s) <= longestText {
				r.read(sentenceOf(s))
			}
		}
	}
	return r
}

// shortestSentence is how many words make more than a name or a label.
const shortestSentence = 3

// read reads one sentence. One that tells people what to write, or what the signs mean, says
// nothing of figures.
func (r *Remark) read(s *sentence) {
	if IsSignLegend(s.text) {
		return
	}
	r.Invented = r.Invented || s.has("invented")
	if s.guides() {
		asks := strings.HasSuffix(s.text, "?") || s.clauses[0].firstClass() == "guide" && !s.has("harmless")
		r.Unheard = r.Unheard || asks || s.has("doubt")
		return
	}
	for _, c := range s.clauses {
		found := c.against(s)
		// "Falder, hvis": whether it does is for a person to say. "Besparelser, der tilfalder
		// regionen" are those that do.
		if (s.has("if") || s.has("generic")) && len(found) > 0 {
			r.Unclear, r.Unheard = true, true
			continue
		}
		r.Against = append(r.Against, found...)
		r.Unclear = r.Unclear || len(found) == 0 && c.isUnclear(s)
		r.Unheard = r.Unheard || len(found) == 0 && c.isUnheard(s)
	}
}

// guides reports whether a sentence asks something, or tells people what to write: it begins
// so, or speaks of "besparelser, der …" and what becomes of them.
func (s *sentence) guides() bool {
	first := s.clauses[0].firstClass()
	return strings.HasSuffix(s.text, "?") || first == "guide" || s.has("rule") && !s.has("uncertain") ||
		s.has("generic") && (s.has("not") || s.has("elsewhere") || s.has("net"))
}

// rejoinder is how a contradiction is read.
type rejoinder struct {
	class string
	says  Contradiction
	of    []Subject // what it can be said of
	never []Subject // what it is not said of, where none of those is named beside
	named bool      // one of those must be named, or nothing else stands in the clause
	backs []string  // the classes that take it back, anywhere in the sentence
	sure  []string  // likewise, unless they are denied themselves
	same  []string  // those that take it back where they have words of it
	late  []string  // those that take it back where they stand before its last word
}

// rejoinders are the contradictions in the order they are looked for.
var rejoinders = []rejoinder{
	{class: "budgeted", says: AlreadyBudgeted, of: []Subject{OfSaving, OfFigures, OfEffect},
		never: []Subject{OfCost, OfFunding, OfEvidence, OfPeople}, same: []string{"net", "extracted"}, late: []string{"will"}},
	{class: "taken", says: AlreadyBudgeted, of: []Subject{OfSaving, OfFigures},
		never: []Subject{OfCost, OfFunding, OfEvidence, OfProject, OfPeople}, named: true, late: []string{"will"}},
	{class: "payer", says: OtherPayer, of: []Subject{OfSaving, OfFigures, OfEffect},
		never: []Subject{OfCost, OfFunding, OfEvidence, OfProject, OfPeople}, backs: []string{"foreign"}},
	{class: "share", says: OtherPayer, of: []Subject{OfSaving, OfFigures, OfEffect}, never: []Subject{OfCost, OfFunding}},
	{class: "gross", says: BeforeRefund, of: []Subject{OfSaving, OfFigures},
		never: []Subject{OfCost, OfFunding, OfEvidence, OfProject, OfPeople}, backs: []string{"net", "foreign"}},
	{class: "denied", says: Denied, of: []Subject{OfEffect, OfSaving}, backs: []string{"negative", "foreign"}},
	{class: "cost", says: FurtherCost, of: []Subject{OfCost}, never: []Subject{OfSaving, OfFunding, OfEffect},
		sure: []string{"included"}},
	{class: "part", says: PartOfYear, of: append([]Subject{OfEffect}, money...),
		never: []Subject{OfEvidence, OfPeople}, backs: []string{"began"}},
	{class: "period", says: PartOfYear, of: money, never: []Subject{OfEvidence, OfProject, OfPeople}, named: true},
	{class: "ends", says: Ends, of: append([]Subject{OfEffect}, money...),
		never: []Subject{OfProject, OfEvidence, OfPeople}},
	{class: "double", says: CountedElsewhere, of: []Subject{OfSaving, OfFunding, OfFigures},
		never: []Subject{OfEvidence, OfCost, OfEffect, OfPeople}, backs: []string{"elsewhere"}},
	{class: "shared", says: CountedElsewhere, of: []Subject{OfSaving, OfFigures, OfPeople, OfEffect, OfFunding}},
	{class: "lapse", says: Ungranted, of: []Subject{OfFunding}, sure: []string{"granted"}},
	{class: "refused", says: Ungranted, of: []Subject{OfFunding}},
	{class: "closes", says: Closes, of: []Subject{OfProject}, never: []Subject{OfEvidence, OfFunding}},
	{class: "prolonged", says: Prolonged, of: []Subject{OfProject},
		never: append([]Subject{OfEvidence, OfPeople, OfEffect}, money...), late: []string{"will"}},
	{class: "withdrawn", says: NotCounted, of: []Subject{OfSaving, OfFigures},
		never: []Subject{OfCost, OfFunding, OfEvidence, OfProject, OfPeople, OfEffect}, named: true,
		backs: []string{"foreign", "earlier", "elsewhere", "closes"}, late: []string{"will"}},
	{class: "notcounted", says: NotCounted, of: []Subject{OfSaving, OfFigures}, named: true,
		backs: []string{"foreign", "elsewhere", "budgeted", "vat", "cost", "earlier"}},
	{class: "wrong", says: Wrong, of: money, named: true},
	{class: "uncertain", says: Uncertain, of: []Subject{OfSaving, OfCost, OfFigures},
		never: []Subject{OfEvidence, OfEffect, OfProject, OfFunding}},
}

// against are the contradictions of a clause.
func (c *clauseSaid) against(s *sentence) []Against {
	var found []Against
	for i := range rejoinders {
		j := &rejoinders[i]
		already := slices.ContainsFunc(found, func(a Against) bool { return a.Contradiction == j.says })
		if !already && c.says(j, s) {
			found = append(found, c.made(j.says))
		}
	}
	if levels := FindPriceLevels(c.text); len(levels) > 0 && !s.indexes() {
		found = append(found, c.made(OtherPrices))
	}
	if rates := FindRateYears(c.text); len(rates) > 0 && !s.indexes() {
		old := c.made(OldRates)
		old.Years = rates
		found = append(found, old)
	}
	if units := c.units(); len(units) > 0 {
		found = append(found, c.made(OtherUnit))
	}
	return found
}

// indexes reports whether a sentence says that amounts are brought to other prices, and does not deny it.
func (s *sentence) indexes() bool {
	return slices.ContainsFunc(s.clauses, func(c *clauseSaid) bool {
		return slices.ContainsFunc(c.hits, func(h hit) bool { return h.class == "index" && !c.denies(h) })
	})
}

// made is a contradiction with what its clause says besides.
func (c *clauseSaid) made(as Contradiction) Against {
	return Against{
		Contradiction: as, Clause: c.text, Subjects: c.subjects, Payers: c.payers(), Years: c.years(),
		Levels: FindPriceLevels(c.text), Units: c.units(), Amounts: amountsIn(c.text), Specific: c.unknown > 0,
	}
}

// says reports whether a clause says a contradiction, and does not take it back.
func (c *clauseSaid) says(j *rejoinder, s *sentence) bool {
	if j.says == Closes && describesMany.MatchString(c.text) {
		return false
	}
	return c.mayBe(j) && slices.ContainsFunc(c.hits, func(h hit) bool {
		return h.class == j.class && !c.denies(h) && !c.takesBack(h, j, s)
	})
}

// describesMany is what a title says of all that it is about, and nothing of one: "Indsatser, der
// ophører".
var describesMany = regexp.MustCompile(`(?i)(?:indsatser|projekter|tiltag|tilbud|initiativer|bevillinger|aktiviteter|investeringer|` +
	`ordninger|forløb|projects|initiatives|schemes|grants|investments),? (?:der|som|hvor|that|which|whose) `)

// mayBe reports whether what a clause is about can be what a contradiction is said of.
func (c *clauseSaid) mayBe(j *rejoinder) bool {
	return slices.ContainsFunc(j.of, c.about) ||
		!slices.ContainsFunc(j.never, c.about) && !(j.named && c.unknown > 0)
}

// tookBack reports whether a clause says a contradiction, and takes it back.
func (c *clauseSaid) tookBack(s *sentence) bool {
	return slices.ContainsFunc(rejoinders, func(j rejoinder) bool {
		return slices.ContainsFunc(c.hits, func(h hit) bool {
			return h.class == j.class && (c.denies(h) || c.takesBack(h, &j, s))
		})
	})
}

// takesBack reports whether something else that is said takes a contradiction back.
func (c *clauseSaid) takesBack(h hit, j *rejoinder, s *sentence) bool {
	for _, other := range s.clauses {
		for _, n := range other.hits {
			apart := other != c || !n.within(h)
			sure := slices.Contains(j.sure, n.class) && !other.denies(n)
			if apart && (sure || slices.Contains(j.backs, n.class)) {
				return true
			}
			if other == c && slices.Contains(j.same, n.class) && slices.ContainsFunc(n.words, h.has) {
				return true
			}
		}
	}
	return slices.ContainsFunc(j.late, func(class string) bool { return c.before(class, h) })
}

// isUnclear reports whether a clause touches money and is not understood: it is a sentence of
// its own, and says nothing harmless, or denies what would be.
func (c *clauseSaid) isUnclear(s *sentence) bool {
	touches := c.has("money") || slices.ContainsFunc([]Subject{OfSaving, OfCost, OfFunding}, c.about)
	if !touches || !c.has("verb") || c.tookBack(s) || slices.ContainsFunc(settled, c.has) {
		return false
	}
	return c.has("not") || !c.has("harmless") && !c.has("granted")
}

// isUnheard reports whether a clause states something, or has a word that makes it worth
// reading, and is neither understood nor plainly harmless. A name, what is bought or a
// reference states nothing.
func (c *clauseSaid) isUnheard(s *sentence) bool {
	switch {
	case c.tookBack(s) || slices.ContainsFunc(settled, c.has):
		return false
	case len(c.words) == 1 && slices.Contains(nothingWords, c.words[0].key):
		return false
	case c.has("doubt") || c.has("not"):
		return true
	}
	states := c.has("verb") || c.has("states")
	return states && !slices.ContainsFunc([]string{"harmless", "granted", "began", "earlier"}, c.has)
}

// nothingWords are the words by which people say that they have no remark.
var nothingWords = []string{"ingen", "intet", "none", "nothing"}

// settled are the classes whose clauses are understood, denied or not.
var settled = []string{"net", "foreign", "elsewhere", "included", "vat", "index", "negative", "nothing"}
