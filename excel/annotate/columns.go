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
)

// addedColumns are columns of ours beside a table.
type addedColumns struct {
	*reading.Records
	from   int // its first column
	heads  []string
	widths []string
	rows   map[int][]sheetml.NewCell
	origin []budget.Origin
}

// addColumns adds the verdict's columns right of each table of projects, and what
// counts right of each table of lines.
func (e *departmentEdit) addColumns() error {
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
		c := beside(t)
		switch {
		case t.Projects:
			e.fillProjects(c, assessed)
		case t.Lines:
			e.fillLines(c, counted)
		}
		if err := e.putColumns(c); err != nil {
			return err
		}
	}
	for _, f := range e.ProjectSheets {
		if err := e.addBeside(f, assessed); err != nil {
			return err
		}
	}
	return nil
}

// beside starts columns right of a table.
func beside(t *reading.Records) *addedColumns {
	return &addedColumns{Records: t, from: t.Right + 1, rows: map[int][]sheetml.NewCell{}}
}

// fillProjects writes the verdict of each project in its row.
func (e *departmentEdit) fillProjects(c *addedColumns, assessed map[budget.Origin]*budget.Assessment) {
	for _, key := range []budget.Key{"column.verdict", "column.coverage", "column.gap", "column.reason"} {
		c.heads = append(c.heads, e.Text(key))
	}
	c.widths = []string{"38", "17", "22", "90"}
	name := c.Column(notation.RoleName)
	if name == nil {
		return
	}
	for _, row := range c.Data {
		o := c.Origin(sheetml.Ref{Row: row, Col: name.Col})
		s := assessed[o]
		if s == nil {
			continue
		}
		c.origin = append(c.origin, o)
		worst, _ := s.Worst()
		c.rows[row] = []sheetml.NewCell{
			e.cell(e.verdictCell(s, e.sheetLocator(c.Index))),
			e.cell(sheets.Percent(e.Language, worst.Coverage)), e.cell(sheets.Money(e.Language, worst.Gap)),
			e.cell(sheets.TextStyle.Cell(e.because(s, c.Index))),
		}
	}
}

// because is the decisive reason, and any waiver, as it stands beside a project.
func (e *departmentEdit) because(s *budget.Assessment, index int) string {
	return strings.Join(append([]string{e.Language.Say(s.Reasons[0], e.sheetLocator(index))}, e.Waived(s)...), " ")
}

// fillLines writes what counts of each line in its row.
func (e *departmentEdit) fillLines(c *addedColumns, counted map[budget.Origin]*budget.LineCase) {
	c.heads, c.widths = []string{e.Text("column.counts")}, []string{"90"}
	for _, row := range c.Data {
		o := c.Origin(sheetml.Ref{Row: row, Col: c.Table.Columns[0].Col})
		l := counted[o]
		if l == nil {
			continue
		}
		c.origin = append(c.origin, o)
		c.rows[row] = []sheetml.NewCell{e.cell(sheets.TextStyle.Cell(e.countsText(l, e.sheetLocator(c.Index))))}
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

// hasRoom reports whether columns can be put where they are wanted: none is hidden, past the
// last one, or taken.
func (e *departmentEdit) hasRoom(edit *sheetml.SheetEdit, c *addedColumns, to int) bool {
	if to > sheetml.MaxCol {
		return false
	}
	for col := c.from; col <= to; col++ {
		if c.ColumnHidden(col) || !edit.IsFree(sheetml.Ref{Row: c.Lower, Col: col}) {
			return false
		}
		for row := range c.rows {
			if !edit.IsFree(sheetml.Ref{Row: row, Col: col}) {
				return false
			}
		}
	}
	return true
}

// putColumns puts columns on their sheet. Where these are hidden, past the last one or
// taken, or the table stands on its side, they are left out, and that is noted.
func (e *departmentEdit) putColumns(c *addedColumns) error {
	if len(c.rows) == 0 {
		return nil
	}
	to := c.from + len(c.heads) - 1
	edit := e.sheet(c.Index)
	if c.IsTurned() || !e.hasRoom(edit, c, to) {
		e.noColumns = append(e.noColumns, c.origin...)
		return nil
	}
	heads := make([]sheetml.NewCell, len(c.heads))
	for i, text := range c.heads {
		heads[i] = e.cell(sheets.HeadStyle.Cell(text))
		edit.Widen(c.from+i, c.widths[i])
	}
	c.rows[c.Lower] = heads
	for row, cells := range c.rows {
		for i, cell := range cells {
			cell.Col = c.from + i
			if err := edit.Add(row, cell); err != nil {
				return err
			}
		}
	}
	last := c.Data[len(c.Data)-1]
	where := sheetml.Range{From: sheetml.Ref{Row: c.Lower, Col: c.from}, To: sheetml.Ref{Row: last, Col: to}}
	e.markColumns(c.Name, where)
	return nil
}

// addBeside puts a verdict on a sheet that one project has to itself: label and value
// in the first free columns beside the name.
func (e *departmentEdit) addBeside(f *layout.ProjectSheet, assessed map[budget.Origin]*budget.Assessment) error {
	o := f.Origin(f.NameAt)
	s := assessed[o]
	from := f.Right + 1
	if s == nil {
		return nil
	}
	edit, at := e.sheet(f.Index), e.sheetLocator(f.Index)
	room := from+1 <= sheetml.MaxCol && !f.ColumnHidden(from) && !f.ColumnHidden(from+1)
	for i := 0; i < 4 && room; i++ {
		here := sheetml.Ref{Row: f.NameAt.Row + i, Col: from}
		room = edit.IsFree(here) && edit.IsFree(sheetml.Ref{Row: here.Row, Col: from + 1})
	}
	if !room {
		e.noColumns = append(e.noColumns, o)
		return nil
	}
	worst, _ := s.Worst()
	for i, row := range []struct {
		key   budget.Key
		value sheets.Cell
	}{
		{"column.verdict", e.verdictCell(s, at)},
		{"column.coverage", sheets.Percent(e.Language, worst.Coverage)},
		{"column.gap", sheets.Money(e.Language, worst.Gap)},
		{"column.reason", sheets.TextStyle.Cell(e.because(s, f.Index))},
	} {
		label, value := e.cell(sheets.HeadStyle.Cell(e.Text(row.key))), e.cell(row.value)
		label.Col, value.Col = from, from+1
		for _, c := range []sheetml.NewCell{label, value} {
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

// markColumns marks columns of ours by a defined name.
func (e *departmentEdit) markColumns(sheet string, where sheetml.Range) {
	e.marks = append(e.marks, sheetml.DefinedName{Name: markColumns + strconv.Itoa(len(e.marks)+1),
		Text: sheetml.QuoteSheet(sheet) + "!" + where.Absolute(), Sheet: -1, Hidden: true})
}
