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
	Unit       *unit        // of amounts; see ParseUnit
	PriceLevel int          // of amounts
	Payer      budget.Payer // of savings that name none
	Year       int          // the budget year: the user's, else the policy's
	Asked      bool         // Year is the user's
}

// ParseUnit reads a unit as the user names it: kr, tkr, mio, mia.
func ParseUnit(text string) (*unit, bool) {
	u, ok := parseUnit(text)
	return &u, ok
}

// Reading is a book as a submission, and where its tables are.
type Reading struct {
	Book       *Book
	Submission *budget.Submission
	tables     []*table
}

// reader turns a book into a submission.
type reader struct {
	book     *Book
	set      Settings
	sub      *budget.Submission
	tables   []*table
	notation notation
	base     int    // the budget year as far as the workbook tells, for relative columns
	project  string // the project of the row being read
	grouped  map[groupKey]*group
	order    []groupKey
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

// Submission reads the book as a submission. Whatever is wrong with the workbook
// is a finding; there is no error.
func (b *Book) Submission(set Settings) *Reading {
	r := &reader{book: b, set: set, sub: &budget.Submission{}, grouped: map[groupKey]*group{}, assumed: map[budget.Key]bool{}}
	for _, s := range b.sheets {
		if s != nil {
			r.tables = append(r.tables, b.findTables(s)...)
		}
	}
	for _, t := range r.tables {
		r.checkColumns(t)
	}
	r.yearHints()
	r.settleNotation()
	for _, t := range r.tables {
		switch t.kind {
		case projectTable:
			r.readProjects(t)
		case lineTable:
			r.readLines(t)
		}
	}
	r.findPlaceOfPriceLevel()
	r.flushGroups()
	return &Reading{Book: b, Submission: r.sub, tables: r.tables}
}

// tell adds a finding at a cell.
func (r *reader) tell(code budget.Code, v value, have, want budget.Value) {
	r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: code, Project: r.project, Origin: v.origin, Have: have, Want: want})
}

// tellColumn adds a cell to a fault that may be its whole column's.
func (r *reader) tellColumn(code budget.Code, t *table, c *column, v value) {
	key := groupKey{code, t.index, c.at}
	g := r.grouped[key]
	if g == nil {
		g = &group{at: origin(t.index, c.at)}
		r.grouped[key] = g
		r.order = append(r.order, key)
	}
	g.cells = append(g.cells, v)
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

// required are the roles a table cannot do without.
var required = map[tableKind][]role{
	projectTable: {roleExpiry, roleSocial, roleEconomic},
	lineTable:    {roleKind, rolePayer, roleArea},
}

// checkColumns tells of roles that several columns claim, which then are nobody's,
// and of columns that are missing.
func (r *reader) checkColumns(t *table) {
	claims := map[string][]int{}
	for i := range t.columns {
		claims[t.columns[i].claim()] = append(claims[t.columns[i].claim()], i)
	}
	for i := range t.columns {
		same := claims[t.columns[i].claim()]
		if t.columns[i].void = len(same) > 1; !t.columns[i].void || same[0] != i {
			continue
		}
		f := budget.Finding{Code: budget.DuplicateColumn, Origin: origin(t.index, t.columns[i].at), Have: budget.Quote(t.columns[i].heading)}
		for _, other := range same[1:] {
			f.Related = append(f.Related, origin(t.index, t.columns[other].at))
		}
		r.sub.Findings = append(r.sub.Findings, f)
	}
	for _, role := range required[t.kind] {
		if !t.has(role) && !(role == rolePayer && r.set.Payer != 0) {
			r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.MissingColumn,
				Origin: origin(t.index, t.columns[0].at), Want: roleWord(role)})
		}
	}
}

// roleWord is a role as people know it.
type roleWord role

// In is the first heading listed for the role.
func (w roleWord) In(l budget.Language, _ budget.Locator) string {
	return "»" + headingName(role(w), l) + "«"
}

// headingName is the heading that the program writes for a role.
func headingName(r role, l budget.Language) string { return headingTable().proposal(string(r), l) }

// yearHints gathers what the workbook says of its budget year.
func (r *reader) yearHints() {
	if r.set.Year != 0 && r.set.Asked {
		r.hint(budget.YearAsked, r.set.Year, budget.NoOrigin)
	}
	for _, t := range r.tables {
		first := (*column)(nil)
		for i := range t.columns {
			if c := &t.columns[i]; c.role == roleYear && !c.ahead && (first == nil || c.year < first.year) {
				first = c
			}
		}
		if first != nil && t.kind == lineTable {
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

// titleHints reads the cells above a sheet's first table.
func (r *reader) titleHints(s *sheet) {
	head := 0
	for _, t := range r.tables {
		if t.sheet == s {
			head = t.head
			break
		}
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) >= head {
			return
		}
		cells := s.CellsOf(row)
		for j := range cells {
			v := r.book.value(s, &cells[j])
			if v.kind != sheetml.Text {
				continue
			}
			for _, year := range titleYears(v.text) {
				r.hint(budget.YearTitle, year, v.origin)
				break
			}
			for _, year := range findPriceLevels(v.text) {
				r.hint(budget.YearPriceLevel, year, v.origin)
				break
			}
		}
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
	for _, t := range r.tables {
		for _, c := range t.amounts() {
			for _, row := range t.rows {
				v := r.book.at(t.sheet, sheetml.Ref{Row: row, Col: c.col})
				if v.kind != sheetml.Text {
					continue
				}
				typed, ok := parseTyped(v.text)
				n := typed.settles()
				if !ok || n == eitherNotation {
					continue
				}
				if r.notation != eitherNotation && r.notation != n {
					r.notation = eitherNotation
					return
				}
				r.notation = n
			}
		}
	}
}

// findPlaceOfPriceLevel is the cell over the first amounts.
func (r *reader) findPlaceOfPriceLevel() {
	for _, t := range r.tables {
		if t.kind == lineTable {
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
}
