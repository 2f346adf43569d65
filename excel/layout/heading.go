package layout

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"videre/excel/internal/notation"
)

// headings reads headings: by the user's map first, then as a year, then by the table of
// headings that the program knows.
type headings struct {
	mapped map[string]Meaning // what the user's map says, by MapKey
}

// readHeading tells what a heading means; ok is false for one that means nothing
// to this program or the user's map.
func (h *headings) readHeading(text string) (Column, bool) {
	c := Column{Heading: text, Units: notation.StatedUnits(text), Levels: notation.FindPriceLevels(text)}
	key := notation.HeadingKey(text)
	if key == "" {
		return c, false
	}
	if h.byMap(&c) {
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
	if notation.AsksWhom(text) {
		return composed([]string{text})
	}
	meaning, rest, ok := notation.HeadingTable().FindOpen(key)
	c.Role = notation.Role(meaning)
	if said, sure := composed([]string{text}); rest != "" && sure && said.Role == c.Role && (said.Year != 0 || said.Until != 0) {
		said.Heading, said.Units, said.Levels = c.Heading, c.Units, c.Levels
		return said, true // "Sparede anbringelser 2026" is of a year
	}
	if notation.ListKinds[c.Role] != 0 {
		c.Group, c.Payers = key, payersIn(text)
		c.Terms, c.Until = savingTermsIn(text), untilIn(text)
		said := notation.ReadHeading(text)
		c.Void = said.Doubt == notation.DoubtPeriod                               // "Besparelse på botilbud 2026-2029": of each year, or of all
		if nothing := said.Annual && said.Subject == ""; rest != "" && !nothing { // "besparelser pr. år"
			c.Subject = strings.TrimSpace(notation.Brackets.ReplaceAllString(notation.Clean(text), ""))
		}
	}
	return c, ok
}

// byMap gives a heading the meaning that the user's map has for it, if any. The map says it
// for every year, and the heading its own.
func (h *headings) byMap(c *Column) bool {
	key := MapKey(c.Heading)
	meaning, ok := h.mapped[key]
	if !ok {
		return false
	}
	c.Role, c.Mapped = meaning.Role, true
	c.Group, c.Payers = key, meaning.Payers
	if len(c.Units) == 0 && meaning.Unit != nil {
		c.Units = []notation.Unit{*meaning.Unit}
	}
	if year := yearWord.FindAllStringSubmatch(notation.HeadingKey(c.Heading), -1); len(year) == 1 && notation.ListKinds[c.Role] != 0 {
		c.Year, _ = strconv.Atoi(year[0][1])
	}
	c.Subject = strings.TrimSpace(notation.Brackets.ReplaceAllString(notation.Clean(c.Heading), ""))
	return true
}

// yearWord is a year in a heading as it is compared.
var yearWord = regexp.MustCompile(`\b(?:b|bf|bo)?(20\d\d)\b`)

// MapKey is a heading as a map compares it: as all headings are, but with any year for each
// year, since the next year's workbook has others.
func MapKey(heading string) string {
	return yearWord.ReplaceAllString(notation.HeadingKey(heading), "{år}")
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

// Heading is what a text says as a heading, by its words alone. It is read once, and shared: not
// to be changed.
func (f *Finder) Heading(text string) notation.Heading {
	known, done := f.said[text]
	if !done {
		f.Book.Spend(readingSteps(text) / 2)
		known = notation.ReadHeading(text)
		f.said[text] = known
	}
	return known
}

// longestHeading is how long a heading or a label is at most, in bytes; what is longer is prose.
const longestHeading = 1000

// readingSteps is how many looks at a cell take as long as reading a text as a heading.
func readingSteps(text string) int { return 200 + 4*len(text) }

// meaning reads a column's headings, from the top group to its own.
func (f *Finder) meaning(path ...string) (Column, bool) {
	if own := path[len(path)-1]; len(own) > longestHeading {
		return Column{Heading: strings.Join(path, PathMark), Said: notation.ReadHeading(path...)}, false
	}
	key := strings.Join(path, "\x00")
	if known, done := f.meanings[key]; done {
		return known.Column, known.ok
	}
	f.Book.Spend(readingSteps(key))
	c, isMapped := f.byMapOf(path)
	ok := c.Role != ""
	if !isMapped {
		c, ok = f.belowNeutral(path)
	}
	if !isMapped && !ok {
		c, ok = f.byWords(path)
	}
	if own := path[len(path)-1]; !isMapped && !ok {
		if before, _, cut := strings.Cut(own, ":"); cut && strings.TrimSpace(before) != "" { // "Social effekt: gør det en forskel?"
			c, ok = f.byWords(append(slices.Clone(path[:len(path)-1]), before))
		}
	}
	c.Heading = strings.Join(path, PathMark)
	c.Said = f.saidOf(path)
	f.meanings[key] = meant{c, ok}
	return c, ok
}

// saidOf is what the headings over a column say together.
func (f *Finder) saidOf(path []string) notation.Heading {
	if len(path) == 1 {
		return f.Heading(path[0])
	}
	return notation.ReadHeading(path...)
}

// byMapOf reads a column's headings, taken together, by the user's map, and reports whether
// it has them.
func (f *Finder) byMapOf(path []string) (Column, bool) {
	whole := Column{Heading: strings.Join(path, PathMark)}
	whole.Units, whole.Levels = notation.FindUnits(whole.Heading), notation.FindPriceLevels(whole.Heading)
	return whole, len(path) > 1 && f.byMap(&whole)
}

// belowNeutral reads a column by its headings without those of groups that say nothing but,
// perhaps, a unit and a price level.
func (f *Finder) belowNeutral(path []string) (Column, bool) {
	var said, neutral []string
	for i, text := range path {
		if i < len(path)-1 && notation.IsNeutralGroup(text) {
			neutral = append(neutral, text)
		} else {
			said = append(said, text)
		}
	}
	if len(neutral) == 0 {
		return Column{}, false
	}
	c, ok := f.meaning(said...)
	around := strings.Join(neutral, " ")
	if len(c.Units) == 0 {
		c.Units = notation.FindUnits(around)
	}
	if len(c.Levels) == 0 {
		c.Levels = notation.FindPriceLevels(around)
	}
	return c, ok
}

// byWords reads headings as they stand in the list, as ones that are nearly there, or by the
// words they are composed of.
func (f *Finder) byWords(path []string) (Column, bool) {
	c, ok := f.listed(path)
	if said, sure := f.composed(path); ok && c.Terms.Doubtful && sure && !said.Void && said.Role == c.Role {
		c = said // what the words say together is sure
	}
	if !ok {
		c, ok = f.explained(path)
	}
	if !ok {
		c, ok = f.near(path)
	}
	if !ok {
		c, ok = f.composed(path)
	}
	return c, ok
}

// PathMark stands between a heading and that of the group above it.
const PathMark = " – "

// meant is what a heading was found to mean.
type meant struct {
	Column
	ok bool
}

// listed reads headings that stand in the list, or in the user's map.
func (f *Finder) listed(path []string) (Column, bool) {
	own := path[len(path)-1]
	c, ok := f.listedAlone(own)
	if len(path) == 1 {
		return c, ok
	}
	group := strings.Join(path[:len(path)-1], " ")
	g, known := f.readHeading(group)
	switch {
	case ok && c.Role == notation.RoleYear && known && notation.ListKinds[g.Role] != 0:
		g.Year, g.Ahead = c.Year, c.Ahead
		c = g
	case ok && c.Role == notation.RoleAnnual && known && notation.ListKinds[g.Role] != 0:
		c = g // "Driftsudgift" over "Årligt"
	case ok && notation.ListKinds[c.Role] != 0, ok && c.Role == notation.RoleYear && !known:
		return c, false // what stands above may say more
	case !ok:
		if c, ok = f.readHeading(own + " " + group); !ok {
			c, ok = f.readHeading(group + " " + own)
		}
	}
	if len(c.Units) == 0 {
		c.Units = notation.FindUnits(group)
	}
	if len(c.Levels) == 0 {
		c.Levels = notation.FindPriceLevels(group)
	}
	return c, ok
}

// listedAlone reads a heading by itself.
func (f *Finder) listedAlone(text string) (Column, bool) {
	if len(text) > longestHeading {
		return Column{Heading: text}, false
	}
	if known, done := f.ofList[text]; done {
		return known.Column, known.ok
	}
	f.Book.Spend(readingSteps(text) / 2)
	c, ok := f.readHeading(text)
	f.ofList[text] = meant{c, ok}
	return c, ok
}

// explained reads a heading that says nothing by what stands in brackets behind it: "Gevinstejer
// (budgetområde)". Only what lines and projects are described by is explained so, and no amount.
func (f *Finder) explained(path []string) (Column, bool) {
	m := explanation.FindStringSubmatch(notation.Clean(path[len(path)-1]))
	if m == nil {
		return Column{}, false
	}
	if said := f.Heading(m[1]); said.Role != "" || said.Doubt != "" || len(said.Payers) > 0 {
		return Column{}, false
	}
	c, ok := f.listedAlone(m[2])
	return c, ok && slices.Contains(explicable, c.Role)
}

// explanation is a heading and what stands in brackets behind it.
var explanation = regexp.MustCompile(`^([^()]*\pL[^()]*) \(([^()]+)\)$`)

// explicable are the roles that a bracket can give a heading.
var explicable = slices.Concat(lineRoles, []Role{notation.RoleName, notation.RoleDepartment, notation.RoleExpiry,
	notation.RoleExtended, notation.RoleWish, notation.RoleSocial, notation.RoleEconomic, notation.RoleCommitted})

// near takes a misspelt heading for the one it is near; one that is near two is told as
// such and means nothing.
func (f *Finder) near(path []string) (Column, bool) {
	own := path[len(path)-1]
	c := Column{Units: notation.StatedUnits(own), Levels: notation.FindPriceLevels(own)}
	meanings := notation.HeadingTable().Near(notation.HeadingKey(own))
	if len(path) > 1 || len(meanings) == 0 {
		return c, false
	}
	c.Role, c.Misspelt = notation.Role(meanings[0]), true
	if c.Void = len(meanings) > 1; notation.ListKinds[c.Role] != 0 {
		c.Group, c.Payers = notation.HeadingKey(own), payersIn(own)
	}
	return c, true
}

// composed reads headings by the words they are composed of.
func composed(path []string) (Column, bool) { return columnSaid(path, notation.ReadHeading(path...)) }

// composed is that of headings that may have been read already.
func (f *Finder) composed(path []string) (Column, bool) { return columnSaid(path, f.saidOf(path)) }

// columnSaid is the column that headings say by their words.
func columnSaid(path []string, h notation.Heading) (Column, bool) {
	c := Column{
		Role: h.Role, Year: h.Year, Ahead: h.Ahead, Units: h.Units, Levels: h.Levels, Subject: h.Subject,
		Payers: h.Payers, Until: h.Until, Misspelt: h.Near != "", Void: h.Doubt != "", Said: h,
	}
	c.Terms = SavingTerms{Reimbursement: h.Way, Budgeted: h.Budgeted, Share: h.Share, Doubtful: h.Doubt != ""}
	if notation.ListKinds[c.Role] != 0 {
		c.Group = strings.Join([]string{string(c.Role), notation.HeadingKey(c.Subject), fmt.Sprint(h.Payers, h.Way, h.Budgeted)}, "|")
	}
	asks := strings.HasSuffix(path[len(path)-1], "?") // "Hvad hedder den sociale investering?"
	if c.Role == notation.RoleName && c.Subject != "" && !asks || c.Role == notation.RoleWish && strings.Contains(c.Subject, " ") {
		return c, false // of something of a project's, and not its name or what is wanted
	}
	return c, c.Role != "" && !(c.Role == notation.RoleYear && c.Year == 0)
}
