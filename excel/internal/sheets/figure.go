package sheets

import (
	"strconv"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/text"
)

// Money is an amount as a cell of a table; unknown is said in words.
func Money(l budget.Language, f budget.Figure) Cell {
	if !f.Known {
		return QuietTableStyle.Cell(text.Of(l, "unknown"))
	}
	return MoneyStyle.Cell(Number(f.Value))
}

// AmountCell is an amount as a cell of a table: blank where it is.
func AmountCell(l budget.Language, a budget.Amount) Cell {
	switch {
	case a.State == budget.Blank:
		return QuietTableStyle.Cell("")
	case a.State != budget.Given:
		return QuietTableStyle.Cell(text.Of(l, "unknown"))
	}
	return MoneyStyle.Cell(Number(a.Value))
}

// Percent is a coverage; it is unknown, too, in a year without cost.
func Percent(l budget.Language, f budget.Figure) Cell {
	if !f.Known {
		return QuietTableStyle.Cell("–")
	}
	return PercentStyle.Cell(Number(f.Value))
}

// Number is a decimal as a cell holds it: a number, or a text when it has more
// digits than a cell keeps.
func Number(d decimal.Decimal) any {
	const spared = notation.Significant + 4 // a longer one is not worth trying
	if d.Sign() != 0 && d.NumDigits() > spared {
		return budget.Plain(d)
	}
	f, _ := d.Float64()
	if back, ok := notation.StoredNumber(formatFloat(f)); !ok || !back.Equal(d) {
		return budget.Plain(d)
	}
	return f
}

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
