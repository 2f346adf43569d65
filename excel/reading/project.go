package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// readProject reads a row as a project and returns its origin.
func (r *reader) readProject(t *Records, row int) budget.Origin {
	get := func(role notation.Role) workbook.Value { return r.cell(t, row, role) }
	name := get(notation.RoleName)
	r.project = name.Text
	said := func(role notation.Role) notation.Heading {
		if c := t.Column(role); c != nil {
			return c.Said
		}
		return notation.Heading{}
	}
	p := r.projectOf(name, get, said)
	missingIn(t, &p)
	for _, role := range effectRoles {
		if c := t.Column(role); c != nil {
			r.doubtForetold(&p, role, c.Heading, t.Origin(c.At))
		}
	}
	r.placeProject(t, row, &p)
	if c := t.Column(notation.RoleInvestment); c != nil {
		p.Investment = t.keep(row, c, r.amount(t, c, r.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})))
	}
	r.addProject(p)
	r.numberProject(t, row, p.Origin)
	return p.Origin
}

// readProjects reads the facts of all projects, so that lines can be held against their
// names wherever they stand.
func (r *reader) readProjects() {
	r.known, r.numbered = map[string]budget.Origin{}, map[string]budget.Origin{}
	for _, t := range r.tables {
		r.splitTotals(t)
		r.settleSumColumns(t)
		r.settleYears(t)
	}
	names := r.projectNames()
	for _, hidden := range []bool{false, true} { // a hidden list may be an old one of those in sight
		for _, t := range r.tables {
			if t.Projects && t.Hidden == hidden {
				r.splitAdditions(t, names)
				r.readProjectRows(t)
			}
		}
	}
	for _, f := range r.projectSheets {
		r.readProjectSheet(f)
		for _, t := range r.lines[f] {
			r.splitTotals(t)
		}
	}
	for _, t := range r.tables {
		r.settleAdditions(t)
	}
}

// readProjectRows reads each row of a table as a project; one that holds lines, without a name
// or with the name and the facts of a project above it, is that project's.
func (r *reader) readProjectRows(t *Records) {
	t.owners = map[int]budget.Origin{}
	current := budget.NoOrigin
	first := map[string]int{} // the first rows of the projects, by their names
	var inSight []budget.Origin
	for _, row := range t.Data {
		name := r.cell(t, row, notation.RoleName)
		key := budget.FoldName(name.Text)
		before, named := first[key]
		goesOn := name.Blank() && (t.Lines || r.goesOnBelow(t, row)) || name.Origin == current
		switch {
		case named && t.Lines && key != "" && r.repeatsFacts(t, row, before):
			current = t.owners[before]
		case t.Hidden && r.known[key] != budget.NoOrigin && !named:
			current, first[key], inSight = r.known[key], row, append(inSight, r.known[key])
		case current == budget.NoOrigin, !goesOn:
			current = r.readProject(t, row)
			first[key] = row
		}
		t.owners[row] = current
	}
	if len(inSight) > 0 && !t.Lines && !t.List { // its lines are told of where they are left out
		r.report(budget.Finding{Code: budget.HiddenCopy, Origin: t.HeadAt(), Have: budget.Quote(t.Name), Related: inSight})
	}
	r.project = ""
}

// repeatsFacts reports whether a row is a line of its own and says of its project just what
// another row says, or less: an extract has the facts on every line.
func (r *reader) repeatsFacts(t *Records, row, before int) bool {
	if !r.hasAmounts(t, row) || !r.hasAmounts(t, before) {
		return false
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		if !slices.Contains(factsOfProjects, c.Role) {
			continue
		}
		v := r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col})
		if !v.Blank() && v.Text != r.Book.At(t.Sheet, workbook.Ref{Row: before, Col: c.Col}).Text {
			return false
		}
	}
	return true
}

// factsOfProjects are the roles of what is judged of a project.
var factsOfProjects = []notation.Role{
	notation.RoleDepartment, notation.RoleStart, notation.RoleExpiry, notation.RolePeriod, notation.RoleExtended,
	notation.RoleSocial, notation.RoleEconomic, notation.RoleWish, notation.RoleCapacity, notation.RoleTarget,
}

// placeProject gives a project the department that its section, the titles over it or the
// sheet's name say, where nothing nearer says one.
func (r *reader) placeProject(t *Records, row int, p *budget.Project) {
	if p.Department.State != budget.Blank {
		return
	}
	v := r.contextOf(t, row).department
	if v.Text == "" && r.sheetsAreDepartments() && notation.MayBeDepartment(t.Name) {
		v = workbook.Value{Text: t.Name, Origin: t.HeadAt()}
	}
	if v.Text != "" {
		name := strings.TrimSpace(afterName.ReplaceAllString(v.Text, ""))
		p.Department = budget.Field[string]{State: budget.Given, Value: name, Text: name, Origin: v.Origin}
	}
}

// sheetsAreDepartments reports whether the projects stand on several sheets whose names can all be
// departments', and no column says any.
func (r *reader) sheetsAreDepartments() bool {
	if r.bySheet == nil {
		sheets := map[string]bool{}
		all := true
		for _, t := range r.tables {
			if t.Projects {
				sheets[t.Name] = true
				h := notation.ReadHeading(t.Name)
				all = all && notation.MayBeDepartment(t.Name) && h.Role == "" && len(h.Payers) == 0 && !t.Has(notation.RoleDepartment)
			}
		}
		by := all && len(sheets) > 1
		r.bySheet = &by
	}
	return *r.bySheet
}

