package annotate

import (
	"fmt"

	"videre/excel/internal/opc"
	"videre/excel/workbook"
)

// reads checks that the copy of a draft is a workbook that can be read, and that every cell of
// the book it is made of stands in it with the value that it had.
func reads(draft *opc.Draft, data []byte, book *workbook.Book) error {
	copied, err := workbook.Read(data)
	if err != nil {
		return err
	}
	if err := draft.CheckNew(copied.Package); err != nil {
		return err
	}
	at := map[string]*workbook.Sheet{}
	for _, s := range copied.Sheets {
		if s != nil {
			at[s.Name] = s
		}
	}
	for _, s := range book.Sheets {
		if s == nil {
			continue
		}
		if missing := firstMissing(s, at[s.Name]); missing != "" {
			return fmt.Errorf("%s!%s is not in the copy", s.Name, missing)
		}
	}
	return nil
}

// firstMissing is the address of the first cell that another sheet does not hold as it is; ""
// for none. The cells of both stand in order.
func firstMissing(s, in *workbook.Sheet) string {
	i := 0
	for k := range s.Cells {
		c := &s.Cells[k]
		for in != nil && i < len(in.Cells) && isBefore(&in.Cells[i], c) {
			i++
		}
		if in == nil || i == len(in.Cells) || !isSame(&in.Cells[i], c) {
			return c.Ref().String()
		}
	}
	return ""
}

func isBefore(a, b *workbook.Cell) bool { return a.Row < b.Row || a.Row == b.Row && a.Col < b.Col }

func isSame(a, b *workbook.Cell) bool {
	return a.Row == b.Row && a.Col == b.Col && a.Kind == b.Kind && a.Text == b.Text && a.HasFormula == b.HasFormula
}
