package workbook

import (
	"strconv"
	"strings"

	"videre/excel/internal/sheetml"
)

// formulaText is a cell's formula; of one that is shared (ECMA-376 part 1, 18.3.1.40), the
// first cell's, moved.
func (s *Sheet) formulaText(at Ref) (string, bool) {
	f := s.Formula(at)
	if f == nil || f.Array {
		return "", false
	}
	if f.Text != "" || f.Shared < 0 {
		return f.Text, f.Text != ""
	}
	for i := range s.Formulas {
		first := &s.Formulas[i]
		if first.Shared == f.Shared && first.Text != "" {
			from := s.Place(first)
			return moved(first.Text, at.Row-from.Row, at.Col-from.Col), true
		}
	}
	return "", false
}

// moved is a formula with its relative references moved, as those of a shared
// formula are.
func moved(formula string, rows, cols int) string {
	var b strings.Builder
	for rest := formula; rest != ""; {
		if rest[0] == '"' || rest[0] == '\'' {
			end := strings.IndexByte(rest[1:], rest[0]) + 2
			if end < 2 {
				end = len(rest)
			}
			b.WriteString(rest[:end])
			rest = rest[end:]
			continue
		}
		n := wordLength(rest)
		if n == 0 {
			b.WriteByte(rest[0])
			rest = rest[1:]
			continue
		}
		b.WriteString(movedRef(rest[:n], rows, cols, strings.HasPrefix(rest[n:], "(")))
		rest = rest[n:]
	}
	return b.String()
}

// movedRef is a word of a formula, moved if it is a reference: what follows no dollar sign.
func movedRef(word string, rows, cols int, function bool) string {
	at, ok := sheetml.ParseRef(word)
	if !ok || function {
		return word
	}
	if letters := strings.TrimRight(word, "0123456789"); !strings.HasSuffix(letters, "$") {
		at.Row += rows
	}
	if !strings.HasPrefix(word, "$") {
		at.Col += cols
	}
	return sheetml.ColumnName(at.Col) + strconv.Itoa(at.Row)
}

// wordLength is the length of the name, number or reference that a formula begins with.
func wordLength(s string) int {
	n := 0
	for n < len(s) && inWord(s[n]) {
		n++
	}
	return n
}

func inWord(c byte) bool {
	return c == '$' || c == '_' || c == '.' || c >= 0x80 ||
		c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}
