package calc

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// Digits of a number. Excel computes with 15 to 17; what is kept beyond them makes
// sure that no difference is of this package's making.
const (
	keptDigits   = 50
	excelDigits  = 15
	maxMagnitude = 308 // Excel's largest number is below 1E+308
)

// settled is a number brought within bounds: rounded to the digits kept, 0 where it is
// too small for Excel, #NUM! where it is too large.
func settled(v Value) Value {
	magnitude := magnitudeOf(v.Number)
	switch {
	case v.Number.IsZero() || magnitude < -maxMagnitude:
		v.Number = decimal.Zero
	case magnitude > maxMagnitude:
		return errNum
	case v.Number.NumDigits() > keptDigits:
		v.Number, v.Rough = v.Number.Round(int32(keptDigits-magnitude)), true
	}
	return v
}

// magnitudeOf is how many digits stand before the decimal point; negative for zeros
// after it.
func magnitudeOf(d decimal.Decimal) int { return d.NumDigits() + int(d.Exponent()) }

// literal is a number as it stands in a formula.
func literal(text string) Value {
	d, err := decimal.NewFromString(text)
	if err != nil {
		return errNum
	}
	return settled(NumberOf(d))
}

// certain reports whether a number is the same in Excel's binary arithmetic: a whole
// one that was not computed from fractions.
func certain(v Value) bool { return !v.Rough && v.Number.IsInteger() }

func add(a, b Value) Value {
	return settled(Value{Kind: Number, Number: a.Number.Add(b.Number), Rough: !certain(a) || !certain(b)})
}

func subtract(a, b Value) Value {
	b.Number = b.Number.Neg()
	return add(a, b)
}

func multiply(a, b Value) Value {
	return settled(Value{Kind: Number, Number: a.Number.Mul(b.Number), Rough: !certain(a) || !certain(b)})
}

func divide(a, b Value) Value {
	if b.Number.IsZero() {
		return errDiv
	}
	places := keptDigits - magnitudeOf(a.Number) + magnitudeOf(b.Number)
	q := a.Number.DivRound(b.Number, int32(places))
	return settled(Value{Kind: Number, Number: q, Rough: !certain(a) || !certain(b) || !q.IsInteger()})
}

// power is exact for whole exponents, and has the 15 digits of Excel's own for others.
func power(a, b Value) Value {
	switch x, y := a.Number, b.Number; {
	case x.IsZero() && y.IsZero():
		return errNum
	case x.IsZero() && y.IsNegative():
		return errDiv
	case x.IsZero():
		return whole(0)
	case y.IsInteger() && y.Abs().LessThanOrEqual(decimal.NewFromInt(maxPower)):
		return wholePower(a, int(y.IntPart()))
	case x.IsNegative() && !y.IsInteger():
		return errNum
	case y.Equal(half):
		return squareRoot(a)
	}
	return fromFloat(floatPower(a.Number, b.Number))
}

const maxPower = 1 << 10

var half = decimal.New(5, -1)

// wholePower multiplies by squaring.
func wholePower(base Value, n int) Value {
	result, inverse := whole(1), n < 0
	for n = max(n, -n); n > 0 && !result.isError(); n >>= 1 {
		if n&1 == 1 {
			result = multiply(result, base)
		}
		if n > 1 {
			if base = multiply(base, base); base.isError() {
				result = base
			}
		}
	}
	switch {
	case !inverse:
		return result
	case result.isError():
		return whole(0)
	}
	return divide(whole(1), result)
}

// squareRoot is correct to the digits kept.
func squareRoot(v Value) Value {
	if v.Number.IsNegative() {
		return errNum
	}
	f, _, err := big.ParseFloat(v.Number.String(), 10, 400, big.ToNearestEven)
	if err != nil {
		return errNum
	}
	d, err := decimal.NewFromString(new(big.Float).SetPrec(400).Sqrt(f).Text('e', keptDigits))
	if err != nil {
		return errNum
	}
	return settled(Value{Kind: Number, Number: d, Rough: !d.IsInteger()})
}

// plainNumber reads the text of a number that every language writes alike: digits with
// a sign, and decimalMark. known is false for what one language may take for a number, a
// date or a time and another not.
func plainNumber(s string) (d decimal.Decimal, ok, known bool) {
	s = strings.Trim(s, " ")
	if s == "" || len(s) > 300 || !strings.ContainsAny(s, "0123456789") {
		return decimal.Zero, false, true
	}
	digits := strings.TrimLeft(s, "+-")
	if len(s)-len(digits) > 1 || strings.Count(digits, decimalMark) > 1 ||
		strings.Trim(strings.Replace(digits, decimalMark, "", 1), "0123456789") != "" {
		return decimal.Zero, false, hopeless(s)
	}
	d, err := decimal.NewFromString(strings.Replace(s, decimalMark, ".", 1))
	return d, err == nil, err == nil
}

// hopeless reports whether a text with digits is a number in no language: it has a word
// that is no month, no currency and no exponent, or a sign that no number has.
func hopeless(s string) bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	isOther := func(w string) bool { return !numberWords[w] }
	return strings.ContainsAny(s, `_"!?;=<>@\{}[]|`) || slices.ContainsFunc(words, isOther)
}

// numberWords are the words that dates, times and amounts are typed with, in the
// languages of the north, English, German and French; months also by three letters.
var numberWords = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`january february march april may june july august september october november december
		januar februar marts maj juni juli oktober mars mai desember augusti januari februari
		januar märz dezember janvier février avril juin juillet août septembre octobre novembre décembre
		sept mrz déc fév juil kr kroner dkk sek nok isk eur euro usd gbp chf e am pm a p h t kl d den`) {
		words[w] = true
		if runes := []rune(w); len(runes) > 3 {
			words[string(runes[:3])] = true
		}
	}
	return words
}()

// decimalMark stands for the decimal separator of the language that the file was saved
// in, wherever a formula makes text of a number.
const decimalMark = "\u2396"

// numberText is a number as it reads where it is joined to a text; ok is false where
// Excel would begin to write exponents.
func numberText(d decimal.Decimal) (text string, ok bool) {
	if d.IsZero() {
		return "0", true
	}
	magnitude := magnitudeOf(d)
	if magnitude > excelDigits || magnitude < -3 {
		return "", false
	}
	if d.NumDigits() > excelDigits {
		d = d.Round(int32(excelDigits - magnitude))
	}
	text = d.String()
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return strings.Replace(text, ".", decimalMark, 1), true
}

func float(d decimal.Decimal) float64 {
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}
