package calc

import (
	"strconv"
	"strings"
)

// address is one corner of a reference; 0 for a row or column that it does not name.
type address struct {
	row, col           int
	fixedRow, fixedCol bool
}

// parseAddress reads A1, $A$1, A, $A, 1 or $1.
func parseAddress(s string) (a address, ok bool) {
	rest, dollar := strings.CutPrefix(s, "$")
	letters := 0
	for letters < len(rest) && letters < 4 && (rest[letters]|0x20) >= 'a' && (rest[letters]|0x20) <= 'z' {
		a.col = a.col*26 + int(rest[letters]|0x20-'a') + 1
		letters++
	}
	if letters > 0 {
		a.fixedCol = dollar
		rest, dollar = strings.CutPrefix(rest[letters:], "$")
	}
	if a.fixedRow = dollar; rest == "" {
		return a, letters > 0 && letters < 4 && !dollar && a.col <= MaxCol
	}
	for i := range len(rest) {
		if i > 6 || rest[i] < '0' || rest[i] > '9' {
			return a, false
		}
		a.row = a.row*10 + int(rest[i]-'0')
	}
	return a, a.row >= 1 && a.row <= MaxRow && letters < 4 && a.col <= MaxCol
}

// cellAddress reads the address of one cell.
func cellAddress(s string) (row, col int, ok bool) {
	a, ok := parseAddress(s)
	return a.row, a.col, ok && a.row > 0 && a.col > 0
}

// areaOf is the area between two corners: cells, whole columns or whole rows.
func areaOf(first, second string) (Area, bool) {
	a, ok := parseAddress(first)
	b, ok2 := parseAddress(second)
	if !ok || !ok2 || (a.row == 0) != (b.row == 0) || (a.col == 0) != (b.col == 0) {
		return Area{}, false
	}
	if a.row == 0 {
		a.row, b.row = 1, MaxRow
	}
	if a.col == 0 {
		a.col, b.col = 1, MaxCol
	}
	return Area{"", min(a.row, b.row), min(a.col, b.col), max(a.row, b.row), max(a.col, b.col)}, true
}

// Moved is a formula with its relative references moved, as those of a shared formula
// and of a name are; what goes over an edge comes in at the other.
func Moved(formula string, rows, cols int) string {
	if rows == 0 && cols == 0 {
		return formula
	}
	var b strings.Builder
	list, done := tokens(formula), 0
	for i, t := range list {
		if !isReference(list, i) {
			continue
		}
		b.WriteString(formula[done:t.from])
		b.WriteString(movedAddress(t.text, rows, cols))
		done = t.to
	}
	return b.String() + formula[done:]
}

// isReference reports whether a token is an address: of a cell, or with ":" beside it
// of a column or a row.
func isReference(list []token, i int) bool {
	t := list[i]
	if t.kind != tokenWord && t.kind != tokenNumber {
		return false
	}
	after := list[min(i+1, len(list)-1)]
	if (after.text == "(" && after.kind == tokenSign || after.kind == tokenBrackets) && !after.spaced {
		return false
	}
	if _, _, ok := cellAddress(t.text); ok {
		return true
	}
	if after.text == ":" && after.kind == tokenSign && i+2 < len(list) {
		_, ok := areaOf(t.text, list[i+2].text)
		return ok
	}
	if i >= 2 && list[i-1].text == ":" && list[i-1].kind == tokenSign {
		_, ok := areaOf(list[i-2].text, t.text)
		return ok
	}
	return false
}

func movedAddress(s string, rows, cols int) string {
	a, _ := parseAddress(s)
	var b strings.Builder
	if a.col > 0 {
		if a.fixedCol {
			b.WriteByte('$')
		} else {
			a.col = wrapped(a.col+cols, MaxCol)
		}
		b.WriteString(columnName(a.col))
	}
	if a.row > 0 {
		if a.fixedRow {
			b.WriteByte('$')
		} else {
			a.row = wrapped(a.row+rows, MaxRow)
		}
		b.WriteString(strconv.Itoa(a.row))
	}
	return b.String()
}

func wrapped(n, size int) int { return ((n-1)%size+size)%size + 1 }

func columnName(col int) string {
	if col <= 26 {
		return string(rune('A' + col - 1))
	}
	return columnName((col-1)/26) + string(rune('A'+(col-1)%26))
}
