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

// Check formulas: beside the exact figures of a year, which are constants, stand the
// same figures as formulas on the department's cells, so that whoever changes a number
// in the copy sees the gap follow.

// maxChecked is how many projects get formulas; a formula takes at most maxFormula
// characters (Excel's own limit is 8,192).
const (
	maxChecked = 1000
	maxFormula = 8000
)

// checker makes check formulas of figures.
type checker struct {
	*annotation
	usual map[columnKey]reading.Factor // of a column's amounts, for its zeros and blanks
}

// columnKey is a column of a sheet.
type columnKey struct{ sheet, col int }

// checkFormulas starts the formulas of a copy.
func (a *annotation) checkFormulas() *checker {
	c := &checker{a, map[columnKey]reading.Factor{}}
	for i := range a.Submission.Lines {
		a.Submission.Lines[i].Stated(func(amount budget.Amount) bool {
			if f, ok := c.ownFactor(amount); ok {
				index, at, _ := workbook.PlaceOf(amount.Origin)
				c.usual[columnKey{index, at.Col}] = f
			}
			return true
		})
	}
	return c
}

// number is what a cell holds, when it is a number.
func (c *checker) number(o budget.Origin) (decimal.Decimal, bool) {
	index, at, ok := workbook.PlaceOf(o)
	if !ok || index >= len(c.Book.Sheets) || c.Book.Sheets[index] == nil {
		return decimal.Zero, false
	}
	cell := c.Book.Sheets[index].Cell(at)
	if cell == nil || cell.Kind != sheetml.Number {
		return decimal.Zero, false
	}
	return notation.StoredNumber(cell.Text)
}

// ownFactor is what a cell's number was multiplied by to be an amount in kroner. A zero
// has none of its own: it needs no unit, and its sign is not turned with the others'.
func (c *checker) ownFactor(a budget.Amount) (reading.Factor, bool) {
	stored, ok := c.number(a.Origin)
	if !ok || a.State != budget.Given || stored.IsZero() {
		return reading.Factor{}, false
	}
	f, known := c.Factors[a.Origin]
	return f, known
}

// term is an amount as a term of a formula: a cell times its factor, or a constant that
// says of which cell it is.
func (c *checker) term(a budget.Amount, exact budget.Figure, share decimal.Decimal) string {
	index, at, ok := workbook.PlaceOf(a.Origin)
	f, known := c.ownFactor(a)
	if !known {
		f, known = c.usual[columnKey{index, at.Col}]
	}
	all := f.Decimal().Mul(share)
	stored, isNumber := c.number(a.Origin)
	empty := a.State == budget.Blank && c.Book.Sheets[index] != nil && c.Book.At(c.Book.Sheets[index], at).Blank()
	if ok && known && (isNumber && stored.Mul(all).Equal(exact.Value) || empty && exact.IsZero()) {
		ref, _ := c.reference(a.Origin)
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
	said := c.Text("check.constant") + " " + c.Book.Locate(a.Origin)
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
func (c *checker) cost(s *budget.Assessment, i int) string {
	var terms []string
	for _, line := range s.Lines {
		if kind := line.Kind.Value; kind == budget.Cost || kind == budget.Repayment {
			terms = append(terms, c.term(line.In(s.Years[i]), s.CostOf(line, i), decimal.New(1, 0)))
		}
	}
	return sum(terms, s.Figures[i].Cost)
}

func (c *checker) counted(s *budget.Assessment, i int) string {
	var terms []string
	for _, line := range s.Lines {
		if !line.Kind.Value.Finances() {
			continue
		}
		if line.Counted[i].IsZero() && (line.Counts == budget.CountsNo || !line.In(s.Years[i]).Value.IsZero()) {
			continue // it does not count, or not in this year
		}
		terms = append(terms, c.term(line.In(s.Years[i]), line.Counted[i], line.Part.Value))
	}
	return sum(terms, s.Figures[i].Counted)
}

// row writes the check formulas of one year below the year's exact figures; what is not
// known is not computed.
func (c *checker) row(g *sheets.Sheet, s *budget.Assessment, i int) {
	f := s.Figures[i]
	row := strconv.Itoa(g.Row)
	cost, counted, gap := "D"+row, "E"+row, "F"+row
	unknown := sheets.QuietTableStyle.Cell(c.Text("unknown"))
	cells := []sheets.Cell{
		sheets.CheckTextStyle.Cell(s.Name()), sheets.CheckYearStyle.Cell(f.Year),
		sheets.CheckTextStyle.Cell(c.Text("check.check")),
		unknown, unknown, unknown, unknown, unknown,
	}
	formula := func(style sheets.Style, text string, result any) sheets.Cell {
		return style.Cell(sheets.Formula{Text: text, Result: result})
	}
	if f.Cost.Known {
		cells[3] = formula(sheets.CheckStyle, c.cost(s, i), sheets.Number(f.Cost.Value))
	}
	if f.Counted.Known {
		cells[4] = formula(sheets.CheckStyle, c.counted(s, i), sheets.Number(f.Counted.Value))
	}
	if f.Cost.Known && f.Counted.Known {
		lacks := "ROUND(MAX(0," + cost + "-" + counted + "),6)"
		cells[5] = formula(sheets.CheckStyle, lacks, sheets.Number(f.Gap.Value))
		covers := "IF(" + cost + ">0," + cutRatio(counted, cost) + `,"–")`
		cells[6] = formula(sheets.CheckPercentStyle, covers, ratio(f))
		financed := "IF(" + gap + "<=" + c.report.Policy.Tolerance.String() +
			"," + quotedText(c.Text("check.full")) + "," + quotedText(c.Text("check.not-full")) + ")"
		cells[7] = formula(sheets.CheckTextStyle, financed, c.financed(f))
	}
	g.Write(0, cells...)
}

// cutRatio is a ratio cut after four decimals, so that a coverage below 100 % is never shown
// as 100 %. It rounds nine decimals further on, where floating point may fall short of a
// ratio that is whole; ROUNDDOWN does not do so in every program.
func cutRatio(part, whole string) string {
	return "INT(ROUND(" + part + "*10000/" + whole + ",9))/10000"
}

// ratio is the coverage as its formula gives it.
func ratio(f budget.YearFigures) any {
	if !f.Coverage.Known {
		return "–"
	}
	return sheets.Number(f.Coverage.Value)
}

// financed says whether a year is fully financed.
func (a *annotation) financed(f budget.YearFigures) string {
	switch {
	case !f.Gap.Known:
		return a.Text("unknown")
	case f.Gap.Value.LessThanOrEqual(a.report.Policy.Tolerance):
		return a.Text("check.full")
	}
	return a.Text("check.not-full")
}
