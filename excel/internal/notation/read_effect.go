package notation

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"videre/budget"
)

// socialRulings is what a statement on the effect for citizens means. "Ingen positiv
// effekt" can mean unclear or negative; what is expected or partly so is never positive.
var socialRulings = []ruling[budget.SocialEffect]{
	{"undocumented", "negative", budget.SocialUndocumented, Certain},
	{"unclear", "negative", budget.SocialUnclear, Certain},
	{"undocumented", "", 0, Doubtful},
	{"unclear", "", 0, Doubtful},
	{"not", "", 0, Doubtful},
	{"no positive", "", 0, Doubtful},
	{"yes negative", "", 0, Doubtful},
	{"none", "", 0, Doubtful},
	{"hedge", "", 0, Doubtful},
	{"some", "", 0, Doubtful},
	{"degree positive", "", 0, Doubtful},
	{"degree good", "", 0, Doubtful},
	{"staff positive", "people", 0, Doubtful},
	{"staff good", "people", 0, Doubtful},
	{"other positive", "", 0, Doubtful},
	{"yes no", "", 0, Doubtful},
	{"past positive", "", 0, Doubtful},
	{"past documented", "", 0, Doubtful},
	{"positive negative", "", 0, Doubtful},
	{"mixed", "", 0, Doubtful},
	{"good", "", budget.SocialPositive, Certain},
	{"bad", "", budget.SocialNegative, Certain},
	{"positive", "", budget.SocialPositive, Certain},
	{"negative", "", budget.SocialNegative, Certain},
	{"documented", "", 0, Doubtful},
}

// economicRulings is what a statement on the effect on public spending means. An effect
// that is only said to be positive is not said to be documented.
var economicRulings = []ruling[budget.EconomicEffect]{
	{"undocumented", "negative", budget.EconomicUndocumented, Certain},
	{"unclear", "negative", budget.EconomicUndocumented, Certain},
	{"undocumented", "", 0, Doubtful},
	{"unclear", "", 0, Doubtful},
	{"not", "", 0, Doubtful},
	{"no documented", "", 0, Doubtful},
	{"no positive", "", 0, Doubtful},
	{"yes negative", "", 0, Doubtful},
	{"none", "", 0, Doubtful},
	{"hedge", "", 0, Doubtful},
	{"some", "", 0, Doubtful},
	{"degree documented", "", 0, Doubtful},
	{"social documented", "negative", 0, Doubtful},
	{"yes no", "", 0, Doubtful},
	{"past positive", "", 0, Doubtful},
	{"past documented", "", 0, Doubtful},
	{"positive negative", "", 0, Doubtful},
	{"positive dearer", "", 0, Doubtful},
	{"negative", "", budget.EconomicNegative, Certain},
	{"dearer", "", budget.EconomicNegative, Certain},
	{"documented", "", budget.EconomicDocumented, Certain},
	{"positive", "", 0, Doubtful},
}

// ReadSocial reads a sentence on the effect for citizens: "Ja, evalueringen viser positiv
// effekt", "Borgerne klarer mere selv". A ja or nej means what its heading asks, and nothing
// where it asks nothing. What has been seen was seen before the base year, the budget year.
// A question mark doubts what is good, and so does an effect for others than the citizens.
func ReadSocial(text string, under Heading, base int) (budget.SocialEffect, Certainty) {
	value, certainty := readSocial(text, under, base)
	if value == budget.SocialPositive && (strings.Contains(text, "?") || SaysOthersEffect(text)) {
		return 0, Doubtful
	}
	return value, certainty
}

func readSocial(text string, under Heading, base int) (budget.SocialEffect, Certainty) {
	statements := effectStatements(text)
	account := outcomesOf(text, base)
	for i := range statements {
		statements[i].tell(account.pieces[statements[i].piece].outcomeWhole())
	}
	if value, ok := SocialEffects.Find(beforeMark(text)); ok && value != budget.SocialPositive &&
		(value == budget.SocialNegative || !endsWorse(statements)) {
		return value, Certain
	}
	if value, certainty := judgeFirst(socialRulings, statements); value == budget.SocialUnclear ||
		value == budget.SocialUndocumented {
		return value, certainty
	}
	bearOut(statements, socialByCode[under.Yes] == budget.SocialPositive)
	value, certainty := readEffect(statements, socialRulings, effectAnswers[budget.SocialEffect]{
		yes: socialByCode[under.Yes], no: socialByCode[under.No], good: budget.SocialPositive,
		better: budget.SocialPositive,
	})
	if certainty == Certain && !account.bears(value, statements) {
		return 0, Doubtful
	}
	return value, certainty
}

