package workbook

import (
	"errors"
	"slices"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Aside is a text that people read on a sheet and that stands in none of its cells.
type Aside struct {
	At   Ref    // the cell that it is on; of a text box, the one under its upper left corner
	Text string // with its lines
	Box  bool   // a text box; else a note or a comment
}

// SideText is a text of a sheet that people read beside it: at the head or the foot of its pages, or when
// they come to a cell.
type SideText = sheetml.SideText

// SideTexts are the heads and feet of a sheet's pages, and the messages of cells for what is to be entered.
func (b *Book) SideTexts(s *Sheet) []SideText {
	b.Spend(len(s.whole.SideTexts))
	return s.whole.SideTexts
}

// Asides are the notes, comments and text boxes of a sheet, in the order of their parts. It
// fails when one of those parts is damaged, and returns what the others say.
func (b *Book) Asides(s *Sheet) ([]Aside, error) {
	rels, err := b.Package.Relationships(s.Part.Name)
	if err != nil {
		return nil, err
	}
	threads := slices.ContainsFunc(rels, func(r opc.Relationship) bool { return kindOf(r) == "threadedcomment" })
	var all []Aside
	for _, r := range rels {
		part := b.Package.Part(r.Target)
		if part == nil {
			continue
		}
		found, failed := asidesIn(part, kindOf(r), threads)
		if many := (*limit.Exceeded)(nil); errors.As(failed, &many) {
			panic(many) // see [Guard]
		}
		if failed != nil {
			err = failed
		}
		b.Spend(len(found))
		for _, a := range found {
			all = append(all, Aside{a.At, a.Text, kindOf(r) == "drawing"})
		}
	}
	return all, err
}

// kindOf is the last word of a relationship's type; that of threaded comments is Microsoft's
// own.
func kindOf(r opc.Relationship) string {
	return strings.ToLower(r.Type[strings.LastIndexByte(r.Type, '/')+1:])
}

// asidesIn are the texts of a part. Where there are threaded comments, the notes that stand in
// for them say nothing of their own.
func asidesIn(part *opc.Part, kind string, threads bool) ([]sheetml.Aside, error) {
	switch kind {
	case "comments":
		notes, err := sheetml.ReadNotes(part)
		if err != nil {
			return nil, err
		}
		return notes.Texts(threads), nil
	case "threadedcomment":
		return sheetml.ReadThreads(part)
	case "drawing":
		return sheetml.ReadTextBoxes(part)
	}
	return nil, nil
}
