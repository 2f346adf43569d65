package calc

import "strings"

// area is the area that a reference names, on the sheet as the workbook writes it.
func (e *evaluator) area(n *node) operand {
	a := n.area
	if a.Sheet == "" {
		a.Sheet = e.at.Sheet
		return a
	}
	name, ok := e.cells.Sheet(a.Sheet)
	if !ok {
		return errRef
	}
	a.Sheet = name
	return a
}

// span is the area from one reference to another: A1:INDEX(…).
func (e *evaluator) span(left, right operand) operand {
	a, ok := left.(Area)
	b, ok2 := right.(Area)
	switch {
	case ok && ok2 && a.Sheet == b.Sheet:
		return Area{a.Sheet, min(a.Top, b.Top), min(a.Left, b.Left), max(a.Bottom, b.Bottom), max(a.Right, b.Right)}
	case ok && ok2:
		return errValue
	}
	for _, op := range []operand{left, right} {
		if v, isValue := op.(Value); isValue && v.isError() {
			return v
		}
	}
	return e.uncovered("range operator")
}

// maxNames is how many names may lead to one another.
const maxNames = 16

// name is what a defined name stands for, seen from the formula's cell.
func (e *evaluator) name(n *node) operand {
	sheet := n.sheet
	if sheet == "" {
		sheet = e.at.Sheet
	} else if found, ok := e.cells.Sheet(sheet); ok {
		sheet = found
	}
	formula, ok := e.cells.Name(n.text, sheet)
	if !ok {
		if t, found := e.cells.Table(n.text); found {
			return t.data()
		}
		return e.uncovered("the name " + n.text)
	}
	if e.depth++; e.depth > maxNames {
		return e.uncovered("names of names")
	}
	defer func() { e.depth-- }()
	// References that are relative are kept as seen from A1.
	meaning, ok := parse(Moved(formula, e.at.Row-1, e.at.Col-1))
	if !ok || !e.spend(len(formula)) {
		return e.uncovered("the name " + n.text)
	}
	return e.eval(meaning)
}

// data is the area of a table's records.
func (t Table) data() Area {
	a := t.Area
	if t.Header {
		a.Top++
	}
	if t.Totals {
		a.Bottom--
	}
	return a
}

// table is what a structured reference stands for.
func (e *evaluator) table(n *node) operand {
	t, ok := e.cells.Table(n.text)
	if n.text == "" {
		if t, ok = e.cells.TableAt(e.at.Sheet, e.at.Row, e.at.Col); !ok {
			return e.uncovered("a table that the formula is not in")
		}
	}
	if !ok {
		return e.uncovered("the table " + n.text)
	}
	spec, ok := parseSpec(n.spec)
	if !ok {
		return e.uncovered("structured reference")
	}
	a, status := spec.rows(t, e.at)
	switch {
	case status != nil:
		return *status
	case spec.from == "":
		return a
	}
	left, ok := t.column(spec.from)
	right, ok2 := t.column(spec.to)
	if !ok || !ok2 {
		return e.uncovered("the column " + spec.from + " of " + n.text)
	}
	a.Left, a.Right = t.Area.Left+min(left, right), t.Area.Left+max(left, right)
	return a
}

// column finds a column of a table.
func (t Table) column(name string) (int, bool) {
	for i, c := range t.Columns {
		if sameText(c, name) && t.Area.Left+i <= t.Area.Right {
			return i, true
		}
	}
	return 0, false
}

// tableSpec is what a structured reference takes of a table.
type tableSpec struct {
	items    map[string]bool // #all, #data, #headers, #totals, #this row
	from, to string          // columns, unescaped; "" for all
}

// parseSpec reads [Column], [#Totals], [@Column] and [[#This Row],[From]:[To]].
func parseSpec(text string) (s tableSpec, ok bool) {
	s.items = map[string]bool{}
	inner := strings.TrimSpace(text[1 : len(text)-1])
	if rest, found := strings.CutPrefix(inner, "@"); found {
		s.items["#this row"] = true
		inner = rest
	}
	if !strings.HasPrefix(inner, "[") {
		return s, s.item(inner)
	}
	for inner != "" {
		item, rest, found := cutItem(inner)
		if !found {
			return s, false
		}
		inner = strings.TrimLeft(rest, " ")
		if after, isRange := strings.CutPrefix(inner, ":"); isRange {
			if s.to, rest, found = cutItem(strings.TrimLeft(after, " ")); !found || strings.HasPrefix(item, "#") {
				return s, false
			}
			inner, s.from, s.to = rest, unescaped(item), unescaped(s.to)
		} else if !s.item(item) {
			return s, false
		}
		if inner = strings.TrimLeft(inner, " "); inner != "" && inner[0] != ',' {
			return s, false
		}
		inner = strings.TrimLeft(inner, ", ")
	}
	return s, true
}

// item takes one part of the specification: a keyword or a column.
func (s *tableSpec) item(text string) bool {
	switch {
	case text == "":
		return true
	case strings.HasPrefix(text, "#"):
		s.items[strings.ToLower(text)] = true
		return true
	case s.from != "":
		return false
	}
	s.from = unescaped(text)
	s.to = s.from
	return true
}

// cutItem cuts [ … ] off the front.
func cutItem(s string) (item, rest string, ok bool) {
	if !strings.HasPrefix(s, "[") {
		return "", s, false
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\'':
			i++
		case ']':
			return s[1:i], s[i+1:], true
		}
	}
	return "", s, false
}

// unescaped is a column's name without the apostrophes that take the meaning of the
// next character away.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\'' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// rows is the part of a table that the keywords name; status is set where there is none.
func (s tableSpec) rows(t Table, at Place) (a Area, status *Value) {
	a = t.data()
	headers, totals, data := s.items["#headers"], s.items["#totals"], s.items["#data"]
	switch {
	case s.items["#this row"]:
		if at.Sheet != a.Sheet || at.Row < a.Top || at.Row > a.Bottom {
			return a, &errValue
		}
		a.Top, a.Bottom = at.Row, at.Row
	case s.items["#all"]:
		a = t.Area
	case headers && !t.Header, totals && !t.Totals, headers && totals && !data:
		return a, &errRef
	case headers && totals:
		a = t.Area
	case headers:
		a.Top = t.Area.Top
		if !data {
			a.Bottom = a.Top
		}
	case totals:
		a.Bottom = t.Area.Bottom
		if !data {
			a.Top = a.Bottom
		}
	}
	if a.Bottom < a.Top {
		return a, &errRef
	}
	return a, nil
}
