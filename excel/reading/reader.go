package reading

import (
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// tellNothingFound tells that no table of projects was found: which headings were
// looked for, and which sheet came nearest.
func (r *reader) tellNothingFound() {
	var best *workbook.Sheet
	var at sheetml.Ref
	most := 0
	for _, s := range r.Book.Sheets {
		if s == nil {
			continue
		}
		for i := range s.Rows {
			if i == 200 {
				break
			}
			known, first := r.KnownHeadings(s, &s.Rows[i])
			if known > most || best == nil && len(s.Cells) > 0 {
				best, at, most = s, first, known
			}
		}
	}
	f := budget.Finding{Code: budget.MissingTable, Want: budget.List{notation.RoleWord(notation.RoleName), notation.RoleWord(notation.RoleExpiry), notation.RoleWord(notation.RoleSocial), notation.RoleWord(notation.RoleEconomic)}}
	if best != nil {
		f.Origin = workbook.OriginOf(best.Index, at)
		f.Have = budget.Quote(best.Name)
	}
	r.sub.Findings = append(r.sub.Findings, f)
}

// Settings are what the user settles for workbooks that do not say it themselves.
// What is used of them is written into the output as an assumption.
type Settings struct {
	Unit          *notation.Unit // of amounts; see ParseUnit
	PriceLevel    int            // of amounts
	Payer         budget.Payer   // of savings that name none
	Year          int            // the budget year: the user's, else the policy's
	Asked         bool           // Year is the user's
	EstimateYears int            // years judged after the budget year
	Map           *layout.Map    // what headings mean that the program does not know
}

// Reading is a book as a submission, and where its tables are.
type Reading struct {
	Book          *workbook.Book
	Submission    *budget.Submission
	Tables        []*Records
	ProjectSheets []*layout.ProjectSheet
	Factors       map[budget.Origin]Factor // of amounts, by their cells
	projects      bool
}

// HasProjects reports whether a table or a sheet of projects was found.
func (r *Reading) HasProjects() bool { return r.projects }

// Records are a table's rows as they are read.
type Records struct {
	*layout.Table
	Data     []int                         // its rows that are projects or lines
	sums     []int                         // rows that sum others
	doubtful []int                         // rows that may sum others, and may be lines
	owner    budget.Origin                 // the project whose lines they are, on a sheet of its own
	lastName string                        // the project that the last row named
	lacking  []int                         // judged years that it has no column for, though it has others
	perCent  *bool                         // its shares are per cent; nil until it is asked
	read     map[sheetml.Ref]budget.Amount // amounts as they were read, for totals
}

// reader turns a book into a submission.
type reader struct {
	layout.Finder
	tables        []*Records
	projectSheets []*layout.ProjectSheet
	lines         map[*layout.ProjectSheet]*Records // the lines of a project that has the sheet to itself
	set           Settings
	sub           *budget.Submission
	notation      notation.Notation
	base          int    // the budget year as far as the workbook tells, for relative columns
	project       string // the project of the row being read
	grouped       map[groupKey]*group
	order         []groupKey
	told          map[groupKey]bool // faults told once for a whole column
	factors       map[budget.Origin]Factor
	assumed       map[budget.Key]bool
}

// groupKey is a fault of a whole column.
type groupKey struct {
	code  budget.Code
	sheet int
	at    sheetml.Ref // the heading
}

type group struct {
	at    budget.Origin // the heading
	cells []workbook.Value
}

// Read reads a book as a submission. Whatever is wrong with the workbook
// is a finding; there is no error.
func Read(b *workbook.Book, set Settings) *Reading {
	r := &reader{Finder: layout.NewFinder(b, set.Map), set: set, sub: &budget.Submission{},
		grouped: map[groupKey]*group{}, told: map[groupKey]bool{},
		factors: map[budget.Origin]Factor{}, assumed: map[budget.Key]bool{}}
	r.tellSigned()
	r.find()
	r.yearHints()
	for _, t := range r.allTables() {
		r.checkColumns(t)
		r.checkYears(t)
		r.tellUnused(t)
	}
	r.settleNotation()
	for _, t := range r.tables {
		r.readTable(t)
	}
	for _, f := range r.projectSheets {
		r.readProjectSheet(f)
	}
	r.tellHidden()
	r.findPlaceOfPriceLevel()
	r.flushGroups()
	reading := &Reading{Book: b, Submission: r.sub, Tables: r.allTables(), ProjectSheets: r.projectSheets, Factors: r.factors}
	reading.projects = len(r.projectSheets) > 0 || slices.ContainsFunc(r.tables, func(t *Records) bool { return t.Projects })
	if !reading.HasProjects() {
		r.tellNothingFound()
	}
	return reading
}

// find finds the tables and the sheets of one project.
func (r *reader) find() {
	found := r.Regions()
	for _, t := range found.Tables {
		r.tables = append(r.tables, &Records{Table: t})
	}
	r.projectSheets, r.lines = found.ProjectSheets, map[*layout.ProjectSheet]*Records{}
	for _, f := range r.projectSheets {
		if f.Lines != nil {
			r.lines[f] = &Records{Table: f.Lines}
		}
	}
}

// allTables are the tables of sheets and those that stand on a project's own sheet.
func (r *reader) allTables() []*Records {
	all := slices.Clone(r.tables)
	for _, f := range r.projectSheets {
		if lines := r.lines[f]; lines != nil {
			all = append(all, lines)
		}
	}
	return all
}

// tell adds a finding at a cell.
func (r *reader) tell(code budget.Code, v workbook.Value, have, want budget.Value) {
	r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: code, Project: r.project, Origin: v.Origin, Have: have, Want: want})
}

