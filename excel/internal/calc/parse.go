package calc

import "strings"

// nodeKind is the kind of a node.
type nodeKind uint8

const (
	nodeValue   nodeKind = iota // value
	nodeMissing                 // an argument left out
	nodeArea                    // area, its sheet as written
	nodeName                    // text, of sheet
	nodeTable                   // text, and in spec what of it
	nodeCall                    // text, args
	nodeUnary                   // text is + - % or @, one arg
	nodeBinary                  // text is the operator, two args
	nodeArray                   // args by rows of cols each
	nodeStop                    // cannot be evaluated: status, text is why
)

// node is a part of a parsed formula.
type node struct {
	kind        nodeKind
	status      Status
	value       Value
	text        string
	sheet, spec string
	area        Area
	cols        int
	args        []*node
}

// Bounds of a formula that is parsed. Excel's own are 8,192 characters and 64 levels.
const (
	maxLength = 1 << 15
	maxDepth  = 128
)

// parser reads the tokens of a formula.
type parser struct {
	list  []token
	at    int
	depth int
	bad   bool
}

// parse reads a formula; ok is false for what is none.
func parse(formula string) (n *node, ok bool) {
	if len(formula) > maxLength {
		return nil, false
	}
	formula = strings.TrimPrefix(strings.TrimSpace(plainText(formula)), "=")
	p := &parser{list: tokens(formula)}
	n = p.binary(0)
	return n, !p.bad && p.peek().kind == tokenEnd
}

func (p *parser) peek() token { return p.list[p.at] }

// ahead is the token n places on; past the end it is the last one.
func (p *parser) ahead(n int) token { return p.list[min(p.at+n, len(p.list)-1)] }

func (p *parser) take() token {
	t := p.peek()
	if p.at < len(p.list)-1 {
		p.at++
	}
	return t
}

func (p *parser) sign(text string) bool {
	if t := p.peek(); t.kind == tokenSign && t.text == text {
		p.take()
		return true
	}
	return false
}

func (p *parser) fail() *node {
	p.bad = true
	return &node{}
}

func stopped(status Status, why string) *node {
	return &node{kind: nodeStop, status: status, text: why}
}

// levels are the binary operators by how strongly they bind; each binds to the left.
var levels = map[string]int{"=": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "<>": 1, "&": 2,
	"+": 3, "-": 3, "*": 4, "/": 4, "^": 5}

// binary reads operands joined by operators of a level at least.
func (p *parser) binary(level int) *node {
	if p.depth++; p.depth > maxDepth {
		return p.fail()
	}
	defer func() { p.depth-- }()
	left := p.unary()
	for !p.bad {
		t := p.peek()
		binds := levels[t.text]
		if t.kind != tokenSign || binds == 0 || binds < level {
			return left
		}
		p.take()
		left = &node{kind: nodeBinary, text: t.text, args: []*node{left, p.binary(binds + 1)}}
	}
	return left
}

// unary reads an operand with the signs around it. A minus binds more strongly than
// a power: -2^2 is 4.
func (p *parser) unary() *node {
	if p.depth++; p.depth > maxDepth {
		return p.fail()
	}
	defer func() { p.depth-- }()
	for _, sign := range []string{"-", "+", "@"} {
		if p.sign(sign) {
			return &node{kind: nodeUnary, text: sign, args: []*node{p.unary()}}
		}
	}
	n := p.reference()
	for p.sign("%") {
		n = &node{kind: nodeUnary, text: "%", args: []*node{n}}
	}
	return n
}

// reference reads an operand and the reference operators after it.
func (p *parser) reference() *node {
	n := p.operand()
	for !p.bad {
		switch t := p.peek(); {
		case p.sign(":"):
			n = &node{kind: nodeBinary, text: ":", args: []*node{n, p.operand()}}
		case p.sign("#"):
			n = stopped(Uncovered, "spilled range")
		case t.kind == tokenWord, t.kind == tokenSheet, t.kind == tokenSign && t.text == "(":
			p.operand()
			n = stopped(Uncovered, "intersection")
		default:
			return n
		}
	}
	return n
}

func (p *parser) operand() *node {
	switch t := p.peek(); t.kind {
	case tokenNumber:
		if p.ahead(1).text == ":" && p.ahead(2).kind == tokenNumber {
			return p.local("")
		}
		p.take()
		return &node{value: literal(t.text)}
	case tokenText:
		p.take()
		return &node{value: TextOf(t.text)}
	case tokenError:
		p.take()
		return &node{value: ErrorOf(t.text)}
	case tokenSheet:
		p.take()
		return p.elsewhere(t.text)
	case tokenWord:
		return p.local("")
	case tokenBrackets:
		p.take()
		return &node{kind: nodeTable, spec: t.text} // of the table that the formula is in
	case tokenSign:
		return p.bracket()
	}
	return p.fail()
}

