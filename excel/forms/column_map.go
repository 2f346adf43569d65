package forms

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// mapRow is a row of a map: a heading of a sheet.
type mapRow struct {
	sheet string
	layout.Column
}

// mapColumns are the columns of a map; those after what is read are to be filled in.
func mapColumns(o sheets.Options) []sheets.SheetColumn[mapRow] {
	toFill := func(mapRow) sheets.Cell { return sheets.InputStyle.Cell("") }
	return []sheets.SheetColumn[mapRow]{
		{Heading: o.Text("map.in"), Width: 24, Value: func(r mapRow) sheets.Cell { return sheets.TextStyle.Cell(r.sheet) }},
		{Heading: o.Text("map.heading"), Width: 44, Value: func(r mapRow) sheets.Cell { return sheets.WrapStyle.Cell(r.Heading) }},
		{Heading: o.Text("map.read"), Width: 30, Value: func(r mapRow) sheets.Cell { return sheets.QuietTableStyle.Cell(r.readAs(o.Language)) }},
		{Heading: o.Text("map.means"), Width: 30, Value: toFill},
		{Heading: o.Text("map.payer"), Width: 20, Value: toFill},
		{Heading: o.Text("map.unit"), Width: 16, Value: toFill},
	}
}

// readAs is what the heading is read as without a map.
func (r mapRow) readAs(l budget.Language) string {
	switch r.Role {
	case "":
		return ""
	case notation.RoleYear:
		return strconv.Itoa(r.Year)
	}
	return notation.HeadingName(r.Role, l)
}

// mapHead is the row of headings of a map that the program writes.
const mapHead = 4

// WriteMap makes a map of a book's headings: of each sheet the row that looks most
// like headings, with what each is read as, and room for what it means.
func WriteMap(b *workbook.Book, l budget.Language) ([]byte, error) {
	o := sheets.Options{Language: l}
	p := sheets.New()
	columns := mapColumns(o)
	g := p.AddSheet(l, o.Text("map.sheet"), sheets.Setup{
		Widths: sheets.WidthsOf(columns),
		Frozen: sheetml.Ref{Row: mapHead + 1, Col: 1},
		Head:   mapHead,
	})
	g.Write(30, sheets.TitleStyle.Cell(o.Text("map.title")))
	g.Write(0, sheets.QuietStyle.Cell(o.Text("map.help")))
	g.Skip(1)
	last := sheets.WriteHeads(g, columns)
	r := layout.NewFinder(b, nil)
	for _, s := range b.Sheets {
		if s == nil {
			continue
		}
		for _, c := range r.LikelyHeadings(s) {
			last = sheets.WriteRow(g, columns, mapRow{s.Name, c})
		}
	}
	mapRules(g, o, max(last, mapHead+1))
	g.Close()
	writeMeanings(p, o)
	return p.Pack()
}

// mapUnits are the units that a map offers.
var mapUnits = []string{"kr.", "1.000 kr.", "mio. kr."}

// mapRules puts drop-down lists in the columns to be filled in.
func mapRules(g *sheets.Sheet, o sheets.Options, last int) {
	const means, payer, unit = 4, 5, 6
	g.Validate(sheets.InColumn(means, mapHead+1, last), sheets.OneFrom(o.Text("map.choices"), 1, len(notation.HeadingTable().Order)))
	g.Validate(sheets.InColumn(payer, mapHead+1, last), sheets.OneOf(proposals("payer", o.Language)...))
	g.Validate(sheets.InColumn(unit, mapHead+1, last), sheets.OneOf(mapUnits...))
}

// writeMeanings writes what a heading can mean on a sheet of its own: it is too much for
// a list in the cell.
func writeMeanings(p *sheets.Builder, o sheets.Options) {
	g := p.AddSheet(o.Language, o.Text("map.choices"), sheets.Setup{Widths: []float64{40}})
	for _, meaning := range notation.HeadingTable().Order {
		g.Write(0, sheets.PlainStyle.Cell(notation.HeadingName(notation.Role(meaning), o.Language)))
	}
	g.Close()
}

