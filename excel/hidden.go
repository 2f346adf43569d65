package excel

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// tellHidden tells of amounts that stand in hidden sheets, columns and rows. They
// are counted like the others; somebody should know that they are there.
func (r *reader) tellHidden() {
	for _, t := range r.allTables() {
		var rows []budget.Origin
		for _, c := range t.amounts() {
			amounts := 0
			for _, row := range t.data {
				at := sheetml.Ref{Row: row, Col: c.col}
				if v := r.book.at(t.sheet, at); v.blank() {
					continue
				}
				amounts++
				if held := t.Row(row); held != nil && held.Hidden && !slices.Contains(rows, origin(t.index, sheetml.Ref{Row: row, Col: t.columns[0].col})) {
					rows = append(rows, origin(t.index, sheetml.Ref{Row: row, Col: t.columns[0].col}))
				}
			}
			if amounts > 0 && t.ColumnHidden(c.col) {
				r.tellHeading(budget.HiddenColumn, t, c, nil)
			}
			if amounts > 0 && t.hidden && c == t.amounts()[0] {
				r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.HiddenSheet, Origin: t.headAt(), Have: budget.Quote(t.name)})
			}
		}
		if len(rows) > 0 {
			r.sub.Findings = append(r.sub.Findings, budget.Finding{Code: budget.HiddenRows, Origin: rows[0], Have: budget.Count(len(rows)), Related: rows[1:]})
		}
	}
}

// Amounts that are about a thousand times their siblings, or a thousandth, were
// perhaps written in another unit.
var (
	unlikeLow  = decimal.New(500, 0)
	unlikeHigh = decimal.New(2000, 0)
)

// tellUnlike tells of amounts that are unlike the others of their line, or of their
// kind in their column.
func (r *reader) tellUnlike(t *records, lines []budget.Line) {
	told := map[budget.Origin]bool{}
	for i := range lines {
		var years []budget.Amount
		for _, a := range lines[i].Amounts {
			years = append(years, a.Amount)
		}
		r.project = lines[i].Project.Text
		r.unlike(years, told)
	}
	r.project = ""
	for _, c := range t.amounts() {
		byKind := map[budget.Kind][]budget.Amount{}
		for i := range lines {
			if a := amountIn(&lines[i], c.col); a != nil {
				byKind[lines[i].Kind.Value] = append(byKind[lines[i].Kind.Value], *a)
			}
		}
		for kind := budget.Cost; kind <= budget.Funding; kind++ {
			r.unlike(byKind[kind], told)
		}
	}
}

// unlike tells of each of some amounts that is about a thousand times the middle
// one of the others, or a thousandth of it.
func (r *reader) unlike(amounts []budget.Amount, told map[budget.Origin]bool) {
	var sizes []decimal.Decimal
	for _, a := range amounts {
		if a.Known() && !a.Value.IsZero() {
			sizes = append(sizes, a.Value.Abs())
		}
	}
	if len(sizes) < 3 {
		return
	}
	slices.SortFunc(sizes, decimal.Decimal.Compare)
	middle := sizes[len(sizes)/2]
	for _, a := range amounts {
		if !a.Known() || a.Value.IsZero() || told[a.Origin] {
			continue
		}
		large, small := a.Value.Abs(), middle
		if large.LessThan(small) {
			large, small = small, large
		}
		if large.GreaterThan(small.Mul(unlikeLow)) && large.LessThan(small.Mul(unlikeHigh)) {
			told[a.Origin] = true
			r.tell(budget.UnlikeSiblings, value{origin: a.Origin}, budget.Kroner{Decimal: a.Value}, budget.Kroner{Decimal: middle})
		}
	}
}

// tellNothingFound tells that no table of projects was found: which headings were
// looked for, and which sheet came nearest.
func (r *reader) tellNothingFound() {
	var best *sheet
	var at sheetml.Ref
	most := 0
	for _, s := range r.book.sheets {
		if s == nil {
			continue
		}
		for i := range s.Rows {
			if i == 200 {
				break
			}
			known, first := r.knownHeadings(s, &s.Rows[i])
			if known > most || best == nil && len(s.Cells) > 0 {
				best, at, most = s, first, known
			}
		}
	}
	f := budget.Finding{Code: budget.MissingTable, Want: budget.List{roleWord(roleName), roleWord(roleExpiry), roleWord(roleSocial), roleWord(roleEconomic)}}
	if best != nil {
		f.Origin = origin(best.index, at)
		f.Have = budget.Quote(best.name)
	}
	r.sub.Findings = append(r.sub.Findings, f)
}

// knownHeadings is how many cells of a row are headings, and the first of them, or
// the first cell.
func (r *finder) knownHeadings(s *sheet, row *sheetml.Row) (int, sheetml.Ref) {
	known, first := 0, sheetml.Ref{Row: int(row.Number), Col: 1}
	for i, c := range s.CellsOf(row) {
		if i == 0 {
			first = c.Ref()
		}
		if c.Kind != sheetml.Text {
			continue
		}
		if _, ok := r.readHeading(c.Text); ok {
			if known == 0 {
				first = c.Ref()
			}
			known++
		}
	}
	return known, first
}