// bearOut lets a statement that only says where an effect was shown say nothing of its own behind
// one that says which: "Positiv, påvist i ekstern evaluering", or behind a ja that does.
func bearOut(statements []statement, yes bool) {
	for i := range statements {
		s, first := &statements[i], &statements[0]
		said := i > 0 && first.has("positive") || yes && first.has("yes")
		if said && slices.Contains(s.classes, "documented") && s.saysOnly("yes", "documented") {
			s.classes = slices.DeleteFunc(s.classes, func(class string) bool { return class == "documented" })
		}
	}
}

// bearOutWorse does so behind one that says that spending has risen: "Stigende udgifter, dokumenteret
// i regnskab 2024".
func bearOutWorse(statements []statement) {
	for i := 1; i < len(statements); i++ {
		if s := &statements[i]; statements[0].saysOnly("negative", "dearer") && s.saysOnly("documented") {
			s.classes = nil
		}
	}
}

// saysOnly reports whether a statement says something, and nothing but some classes.
func (s *statement) saysOnly(classes ...string) bool {
	return len(s.classes) > 0 && !slices.ContainsFunc(s.classes, func(class string) bool {
		return !slices.Contains(classes, class)
	})
}

// bears reports whether a text bears what is read of it: one that only tells an outcome does
// when every word is known, and none bears a positive effect that something not understood is
// set against.
func (a account) bears(value budget.SocialEffect, statements []statement) bool {
	named, told := false, false
	for _, s := range statements {
		named = named || s.has("positive") || s.has("negative") || s.has("unclear") || s.has("undocumented")
		told = told || s.has("good") || s.has("bad")
		understood := s.has("positive") || s.has("good") && s.piece > 0
		if a.pieces[s.piece].contrast && value == budget.SocialPositive && !understood {
			return false
		}
	}
	return named || !told || a.clear()
}

// ReadEconomic reads a sentence on the effect on public spending. A question mark doubts what is
// good.
func ReadEconomic(text string, under Heading, base int) (budget.EconomicEffect, Certainty) {
	value, certainty := readEconomic(text, under, base)
	if value == budget.EconomicDocumented && strings.Contains(text, "?") {
		return 0, Doubtful
	}
	return value, certainty
}

func readEconomic(text string, under Heading, base int) (budget.EconomicEffect, Certainty) {
	if rest := afterPositive.FindStringSubmatch(Clean(text)); rest != nil { // what bears it is said behind
		if value, certainty := readEconomic(rest[1], under, base); value == budget.EconomicDocumented {
			return value, certainty
		}
	}
	statements := effectStatements(text)
	if value, ok := EconomicEffects.Find(beforeMark(text)); ok && value != budget.EconomicDocumented &&
		(value == budget.EconomicNegative || !endsWorse(statements)) {
		return value, Certain
	}
	if value, certainty := judgeFirst(economicRulings, statements); value == budget.EconomicUndocumented {
		return value, certainty
	}
	if isOnlyExpected(statements) {
		return budget.EconomicUndocumented, Certain
	}
	bearOutWorse(statements)
	if len(statements) > 0 && statements[0].saysOnly("negative", "dearer") && !endsBetter(statements) {
		return budget.EconomicNegative, Certain
	}
	a := effectAnswers[budget.EconomicEffect]{
		yes: economicByCode[under.Yes], no: economicByCode[under.No], good: budget.EconomicDocumented,
	}
	value, certainty := readEffect(statements, economicRulings, a)
	yes, no := answers(statements)
	if certainty != Certain && !no && (!yes || a.yes == a.good) && proven(text, base, yes) {
		return budget.EconomicDocumented, Certain
	}
	return value, certainty
}

