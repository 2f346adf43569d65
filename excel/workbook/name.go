package workbook

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// MarkPrefix begins the defined names that mark what is ours in other people's workbooks:
// sheets, columns and example rows. Other programs keep such names when they save.
const MarkPrefix = "videre_"

// Target is the cell that a defined name stands for; ok is false when it stands for
// something else, or for nothing any more.
func (b *Book) Target(n DefinedName) (o budget.Origin, ok bool) {
	index, where, ok := b.Area(n)
	return OriginOf(index, where.From), ok && where.From == where.To
}

// Area is the range that a defined name stands for, and the index of its sheet; ok is false
// when it stands for something else, or for nothing any more.
func (b *Book) Area(n DefinedName) (sheet int, where Range, ok bool) {
	bang := strings.LastIndexByte(n.Text, '!')
	if bang < 0 {
		return 0, where, false
	}
	name := n.Text[:bang]
	if len(name) > 1 && name[0] == '\'' {
		name = strings.ReplaceAll(name[1:len(name)-1], "''", "'")
	}
	where, ok = sheetml.ParseRange(n.Text[bang+1:])
	for i, s := range b.Workbook.Sheets {
		if strings.EqualFold(s.Name, name) {
			return i, where, ok
		}
	}
	return 0, where, false
}