// OpenMap reads a map. A map with faults is not to be used; the faults are all that was
// found. It fails with an *Unreadable when the file cannot be read.
func OpenMap(path string) (*layout.Map, []Fault, error) {
	book, err := workbook.Open(path)
	if err != nil {
		return nil, nil, err
	}
	m, faults := MapIn(book)
	return m, faults, nil
}

// MapIn reads the map that a book holds.
func MapIn(b *workbook.Book) (*layout.Map, []Fault) {
	for _, s := range b.Sheets {
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
func findMapHeads(b *workbook.Book, s *workbook.Sheet) *mapHeads {
	for i := range s.Rows {
		m := &mapHeads{row: int(s.Rows[i].Number)}
		for _, c := range s.CellsOf(&s.Rows[i]) {
			switch shown := b.Value(s, &c).Text; {
			case text.Catalog.Is("map.heading", shown):
				m.heading = int(c.Col)
			case text.Catalog.Is("map.means", shown):
				m.means = int(c.Col)
			case text.Catalog.Is("map.payer", shown):
				m.payer = int(c.Col)
			case text.Catalog.Is("map.unit", shown):
				m.units = int(c.Col)
			}
		}
		if m.heading > 0 && m.means > 0 {
			return m
		}
	}
	return nil
}

func readMap(b *workbook.Book, s *workbook.Sheet, head *mapHeads) (*layout.Map, []Fault) {
	m := &layout.Map{Meanings: map[string]layout.Meaning{}}
	var faults []Fault
	for i := range s.Rows {
		row := int(s.Rows[i].Number)
		if row <= head.row {
			continue
		}
		heading := b.At(s, sheetml.Ref{Row: row, Col: head.heading})
		if heading.Blank() || b.At(s, sheetml.Ref{Row: row, Col: head.means}).Blank() {
			continue
		}
		entry, wrong := readMapping(b, s, head, row)
		m.Meanings[notation.HeadingKey(heading.Text)] = entry
		faults = append(faults, wrong...)
	}
	return m, faults
}

// readMapping reads what a row of a map says.
func readMapping(b *workbook.Book, s *workbook.Sheet, head *mapHeads, row int) (m layout.Meaning, faults []Fault) {
	read := func(col int, key budget.Key, understood func(text string) bool, args ...budget.Arg) {
		at := sheetml.Ref{Row: row, Col: col}
		if col > 0 && !b.At(s, at).Blank() && !understood(b.At(s, at).Text) {
			faults = append(faults, faultAt(b, s, at, key, args...))
		}
	}
	read(head.means, "map.bad-meaning", func(text string) (ok bool) { m.Role, ok = parseMeaning(text); return ok })
	read(head.payer, "map.bad-payer", func(text string) bool {
		payer, ok := notation.ParsePayer(text)
		m.Payers = []budget.Payer{payer}
		return ok
	}, text.Arg("choices", notation.Choices("payer")))
	read(head.units, "map.bad-unit", func(text string) bool {
		u, ok := notation.ParseUnit(text)
		m.Unit = &u
		return ok
	})
	return m, faults
}

// parseMeaning reads what a heading means: a heading that is known, or the meaning's own
// name.
func parseMeaning(text string) (notation.Role, bool) {
	meaning, ok := notation.HeadingTable().Find(notation.HeadingKey(text))
	if !ok && slices.Contains(notation.HeadingTable().Order, text) {
		return notation.Role(text), true
	}
	return notation.Role(meaning), ok
}

// Columns writes the headings and words that the program knows, for people.
func Columns(l budget.Language) string {
	var b strings.Builder
	list := func(name string, texts []string) { fmt.Fprintf(&b, "%s\n    %s\n", name, strings.Join(texts, "; ")) }
	for _, meaning := range notation.HeadingTable().Order {
		list(notation.HeadingName(notation.Role(meaning), l), notation.HeadingTable().Listed[meaning])
	}
	b.WriteString("\n" + text.Of(l, "map.words") + "\n\n")
	for _, kind := range []string{"kind", "payer", "social", "economic", "wish", "reimbursement", "frame", "answer"} {
		table := notation.WordTables()[kind]
		for _, meaning := range table.Order {
			list(table.Proposal(meaning, l), table.Listed[meaning])
		}
	}
	return b.String()
}