// isOnlyExpected reports whether an effect is expected first and said not to be documented behind that,
// and nothing else speaks for it: "Vi forventer at spare på vagter, men det er ikke dokumenteret".
func isOnlyExpected(statements []statement) bool {
	if len(statements) < 2 || !statements[0].has("hedge") || statements[0].has("not") || endsWorse(statements) {
		return false
	}
	undocumented := false
	for i := range statements {
		s := &statements[i]
		if s.has("yes") || s.has("no") || s.has("documented") || s.has("positive") || s.has("negative") || s.has("dearer") {
			return false
		}
		undocumented = undocumented || s.has("undocumented")
	}
	return undocumented
}

// afterPositive is what follows an effect that is called positive.
var afterPositive = regexp.MustCompile(`(?i)^positive?t? *[,:;.(–-]+ *(\S.*?)\)?$`)

// judgeFirst is what the first statement says, unless it is followed by one that tells of
// something worse: what explains an unclear effect makes it no clearer.
func judgeFirst[T comparable](rulings []ruling[T], statements []statement) (T, Certainty) {
	if len(statements) == 0 || endsWorse(statements) {
		var none T
		return none, Unread
	}
	return judge(rulings, statements[0])
}

// endsWorse reports whether something behind the first statement tells of a negative effect, and
// not of some people alone.
func endsWorse(statements []statement) bool {
	return len(statements) > 0 && slices.ContainsFunc(statements[1:], func(s statement) bool {
		return !s.has("some") && (s.has("negative") || s.has("dearer") || s.has("bad"))
	})
}

// endsBetter reports whether something behind the first statement tells of anything but a negative
// effect.
func endsBetter(statements []statement) bool {
	better := []string{"positive", "good", "documented", "undocumented", "unclear", "none"}
	return slices.ContainsFunc(statements[1:], func(s statement) bool { return slices.ContainsFunc(better, s.has) })
}

// effectStatements are the statements of a text on an effect.
func effectStatements(text string) []statement {
	statements := statementsOf("effect", text)
	for i := range statements {
		statements[i].weighWorks()
		statements[i].weighFew()
		statements[i].weighNoun()
	}
	return statements
}

// weighWorks takes a statement that something works for one of a positive effect, where it says
// nothing else: "Ja, det virker", and not "Det virker dyrt".
func (s *statement) weighWorks() {
	if !s.has("works") {
		return
	}
	more := func(class string) bool {
		return class != "works" && class != "yes" && class != "filler" && class != "positive"
	}
	if s.unknown > 0 || slices.ContainsFunc(s.classes, more) {
		s.classes = append(s.classes, "hedge")
	} else {
		s.classes = append(s.classes, "positive")
	}
}

// The effects by the codes that a heading's ja and nej stand for.
var (
	socialByCode = bySaid(budget.SocialPositive, budget.SocialUnclear, budget.SocialNegative,
		budget.SocialUndocumented)
	economicByCode = bySaid(budget.EconomicDocumented, budget.EconomicUndocumented, budget.EconomicNegative)
)

// effectAnswers is what ja and nej stand for, 0 for nothing certain, the effect that goes
// with ja and never with nej, and what a ja means that tells what is better; 0 for nothing.
type effectAnswers[T comparable] struct{ yes, no, good, better T }

// statesGood reports whether a statement says anything that may speak for an effect, or says it of
// a negative one.
func statesGood(statements []statement) bool {
	return slices.ContainsFunc(statements, func(s statement) bool {
		for _, class := range []string{"positive", "documented", "good", "better", "bad", "negative", "dearer", "past"} {
			if s.has(class) {
				return true
			}
		}
		return false
	})
}

// onlyBetter reports whether what follows a ja tells of something that is better: "Ja,
// børnene læser bedre".
func onlyBetter(statements []statement) bool {
	better := false
	for _, s := range statements {
		better = better || s.has("better")
		if s.unknown > 0 && !s.has("better") {
			return false
		}
	}
	return better
}

// beforeMark is a text up to the first mark that sets off what explains it. A word that
// approves nothing stands by itself there: "Uklar – for få besvarelser".
func beforeMark(text string) string {
	text = Clean(text)
	if i := strings.IndexAny(text, ",;:(–-"); i > 0 {
		text = text[:i]
	}
	return strings.TrimSpace(text)
}

