package annotate

import (
	"slices"
	"strings"

	"videre/excel/internal/sheetml"
	"videre/excel/workbook"
)

// Entry is what people wrote of one project in the two columns of our sheet of verdicts
// that are meant for them. It is kept as they wrote it, and put beside the same project in
// the next copy.
type Entry struct{ project, department, included, decision string }

// takeEntry takes what people wrote of a project out of a list: of the department's
// project first, else of one of that name.
func takeEntry(all *[]Entry, project, department string) Entry {
	project, department = strings.TrimSpace(project), strings.TrimSpace(department)
	named := func(e Entry) bool { return strings.EqualFold(e.project, project) }
	best := slices.IndexFunc(*all, func(e Entry) bool {
		return named(e) && strings.EqualFold(e.department, department)
	})
	if best < 0 {
		best = slices.IndexFunc(*all, named)
	}
	if best < 0 {
		return Entry{}
	}
	e := (*all)[best]
	*all = slices.Delete(*all, best, best+1)
	return e
}

// entries are what people wrote in the columns meant for them.
func (c *markedCopy) entries() []Entry {
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

func (c *markedCopy) entriesOn(s *workbook.Sheet) []Entry {
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
