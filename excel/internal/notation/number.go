package notation

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Significant is the number of digits Excel keeps and shows of a number.
const Significant = 15

// StoredNumber turns the text of a stored number into the decimal that Excel
// shows: the shortest form that gives the same float64 and, where that has more
// than 15 significant digits, the number rounded to 15.
func StoredNumber(raw string) (decimal.Decimal, bool) {
	raw = strings.TrimSpace(raw)
	if raw == "" || len(raw) > 400 || strings.Trim(raw, "0123456789.eE+-") != "" {
		return decimal.Zero, false
	}
	if !strings.ContainsAny(raw, "eE") && len(strings.Trim(raw, "+-0.")) <= Significant {
		d, err := decimal.NewFromString(raw)
		return d, err == nil
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return decimal.Zero, false
	}
	shortest := strconv.FormatFloat(f, 'e', -1, 64)
	if digits(shortest) > Significant {
		shortest = strconv.FormatFloat(f, 'e', Significant-1, 64)
	}
	d, err := decimal.NewFromString(shortest)
	return d, err == nil
}

// IsShortest reports whether a stored number is written as [DanishNumber] writes it but for the
// mark, so that nothing is gained by reading it: no zeros at its ends, few digits, no exponent.
func IsShortest(raw string) bool {
	whole, fraction, hasPoint := strings.Cut(strings.TrimPrefix(raw, "-"), ".")
	switch {
	case whole == "" || len(raw) > Significant || whole[0] == '0' && (len(whole) > 1 || !hasPoint && raw[0] == '-'):
		return false
	case hasPoint && (fraction == "" || fraction[len(fraction)-1] == '0'):
		return false
	}
	return strings.Trim(whole, "0123456789") == "" && strings.Trim(fraction, "0123456789") == ""
}

// digits is the number of digits in front of the exponent.
func digits(scientific string) int {
	mantissa, _, _ := strings.Cut(strings.TrimPrefix(scientific, "-"), "e")
	return len(strings.ReplaceAll(mantissa, ".", ""))
}

// DanishNumber is a number's digits with a decimal comma.
func DanishNumber(d decimal.Decimal) string { return strings.Replace(d.String(), ".", ",", 1) }

// Rounded reports whether a stored number has more digits than [StoredNumber] keeps.
func Rounded(raw string) bool {
	f, err := strconv.ParseFloat(strings.TrimSpace(raw), 64)
	return err == nil && digits(strconv.FormatFloat(f, 'e', -1, 64)) > Significant
}
