package opc

import (
	"path"
	"strconv"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/xmltok"
)

// Relationship leads from a part, or from the package, to another.
type Relationship struct {
	ID       string
	Type     string // the whole URI
	Target   string // the part's name; of an external one, as written
	External bool
}

// Namespaces of relationship types: Transitional and Strict (ECMA-376 part 1, annex A).
const (
	transitionalTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	strictTypes       = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
)

// Kind is the last word of a type of the office namespaces ("worksheet"), or the
// whole type.
func (r Relationship) Kind() string {
	for _, space := range []string{transitionalTypes, strictTypes} {
		if kind, ok := strings.CutPrefix(r.Type, space); ok {
			return kind
		}
	}
	return r.Type
}

// Relationships are those that start from a part, in the order they stand; those
// of the package itself start from "".
func (p *Package) Relationships(source string) ([]Relationship, error) {
	r, err := p.readRelationships(source)
	return r.list, err
}

// relationships are those of one source.
type relationships struct {
	part *Part // nil when the source has none
	list []Relationship
	end  anchor
}

func (p *Package) readRelationships(source string) (relationships, error) {
	r := relationships{part: p.Part(relsName(source))}
	if r.part == nil {
		return r, nil
	}
	var err error
	known := map[string]bool{}
	r.end, err = scanChildren(r.part, "Relationships", relsSpace, func(s *xmltok.Scanner) error {
		one, err := readRelationship(s, source)
		if known[one.ID] {
			return Breach(DuplicateRelationship, "", one.ID)
		}
		known[one.ID] = true
		r.list = append(r.list, one)
		if err != nil {
			return err
		}
		return p.budget.Allow(limit.Links, int64(len(r.list)))
	})
	return r, err
}

func readRelationship(s *xmltok.Scanner, source string) (r Relationship, err error) {
	if string(s.Local()) != "Relationship" || s.Space() != relsSpace {
		return r, Breach(UnknownElement, "", string(s.Name))
	}
	r.ID, _ = s.AttrText("Id")
	r.Type, _ = s.AttrText("Type")
	r.Target, _ = s.AttrText("Target")
	mode, stated := s.AttrText("TargetMode")
	r.External = mode == "External"
	if r.ID == "" || r.Type == "" || stated && !r.External && mode != "Internal" {
		return r, Breach(BadRelationship, "", r.ID)
	}
	if !r.External {
		r.Target = resolve(source, r.Target)
	}
	return r, nil
}

// freeID is an id no relationship has.
func (r relationships) freeID(taken map[string]bool) string {
	for n := len(r.list) + 1; ; n++ {
		id := "rId" + strconv.Itoa(n)
		used := taken[id]
		for _, other := range r.list {
			used = used || strings.EqualFold(other.ID, id)
		}
		if !used {
			return id
		}
	}
}

// relsName is the name of a source's relationships part; the source of the
// package's own is "".
func relsName(source string) string {
	dir, base := path.Split(source)
	return dir + "_rels/" + base + ".rels"
}

// sourceOf is the part that a part of relationships starts from; "" is the package.
func sourceOf(name string) (source string, isRels bool) {
	folder, base := path.Split(name)
	above, isRels := strings.CutSuffix(folder, "_rels/")
	source, ends := strings.CutSuffix(base, ".rels")
	return above + source, isRels && ends
}

// resolve turns a relationship's target into a part's name, relative to the part
// the relationship starts from.
func resolve(source, target string) string {
	target = strings.ReplaceAll(target, "\\", "/")
	if i := strings.IndexAny(target, "#?"); i >= 0 {
		target = target[:i]
	}
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/", path.Dir(source), target), "/")
}
