package excel

import (
	"fmt"
	"slices"
	"strings"

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

// mapRow is a row of a map: a heading of a sheet.
type mapRow struct {
	sheet string
	column
}

// mapColumns are the columns of a map; those after what is read are to be filled in.
func mapColumns(o Options) []sheetColumn[mapRow] {
	toFill := func(mapRow) cell { return cell{"", inputLook} }
	return []sheetColumn[mapRow]{
		{o.text("map.in"), 24, func(r mapRow) cell { return cell{r.sheet, textLook} }},
		{o.text("map.heading"), 44, func(r mapRow) cell { return cell{r.heading, wrapLook} }},
		{o.text("map.read"), 30, func(r mapRow) cell { return cell{r.readAs(o.Language), quietTable} }},
		{o.text("map.means"), 30, toFill},
		{o.text("map.payer"), 20, toFill},
		{o.text("map.unit"), 16, toFill},
	}
}

// readAs is what the heading is read as without a map.
func (r mapRow) readAs(l budget.Language) string {
	switch r.role {
	case "":
		return ""
	case roleYear:
		return itoa(r.year)
	}
	return headingName(r.role, l)
}

// mapHead is the row of headings of a map that the program writes.
const mapHead = 4

// WriteMap makes a map of a book's headings: of each sheet the row that looks most
// like headings, with what each is read as, and room for what it means.
func WriteMap(b *Book, l budget.Language) ([]byte, error) {
	o := Options{Language: l}
	p := newPages()
	columns := mapColumns(o)
	g := p.newPage(l, o.text("map.sheet"), layout{
		widths: widthsOf(columns),
		frozen: sheetml.Ref{Row: mapHead + 1, Col: 1},
		head:   mapHead,
	})
	g.write(30, cell{o.text("map.title"), titleLook})
	g.write(0, cell{o.text("map.help"), quietLook})
	g.skip(1)
	last := writeHeads(g, columns)
	r := &finder{book: b}
	for _, s := range b.sheets {
		if s == nil {
			continue
		}
		for _, c := range r.likelyHeadings(s) {
			last = writeRow(g, columns, mapRow{s.name, c})
		}
	}
	mapRules(g, o, max(last, mapHead+1))
	g.close()
	writeMeanings(p, o)
	return p.pack()
}

// mapUnits are the units that a map offers.
var mapUnits = []string{"kr.", "1.000 kr.", "mio. kr."}

// mapRules puts drop-down lists in the columns to be filled in.
func mapRules(g *page, o Options, last int) {
	const means, payer, unit = 4, 5, 6
	g.validate(inColumn(means, mapHead+1, last), oneFrom(o.text("map.choices"), 1, len(headingTable().order)))
	g.validate(inColumn(payer, mapHead+1, last), oneOf(proposals("payer", o.Language)...))
	g.validate(inColumn(unit, mapHead+1, last), oneOf(mapUnits...))
}

// writeMeanings writes what a heading can mean on a sheet of its own: it is too much for
// a list in the cell.
func writeMeanings(p *pages, o Options) {
	g := p.newPage(o.Language, o.text("map.choices"), layout{widths: []float64{40}})
	for _, meaning := range headingTable().order {
		g.write(0, cell{headingName(role(meaning), o.Language), plainLook})
	}
	g.close()
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

// OpenMap reads a map. A map with faults is not to be used; the faults are all that was
// found. It fails with an *Unreadable when the file cannot be read.
func OpenMap(path string) (*Map, []Fault, error) {
	book, err := openPlain(path)
	if err != nil {
		return nil, nil, err
	}
	m, faults := mapOf(book)
	return m, faults, nil
}

// mapOf reads the map that a book holds.
func mapOf(b *Book) (*Map, []Fault) {
	for _, s := range b.sheets {
		if s == nil {
			continue
		}
		if head := findMapHeads(b, s); head != nil {
			return readMap(b, s, head)
		}
	}
	return nil, []Fault{{key: "map.none"}}
}

// mapHeads are where a map's columns stand.
type mapHeads struct {
	row                          int
	heading, means, payer, units int // 0 for a column that the map has not
}

// findMapHeads finds the headings of a map on a sheet; nil when there are none.
func findMapHeads(b *Book, s *sheet) *mapHeads {
	for i := range s.Rows {
		m := &mapHeads{row: int(s.Rows[i].Number)}
		for _, c := range s.CellsOf(&s.Rows[i]) {
			switch shown := b.value(s, &c).text; {
			case texts.Is("map.heading", shown):
				m.heading = int(c.Col)
			case texts.Is("map.means", shown):
				m.means = int(c.Col)
			case texts.Is("map.payer", shown):
				m.payer = int(c.Col)
			case texts.Is("map.unit", shown):
				m.units = int(c.Col)
			}
		}
		if m.heading > 0 && m.means > 0 {
			return m
		}
	}
	return nil
}

func readMap(b *Book, s *sheet, head *mapHeads) (*Map, []Fault) {
	m := &Map{byKey: map[string]mapping{}}
	var faults []Fault
	for i := range s.Rows {
		row := int(s.Rows[i].Number)
		if row <= head.row {
			continue
		}
		heading := b.at(s, sheetml.Ref{Row: row, Col: head.heading})
		if heading.blank() || b.at(s, sheetml.Ref{Row: row, Col: head.means}).blank() {
			continue
		}
		entry, wrong := readMapping(b, s, head, row)
		m.byKey[headingKey(heading.text)] = entry
		faults = append(faults, wrong...)
	}
	return m, faults
}

// readMapping reads what a row of a map says.
func readMapping(b *Book, s *sheet, head *mapHeads, row int) (m mapping, faults []Fault) {
	read := func(col int, key budget.Key, understood func(text string) bool, args ...budget.Arg) {
		at := sheetml.Ref{Row: row, Col: col}
		if col > 0 && !b.at(s, at).blank() && !understood(b.at(s, at).text) {
			faults = append(faults, faultAt(b, s, at, key, args...))
		}
	}
	read(head.means, "map.bad-meaning", func(text string) (ok bool) { m.role, ok = parseMeaning(text); return ok })
	read(head.payer, "map.bad-payer", func(text string) bool {
		payer, ok := ParsePayer(text)
		m.payers = []budget.Payer{payer}
		return ok
	}, arg("choices", choices("payer")))
	read(head.units, "map.bad-unit", func(text string) bool {
		u, ok := ParseUnit(text)
		m.unit = &u
		return ok
	})
	return m, faults
}

// parseMeaning reads what a heading means: a heading that is known, or the meaning's own
// name.
func parseMeaning(text string) (role, bool) {
	meaning, ok := headingTable().find(headingKey(text))
	if !ok && slices.Contains(headingTable().order, text) {
		return role(text), true
	}
	return role(meaning), ok
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
