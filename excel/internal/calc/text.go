package calc

import (
	"strings"
	"unicode"
	"unicode/utf16"
)

var textFunctions = []function{
	{name: "CONCATENATE", least: 1, most: -1, takes: "v", do: concatenate},
	{name: "CONCAT", least: 1, most: -1, takes: "r", do: concat},
	{name: "TEXTJOIN", least: 3, most: -1, takes: "vvr", do: textJoin},
	{name: "LEFT", least: 1, most: 2, takes: "v", do: left},
	{name: "RIGHT", least: 1, most: 2, takes: "v", do: right},
	{name: "MID", least: 3, most: 3, takes: "v", do: mid},
	{name: "LEN", least: 1, most: 1, takes: "v", do: length},
	{name: "TRIM", least: 1, most: 1, takes: "v", do: ofText(trim)},
	{name: "CLEAN", least: 1, most: 1, takes: "v", do: ofText(cleaned)},
	{name: "UPPER", least: 1, most: 1, takes: "v", do: ofText(strings.ToUpper)},
	{name: "LOWER", least: 1, most: 1, takes: "v", do: ofText(strings.ToLower)},
	{name: "PROPER", least: 1, most: 1, takes: "v", do: ofText(proper)},
	{name: "SUBSTITUTE", least: 3, most: 4, takes: "v", do: substitute},
	{name: "REPLACE", least: 4, most: 4, takes: "v", do: replace},
	{name: "FIND", least: 2, most: 3, takes: "v", do: seek(false)},
	{name: "SEARCH", least: 2, most: 3, takes: "v", do: seek(true)},
	{name: "EXACT", least: 2, most: 2, takes: "v", do: exact},
	{name: "REPT", least: 2, most: 2, takes: "v", do: repeat},
	{name: "CHAR", least: 1, most: 1, takes: "v", do: character},
	{name: "CODE", least: 1, most: 1, takes: "v", do: code},
	{name: "VALUE", least: 1, most: 1, takes: "v", do: value},
	{name: "TEXT", least: 2, most: 2, takes: "v", do: textOf},
	{name: "HYPERLINK", least: 1, most: 2, takes: "v", do: hyperlink},
}

func utf16Units(s string) []uint16 { return utf16.Encode([]rune(s)) }

// word is a text argument that must not hold the language's decimal separator, since
// what is done to it may hang on which it is.
func (e *evaluator) word(op operand) Value {
	v := e.text(op)
	if strings.Contains(v.Text, decimalMark) {
		return e.uncovered("text of a number")
	}
	return v
}

// runes are the characters of a text. Excel counts in units of UTF-16, which is the
// same up to the end of the basic plane.
func (e *evaluator) runes(s string) []rune {
	e.spend(len(s) / 64)
	runes := []rune(s)
	for _, r := range runes {
		if r > unicode.MaxLatin1 && r > 0xFFFF {
			e.uncovered("characters beyond the basic plane")
		}
	}
	return runes
}

func ofText(f func(string) string) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		t := e.word(args[0])
		if t.isError() {
			return t
		}
		return TextOf(f(t.Text))
	}
}

func concatenate(e *evaluator, args []operand) operand {
	values := make([]Value, len(args))
	for i, arg := range args {
		values[i] = e.scalar(arg)
	}
	return e.join(values...)
}

func concat(e *evaluator, args []operand) operand {
	values, fault := e.texts(args)
	if fault != nil {
		return *fault
	}
	return e.join(values...)
}

// texts are all values of the arguments; the first error is returned.
func (e *evaluator) texts(args []operand) (values []Value, fault *Value) {
	for _, arg := range args {
		e.each(arg, func(v Value, _ bool) bool {
			if v.isError() {
				fault = &v
			}
			values = append(values, v)
			return fault == nil
		})
		if fault != nil {
			return nil, fault
		}
	}
	return values, nil
}

func textJoin(e *evaluator, args []operand) operand {
	separator, skip := e.text(args[0]), e.truth(args[1])
	values, fault := e.texts(args[2:])
	switch {
	case fault != nil:
		return *fault
	case separator.isError():
		return separator
	case skip.isError():
		return skip
	}
	var joined []Value
	for _, v := range values {
		if skip.Bool && (v.Kind == Blank || v == TextOf("")) {
			continue
		}
		if len(joined) > 0 {
			joined = append(joined, separator)
		}
		joined = append(joined, v)
	}
	return e.join(joined...)
}

// textAndCount reads a text and a count that is 1 where it is left out.
func (e *evaluator) textAndCount(args []operand) (runes []rune, n int, fault *Value) {
	t, count := e.text(args[0]), whole(1)
	if len(args) > 1 {
		count = e.count(args[1])
	}
	switch {
	case t.isError():
		return nil, 0, &t
	case count.isError():
		return nil, 0, &count
	case count.Number.IsNegative():
		return nil, 0, &errValue
	}
	runes = e.runes(t.Text)
	return runes, min(int(count.Number.IntPart()), len(runes)), nil
}

func left(e *evaluator, args []operand) operand {
	runes, n, fault := e.textAndCount(args)
	if fault != nil {
		return *fault
	}
	return TextOf(string(runes[:n]))
}

func right(e *evaluator, args []operand) operand {
	runes, n, fault := e.textAndCount(args)
	if fault != nil {
		return *fault
	}
	return TextOf(string(runes[len(runes)-n:]))
}

