package excel

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// Map is what a person has said that headings mean (kolonnekort). It is a workbook
// that the program writes with a row for each heading, a person fills in, and that
// is kept for the next year.
type Map struct {
	byKey map[string]mapping
}

// meanings are the map's headings by key; none of no map.
func (m *Map) meanings() map[string]mapping {
	if m == nil {
		return nil
	}
	return m.byKey
}

// The columns of a map.
const (
	mapSheet = iota + 1
	mapHeading
	mapRead
	mapMeans
	mapPayer
	mapUnit
)

// mapRoles are the roles that a heading can be given, in the order they are listed.
func mapRoles() []role {
	var roles []role
	for _, meaning := range headingTable().order {
		roles = append(roles, role(meaning))
	}
	return roles
}

// WriteMap makes a map of a book's headings: of each sheet the row that looks most
// like headings, with what each is read as, and room for what it means.
func (b *Book) WriteMap(l budget.Language) ([]byte, error) {
	p := newPages()
	name := texts.Text(l, "map.sheet")
	g := p.newPage(l, name, layout{widths: []float64{24, 44, 30, 30, 20, 16}, frozen: sheetml.Ref{Row: 5, Col: 1}, head: 4})
	g.write(30, cell{texts.Text(l, "map.title"), titleLook})
	g.write(0, cell{texts.Text(l, "map.help"), quietLook})
	g.skip(1)
	var heads []cell
	for _, key := range []budget.Key{"map.in", "map.heading", "map.read", "map.means", "map.payer", "map.unit"} {
		heads = append(heads, cell{texts.Text(l, key), headLook})
	}
	g.table(heads...)
	r := &finder{book: b}
	last := 4
	for _, s := range b.sheets {
		if s == nil {
			continue
		}
		for _, c := range r.likelyHeadings(s) {
			read := ""
			if c.role == roleYear {
				read = itoa(c.year)
			} else if c.role != "" {
				read = headingName(c.role, l)
			}
			last = g.table(cell{s.name, textLook}, cell{c.heading, wrapLook}, cell{read, quietTable}, cell{"", inputLook}, cell{"", inputLook}, cell{"", inputLook})
		}
	}
	g.close()
	p.mapChoices(g.name, last, l)
	if p.err != nil {
		return nil, p.err
	}
	var out bytes.Buffer
	err := p.file.Write(&out)
	return out.Bytes(), err
}

// mapChoices puts drop-down lists in the columns to be filled in. The roles stand on
// a sheet of their own, since they are too many for a list in the cell.
func (p *pages) mapChoices(sheet string, last int, l budget.Language) {
	list := texts.Text(l, "map.choices")
	g := p.newPage(l, list, layout{widths: []float64{40}})
	rows := 0
	for _, role := range mapRoles() {
		rows = g.write(0, cell{headingName(role, l), plainLook})
	}
	g.close()
	choose := func(col int, set func(*excelize.DataValidation) error) {
		v := excelize.NewDataValidation(true)
		name := sheetml.ColumnName(col)
		v.SetSqref(fmt.Sprintf("%s5:%s%d", name, name, max(last, 5)))
		p.fail(set(v))
		p.fail(p.file.AddDataValidation(sheet, v))
	}
	if p.err != nil {
		return
	}
	choose(mapMeans, func(v *excelize.DataValidation) error {
		v.SetSqrefDropList(fmt.Sprintf("%s!$A$1:$A$%d", quoteSheet(list), rows))
		return nil
	})
	var payers []string
	for _, meaning := range wordTables()["payer"].order {
		payers = append(payers, wordTables()["payer"].proposal(meaning, l))
	}
	choose(mapPayer, func(v *excelize.DataValidation) error { return v.SetDropList(payers) })
	choose(mapUnit, func(v *excelize.DataValidation) error { return v.SetDropList([]string{"kr.", "1.000 kr.", "mio. kr."}) })
}

// likelyHeadings are the cells of the row of a sheet that looks most like headings:
// the one with the most known headings, else with the most texts.
func (r *finder) likelyHeadings(s *sheet) []column {
	var best []column
	bestScore := 0
	for i := range s.Rows {
		if i == 200 {
			break
		}
		var columns []column
		score := 0
		for _, c := range s.CellsOf(&s.Rows[i]) {
			v := r.book.value(s, &c)
			if v.blank() || c.Kind != sheetml.Text && c.Kind != sheetml.Number {
				continue
			}
			col, ok := r.readHeading(v.text)
			switch {
			case ok:
				score += 10
			case c.Kind == sheetml.Text && len(v.text) < 60:
				score++
			}
			columns = append(columns, col)
		}
		if len(columns) > 1 && score > bestScore {
			best, bestScore = columns, score
		}
	}
	return best
}

