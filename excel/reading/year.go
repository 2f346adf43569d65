package reading

import (
	"cmp"
	"regexp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// yearOf is the year of a column's amounts.
func (r *reader) yearOf(c *layout.Column) int {
	if c.Ahead {
		return r.base + c.Year
	}
	return c.Year
}

// checkYears finds the years that a table has no column for between or among those
// it has, and tells of columns out of order.
func (r *reader) checkYears(t *Records) {
	var years []*layout.Column
	for i := range t.Columns {
		if c := &t.Columns[i]; c.IsAmount() && c.Year != 0 && !c.Void {
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
		if i == 0 || !ordered {
			continue
		}
		last := years[i-1]
		if r.yearOf(c) < r.yearOf(last) && c.Role == last.Role && c.Group == last.Group {
			ordered = false
			r.tellHeading(budget.UnorderedYears, t, c, nil)
		}
	}
	onlyExamples := len(t.RowNumbers) == 0 && len(t.Examples) > 0
	if t.Has(notation.RoleAnnual) || r.base == 0 || onlyExamples {
		return
	}
	for year := r.base; year <= r.base+r.set.estimateYears(); year++ {
		if !has[year] {
			t.lacking = append(t.lacking, year)
		}
	}
	t.yearsAt = t.Origin(years[0].At)
}

// tellMissingYears tells of the years that tables have no column for. What is paid once needs none
// but its own: a table of one-off costs alone lacks nothing.
func (r *reader) tellMissingYears() {
	more := map[*Records]bool{} // tables that hold more than one-off costs, or nothing
	for _, t := range r.sources {
		more[t] = false
	}
	for i, t := range r.sources {
		more[t] = more[t] || !isPaidOnce(&r.sub.Lines[i])
	}
	for _, t := range r.allTables() {
		others, hasLines := more[t]
		if len(t.lacking) == 0 || hasLines && !others {
			continue
		}
		var lacking budget.List
		for _, year := range t.lacking {
			lacking = append(lacking, budget.Year(year))
		}
		r.report(budget.Finding{Code: budget.MissingYear, Origin: t.yearsAt, Want: lacking})
	}
}

// yearHints gathers what the workbook says of its budget year.
func (r *reader) yearHints() {
	if r.set.Year != 0 && r.set.Asked {
		r.hint(budget.YearAsked, r.set.Year, budget.NoOrigin)
	}
	for _, t := range r.allTables() {
		first := (*layout.Column)(nil)
		for i := range t.Columns {
			if c := &t.Columns[i]; c.IsAmount() && c.Year != 0 && !c.Ahead && (first == nil || c.Year < first.Year) {
				first = c
			}
		}
		if first != nil {
			r.hint(budget.YearColumns, first.Year, t.Origin(first.At))
		}
	}
	for _, s := range r.Book.Sheets {
		if s != nil {
			r.titleHints(s)
		}
	}
	for _, t := range r.allTables() {
		if len(r.sub.Years) == 0 && len(t.Caption.Levels) == 1 { // in a note below it
			r.hint(budget.YearPriceLevel, t.Caption.Levels[0], t.levelAt())
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
func (r *reader) titleHints(s *workbook.Sheet) {
	head := 0
	for _, t := range r.allTables() {
		if top := t.top(); t.Index == s.Index && (head == 0 || top < head) {
			head = top
		}
	}
	for _, f := range r.projectSheets {
		if f.Index == s.Index && head == 0 {
			head = layout.MaxProjectSheetRows
		}
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) >= head {
			return
		}
		for _, c := range s.CellsOf(row) {
			if v := r.Book.Value(s, &c); c.Kind == workbook.Text && !r.isAnswer(v) {
				r.titleHint(v)
			}
		}
	}
}

// isAnswer reports whether a cell is the value of a label on a project's own sheet: "Ja, ved
// Budget 2024" says when it was extended, and nothing of the budget year.
func (r *reader) isAnswer(v workbook.Value) bool {
	return slices.ContainsFunc(r.projectSheets, func(f *layout.ProjectSheet) bool {
		return slices.ContainsFunc(f.Labels, func(l layout.Label) bool {
			return l.Value.Origin == v.Origin && l.At != f.RefOf(v.Origin)
		})
	})
}

// top is the row of the sheet that a table's headings begin in.
func (t *Records) top() int {
	if t.IsTurned() {
		return workbook.RefOf(t.HeadAt()).Row
	}
	return t.Upper
}

// levelAt is where a table's caption states its price level: in a note below it, else above.
func (t *Records) levelAt() budget.Origin {
	for _, note := range t.Notes {
		if slices.Equal(notation.FindPriceLevels(note.Text), t.Caption.Levels) {
			return note.Origin
		}
	}
	return t.Caption.First
}

// titleHint reads what one text says of the budget year: a title, or the first price level.
func (r *reader) titleHint(v workbook.Value) {
	for _, year := range titleYears(v.Text) {
		r.hint(budget.YearTitle, year, v.Origin)
		break
	}
	for _, year := range notation.FindPriceLevels(v.Text) {
		r.hint(budget.YearPriceLevel, year, v.Origin)
		break
	}
}

// hint keeps what something says of the budget year, the best source first.
func (r *reader) hint(source budget.YearSource, year int, at budget.Origin) {
	r.sub.Years = append(r.sub.Years, budget.YearHint{Source: source, Year: year, Origin: at})
	slices.SortStableFunc(r.sub.Years, func(a, b budget.YearHint) int { return cmp.Compare(a.Source, b.Source) })
}

// titleYear is a budget year as a title names it: "Budgetforslag 2026", "Budget for 2026", "B2026".
var titleYear = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(?:budget(?:tet|forslag(?:et)?|året|år|notat|lægning(?:en)?)?|b|bf)` +
	`(?: for| til| i| year)?[ -]?(20\d\d)\b`)

// titleYears are the budget years that a title names.
func titleYears(text string) []int {
	var years []int
	for _, m := range titleYear.FindAllStringSubmatch(notation.Clean(text), -1) {
		years = append(years, notation.YearOf(m[1]))
	}
	return years
}

// settleYears takes the amounts of a list whose only year is the budget year for what every
// year has: "Driftsudgift 2026" beside what is saved every year.
func (r *reader) settleYears(t *Records) {
	if !t.List || t.Lines {
		return
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		if notation.ListKinds[c.Role] == 0 || c.Year == 0 {
			continue
		}
		if r.yearOf(c) != r.base {
			return
		}
	}
	for i := range t.Columns {
		if c := &t.Columns[i]; notation.ListKinds[c.Role] != 0 && c.Year != 0 {
			c.Year, c.Ahead = 0, false
			t.lacking = nil
			r.assume("assumed.annual", budget.Arg{Name: "heading", Value: budget.Quote(c.Heading)})
		}
	}
}
