package sheetml

import (
	"bytes"
	"io"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// The namespaces of SpreadsheetML, Transitional and Strict.
const (
	MainSpace       = transitional + "spreadsheetml/2006/main"
	StrictMainSpace = strict + "spreadsheetml/main"
	relSpace        = transitional + "officeDocument/2006/relationships" // of relationships' ids
	strictRelSpace  = strict + "officeDocument/relationships"
	relSpaceEnd     = "/relationships"

	transitional = "http://schemas.openxmlformats.org/"
	strict       = "http://purl.oclc.org/ooxml/"
)

// isMain reports whether the element just read is SpreadsheetML's own.
func isMain(s *xmltok.Scanner) bool {
	space := s.Space()
	return space == MainSpace || space == StrictMainSpace
}

// Element is an element directly inside a part's root, and where it stands.
type Element struct {
	Name       string // local
	Start, End int64
	// Inner is the offset of its end tag; of an empty element, that of its "/>".
	Inner int64
	Empty bool
	Main  bool // in the main namespace
}

// Layout is a part's root and what stands directly inside it.
type Layout struct {
	Prefix   string // of the main namespace's elements, with its colon
	Children []Element
	RootEnd  int64 // offset of the root's end tag; of an empty root, of its "/>"
	Empty    bool
	Strict   bool
}

// Child finds the first element of a name; nil when there is none.
func (l *Layout) Child(name string) *Element {
	for i := range l.Children {
		if l.Children[i].Main && l.Children[i].Name == name {
			return &l.Children[i]
		}
	}
	return nil
}

// walk reads a part whose root has the local name root. It calls each at the
// Start of every element directly inside the root; each may read to that
// element's End or leave it to walk.
func walk(part *opc.Part, root string, each func(*xmltok.Scanner) error) (*Layout, error) {
	in, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	l, err := scan(in, root, each)
	return l, part.Fault(err)
}

// scan is walk for content that is in no part yet.
func scan(in io.Reader, root string, each func(*xmltok.Scanner) error) (*Layout, error) {
	l := &Layout{}
	s := xmltok.NewScanner(in)
	for {
		kind, err := s.Next()
		if err != nil {
			return nil, err
		}
		switch {
		case kind == xmltok.EOF:
			return l, nil
		case kind == xmltok.Start && s.Depth() == 1:
			if err := l.open(s, root); err != nil {
				return nil, err
			}
		case kind == xmltok.Start && s.Depth() == 2:
			if err := l.child(s, each); err != nil {
				return nil, err
			}
		case kind == xmltok.End && s.Depth() == 0 && !l.Empty:
			l.RootEnd = s.Offset()
		}
	}
}

func (l *Layout) open(s *xmltok.Scanner, root string) error {
	if !bytes.Equal(s.Local(), []byte(root)) || !isMain(s) {
		msg := "the root is <" + string(s.Name) + "> and not a " + root + " of a workbook"
		return &xmltok.SyntaxError{Offset: s.Offset(), Msg: msg}
	}
	l.Prefix, l.Strict = string(s.Prefix()), s.Space() == StrictMainSpace
	if s.Empty {
		l.Empty, l.RootEnd = true, s.EndOffset()-2
	}
	return nil
}

func (l *Layout) child(s *xmltok.Scanner, each func(*xmltok.Scanner) error) error {
	e := Element{Name: string(s.Local()), Start: s.Offset(), Empty: s.Empty, Main: isMain(s)}
	if s.Empty {
		e.Inner = s.EndOffset() - 2
	}
	if each != nil && e.Main {
		if err := each(s); err != nil {
			return err
		}
	}
	for s.Depth() >= 2 {
		if _, err := s.Next(); err != nil {
			return err
		}
	}
	if e.End = s.EndOffset(); !e.Empty {
		e.Inner = s.Offset()
	}
	l.Children = append(l.Children, e)
	return nil
}

// eachChild calls each at the Start of every element inside the one just opened.
func eachChild(s *xmltok.Scanner, each func() error) error {
	depth := s.Depth()
	for {
		kind, err := s.Next()
		if err != nil {
			return err
		}
		if kind == xmltok.End && s.Depth() < depth {
			return nil
		}
		if kind == xmltok.Start && s.Depth() == depth+1 {
			if err := each(); err != nil {
				return err
			}
		}
	}
}

// enclosed is content between the tags of an element.
func enclosed(name, content string) string { return `<` + name + `>` + content + `</` + name + `>` }

// isTrue reads an xsd:boolean.
func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
