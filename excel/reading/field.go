package reading

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// fieldOf is a field of what stands in a cell; read makes the value of it. What
// read does not understand is a finding, and what rests on a formula that disagrees with its
// stored result is unread.
func fieldOf[T any](
	r *reader, v workbook.Value, code budget.Code, want budget.Value, read func(workbook.Value) (T, bool),
) budget.Field[T] {
	f := budget.Field[T]{Text: v.Text, Origin: v.Origin}
	switch {
	case v.Uncached:
		f.State = budget.Unreadable
		f.Text = "=" + v.Formula
		r.tell(budget.UncomputedFormula, v, budget.Quote(f.Text), nil)
	case v.Blank():
	case v.Kind == workbook.Error:
		f.State = budget.Faulty
		r.tell(budget.ErrorValue, v, budget.Quote(v.Text), nil)
	default:
		if value, ok := read(v); ok {
			f.State, f.Value = budget.Given, value
		} else {
			f.State = budget.Unreadable
			r.tell(code, v, budget.Quote(v.Text), want)
		}
	}
	f = checkShown(r, v, f)
	if code == budget.ErrorValue { // a text, which no figure rests on
		return f
	}
	return checkField(r, f)
}

// text reads a cell as text.
func (r *reader) text(v workbook.Value) budget.Field[string] {
	return fieldOf(r, v, budget.ErrorValue, nil, func(v workbook.Value) (string, bool) { return v.Text, true })
}

// year reads a cell as a year: a year, a date or a text that names one.
func (r *reader) year(v workbook.Value) budget.Field[int] {
	return fieldOf(r, v, budget.UnreadableYear, nil, func(v workbook.Value) (int, bool) {
		if v.Kind != workbook.Number {
			if year, ok := notation.TypedYear(v.Text); ok {
				return year, true
			}
			year, certainty := notation.ReadExpiry(v.Text)
			return year, certainty == notation.Certain && notation.PlausibleYear(year)
		}
		d, ok := notation.StoredNumber(v.Raw)
		isDay := r.Book.Format(v.Style).Moment == notation.Day
		if !ok || !d.IsInteger() && !isDay || d.IsNegative() || d.GreaterThan(notation.LastDay) {
			return 0, false
		}
		if n := int(d.IntPart()); !isDay {
			return n, notation.PlausibleYear(n)
		}
		year := notation.SerialDate(int(d.IntPart()), r.Book.Workbook.Date1904).Year()
		return year, notation.PlausibleYear(year)
	})
}

// term reads a cell as one of the fixed terms of a kind.
func term[T any](r *reader, v workbook.Value, terms notation.Terms[T]) budget.Field[T] {
	return fieldOf(r, v, budget.UnknownTerm, terms.Choices(), func(v workbook.Value) (T, bool) {
		return terms.Find(v.Text)
	})
}

// termOr reads a cell as one of the fixed terms of a kind, else by what its words say.
func termOr[T any](
	r *reader, v workbook.Value, terms notation.Terms[T], read func(string) (T, notation.Certainty),
) budget.Field[T] {
	return fieldOf(r, v, budget.UnknownTerm, terms.Choices(), byWords(terms, read))
}

// effectOr reads a cell that may tell of an effect in sentences, as people do; what is wanted
// is a fixed term in front of them.
func effectOr[T any](
	r *reader, v workbook.Value, terms notation.Terms[T], read func(string) (T, notation.Certainty),
) budget.Field[T] {
	want := budget.Phrase(budget.Message{Key: "term.first", Args: []budget.Arg{{Name: "terms", Value: terms.Choices()}}})
	return fieldOf(r, r.marked(v), budget.UnknownTerm, want, byWords(terms, read))
}

// byWords reads a fixed term, else what words say for certain.
func byWords[T any](
	terms notation.Terms[T], read func(string) (T, notation.Certainty),
) func(workbook.Value) (T, bool) {
	return func(v workbook.Value) (T, bool) {
		if term, ok := terms.Find(v.Text); ok {
			return term, true
		}
		value, certainty := read(v.Text)
		return value, certainty == notation.Certain
	}
}

// wish reads a cell as what a department asks for; one that says that nothing is asked for
// yet is as blank.
func (r *reader) wish(v workbook.Value) budget.Field[budget.Wish] {
	wish, certainty := notation.ReadWish(v.Text, r.base)
	if certainty == notation.Certain && wish.Wish == 0 {
		return budget.Field[budget.Wish]{Text: v.Text, Origin: v.Origin}
	}
	return termOr(r, v, notation.Wishes, func(string) (budget.Wish, notation.Certainty) { return wish.Wish, certainty })
}

// yesNo reads a cell as yes or no; what follows a comma or stands in brackets
// after the answer is an explanation ("ja, til 2025").
func (r *reader) yesNo(v workbook.Value) budget.Field[bool] {
	return fieldOf(r, v, budget.UnknownTerm, notation.Choices("answer"), func(v workbook.Value) (bool, bool) {
		first := v.Text
		if i := strings.IndexAny(first, ",(;–-."); i > 0 {
			first = first[:i]
		}
		if meaning, ok := notation.WordTables()["answer"].Find(notation.WordKey(first)); ok {
			return meaning == "answer.yes", true
		}
		yes, _, certainty := notation.ReadAnswer(v.Text)
		return yes, certainty == notation.Certain
	})
}

