package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// labels gives the labels of a project's own part of a sheet their entries, and their values.
func (l *ledger) labels(f *layout.ProjectSheet) {
	for i := range f.Labels {
		label := &f.Labels[i]
		within := !label.Value.Blank() && label.Value.Origin == f.Origin(label.At) // "Bemærkning: …"
		if !within {
			l.use(f.Origin(label.At), asLabel)
		}
		if label.Value.Blank() {
			continue
		}
		if why, ok := harmlessRoles[label.Role]; ok && !l.used[label.Value.Origin] {
			l.harmless(label.Value.Origin, why)
			continue
		}
		if l.used[label.Value.Origin] {
			l.use(label.Value.Origin, string(label.Role))
		} else {
			l.harmless(label.Value.Origin, whyRepeated)
		}
	}
	for _, title := range f.Caption.Titles {
		l.use(title.Origin, asCaption)
	}
}

// strays is what is known of a sheet while its cells are gone through that no table or label
// has.
type strays struct {
	*workbook.Sheet
	owner  budget.Origin          // the project that its name, or a text on it above, names
	gap    *gap                   // of its figures that were not understood; nil for none yet
	above  map[int]workbook.Value // the last text in each column
	sums   map[int]sum            // of the used figures in each column since its last heading
	blocks []*layout.ProjectSheet
}

// sum is a sum of figures as they are stored.
type sum struct {
	total decimal.Decimal
	parts int
}

// sheet gives the cells of a sheet their entries that stand in no table and by no label.
func (l *ledger) sheet(s *workbook.Sheet) {
	st := &strays{Sheet: s, above: map[int]workbook.Value{}, sums: map[int]sum{}}
	st.owner, _ = l.projectNamed(s.Name)
	for _, f := range l.projectSheets {
		if f.Index == s.Index {
			st.blocks = append(st.blocks, f)
		}
	}
	pivot, example := l.IsPivot(s), l.IsExampleSheet(s)
	for i := range s.Rows {
		cells := s.CellsOf(&s.Rows[i])
		named := l.namedInRow(s, cells)
		var left workbook.Value
		for _, c := range cells {
			v := l.At(s, c.Ref())
			switch {
			case v.Blank():
				continue
			case pivot:
				l.harmless(v.Origin, whyPivot)
			case !l.noted(v.Origin) && l.used[v.Origin]:
				l.use(v.Origin, asCaption)
			case !l.noted(v.Origin) && l.basis[v.Origin]:
				l.use(v.Origin, asBasis)
			case !l.noted(v.Origin) && example && l.strayOwner(st, c.Ref(), named, st.above[int(c.Col)]) == budget.NoOrigin:
				l.harmless(v.Origin, whyExample)
			case !l.noted(v.Origin):
				l.stray(st, v, left, named)
			}
			isHeading := l.entries[v.Origin].as == asHeading
			if isHeading || v.Kind == workbook.Text {
				st.above[int(c.Col)], left = v, v
				l.nameFrom(st, v)
			}
			l.addUp(st, v)
		}
	}
}

// namedInRow is the project that a text of a row names.
func (l *ledger) namedInRow(s *workbook.Sheet, cells []workbook.Cell) budget.Origin {
	for _, c := range cells {
		if c.Kind != workbook.Text {
			continue
		}
		if p, ok := l.projectNamed(l.Book.Value(s, &c).Text); ok {
			return p
		}
	}
	return budget.NoOrigin
}

// nameFrom takes a text that names a project for the title of what stands below it, where no
// table has it.
func (l *ledger) nameFrom(st *strays, v workbook.Value) {
	if e := l.entries[v.Origin]; e.as == string(notation.RoleName) || len(st.blocks) > 0 {
		return
	}
	if p, ok := l.projectNamed(v.Text); ok {
		st.owner = p
	}
}