// span reads a start, counted from 1, and a count, and gives the part they name.
func (e *evaluator) spanOf(runes []rune, from, count operand) (first, end int, fault *Value) {
	start, n := e.count(from), e.count(count)
	switch {
	case start.isError():
		return 0, 0, &start
	case n.isError():
		return 0, 0, &n
	case start.Number.Sign() <= 0 || n.Number.IsNegative():
		return 0, 0, &errValue
	}
	first = min(int(start.Number.IntPart())-1, len(runes))
	return first, min(first+int(n.Number.IntPart()), len(runes)), nil
}

func mid(e *evaluator, args []operand) operand {
	t := e.text(args[0])
	if t.isError() {
		return t
	}
	runes := e.runes(t.Text)
	first, end, fault := e.spanOf(runes, args[1], args[2])
	if fault != nil {
		return *fault
	}
	return TextOf(string(runes[first:end]))
}

func replace(e *evaluator, args []operand) operand {
	t, with := e.word(args[0]), e.word(args[3])
	switch {
	case t.isError():
		return t
	case with.isError():
		return with
	}
	runes := e.runes(t.Text)
	first, end, fault := e.spanOf(runes, args[1], args[2])
	if fault != nil {
		return *fault
	}
	return e.bounded(string(runes[:first]) + with.Text + string(runes[end:]))
}

func length(e *evaluator, args []operand) operand {
	t := e.text(args[0])
	if t.isError() {
		return t
	}
	return whole(len(utf16Units(t.Text)))
}

// trim takes blanks off both ends and all but one between words. Only U+0020 is one.
func trim(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

func cleaned(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, s)
}

// proper makes the first letter of every run of letters a capital.
func proper(s string) string {
	inWord := false
	return strings.Map(func(r rune) rune {
		was := inWord
		if inWord = unicode.IsLetter(r); was {
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	}, s)
}

func substitute(e *evaluator, args []operand) operand {
	t, old, with := e.word(args[0]), e.word(args[1]), e.word(args[2])
	for _, v := range []Value{t, old, with} {
		if v.isError() {
			return v
		}
	}
	which := -1
	if len(args) > 3 {
		n := e.count(args[3])
		switch {
		case n.isError():
			return n
		case n.Number.Sign() <= 0:
			return errValue
		}
		which = int(n.Number.IntPart())
	}
	if old.Text == "" || !e.spend(len(t.Text)/16) {
		return t
	}
	return e.bounded(substituted(t.Text, old.Text, with.Text, which))
}

// substituted replaces one occurrence, or with -1 all; never to more than Excel allows.
func substituted(s, old, with string, which int) string {
	var b strings.Builder
	for n := 1; b.Len() <= 4*maxText; n++ {
		before, after, found := strings.Cut(s, old)
		if !found {
			break
		}
		b.WriteString(before)
		if s = after; which < 0 || n == which {
			b.WriteString(with)
		} else {
			b.WriteString(old)
		}
	}
	return b.String() + s
}

// seek makes FIND, and SEARCH, which takes no heed of case and knows wildcards.
func seek(search bool) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		what, within, from := e.word(args[0]), e.word(args[1]), whole(1)
		if len(args) > 2 {
			from = e.count(args[2])
		}
		for _, v := range []Value{what, within, from} {
			if v.isError() {
				return v
			}
		}
		text := e.runes(within.Text)
		start := int(from.Number.IntPart()) - 1
		if start < 0 || start > len(text) {
			return errValue
		}
		at := -1
		switch {
		case search && hasWildcard(what.Text):
			at = e.find(newPattern(what.Text), text, start)
		case search:
			at = plainFind(strings.ToLower(what.Text), strings.ToLower(string(text[start:])), start)
		default:
			at = plainFind(what.Text, string(text[start:]), start)
		}
		if at < 0 {
			return errValue
		}
		return whole(at + 1)
	}
}

// plainFind is where a text stands, counted in characters from start.
func plainFind(what, within string, start int) int {
	i := strings.Index(within, what)
	if i < 0 {
		return -1
	}
	return start + len([]rune(within[:i]))
}

func exact(e *evaluator, args []operand) operand {
	a, b := e.word(args[0]), e.word(args[1])
	switch {
	case a.isError():
		return a
	case b.isError():
		return b
	}
	return BoolOf(a.Text == b.Text)
}

func repeat(e *evaluator, args []operand) operand {
	t, n := e.text(args[0]), e.count(args[1])
	switch {
	case t.isError():
		return t
	case n.isError():
		return n
	case n.Number.IsNegative(), n.Number.IntPart()*int64(len(t.Text)) > 4*maxText:
		return errValue
	}
	e.spend(maxText / 64)
	return e.bounded(strings.Repeat(t.Text, int(n.Number.IntPart())))
}

// character is a character by its number in the code page of Western Windows; the
// part of it that Unicode numbers alike.
func character(e *evaluator, args []operand) operand {
	n := e.count(args[0])
	if n.isError() {
		return n
	}
	switch i := n.Number.IntPart(); {
	case i < 1 || i > 255:
		return errValue
	case i > 127:
		return e.uncovered("CHAR above 127") // another code page on a Mac
	default:
		return TextOf(string(rune(i)))
	}
}

func code(e *evaluator, args []operand) operand {
	t := e.word(args[0])
	switch {
	case t.isError():
		return t
	case t.Text == "":
		return errValue
	case t.Text[0] > 127:
		return e.uncovered("CODE above 127")
	}
	return whole(int(t.Text[0]))
}

func value(e *evaluator, args []operand) operand {
	v := e.scalar(args[0])
	if v.Kind == Bool {
		return errValue
	}
	return e.number(v)
}

// hyperlink shows the text of a link, or where it leads.
func hyperlink(_ *evaluator, args []operand) operand { return args[len(args)-1] }
