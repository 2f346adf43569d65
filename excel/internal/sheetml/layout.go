package sheetml

import (
	"bytes"
	"io"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// layout is a part's root and what stands directly inside it.
type layout struct {
	root     string // its local name
	prefix   string // of the main namespace's elements, with its colon
	children []element
	rootEnd  int64 // offset of the root's end tag; of an empty root, of its "/>"
	empty    bool
	Strict   bool
}

// element is an element directly inside a part's root, and where it stands.
type element struct {
	name       string // local
	start, end int64
	// Inner is the offset of its end tag; of an empty element, that of its "/>".
	inner int64
	empty bool
	main  bool // in the main namespace
}

// walk reads a part whose root has the local name root. It calls each at the
// Start of every element directly inside the root; each may read to that
// element's End or leave it to walk.
func walk(part *opc.Part, root string, each func(*xmltok.Scanner) error) (*layout, error) {
	in, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	l, err := scan(in, root, each)
	return l, part.Fault(err)
}

// scan is walk for content that is in no part yet.
func scan(in io.Reader, root string, each func(*xmltok.Scanner) error) (*layout, error) {
	l := &layout{}
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
			if err := l.readRoot(s, root); err != nil {
				return nil, err
			}
		case kind == xmltok.Start && s.Depth() == 2:
			if err := l.readChild(s, each); err != nil {
				return nil, err
			}
		case kind == xmltok.End && s.Depth() == 0 && !l.empty:
			l.rootEnd = s.Offset()
		}
	}
}

func (l *layout) readRoot(s *xmltok.Scanner, root string) error {
	if !bytes.Equal(s.Local(), []byte(root)) || !isMain(s) {
		return opc.Breach(opc.UnknownElement, "", string(s.Name))
	}
	l.root = root
	l.prefix, l.Strict = string(s.Prefix()), s.Space() == StrictMainSpace
	if s.Empty {
		l.empty, l.rootEnd = true, s.EndOffset()-2
	}
	return nil
}

func (l *layout) readChild(s *xmltok.Scanner, each func(*xmltok.Scanner) error) error {
	e := element{name: string(s.Local()), start: s.Offset(), empty: s.Empty, main: isMain(s)}
	if err := l.mayStand(s, &e); err != nil {
		return err
	}
	if s.Empty {
		e.inner = s.EndOffset() - 2
	}
	if each != nil && e.main {
		if err := each(s); err != nil {
			return err
		}
	}
	for s.Depth() >= 2 {
		kind, err := s.Next()
		if err != nil {
			return err
		}
		if kind == xmltok.Start && (!e.main || e.name == "extLst") && isMain(s) && isRead[string(s.Local())] {
			return opc.Breach(hiddenIn(e.name), "", string(s.Local()))
		}
	}
	if e.end = s.EndOffset(); !e.empty {
		e.inner = s.Offset()
	}
	l.children = append(l.children, e)
	return limit.Allow(limit.Children, len(l.children))
}

// hiddenIn is the rule that is broken where something stands that is read elsewhere.
func hiddenIn(name string) opc.Rule {
	if name == "AlternateContent" {
		return opc.AlternateContent
	}
	return opc.UnknownElement
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

// child finds the first element of a name; nil when there is none.
func (l *layout) child(name string) *element {
	for i := range l.children {
		if l.children[i].main && l.children[i].name == name {
			return &l.children[i]
		}
	}
	return nil
}

// insertAt is where an element of a name belongs among the root's children, in a
// part whose elements have an order.
func (l *layout) insertAt(order []string, name string) int64 {
	place := indexOf(order, name)
	for _, c := range l.children {
		other := indexOf(order, c.name)
		if !c.main && c.name == "AlternateContent" {
			other = indexOf(order, "controls")
		}
		if other > place {
			return c.start
		}
	}
	return l.rootEnd
}

func indexOf(list []string, name string) int {
	for i, n := range list {
		if n == name {
			return i
		}
	}
	return -1
}
