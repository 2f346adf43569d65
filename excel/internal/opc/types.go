package opc

import (
	"strings"

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
		return nil, &Error{Part: contentTypesName, Err: ErrNoTypes}
	}
	var err error
	t.end, err = scanChildren(t.part, "Types", typesSpace, func(s *xmltok.Scanner) error {
		if err := t.read(s); err != nil {
			return err
		}
		return p.budget.Allow(limit.Links, int64(len(t.overrides)+len(t.defaults)))
	})
	return t, err
}

const typesSpace = "http://schemas.openxmlformats.org/package/2006/content-types"

// read reads one statement; two of the same thing must say the same.
func (t *contentTypes) read(s *xmltok.Scanner) error {
	list, key := t.defaults, ""
	name := string(s.Local())
	switch {
	case s.Space() != typesSpace:
		return Breach(UnknownElement, "", string(s.Name))
	case name == "Default":
		key, _ = s.AttrText("Extension")
	case name == "Override":
		list = t.overrides
		key, _ = s.AttrText("PartName")
		key = partName(key)
	default:
		return Breach(UnknownElement, "", string(s.Name))
	}
	kind, _ := s.AttrText("ContentType")
	if key == "" || kind == "" {
		return Breach(BadValue, "", name)
	}
	if was, known := list[fold(key)]; known && !strings.EqualFold(was, kind) {
		return Breach(DuplicateType, "", key)
	}
	list[fold(key)] = kind
	return nil
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

// scanChildren calls each for every element directly inside the part's root, which must have
// the name and the namespace.
func scanChildren(part *Part, root, space string, each func(*xmltok.Scanner) error) (anchor, error) {
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
			if string(s.Local()) != root || s.Space() != space {
				return end, part.Fault(Breach(UnknownElement, "", string(s.Name)))
			}
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
