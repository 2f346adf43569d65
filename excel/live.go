package excel

import (
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// The live check: beside the exact figures of a year, which are constants, stand the
// same figures as formulas on the department's cells, so that whoever changes a number
// in the copy sees the gap follow.

// maxLive is how many projects get formulas; a formula takes at most maxFormula
// characters (Excel's own limit is 8,192).
const (
	maxLive    = 1000
	maxFormula = 8000
)

// live makes formulas of figures.
type live struct {
	*annotation
	usual map[columnKey]factor // of a column's amounts, for its zeros and blanks
}

// columnKey is a column of a sheet.
type columnKey struct{ sheet, col int }

func (a *annotation) newLive() *live {
	l := &live{a, map[columnKey]factor{}}
	for i := range a.Submission.Lines {
		a.Submission.Lines[i].Stated(func(amount budget.Amount) bool {
			if f, ok := l.ownFactor(amount); ok {
				index, at, _ := place(amount.Origin)
				l.usual[columnKey{index, at.Col}] = f
			}
			return true
		})
	}
	return l
}

// number is what a cell holds, when it is a number.
func (l *live) number(o budget.Origin) (decimal.Decimal, bool) {
	index, at, ok := place(o)
	if !ok || index >= len(l.Book.sheets) || l.Book.sheets[index] == nil {
		return decimal.Zero, false
	}
	cell := l.Book.sheets[index].Cell(at)
	if cell == nil || cell.Kind != sheetml.Number {
		return decimal.Zero, false
	}
	return storedNumber(cell.Text)
}

// ownFactor is what a cell's number was multiplied by to be an amount in kroner. A zero
// has none of its own: it needs no unit, and its sign is not turned with the others'.
func (l *live) ownFactor(a budget.Amount) (factor, bool) {
	stored, ok := l.number(a.Origin)
	if !ok || a.State != budget.Given || stored.IsZero() {
		return factor{}, false
	}
	f, known := l.factors[a.Origin]
	return f, known
}

// term is an amount as a term of a formula: a cell times its factor, or a constant that
// says of which cell it is.
func (l *live) term(a budget.Amount, exact budget.Figure, share decimal.Decimal) string {
	index, at, ok := place(a.Origin)
	f, known := l.ownFactor(a)
	if !known {
		f, known = l.usual[columnKey{index, at.Col}]
	}
	all := f.decimal().Mul(share)
	stored, isNumber := l.number(a.Origin)
	empty := a.State == budget.Blank && l.Book.sheets[index] != nil && l.Book.at(l.Book.sheets[index], at).blank()
	if ok && known && (isNumber && stored.Mul(all).Equal(exact.Value) || empty && exact.IsZero()) {
		ref, _ := l.reference(a.Origin)
		if empty {
			ref = "N(" + ref + ")"
		}
		if !all.Equal(decimal.New(1, 0)) {
			ref += "*" + plainFactor(all)
		}
		return ref
	}
	if exact.IsZero() {
		return ""
	}
	said := l.text("live.constant") + " " + l.Book.Locate(a.Origin)
	return exact.Value.String() + `+N(` + quotedText(said) + `)`
}

// quotedText is a text as a formula holds it.
func quotedText(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// plainFactor is a factor as it stands in a formula.
func plainFactor(d decimal.Decimal) string {
	if d.IsNegative() {
		return "(" + d.String() + ")"
	}
	return d.String()
}

// sum is a sum of terms, rounded at six decimals; it falls back to the exact figure
// when there are too many.
func sum(terms []string, exact budget.Figure) string {
	var given []string
	for _, t := range terms {
		if t != "" {
			given = append(given, t)
		}
	}
	if f := "ROUND(" + strings.Join(given, "+") + ",6)"; len(given) > 0 && len(f) <= maxFormula {
		return f
	}
	return exact.Value.String()
}

// cost and counted are the formulas of a project's figures in the year with an index.
func (l *live) cost(s *budget.Assessment, i int) string {
	var terms []string
	for _, line := range s.Lines {
		if line.Kind.Value == budget.Cost {
			terms = append(terms, l.term(line.In(s.Years[i]), s.CostOf(line, i), decimal.New(1, 0)))
		}
	}
	return sum(terms, s.Figures[i].Cost)
}

func (l *live) counted(s *budget.Assessment, i int) string {
	var terms []string
	for _, line := range s.Lines {
		if kind := line.Kind.Value; kind != budget.Saving && kind != budget.Funding {
			continue
		}
		share := decimal.New(1, 0)
		if stated, known := line.Share.Get(); known && line.Kind.Value == budget.Saving {
			share = stated
		}
		if line.Counted[i].IsZero() && (line.Counts == budget.CountsNo || !line.In(s.Years[i]).Value.IsZero()) {
			continue // it does not count, or not in this year
		}
		terms = append(terms, l.term(line.In(s.Years[i]), line.Counted[i], share))
	}
	return sum(terms, s.Figures[i].Counted)
}

// row writes the live check of one year below the year's exact figures; what is not
// known is not computed.
func (l *live) row(g *page, s *budget.Assessment, i int) {
	f := s.Figures[i]
	row := itoa(g.row)
	cost, counted, gap := "D"+row, "E"+row, "F"+row
	unknown := cell{l.text("unknown"), quietTable}
	cells := []cell{
		{s.Name(), checkTextLook}, {f.Year, checkYearLook}, {l.text("live.check"), checkTextLook},
		unknown, unknown, unknown, unknown, unknown,
	}
	if f.Cost.Known {
		cells[3] = cell{formula{l.cost(s, i), number(f.Cost.Value)}, checkLook}
	}
	if f.Counted.Known {
		cells[4] = cell{formula{l.counted(s, i), number(f.Counted.Value)}, checkLook}
	}
	if f.Cost.Known && f.Counted.Known {
		cells[5] = cell{formula{"ROUND(MAX(0," + cost + "-" + counted + "),6)", number(f.Gap.Value)}, checkLook}
		cells[6] = cell{formula{`IF(` + cost + `>0,` + counted + "/" + cost + `,"–")`, l.ratio(f)}, checkPercentLook}
		financed := "IF(" + gap + "<=" + l.report.Policy.Tolerance.String() +
			"," + quotedText(l.text("live.full")) + "," + quotedText(l.text("live.not-full")) + ")"
		cells[7] = cell{formula{financed, l.financed(f)}, checkTextLook}
	}
	g.write(0, cells...)
}

// ratio is the coverage as a formula would give it.
func (l *live) ratio(f budget.YearFigures) any {
	if !f.Cost.Positive() {
		return "–"
	}
	return number(f.Counted.Value.DivRound(f.Cost.Value, 15))
}

// financed says whether a year is fully financed.
func (a *annotation) financed(f budget.YearFigures) string {
	switch {
	case !f.Gap.Known:
		return a.text("unknown")
	case f.Gap.Value.LessThanOrEqual(a.report.Policy.Tolerance):
		return a.text("live.full")
	}
	return a.text("live.not-full")
}
