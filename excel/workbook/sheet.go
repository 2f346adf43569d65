package workbook

import (
	"strconv"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Sheet is a worksheet of a book.
type Sheet struct {
	*sheetml.Sheet        // its rows, cells, formulas and merges as the file holds them
	Index          int    // in the workbook's order, from 0
	Name           string // as its tab shows it
	Hidden         bool   // it has no tab, or none that a user can have shown
	Part           *opc.Part

	budget *limit.Budget  // of the book; nil where steps are not counted
	merges []Range        // by their last rows; see mergesByRow
	whole  *sheetml.Sheet // the sheet as it stands, where this is a view of it
	turned bool
}

// hasSheet reports whether the workbook has a sheet of a name, of whatever kind; names are
// the same in upper and lower case (ECMA-376 part 1, 18.2.19).
func (b *Book) hasSheet(name string) bool {
	for _, info := range b.Workbook.Sheets {
		if strings.EqualFold(info.Name, name) {
			return true
		}
	}
	return false
}

// FreeName is a name for a new sheet: the wanted one, or with a number, "Regler (2)", where
// the workbook has a sheet of that name.
func (b *Book) FreeName(wanted string) string {
	name := wanted
	for n := 2; b.hasSheet(name); n++ {
		name = wanted + " (" + strconv.Itoa(n) + ")"
	}
	return name
}
