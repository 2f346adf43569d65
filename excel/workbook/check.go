package workbook

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/calc"
	"videre/excel/internal/sheetml"
)

// Standing is how a stored result stands to its formula, where the two do not simply agree.
type Standing uint8

// The ways in which a stored result is in doubt.
const (
	Differs   Standing = iota + 1 // the formula gives something else
	Uncovered                     // the formula is not computed here, or not with certainty
	Volatile                      // its result changes without any cell being changed
	External                      // it reads another workbook
	Short                         // a sum that stops short of the number just above it
	Circular                      // it rests on itself, so that nothing says what its result is
)

// Doubt is a formula whose stored result is not simply what its cells give.
type Doubt struct {
	Is      Standing
	Origin  budget.Origin // its cell
	Formula string        // without the equals sign

	// Of one that differs, and the first of one that is circular.

	Stored, Computed budget.Value
	Off              decimal.Decimal // how far it is off; 0 where the two are no numbers

	// Of others.

	Why     string        // of one that is not computed: the function, in capitals, or "" for something else
	Omitted budget.Origin // of a sum: the number that it stops short of
}

// trail is what is in doubt along the formulas that some cells rest on, their own first.
type trail struct {
	stale, unsure []*Doubt // what makes unknown what rests on it, and what does not
	open          bool     // it is being followed
}

// maxDoubts bounds what is kept for one cell of what differs, and of the rest.
const maxDoubts = 100

// Check holds the stored result of a cell's formula against its formula, computed one step
// from the stored values of the cells that it reads, and so each formula that those cells
// rest on. It gives what is in doubt, the cell's own doubt first; nothing for a cell
// without a formula, and where all agrees.
//
// Numbers differ by more than binary arithmetic can be to blame for; see [calc.Off]. A
// formula without a stored result is what [Book.Compute] makes of it.
func (b *Book) Check(s *Sheet, at Ref) []*Doubt {
	at = s.real(at)
	if s.whole.Formula(at) == nil {
		return nil
	}
	t := b.cells().trail(calc.Area{Sheet: b.Workbook.Sheets[s.Index].Name, Top: at.Row, Left: at.Col, Bottom: at.Row, Right: at.Col})
	return slices.Concat(t.stale, t.unsure)
}

// HasStoredFormula reports whether a cell has a formula and its result.
func (b *Book) HasStoredFormula(at budget.Origin) bool {
	sheet, ref, ok := PlaceOf(at)
	if !ok || b.Sheets[sheet] == nil {
		return false
	}
	c := b.Sheets[sheet].whole.Cell(ref)
	return c != nil && c.HasFormula && c.Kind != Blank
}

// visit is a cell or an area that a trail passes.
type visit struct {
	area  calc.Area
	trail *trail
	below []calc.Area // of a cell: what its formula reads
	next  int         // of below, or of the formulas of the sheet
	of    *sheetCells // of an area that is no cell: its sheet
}

// advance gives the next of what is below: what the cell's formula reads, or the cells of the
// area that have formulas.
func (v *visit) advance() (below calc.Area, ok bool) {
	if v.of == nil {
		if v.next == len(v.below) {
			return below, false
		}
		v.next++
		return v.below[v.next-1], true
	}
	for v.next < len(v.of.Formulas) {
		at := v.of.Place(&v.of.Formulas[v.next])
		if at.Row > v.area.Bottom {
			break
		}
		v.next++
		if at.Col >= v.area.Left && at.Col <= v.area.Right {
			return calc.Area{Sheet: v.area.Sheet, Top: at.Row, Left: at.Col, Bottom: at.Row, Right: at.Col}, true
		}
	}
	return below, false
}

// trail is what is in doubt below an area. It is followed without recursion, since sums
// that run down a sheet are chains of any length. Where it comes back to what is being followed,
// the formula rests on itself: so does all that rests on it, which is in doubt too.
func (c *bookCells) trail(start calc.Area) *trail {
	if known := c.trails[start]; known != nil {
		return known
	}
	open := []*visit{c.enter(start)}
	for {
		v := open[len(open)-1]
		if area, ok := v.advance(); ok {
			c.book.Spend(1)
			if known := c.trails[area]; known != nil && known.open {
				v.trail.stale = joined(v.trail.stale, c.circle(v.area, area))
			} else if known != nil {
				v.trail.add(known)
			} else if !c.isPlain(area) {
				open = append(open, c.enter(area))
			}
			continue
		}
		v.trail.open = false
		if open = open[:len(open)-1]; len(open) == 0 {
			return v.trail
		}
		open[len(open)-1].trail.add(v.trail)
	}
}

// circle is the doubt of a formula that rests on itself, where one area reads another that it
// is read for; one of the two is a cell. A formula is in doubt so once.
func (c *bookCells) circle(from, to calc.Area) []*Doubt {
	if from.Top != from.Bottom || from.Left != from.Right {
		from = to
	}
	if known := c.circles[from]; known != nil {
		return []*Doubt{known}
	}
	of, at := c.named(from.Sheet), Ref{Row: from.Top, Col: from.Left}
	text, _ := of.formula(at)
	doubt := &Doubt{
		Is: Circular, Origin: OriginOf(of.index, at), Formula: strings.TrimPrefix(text, "="), Stored: shown(storedValue(of.Cell(at))),
	}
	c.circles[from] = doubt
	return []*Doubt{doubt}
}

// add adds what is in doubt on another trail.
func (t *trail) add(other *trail) {
	if t == other {
		return
	}
	t.stale = joined(t.stale, other.stale)
	t.unsure = joined(t.unsure, other.unsure)
}

