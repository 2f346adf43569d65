package annotate

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/workbook"
)

// Entry is what people wrote of a project in our sheet of verdicts.
type Entry struct{ project, department, included, decision string }

// Entries is what people wrote in the columns meant for them.
func (c *MarkedCopy) Entries() []Entry {
	var all []Entry
	for index, s := range c.book.Sheets {
		if s == nil || c.own[index] != markAssessment {
			continue
		}
		for _, e := range c.entriesOn(s) {
			if !slices.Contains(all, e) { // a copy of our sheet says the same
				all = append(all, e)
			}
		}
	}
	return all
}

func (c *MarkedCopy) entriesOn(s *workbook.Sheet) []Entry {
	head, included, decision := 0, 0, 0
	for i := range s.Cells {
		switch cell := &s.Cells[i]; {
		case isText(cell.Text, "head.included"):
			head, included = int(cell.Row), int(cell.Col)
		case isText(cell.Text, "head.decision"):
			decision = int(cell.Col)
		}
	}
	if head == 0 || decision == 0 {
		return nil
	}
	text := func(row, col int) string {
		return strings.TrimSpace(c.book.At(s, sheetml.Ref{Row: row, Col: col}).Text)
	}
	var all []Entry
	for _, row := range s.Rows {
		row := int(row.Number)
		if row > head && isText(text(row, colProject), "foot") {
			break
		}
		e := Entry{text(row, colProject), text(row, colDepartment), text(row, included), text(row, decision)}
		if row > head && (e.included != "" || e.decision != "") {
			all = append(all, e)
		}
	}
	return all
}

// readFills are the fills that cells had before ours, as our sheet of findings keeps them.
func (c *MarkedCopy) readFills() map[budget.Origin]string {
	fills := map[budget.Origin]string{}
	for index, mark := range c.own {
		s := c.book.Sheets[index]
		if mark != markFindings || s == nil {
			continue
		}
		for i := range s.Cells {
			fill := &s.Cells[i]
			if int(fill.Col) != colFill || !strings.HasPrefix(fill.Text, "<fill") {
				continue
			}
			place := s.Cell(sheetml.Ref{Row: int(fill.Row), Col: colPlace})
			if place == nil {
				continue
			}
			if o, ok := c.book.Target(sheetml.DefinedName{Text: place.Text}); ok {
				fills[o] = fill.Text
			}
		}
	}
	return fills
}
