package notation

import (
	"regexp"
)

// ShareOf is whose share of a saving a heading speaks of.
type ShareOf uint8

// Whose share it is.
const (
	OwnShare     ShareOf = iota // the municipality's, or nobody's in particular
	RestShare                   // another's, so that the rest is the municipality's
	UnclearShare                // nobody can say
)

var (
	restWords = regexp.MustCompile(`(?i)\b(?:ikke|ej|not|non|uden for|udenfor|outside)\b[ -]*(?:[^ ,;]+ ){0,3}(?:the )?(?:kommun|municip)`)
	ownWords  = regexp.MustCompile(`(?i)\b(?:kommun|municip|aarhus|århus)`)
	otherMuni = regexp.MustCompile(`(?i)\b(?:anden|andre|nabo|other|neighbouring)[ -]?(?:kommune|municipalit)`)
)

// ReadShareOf reads whose share a heading speaks of: "Kommunens andel", "Regionens andel",
// "Andel, der ikke tilfalder kommunen", and of "Andel, som Odense får" that it is unclear.
func ReadShareOf(heading string) ShareOf {
	said := ReadHeading(heading)
	outside, own := false, false
	for _, s := range statementsOf("payer", heading) {
		outside = outside || s.has("region") || s.has("state") || s.has("other")
		own = own || s.has("municipality")
	}
	own = own || ownWords.MatchString(heading)
	switch {
	case otherMuni.MatchString(heading) && len(said.Payers) == 0:
		return RestShare
	case restWords.MatchString(heading) && !outside:
		return restUnlessPart(said)
	case outside && own, outside && said.Role == RoleShare && len(said.Payers) != 1:
		return UnclearShare
	case outside:
		return restUnlessPart(said)
	case own || said.Role != RoleShare || said.Subject == "":
		return OwnShare
	}
	return UnclearShare
}

// restUnlessPart is another's share; but "heraf" may be an amount.
func restUnlessPart(said Heading) ShareOf {
	if said.Of {
		return UnclearShare
	}
	return RestShare
}
