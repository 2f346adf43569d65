package excel

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// fieldOf is a field of what stands in a cell; read makes the value of it. What
// read does not understand is a finding.
func fieldOf[T any](
	r *reader, v value, code budget.Code, want budget.Value, read func(value) (T, bool),
) budget.Field[T] {
	f := budget.Field[T]{Text: v.text, Origin: v.origin}
	switch {
	case v.uncached:
		f.State = budget.Unreadable
		f.Text = "=" + v.formula
		r.tell(budget.UncomputedFormula, v, budget.Quote(f.Text), nil)
	case v.blank():
	case v.kind == sheetml.Error:
		f.State = budget.Faulty
		r.tell(budget.ErrorValue, v, budget.Quote(v.text), nil)
	default:
		if value, ok := read(v); ok {
			f.State, f.Value = budget.Given, value
		} else {
			f.State = budget.Unreadable
			r.tell(code, v, budget.Quote(v.text), want)
		}
	}
	return f
}

// text reads a cell as text.
func (r *reader) text(v value) budget.Field[string] {
	return fieldOf(r, v, budget.ErrorValue, nil, func(v value) (string, bool) { return v.text, true })
}

// year reads a cell as a year: a year, a date or a text that names one.
func (r *reader) year(v value) budget.Field[int] {
	return fieldOf(r, v, budget.UnreadableYear, nil, func(v value) (int, bool) {
		if v.kind != sheetml.Number {
			return typedYear(v.text)
		}
		d, ok := storedNumber(v.raw)
		isDay := r.book.format(v.style).moment == day
		if !ok || !d.IsInteger() && !isDay || d.IsNegative() || d.GreaterThan(lastDay) {
			return 0, false
		}
		if n := int(d.IntPart()); !isDay {
			return n, plausibleYear(n)
		}
		year := serialDate(int(d.IntPart()), r.book.wb.Date1904).Year()
		return year, plausibleYear(year)
	})
}

// term reads a cell as one of the fixed words of a kind.
func term[T any](r *reader, v value, kind string, values map[string]T) budget.Field[T] {
	return fieldOf(r, v, budget.UnknownTerm, choices(kind), func(v value) (T, bool) {
		meaning, ok := wordTables()[kind].find(wordKey(v.text))
		value, known := values[strings.TrimPrefix(meaning, kind+".")]
		return value, ok && known
	})
}

// yesNo reads a cell as yes or no; what follows a comma or stands in brackets
// after the answer is an explanation ("ja, til 2025").
func (r *reader) yesNo(v value) budget.Field[bool] {
	return fieldOf(r, v, budget.UnknownTerm, choices("answer"), func(v value) (bool, bool) {
		first := v.text
		if i := strings.IndexAny(first, ",(;–-."); i > 0 {
			first = first[:i]
		}
		meaning, ok := wordTables()["answer"].find(wordKey(first))
		return meaning == "answer.yes", ok
	})
}

// count reads a cell as a number of persons: whole, not negative; "ca. 500" will do.
func (r *reader) count(v value) budget.Field[decimal.Decimal] {
	return fieldOf(r, v, budget.UnreadableCount, nil, func(v value) (decimal.Decimal, bool) {
		if v.kind == sheetml.Number {
			d, ok := storedNumber(v.raw)
			return d, ok && isCount(d)
		}
		t, ok := parseTyped(strings.TrimRight(v.text, "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ "))
		danish, english := t.isDanish && isCount(t.danish), t.isEnglish && isCount(t.english)
		switch {
		case !ok || t.percent || t.hasUnit || t.dash || t.unquantified:
		case danish && (!english || t.english.Equal(t.danish) || strings.Contains(v.text, ".")):
			return t.danish, true
		case english && !danish:
			return t.english, true
		}
		return decimal.Zero, false
	})
}

func isCount(d decimal.Decimal) bool { return d.IsInteger() && !d.IsNegative() }

// share reads a cell as a part of a whole, 0 to 1: "60 %", a number with a
// percentage format, a number between 0 and 1, or one of per cent above 1. What
// can be both is not read.
func (r *reader) share(v value, heading string, perCent bool) budget.Field[decimal.Decimal] {
	return fieldOf(r, v, budget.UnreadableShare, nil, func(v value) (decimal.Decimal, bool) {
		if v.kind == sheetml.Number {
			d, ok := storedNumber(v.raw)
			if ok && r.book.format(v.style).percent {
				return d, true
			}
			return shareOf(d, ok, heading, perCent)
		}
		t, ok := parseTyped(v.text)
		d, settled := t.in(r.notation)
		if ok && !settled && t.percent { // a share is at most 100 %, so only one reading is left
			hundred := decimal.New(100, 0)
			if large := t.danish.GreaterThan(hundred); large != t.english.GreaterThan(hundred) {
				d, settled = t.danish, true
				if large {
					d = t.english
				}
			}
		}
		if !ok || !settled || t.hasUnit || t.dash || t.about || t.unquantified {
			return decimal.Zero, false
		}
		if t.percent {
			return d.Shift(-2), true
		}
		return shareOf(d, true, heading, perCent)
	})
}

// perCentWord is in a heading that speaks of per cent.
var perCentWord = regexp.MustCompile(`(?i)%|pct|procent`)

// shareOf is a bare number as a share. One that is above 1 is of per cent; one
// below is so only where the heading does not speak of per cent.
func shareOf(d decimal.Decimal, ok bool, heading string, perCent bool) (decimal.Decimal, bool) {
	one := decimal.New(1, 0)
	perCent = perCent || perCentWord.MatchString(heading)
	switch {
	case !ok:
		return d, false
	case d.GreaterThan(one):
		return d.Shift(-2), true
	case d.IsZero() || d.IsNegative() || !perCent:
		return d, true
	}
	return d, false
}
