package layout

import (
	"slices"
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// nameLabels are the cells of labels that give a project's name: with the name behind a
// colon, or beside it. A name that was given just above is the same project's.
func (f *Finder) nameLabels(s *workbook.Sheet) []workbook.Ref {
	var starts []workbook.Ref
	given := map[string]bool{}
	for i := range s.Rows {
		row := &s.Rows[i]
		if int(row.Number) > maxBlockRows || f.isHeadingRow(s, row, everywhere) && !f.beginsWithNumbered(s, row) && !f.isTitledBeside(s, row) {
			continue
		}
		if i > 0 && s.Rows[i-1].Number == row.Number-1 && f.holds(s, &s.Rows[i-1]) > 2 {
			continue // a row among others
		}
		for _, c := range s.CellsOf(row) {
			if name := f.namedBy(s, c); name != "" && !given[strings.ToLower(name)] {
				starts = append(starts, c.Ref())
				given[strings.ToLower(name)] = true
			}
		}
	}
	return starts
}

// isTitledBeside reports whether a row holds a label with its value, and a title behind a blank column:
// that of a table beside a project's facts.
func (f *Finder) isTitledBeside(s *workbook.Sheet, row *workbook.Row) bool {
	var filled []workbook.Ref
	for _, c := range s.CellsOf(row) {
		if !f.Book.Value(s, &c).Blank() {
			filled = append(filled, c.Ref())
		}
	}
	if len(filled) != 3 || filled[1].Col != lastOf(s, filled[0])+1 || filled[2].Col <= lastOf(s, filled[1])+1 {
		return false
	}
	return !f.isListed(f.cellText(s, filled[1]))
}

// beginsWithNumbered reports whether a row begins with a label that a number tells from others
// like it, as no row of headings does: "Projekt 2".
func (f *Finder) beginsWithNumbered(s *workbook.Sheet, row *workbook.Row) bool {
	for _, c := range s.CellsOf(row) {
		if text := f.cellText(s, c.Ref()); text != "" {
			return notation.WithoutNumber(text) != text
		}
	}
	return false
}

// firstLabels are the first labels of runs of labels with values that say when a project ends,
// where those say nothing known: "Forslag 1" over "Ophører". What stands beside is the name.
func (f *Finder) firstLabels(s *workbook.Sheet) []workbook.Ref {
	var starts []workbook.Ref
	for i := range s.Rows {
		row := &s.Rows[i]
		at, ok := f.labelled(s, row)
		if !ok {
			continue // most rows, which need not be read
		}
		if h, known := f.labelMeaning(s, at); !known || h.Role != notation.RoleExpiry && h.Role != notation.RolePeriod {
			continue
		}
		top := f.topLabel(s, at)
		name := f.besideLabel(s, top)
		h, known := f.labelMeaning(s, top)
		isFact := known && (slices.Contains(factRoles, h.Role) || slices.Contains(moreRoles, h.Role) || slices.Contains(toldRoles, h.Role))
		if top != at && !isFact && name.Kind == workbook.Text && len([]rune(name.Text)) <= longestName && !slices.Contains(starts, top) {
			starts = append(starts, top)
		}
	}
	return starts
}

// topLabel is the first label of the run of labels, each with one value, that one stands in.
func (f *Finder) topLabel(s *workbook.Sheet, at workbook.Ref) workbook.Ref {
	top := at
	for above := s.Row(top.Row - 1); above != nil; above = s.Row(top.Row - 1) {
		next, ok := f.labelled(s, above)
		if !ok || next.Col != at.Col {
			break
		}
		top = next
	}
	return top
}

// titlesOfLabels are the texts that stand alone right above runs of labels that say when a project
// ends: its name, where nothing calls it so. None of them is a label, or stands twice.
func (f *Finder) titlesOfLabels(s *workbook.Sheet) []workbook.Ref {
	var titles []workbook.Ref
	given := map[string]bool{}
	for i := range s.Rows {
		at, ok := f.labelled(s, &s.Rows[i])
		if !ok {
			continue
		}
		if h, known := f.labelMeaning(s, at); !known || h.Role != notation.RoleExpiry && h.Role != notation.RolePeriod {
			continue
		}
		title := workbook.Ref{Row: f.topLabel(s, at).Row - 1, Col: at.Col}
		text := f.cellText(s, title)
		row := s.Row(title.Row)
		if row == nil || f.holds(s, row) != 1 || !f.mayName(s, title) || given[text] {
			return nil
		}
		titles, given[text] = append(titles, title), true
	}
	return titles
}

// namesPart reports whether a title may name the project of a part of a sheet: of one of several, or
// of one that the sheet is called by too.
func (f *Finder) namesPart(s *workbook.Sheet, title workbook.Ref) bool {
	several := len(f.Book.Sheets[s.Index].Rows) > len(s.Rows)
	return several || strings.EqualFold(f.cellText(s, title), strings.TrimSpace(s.Name))
}

// mayName reports whether a cell holds a short text that is no sentence and no heading that is listed: a
// project may be named "Fælles Start".
func (f *Finder) mayName(s *workbook.Sheet, at workbook.Ref) bool {
	v := f.Book.At(s, at)
	return v.Kind == workbook.Text && !v.Blank() && len([]rune(v.Text)) <= longestName && !f.isListed(v.Text) &&
		!strings.ContainsAny(v.Text[len(v.Text)-1:], ".:?!")
}

// nameByFirstLabel names the project of a block whose labels do not say its name.
func (f *Finder) nameByFirstLabel(b *ProjectSheet) {
	if b.Label(notation.RoleName) != nil {
		return
	}
	if starts := f.firstLabels(b.Sheet); len(starts) == 1 {
		heading := Column{Role: notation.RoleName, At: starts[0], Heading: f.cellText(b.Sheet, starts[0])}
		b.Labels = append(b.Labels, Label{Column: heading, Value: f.besideLabel(b.Sheet, starts[0])})
	} else if titles := f.titlesOfLabels(b.Sheet); len(titles) == 1 && f.namesPart(b.Sheet, titles[0]) {
		heading := Column{Role: notation.RoleName, At: titles[0], Heading: f.cellText(b.Sheet, titles[0])}
		b.Labels = append(b.Labels, Label{Column: heading, Value: f.withoutOrdinal(b.Sheet, titles[0])})
	} else {
		f.nameByTitle(b)
	}
}

// nameByTitle names the project of a sheet that is called by it too, in a text above its labels: "Tryg
// Udskrivning", or "Besvarelse vedr. Tryg Udskrivning".
func (f *Finder) nameByTitle(b *ProjectSheet) {
	if len(b.Labels) == 0 || len(f.Book.Sheets[b.Index].Rows) > len(b.Rows) {
		return
	}
	for i := range b.Rows {
		row := &b.Rows[i]
		if int(row.Number) >= b.Labels[0].At.Row {
			return
		}
		for _, c := range b.CellsOf(row) {
			name := f.Book.Value(b.Sheet, &c)
			if name.Kind != workbook.Text || !notation.IsNamedFor(name.Text, b.Name) || f.isListed(b.Name) {
				continue
			}
			name.Text = strings.TrimSpace(b.Name)
			heading := Column{Role: notation.RoleName, At: c.Ref(), Heading: f.cellText(b.Sheet, c.Ref())}
			b.Labels = append(b.Labels, Label{Column: heading, Value: name})
			return
		}
	}
}

// withoutOrdinal is a title without the number of its section, where the titles of the sheet's other
// projects have one too: "1. Grønne Hænder". A name of its own may begin with one: "7 veje til job".
func (f *Finder) withoutOrdinal(s *workbook.Sheet, title workbook.Ref) workbook.Value {
	v := f.Book.At(s, title)
	whole := f.Book.Sheets[s.Index]
	titles := f.titlesOfLabels(whole)
	for _, at := range titles {
		if name, ok := notation.WithoutOrdinal(f.cellText(whole, at)); !ok || name == "" {
			return v
		}
	}
	if name, ok := notation.WithoutOrdinal(v.Text); ok && len(titles) > 1 {
		v.Text = name
	}
	return v
}

// longestName is how many letters the name of a project may have that no heading calls so.
const longestName = 80
