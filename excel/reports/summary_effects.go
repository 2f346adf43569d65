package reports

import (
	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// effectsSheet is Budgetvirkning: what the projects cost, which areas give up what, and
// what presses servicerammen.
func (s *Summary) effectsSheet(p *sheets.Builder) {
	columns := s.effectColumns()
	g := p.AddSheet(s.Language, s.Text("summary.sheet.effects"), sheets.Setup{
		Widths: sheets.WidthsOf(columns),
		Frozen: sheetml.Ref{Row: 1, Col: 5},
	})
	g.Write(30, sheets.TitleStyle.Cell(s.Text("summary.title.effects")))
	g.Write(0, sheets.QuietStyle.Cell(s.Text("summary.effects")))
	effects := budget.Effects(s.reports())
	if len(effects) == 0 {
		g.Write(0, sheets.QuietStyle.Cell(s.Text("summary.no-effects")))
		g.Close()
		return
	}
	s.framePressed(g, effects)
	g.Skip(1)
	g.Write(20, sheets.SubtitleStyle.Cell(s.Text("summary.by-frame")))
	sheets.WriteHeads(g, columns)
	for _, row := range s.netRows(effects) {
		sheets.WriteRow(g, columns, row)
	}
	g.Skip(1)
	g.Write(20, sheets.SubtitleStyle.Cell(s.Text("summary.by-area")))
	head := sheets.WriteHeads(g, columns)
	last := head
	for _, e := range effects {
		last = sheets.WriteRow(g, columns, s.areaRow(e))
	}
	g.Filter(head, last, len(columns))
	g.Close()
}

// framePressed says so when the projects together need room under servicerammen.
func (s *Summary) framePressed(g *sheets.Sheet, effects []budget.Effect) {
	net := budget.NetEffect(effects, func(e budget.Effect) bool { return e.Frame == budget.ServiceFrame })
	if len(net) > 0 && net[0].Positive() {
		said := s.say("summary.frame-pressed",
			text.Arg("amount", budget.Kroner{Decimal: net[0].Value}), text.Arg("year", budget.Year(s.BudgetYear)))
		g.Write(0, sheets.PlainStyle.Cell(said))
	}
}

// effectRow is a row of a table of effects.
type effectRow struct {
	verdict, frame, kind, area sheets.Cell
	amounts                    []budget.Figure
}

// effectColumns are the columns of both tables of effects, one for each year.
func (s *Summary) effectColumns() []sheets.SheetColumn[effectRow] {
	c := columns[effectRow]{s.Options}
	table := []sheets.SheetColumn[effectRow]{
		c.cell("column.verdict", 36, func(r effectRow) sheets.Cell { return r.verdict }),
		c.cell("head.frame", 26, func(r effectRow) sheets.Cell { return r.frame }),
		c.cell("head.kind", 20, func(r effectRow) sheets.Cell { return r.kind }),
		c.cell("head.area", 40, func(r effectRow) sheets.Cell { return r.area }),
	}
	for i, year := range s.years() {
		amount := func(r effectRow) sheets.Cell {
			if i >= len(r.amounts) { // the sum of nothing but one-off costs
				return sheets.Cell{}
			}
			return sheets.Money(s.Language, r.amounts[i])
		}
		table = append(table, sheets.SheetColumn[effectRow]{Heading: year, Width: 18, Value: amount})
	}
	return table
}

// netRows are what the projects of each verdict cost in each frame, and then all of them.
func (s *Summary) netRows(effects []budget.Effect) []effectRow {
	blank, net := sheets.TextStyle.Cell(""), sheets.TextStyle.Cell(s.Text("summary.net"))
	var rows []effectRow
	for _, v := range budget.Verdicts() {
		for _, frame := range []budget.Frame{budget.ServiceFrame, budget.TransferFrame, budget.CapitalFrame, 0} {
			amounts := budget.NetEffect(effects, func(e budget.Effect) bool {
				return e.Verdict == v && e.Frame == frame
			})
			if amounts != nil {
				rows = append(rows, effectRow{s.verdict(v), sheets.TextStyle.Cell(s.frame(frame)), net, blank, amounts})
			}
		}
	}
	all := budget.NetEffect(effects, func(budget.Effect) bool { return true })
	return append(rows, effectRow{sheets.TextStyle.Cell(s.Text("summary.all")), blank, net, blank, all})
}

// areaRow is an effect of one area's.
func (s *Summary) areaRow(e budget.Effect) effectRow {
	return effectRow{
		verdict: s.verdict(e.Verdict),
		frame:   sheets.TextStyle.Cell(s.frame(e.Frame)),
		kind:    sheets.WrapStyle.Cell(s.Language.Word(e.Kind)),
		area:    sheets.WrapStyle.Cell(s.stated(e.Area)),
		amounts: e.Amounts,
	}
}

// frame is the name of a frame (styringsområde), or that none is stated.
func (s *Summary) frame(f budget.Frame) string {
	if f == 0 {
		return s.Text("summary.not-stated")
	}
	return s.Language.Word(f)
}