// afterName is what a title says behind a department's name: "(1.000 kr., 2026-p/l)".
var afterName = regexp.MustCompile(`\s*[(\[].*$`)

// addProject adds a project.
func (r *reader) addProject(p budget.Project) {
	r.Book.Count(1, 0, 0)
	r.sub.Projects = append(r.sub.Projects, p)
	if key := budget.FoldName(p.Name.Text); key != "" {
		r.known[key] = p.Origin
	}
}

// numberProject keeps the number that a list gives a project, by its heading. A number that
// stands twice is nobody's.
func (r *reader) numberProject(t *Records, row int, p budget.Origin) {
	c, v := t.Column(notation.RoleNumber), r.cell(t, row, notation.RoleNumber)
	if c == nil || v.Blank() {
		return
	}
	if key := numberKey(c, v); r.numbered[key] == budget.NoOrigin {
		r.numbered[key] = p
	} else if r.numbered[key] != p {
		r.numbered[key] = shared
	}
}

// shared stands for several projects.
const shared = budget.Origin(-1)

// numberKey is a number under its heading, as they are compared.
func numberKey(c *layout.Column, v workbook.Value) string {
	return notation.HeadingKey(c.Heading) + "\x00" + budget.FoldName(v.Text)
}

// goesByNumbers reports whether the rows of a table say whose they are by the numbers of the
// projects: all of its rows have one, under the same heading, and some stand twice. Numbers that
// only count the rows do not.
func (r *reader) goesByNumbers(t *Records) bool {
	c := t.Column(notation.RoleNumber)
	if t.byNumber == nil && c != nil && !t.Has(notation.RoleName) {
		seen, repeated, all := map[string]bool{}, false, true
		for _, row := range t.Data {
			key := numberKey(c, r.cell(t, row, notation.RoleNumber))
			project := r.numbered[key]
			all = all && project != budget.NoOrigin && project != shared
			repeated = repeated || seen[key]
			seen[key] = true
		}
		by := all && repeated
		t.byNumber = &by
	}
	return t.byNumber != nil && *t.byNumber
}

// answered is a heading under which a ja means that there is the effect, where it asks
// nothing else: "Social effekt" over "Ja".
func answered(h notation.Heading, effect budget.Term) notation.Heading {
	if h.Yes == "" && !h.Question {
		h.Yes = effect.String()
	}
	return h
}

// projectOf reads what is said of a project, wherever it stands, under headings that can
// ask what ja and nej mean.
func (r *reader) projectOf(
	name workbook.Value, get func(notation.Role) workbook.Value, said func(notation.Role) notation.Heading,
) budget.Project {
	social := func(text string) (budget.SocialEffect, notation.Certainty) {
		return notation.ReadSocial(text, answered(said(notation.RoleSocial), budget.SocialPositive), r.base)
	}
	economic := func(text string) (budget.EconomicEffect, notation.Certainty) {
		asked := said(notation.RoleEconomic)
		asked.Question = false // whatever it asks of a documented effect, a ja says
		return notation.ReadEconomic(text, answered(asked, budget.EconomicDocumented), r.base)
	}
	return budget.Project{
		Origin:         name.Origin,
		Name:           r.text(name),
		Department:     r.text(get(notation.RoleDepartment)),
		Contact:        r.text(get(notation.RoleContact)),
		Start:          r.year(get(notation.RoleStart)),
		Expiry:         r.year(r.expiryOf(get)),
		ExtendedBefore: r.extended(get(notation.RoleExtended)),
		Investor:       r.text(get(notation.RoleInvestor)),
		TargetGroup:    r.targetGroup(get(notation.RoleTarget)),
		Participants:   r.count(get(notation.RoleParticipants)),
		Social:         effectOr(r, get(notation.RoleSocial), notation.SocialEffects, social),
		Economic:       effectOr(r, get(notation.RoleEconomic), notation.EconomicEffects, economic),
		Documentation:  r.text(get(notation.RoleDocumentation)),
		Documented:     r.text(get(notation.RoleDocumented)),
		Wish:           r.wish(get(notation.RoleWish)),
		Capacity:       r.count(get(notation.RoleCapacity)),
		Remark:         r.text(get(notation.RoleRemark)),
	}
}

// expiryOf is where a project's expiry stands: by itself, else in the period that it runs.
func (r *reader) expiryOf(get func(notation.Role) workbook.Value) workbook.Value {
	v := get(notation.RoleExpiry)
	if period := get(notation.RolePeriod); v.Blank() && !period.Blank() {
		if _, to, ok := notation.Period(period.Text); ok {
			period.Kind, period.Text = workbook.Text, strconv.Itoa(to)
			return period
		}
	}
	return v
}

// missingIn makes unreadable what a table has no usable column for.
func missingIn(t *Records, p *budget.Project) {
	p.Name = missing(t, notation.RoleName, p.Name)
	p.Expiry = missing(t, notation.RoleExpiry, p.Expiry)
	p.ExtendedBefore = missing(t, notation.RoleExtended, p.ExtendedBefore)
	p.Social = missing(t, notation.RoleSocial, p.Social)
	p.Economic = missing(t, notation.RoleEconomic, p.Economic)
	p.Wish = missing(t, notation.RoleWish, p.Wish)
	p.Capacity = missing(t, notation.RoleCapacity, p.Capacity)
}