// joined is some doubts with more, each once.
func joined(doubts, more []*Doubt) []*Doubt {
	for _, d := range more {
		if len(doubts) < maxDoubts && !slices.Contains(doubts, d) {
			doubts = append(doubts, d)
		}
	}
	return doubts
}

// isPlain reports whether an area is one cell without a formula.
func (c *bookCells) isPlain(a calc.Area) bool {
	of := c.named(a.Sheet)
	return of == nil || a.Top == a.Bottom && a.Left == a.Right && of.Formula(Ref{Row: a.Top, Col: a.Left}) == nil
}

// enter begins a visit.
func (c *bookCells) enter(a calc.Area) *visit {
	v := &visit{area: a, trail: &trail{open: true}}
	c.trails[a] = v.trail
	of := c.named(a.Sheet)
	switch {
	case of == nil:
	case a.Top == a.Bottom && a.Left == a.Right:
		v.below = c.step(of, Ref{Row: a.Top, Col: a.Left}, v.trail)
	default:
		v.of, v.next = of, of.firstFormula(a.Top)
	}
	return v
}

// firstFormula is the first formula of a sheet that stands in a row or below it.
func (of *sheetCells) firstFormula(row int) int {
	first, _ := slices.BinarySearchFunc(of.Formulas, row, func(f sheetml.Formula, row int) int {
		return cmp.Compare(of.Place(&f).Row, row)
	})
	return first
}

// step computes the formula of a cell one step, notes what is in doubt and gives what it reads.
func (c *bookCells) step(of *sheetCells, at Ref, t *trail) (reads []calc.Area) {
	doubt := &Doubt{Is: Uncovered, Origin: OriginOf(of.index, at)}
	if c.work > maxBookWork {
		t.unsure = append(t.unsure, doubt)
		return nil
	}
	text, array := of.formula(at)
	doubt.Formula = strings.TrimPrefix(text, "=")
	if text == "" { // of a table of data, or one whose first cell is gone
		t.unsure = append(t.unsure, doubt)
		return nil
	}
	r := c.evaluate(of, at, text, array)
	cell := of.Cell(at)
	switch stored := storedValue(cell); {
	case cell.Kind == Blank: // there is no stored result that could be wrong
	case r.Status != calc.Done:
		doubt.Is, doubt.Why = standingOf[r.Status], r.Function()
		t.unsure = append(t.unsure, doubt)
	case agrees(r, stored, doubt):
		c.short(of, at, text, doubt, t)
	case c.book.Workbook.AsShown: // what is stored was rounded
		t.unsure = append(t.unsure, doubt)
	default:
		doubt.Is = Differs
		t.stale = append(t.stale, doubt)
	}
	return r.Read
}

// standingOf is the standing of a result by how the evaluation ended.
var standingOf = map[calc.Status]Standing{
	calc.Uncovered: Uncovered, calc.Unstored: Uncovered, calc.TooMuch: Uncovered, calc.Malformed: Uncovered,
	calc.Volatile: Volatile, calc.External: External,
}

// agrees holds a stored result against what was computed, and notes what differs.
func agrees(r calc.Result, stored calc.Value, doubt *Doubt) bool {
	off, comparable := r.Off(stored)
	if comparable && off.IsZero() {
		return true
	}
	doubt.Off, doubt.Stored, doubt.Computed = off, shown(stored), shown(r.Value)
	return false
}

// shown is a value of a formula as a finding shows it.
func shown(v calc.Value) budget.Value {
	switch v.Kind {
	case calc.Number:
		return budget.Number{Decimal: fifteenDigits(v.Number)}
	case calc.Bool:
		if v.Bool {
			return budget.Quote("SAND")
		}
		return budget.Quote("FALSK")
	}
	return budget.Quote(v.Text)
}

// plainSum is a formula that sums one range and does nothing else.
var plainSum = regexp.MustCompile(`(?i)^=?(?:SUM\(|SUBTOTAL\((?:10)?9,)(\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)\)$`)

// short notes a sum of a column that stops short of the numbers between it and its range,
// unless the last of them is made of the same cells.
func (c *bookCells) short(of *sheetCells, at Ref, text string, doubt *Doubt, t *trail) {
	m := plainSum.FindStringSubmatch(text)
	if m == nil {
		return
	}
	summed, ok := sheetml.ParseRange(m[1])
	if !ok || summed.From.Col != at.Col || summed.To.Col != at.Col || summed.To.Row >= at.Row-1 {
		return
	}
	for row := summed.To.Row + 1; row < at.Row; row++ {
		if !c.isSummable(of, Ref{Row: row, Col: at.Col}, summed) {
			return
		}
	}
	doubt.Is, doubt.Omitted = Short, OriginOf(of.index, Ref{Row: at.Row - 1, Col: at.Col})
	t.unsure = append(t.unsure, doubt)
}

// isSummable reports whether a cell holds a number that a sum of a range beside it would
// take in: not a part of it, a percentage, a day, or made of the cells of the range.
func (c *bookCells) isSummable(of *sheetCells, at Ref, summed Range) bool {
	cell := of.Cell(at)
	if cell == nil || cell.Kind != Number {
		return false
	}
	if f := c.book.Format(int(cell.Style)); f.Percent || f.Moment != 0 {
		return false
	}
	text, array := of.formula(at)
	if text == "" {
		return true
	}
	return !slices.ContainsFunc(c.evaluate(of, at, text, array).Read, func(a calc.Area) bool {
		return a.Sheet == of.name && a.Left <= at.Col && a.Right >= at.Col &&
			a.Top <= summed.To.Row && a.Bottom >= summed.From.Row
	})
}
