package layout

import (
	"cmp"
	"slices"
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Mappable is a heading, or a label, as a map lists it for a person to say what it means.
type Mappable struct {
	Column           // what it is read as; Heading is what the map is to say the meaning of
	Sheets  []string // those it stands on, in order
	Samples []string // values that stand under it or beside it, each once
}

// maxSamples is how many values show a person what a heading is of.
const maxSamples = 3

// Mappable are the headings and labels of a book, each once: those that are
// read, and those that mean nothing to this program. Years count as one, since the next
// year's workbook has others.
func (f *Finder) Mappable() []Mappable {
	m := &mapping{Finder: f, at: map[string]int{}}
	regions := f.Regions()
	for _, s := range f.Book.Sheets {
		if s == nil {
			continue
		}
		before := len(m.list) + m.again
		for _, t := range regions.Tables {
			if t.Index == s.Index {
				m.table(t)
			}
		}
		for _, b := range regions.ProjectSheets {
			if b.Index == s.Index {
				m.projectSheet(b)
			}
		}
		if len(m.list)+m.again == before {
			m.unread(s)
		}
	}
	return m.list
}

// mapping gathers what a map lists.
type mapping struct {
	*Finder
	list  []Mappable
	at    map[string]int // where in it, by the key of the map
	again int            // how many stood there already
}

// add lists a heading, or gives the one that is listed its sheet and samples.
func (m *mapping) add(s *workbook.Sheet, c Column, values []workbook.Value) {
	key := MapKey(c.Heading)
	if key == "" {
		return
	}
	i, listed := m.at[key]
	if !listed {
		i = len(m.list)
		m.at[key] = i
		m.list = append(m.list, Mappable{Column: c})
	} else {
		m.again++
	}
	one := &m.list[i]
	if !slices.Contains(one.Sheets, s.Name) {
		one.Sheets = append(one.Sheets, s.Name)
	}
	for _, v := range values {
		text := notation.Clean(v.Text)
		if len(one.Samples) < maxSamples && text != "" && !slices.Contains(one.Samples, text) {
			one.Samples = append(one.Samples, text)
		}
	}
}

// table lists the columns of a table from the left.
func (m *mapping) table(t *Table) {
	columns := slices.Concat(t.Columns, t.Unknown)
	slices.SortFunc(columns, func(a, b Column) int { return cmp.Compare(a.Col, b.Col) })
	for _, c := range columns {
		c.Heading = m.withoutYear(c.Heading)
		m.add(t.Sheet, c, m.below(t.Sheet, c.Col, t.RowNumbers))
	}
}

// withoutYear is a column's path without a last part that only says a year: what its groups
// mean holds for every year.
func (m *mapping) withoutYear(heading string) string {
	at := strings.LastIndex(heading, PathMark)
	if at < 0 {
		return heading
	}
	if c, ok := m.readHeading(heading[at+len(PathMark):]); ok && c.Role == notation.RoleYear {
		return heading[:at]
	}
	return heading
}

// below are the values of a column in some rows.
func (m *mapping) below(s *workbook.Sheet, col int, rows []int) []workbook.Value {
	var values []workbook.Value
	for _, row := range rows {
		values = append(values, m.At(s, workbook.Ref{Row: row, Col: col}))
	}
	return values
}

// projectSheet lists the labels of a project, and the tables of its lines.
func (m *mapping) projectSheet(b *ProjectSheet) {
	inTable := map[int]bool{}
	for _, t := range b.Tables {
		for row := t.Upper; row <= t.Lower; row++ {
			inTable[row] = true
		}
		for _, row := range t.RowNumbers {
			inTable[row] = true
		}
	}
	for _, l := range b.Labels {
		if l.Value.Blank() && l.IsAmount() {
			continue // a caption: "Beløb i 1.000 kr."
		}
		if l.Heading == l.Value.Text {
			continue // a title that is the name
		}
		m.add(b.Sheet, l.Column, []workbook.Value{l.Value})
	}
	for _, t := range b.Tables {
		m.table(t)
	}
	m.labels(b.Sheet, inTable)
}

// labels lists the texts of a sheet, outside some rows, that begin a row of two or three
// cells and mean nothing to this program: they may be labels of what stands beside them.
func (m *mapping) labels(s *workbook.Sheet, passed map[int]bool) {
	const longest = 80
	for i := range s.Rows[:min(len(s.Rows), MaxProjectSheetRows)] {
		cells := s.CellsOf(&s.Rows[i])
		if passed[int(s.Rows[i].Number)] || len(cells) < 2 || len(cells) > 3 {
			continue
		}
		label, _, _ := strings.Cut(m.Book.Value(s, &cells[0]).Text, ":")
		if cells[0].Kind != workbook.Text || len(label) > longest {
			continue
		}
		if c, ok := m.meaning(notation.WithoutNumber(label)); !ok {
			m.add(s, c, []workbook.Value{m.Book.Value(s, &cells[1])})
		}
	}
}

// unread lists what may be headings on a sheet where nothing was found: those of the row
// that looks most like it, and labels.
func (m *mapping) unread(s *workbook.Sheet) {
	var rows []int
	head := 0
	for _, c := range m.likelyHeadings(s) {
		if head != c.At.Row {
			head, rows = c.At.Row, nil
			for i := range s.Rows {
				if n := int(s.Rows[i].Number); n > head && len(rows) < searched {
					rows = append(rows, n)
				}
			}
		}
		m.add(s, c, m.below(s, c.Col, rows))
	}
	if head == 0 {
		m.labels(s, nil)
	}
}
