package sheetml

import (
	"io"
	"strconv"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// Aside is a text that stands on a sheet and in none of its cells: a note, a comment, a text
// box.
type Aside struct {
	At   Ref // the cell that it is on; of a text box, the one that its corner is in
	Text string
}

// Texts are the notes as asides. One that stands in for a threaded comment says so in its first
// lines, and the comment behind them; it is left out where the threads themselves are read.
func (n *Notes) Texts(threads bool) []Aside {
	var all []Aside
	for _, note := range n.notes {
		text := note.text
		if note.Threaded && threads {
			continue
		}
		if _, comment, found := strings.Cut(text, ":\n"); note.Threaded && found {
			text = comment
		}
		all = append(all, Aside{note.at, text})
	}
	return all
}

// ReadThreads reads a part of threaded comments ([MS-XLSX] 2.6.205), answers included.
func ReadThreads(part *opc.Part) ([]Aside, error) {
	var all []Aside
	err := eachElement(part, func(s *xmltok.Scanner) error {
		if string(s.Local()) != "threadedComment" {
			return nil
		}
		ref, _ := s.AttrText("ref")
		at, ok := ParseRef(ref)
		text, err := s.InnerTextOf("text")
		if ok {
			all = append(all, Aside{at, text})
		}
		if err != nil {
			return err
		}
		return part.Budget().Allow(limit.Notes, int64(len(all)))
	})
	return all, err
}

// ReadTextBoxes reads the texts of a drawing's shapes (ECMA-376 part 1, 20.5), each paragraph
// a line.
func ReadTextBoxes(part *opc.Part) ([]Aside, error) {
	var all []Aside
	err := eachElement(part, func(s *xmltok.Scanner) error {
		b := textBox{at: Ref{Row: 1, Col: 1}}
		err := b.read(s)
		if text := strings.TrimSpace(b.text.String()); text != "" {
			all = append(all, Aside{b.at, text})
		}
		if err != nil {
			return err
		}
		return part.Budget().Allow(limit.Notes, int64(len(all)))
	})
	return all, err
}

// textBox is a shape of a drawing that is being read.
type textBox struct {
	at   Ref
	text strings.Builder
	from bool // its corner is being read
}

// read reads the element just opened, to its End.
func (b *textBox) read(s *xmltok.Scanner) error {
	return eachChild(s, func() error {
		switch string(s.Local()) {
		case "Fallback": // says again what stands in the choice before it
			return s.Skip()
		case "from", "to":
			b.from = string(s.Local()) == "from"
		case "col", "row":
			return b.corner(s, string(s.Local()))
		case "t":
			text, err := s.InnerText()
			b.text.WriteString(text)
			return err
		case "br", "p":
			b.text.WriteByte('\n')
		}
		return b.read(s)
	})
}

// corner reads a column or a row, which drawings count from 0.
func (b *textBox) corner(s *xmltok.Scanner, which string) error {
	text, err := s.InnerText()
	n, bad := strconv.Atoi(strings.TrimSpace(text))
	switch {
	case err != nil || bad != nil || !b.from || n < 0:
	case which == "col" && n < MaxCol:
		b.at.Col = n + 1
	case which == "row" && n < MaxRow:
		b.at.Row = n + 1
	}
	return err
}

// eachElement calls each at the Start of every element right inside a part's root.
func eachElement(part *opc.Part, each func(*xmltok.Scanner) error) error {
	in, err := part.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	s := xmltok.NewScanner(in)
	return part.Fault(readRoot(s, each))
}

func readRoot(s *xmltok.Scanner, each func(*xmltok.Scanner) error) error {
	for {
		switch kind, err := s.Next(); {
		case err != nil:
			return err
		case kind == xmltok.EOF:
			return io.ErrUnexpectedEOF
		case kind == xmltok.Start:
			return eachChild(s, func() error { return each(s) })
		}
	}
}
