package layout

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"videre/excel/internal/notation"
)

// headings reads headings: by the user's map first, then as a year, then by the table of
// headings that the program knows.
type headings struct {
	mapped map[string]Meaning // what the user's map says, by notation.HeadingKey
}

// readHeading tells what a heading means; ok is false for one that means nothing
// to this program or the user's map.
func (h *headings) readHeading(text string) (Column, bool) {
	c := Column{Heading: text, Units: notation.StatedUnits(text), Levels: notation.FindPriceLevels(text)}
	key := notation.HeadingKey(text)
	if key == "" {
		return c, false
	}
	if meaning, ok := h.mapped[key]; ok {
		c.Role, c.Mapped = meaning.Role, true
		c.Group, c.Payers = key, meaning.Payers
		if len(c.Units) == 0 && meaning.Unit != nil {
			c.Units = []notation.Unit{*meaning.Unit}
		}
		c.Subject = strings.TrimSpace(notation.Brackets.ReplaceAllString(notation.Clean(text), ""))
		return c, c.Role != ""
	}
	if m := absoluteYear.FindStringSubmatch(key); m != nil {
		c.Role = notation.RoleYear
		c.Year, _ = strconv.Atoi(m[1])
		return c, true
	}
	if m := relativeYear.FindStringSubmatch(key); m != nil {
		c.Role, c.Ahead = notation.RoleYear, true
		c.Year, _ = strconv.Atoi(m[1])
		return c, true
	}
	meaning, rest, ok := notation.HeadingTable().FindOpen(key)
	c.Role = notation.Role(meaning)
	if notation.ListKinds[c.Role] != 0 {
		c.Group, c.Payers = key, payersIn(text)
		c.Terms, c.Until = savingTermsIn(text), untilIn(text)
		if rest != "" {
			c.Subject = strings.TrimSpace(notation.Brackets.ReplaceAllString(notation.Clean(text), ""))
		}
	}
	return c, ok
}

var (
	absoluteYear = regexp.MustCompile(`^(?:budgetforslag|budgetoverslag|overslagsår|budgetår|overslag|budget|` +
		`estimate|year|år|bf|bo|b)? ?(20\d\d)$`)
	relativeYear = regexp.MustCompile(`^(?:budgetoverslagsår|overslagsår|budgetoverslag|overslag|` +
		`bo|b\+|estimate year) ?([1-9])$`)
)

// isNameHeading reports whether a text is the heading of projects' names. Every
// table has one, so a row without it need not be looked at any more.
func (h *headings) isNameHeading(text string) bool {
	if len(text) > 200 || len(h.mapped) == 0 && !nameStarts()[firstWord(text)] {
		return false
	}
	c, ok := h.readHeading(text)
	return ok && c.Role == notation.RoleName
}

// nameStarts are the words that a heading of projects' names begins with.
var nameStarts = sync.OnceValue(func() map[string]bool {
	starts := map[string]bool{}
	for _, text := range notation.HeadingTable().Listed[string(notation.RoleName)] {
		starts[firstWord(notation.HeadingKey(text))] = true
	}
	return starts
})

// firstWord is the first run of letters of a text, in lower case.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	for i, r := range text {
		if !unicode.IsLetter(r) {
			return strings.ToLower(text[:i])
		}
	}
	return strings.ToLower(text)
}

// readNear reads a heading, and takes a misspelt one for the one it is near; one
// that is near two is told as such and means nothing.
func (f *Finder) readNear(text string) (Column, bool) {
	c, ok := f.readHeading(text)
	if ok || text == "" {
		return c, ok
	}
	meanings := notation.HeadingTable().Near(notation.HeadingKey(text))
	if len(meanings) == 0 {
		return c, false
	}
	c.Role, c.Misspelt = notation.Role(meanings[0]), true
	if c.Void = len(meanings) > 1; notation.ListKinds[c.Role] != 0 {
		c.Group, c.Payers = notation.HeadingKey(text), payersIn(text)
	}
	return c, true
}
