package workbook

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"videre/excel/internal/sheetml"
)

// formulaParser reads a formula from the left.
type formulaParser struct {
	*evaluator
	sheet *Sheet
	rest  string
	depth int
}

// blanks passes over blanks and gives what is left.
func (p *formulaParser) blanks() string {
	p.rest = strings.TrimLeft(p.rest, " \t\r\n")
	return p.rest
}

// take passes over a token if it comes next.
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
	if n == 0 || n > 40 || wordLength(rest[n:]) > 0 { // 1E6 and 2x are left to Excel
		return nil, false
	}
	if n < len(rest) && (rest[n] == ':' || rest[n] == '!' || rest[n] == '%') { // rows 1:3, a sheet 2026!A1, 10%
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

// addRange adds the numbers of a range to a total.
func (p *formulaParser) addRange(total *big.Rat, s *Sheet, area Range) error {
	first, _ := slices.BinarySearchFunc(s.Rows, area.From.Row, func(row Row, n int) int {
		return cmp.Compare(int(row.Number), n)
	})
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
func (p *formulaParser) reference() (*Sheet, Range, error) {
	s, rest := p.sheet, p.blanks()
	if name, after, ok := sheetPrefix(rest); ok {
		if s = p.book.sheetNamed(name); s == nil {
			return nil, Range{}, errNotComputed
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
