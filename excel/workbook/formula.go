package workbook

import (
	"cmp"
	"errors"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
)

// A formula without a stored result is computed where that is certain: numbers,
// references, + − × ÷, brackets and SUM, with exact fractions. Everything else is
// left to Excel.

var errNotComputed = errors.New("the formula is not one that is computed")

// Bounds of one computation.
const (
	maxFormulaDepth = 64
	maxFormulaCells = 200_000
)

// Compute is the value of a cell's formula, as Excel would show it.
func (b *Book) Compute(s *Sheet, at sheetml.Ref) (decimal.Decimal, bool) {
	e := evaluator{book: b, open: map[cellKey]bool{}}
	value, err := e.cell(s, at, false)
	if err != nil || value == nil {
		return decimal.Zero, false
	}
	return fifteenDigits(value), true
}

// fifteenDigits is a fraction rounded as Excel rounds what it shows.
func fifteenDigits(r *big.Rat) decimal.Decimal {
	f := new(big.Float).SetPrec(256).SetRat(r)
	d, err := decimal.NewFromString(f.Text('e', notation.Significant-1))
	if err != nil {
		return decimal.Zero
	}
	return d
}

type cellKey struct {
	sheet int
	at    sheetml.Ref
}

// evaluator computes one formula and those it draws on.
type evaluator struct {
	book  *Book
	open  map[cellKey]bool // cells being computed, against circles
	cells int
}

// cell is the number in a cell; nil for one that holds none. What SUM passes over is
// nil; elsewhere a text is no number.
func (e *evaluator) cell(s *Sheet, at sheetml.Ref, summed bool) (*big.Rat, error) {
	if e.cells++; e.cells > maxFormulaCells {
		return nil, errNotComputed
	}
	c := s.Cell(at)
	switch {
	case c == nil || c.Kind == sheetml.Blank && !c.HasFormula:
		return nil, nil
	case c.Kind == sheetml.Number:
		d, ok := notation.StoredNumber(c.Text)
		if !ok {
			return nil, errNotComputed
		}
		return d.Rat(), nil
	case c.Kind == sheetml.Blank:
		return e.formula(s, at)
	case summed && (c.Kind == sheetml.Text || c.Kind == sheetml.Bool):
		return nil, nil
	}
	return nil, errNotComputed
}

// formula computes the formula of a cell.
func (e *evaluator) formula(s *Sheet, at sheetml.Ref) (*big.Rat, error) {
	key := cellKey{s.Index, at}
	text, ok := s.formulaText(at)
	if !ok || e.open[key] || len(e.open) > maxFormulaDepth {
		return nil, errNotComputed
	}
	e.open[key] = true
	defer delete(e.open, key)
	p := &formulaParser{evaluator: e, sheet: s, rest: strings.TrimSpace(strings.TrimPrefix(text, "="))}
	value, err := p.sum()
	if err == nil && p.blanks() != "" {
		err = errNotComputed
	}
	if value == nil {
		value = new(big.Rat)
	}
	return value, err
}

