package budget

import (
	"strings"

	"github.com/shopspring/decimal"
)

var hundred = decimal.New(100, 0)

// Plain writes an amount in kroner for machines: a decimal point, no grouping,
// at least two decimals, and as many more as the amount has. Nothing is rounded.
func Plain(d decimal.Decimal) string {
	s := d.String()
	dot := strings.IndexByte(s, '.')
	if dot < 0 {
		return s + ".00"
	}
	if len(s)-dot-1 < 2 {
		return s + "0"
	}
	return s
}

// Money writes an amount in kroner for people, exactly, in the language's
// notation: 1.150.500,00 in Danish and 1,150,500.00 in English.
func (l Language) Money(d decimal.Decimal) string { return l.grouped(Plain(d)) }

// Number writes a number for people, exactly and without padding: 1.300.
func (l Language) Number(d decimal.Decimal) string { return l.grouped(d.String()) }

// grouped writes a plain number in the language's notation.
func (l Language) grouped(plain string) string {
	sign := ""
	if strings.HasPrefix(plain, "-") {
		sign, plain = "-", plain[1:]
	}
	whole, fraction, broken := strings.Cut(plain, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(languages[l].thousands)
		}
		b.WriteRune(digit)
	}
	if broken {
		b.WriteString(languages[l].point + fraction)
	}
	return b.String()
}

// Percent writes a ratio as a percentage with at most two decimals. The digits
// are cut, never rounded, so that a coverage below 100 % is not shown as 100 %.
func (l Language) Percent(ratio decimal.Decimal) string {
	return l.Number(ratio.Mul(hundred).Truncate(2)) + " %"
}

// ratio is part ÷ whole cut to the given number of decimals; whole is not zero.
func ratio(part, whole decimal.Decimal, decimals int32) decimal.Decimal {
	quotient, _ := part.QuoRem(whole, decimals)
	return quotient
}
