package notation

import (
	"regexp"
	"strings"
)

// aboutWhat is the end of a title in front of what it is about: "Besvarelse vedr. Tryg Udskrivning".
var aboutWhat = regexp.MustCompile(`(?i)(?:^|[ –—-])(?:vedr\.?|vedrørende|ang\.?|angående|om|re|regarding|about|concerning) ?:?$`)

// IsNamedFor reports whether a title is a name, or says that it is about what has that name.
func IsNamedFor(title, name string) bool {
	title, name = strings.ToLower(Clean(title)), strings.ToLower(Clean(name))
	before, found := strings.CutSuffix(strings.TrimRight(title, ".»\"'"), name)
	before = strings.TrimRight(before, "«\"' ")
	return found && name != "" && (before == "" || aboutWhat.MatchString(before))
}

// whatItIs asks what something is, and not what an amount is of.
var whatItIs = regexp.MustCompile(`^(?:hvad er det|hvad drejer det sig om|hvad (?:handler|går) det (?:om|ud på)|what is (?:it|this))\b`)

// AsksWhatItIs reports whether a heading asks what something is: of a project that is its description,
// of a line what it is called.
func AsksWhatItIs(heading string) bool {
	return whatItIs.MatchString(strings.ToLower(Clean(WithoutNumber(heading))))
}