// tellColumn adds a cell to a fault that may be its whole column's.
func (r *reader) tellColumn(code budget.Code, t *Records, c *layout.Column, v workbook.Value) {
	key := groupKey{code, t.Index, c.At}
	g := r.grouped[key]
	if g == nil {
		g = &group{at: workbook.OriginOf(t.Index, c.At)}
		r.grouped[key] = g
		r.order = append(r.order, key)
	}
	if n := len(g.cells); n == 0 || g.cells[n-1].Origin != v.Origin {
		g.cells = append(g.cells, v)
	}
}

// flushGroups makes one finding of each column's fault: at the heading, or at the
// cell when there is only one.
func (r *reader) flushGroups() {
	for _, key := range r.order {
		g := r.grouped[key]
		f := budget.Finding{Code: key.code, Origin: g.cells[0].Origin, Have: budget.Quote(g.cells[0].Text)}
		if len(g.cells) > 1 {
			f.Origin = g.at
			for _, v := range g.cells {
				f.Related = append(f.Related, v.Origin)
			}
		}
		r.sub.Findings = append(r.sub.Findings, f)
	}
}

// assume notes an assumption, once.
func (r *reader) assume(key budget.Key, args ...budget.Arg) {
	if !r.assumed[key] {
		r.assumed[key] = true
		r.sub.Assumed = append(r.sub.Assumed, budget.Message{Key: key, Args: args})
	}
}

// checkColumns tells of columns that several claim or that mean two things, which
// then are nobody's, of those that are misspelt or mapped, and of those missing.
func (r *reader) checkColumns(t *Records) {
	claims := map[string][]int{}
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Void {
			r.tellHeading(budget.AmbiguousColumn, t, c, nil)
		} else {
			claims[c.Claim()] = append(claims[c.Claim()], i)
		}
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		same := claims[c.Claim()]
		if len(same) > 1 && same[0] == i {
			var others []budget.Origin
			for _, other := range same[1:] {
				others = append(others, workbook.OriginOf(t.Index, t.Columns[other].At))
			}
			for _, one := range same {
				t.Columns[one].Void = true
			}
			r.tellHeading(budget.DuplicateColumn, t, c, others)
		}
		switch {
		case c.Void:
		case c.Mapped:
			r.tellHeading(budget.MappedColumn, t, c, nil)
		case c.Taken != "":
			r.tellHeading(budget.NearHeading, t, c, nil)
		}
	}
	for _, role := range t.required() {
		if !t.Has(role) && !(role == notation.RolePayer && r.set.Payer != 0) {
			r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.MissingColumn, Origin: t.HeadAt(), Want: notation.RoleWord(role)})
		}
	}
	if t.Projects && t.List && !t.Has(notation.RoleCost) {
		r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.MissingColumn, Origin: t.HeadAt(), Want: notation.RoleWord(notation.RoleCost)})
	}
}

func (r *reader) tellHeading(code budget.Code, t *Records, c *layout.Column, related []budget.Origin) {
	r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: code, Origin: workbook.OriginOf(t.Index, c.At), Have: budget.Quote(c.Heading), Want: c.Word(), Related: related})
}

// settleNotation finds out whether typed numbers are written in Danish or English
// notation, from those that can only be one of them. Where both occur, nothing is
// settled.
func (r *reader) settleNotation() {
	danish, english := false, false
	note := func(v workbook.Value) {
		if v.Kind != sheetml.Text {
			return
		}
		if typed, ok := notation.ParseTyped(v.Text); ok {
			danish = danish || typed.Settles() == notation.DanishNotation
			english = english || typed.Settles() == notation.EnglishNotation
		}
	}
	for _, t := range r.allTables() {
		for _, c := range t.Amounts() {
			for _, row := range t.RowNumbers {
				note(r.Book.At(t.Sheet, sheetml.Ref{Row: row, Col: c.Col}))
			}
		}
		if c := t.Column(notation.RoleInvestment); c != nil {
			for _, row := range t.RowNumbers {
				note(r.Book.At(t.Sheet, sheetml.Ref{Row: row, Col: c.Col}))
			}
		}
	}
	for _, f := range r.projectSheets {
		for _, l := range f.Labels {
			note(l.Value)
		}
	}
	switch {
	case danish && !english:
		r.notation = notation.DanishNotation
	case english && !danish:
		r.notation = notation.EnglishNotation
	}
}

// findPlaceOfPriceLevel is the cell over the first amounts.
func (r *reader) findPlaceOfPriceLevel() {
	for _, t := range r.allTables() {
		if t.Lines || t.List {
			r.sub.PriceLevelAt = t.Caption.First
			if t.Caption.At != budget.NoOrigin {
				r.sub.PriceLevelAt = t.Caption.At
			}
			return
		}
	}
	for _, t := range r.tables {
		r.sub.PriceLevelAt = t.Caption.First
		return
	}
	for _, f := range r.projectSheets {
		r.sub.PriceLevelAt = workbook.OriginOf(f.Index, f.Labels[0].At)
		return
	}
}

// tellSigned tells of a signature.
func (r *reader) tellSigned() {
	if r.Book.IsSigned() {
		r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.SignedWorkbook})
	}
}