// ofMany is how many of all: "3 af 20", "15 ud af de 20", "2 of 10".
var ofMany = regexp.MustCompile(`(?i)\b(\d{1,6}) (?:ud |out )?(?:af|of) (?:de |the )?(\d{1,6})\b`)

// weighFew hedges a statement that claims an effect for fewer than half: "positiv for 3 af 20".
func (s *statement) weighFew() {
	if !s.has("positive") && !s.has("documented") {
		return
	}
	for _, m := range ofMany.FindAllStringSubmatch(s.text, -1) {
		some, _ := strconv.Atoi(m[1]) // digits, by the pattern
		all, _ := strconv.Atoi(m[2])
		if 2*some < all {
			s.classes = appendNew(s.classes, "hedge")
		}
	}
}

// praised is what a word of praise stands right before: "positiv modtagelse".
var praised = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:positive?t?|gode?|good) (\pL[\pL-]*)`)

// weighNoun finds a word of praise that stands before a noun which is no effect: "positiv
// modtagelse", "gode erfaringer".
func (s *statement) weighNoun() {
	if !s.has("positive") {
		return
	}
	l := topics()["effect"]
	for _, m := range praised.FindAllStringSubmatch(s.text, -1) {
		key := foldWord(m[1])
		known := l.word(key, false) != nil || l.vocabulary[key] || l.near().find(key) != ""
		if !known && !slices.Contains(besidePraise, key) {
			s.classes = appendNew(s.classes, "other")
		}
	}
}

// besidePraise are words that may follow a word of praise and are no noun of it.
var besidePraise = strings.Fields("ift if iflg ifoelge pga efter ud over under gennem via blandt siden som naar " +
	"baade ogsaa saa mod vedr inden trods samt p by according since compared among when both overall throughout")

// readEffect reads an effect. A ja or nej in front agrees with what follows, or the whole
// is doubtful.
func readEffect[T comparable](statements []statement, rulings []ruling[T], a effectAnswers[T]) (T, Certainty) {
	var none T
	yes, no := answers(statements)
	value, certainty := together(rulings, statements)
	switch {
	case no && a.no != none && !statesGood(statements):
		if certainty == Certain {
			return value, Certain
		}
		return a.no, Certain // "Nej, den er kun forventet"
	case !yes && !no, certainty == Doubtful:
		return value, certainty
	case certainty == Certain:
		if yes != (value == a.good) && !(yes && turned(statements)) {
			return none, Doubtful
		}
		return value, Certain
	case yes && a.better != none && onlyBetter(statements):
		return a.better, Certain
	case slices.ContainsFunc(statements, func(s statement) bool { return s.unknown > 0 }):
		return none, Doubtful
	case yes && a.yes != none:
		return a.yes, Certain
	case no && a.no != none:
		return a.no, Certain
	}
	return none, Doubtful
}

// turned reports whether what follows an answer is set against it: "Ja, men negativ".
func turned(statements []statement) bool {
	return len(statements) == 2 && statements[1].unknown <= 1 && against.MatchString(statements[1].text)
}

// against is how a statement begins that is set against the one before.
var against = regexp.MustCompile(`(?i)^(?:men|dog|but) `)

// foretold are words of a heading that say that the effect under it is what somebody expects
// or promised, and not what was found.
var foretold = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:forvent\w*|estimeret|anslået|skønnet|potentiel\w*|mulig|ønsket|tilsigtet|mål|målsætning\w*|goal|target|aim|` +
	`(?:iflg\.?|ifølge|i|jf\.?|fra|efter|ved) (?:den |projektets )?(?:ansøgning\w*|business ?cases?n?|projektbeskrivelse\w*|` +
	`oplæg\w*|investeringsforslag\w*)|på forhånd|expected|estimated|potential|intended|hoped|` +
	`(?:in|according to) the (?:application|business case))(?:\W|$)`)

// IsForetold reports whether the heading of an effect says that it is only expected.
func IsForetold(heading string) bool {
	return !strings.Contains(heading, "?") && foretold.MatchString(Clean(heading))
}
