package sheetml

import (
	"bytes"
	"regexp"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// NoteMarks tell what is ours of a note: it begins with one of the headings, and what
// stands after the line that ends it is a person's. Whoever can write a note can write both:
// a part of which Ours is false is a person's too, and stays.
type NoteMarks struct {
	Headings []string
	End      string
	Ours     func(text string) bool // from the heading to the line that ends it; nil: it is
}

// RemoveNotes are the edits that take off what AddNotes added, and the cells whose notes
// were ours whole. What a person wrote before our heading or after our last line stays.
// The author added with new notes goes with the last of them.
func RemoveNotes(part *opc.Part, ours NoteMarks) (edits []opc.Edit, gone map[Ref]bool, err error) {
	content, err := part.Bytes()
	if err != nil {
		return nil, nil, err
	}
	r := noteReader{content: content}
	if _, err := walk(part, "comments", r.element); err != nil {
		return nil, nil, err
	}
	gone = map[Ref]bool{}
	last := byAuthor{index: len(r.authors) - 1}
	for i := range r.notes {
		n := &r.notes[i]
		edit, whole, found := n.cut(content, ours)
		if found {
			edits = append(edits, edit)
		}
		if whole {
			gone[n.at] = true
		}
		last.count(n.author, whole)
	}
	if last.allGone() {
		author := r.authors[last.index]
		edits = append(edits, opc.Edit{At: author.start, Remove: author.end - author.start})
	}
	return edits, gone, nil
}

// byAuthor counts the notes of one author.
type byAuthor struct{ index, kept, gone int }

func (b *byAuthor) count(author int, gone bool) {
	switch {
	case author != b.index:
	case gone:
		b.gone++
	default:
		b.kept++
	}
}

func (b *byAuthor) allGone() bool { return b.gone > 0 && b.kept == 0 }

// noteReader reads notes with the places of their texts.
type noteReader struct {
	content []byte
	authors []element
	notes   []noteElement
}

// noteElement is a note as it is written.
type noteElement struct {
	at       Ref
	author   int
	from, to int64
	textEnd  int64 // before the end tag of its text element
	texts    []noteText
}

// noteText is one text of a note; begin is where its run begins, or it itself when it
// stands in none.
type noteText struct {
	begin    int64
	from, to int64  // what stands in it
	closing  string // the end tags of the text and its run
}

func (r *noteReader) element(s *xmltok.Scanner) error {
	switch string(s.Local()) {
	case "authors":
		return eachChild(s, func() error {
			author := element{start: s.Offset()}
			err := s.Skip()
			author.end = s.EndOffset()
			r.authors = append(r.authors, author)
			return err
		})
	case "commentList":
		return eachChild(s, func() error { return r.note(s) })
	}
	return nil
}

func (r *noteReader) note(s *xmltok.Scanner) error {
	n := noteElement{from: s.Offset(), author: -1}
	ref, _ := s.AttrText("ref")
	n.at, _ = ParseRef(ref)
	if author, _ := s.Attr("authorId"); author != nil {
		n.author, _ = parseIndex(author)
	}
	err := eachChild(s, func() error {
		if string(s.Local()) != "text" {
			return s.Skip()
		}
		err := eachChild(s, func() error { return n.item(s) })
		n.textEnd = s.Offset()
		return err
	})
	n.to = s.EndOffset()
	r.notes = append(r.notes, n)
	return err
}

// item reads a text that stands by itself, or a run.
func (n *noteElement) item(s *xmltok.Scanner) error {
	begin, name := s.Offset(), string(s.Name)
	switch string(s.Local()) {
	case "t":
		return n.text(s, begin, "")
	case "r":
		return eachChild(s, func() error {
			if string(s.Local()) != "t" {
				return s.Skip()
			}
			return n.text(s, begin, "</"+name+">")
		})
	}
	return s.Skip()
}

func (n *noteElement) text(s *xmltok.Scanner, begin int64, closing string) error {
	t := noteText{begin: begin, from: s.EndOffset(), closing: "</" + string(s.Name) + ">" + closing}
	err := s.Skip()
	t.to = s.Offset()
	n.texts = append(n.texts, t)
	return err
}

// cut is the edit that takes our part off a note; whole, when nothing is left.
func (n *noteElement) cut(content []byte, ours NoteMarks) (edit opc.Edit, whole, found bool) {
	first, at := n.find(content, n.from, ours.Headings...)
	if first < 0 {
		return edit, false, false
	}
	t := n.texts[first]
	from := t.from + int64(len(withoutBlanks(content[t.from:at])))
	last, end := n.ended(content, at, ours.End)
	if ours.Ours != nil && !ours.Ours(n.between(content, at, end)) {
		return edit, false, false
	}
	switch {
	case last == first:
		edit = opc.Edit{At: from, Remove: end - from}
	case last > first: // what follows our last line gets its run back
		after := n.texts[last]
		edit = opc.Edit{At: from, Remove: end - from, Insert: t.closing + string(content[after.begin:after.from])}
	case from > t.from: // a person's text in the same run
		edit = opc.Edit{At: from, Remove: n.textEnd - from, Insert: t.closing}
	case first > 0: // a person's texts before ours
		edit = opc.Edit{At: t.begin, Remove: n.textEnd - t.begin}
	default:
		return opc.Edit{At: n.from, Remove: n.to - n.from}, true, true
	}
	return edit, false, true
}

// between is what the texts of a note say from an offset to another; 0 is the note's end.
func (n *noteElement) between(content []byte, from, to int64) string {
	var said []byte
	for _, t := range n.texts {
		if start, end := max(t.from, from), t.to; start < end && (to == 0 || start < to) {
			if to > 0 {
				end = min(end, to)
			}
			said = xmltok.AppendText(said, content[start:end])
		}
	}
	return string(unescape(said, 0))
}

// ended finds the line that ends our part, and returns the text it stands in and where
// it ends; -1 when nothing of a person's follows it.
func (n *noteElement) ended(content []byte, at int64, line string) (int, int64) {
	last, place := n.find(content, at, line)
	if last < 0 {
		return -1, 0
	}
	end := place + int64(len(xmltok.Escape(line)))
	rest := bytes.Clone(content[end:n.texts[last].to])
	for _, t := range n.texts[last+1:] {
		rest = append(rest, content[t.from:t.to]...)
	}
	if len(withoutBlanks(rest)) == 0 {
		return -1, 0
	}
	return last, end
}

// find is the text in which the first of some words stands, from an offset on, and where
// it stands; -1 when none does.
func (n *noteElement) find(content []byte, from int64, words ...string) (text int, at int64) {
	for i, t := range n.texts {
		start, place := max(t.from, from), -1
		if start > t.to {
			continue
		}
		for _, word := range words {
			if k := bytes.Index(content[start:t.to], []byte(xmltok.Escape(word))); k >= 0 && (place < 0 || k < place) {
				place = k
			}
		}
		if place >= 0 {
			return i, start + int64(place)
		}
	}
	return -1, 0
}

// blanks are blanks and line ends at the end of a text, in each way that programs write
// them: as they are, as references, or as SpreadsheetML escapes characters.
var blanks = regexp.MustCompile(`(?:\s|&#10;|&#13;|&#xA;|&#xa;|_x000[aAdD]_)+$`)

func withoutBlanks(raw []byte) []byte { return blanks.ReplaceAll(raw, nil) }
