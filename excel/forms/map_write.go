package forms

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// mapHead is the row of headings of a map that the program writes.
const mapHead = 4

// WriteMap makes a map of columns (kolonnekort) as the bytes of a workbook: each heading and
// label of a book with those it stands under, values that stand there, what it is read as, and
// room for what it means, with drop-down lists. People fill it in, and ReadMap reads it. The same book
// gives the same bytes. Its error is that the workbook could not be made.
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
	for _, m := range layout.NewFinder(b, nil).Mappable() {
		last = sheets.WriteRow(g, columns, mapRow(m))
	}
	mapRules(g, o, max(last, mapHead+1))
	g.Close()
	writeMeanings(p, o)
	return p.Pack()
}

// mapRow is a row of a map.
type mapRow layout.Mappable

// mapColumns are the columns of a map; those after what is read are to be filled in.
func mapColumns(o sheets.Options) []sheets.SheetColumn[mapRow] {
	in := func(r mapRow) sheets.Cell { return sheets.WrapStyle.Cell(strings.Join(r.Sheets, " · ")) }
	heading := func(r mapRow) sheets.Cell { return sheets.WrapStyle.Cell(r.Heading) }
	samples := func(r mapRow) sheets.Cell { return sheets.WrapStyle.Cell(r.sampled()) }
	readAs := func(r mapRow) sheets.Cell { return sheets.QuietTableStyle.Cell(r.readAs(o.Language)) }
	toFill := func(mapRow) sheets.Cell { return sheets.InputStyle.Cell("") }
	return []sheets.SheetColumn[mapRow]{
		{Heading: o.Text("map.in"), Width: 22, Value: in},
		{Heading: o.Text("map.heading"), Width: 44, Value: heading},
		{Heading: o.Text("map.samples"), Width: 40, Value: samples},
		{Heading: o.Text("map.read"), Width: 30, Value: readAs},
		{Heading: o.Text("map.means"), Width: 30, Value: toFill},
		{Heading: o.Text("map.payer"), Width: 20, Value: toFill},
		{Heading: o.Text("map.unit"), Width: 16, Value: toFill},
	}
}

// sampled are the values that stand under a heading, each cut where it is long.
func (r mapRow) sampled() string {
	const longest = 40
	var texts []string
	for _, sample := range r.Samples {
		if letters := []rune(sample); len(letters) > longest {
			sample = string(letters[:longest-1]) + "…"
		}
		texts = append(texts, sample)
	}
	return strings.Join(texts, " · ")
}

// readAs is what the heading is read as without a map; what is only guessed has a question
// mark.
func (r mapRow) readAs(l budget.Language) string {
	role := r.Role
	if role == "" {
		role = r.Said.Role
	}
	switch {
	case role == "":
		return ""
	case r.Void, r.Role == "":
		return notation.RoleTitle(role, l) + "?"
	}
	return notation.RoleTitle(role, l)
}

// mapUnits are the units that a map offers.
var mapUnits = []string{"kr.", "1.000 kr.", "mio. kr."}

// mapRules puts drop-down lists in the columns to be filled in.
func mapRules(g *sheets.Sheet, o sheets.Options, last int) {
	const means, payer, unit = 5, 6, 7
	oneMeaning := sheets.OneFrom(o.Text("map.choices"), 1, len(mapRoles()))
	g.Validate(sheets.InColumn(means, mapHead+1, last), oneMeaning)
	g.Validate(sheets.InColumn(payer, mapHead+1, last), sheets.OneOf(proposals("payer", o.Language)...))
	g.Validate(sheets.InColumn(unit, mapHead+1, last), sheets.OneOf(mapUnits...))
}

// writeMeanings writes what a heading can mean on a sheet of its own: it is too much for
// a list in the cell.
func writeMeanings(p *sheets.Builder, o sheets.Options) {
	g := p.AddSheet(o.Language, o.Text("map.choices"), sheets.Setup{Widths: []float64{40}})
	for _, role := range mapRoles() {
		g.Write(0, sheets.PlainStyle.Cell(notation.RoleTitle(role, o.Language)))
	}
	g.Close()
}
