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
	{"endnot", "", budget.WishEnded, Certain},
	{"none", "scaled extended ended", 0, Certain},
	{"none", "", 0, Doubtful},
	{"not", "", 0, Doubtful},
	{"hedge", "", 0, Doubtful},
	{"ended scaled", "", 0, Doubtful},
	{"ended extended", "", 0, Doubtful},
	{"ended permanent", "", 0, Doubtful},
	{"scaled extended", "", 0, Doubtful},
	{"extended permanent", "", 0, Doubtful},
	{"scaled", "", budget.WishScaled, Certain},
	{"permanent", "", budget.WishPermanent, Certain},
	{"extended", "", budget.WishExtended, Certain},
	{"ended", "", budget.WishEnded, Certain},
}

// someYears is how a wish says for how many years it is: "Permanent (2 år)".
var someYears = regexp.MustCompile(`(?i)(?:^|[(,–:-] *|\b(?:i|for|de næste|the next) )` +
	`(?:\d{1,2}|et|ét|to|tre|fire|fem|one|two|three|four|five) (?:år|years?)\b`)

// ReadWish reads what a department wants: "Permanentgøres og udvides", "Forlænges til
// udgangen af 2027". What goes on until a year is extended, and not permanent.
func ReadWish(text string) (Wish, Certainty) {
	statements := statementsOf("wish", text)
	var all statement
	for _, s := range statements {
		all.classes = appendNew(all.classes, s.classes...)
		all.unknown += s.unknown
	}
	value, certainty := judge(wishRulings, all)
	if (value == budget.WishPermanent || value == budget.WishScaled) && someYears.MatchString(Clean(text)) {
		return Wish{}, Doubtful // what is for some years is not for good
	}
	w := Wish{Wish: value}
	ends := endsIn(Clean(text))
	switch {
	case certainty != Certain || value == 0 || len(ends) == 0:
		return w, certainty
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
