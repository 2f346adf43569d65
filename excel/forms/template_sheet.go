package forms

import (
	"strconv"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// The rows of the template's sheets.
const (
	templateHead  = 5
	templateFirst = templateHead + 1
	templateLast  = templateFirst + 499 // the last row that drop-down lists and help are given for
	templateEmpty = 40                  // rows that are drawn for the department to fill in
)

// templateSheet writes a sheet: empty, with an example row, or with what a workbook says.
func templateSheet[T any](
	t *Template, p *sheets.Builder, key budget.Key,
	columns []templateColumn[T], rows []T, example map[notation.Role]any,
) {
	g := beginTemplate(t, p, key, columns)
	if t.Submission == nil {
		writeExample(g, columns, example)
		writeEmpty(g, columns)
	}
	for _, row := range rows {
		cells := make([]sheets.Cell, len(columns))
		for i, c := range columns {
			cells[i] = c.value(t, row)
		}
		g.Table(cells...)
	}
	g.Close()
}

// beginTemplate starts a sheet: the title, how to fill it in, the unit, the headings.
func beginTemplate[T any](
	t *Template, p *sheets.Builder, key budget.Key, columns []templateColumn[T],
) *sheets.Sheet {
	var widths []float64
	for _, c := range columns {
		widths = append(widths, c.width)
	}
	g := p.AddSheet(t.Language, t.Text(key), sheets.Setup{
		Widths: widths,
		Frozen: sheetml.Ref{Row: templateFirst, Col: 2},
		Head:   templateHead,
		Open:   t.Submission == nil,
	})
	g.Write(30, sheets.TitleStyle.Cell(t.title()))
	if t.Submission == nil {
		g.Write(0, sheets.QuietStyle.Cell(t.Text(key+".help")))
	} else {
		g.Skip(1)
	}
	g.Write(0, sheets.SubtitleStyle.Cell(t.caption()))
	g.Skip(1)
	var heads []sheets.Cell
	for _, c := range columns {
		heads = append(heads, sheets.HeadStyle.Cell(c.heading(t.Language)))
	}
	g.Table(heads...)
	templateRules(t, g, columns)
	return g
}

// templateRules gives the columns their drop-down lists, rules and help.
func templateRules[T any](t *Template, g *sheets.Sheet, columns []templateColumn[T]) {
	for i, c := range columns {
		help := sheets.Helped(notation.HeadingName(c.role, t.Language), t.Text("template.help."+budget.Key(c.role)))
		rules := []sheets.Rule{help}
		if c.rule != nil {
			rules = append(rules, c.rule(t))
		}
		g.Validate(sheets.InColumn(i+1, templateFirst, templateLast), rules...)
	}
}

// unit is the unit of amounts, by its power of ten.
func (t *Template) unit() notation.Unit {
	if t.Unit == nil {
		return 0
	}
	return *t.Unit
}

// title names the budget year, where there is one.
func (t *Template) title() string {
	if len(t.Years) == 0 {
		return t.Text("template.title-annual")
	}
	return text.Say(t.Language, "template.title", nil, text.Arg("year", budget.Year(t.Years[0])))
}

// caption states the unit and the price level of all amounts.
func (t *Template) caption() string {
	said := t.unit().String()
	if said == "kr." {
		said = "Kr."
	}
	if t.PriceLevel != 0 {
		said += ", " + strconv.Itoa(t.PriceLevel) + "-p/l"
	}
	return said
}

// writeEmpty writes empty rows to be filled in, and locks all other cells.
func writeEmpty[T any](g *sheets.Sheet, columns []templateColumn[T]) {
	cells := make([]sheets.Cell, len(columns))
	for i, c := range columns {
		cells[i] = c.input.Cell("")
	}
	for range templateEmpty {
		g.Write(0, cells...)
	}
	g.Protect(sheets.Protection{Sort: true})
}
