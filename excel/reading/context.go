package reading

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// context is what stands around a row and holds for it: the sheet's name, the titles over
// its table, the section it is in. What stands nearer goes before what stands farther.
type context struct {
	kind       budget.Kind
	kindAt     workbook.Value // where the kind stands
	near       bool           // the kind is the section's, not a title's
	payers     []budget.Payer
	payerAt    workbook.Value
	subject    workbook.Value // what is saved or paid for, in words of the context
	project    budget.Origin  // a project that the context names
	name       workbook.Value // a section's text that names a project, known or not
	department workbook.Value
	signed     bool // it says what plus and minus mean
}

// contextOf gathers what stands around a row of a table.
func (r *reader) contextOf(t *Records, row int) context {
	if t.around == nil {
		around := context{}
		for _, v := range t.Caption.Lead {
			if h := r.Heading(v.Text); len(h.Payers) > 0 && notation.ListKinds[h.Role] == 0 {
				around.payers, around.payerAt = h.Payers, v
			}
			if origin, ok := r.projectNamed(v.Text); ok {
				around.project = origin
			}
		}
		r.take(&around, workbook.Value{Kind: workbook.Text, Text: t.Name, Origin: t.HeadAt()})
		for i := len(t.Caption.Titles) - 1; i >= 0; i-- {
			r.take(&around, t.Caption.Titles[i])
		}
		if r.namesSeveral(t.Caption.Lead) || r.namesSeveral(t.Caption.Titles) {
			around.project = budget.NoOrigin // the rows are of all of them
		}
		t.around = &around
	}
	c := r.sectionContext(t, row)
	if total := t.heads[row]; total != 0 {
		v, _ := r.totalAt(t, total)
		before := c.kindAt.Origin
		r.take(&c, v)
		c.near = c.kindAt.Origin != before
	}
	return c
}

// sectionContext is what a table's sections above a row say of it, one within another: a
// project's holds the kinds under it, a department's its projects. A section ends those before it
// that say the same, and those within them.
func (r *reader) sectionContext(t *Records, row int) context {
	if t.within == nil {
		t.within = make([]context, 0, len(t.Sections))
		c, department := *t.around, *t.around
		for i := range t.Sections {
			v := t.Sections[i].Value
			switch r.levelOf(v) {
			case departmentLevel:
				c = *t.around
				r.take(&c, v)
				department = c
			case projectLevel:
				c = department
				r.take(&c, v)
			case kindLevel:
				inner := i > 0 && t.Sections[i-1].Row == t.Sections[i].Row-1
				r.takeKind(&c, t.around, v, inner)
			}
			r.nameSection(&c, t, v)
			t.within = append(t.within, c)
		}
	}
	if i := sort.Search(len(t.Sections), func(i int) bool { return t.Sections[i].Row >= row }); i > 0 {
		return t.within[i-1]
	}
	return *t.around
}

// takeKind reads a section that says a kind, or whose it is. A kind ends whose those before were,
// but for what stands right above it.
func (r *reader) takeKind(c, around *context, v workbook.Value, inner bool) {
	payers, payerAt := c.payers, c.payerAt
	if h := notation.ReadHeading(v.Text); titleKind(h, v.Text) != 0 || len(h.Payers) == 0 {
		c.kind, c.kindAt, c.subject = around.kind, around.kindAt, around.subject
		c.payers, c.payerAt = around.payers, around.payerAt
	}
	r.take(c, v)
	c.near = c.kindAt.Origin != around.kindAt.Origin
	if inner && len(payers) > 0 && c.payerAt.Origin == around.payerAt.Origin {
		c.payers, c.payerAt = payers, payerAt
	}
}

// The levels of sections, from the outermost.
const (
	departmentLevel = iota
	projectLevel
	kindLevel
)

// levelOf is the level of a section: what says neither a kind, a payer nor a department names a
// project, known or not.
func (r *reader) levelOf(v workbook.Value) int {
	if _, named := r.projectNamed(v.Text); named {
		return projectLevel
	}
	h := notation.ReadHeading(v.Text)
	switch {
	case notation.DepartmentIn(v.Text) != "":
		return departmentLevel
	case h.Role != "" || len(h.Payers) > 0:
		return kindLevel
	}
	return projectLevel
}

// namesSeveral reports whether texts that stand beside each other name several projects.
func (r *reader) namesSeveral(titles []workbook.Value) bool {
	named := map[int]budget.Origin{} // by row
	for _, v := range titles {
		origin, ok := r.projectNamed(v.Text)
		row := workbook.RefOf(v.Origin).Row
		if before, beside := named[row]; ok && beside && before != origin {
			return true
		}
		if ok {
			named[row] = origin
		}
	}
	return false
}

