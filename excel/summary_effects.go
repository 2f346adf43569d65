package excel

import (
	"cmp"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// effectsPage is Budgetvirkning: what the projects cost, which areas give up what, and
// what presses servicerammen.
func (s *Summary) effectsPage(p *pages) {
	years := s.years()
	widths := []float64{36, 26, 20, 40}
	for range years {
		widths = append(widths, 18)
	}
	g := p.newPage(s.Language, s.text("summary.sheet.effects"), layout{widths: widths, frozen: sheetml.Ref{Row: 1, Col: 5}})
	g.write(30, cell{s.text("summary.title.effects"), titleLook})
	g.write(0, cell{s.text("summary.effects"), quietLook})
	effects := budget.Effects(s.reports())
	if len(effects) == 0 {
		g.write(0, cell{s.text("summary.no-effects"), quietLook})
		g.close()
		return
	}
	frames := []budget.Frame{budget.ServiceFrame, budget.TransferFrame, budget.CapitalFrame, 0}
	if net := budget.NetEffect(effects, func(e budget.Effect) bool { return e.Frame == budget.ServiceFrame }); len(net) > 0 && net[0].Positive() {
		g.write(0, cell{s.say("summary.frame-pressed", arg("amount", budget.Kroner{Decimal: net[0].Value}), arg("year", budget.Year(s.BudgetYear))), plainLook})
	}
	g.skip(1)
	g.write(20, cell{s.text("summary.by-frame"), subtitleLook})
	s.effectHead(g, "column.verdict", "head.frame")
	for _, v := range budget.Verdicts() {
		for _, frame := range frames {
			net := budget.NetEffect(effects, func(e budget.Effect) bool { return e.Verdict == v && e.Frame == frame })
			if net != nil {
				s.effectRow(g, net, cell{s.Language.Word(v), verdictLook(v)}, cell{s.frame(frame), textLook}, cell{s.text("summary.net"), textLook}, cell{"", textLook})
			}
		}
	}
	s.effectRow(g, budget.NetEffect(effects, func(budget.Effect) bool { return true }), cell{s.text("summary.all"), textLook}, cell{"", textLook}, cell{s.text("summary.net"), textLook}, cell{"", textLook})
	g.skip(1)
	g.write(20, cell{s.text("summary.by-area"), subtitleLook})
	head := s.effectHead(g, "column.verdict", "head.frame")
	last := head
	for _, e := range effects {
		last = s.effectRow(g, e.Amounts, cell{s.Language.Word(e.Verdict), verdictLook(e.Verdict)}, cell{s.frame(e.Frame), textLook},
			cell{s.Language.Word(e.Kind), wrapLook}, cell{cmp.Or(e.Area, s.text("summary.not-stated")), wrapLook})
	}
	g.filter(head, last, len(widths))
	g.close()
}

// effectHead writes the headings of a table of effects.
func (s *Summary) effectHead(g *page, keys ...budget.Key) int {
	cells := s.heads(append(keys, "head.kind", "head.area")...)
	for _, year := range s.years() {
		cells = append(cells, cell{year, headLook})
	}
	return g.table(cells...)
}

func (s *Summary) effectRow(g *page, amounts []budget.Figure, cells ...cell) int {
	for _, f := range amounts {
		cells = append(cells, money(s.Language, f))
	}
	return g.table(cells...)
}

func (s *Summary) frame(f budget.Frame) string {
	if f == 0 {
		return s.text("summary.not-stated")
	}
	return s.Language.Word(f)
}
