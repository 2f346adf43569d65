package annotate

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
	"videre/excel/workbook"
)

// Marks are defined names that survive when the copy is saved by another program:
// by them our sheets and columns are known again.
const (
	markAssessment = workbook.MarkPrefix + "vurdering"
	markFindings   = workbook.MarkPrefix + "kontrol"
	markPolicy     = workbook.MarkPrefix + "regler"
	markColumns    = workbook.MarkPrefix + "kolonner_"
)

// markCorrected is the defined name of a workbook that was made of a corrected copy;
// it holds the copy's SHA-256.
const markCorrected = workbook.MarkPrefix + "rettet"

// markedCopy is a copy that another program has saved, and what is ours in it.
type markedCopy struct {
	book    *workbook.Book               // the copy as it stands
	own     map[int]string               // our sheets, by index: which mark they carry
	columns map[int][]sheetml.Range      // our columns, by sheet
	kept    map[int]map[sheetml.Ref]bool // what stands in either and is not ours, by sheet

	sentences *sentences // that tell what is ours
	notes     []string   // the cells whose notes were ours and were taken off
}

// findMarks reads a package and finds what is ours in it.
func findMarks(pkg *opc.Package) (*markedCopy, error) {
	book, err := workbook.InPackage(pkg)
	if err != nil {
		return nil, err
	}
	c := &markedCopy{book: book, own: map[int]string{}, columns: map[int][]sheetml.Range{}}
	for _, n := range c.book.Workbook.Names {
		switch at, ok := c.book.Target(n); {
		case n.Name == markAssessment || n.Name == markFindings || n.Name == markPolicy:
			if index, _, _ := workbook.PlaceOf(at); ok {
				c.own[index] = n.Name
			}
		case strings.HasPrefix(n.Name, markColumns):
			if index, where, ok := c.book.Area(n); ok {
				c.columns[index] = append(c.columns[index], c.ourColumns(index, where)...)
			}
		}
	}
	if len(c.own) > 0 || len(c.columns) > 0 || mentions(pkg, markAssessment) {
		c.findUnmarked()
	}
	c.prove()
	return c, nil
}

// findUnmarked finds sheets of ours that their marks do not lead to any more, as some
// programs leave them when a sheet is renamed or copied: by headings that only ours have.
func (c *markedCopy) findUnmarked() {
	const within = 80
	heads := []budget.Key{
		"head.included", "head.decision", "head.fault", "head.fix", "policy.fingerprint", "policy.table",
	}
	for i, s := range c.book.Sheets {
		if s == nil || c.own[i] != "" {
			continue
		}
		seen := map[budget.Key]bool{}
		for k := range s.Cells {
			if s.Cells[k].Row > within {
				break
			}
			for _, key := range heads {
				seen[key] = seen[key] || isText(s.Cells[k].Text, key)
			}
		}
		switch {
		case seen["head.included"] && seen["head.decision"]:
			c.own[i] = markAssessment
		case seen["head.fault"] && seen["head.fix"]:
			c.own[i] = markFindings
		case seen["policy.fingerprint"] && seen["policy.table"]:
			c.own[i] = markPolicy
		}
	}
}

// mentions reports whether a workbook has a defined name that begins with a text.
func mentions(pkg *opc.Package, text string) bool {
	wb, err := sheetml.ReadWorkbook(pkg)
	return err == nil && slices.ContainsFunc(wb.Names, func(n sheetml.DefinedName) bool {
		return strings.HasPrefix(n.Name, text)
	})
}

// isCopy reports whether the workbook is a copy of ours.
func (c *markedCopy) isCopy() bool {
	return (len(c.own) > 0 || len(c.columns) > 0) && len(c.own) < len(c.book.Workbook.Sheets)
}

// ourColumns are the columns of a marked range that are still ours: those under one of
// our headings, or, beside a project that has its sheet to itself, the column of our
// labels and the last. What somebody put between them, or in their place, is theirs.
func (c *markedCopy) ourColumns(index int, where sheetml.Range) []sheetml.Range {
	s := c.book.Sheets[index]
	if s == nil {
		return nil
	}
	column := func(col int) sheetml.Range {
		return sheetml.Range{
			From: sheetml.Ref{Row: where.From.Row, Col: col}, To: sheetml.Ref{Row: where.To.Row, Col: col},
		}
	}
	var own []sheetml.Range
	for col := where.From.Col; col <= where.To.Col; col++ {
		head := s.Cell(sheetml.Ref{Row: where.From.Row, Col: col})
		if head == nil || !isOurHead(head.Text) {
			continue
		}
		own = append(own, column(col))
		below := s.Cell(sheetml.Ref{Row: where.From.Row + 1, Col: col})
		if below != nil && isOurHead(below.Text) && col < where.To.Col {
			return append(own, column(where.To.Col)) // labels, and their values
		}
	}
	return own
}

// isOurHead reports whether a text is one of the headings of our columns.
func isOurHead(text string) bool {
	heads := []budget.Key{"column.verdict", "column.coverage", "column.gap", "column.reason", "column.counts"}
	return slices.ContainsFunc(heads, func(key budget.Key) bool { return isText(text, key) })
}

// isText reports whether a text is one of ours in any language.
func isText(s string, key budget.Key) bool {
	return text.Catalog.Is(key, strings.TrimSpace(s))
}