// formulaText is a cell's formula; of one that is shared, the first cell's moved.
func (s *Sheet) formulaText(at sheetml.Ref) (string, bool) {
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

func wordLength(s string) int {
	n := 0
	for n < len(s) && (s[n] == '$' || s[n] == '_' || s[n] == '.' || s[n] >= 0x80 || s[n] >= '0' && s[n] <= '9' || s[n] >= 'A' && s[n] <= 'Z' || s[n] >= 'a' && s[n] <= 'z') {
		n++
	}
	return n
}

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

// formulaParser reads a formula from the left.
type formulaParser struct {
	*evaluator
	sheet *Sheet
	rest  string
	depth int
}

func (p *formulaParser) blanks() string {
	p.rest = strings.TrimLeft(p.rest, " \t\r\n")
	return p.rest
}

func (p *formulaParser) take(token string) bool {
	rest, ok := strings.CutPrefix(p.blanks(), token)
	if ok {
		p.rest = rest
	}
	return ok
}

// sum reads terms joined by + and −.
func (p *formulaParser) sum() (*big.Rat, error) {
	if p.depth++; p.depth > maxFormulaDepth {
		return nil, errNotComputed
	}
	defer func() { p.depth-- }()
	value, err := p.product()
	for err == nil {
		var other *big.Rat
		switch {
		case p.take("+"):
			other, err = p.product()
		case p.take("-"):
			if other, err = p.product(); other != nil {
				other = new(big.Rat).Neg(other)
			}
		default:
			return value, nil
		}
		value = new(big.Rat).Add(orZero(value), orZero(other))
	}
	return nil, err
}

// product reads factors joined by × and ÷.
func (p *formulaParser) product() (*big.Rat, error) {
	value, err := p.factor()
	for err == nil {
		var other *big.Rat
		switch {
		case p.take("*"):
			other, err = p.factor()
			value = new(big.Rat).Mul(orZero(value), orZero(other))
		case p.take("/"):
			if other, err = p.factor(); err == nil && orZero(other).Sign() == 0 {
				return nil, errNotComputed
			}
			if err == nil {
				value = new(big.Rat).Quo(orZero(value), other)
			}
		default:
			return value, nil
		}
	}
	return nil, err
}

// factor reads a number, a reference, a bracket or SUM, with signs before it.
func (p *formulaParser) factor() (*big.Rat, error) {
	switch {
	case p.take("-"):
		value, err := p.factor()
		return new(big.Rat).Neg(orZero(value)), err
	case p.take("+"):
		return p.factor()
	case p.take("("):
		value, err := p.sum()
		if err == nil && !p.take(")") {
			err = errNotComputed
		}
		return value, err
	}
	if upper := strings.ToUpper(p.blanks()); strings.HasPrefix(upper, "SUM(") {
		p.rest = p.rest[4:]
		return p.sumCall()
	}
	if value, ok := p.number(); ok {
		return value, nil
	}
	s, area, err := p.reference()
	if err != nil || area.From != area.To {
		return nil, errNotComputed
	}
	return p.cell(s, area.From, false)
}

func orZero(r *big.Rat) *big.Rat {
	if r == nil {
		return new(big.Rat)
	}
	return r
}

func (p *formulaParser) number() (*big.Rat, bool) {
	rest := p.blanks()
	n := 0
	for n < len(rest) && (rest[n] >= '0' && rest[n] <= '9' || rest[n] == '.') {
		n++
	}
	if n == 0 || n > 40 || n < len(rest) && (wordLength(rest[n:]) > 0 || rest[n] == ':' || rest[n] == '!' || rest[n] == '%') {
		return nil, false
	}
	value, ok := new(big.Rat).SetString(rest[:n])
	if ok {
		p.rest = rest[n:]
	}
	return value, ok
}

// sumCall reads the arguments of SUM. Ranges pass over texts and blanks.
func (p *formulaParser) sumCall() (*big.Rat, error) {
	total := new(big.Rat)
	for {
		mark := p.rest
		if s, area, err := p.reference(); err == nil && p.ended() {
			if err := p.addRange(total, s, area); err != nil {
				return nil, err
			}
		} else {
			p.rest = mark
			value, err := p.sum()
			if err != nil {
				return nil, err
			}
			total.Add(total, orZero(value))
		}
		if p.take(")") {
			return total, nil
		}
		if !p.take(",") && !p.take(";") {
			return nil, errNotComputed
		}
	}
}

// ended reports whether an argument ends here.
func (p *formulaParser) ended() bool {
	rest := p.blanks()
	return rest != "" && (rest[0] == ')' || rest[0] == ',' || rest[0] == ';')
}

func (p *formulaParser) addRange(total *big.Rat, s *Sheet, area sheetml.Range) error {
	first, _ := slices.BinarySearchFunc(s.Rows, area.From.Row, func(row sheetml.Row, n int) int { return cmp.Compare(int(row.Number), n) })
	for i := first; i < len(s.Rows) && int(s.Rows[i].Number) <= area.To.Row; i++ {
		for _, c := range s.CellsOf(&s.Rows[i]) {
			if int(c.Col) < area.From.Col || int(c.Col) > area.To.Col {
				continue
			}
			value, err := p.cell(s, c.Ref(), true)
			if err != nil {
				return err
			}
			total.Add(total, orZero(value))
		}
	}
	return nil
}

// reference reads a reference to cells, of this sheet or another.
func (p *formulaParser) reference() (*Sheet, sheetml.Range, error) {
	s, rest := p.sheet, p.blanks()
	if name, after, ok := sheetPrefix(rest); ok {
		if s = p.book.sheetNamed(name); s == nil {
			return nil, sheetml.Range{}, errNotComputed
		}
		rest = after
	}
	n := wordLength(rest)
	text := rest[:n]
	if strings.HasPrefix(rest[n:], ":") {
		n += 1 + wordLength(rest[n+1:])
		text = rest[:n]
	}
	area, ok := sheetml.ParseRange(text)
	if !ok || strings.HasPrefix(rest[n:], "(") {
		return nil, area, errNotComputed
	}
	p.rest = rest[n:]
	return s, area, nil
}

// sheetPrefix reads the sheet in front of a reference: Økonomi! or 'Års økonomi'!.
func sheetPrefix(s string) (name, rest string, ok bool) {
	if quoted, found := strings.CutPrefix(s, "'"); found {
		for i := 0; i < len(quoted); i++ {
			if quoted[i] != '\'' {
				continue
			}
			if i+1 < len(quoted) && quoted[i+1] == '\'' {
				i++
				continue
			}
			rest, ok := strings.CutPrefix(quoted[i+1:], "!")
			return strings.ReplaceAll(quoted[:i], "''", "'"), rest, ok
		}
		return "", s, false
	}
	n := wordLength(s)
	rest, ok = strings.CutPrefix(s[n:], "!")
	return s[:n], rest, ok && n > 0
}

// sheetNamed finds a worksheet by its name; nil when there is none.
func (b *Book) sheetNamed(name string) *Sheet {
	for _, s := range b.Sheets {
		if s != nil && strings.EqualFold(s.Name, name) {
			return s
		}
	}
	return nil
}
