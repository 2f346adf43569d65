package budget

import (
	"slices"
	"strings"
	"unicode"
)

// Cases are a submission made ready for the rules: a case for each project, and
// the lines that found no project.
type Cases struct {
	Submission   *Submission // what was read
	Policy       *Policy     // the rules it is judged by
	Year         YearHint    // where the budget year is from; Year.Year is 0 while unknown
	YearsAgainst []YearHint  // hints that say another year
	All          []*Case     // in the order of the projects
	Orphans      []*Line     // lines that resemble no project
	Near         []NearLine  // lines that nearly name one
	Nameless     []*Line     // lines that name none, and may belong to the one above
	Found        []Finding   // of reading and of the projects
}

// NearLine is a line whose project's name is nearly that of some cases.
type NearLine struct {
	Line  *Line   // with a name that is no project's
	Cases []*Case // those whose names it is near
}

// newCases joins lines to projects and computes every figure.
func newCases(s *Submission, p *Policy) *Cases {
	cs := &Cases{Submission: s, Policy: p}
	cs.Year, cs.YearsAgainst = resolveYear(s.Years, p)
	cs.YearsAgainst = disagreeing(cs.Year, cs.YearsAgainst, s.Lines)
	var years []int
	if cs.Year.Year != 0 {
		years = p.Years(cs.Year.Year)
	}
	for i := range s.Projects {
		cs.All = append(cs.All, &Case{Policy: p, Years: years, Project: &s.Projects[i]})
	}
	names := cs.byName()
	cs.pairTwins(names)
	cs.joinLines(names)
	cs.shareUnread()
	cs.shareCaveats(names)
	cs.dispute()
	for _, c := range cs.All {
		c.compute()
	}
	return cs
}

// byName indexes the cases by their folded names; those without a letter or a digit are left
// out.
func (cs *Cases) byName() map[string][]*Case {
	names := make(map[string][]*Case, len(cs.All))
	for _, c := range cs.All {
		if key := fold(c.Project.Name.Value); key != "" {
			names[key] = append(names[key], c)
		}
	}
	return names
}

func (cs *Cases) pairTwins(names map[string][]*Case) {
	for _, same := range names {
		for _, c := range same {
			for _, twin := range same {
				if twin != c {
					c.Twins = append(c.Twins, twin.Project)
				}
			}
		}
	}
}

// joinLines gives each line to the case it stands with or names. A line that
// names none exactly is doubtful for each case it nearly names, else an orphan.
func (cs *Cases) joinLines(names map[string][]*Case) {
	owners := make(map[Origin]*Case, len(cs.All))
	for _, c := range cs.All {
		owners[c.Project.Origin] = c
	}
	near := newNearIndex(cs.All)
	for i := range cs.Submission.Lines {
		line := &cs.Submission.Lines[i]
		if owner := owners[line.Owner]; owner != nil && line.Owner != NoOrigin {
			owner.Lines = append(owner.Lines, &LineCase{Line: line})
			continue
		}
		if line.Project.State == Blank {
			cs.Nameless = append(cs.Nameless, line)
			for _, c := range names[fold(line.Below)] {
				c.Doubtful = append(c.Doubtful, line)
			}
			continue
		}
		exact := names[fold(line.Project.Value)]
		for _, c := range exact {
			c.Lines = append(c.Lines, &LineCase{Line: line})
		}
		if len(exact) > 0 {
			continue
		}
		alike := near.find(line.Project)
		for _, c := range alike {
			c.Doubtful = append(c.Doubtful, line)
		}
		if len(alike) > 0 {
			cs.Near = append(cs.Near, NearLine{line, alike})
		} else {
			cs.Orphans = append(cs.Orphans, line)
		}
	}
}

// shareUnread gives what was not understood to each case that it may belong to.
func (cs *Cases) shareUnread() {
	for _, u := range cs.Submission.Unread {
		for _, c := range cs.All {
			if u.Project == NoOrigin || u.Project == c.Project.Origin {
				c.Unread = append(c.Unread, u)
			}
		}
	}
}

// caveats are the findings of reading that a project's reasons repeat: its figures are
// believed, and somebody should know what they rest on.
var caveats = []Code{UnverifiedFormula, HiddenColumn, HiddenRows, HiddenSheet, HiddenCopy, UnseenValue}

