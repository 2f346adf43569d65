package calc

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// tokenKind is the kind of a token.
type tokenKind uint8

const (
	tokenEnd      tokenKind = iota
	tokenNumber             // 12.5E+3
	tokenText               // "…", taken out of its quotes
	tokenError              // #REF!
	tokenWord               // a name, a function or part of a reference
	tokenSheet              // what stands before "!", out of its quotes
	tokenBrackets           // [ … ], whole
	tokenSign               // an operator, bracket or separator
	tokenBad                // what begins no token
)

// token is one token of a formula.
type token struct {
	kind     tokenKind
	text     string
	from, to int  // where it stands
	spaced   bool // blanks stand before it
}

// tokens cuts a formula up. It is written here, since formulas in files use nested
// brackets (Table[[#This Row],[a]]) and quotes whose place matters.
func tokens(formula string) []token {
	var list []token
	for at := 0; ; {
		from := at
		for at < len(formula) && strings.IndexByte(" \t\r\n", formula[at]) >= 0 {
			at++
		}
		t := next(formula, at)
		t.spaced = at > from
		list = append(list, t)
		if t.kind == tokenEnd || t.kind == tokenBad {
			return list
		}
		at = t.to
	}
}

// plainText is a formula without the escapes that XML texts of workbooks use for
// characters that XML has not: _x0002_ (ECMA-376 part 1, 22.9.2.19).
func plainText(formula string) string {
	if !strings.Contains(formula, "_x") {
		return formula
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(formula, "_x")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if n, err := strconv.ParseUint(after[:min(4, len(after))], 16, 16); err == nil && len(after) > 4 && after[4] == '_' {
			b.WriteRune(rune(n))
			formula = after[5:]
			continue
		}
		b.WriteString("_x")
		formula = after
	}
}

// next is the token that begins at a place.
func next(s string, at int) token {
	if at >= len(s) {
		return token{kind: tokenEnd, from: at, to: at}
	}
	var t token
	switch c := s[at]; {
	case c == '"':
		t = quoted(s, at, tokenText)
	case c == '\'':
		t = quoted(s, at, tokenSheet)
	case c == '#':
		t = errorToken(s, at)
	case c >= '0' && c <= '9' || c == '.':
		t = numberToken(s, at)
	case c == '[':
		t = brackets(s, at)
	case wordByte(c):
		t = word(s, at)
	default:
		t = sign(s, at)
	}
	t.from = at
	return t
}

// quoted reads a text or a sheet's name in quotes; a doubled quote stands for one.
func quoted(s string, at int, kind tokenKind) token {
	quote := s[at]
	var b strings.Builder
	for i := at + 1; i < len(s); i++ {
		switch {
		case s[i] != quote:
			b.WriteByte(s[i])
		case i+1 < len(s) && s[i+1] == quote:
			b.WriteByte(quote)
			i++
		case kind == tokenText:
			return token{kind: kind, text: b.String(), to: i + 1}
		case i+1 < len(s) && s[i+1] == '!':
			return token{kind: kind, text: b.String(), to: i + 2}
		default:
			return token{kind: tokenBad, to: len(s)}
		}
	}
	return token{kind: tokenBad, to: len(s)}
}

func errorToken(s string, at int) token {
	for _, name := range errorNames {
		if strings.HasPrefix(s[at:], name) {
			return token{kind: tokenError, text: name, to: at + len(name)}
		}
	}
	return token{kind: tokenSign, text: "#", to: at + 1}
}

func numberToken(s string, at int) token {
	i := at
	digits := func() {
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
	}
	digits()
	if i < len(s) && s[i] == '.' {
		i++
		digits()
	}
	if exponent := i; i < len(s) && (s[i] == 'E' || s[i] == 'e') {
		if i++; i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		first := i
		if digits(); i == first {
			i = exponent
		}
	}
	return token{kind: tokenNumber, text: s[at:i], to: i}
}

// brackets reads [ … ] with what is nested in it; an apostrophe takes the meaning of
// the next character away. Before a name it is the number of another workbook.
func brackets(s string, at int) token {
	depth := 0
	for i := at; i < len(s); i++ {
		switch s[i] {
		case '\'':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth > 0 {
				continue
			}
			if end := wordEnd(s, i+1); end < len(s) && s[end] == '!' {
				return token{kind: tokenSheet, text: s[at:end], to: end + 1}
			}
			return token{kind: tokenBrackets, text: s[at : i+1], to: i + 1}
		}
	}
	return token{kind: tokenBad, to: len(s)}
}

func wordByte(c byte) bool {
	return c == '$' || c == '_' || c == '\\' || c == '?' || c == '.' || c >= utf8.RuneSelf ||
		c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

func wordEnd(s string, at int) int {
	for at < len(s) && wordByte(s[at]) {
		at++
	}
	return at
}

func word(s string, at int) token {
	end := wordEnd(s, at)
	if end < len(s) && s[end] == '!' {
		return token{kind: tokenSheet, text: s[at:end], to: end + 1}
	}
	return token{kind: tokenWord, text: s[at:end], to: end}
}

func sign(s string, at int) token {
	for _, two := range []string{"<=", ">=", "<>"} {
		if strings.HasPrefix(s[at:], two) {
			return token{kind: tokenSign, text: two, to: at + 2}
		}
	}
	if strings.IndexByte("+-*/^&=<>%(),;{}:@", s[at]) < 0 {
		return token{kind: tokenBad, to: len(s)}
	}
	return token{kind: tokenSign, text: s[at : at+1], to: at + 1}
}