// MapError is a cell of a map that says something it cannot say.
type MapError struct {
	Place string // sheet and cell; empty when the file is no map
	Have  string
}

func (e *MapError) Error() string { return e.Place + ": " + e.Have }

// OpenMap reads a map. A word in it that is not known is refused, with its cell.
func OpenMap(path string) (*Map, error) {
	book, err := openPlain(path)
	if err != nil {
		return nil, err
	}
	for _, s := range book.sheets {
		if s == nil {
			continue
		}
		if head := book.mapHead(s); head != nil {
			return book.readMap(s, head)
		}
	}
	return nil, &MapError{}
}

// mapColumns are where a map's columns stand.
type mapColumns struct {
	row                          int
	heading, means, payer, units int
}

// mapHead finds the headings of a map on a sheet; nil when there are none.
func (b *Book) mapHead(s *sheet) *mapColumns {
	for i := range s.Rows {
		m := &mapColumns{row: int(s.Rows[i].Number)}
		for _, c := range s.CellsOf(&s.Rows[i]) {
			switch text := b.value(s, &c).text; {
			case texts.Is("map.heading", text):
				m.heading = int(c.Col)
			case texts.Is("map.means", text):
				m.means = int(c.Col)
			case texts.Is("map.payer", text):
				m.payer = int(c.Col)
			case texts.Is("map.unit", text):
				m.units = int(c.Col)
			}
		}
		if m.heading > 0 && m.means > 0 {
			return m
		}
	}
	return nil
}

func (b *Book) readMap(s *sheet, head *mapColumns) (*Map, error) {
	m := &Map{byKey: map[string]mapping{}}
	for i := range s.Rows {
		row := int(s.Rows[i].Number)
		if row <= head.row {
			continue
		}
		get := func(col int) value { return b.at(s, sheetml.Ref{Row: row, Col: max(col, 1)}) }
		heading, means := get(head.heading), get(head.means)
		if heading.blank() || means.blank() {
			continue
		}
		entry, bad := readMapping(means.text, optional(head.payer, get), optional(head.units, get))
		if bad != 0 {
			col := [...]int{0, head.means, head.payer, head.units}[bad]
			return nil, &MapError{s.name + "!" + sheetml.Ref{Row: row, Col: col}.String(), get(col).text}
		}
		m.byKey[headingKey(heading.text)] = entry
	}
	return m, nil
}

func optional(col int, get func(int) value) string {
	if col == 0 {
		return ""
	}
	return get(col).text
}

// readMapping reads what a row of a map says; bad is 1, 2 or 3 for a meaning, payer
// or unit that is not known.
func readMapping(means, payer, units string) (m mapping, bad int) {
	meaning, ok := headingTable().find(headingKey(means))
	if !ok && slices.Contains(headingTable().order, means) {
		meaning, ok = means, true
	}
	if !ok {
		return m, 1
	}
	m.role = role(meaning)
	if payer != "" {
		p, ok := ParsePayer(payer)
		if !ok {
			return m, 2
		}
		m.payers = []budget.Payer{p}
	}
	if units != "" {
		u, ok := ParseUnit(units)
		if !ok {
			return m, 3
		}
		m.unit = &u
	}
	return m, 0
}

// Columns writes the headings and words that the program knows, for people.
func Columns(l budget.Language) string {
	var b strings.Builder
	list := func(name string, texts []string) { fmt.Fprintf(&b, "%s\n    %s\n", name, strings.Join(texts, "; ")) }
	for _, meaning := range headingTable().order {
		list(headingName(role(meaning), l), headingTable().listed[meaning])
	}
	b.WriteString("\n" + texts.Text(l, "map.words") + "\n\n")
	for _, kind := range []string{"kind", "payer", "social", "economic", "wish", "reimbursement", "frame", "answer"} {
		table := wordTables()[kind]
		for _, meaning := range table.order {
			list(table.proposal(meaning, l), table.listed[meaning])
		}
	}
	return b.String()
}
