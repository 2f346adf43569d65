package reading

import (
	"regexp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// A formula can be computed rightly and say something else than its amount is taken for: a saving that
// is what is lacking, an amount that holds because a cell says ja, a sum that leaves a row of its
// specification out. Each is told, with the formula, and blocks nothing.

// deepest is how many formulas behind an amount are followed.
const deepest = 8

// tellFormulas tells of the formulas behind the amounts of lines that make them of what they are held
// against, hang on a choice, or leave something out.
func (l *ledger) tellFormulas() {
	costs, savings := l.amountsOf(budget.Cost), l.amountsOf(budget.Saving)
	for i := range l.sub.Lines {
		line := &l.sub.Lines[i]
		if !line.Kind.Known() || l.countsNothing(line) {
			continue
		}
		owner, key := l.projectOrigin(line), budget.Key("formula.of-cost")
		against := costs[owner]
		switch line.Kind.Value {
		case budget.Cost:
			against, key = savings[owner], "formula.of-saving"
		case budget.Saving:
		default: // what a fund or an area gives may well be what is lacking
			against = nil
		}
		if owner != budget.NoOrigin {
			l.tellSense(line, against, key)
		}
	}
}

// amountsOf are the cells of the amounts of a kind that are above zero, by project.
func (l *ledger) amountsOf(kind budget.Kind) map[budget.Origin]map[budget.Origin]bool {
	cells := map[budget.Origin]map[budget.Origin]bool{}
	for i := range l.sub.Lines {
		line := &l.sub.Lines[i]
		if !line.Kind.Known() || line.Kind.Value != kind {
			continue
		}
		of := cells[l.projectOrigin(line)]
		if of == nil {
			of = map[budget.Origin]bool{}
			cells[l.projectOrigin(line)] = of
		}
		for a := range line.Stated {
			of[a.Origin] = true
		}
	}
	return cells
}

// tellSense tells of the first amount of a line whose formula is to be looked at.
func (l *ledger) tellSense(line *budget.Line, against map[budget.Origin]bool, key budget.Key) {
	for a := range line.Stated {
		if !a.Known() || a.Value.IsZero() || l.isTold(a.Origin) {
			continue
		}
		s := &sense{ledger: l, against: against, seen: map[budget.Origin]bool{a.Origin: true}}
		switch s.walk(a.Origin, 0); {
		case s.made != budget.NoOrigin:
			l.tellFormula(line, a.Origin, budget.Message{Key: key}, s.made)
		case s.choice != budget.NoOrigin:
			l.tellFormula(line, a.Origin, l.choiceAt(s.choice), s.choice)
		case s.omitted != budget.NoOrigin:
			l.tellFormula(line, a.Origin, budget.Message{Key: "formula.omits"}, s.omitted)
		default:
			continue
		}
		return
	}
}

// tellFormula tells of a formula of a line's amount.
func (l *ledger) tellFormula(line *budget.Line, at budget.Origin, why budget.Message, of budget.Origin) {
	l.report(budget.Finding{
		Code: budget.QuestionableFormula, Project: l.nameOf(l.projectOrigin(line)), Origin: at,
		Have: budget.Quote("=" + l.valueAt(at).Formula), Want: budget.Phrase(why), Related: []budget.Origin{of},
	})
}

// valueAt is the value of a cell.
func (l *ledger) valueAt(at budget.Origin) workbook.Value {
	sheet, ref, ok := workbook.PlaceOf(at)
	if !ok || l.Book.Sheets[sheet] == nil {
		return workbook.Value{Origin: at}
	}
	return l.Book.At(l.Book.Sheets[sheet], ref)
}

// choiceAt is what is to be said of a cell that an amount hangs on: what it says, and the words left of it.
func (l *ledger) choiceAt(at budget.Origin) budget.Message {
	v := l.valueAt(at)
	sheet, ref, _ := workbook.PlaceOf(at)
	for col := ref.Col - 1; col > 0; col-- {
		if by := l.Book.At(l.Book.Sheets[sheet], workbook.Ref{Row: ref.Row, Col: col}); !by.Blank() {
			return budget.Message{Key: "formula.choice-label", Args: []budget.Arg{
				{Name: "answer", Value: budget.Quote(v.Text)}, {Name: "label", Value: budget.Quote(by.Text)},
			}}
		}
	}
	return budget.Message{Key: "formula.choice", Args: []budget.Arg{{Name: "answer", Value: budget.Quote(v.Text)}}}
}

// sense is what the formulas behind an amount rest on.
type sense struct {
	*ledger
	against map[budget.Origin]bool // the amounts that it is held against
	seen    map[budget.Origin]bool

	made, choice, omitted budget.Origin // the first of each that was met; none for none
}

// walk follows the formula of a cell, and those of the cells that it reads.
func (s *sense) walk(at budget.Origin, depth int) {
	areas := s.precedents(at)
	if depth > deepest || len(areas) == 0 {
		return
	}
	s.hold(at, areas)
	for _, area := range areas {
		single := area.Range.From == area.Range.To
		eachFilled(s.Book, area, func(read budget.Origin) {
			if s.seen[read] {
				return
			}
			s.seen[read] = true
			v := s.valueAt(read)
			switch {
			case s.against[read] && s.made == budget.NoOrigin:
				s.made = read
			case single && s.isChoice(v) && s.choice == budget.NoOrigin && hangs.MatchString(s.valueAt(at).Formula):
				s.choice = read
			case v.Kind == workbook.Number:
				s.walk(read, depth+1)
			}
		})
	}
}

// hangs are the functions that let an amount hang on what a cell says.
var hangs = regexp.MustCompile(`(?i)\b(?:IFS?|CHOOSE|SWITCH|HVIS|VÆLG)\(`)

// isChoice reports whether a cell holds an answer that is no fact of a project or a line.
func (s *sense) isChoice(v workbook.Value) bool {
	return (v.Kind == workbook.Text || v.Kind == workbook.Bool) && !s.used[v.Origin] && s.entries[v.Origin].as != asHeading
}

// onlyAdds is a formula that adds cells and ranges, and does nothing else.
var (
	onlyAdds  = regexp.MustCompile(`(?i)^=?\+?(?:SUM\([^()]*\)|[^()+*/,;^&<>=-]+)(?:\+(?:SUM\([^()]*\)|[^()+*/,;^&<>=-]+))*$`)
	justACell = regexp.MustCompile(`^=?\+?[^():+]+$`)
)

// hold notes the number that a formula leaves out which adds the others of a column's block.
func (s *sense) hold(at budget.Origin, areas []workbook.Area) {
	formula := s.valueAt(at).Formula
	if s.omitted != budget.NoOrigin || !onlyAdds.MatchString(formula) || justACell.MatchString(formula) {
		return
	}
	first := areas[0]
	if index, _, _ := workbook.PlaceOf(at); first.Sheet.Index == index {
		return // a sum among its own lines, which is checked as one
	}
	read, top, bottom := map[int]bool{}, first.Range.From.Row, first.Range.To.Row
	for _, a := range areas {
		if a.Sheet != first.Sheet || a.Range.From.Col != first.Range.From.Col || a.Range.To.Col != a.Range.From.Col {
			return
		}
		top, bottom = min(top, a.Range.From.Row), max(bottom, a.Range.To.Row)
		for row := a.Range.From.Row; row <= a.Range.To.Row && len(read) < widest; row++ {
			read[row] = true
		}
	}
	if len(read) > 1 {
		s.omitted = s.leftOut(first.Sheet, first.Range.From.Col, top, bottom, read)
	}
}

// leftOut is a number between the rows that are read, or right above or below them, that is none of them.
func (s *sense) leftOut(sheet *workbook.Sheet, col, top, bottom int, read map[int]bool) budget.Origin {
	for row := top - 1; row <= bottom+1; row++ {
		v := s.Book.At(sheet, workbook.Ref{Row: row, Col: col})
		if row < 1 || read[row] || v.Kind != workbook.Number || v.Formula != "" || v.Blank() || s.harmlessFigure(v) != "" {
			continue
		}
		if line := s.lineAt(v.Origin); line != nil && s.projectOrigin(line) != budget.NoOrigin || s.isApart(sheet, row) {
			continue
		}
		return v.Origin
	}
	return budget.NoOrigin
}

// lineAt is the line that a cell is an amount of; nil for none.
func (s *sense) lineAt(at budget.Origin) *budget.Line {
	for i := range s.sub.Lines {
		if slices.Contains(lineCells(&s.sub.Lines[i]), at) {
			return &s.sub.Lines[i]
		}
	}
	return nil
}

// isApart reports whether a row says that it is a total, a part of one above it, or a project's own.
func (s *sense) isApart(sheet *workbook.Sheet, row int) bool {
	held := sheet.Row(row)
	if held == nil {
		return false
	}
	return slices.ContainsFunc(sheet.CellsOf(held), func(c workbook.Cell) bool {
		_, named := s.projectNamed(c.Text)
		return c.Kind == workbook.Text && (named || isTotalText(c.Text) || notation.WithoutPart(c.Text) != c.Text)
	})
}
