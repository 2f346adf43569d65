package annotate

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
	"videre/excel/workbook"
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

// checkFormulas makes formulas of figures.
type checkFormulas struct {
	*annotation
	usual map[columnKey]reading.Factor // of a column's amounts, for its zeros and blanks
}

// columnKey is a column of a sheet.
type columnKey struct{ sheet, col int }

func (a *annotation) newLive() *checkFormulas {
	l := &checkFormulas{a, map[columnKey]reading.Factor{}}
	for i := range a.Submission.Lines {
		a.Submission.Lines[i].Stated(func(amount budget.Amount) bool {
			if f, ok := l.ownFactor(amount); ok {
				index, at, _ := workbook.PlaceOf(amount.Origin)
				l.usual[columnKey{index, at.Col}] = f
			}
			return true
		})
	}
	return l
}

// number is what a cell holds, when it is a number.
func (l *checkFormulas) number(o budget.Origin) (decimal.Decimal, bool) {
	index, at, ok := workbook.PlaceOf(o)
	if !ok || index >= len(l.Book.Sheets) || l.Book.Sheets[index] == nil {
		return decimal.Zero, false
	}
	cell := l.Book.Sheets[index].Cell(at)
	if cell == nil || cell.Kind != sheetml.Number {
		return decimal.Zero, false
	}
	return notation.StoredNumber(cell.Text)
}

// ownFactor is what a cell's number was multiplied by to be an amount in kroner. A zero
// has none of its own: it needs no unit, and its sign is not turned with the others'.
func (l *checkFormulas) ownFactor(a budget.Amount) (reading.Factor, bool) {
	stored, ok := l.number(a.Origin)
	if !ok || a.State != budget.Given || stored.IsZero() {
		return reading.Factor{}, false
	}
	f, known := l.Factors[a.Origin]
	return f, known
}

// term is an amount as a term of a formula: a cell times its factor, or a constant that
// says of which cell it is.
func (l *checkFormulas) term(a budget.Amount, exact budget.Figure, share decimal.Decimal) string {
	index, at, ok := workbook.PlaceOf(a.Origin)
	f, known := l.ownFactor(a)
	if !known {
		f, known = l.usual[columnKey{index, at.Col}]
	}
	all := f.Decimal().Mul(share)
	stored, isNumber := l.number(a.Origin)
	empty := a.State == budget.Blank && l.Book.Sheets[index] != nil && l.Book.At(l.Book.Sheets[index], at).Blank()
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
	said := l.Text("live.constant") + " " + l.Book.Locate(a.Origin)
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
func (l *checkFormulas) cost(s *budget.Assessment, i int) string {
	var terms []string
	for _, line := range s.Lines {
		if line.Kind.Value == budget.Cost {
			terms = append(terms, l.term(line.In(s.Years[i]), s.CostOf(line, i), decimal.New(1, 0)))
		}
	}
	return sum(terms, s.Figures[i].Cost)
}

func (l *checkFormulas) counted(s *budget.Assessment, i int) string {
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
func (l *checkFormulas) row(g *sheets.Sheet, s *budget.Assessment, i int) {
	f := s.Figures[i]
	row := strconv.Itoa(g.Row)
	cost, counted, gap := "D"+row, "E"+row, "F"+row
	unknown := sheets.QuietTableStyle.Cell(l.Text("unknown"))
	cells := []sheets.Cell{
		{Value: s.Name(), Style: sheets.CheckTextStyle}, {Value: f.Year, Style: sheets.CheckYearStyle}, {Value: l.Text("live.check"), Style: sheets.CheckTextStyle},
		unknown, unknown, unknown, unknown, unknown,
	}
	if f.Cost.Known {
		cells[3] = sheets.CheckStyle.Cell(sheets.Formula{Text: l.cost(s, i), Result: sheets.Number(f.Cost.Value)})
	}
	if f.Counted.Known {
		cells[4] = sheets.CheckStyle.Cell(sheets.Formula{Text: l.counted(s, i), Result: sheets.Number(f.Counted.Value)})
	}
	if f.Cost.Known && f.Counted.Known {
		cells[5] = sheets.CheckStyle.Cell(sheets.Formula{Text: "ROUND(MAX(0," + cost + "-" + counted + "),6)", Result: sheets.Number(f.Gap.Value)})
		cells[6] = sheets.CheckPercentStyle.Cell(sheets.Formula{Text: `IF(` + cost + `>0,` + counted + "/" + cost + `,"–")`, Result: l.ratio(f)})
		financed := "IF(" + gap + "<=" + l.report.Policy.Tolerance.String() +
			"," + quotedText(l.Text("live.full")) + "," + quotedText(l.Text("live.not-full")) + ")"
		cells[7] = sheets.CheckTextStyle.Cell(sheets.Formula{Text: financed, Result: l.financed(f)})
	}
	g.Write(0, cells...)
}

// ratio is the coverage as a formula would give it.
func (l *checkFormulas) ratio(f budget.YearFigures) any {
	if !f.Cost.Positive() {
		return "–"
	}
	return sheets.Number(f.Counted.Value.DivRound(f.Cost.Value, 15))
}

// financed says whether a year is fully financed.
func (a *annotation) financed(f budget.YearFigures) string {
	switch {
	case !f.Gap.Known:
		return a.Text("unknown")
	case f.Gap.Value.LessThanOrEqual(a.report.Policy.Tolerance):
		return a.Text("live.full")
	}
	return a.Text("live.not-full")
}
