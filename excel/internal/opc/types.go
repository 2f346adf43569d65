package opc

import (
	"videre/excel/internal/limit"
	"videre/excel/internal/xmltok"
)

// contentTypes is the package's content types part.
type contentTypes struct {
	part      *Part
	defaults  map[string]string // by folded extension
	overrides map[string]string // by folded part name
	end       anchor            // where an Override can be added
}

const contentTypesName = "[Content_Types].xml"

func (p *Package) readContentTypes() (*contentTypes, error) {
	t := &contentTypes{part: p.Part(contentTypesName), defaults: map[string]string{}, overrides: map[string]string{}}
	if t.part == nil {
		return nil, &Error{contentTypesName, ErrNoTypes}
	}
	var err error
	t.end, err = scanChildren(t.part, func(s *xmltok.Scanner) error {
		kind, _ := s.AttrText("ContentType")
		switch string(s.Local()) {
		case "Default":
			extension, _ := s.AttrText("Extension")
			t.defaults[fold(extension)] = kind
		case "Override":
			name, _ := s.AttrText("PartName")
			t.overrides[fold(partName(name))] = kind
		}
		return p.budget.Allow(limit.Links, int64(len(t.overrides)+len(t.defaults)))
	})
	return t, err
}

// has reports whether the content types name the part.
func (t *contentTypes) has(name string) bool {
	_, found := t.overrides[fold(name)]
	return found
}

// anchor is a place in a part where an element can be added inside its root.
type anchor struct {
	at     int64  // before this offset
	remove int64  // bytes replaced: the "/>" of an empty root
	prefix string // of the root's name, with its colon
	root   string // the root's name when it was empty and must be closed again
}

// insertion is the edit that adds content at the anchor.
func (a anchor) insertion(content string) Edit {
	if a.remove > 0 {
		return Edit{At: a.at, Remove: a.remove, Insert: ">" + content + "</" + a.root + ">"}
	}
	return Edit{At: a.at, Insert: content}
}

// scanChildren calls each for every element directly inside the part's root.
func scanChildren(part *Part, each func(*xmltok.Scanner) error) (anchor, error) {
	var end anchor
	in, err := part.Open()
	if err != nil {
		return end, err
	}
	defer in.Close()
	s := xmltok.NewScanner(in)
	for {
		kind, err := s.Next()
		if err != nil {
			return end, part.Fault(err)
		}
		switch {
		case kind == xmltok.EOF:
			return end, nil
		case kind == xmltok.Start && s.Depth() == 1:
			end.prefix = string(s.Prefix())
			if s.Empty {
				end.at, end.remove, end.root = s.EndOffset()-2, 2, string(s.Name)
			}
		case kind == xmltok.Start && s.Depth() == 2:
			if err := each(s); err != nil {
				return end, part.Fault(err)
			}
		case kind == xmltok.End && s.Depth() == 0 && end.remove == 0:
			end.at = s.Offset()
		}
	}
}
