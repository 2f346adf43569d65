package notation

import (
	"regexp"
	"slices"
	"strings"

	"videre/budget"
)

// SaidAmount is an amount that a sentence states, with what else it says of it.
type SaidAmount struct {
	Typed
	Kind    budget.Kind  // 0 where the sentence does not say what it is
	Subject string       // what it is spent or saved on, as people wrote it
	Payer   budget.Payer // whose a saving is; 0 where the sentence does not say
}

var (
	// saidFigure is an amount with its unit.
	saidFigure = regexp.MustCompile(amountInText.String() + `|(?i:\d[\d.]*(?:,\d+)? ?tusinde? ?(?:kr|kroner)\b)`)
	// yearlyBehind is what says behind an amount that it is of each year.
	yearlyBehind = regexp.MustCompile(`(?i)^ ?(?:om året|årligt|pr\.? år|hvert år|hvert eneste år|a year|` +
		`per year|each year|yearly|annually)(?:[ ,.]|$)`)
	// spentOn sets off what an amount is of.
	spentOn = regexp.MustCompile(`(?i)^(?:på|til|i|for|on|for|in) `)
	// levelSaid is the price level that a sentence states behind its amount.
	levelSaid = regexp.MustCompile(`(?i),? ?\(?(?:i )?(?:faste )?((?:19|20)\d\d)[ -]?(?:p/?l|priser|prices)\b\)?`)
	// borneOut is what says in front of a saving that it is there: "Ja. Det er dokumenteret, at".
	borneOut = regexp.MustCompile(`(?i)^(?:ja|jo|yes)?[.,:;]? *(?:(?:det|besparelsen|og det|it|this) (?:er|is) ` +
		`(?:veldokumenteret|dokumenteret|documented)[.,:;]? *(?:at|that)? *)?`)
	// andThen begins what a sentence says besides.
	andThen = regexp.MustCompile(`(?i)^(?:og|and|which|som) `)
)

// ReadSaidAmount reads a sentence that states one amount and nothing that is not understood: "Det
// koster 2,0 mio. kr. om året", "Vi sparer 430.000 kr. om året på støttepædagoger, og det er kommunens
// penge". One with another figure, a reservation or a part of a year is not read.
func ReadSaidAmount(text string) (SaidAmount, bool) {
	s, level := cutLevel(Clean(text))
	s = s[len(borneOut.FindString(s)):]
	found := saidFigure.FindAllStringIndex(s, -1)
	if len(s) > longestSaid || len(found) != 1 {
		return SaidAmount{}, false
	}
	front, rest := s[:found[0][0]], strings.TrimPrefix(s[found[0][1]:], ".")
	typed, ok := ParseTyped(s[found[0][0]:found[0][1]])
	if !ok || !typed.HasUnit || strings.ContainsAny(front+rest, "0123456789%") ||
		slices.ContainsFunc(ReadQualifiers(s), notYearly) || len(ReadRemark(s).Against) > 0 {
		return SaidAmount{}, false
	}
	typed.Level = level
	said := SaidAmount{Typed: typed}
	return said, said.before(front) && said.behind(rest) // in this order: the front may say whose it is
}

// cutLevel takes the price level that a sentence states behind its amount off; 0 for none.
func cutLevel(s string) (rest string, level int) {
	m := levelSaid.FindStringSubmatchIndex(s)
	if m == nil {
		return s, 0
	}
	return s[:m[0]] + s[m[1]:], YearOf(s[m[2]:m[3]])
}

// notYearly reports whether a qualifier says anything but that an amount comes every year.
func notYearly(q Qualified) bool { return q.Why != QualifiedRecurring }

// longestSaid is how many bytes a sentence that states an amount has at most.
const longestSaid = 300

// before reads what stands in front of the amount: every word is known, and one of them says that
// something costs or is saved.
func (a *SaidAmount) before(text string) bool {
	s := topics()["amount"].state(text)
	switch {
	case s.unknown > 0 || s.has("not") || s.has("hedge") || s.has("no") || s.has("cost") == s.has("saving"):
		return false
	case s.has("cost"):
		a.Kind = budget.Cost
	default:
		a.Kind = budget.Saving
	}
	return a.paidTo(text)
}

// paidTo takes over whose a saving is; it fails where that is doubtful, or said twice.
func (a *SaidAmount) paidTo(text string) bool {
	payer, certainty := ReadPayer(text)
	if certainty == Unread {
		return true
	}
	if certainty == Doubtful || a.Payer != 0 && a.Payer != payer {
		return false
	}
	if a.Kind == budget.Cost { // "Det koster os"
		return payer == budget.Municipality
	}
	a.Payer = payer
	return true
}

// behind reads what follows the amount: that it is of each year, what it is of, and whose it is.
func (a *SaidAmount) behind(text string) bool {
	if yearly := yearlyBehind.FindString(text); yearly != "" {
		text = text[len(strings.TrimRight(yearly, " ,.")):]
	}
	for i, piece := range piecesOf(text) {
		piece = strings.TrimRight(piece, " .,!")
		of := spentOn.FindString(piece)
		switch {
		case piece == "":
		case i == 0 && of != "" && a.Subject == "":
			if a.Subject = piece[len(of):]; !a.isPlain() {
				return false
			}
		default:
			s := topics()["payer"].state(andThen.ReplaceAllString(piece, ""))
			if s.unknown > 0 || len(s.classes) == 0 || !a.paidTo(piece) {
				return false
			}
		}
	}
	return true
}

// isPlain reports whether what an amount is of is only that: no reservation, and no other amount's.
func (a *SaidAmount) isPlain() bool {
	s := topics()["amount"].state(a.Subject)
	taken := []string{"not", "hedge", "no", "cost", "saving", "period"}
	return !slices.ContainsFunc(taken, s.has)
}
