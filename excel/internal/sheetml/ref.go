package sheetml

import (
	"strconv"
	"strings"
)

// Ref is a cell's address; rows and columns count from 1.
type Ref struct{ Row, Col int }

// The size of a sheet: as many rows and columns as Excel shows.
const (
	MaxRow = 1 << 20
	MaxCol = 1 << 14
)

// ParseRef reads an address such as B7 or $B$7.
func ParseRef(s string) (Ref, bool) { return parseRef(strings.ReplaceAll(s, "$", "")) }

// parseRef reads an address without dollar signs.
func parseRef[T []byte | string](s T) (Ref, bool) {
	col, i := 0, 0
	for ; i < len(s) && i < 4; i++ {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			col = col*26 + int(c-'A') + 1
			continue
		case c >= 'a' && c <= 'z':
			col = col*26 + int(c-'a') + 1
			continue
		}
		break
	}
	row, ok := parseIndex(s[i:])
	if !ok || i == 0 || col > MaxCol || row < 1 || row > MaxRow {
		return Ref{}, false
	}
	return Ref{row, col}, true
}

// parseIndex reads a whole number of at most nine digits.
func parseIndex[T []byte | string](s T) (int, bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		c := s[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

func (r Ref) String() string { return ColumnName(r.Col) + strconv.Itoa(r.Row) }

// Column is the letters of the address's column.
func (r Ref) Column() string { return ColumnName(r.Col) }

// Absolute is the address with dollar signs: $B$2.
func (r Ref) Absolute() string { return "$" + ColumnName(r.Col) + "$" + strconv.Itoa(r.Row) }

// ColumnName is the letters of a column: 1 is A, 28 is AB.
func ColumnName(col int) string {
	var letters [3]byte
	i := len(letters)
	for ; col > 0 && i > 0; col = (col - 1) / 26 {
		i--
		letters[i] = byte('A' + (col-1)%26)
	}
	return string(letters[i:])
}

// Range is a rectangle of cells, both corners included.
type Range struct{ From, To Ref }

// ParseRange reads B2:C4, or one address.
func ParseRange(s string) (Range, bool) {
	a, b, two := strings.Cut(s, ":")
	from, ok := ParseRef(a)
	if !two {
		return Range{from, from}, ok
	}
	to, ok2 := ParseRef(b)
	if !ok || !ok2 {
		return Range{}, false
	}
	if from.Row > to.Row {
		from.Row, to.Row = to.Row, from.Row
	}
	if from.Col > to.Col {
		from.Col, to.Col = to.Col, from.Col
	}
	return Range{from, to}, true
}

// ParseArea reads B2:C4, one address, whole columns (B:C) or whole rows (2:4).
func ParseArea(s string) (Range, bool) {
	a, b, two := strings.Cut(strings.ReplaceAll(s, "$", ""), ":")
	if r, ok := ParseRange(s); ok || !two {
		return r, ok
	}
	if r, ok := ParseRange(a + "1:" + b + strconv.Itoa(MaxRow)); ok && isLetters(a) && isLetters(b) {
		return r, true
	}
	return ParseRange("A" + a + ":" + ColumnName(MaxCol) + b)
}

func isLetters(s string) bool {
	return s != "" && strings.Trim(strings.ToUpper(s), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// Holds reports whether the cell is in the range.
func (r Range) Holds(c Ref) bool {
	return c.Row >= r.From.Row && c.Row <= r.To.Row && c.Col >= r.From.Col && c.Col <= r.To.Col
}

func (r Range) String() string {
	if r.From == r.To {
		return r.From.String()
	}
	return r.From.String() + ":" + r.To.String()
}

// Absolute is the range with dollar signs: $B$2:$C$4.
func (r Range) Absolute() string { return r.From.Absolute() + ":" + r.To.Absolute() }

// QuoteSheet is a sheet's name as it stands in a reference.
func QuoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
