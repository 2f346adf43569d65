package excel

import (
	"cmp"
	"slices"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// Settings are what the user settles for workbooks that do not say it themselves.
// What is used of them is written into the output as an assumption.
type Settings struct {
	Unit          *Unit        // of amounts; see ParseUnit
	PriceLevel    int          // of amounts
	Payer         budget.Payer // of savings that name none
	Year          int          // the budget year: the user's, else the policy's
	Asked         bool         // Year is the user's
	EstimateYears int          // years judged after the budget year
	Map           *Map         // what headings mean that the program does not know
}

// Reading is a book as a submission, and where its tables are.
type Reading struct {
	Book       *Book
	Submission *budget.Submission
	tables     []*records
	forms      []*form
	factors    map[budget.Origin]factor // of amounts, by their cells
	projects   bool
}

// HasProjects reports whether a table or a sheet of projects was found.
func (r *Reading) HasProjects() bool { return r.projects }

// records are a table's rows as they are read.
type records struct {
	*table
	data     []int                         // its rows that are projects or lines
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
	finder
	tables   []*records
	forms    []*form
	lines    map[*form]*records // the lines of a project that has the sheet to itself
	set      Settings
	sub      *budget.Submission
	notation notation
	base     int    // the budget year as far as the workbook tells, for relative columns
	project  string // the project of the row being read
	grouped  map[groupKey]*group
	order    []groupKey
	told     map[groupKey]bool // faults told once for a whole column
	factors  map[budget.Origin]factor
	assumed  map[budget.Key]bool
}

// groupKey is a fault of a whole column.
type groupKey struct {
	code  budget.Code
	sheet int
	at    sheetml.Ref // the heading
}

type group struct {
	at    budget.Origin // the heading
	cells []value
}

// ReadSubmission reads a book as a submission. Whatever is wrong with the workbook
// is a finding; there is no error.
func ReadSubmission(b *Book, set Settings) *Reading {
	r := &reader{finder: newFinder(b, set.Map), set: set, sub: &budget.Submission{},
		grouped: map[groupKey]*group{}, told: map[groupKey]bool{},
		factors: map[budget.Origin]factor{}, assumed: map[budget.Key]bool{}}
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
	for _, f := range r.forms {
		r.readForm(f)
	}
	r.tellHidden()
	r.findPlaceOfPriceLevel()
	r.flushGroups()
	reading := &Reading{Book: b, Submission: r.sub, tables: r.allTables(), forms: r.forms, factors: r.factors}
	reading.projects = len(r.forms) > 0 || slices.ContainsFunc(r.tables, func(t *records) bool { return t.projects })
	if !reading.HasProjects() {
		r.tellNothingFound()
	}
	return reading
}

// find finds the tables and the sheets of one project.
func (r *reader) find() {
	found := r.findAll()
	for _, t := range found.tables {
		r.tables = append(r.tables, &records{table: t})
	}
	r.forms, r.lines = found.forms, map[*form]*records{}
	for _, f := range r.forms {
		if f.lines != nil {
			r.lines[f] = &records{table: f.lines}
		}
	}
}

// allTables are the tables of sheets and those that stand on a project's own sheet.
func (r *reader) allTables() []*records {
	all := slices.Clone(r.tables)
	for _, f := range r.forms {
		if lines := r.lines[f]; lines != nil {
			all = append(all, lines)
		}
	}
	return all
}

// tell adds a finding at a cell.
func (r *reader) tell(code budget.Code, v value, have, want budget.Value) {
	r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: code, Project: r.project, Origin: v.origin, Have: have, Want: want})
}

// tellColumn adds a cell to a fault that may be its whole column's.
func (r *reader) tellColumn(code budget.Code, t *records, c *column, v value) {
	key := groupKey{code, t.index, c.at}
	g := r.grouped[key]
	if g == nil {
		g = &group{at: origin(t.index, c.at)}
		r.grouped[key] = g
		r.order = append(r.order, key)
	}
	if n := len(g.cells); n == 0 || g.cells[n-1].origin != v.origin {
		g.cells = append(g.cells, v)
	}
}

// flushGroups makes one finding of each column's fault: at the heading, or at the
// cell when there is only one.
func (r *reader) flushGroups() {
	for _, key := range r.order {
		g := r.grouped[key]
		f := budget.Finding{Code: key.code, Origin: g.cells[0].origin, Have: budget.Quote(g.cells[0].text)}
		if len(g.cells) > 1 {
			f.Origin = g.at
			for _, v := range g.cells {
				f.Related = append(f.Related, v.origin)
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
func (r *reader) checkColumns(t *records) {
	claims := map[string][]int{}
	for i := range t.columns {
		if c := &t.columns[i]; c.void {
			r.tellHeading(budget.AmbiguousColumn, t, c, nil)
		} else {
			claims[c.claim()] = append(claims[c.claim()], i)
		}
	}
	for i := range t.columns {
		c := &t.columns[i]
		same := claims[c.claim()]
		if len(same) > 1 && same[0] == i {
			var others []budget.Origin
			for _, other := range same[1:] {
				others = append(others, origin(t.index, t.columns[other].at))
			}
			for _, one := range same {
				t.columns[one].void = true
			}
			r.tellHeading(budget.DuplicateColumn, t, c, others)
		}
		switch {
		case c.void:
		case c.mapped:
			r.tellHeading(budget.MappedColumn, t, c, nil)
		case c.taken != "":
			r.tellHeading(budget.NearHeading, t, c, nil)
		}
	}
	for _, role := range t.required() {
		if !t.has(role) && !(role == rolePayer && r.set.Payer != 0) {
			r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.MissingColumn, Origin: t.headAt(), Want: roleWord(role)})
		}
	}
	if t.projects && t.list && !t.has(roleCost) {
		r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.MissingColumn, Origin: t.headAt(), Want: roleWord(roleCost)})
	}
}

