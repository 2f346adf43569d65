package annotate

import (
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/layout"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// columns adds the verdict's columns right of each table of projects, and what
// counts right of each table of lines.
func (e *bookEdit) columns() error {
	assessed := map[budget.Origin]*budget.Assessment{}
	counted := map[budget.Origin]*budget.LineCase{}
	for i := range e.report.Assessments {
		s := &e.report.Assessments[i]
		assessed[s.Project.Origin] = s
		for _, l := range s.Lines {
			counted[l.Origin] = l
		}
	}
	for _, t := range e.Tables {
		block := newBlock(t)
		switch {
		case t.Projects:
			e.projectBlock(block, assessed)
		case t.Lines:
			e.lineBlock(block, counted)
		}
		if err := e.place(block); err != nil {
			return err
		}
	}
	for _, f := range e.ProjectSheets {
		if err := e.projectSheetBlock(f, assessed); err != nil {
			return err
		}
	}
	return nil
}

// block is a run of columns of ours beside a table.
type block struct {
	*reading.Records
	from   int // its first column
	heads  []string
	widths []string
	rows   map[int][]sheetml.NewCell
	origin []budget.Origin
}

func newBlock(t *reading.Records) *block {
	return &block{Records: t, from: t.Right + 1, rows: map[int][]sheetml.NewCell{}}
}

func (e *bookEdit) projectBlock(b *block, assessed map[budget.Origin]*budget.Assessment) {
	for _, key := range []budget.Key{"column.verdict", "column.coverage", "column.gap", "column.reason"} {
		b.heads = append(b.heads, e.Text(key))
	}
	b.widths = []string{"38", "17", "22", "90"}
	name := b.Column(notation.RoleName)
	if name == nil {
		return
	}
	for _, row := range b.Data {
		o := workbook.OriginOf(b.Index, sheetml.Ref{Row: row, Col: name.Col})
		s := assessed[o]
		if s == nil {
			continue
		}
		b.origin = append(b.origin, o)
		worst, _ := s.Worst()
		b.rows[row] = []sheetml.NewCell{
			e.textCell(e.Language.Say(s.Title(), e.sheetLocator(b.Index)), sheets.VerdictStyle(s.Verdict())),
			e.figureCell(worst.Coverage, sheets.PercentStyle), e.figureCell(worst.Gap, sheets.MoneyStyle),
			e.textCell(e.because(s, b.Index), sheets.TextStyle),
		}
	}
}

// because is the decisive reason, and any waiver, as it stands beside a project.
func (e *bookEdit) because(s *budget.Assessment, index int) string {
	return strings.Join(append([]string{e.Language.Say(s.Reasons[0], e.sheetLocator(index))}, e.Waived(s)...), " ")
}

func (e *bookEdit) lineBlock(b *block, counted map[budget.Origin]*budget.LineCase) {
	b.heads, b.widths = []string{e.Text("column.counts")}, []string{"90"}
	for _, row := range b.Data {
		o := workbook.OriginOf(b.Index, sheetml.Ref{Row: row, Col: b.Table.Columns[0].Col})
		l := counted[o]
		if l == nil {
			continue
		}
		b.origin = append(b.origin, o)
		b.rows[row] = []sheetml.NewCell{e.textCell(e.countsText(l, e.sheetLocator(b.Index)), sheets.TextStyle)}
	}
}

// sheetLocator names cells of one sheet by their addresses alone.
func (a *annotation) sheetLocator(index int) budget.Locator {
	return func(o budget.Origin) string {
		if i, at, ok := workbook.PlaceOf(o); ok && i == index {
			return at.String()
		}
		return a.Book.Locate(o)
	}
}

// countsText says what of a line counts, how much, and why.
func (a *annotation) countsText(l *budget.LineCase, at budget.Locator) string {
	parts := []string{a.Language.Word(l.Counts)}
	if amount := a.countedAmount(l); amount != "" {
		parts = append(parts, amount)
	}
	return strings.Join(append(parts, a.Language.Say(l.Why, at)), " – ")
}

// countedAmount is what counts of a line: one amount a year, or each year's.
func (a *annotation) countedAmount(l *budget.LineCase) string {
	if l.Counts != budget.CountsYes && l.Counts != budget.CountsPartly {
		return ""
	}
	var parts []string
	for i := 0; i < len(l.Counted); {
		end := i + 1
		for end < len(l.Counted) && l.Counted[end].Value.Equal(l.Counted[i].Value) {
			end++
		}
		amount := text.Arg("amount", budget.Kroner{Decimal: l.Counted[i].Value})
		if i == 0 && end == len(l.Counted) {
			return a.say("counts.yearly", amount)
		}
		parts = append(parts, a.say("counts.year", amount, text.Arg("years", budget.Span(a.report.Years[i:end]))))
		i = end
	}
	return strings.Join(parts, ", ")
}

// place puts a block on its sheet. Where its columns are hidden, or past the last
// one, the block is left out, and that is noted.
func (e *bookEdit) place(b *block) error {
	if len(b.rows) == 0 {
		return nil
	}
	to := b.from + len(b.heads) - 1
	hidden := to > sheetml.MaxCol
	for col := b.from; col <= to && !hidden; col++ {
		hidden = b.ColumnHidden(col)
	}
	if hidden {
		e.noColumns = append(e.noColumns, b.origin...)
		return nil
	}
	edit := e.sheet(b.Index)
	heads := make([]sheetml.NewCell, len(b.heads))
	for i, text := range b.heads {
		heads[i] = e.textCell(text, sheets.HeadStyle)
		edit.Widen(b.from+i, b.widths[i])
	}
	b.rows[b.Lower] = heads
	for row, cells := range b.rows {
		for i, c := range cells {
			c.Col = b.from + i
			if err := edit.Add(row, c); err != nil {
				return err
			}
		}
	}
	last := b.Data[len(b.Data)-1]
	where := sheetml.Range{From: sheetml.Ref{Row: b.Lower, Col: b.from}, To: sheetml.Ref{Row: last, Col: to}}
	e.markColumns(b.Name, where)
	return nil
}

// projectSheetBlock puts a verdict on a sheet that one project has to itself: label and value
// in the first free columns beside the name.
func (e *bookEdit) projectSheetBlock(f *layout.ProjectSheet, assessed map[budget.Origin]*budget.Assessment) error {
	o := workbook.OriginOf(f.Index, f.NameAt)
	s := assessed[o]
	from := f.Right + 1
	if s == nil {
		return nil
	}
	if from+1 > sheetml.MaxCol || f.ColumnHidden(from) || f.ColumnHidden(from+1) {
		e.noColumns = append(e.noColumns, o)
		return nil
	}
	edit, at := e.sheet(f.Index), e.sheetLocator(f.Index)
	worst, _ := s.Worst()
	for i, row := range []struct {
		key   budget.Key
		value sheetml.NewCell
	}{
		{"column.verdict", e.textCell(e.Language.Say(s.Title(), at), sheets.VerdictStyle(s.Verdict()))},
		{"column.coverage", e.figureCell(worst.Coverage, sheets.PercentStyle)},
		{"column.gap", e.figureCell(worst.Gap, sheets.MoneyStyle)},
		{"column.reason", e.textCell(e.because(s, f.Index), sheets.TextStyle)},
	} {
		label := e.textCell(e.Text(row.key), sheets.HeadStyle)
		label.Col, row.value.Col = from, from+1
		for _, c := range []sheetml.NewCell{label, row.value} {
			if err := edit.Add(f.NameAt.Row+i, c); err != nil {
				return err
			}
		}
	}
	edit.Widen(from, "26")
	edit.Widen(from+1, "90")
	first, last := sheetml.Ref{Row: f.NameAt.Row, Col: from}, sheetml.Ref{Row: f.NameAt.Row + 3, Col: from + 1}
	e.markColumns(f.Name, sheetml.Range{From: first, To: last})
	return nil
}

// markColumns marks a block of ours by a defined name.
func (e *bookEdit) markColumns(sheet string, where sheetml.Range) {
	e.marks = append(e.marks, sheetml.DefinedName{Name: markColumns + strconv.Itoa(len(e.marks)+1),
		Text: sheetml.QuoteSheet(sheet) + "!" + where.Absolute(), Sheet: -1, Hidden: true})
}

func (e *bookEdit) textCell(text string, l sheets.Style) sheetml.NewCell {
	return sheetml.NewCell{Text: text, Style: e.look(l)}
}

// figureCell is a figure as a number; one that is unknown is a word.
func (e *bookEdit) figureCell(f budget.Figure, l sheets.Style) sheetml.NewCell {
	switch {
	case !f.Known && l == sheets.PercentStyle:
		return e.textCell("–", l)
	case !f.Known:
		return e.textCell(e.Text("unknown"), l)
	}
	return sheetml.NewCell{Number: f.Value.String(), Style: e.look(l)}
}

// look is the style of a look in the workbook.
func (e *bookEdit) look(l sheets.Style) int {
	if e.looks == nil {
		e.looks = map[sheets.Style]int{}
	}
	if style, done := e.looks[l]; done {
		return style
	}
	style, ok := e.styles.Add(l.BesideTheirs())
	if !ok {
		style = 0
	}
	e.looks[l] = style
	return style
}
