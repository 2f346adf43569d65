package notation

import (
	"regexp"
	"strings"
)

// naText are amounts that people write as a mark.
var naText = regexp.MustCompile(`(?i)^(?:n/?a\.?|i/t|\?+|x+|\.\.+|…)$`)

// ReadUnquantified reports whether a cell says that nobody has worked the amount out. A
// dash is doubtful: it is a zero to some.
func ReadUnquantified(text string) Certainty {
	s := Clean(text)
	switch {
	case s == "" || len(s) > longestText:
		return Unread
	case dashes.MatchString(s):
		return Doubtful
	case naText.MatchString(s):
		return Certain
	}
	certainty := Unread
	for _, statement := range statementsOf("unquantified", s) {
		if statement.has("in") {
			certainty = Certain
		}
	}
	if certainty == Certain && strings.ContainsAny(s, "123456789") && !anyYear.MatchString(s) {
		return Doubtful
	}
	return certainty
}