func (r *reader) tellHeading(code budget.Code, t *records, c *column, related []budget.Origin) {
	r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: code, Origin: origin(t.index, c.at), Have: budget.Quote(c.heading), Want: c.word(), Related: related})
}

// checkYears tells of years that a table has no column for between or among those
// it has, and of columns out of order.
func (r *reader) checkYears(t *records) {
	var years []*column
	for i := range t.columns {
		if c := &t.columns[i]; c.isAmount() && c.year != 0 && !c.void {
			years = append(years, c)
		}
	}
	if len(years) == 0 {
		return
	}
	has := map[int]bool{}
	ordered := true
	for i, c := range years {
		has[r.yearOf(c)] = true
		if i > 0 && ordered && r.yearOf(c) < r.yearOf(years[i-1]) && c.role == years[i-1].role && c.group == years[i-1].group {
			ordered = false
			r.tellHeading(budget.UnorderedYears, t, c, nil)
		}
	}
	if t.has(roleAnnual) || r.base == 0 {
		return
	}
	var lacking budget.List
	for year := r.base; year <= r.base+r.set.estimateYears(); year++ {
		if !has[year] {
			t.lacking = append(t.lacking, year)
			lacking = append(lacking, budget.Year(year))
		}
	}
	if len(lacking) > 0 {
		r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.MissingYear, Origin: origin(t.index, years[0].at), Want: lacking})
	}
}

// estimateYears is how many years are judged after the budget year.
func (s Settings) estimateYears() int {
	if s.EstimateYears == 0 {
		return 3
	}
	return s.EstimateYears
}

// yearHints gathers what the workbook says of its budget year.
func (r *reader) yearHints() {
	if r.set.Year != 0 && r.set.Asked {
		r.hint(budget.YearAsked, r.set.Year, budget.NoOrigin)
	}
	for _, t := range r.allTables() {
		first := (*column)(nil)
		for i := range t.columns {
			if c := &t.columns[i]; c.isAmount() && c.year != 0 && !c.ahead && (first == nil || c.year < first.year) {
				first = c
			}
		}
		if first != nil {
			r.hint(budget.YearColumns, first.year, origin(t.index, first.at))
		}
	}
	for _, s := range r.book.sheets {
		if s != nil {
			r.titleHints(s)
		}
	}
	for _, h := range r.sub.Years {
		if r.base == 0 {
			r.base = h.Year
		}
	}
	if r.set.Year != 0 {
		r.base = r.set.Year
	}
}

// titleHints reads the cells above a sheet's first table, or the texts of a
// project's own sheet.
func (r *reader) titleHints(s *sheet) {
	head := 0
	for _, t := range r.allTables() {
		if t.sheet == s && (head == 0 || t.upper < head) {
			head = t.upper
		}
	}
	for _, f := range r.forms {
		if f.sheet == s && head == 0 {
			head = maxFormRows
		}
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) >= head {
			return
		}
		for _, c := range s.CellsOf(row) {
			if c.Kind == sheetml.Text {
				r.titleHint(r.book.value(s, &c))
			}
		}
	}
}

func (r *reader) titleHint(v value) {
	for _, year := range titleYears(v.text) {
		r.hint(budget.YearTitle, year, v.origin)
		break
	}
	for _, year := range findPriceLevels(v.text) {
		r.hint(budget.YearPriceLevel, year, v.origin)
		break
	}
}

func (r *reader) hint(source budget.YearSource, year int, at budget.Origin) {
	r.sub.Years = append(r.sub.Years, budget.YearHint{Source: source, Year: year, Origin: at})
	slices.SortStableFunc(r.sub.Years, func(a, b budget.YearHint) int { return cmp.Compare(a.Source, b.Source) })
}

// settleNotation finds out whether typed numbers are written in Danish or English
// notation, from those that can only be one of them. Where both occur, nothing is
// settled.
func (r *reader) settleNotation() {
	danish, english := false, false
	note := func(v value) {
		if v.kind != sheetml.Text {
			return
		}
		if typed, ok := parseTyped(v.text); ok {
			danish = danish || typed.settles() == danishNotation
			english = english || typed.settles() == englishNotation
		}
	}
	for _, t := range r.allTables() {
		for _, c := range t.amounts() {
			for _, row := range t.rows {
				note(r.book.at(t.sheet, sheetml.Ref{Row: row, Col: c.col}))
			}
		}
		if c := t.column(roleInvestment); c != nil {
			for _, row := range t.rows {
				note(r.book.at(t.sheet, sheetml.Ref{Row: row, Col: c.col}))
			}
		}
	}
	for _, f := range r.forms {
		for _, l := range f.labels {
			note(l.value)
		}
	}
	switch {
	case danish && !english:
		r.notation = danishNotation
	case english && !danish:
		r.notation = englishNotation
	}
}

// findPlaceOfPriceLevel is the cell over the first amounts.
func (r *reader) findPlaceOfPriceLevel() {
	for _, t := range r.allTables() {
		if t.lines || t.list {
			r.sub.PriceLevelAt = t.caption.first
			if t.caption.at != budget.NoOrigin {
				r.sub.PriceLevelAt = t.caption.at
			}
			return
		}
	}
	for _, t := range r.tables {
		r.sub.PriceLevelAt = t.caption.first
		return
	}
	for _, f := range r.forms {
		r.sub.PriceLevelAt = origin(f.index, f.labels[0].at)
		return
	}
}