// shareCaveats gives each case the caveats of its figures and facts: those that name the
// project, and those told at a cell of its own. What is not seen and is nobody's own says what
// the cells of all are.
func (cs *Cases) shareCaveats(names map[string][]*Case) {
	var stating map[Origin][]*Case // made when there is something to share
	for _, f := range cs.Submission.Findings {
		if !slices.Contains(caveats, f.Code) {
			continue
		}
		if stating == nil {
			stating = cs.byCell()
		}
		concerned := slices.Clone(names[fold(f.Project)])
		for _, at := range append([]Origin{f.Origin}, f.Related...) {
			concerned = append(concerned, stating[at]...)
		}
		if len(concerned) == 0 && f.Code == UnseenValue {
			concerned = cs.All
		}
		for i, c := range concerned {
			if slices.Index(concerned, c) == i {
				c.Caveats = append(c.Caveats, f)
			}
		}
	}
}

// byCell indexes the cases by the cells that what is known of them stands in.
func (cs *Cases) byCell() map[Origin][]*Case {
	stating := map[Origin][]*Case{}
	for _, c := range cs.All {
		note := func(at Origin) {
			if n := len(stating[at]); at != NoOrigin && (n == 0 || stating[at][n-1] != c) {
				stating[at] = append(stating[at], c)
			}
		}
		p := c.Project
		for _, at := range []Origin{p.Name.Origin, p.Expiry.Origin, p.ExtendedBefore.Origin, p.Social.Origin,
			p.Economic.Origin, p.Wish.Origin, p.Capacity.Origin, p.TargetGroup.Origin} {
			note(at)
		}
		for _, l := range c.Lines {
			l.cells(note)
		}
	}
	return stating
}

// cells calls note with each cell that says what the line is, whose, and how large.
func (l *Line) cells(note func(Origin)) {
	for _, at := range []Origin{l.Origin, l.Project.Origin, l.Kind.Origin, l.Item.Origin, l.Area.Origin, l.Payer.Origin,
		l.Share.Origin, l.Avoided.Origin, l.Deadweight.Origin, l.Reimbursement.Origin, l.Budgeted.Origin,
		l.Giver.Origin, l.CommittedUntil.Origin, l.Forever.Origin, l.Conditional.Origin} {
		note(at)
	}
	for a := range l.Stated {
		note(a.Origin)
	}
}

// nearIndex finds the cases whose names are near a name. Names with different
// numbers in them are never near, so they are kept apart.
type nearIndex struct {
	byDigits map[string][]nearEntry
	byWord   map[string][]worded // by each word of a name, once
	found    map[string][]*Case
}

// worded is a case and the words of its name.
type worded struct {
	words []string
	of    *Case
}

type nearEntry struct {
	like nameLikeness
	of   *Case
}

func newNearIndex(cases []*Case) *nearIndex {
	n := &nearIndex{
		byDigits: make(map[string][]nearEntry, len(cases)),
		byWord:   map[string][]worded{},
		found:    map[string][]*Case{"": nil},
	}
	for _, c := range cases {
		if name, ok := c.Project.Name.Get(); ok {
			like := likeness(name)
			n.byDigits[like.digits] = append(n.byDigits[like.digits], nearEntry{like, c})
			words := wordsOf(name)
			for i, word := range words {
				if slices.Index(words, word) == i {
					n.byWord[word] = append(n.byWord[word], worded{words, c})
				}
			}
		}
	}
	return n
}

func (n *nearIndex) find(name Field[string]) []*Case {
	key := fold(name.Value)
	if cases, done := n.found[key]; done {
		return cases
	}
	like := likeness(name.Value)
	var cases []*Case
	for _, entry := range n.byDigits[like.digits] {
		if entry.like.near(like) {
			cases = append(cases, entry.of)
		}
	}
	words := wordsOf(name.Value)
	for i, word := range words {
		if slices.Index(words, word) != i {
			continue
		}
		for _, w := range n.byWord[word] {
			if !slices.Contains(cases, w.of) && (holds(words, w.words) || holds(w.words, words)) {
				cases = append(cases, w.of)
			}
		}
	}
	n.found[key] = cases
	return cases
}

// wordsOf are the words of a name, folded, without punctuation.
func wordsOf(name string) []string {
	return strings.FieldsFunc(foldWords(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// holds reports whether words stand in others, one after another: a name within a
// longer one. Numbers alone make no name, and a number more makes another project.
func holds(long, short []string) bool {
	if len(short) == 0 || len(short) >= len(long) || len(strings.Join(short, "")) < 3 || !hasLetter(short) {
		return false
	}
	for i := 0; i+len(short) <= len(long); i++ {
		if slices.Equal(long[i:i+len(short)], short) {
			return true
		}
	}
	return false
}

func hasLetter(words []string) bool {
	return strings.IndexFunc(strings.Join(words, ""), unicode.IsLetter) >= 0
}