// bracket reads what stands in ( ) or { }.
func (p *parser) bracket() *node {
	switch {
	case p.sign("{"):
		return p.array()
	case p.sign("("):
		n := p.binary(0)
		for p.sign(",") {
			p.binary(0)
			n = stopped(Uncovered, "union")
		}
		if !p.sign(")") {
			return p.fail()
		}
		return n
	}
	return p.fail()
}

// array reads the constants in { }.
func (p *parser) array() *node {
	n := &node{kind: nodeArray}
	for row := 0; ; {
		n.args = append(n.args, p.constant())
		switch row++; {
		case p.sign(","):
			continue
		case n.cols == 0:
			n.cols = row
		}
		if n.cols != row {
			return p.fail()
		}
		if row = 0; p.sign(";") {
			continue
		}
		if !p.sign("}") {
			return p.fail()
		}
		return n
	}
}

func (p *parser) constant() *node {
	minus := p.sign("-")
	if !minus {
		p.sign("+")
	}
	switch t := p.take(); {
	case t.kind == tokenNumber && minus:
		v := literal(t.text)
		v.Number = v.Number.Neg()
		return &node{value: v}
	case t.kind == tokenNumber:
		return &node{value: literal(t.text)}
	case minus:
	case t.kind == tokenText:
		return &node{value: TextOf(t.text)}
	case t.kind == tokenError:
		return &node{value: ErrorOf(t.text)}
	case t.kind == tokenWord && truth[strings.ToUpper(t.text)] != nil:
		return &node{value: *truth[strings.ToUpper(t.text)]}
	}
	return p.fail()
}

var truth = map[string]*Value{"TRUE": {Kind: Bool, Bool: true}, "FALSE": {Kind: Bool}}

// elsewhere reads what stands after a sheet's name.
func (p *parser) elsewhere(sheet string) *node {
	if rest, ok := strings.CutPrefix(sheet, "[0]"); ok {
		sheet = rest // [0] is this workbook itself
	}
	var n *node
	switch t := p.peek(); {
	case t.kind == tokenError:
		p.take()
		return &node{value: ErrorOf(t.text)}
	case t.kind == tokenWord, t.kind == tokenNumber:
		n = p.local(sheet)
	default:
		return p.fail()
	}
	switch {
	case strings.ContainsAny(sheet, "[]"):
		return stopped(External, "another workbook")
	case strings.Contains(sheet, ":"):
		return stopped(Uncovered, "reference to several sheets")
	case n.kind == nodeCall:
		return stopped(Uncovered, n.text)
	}
	return n
}

// local reads a word and what belongs to it: a function with its arguments, a table
// with its brackets, a reference, a name.
func (p *parser) local(sheet string) *node {
	t := p.take()
	following := p.peek()
	switch {
	case following.kind == tokenSign && following.text == "(" && !following.spaced && t.kind == tokenWord:
		return p.call(t.text)
	case following.kind == tokenBrackets && !following.spaced:
		p.take()
		return &node{kind: nodeTable, text: t.text, spec: following.text}
	case following.kind == tokenSign && following.text == ":":
		if n := p.corners(sheet, t); n != nil {
			return n
		}
	}
	if row, col, ok := cellAddress(t.text); ok {
		return &node{kind: nodeArea, area: Area{sheet, row, col, row, col}}
	}
	if v := truth[strings.ToUpper(t.text)]; v != nil {
		return &node{value: *v}
	}
	if t.kind == tokenNumber {
		return p.fail()
	}
	return &node{kind: nodeName, text: t.text, sheet: sheet}
}

// corners reads the second half of A1:B2, A:B or 1:2; nil when it is none. A name
// before another sheet's is the first of several sheets.
func (p *parser) corners(sheet string, first token) *node {
	second := p.ahead(1)
	if second.kind == tokenSheet {
		if sheet != "" {
			return nil
		}
		p.take()
		p.take()
		p.take()
		return stopped(Uncovered, "reference to several sheets")
	}
	if after := p.ahead(2); after.text == "(" && !after.spaced {
		return nil
	}
	area, ok := areaOf(first.text, second.text)
	if !ok {
		return nil
	}
	p.take()
	p.take()
	area.Sheet = sheet
	return &node{kind: nodeArea, area: area}
}

// call reads the arguments of a function.
func (p *parser) call(name string) *node {
	p.take()
	n := &node{kind: nodeCall, text: functionName(name)}
	if p.sign(")") {
		return n
	}
	for !p.bad {
		if t := p.peek(); t.kind == tokenSign && (t.text == "," || t.text == ")") {
			n.args = append(n.args, &node{kind: nodeMissing})
		} else {
			n.args = append(n.args, p.binary(0))
		}
		if p.sign(")") {
			return n
		}
		if !p.sign(",") {
			return p.fail()
		}
	}
	return n
}

// functionName is a function's name without what marks it as newer than Excel 2007.
func functionName(name string) string {
	name = strings.ToUpper(name)
	for _, mark := range []string{"_XLFN.", "_XLWS."} {
		name = strings.TrimPrefix(name, mark)
	}
	return name
}