// take reads a text of the context.
func (r *reader) take(c *context, v workbook.Value) {
	if notation.IsSignLegend(v.Text) {
		c.signed = true
		return
	}
	if origin, ok := r.projectNamed(v.Text); ok {
		c.project = origin
		return
	}
	if origin, before, ok := r.projectBehind(v.Text); ok {
		c.project = origin
		v.Text = before
	}
	h := r.Heading(v.Text)
	if kind := titleKind(h, v.Text); kind != 0 && h.Doubt == "" && h.Near == "" {
		if c.payerAt.Origin == c.kindAt.Origin { // whose the other kind's were
			c.payers = nil
		}
		c.kind, c.kindAt, c.subject = kind, v, workbook.Value{}
		if h.Subject != "" {
			c.subject = v
			c.subject.Text = h.Subject
		}
	}
	if len(h.Payers) > 0 {
		c.payers, c.payerAt = h.Payers, v
	}
	if name := notation.DepartmentIn(v.Text); name != "" {
		c.department = v
		c.department.Text = name
	}
}

// titleKind is the kind that a title gives the lines under it: its own, or that of which it says
// whose it is: "Besparelser, der tilfalder kommunen". A sentence on all of a kind gives none.
func titleKind(h notation.Heading, text string) budget.Kind {
	if kind := notation.ListKinds[h.Role]; kind != 0 {
		return kind
	}
	if !slices.Contains(ofLines, h.Role) || ofAll.MatchString(text) {
		return 0
	}
	if kind := notation.ListKinds[h.Under]; kind != 0 {
		return kind
	}
	before, _, _ := strings.Cut(text, ",")
	return notation.ListKinds[notation.ReadHeading(before).Role]
}

// ofAll begins or ends a sentence on all amounts of a kind: "Alle besparelser tilfalder kommunen."
var ofAll = regexp.MustCompile(`(?i)\.$|^(?:alle|samtlige|all)\b|\b(?:besparelserne|gevinsterne|udgifterne)\b`)

// nameSection takes a section's text for a project's name where nothing else explains it
// and the table has no names of its own.
func (r *reader) nameSection(c *context, t *Records, v workbook.Value) {
	h := r.Heading(v.Text)
	explained := h.Role != "" || len(h.Payers) > 0 || notation.IsDepartment(v.Text)
	if !explained && !t.Has(notation.RoleName) && t.owner == budget.NoOrigin && c.project == budget.NoOrigin {
		c.name = v
	}
	if !explained && t.Projects && !t.Lines && notation.MayBeDepartment(v.Text) {
		c.department = v // what else divides a list of projects
	}
}

// projectBehind is the known project that a title names behind what it is a title of, and what stands
// before the name: "Budget for Værkstedet (2026-priser)".
func (r *reader) projectBehind(text string) (project budget.Origin, before string, ok bool) {
	for _, at := range titleOf.FindAllStringIndex(text, -1) {
		for name := text[at[1]:]; name != ""; {
			if origin, known := r.known[budget.FoldName(strings.TrimRight(name, " .:"))]; known {
				return origin, text[:at[0]], true
			}
			tail := tailOfTitle.FindStringIndex(name)
			if tail == nil {
				break
			}
			name = name[:tail[0]]
		}
	}
	return budget.NoOrigin, "", false
}

// titleOf stands in a title between what it is and the project that it is of, and tailOfTitle behind
// that: a unit, a price level.
var (
	titleOf     = regexp.MustCompile(`(?i) (?:for|til|i|på|af|vedr\.?|vedrørende|om|ved|of|on|in) (?:projektet |indsatsen |project )?`)
	tailOfTitle = regexp.MustCompile(` *(?:\([^()]*\)|(?:[,;|·]| [–-] )[^,;|·–-]*)$`)
)

// projectNamed is the known project that a text names: by its name alone, or by its name
// and what a dash, a colon or a bracket sets off.
func (r *reader) projectNamed(text string) (budget.Origin, bool) {
	if origin, ok := r.known[budget.FoldName(text)]; ok {
		return origin, true
	}
	for _, mark := range []string{" – ", " - ", ":", "(", ",", "|"} {
		before, behind, found := strings.Cut(text, mark)
		if !found {
			continue
		}
		for _, part := range []string{before, behind} {
			if origin, ok := r.known[budget.FoldName(part)]; ok {
				return origin, true
			}
		}
	}
	return budget.NoOrigin, false
}
