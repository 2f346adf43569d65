package annotate

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/workbook"
)

// markKept begins the defined names of cells that stood among ours in a corrected copy and
// are not ours.
const markKept = workbook.MarkPrefix + "beholdt_"

// maxKept is how many ranges of such cells are named by themselves; the last takes in the rest.
const maxKept = 100

// prover proves which cells of a copy are ours. A mark leads to them and proves nothing:
// whoever can write a workbook can put one anywhere. What is ours is blank, is a sentence
// that the program writes, or stands under a heading of ours in a row with such a sentence:
// a figure in a column of figures, a name or a quotation in a column of those.
type prover struct {
	*markedCopy
	theirs map[string]bool // what stands in the department's own cells, folded
}

// prove finds the cells that our marks lead to and that are not ours. Marks under which
// nothing is ours are none.
func (c *markedCopy) prove() {
	var names []string
	for _, s := range c.book.Workbook.Sheets {
		names = append(names, s.Name)
	}
	c.sentences = newSentences(names...)
	p := &prover{markedCopy: c, theirs: map[string]bool{}}
	p.gather()
	c.kept = map[int]map[sheetml.Ref]bool{}
	for index, s := range c.book.Sheets {
		switch {
		case s == nil:
		case c.own[index] != "":
			p.ownSheet(s)
			p.unmarkSheet(s)
		case len(c.columns[index]) > 0:
			p.ownColumns(s)
			p.unmarkColumns(s)
		}
	}
}

// titles are how our sheets begin, by their marks.
var titles = map[string][]budget.Key{
	markAssessment: {"assessment.title", "assessment.title-unknown"},
	markFindings:   {"findings.title"},
	markPolicy:     {"policy.title"},
}

// unmarkSheet leaves a sheet alone that is marked as ours and does not begin as ours do, or
// on which much is not ours: single words stand in anybody's cells.
func (p *prover) unmarkSheet(s *workbook.Sheet) {
	const much = 4 // one cell in so many
	filled, titled := 0, false
	first := sheetml.Ref{}
	for i := range s.Cells {
		cell := &s.Cells[i]
		if isBlank(cell) {
			continue
		}
		if filled++; filled == 1 {
			first = cell.Ref()
		}
		titled = titled || filled < 2*much && p.sentences.oneOf(cell.Text, titles[p.own[s.Index]])
	}
	if !titled || len(p.kept[s.Index])*much > filled {
		delete(p.own, s.Index)
		p.kept[s.Index] = map[sheetml.Ref]bool{first: true}
	}
}

// unmarkColumns leaves columns alone that are marked as ours and in which nothing but the
// headings is.
func (p *prover) unmarkColumns(s *workbook.Sheet) {
	p.columns[s.Index] = slices.DeleteFunc(p.columns[s.Index], func(r sheetml.Range) bool {
		kept := 0
		for i := range s.Cells {
			cell := &s.Cells[i]
			switch at := cell.Ref(); {
			case isBlank(cell) || !r.Holds(at):
			case p.kept[s.Index][at]:
				kept++
			case !isOurHead(cell.Text):
				return false
			}
		}
		return kept > 0
	})
	if len(p.columns[s.Index]) == 0 {
		delete(p.columns, s.Index)
	}
}

// gather notes what the department's own cells say.
func (p *prover) gather() {
	for index, s := range p.book.Sheets {
		p.theirs[folded(p.book.SheetName(index))] = true
		if s == nil || p.own[index] != "" {
			continue
		}
		for i := range s.Cells {
			if cell := &s.Cells[i]; cell.Kind == sheetml.Text && !p.inColumns(index, cell.Ref()) {
				p.theirs[folded(cell.Text)] = true
			}
		}
	}
}

// keep notes a cell that is not ours.
func (c *markedCopy) keep(index int, at sheetml.Ref) {
	if c.kept[index] == nil {
		c.kept[index] = map[sheetml.Ref]bool{}
	}
	c.kept[index][at] = true
}

// ownColumns proves the cells in our columns beside a table or a project.
func (p *prover) ownColumns(s *workbook.Sheet) {
	for i := range s.Rows {
		var ours []*sheetml.Cell
		anchored := false
		cells := s.CellsOf(&s.Rows[i])
		for k := range cells {
			if cell := &cells[k]; !isBlank(cell) && p.inColumns(s.Index, cell.Ref()) {
				ours = append(ours, cell)
				anchored = anchored || cell.Kind == sheetml.Text && p.sentences.fit(cell.Text)
			}
		}
		for _, cell := range ours {
			if !p.isOursBeside(s, cell, ours[0].Text, anchored) {
				p.keep(s.Index, cell.Ref())
			}
		}
	}
}

