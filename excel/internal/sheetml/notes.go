package sheetml

import (
	"strconv"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// Notes is a part of notes.
type Notes struct {
	layout
	Part    *opc.Part
	notes   []Note
	authors list
	names   []string
	entries list
}

// Note is a note (a legacy comment) on a cell.
type Note struct {
	at       Ref
	author   string
	text     string
	textEnd  int64  // where text can be appended: before the end of its text element
	empty    string // raw name of an empty text element, whose "/>" starts at textEnd
	Threaded bool   // the stand-in for a threaded comment, which is another part's
}

// ReadNotes reads a part of notes.
func ReadNotes(part *opc.Part) (*Notes, error) {
	n := &Notes{Part: part}
	layout, err := walk(part, "comments", n.element)
	if err != nil {
		return nil, err
	}
	n.layout = *layout
	for i := range n.children {
		if !n.children[i].main {
			continue
		}
		switch n.children[i].name {
		case "authors":
			n.authors.element = n.children[i]
		case "commentList":
			n.entries.element = n.children[i]
		}
	}
	for i := range n.notes {
		n.notes[i].Threaded = strings.HasPrefix(n.notes[i].author, "tc=")
	}
	return n, nil
}

func (n *Notes) element(s *xmltok.Scanner) error {
	switch string(s.Local()) {
	case "authors":
		n.authors.name = string(s.Name)
		return eachChild(s, func() error {
			name, err := s.InnerText()
			n.names = append(n.names, name)
			return err
		})
	case "commentList":
		n.entries.name = string(s.Name)
		return eachChild(s, func() error {
			if err := n.Part.Budget().Allow(limit.Notes, int64(len(n.notes)+1)); err != nil {
				return err
			}
			return n.note(s)
		})
	}
	return nil
}

func (n *Notes) note(s *xmltok.Scanner) error {
	var note Note
	ref, _ := s.AttrText("ref")
	at, ok := ParseRef(ref)
	author, _ := s.Attr("authorId")
	if i, known := parseIndex(author); known && i < len(n.names) {
		note.author = n.names[i]
	}
	err := eachChild(s, func() error {
		if string(s.Local()) != "text" {
			return s.Skip()
		}
		empty, name := s.Empty, string(s.Name)
		if empty {
			note.empty, note.textEnd = name, s.EndOffset()-2
		}
		text, _, err := richText(s, nil)
		note.text = string(text)
		if !empty {
			note.textEnd = s.Offset()
		}
		return err
	})
	if note.at = at; ok {
		n.notes = append(n.notes, note)
	}
	return err
}

// On finds the note on a cell; nil when there is none.
func (n *Notes) On(at Ref) *Note {
	if n == nil {
		return nil
	}
	for i := range n.notes {
		if n.notes[i].at == at {
			return &n.notes[i]
		}
	}
	return nil
}

// Whole reports whether the part has the lists that notes can be added to.
func (n *Notes) Whole() bool { return n.authors.name != "" && n.entries.name != "" }

// NewNote is a note to be added: a heading, which is set in bold, and a text.
type NewNote struct {
	At            Ref
	Heading, Text string
}

// AddNotes are the edits that add notes to the part. A note on a cell that has
// one already is appended to it.
func (n *Notes) AddNotes(author string, notes []NewNote) []opc.Edit {
	var edits []opc.Edit
	var elements []string
	for _, note := range notes {
		other := n.On(note.At)
		switch {
		case other == nil:
			elements = append(elements, note.element(n.prefix, len(n.names)))
		case other.empty != "":
			filled := ">" + note.runs(n.prefix, false) + "</" + other.empty + ">"
			edits = append(edits, opc.Edit{At: other.textEnd, Remove: 2, Insert: filled})
		default:
			edits = append(edits, opc.Edit{At: other.textEnd, Insert: note.runs(n.prefix, true)})
		}
	}
	if len(elements) > 0 {
		edits = append(edits, n.authors.append([]string{enclosed(n.prefix+"author", xmltok.Escape(author))})...)
		edits = append(edits, n.entries.append(elements)...)
	}
	return edits
}

// NewNotesPart is a part of notes for a sheet that has none.
func NewNotesPart(space, author string, notes []NewNote) []byte {
	var b strings.Builder
	b.WriteString(xmlHeading + `<comments xmlns="` + space + `">` +
		`<authors><author>` + xmltok.Escape(author) + `</author></authors><commentList>`)
	for _, note := range notes {
		b.WriteString(note.element("", 0))
	}
	b.WriteString(`</commentList></comments>`)
	return []byte(b.String())
}

func (n NewNote) element(prefix string, author int) string {
	return prefixed(`<comment ref="`+n.At.String()+`" authorId="`+strconv.Itoa(author)+`"><text>`, prefix) +
		n.runs(prefix, false) + prefixed(`</text></comment>`, prefix)
}

// runs are the note's heading and text as rich text; a line goes before when it
// follows somebody else's.
func (n NewNote) runs(prefix string, follows bool) string {
	before := ""
	if follows {
		before = "\n\n"
	}
	font := `<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/>`
	heading, text := before+xmltok.Escape(n.Heading)+"\n", xmltok.Escape(n.Text)
	return prefixed(`<r><rPr><b/>`+font+`</rPr><t xml:space="preserve">`+heading+`</t></r>`+
		`<r><rPr>`+font+`</rPr><t xml:space="preserve">`+text+`</t></r>`, prefix)
}
