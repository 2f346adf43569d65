package excel

import (
	"videre/budget"
	"videre/excel/internal/sheetml"
)

// effectsPage is Budgetvirkning: what the projects cost, which areas give up what, and
// what presses servicerammen.
func (s *Summary) effectsPage(p *pages) {
	columns := s.effectColumns()
	g := p.newPage(s.Language, s.text("summary.sheet.effects"), layout{
		widths: widthsOf(columns),
		frozen: sheetml.Ref{Row: 1, Col: 5},
	})
	g.write(30, cell{s.text("summary.title.effects"), titleLook})
	g.write(0, cell{s.text("summary.effects"), quietLook})
	effects := budget.Effects(s.reports())
	if len(effects) == 0 {
		g.write(0, cell{s.text("summary.no-effects"), quietLook})
		g.close()
		return
	}
	s.framePressed(g, effects)
	g.skip(1)
	g.write(20, cell{s.text("summary.by-frame"), subtitleLook})
	writeHeads(g, columns)
	for _, row := range s.netRows(effects) {
		writeRow(g, columns, row)
	}
	g.skip(1)
	g.write(20, cell{s.text("summary.by-area"), subtitleLook})
	head := writeHeads(g, columns)
	last := head
	for _, e := range effects {
		last = writeRow(g, columns, s.areaRow(e))
	}
	g.filter(head, last, len(columns))
	g.close()
}

// framePressed says so when the projects together need room under servicerammen.
func (s *Summary) framePressed(g *page, effects []budget.Effect) {
	net := budget.NetEffect(effects, func(e budget.Effect) bool { return e.Frame == budget.ServiceFrame })
	if len(net) > 0 && net[0].Positive() {
		said := s.say("summary.frame-pressed",
			arg("amount", budget.Kroner{Decimal: net[0].Value}), arg("year", budget.Year(s.BudgetYear)))
		g.write(0, cell{said, plainLook})
	}
}

// effectRow is a row of a table of effects.
type effectRow struct {
	verdict, frame, kind, area cell
	amounts                    []budget.Figure
}

// effectColumns are the columns of both tables of effects, one for each year.
func (s *Summary) effectColumns() []sheetColumn[effectRow] {
	columns := []sheetColumn[effectRow]{
		{s.text("column.verdict"), 36, func(r effectRow) cell { return r.verdict }},
		{s.text("head.frame"), 26, func(r effectRow) cell { return r.frame }},
		{s.text("head.kind"), 20, func(r effectRow) cell { return r.kind }},
		{s.text("head.area"), 40, func(r effectRow) cell { return r.area }},
	}
	for i, year := range s.years() {
		columns = append(columns, sheetColumn[effectRow]{year, 18, func(r effectRow) cell {
			if i >= len(r.amounts) { // the sum of nothing but one-off costs
				return cell{}
			}
			return money(s.Language, r.amounts[i])
		}})
	}
	return columns
}

// netRows are what the projects of each verdict cost in each frame, and then all of them.
func (s *Summary) netRows(effects []budget.Effect) []effectRow {
	blank, net := cell{"", textLook}, cell{s.text("summary.net"), textLook}
	var rows []effectRow
	for _, v := range budget.Verdicts() {
		for _, frame := range []budget.Frame{budget.ServiceFrame, budget.TransferFrame, budget.CapitalFrame, 0} {
			amounts := budget.NetEffect(effects, func(e budget.Effect) bool { return e.Verdict == v && e.Frame == frame })
			if amounts != nil {
				rows = append(rows, effectRow{s.verdict(v), cell{s.frame(frame), textLook}, net, blank, amounts})
			}
		}
	}
	all := budget.NetEffect(effects, func(budget.Effect) bool { return true })
	return append(rows, effectRow{cell{s.text("summary.all"), textLook}, blank, net, blank, all})
}

// areaRow is an effect of one area's.
func (s *Summary) areaRow(e budget.Effect) effectRow {
	return effectRow{
		verdict: s.verdict(e.Verdict),
		frame:   cell{s.frame(e.Frame), textLook},
		kind:    cell{s.Language.Word(e.Kind), wrapLook},
		area:    cell{s.stated(e.Area), wrapLook},
		amounts: e.Amounts,
	}
}

func (s *Summary) frame(f budget.Frame) string {
	if f == 0 {
		return s.text("summary.not-stated")
	}
	return s.Language.Word(f)
}
