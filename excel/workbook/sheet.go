package workbook

import (
	"strconv"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Sheet is a worksheet of a book.
type Sheet struct {
	*sheetml.Sheet
	Index  int
	Name   string
	Hidden bool
	Part   *opc.Part
	merges []sheetml.Range // by their last rows; see mergesByRow
}

func (b *Book) HasSheet(name string) bool {
	for _, info := range b.Workbook.Sheets {
		if strings.EqualFold(info.Name, name) {
			return true
		}
	}
	return false
}

// FreeName is a name for a new sheet: the wanted one, with a number where a sheet
// of the workbook has it.
func (b *Book) FreeName(wanted string) string {
	name := wanted
	for n := 2; b.HasSheet(name); n++ {
		name = wanted + " (" + strconv.Itoa(n) + ")"
	}
	return name
}

// sheetNamed finds a worksheet by its name; nil when there is none.
func (b *Book) sheetNamed(name string) *Sheet {
	for _, s := range b.Sheets {
		if s != nil && strings.EqualFold(s.Name, name) {
			return s
		}
	}
	return nil
}
