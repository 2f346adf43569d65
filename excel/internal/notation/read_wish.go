package notation

import (
	"regexp"
	"slices"

	"videre/budget"
)

// Wish is what a department wants for a project.
type Wish struct {
	Wish  budget.Wish // 0 for none: it says that none is decided
	Until int         // the year until which an extension is wanted; 0 where it is not said
}

// wishRulings is what a statement of a wish means. What is extended and made permanent at
// once can mean either.
var wishRulings = []ruling[budget.Wish]{
	{"endnot", "scaled permanent", budget.WishEnded, Certain},
	{"none", "scaled extended ended", 0, Certain},
	{"none", "", 0, Doubtful},
	{"not", "", 0, Doubtful},
	{"hedge", "", 0, Doubtful},
	{"ended scaled", "", 0, Doubtful},
	{"ended extended", "", 0, Doubtful},
	{"ended permanent", "", 0, Doubtful},
	{"ended continued", "", 0, Doubtful},
	{"endnot", "", 0, Doubtful},
	{"scaled extended", "", 0, Doubtful},
	{"extended permanent", "", 0, Doubtful},
	{"limited", "extended", 0, Doubtful},
	{"limited scaled", "", 0, Doubtful},
	{"scaled", "", budget.WishScaled, Certain},
	{"permanent", "", budget.WishPermanent, Certain},
	{"extended", "", budget.WishExtended, Certain},
	{"continued", "", budget.WishPermanent, Certain},
	{"ended", "", budget.WishEnded, Certain},
}

// someYears is how a wish says for how many years it is: "Permanent (2 år)".
var someYears = regexp.MustCompile(`(?i)(?:^|[(,–:-] *|\b(?:i|for|de næste|the next) )` +
	`(?:\d{1,2}|et|ét|to|tre|fire|fem|one|two|three|four|five) (?:år|years?)\b`)

// onlyFor is how a wish says that something goes on for some years, or one, alone.
var onlyFor = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(?:\d{1,2}|et|ét|en|to|tre|fire|fem|one|two|three|four|` +
	`five) (?:år|years?|sæson|skoleår)\b|` +
	`\b(?:kun|alene|blot|only) (?:i |for |in )?(?:19|20)\d\d\b`)

// inYear is a year that something is to go on in: in that one alone, or from it on.
var inYear = regexp.MustCompile(`(?i)\b(?:videreføres|fortsættes|fortsætter|videreført|fortsat|continued?s?) ` +
	`i? ?(?:in )?(?:19|20)\d\d\b`)

// ReadWish reads what a department wants: "Permanentgøres og udvides", "Forlænges til
// udgangen af 2027". What goes on until a year, or for some, is extended, and not permanent. What
// ends in a year is not asked for only where that is before the budget year, 0 for one that is
// not known: what else ends later is first to go on.
func ReadWish(text string, base int) (Wish, Certainty) {
	all, continued := wishIn(text)
	value, certainty := judge(wishRulings, all)
	w := Wish{Wish: value}
	ends := endsIn(Clean(text))
	forSome := onlyFor.MatchString(Clean(text))
	forever := value == budget.WishPermanent || value == budget.WishScaled
	switch {
	case certainty == Certain && value == budget.WishPermanent && continued && forSome && len(ends) == 0:
		return Wish{Wish: budget.WishExtended}, Certain // "Videreføres ét år"
	case certainty == Certain && continued && inYear.MatchString(Clean(text)):
		return Wish{}, Doubtful
	case certainty == Certain && forever && (someYears.MatchString(Clean(text)) || continued && forSome):
		return Wish{}, Doubtful // what is for some years is not for good
	case certainty != Certain || value == 0 || len(ends) == 0:
		return w, certainty
	case value == budget.WishEnded && len(ends) == 1 && ends[0] < base:
		return w, Certain
	case len(ends) > 1:
		return Wish{}, Doubtful
	case value == budget.WishPermanent && !saidPermanent(text):
		w.Wish = budget.WishExtended
	case value != budget.WishExtended:
		return Wish{}, Doubtful
	}
	w.Until = ends[0]
	return w, Certain
}

// wishIn is what the statements of a wish say together, and whether it says no more than that
// something goes on.
func wishIn(text string) (all statement, continued bool) {
	for _, s := range statementsOf("wish", text) {
		all.classes = appendNew(all.classes, s.classes...)
		all.unknown += s.unknown
	}
	return all, all.has("continued") && !all.has("permanent")
}

// forGood are words that say that something is for good, besides those of commitments.
var forGood = []string{"fast", "normaldrift", "basisdrift"}

// saidPermanent reports whether a text says in so many words that something is for good.
func saidPermanent(text string) bool {
	for _, w := range wordsIn(Clean(text)) {
		always := topics()["committed"].exact[w.key].class == "always" || slices.Contains(forGood, w.key)
		if always || len(w.key) > 9 && w.key[:9] == "permanent" {
			return true
		}
	}
	return false
}
