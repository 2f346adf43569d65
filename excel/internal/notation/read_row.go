package notation

import (
	"regexp"
	"slices"
)

// RowName is what the name of a row of amounts says, where it is not that of a project.
type RowName uint8

// The names of rows. The zero value is a name like a project's.
const (
	OwnName        RowName = iota
	GeneralName            // of no project in particular: "Overhead", "Øvrige udgifter"
	CorrectionName         // something that changes other figures: "Korrektion", "PL-regulering"
	AddedName              // a part of something, or an addition to it: "+ afledt drift", "hertil kommer"
	ContinuedName          // more of a project: "(fortsat)"
)

// leaning begins a text that hangs on what stands above it.
var leaning = regexp.MustCompile(`^\s*(?:[+•·↳→>–—]|-(?:\s|\pL))`)

// ReadRowName reads the name of a row. Words that many projects' names have too are general
// only where the name has no others.
func ReadRowName(text string) RowName {
	statements := statementsOf("row", text)
	said := func(class string) bool {
		return slices.ContainsFunc(statements, func(s statement) bool { return s.has(class) })
	}
	own := slices.ContainsFunc(statements, func(s statement) bool { return s.unknown > 0 })
	switch {
	case said("continued"):
		return ContinuedName
	case leaning.MatchString(text), !own && (said("added") || said("more")),
		said("added") && statements[0].saysAt(0, "added"):
		return AddedName
	case said("correction") && (!own || statements[0].saysAt(0, "correction") || statements[0].saysAt(-1, "correction")):
		return CorrectionName
	case said("general") && !own:
		return GeneralName
	}
	return OwnName
}

// saysAt reports whether a word of a statement is of a class: its first for 0, its last for -1.
func (s statement) saysAt(at int, class string) bool {
	words := wordsIn(s.text)
	if len(words) == 0 {
		return false
	}
	if at < 0 {
		at += len(words)
	}
	return slices.Contains(topics()["row"].state(words[at].text).classes, class)
}