// isOursBeside reports whether a cell in our columns is ours: a sentence, or a figure or a
// dash in a row with one, where ours stand, under their heading or right of their label.
func (p *prover) isOursBeside(s *workbook.Sheet, cell *sheetml.Cell, label string, anchored bool) bool {
	switch {
	case cell.HasFormula:
		return false
	case cell.Kind == sheetml.Text && p.sentences.fit(cell.Text):
		return true
	case !anchored || cell.Kind == sheetml.Text && !isPlain(cell.Text):
		return false
	}
	ofFigures := func(text string) bool { return isText(text, "column.gap") || isText(text, "column.coverage") }
	return ofFigures(label) || slices.ContainsFunc(p.columns[s.Index], func(r sheetml.Range) bool {
		head := s.Cell(sheetml.Ref{Row: r.From.Row, Col: int(cell.Col)})
		return r.Holds(cell.Ref()) && head != nil && ofFigures(head.Text)
	})
}

// ownSheet proves the cells of a sheet of ours, table by table.
func (p *prover) ownSheet(s *workbook.Sheet) {
	t := &ownTable{}
	for i := range s.Rows {
		row := &s.Rows[i]
		cells := slices.DeleteFunc(slices.Clone(s.CellsOf(row)), func(c sheetml.Cell) bool { return isBlank(&c) })
		if heads := headsIn(cells); heads != nil {
			t = &ownTable{heads: heads, first: cells[0].Text}
			continue
		}
		p.ownRow(s, t, cells)
	}
}

// ownRow proves the cells of a row. One with a sentence of ours is ours but for what somebody
// wrote in it; any other stays whole with what is not ours: the words beside a figure say what
// it is, and single words are in the catalogues too.
func (p *prover) ownRow(s *workbook.Sheet, t *ownTable, cells []sheetml.Cell) {
	anchored, told := p.anchors(t, cells)
	isOurs := func(cell sheetml.Cell) bool { return p.isOursIn(t, &cell, anchored, told) }
	whole := !told && slices.ContainsFunc(cells, func(cell sheetml.Cell) bool { return !isOurs(cell) })
	for _, cell := range cells {
		if whole || !isOurs(cell) {
			p.keep(s.Index, cell.Ref())
		}
	}
}

// ownTable is a table on a sheet of ours: the heading of each column, and that of the first.
type ownTable struct {
	heads map[int32]budget.Key
	first string
}

// The headings of our tables: of figures, of what people write, of what we repeat, and of other
// things.
var (
	figureHeads = []budget.Key{"head.cost", "head.counted", "head.uncounted", "head.year", "head.amount",
		"column.gap", "column.coverage"}
	personHeads = []budget.Key{"head.included", "head.decision"}
	nameHeads   = []budget.Key{"head.project", "head.department", "head.item", "head.have"}
	otherHeads  = []budget.Key{"column.verdict", "column.reason", "head.changes",
		"head.financing", "head.payer", "head.counts", "head.why", "head.severity", "head.code",
		"head.place", "head.fault", "head.fix", "head.related", "head.rule", "head.value", "head.basis",
		"head.when", "head.then", "head.sheet", "head.used", "head.unused"}
)

// headsIn are the headings that a row consists of; nil for a row of another kind.
func headsIn(cells []sheetml.Cell) map[int32]budget.Key {
	if len(cells) < 2 {
		return nil
	}
	heads := map[int32]budget.Key{}
	for i := range cells {
		at := slices.IndexFunc(allHeads, func(key budget.Key) bool { return isText(cells[i].Text, key) })
		if at < 0 || cells[i].Kind != sheetml.Text {
			return nil
		}
		heads[cells[i].Col] = allHeads[at]
	}
	return heads
}

var allHeads = slices.Concat(figureHeads, personHeads, nameHeads, otherHeads)

// anchors reports whether a row of one of our tables holds a text of ours, which its figures
// are ours with, and whether it holds what its names and quotations are ours with: a sentence.
func (p *prover) anchors(t *ownTable, cells []sheetml.Cell) (anchored, told bool) {
	for i := range cells {
		cell := &cells[i]
		if cell.Kind != sheetml.Text || t.heads == nil || slices.Contains(personHeads, t.heads[cell.Col]) {
			continue
		}
		fits := p.sentences.fit(cell.Text)
		anchored = anchored || fits && !p.theirs[folded(cell.Text)]
		switch {
		case fits && !p.sentences.alone[folded(cell.Text)]:
			told = true
		case i == 0 && isText(t.first, "head.rule"):
			told = told || fits
		case i == 0 && isText(t.first, "head.sheet"):
			told = told || p.theirs[folded(cell.Text)]
		}
	}
	return anchored, told
}

