package budget

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Key names one text in a catalogue.
type Key string

// Catalog holds texts by language and key. A text may hold placeholders in braces:
// {cell}, and words that go by a number: {count|file|files}.
type Catalog map[Language]map[Key]string

// Message is a sentence to be: a key and what fills its placeholders.
type Message struct {
	Key  Key   // the text in a catalogue
	Args []Arg // in any order
}

// Arg fills one placeholder.
type Arg struct {
	Name  string // of the placeholder, without braces
	Value Value  // what is said in its place
}

// Value is something that can be said in a language.
type Value interface {
	In(l Language, at Locator) string
}

// Locator says which cell an origin is: "F7", or "Økonomi!F7".
type Locator func(Origin) string

// Say is the message in a language. A placeholder that no argument fills stays
// as it is, so that a test finds it.
func (c Catalog) Say(l Language, m Message, at Locator) string {
	text := c[l][m.Key]
	if len(m.Args) == 0 {
		return text
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		b.WriteString(before)
		if !found || !closed {
			return b.String()
		}
		name, forms, byNumber := strings.Cut(name, "|")
		if value := m.arg(name); value != nil && byNumber {
			b.WriteString(formFor(value, forms))
		} else if value != nil {
			b.WriteString(value.In(l, at))
		} else {
			b.WriteString("{" + name + "}")
		}
		text = after
	}
}

// formFor is the form of a word that goes with a number of things: "file|files".
func formFor(number Value, forms string) string {
	one, many, _ := strings.Cut(forms, "|")
	if number == Count(1) {
		return one
	}
	return many
}

// arg is what fills a placeholder; nil when nothing does.
func (m Message) arg(name string) Value {
	for i := range m.Args {
		if m.Args[i].Name == name {
			return m.Args[i].Value
		}
	}
	return nil
}

// Text is a text without placeholders.
func (c Catalog) Text(l Language, key Key) string { return c[l][key] }

// Is reports whether a text is the one of a key in any language.
func (c Catalog) Is(key Key, text string) bool {
	for l := range c {
		if c[l][key] == text {
			return true
		}
	}
	return false
}

// Say is one of this package's messages in a language.
func (l Language) Say(m Message, at Locator) string { return catalog.Say(l, m, at) }

// Text is one of this package's texts: a verdict's, a kind's …
func (l Language) Text(key Key) string { return catalog.Text(l, key) }

// Word is a term in a language.
func (l Language) Word(t Term) string { return l.Text(t.Key()) }

// say makes a message.
func say(key Key, args ...Arg) Message { return Message{key, args} }

// Kroner is an amount of money.
type Kroner struct{ decimal.Decimal }

// In is the amount with its unit.
func (k Kroner) In(l Language, _ Locator) string { return l.Money(k.Decimal) + " kr." }

// Millions is an amount of money as people who decide read it: in mio. kr. where that is
// exact with one to three decimals, else in kroner.
type Millions struct{ decimal.Decimal }

// In is the amount with its unit, never rounded.
func (m Millions) In(l Language, at Locator) string {
	const least = 100_000 // what is less reads better in kroner
	for decimals := int32(1); decimals <= 3 && m.Abs().GreaterThanOrEqual(decimal.New(least, 0)); decimals++ {
		if shown := m.Shift(-6).Truncate(decimals); shown.Shift(6).Equal(m.Decimal) {
			return l.grouped(shown.StringFixed(decimals)) + " mio. kr."
		}
	}
	if m.IsInteger() {
		return l.Number(m.Decimal) + " kr."
	}
	return Kroner(m).In(l, at)
}

// Number is a number without unit.
type Number struct{ decimal.Decimal }

// In is the number, grouped.
func (n Number) In(l Language, _ Locator) string { return l.Number(n.Decimal) }

// Percentage is a ratio.
type Percentage struct{ decimal.Decimal }

// In is the ratio as a percentage, cut to two decimals.
func (p Percentage) In(l Language, _ Locator) string { return l.Percent(p.Decimal) }

// Year is a year.
type Year int

// In is the year.
func (y Year) In(Language, Locator) string { return strconv.Itoa(int(y)) }

// Count is a number of things.
type Count int

// In is the number.
func (n Count) In(l Language, _ Locator) string { return l.grouped(strconv.Itoa(int(n))) }

// Quote is a text of the department's, verbatim.
type Quote string

// In is the text as it stood, on one line.
func (q Quote) In(Language, Locator) string { return strings.Join(strings.Fields(string(q)), " ") }

// Name is the name of a project, in quotation marks.
type Name string

// In is the name.
func (n Name) In(l Language, at Locator) string {
	return l.Say(say("name", Arg{"name", Quote(n)}), at)
}

// Word is a term.
type Word struct{ Term }

// In is the term's word.
func (w Word) In(l Language, _ Locator) string { return l.Word(w.Term) }

// Place is the cell of an origin.
type Place Origin

// In is the cell's address.
func (p Place) In(_ Language, at Locator) string { return at(Origin(p)) }

// Phrase is a message within another.
type Phrase Message

// In is the message.
func (p Phrase) In(l Language, at Locator) string { return l.Say(Message(p), at) }

// Span is a run of years, "2026–2029".
type Span []int

// In is the first and the last year.
func (s Span) In(Language, Locator) string {
	switch len(s) {
	case 0:
		return ""
	case 1:
		return strconv.Itoa(s[0])
	}
	return fmt.Sprintf("%d–%d", s[0], s[len(s)-1])
}

// List is several values, said as "a, b og c".
type List []Value

// In joins the values.
func (s List) In(l Language, at Locator) string { return l.joined(s, "and", at) }

// Choice is values of which one can be chosen, said as "a, b eller c".
type Choice []Value

// In joins the values.
func (c Choice) In(l Language, at Locator) string { return l.joined(c, "or", at) }

// joined says values with commas between them, and a word before the last.
func (l Language) joined(values []Value, word Key, at Locator) string {
	said := make([]string, len(values))
	for i, v := range values {
		said[i] = v.In(l, at)
	}
	if len(said) < 2 {
		return strings.Join(said, "")
	}
	last := len(said) - 1
	return strings.Join(said[:last], ", ") + " " + l.Text(word) + " " + said[last]
}

// Places lists the cells of origins, at most a handful; the rest are counted.
func Places(origins []Origin) Value {
	const shown = 6
	var list List
	for i, o := range origins {
		if i == shown {
			list = append(list, Phrase(say("more", Arg{"count", Count(len(origins) - shown)})))
			break
		}
		list = append(list, Place(o))
	}
	return list
}

// Verbatim is a value for machines: amounts with a decimal point, terms by
// their codes, texts as they stood.
func Verbatim(v Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case Kroner:
		return Plain(v.Decimal)
	case Number:
		return v.String()
	case Percentage:
		return v.String()
	case Quote:
		return string(v)
	case Name:
		return string(v)
	case Count:
		return strconv.Itoa(int(v))
	case Word:
		return v.Term.String()
	case List:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = Verbatim(v[i])
		}
		return strings.Join(parts, "; ")
	}
	return v.In(English, func(Origin) string { return "" })
}