// budgeted reads whether a saving is in the budget already: a ja or nej, or words for it. A ja that
// holds for some of it, or only from a year that is judged, is neither: "Ja, halvdelen", "Ja, fra 2027".
func (r *reader) budgeted(v workbook.Value) budget.Field[bool] {
	said, certainty := notation.ReadBudgeted(v.Text)
	yes, rest, answered := notation.ReadAnswer(v.Text)
	later := certainty == notation.Certain && said.In && said.From > r.base && r.base != 0
	part := answered == notation.Certain && yes && notation.SaysPart(rest)
	if certainty == notation.Unread && !part {
		return r.yesNo(v)
	}
	return fieldOf(r, v, budget.UnknownTerm, notation.Choices("answer"), func(workbook.Value) (bool, bool) {
		return said.In, certainty == notation.Certain && !later && !part
	})
}

// extended reads whether a project was extended before.
func (r *reader) extended(v workbook.Value) budget.Field[bool] {
	if extension, certainty := notation.ReadExtended(v.Text); certainty == notation.Certain {
		return budget.Field[bool]{State: budget.Given, Value: extension.Before, Text: v.Text, Origin: v.Origin}
	}
	if d, ok := notation.StoredNumber(v.Raw); ok && v.Kind == workbook.Number && isCount(d) && d.LessThan(decimal.New(10, 0)) {
		return budget.Field[bool]{State: budget.Given, Value: d.IsPositive(), Text: v.Text, Origin: v.Origin} // how many times
	}
	return r.yesNo(v)
}

// marked puts the words that a legend gives a mark in the place of the mark: "++" where it
// says "++ = klar positiv effekt".
func (r *reader) marked(v workbook.Value) workbook.Value {
	if v.Kind != workbook.Text && v.Kind != workbook.Number || len(v.Text) > longestMark {
		return v
	}
	sheet, _, _ := workbook.PlaceOf(v.Origin)
	if words := r.legendOf(sheet).Words(v.Text); words != v.Text {
		v.Kind, v.Text = workbook.Text, words
	}
	return v
}

// longestMark is the number of bytes of the longest mark that a legend explains.
const longestMark = 8

// legendOf is the legend of a sheet, else that of another; none where two differ.
func (r *reader) legendOf(sheet int) notation.Legend {
	if r.legends == nil {
		r.readLegends()
	}
	if legend, ok := r.legends[sheet]; ok {
		return legend
	}
	if len(r.legends) == 1 {
		for _, legend := range r.legends {
			return legend
		}
	}
	return nil
}

// afterCount is what may stand behind a number of persons: "500 borgere".
const afterCount = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ "

// count reads a cell as a number of persons: whole, not negative; "ca. 500" will do.
func (r *reader) count(v workbook.Value) budget.Field[decimal.Decimal] {
	return fieldOf(r, v, budget.UnreadableCount, nil, func(v workbook.Value) (decimal.Decimal, bool) {
		if v.Kind == workbook.Number {
			d, ok := notation.StoredNumber(v.Raw)
			return d, ok && isCount(d) && r.Book.Format(v.Style).Moment == notation.NoMoment
		}
		t, ok := notation.ParseTyped(strings.TrimRight(v.Text, afterCount))
		danish, english := t.IsDanish && isCount(t.Danish), t.IsEnglish && isCount(t.English)
		switch {
		case !ok || t.Percent || t.HasUnit || t.Dash || t.Unquantified:
		case danish && (!english || t.English.Equal(t.Danish) || strings.Contains(v.Text, ".")):
			return t.Danish, true
		case english && !danish:
			return t.English, true
		}
		return decimal.Zero, false
	})
}

// targetGroup reads a cell as the size of a target group. Words that begin with no number describe
// it, and are no size: "Borgere over 75 år".
func (r *reader) targetGroup(v workbook.Value) budget.Field[decimal.Decimal] {
	if v.Kind == workbook.Text && !beginsWithNumber.MatchString(v.Text) {
		return budget.Field[decimal.Decimal]{Text: v.Text, Origin: v.Origin}
	}
	return r.count(v)
}

// beginsWithNumber is how the size of a group begins: "ca. 500".
var beginsWithNumber = regexp.MustCompile(`(?i)^\W*(?:ca\.?|cirka|omkring|omtrent|op til|over|mindst|i alt|about|around|some)?\W*\d`)

// isCount reports whether a number can be one of persons.
func isCount(d decimal.Decimal) bool { return d.IsInteger() && !d.IsNegative() }

// readLegends reads what explains marks, on every sheet.
func (r *reader) readLegends() {
	r.legends = map[int]notation.Legend{}
	for _, s := range r.Book.Sheets {
		if s == nil {
			continue
		}
		for i := range s.Rows {
			for _, c := range s.CellsOf(&s.Rows[i]) {
				v := r.At(s, c.Ref())
				if v.Kind != workbook.Text || notation.IsSignLegend(v.Text) {
					continue
				}
				if legend, ok := notation.ReadLegend(v.Text); ok {
					r.legends[s.Index] = legend
				}
			}
		}
	}
}