// isOursIn reports whether a cell that holds something is ours.
func (p *prover) isOursIn(t *ownTable, cell *sheetml.Cell, anchored, told bool) bool {
	head, under := t.heads[cell.Col]
	switch {
	case under && slices.Contains(personHeads, head):
		return true // it is carried to the next copy as an entry
	case under && slices.Contains(figureHeads, head) && (cell.Kind != sheetml.Text || cell.HasFormula):
		return anchored
	case cell.HasFormula:
		return head == "head.financing" && anchored
	case cell.Kind != sheetml.Text:
		return false
	case p.sentences.fit(cell.Text), isPlain(cell.Text), p.theirs[folded(cell.Text)]:
		return true
	case slices.Contains(nameHeads, head):
		return under && anchored
	}
	return under && told
}

// plainTexts are what we write beside sentences: a place, a code, a fingerprint, years, a dash.
var plainTexts = regexp.MustCompile(`^(?:.*![A-Z]{1,3}\d+|V\d{3}|[0-9a-f]{64}|\d{4}(?:–\d{4})?|[–-])$`)

// isPlain reports whether a text says nothing by itself.
func isPlain(s string) bool { return plainTexts.MatchString(s) }

// isBlank reports whether a cell holds nothing.
func isBlank(c *sheetml.Cell) bool {
	return !c.HasFormula && (c.Kind == sheetml.Blank || strings.TrimSpace(c.Text) == "")
}

// inColumns reports whether a cell of a sheet of the department's stands in columns that are
// marked as ours.
func (c *markedCopy) inColumns(index int, at sheetml.Ref) bool {
	return slices.ContainsFunc(c.columns[index], func(r sheetml.Range) bool { return r.Holds(at) })
}

// isOurs reports whether a cell that our marks lead to is ours.
func (c *markedCopy) isOurs(index int, at sheetml.Ref) bool {
	return (c.own[index] != "" || c.inColumns(index, at)) && !c.kept[index][at]
}

// stays reports whether a sheet of ours holds something that is not ours, so that the
// sheet stays with that.
func (c *markedCopy) stays(index int) bool { return len(c.kept[index]) > 0 }

// removed are the sheets and ranges that held what is ours, once it is taken off: sheets,
// columns, then cells with notes.
func (c *markedCopy) removed() []string {
	var all []string
	for index, s := range c.book.Sheets {
		switch {
		case s == nil:
		case c.own[index] != "":
			all = append(all, s.Name)
		default:
			for _, r := range c.columns[index] {
				all = append(all, s.Name+"!"+r.String())
			}
		}
	}
	return append(all, c.notes...)
}

// keptMarks are names for what was kept, now and in copies before this one.
func (c *markedCopy) keptMarks() []sheetml.DefinedName {
	var ranges []string
	for _, n := range c.book.Workbook.Names {
		if index, where, ok := c.book.Area(n); ok && strings.HasPrefix(n.Name, markKept) && !c.isGone(index, where) {
			ranges = append(ranges, n.Text)
		}
	}
	for index, s := range c.book.Sheets {
		if s == nil {
			continue
		}
		for _, r := range rangesOf(c.kept[index]) {
			text := sheetml.QuoteSheet(s.Name) + "!" + r.Absolute()
			if !slices.Contains(ranges, text) {
				ranges = append(ranges, text)
			}
		}
	}
	var marks []sheetml.DefinedName
	for i, text := range ranges {
		marks = append(marks, sheetml.DefinedName{Name: markKept + strconv.Itoa(i+1), Text: text, Sheet: -1, Hidden: true})
	}
	return marks
}

// isGone reports whether nothing stands in a range any more.
func (c *markedCopy) isGone(index int, where sheetml.Range) bool {
	s := c.book.Sheets[index]
	if s == nil || c.own[index] != "" && !c.stays(index) {
		return true
	}
	cell := s.Cell(where.From)
	return cell == nil || isBlank(cell)
}

// rangesOf are cells as ranges of a row each, the last from where there are too many.
func rangesOf(cells map[sheetml.Ref]bool) []sheetml.Range {
	sorted := make([]sheetml.Ref, 0, len(cells))
	for at := range cells {
		sorted = append(sorted, at)
	}
	slices.SortFunc(sorted, func(a, b sheetml.Ref) int { return cmpRefs(a, b) })
	var ranges []sheetml.Range
	for _, at := range sorted {
		last := len(ranges) - 1
		switch {
		case last >= 0 && ranges[last].To.Row == at.Row && ranges[last].To.Col+1 == at.Col:
			ranges[last].To = at
		case len(ranges) == maxKept:
			ranges[last].From.Col = min(ranges[last].From.Col, at.Col)
			ranges[last].To = sheetml.Ref{Row: at.Row, Col: max(ranges[last].To.Col, at.Col)}
		default:
			ranges = append(ranges, sheetml.Range{From: at, To: at})
		}
	}
	return ranges
}

func cmpRefs(a, b sheetml.Ref) int {
	if a.Row != b.Row {
		return a.Row - b.Row
	}
	return a.Col - b.Col
}