// addUp adds a used figure to the sum of its column; a heading begins it anew.
func (l *ledger) addUp(st *strays, v workbook.Value) {
	col, e := st.RefOf(v.Origin).Col, l.entries[v.Origin]
	if e.as == asHeading {
		delete(st.sums, col)
	}
	if d, ok := notation.StoredNumber(v.Raw); ok && v.Kind == workbook.Number && e.class == classUsed && e.as != asSum {
		s := st.sums[col]
		st.sums[col] = sum{s.total.Add(d), s.parts + 1}
	}
}

// isSum reports whether a figure is the sum of the used ones over it.
func (st *strays) isSum(v workbook.Value) bool {
	s := st.sums[st.RefOf(v.Origin).Col]
	d, ok := notation.StoredNumber(v.Raw)
	return ok && v.Kind == workbook.Number && s.parts > 1 && s.total.Equal(d)
}

// stray gives a cell its entry that stands by itself: a text is a note; a figure that may be
// an amount of a project's is not understood.
func (l *ledger) stray(st *strays, v, left workbook.Value, named budget.Origin) {
	at := st.RefOf(v.Origin)
	heading := st.above[at.Col]
	if v.Kind == workbook.Text && !isFigure(v) {
		l.harmless(v.Origin, whyNote)
		return
	}
	why := l.harmlessFigure(v)
	for _, by := range []workbook.Value{left, heading} {
		if why == "" && by.Text != "" {
			why = l.labelHarmless(by.Text)
		}
	}
	if why == "" && v.Kind == workbook.Number && l.isComputed(v.Origin, 0) {
		why = whyDerived
	}
	if why == "" && st.isSum(v) {
		l.use(v.Origin, asSum)
		return
	}
	owner := l.strayOwner(st, at, named, heading)
	if owner == budget.NoOrigin && len(l.sub.Projects) == 1 && l.saysKind(st.Name, left.Text, heading.Text) {
		owner = l.sub.Projects[0].Origin
	}
	if why == "" && owner == budget.NoOrigin {
		why = whyNothing
	}
	if why != "" {
		l.harmless(v.Origin, why)
		return
	}
	l.openStray(st, v, left, heading, owner)
}

// saysKind reports whether one of some texts says a kind of amounts.
func (l *ledger) saysKind(texts ...string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return notation.ReadHeading(text).Kind != 0 })
}

// labelHarmless is why a figure is no amount by the words beside or over it.
func (l *ledger) labelHarmless(text string) string {
	said := notation.ReadHeading(strings.TrimSuffix(text, ":"))
	if why, ok := harmlessRoles[said.Role]; ok {
		return why
	}
	return l.headingHarmless(said)
}

// strayOwner is the project that a figure may belong to: the one that its row names, its
// column, the block it stands in, the sheet.
func (l *ledger) strayOwner(st *strays, at workbook.Ref, named budget.Origin, heading workbook.Value) budget.Origin {
	if named != budget.NoOrigin {
		return named
	}
	if p, ok := l.projectNamed(heading.Text); ok {
		return p
	}
	for i := len(st.blocks) - 1; i >= 0; i-- {
		f := st.blocks[i]
		if first, last := blockRows(f); at.Row >= first && at.Row <= last {
			return f.Origin(f.NameAt)
		}
	}
	return st.owner
}

// blockRows are the first and last row of a project's part of a sheet.
func blockRows(f *layout.ProjectSheet) (first, last int) {
	if len(f.Rows) == 0 {
		return 0, 0
	}
	return int(f.Rows[0].Number), int(f.Rows[len(f.Rows)-1].Number)
}

// openStray notes that a figure is not understood: one cause for each project of a sheet.
func (l *ledger) openStray(st *strays, v, left, heading workbook.Value, owner budget.Origin) {
	if st.gap == nil {
		at, text := heading, heading.Text
		if text == "" || st.RefOf(left.Origin).Row == st.RefOf(v.Origin).Row && len(st.blocks) > 0 {
			at, text = left, left.Text
		}
		if text == "" {
			at = v
		}
		st.gap = &gap{at: at.Origin, heading: text, why: gapUnread, money: true}
		if text == "" {
			st.gap.why = gapUnheard
		}
	}
	l.open(st.gap, v.Origin, []budget.Origin{owner}, false)
}
