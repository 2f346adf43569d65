package opc

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"

	"github.com/klauspost/compress/flate"

	"videre/excel/internal/xmltok"
)

// Cut are the edits that take elements out of a part: those that drop names. It is
// asked about every element that is not inside one taken out.
func Cut(part *Part, drop func(s *xmltok.Scanner) bool) ([]Edit, error) {
	in, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var edits []Edit
	s := xmltok.NewScanner(in)
	for {
		kind, err := s.Next()
		if err != nil {
			return nil, part.Fault(err)
		}
		if kind == xmltok.EOF {
			return edits, nil
		}
		if kind != xmltok.Start || !drop(s) {
			continue
		}
		from := s.Offset()
		if err := s.Skip(); err != nil {
			return nil, part.Fault(err)
		}
		edits = append(edits, Edit{At: from, Remove: s.EndOffset() - from})
	}
}

// Rewrite packs a package anew, with some parts changed and without others, nor what
// only those led to. Entries that are not concerned keep their packed bytes.
func Rewrite(p *Package, edits map[*Part][]Edit, without map[*Part]bool) ([]byte, error) {
	gone, err := p.unreachable(without)
	if err != nil {
		return nil, err
	}
	edits[p.types.part], err = Cut(p.types.part, func(s *xmltok.Scanner) bool {
		name, isOverride := s.AttrText("PartName")
		return isOverride && gone[p.Part(name)]
	})
	if err != nil {
		return nil, err
	}
	for _, part := range p.parts {
		source, isRels := sourceOf(part.Name)
		if !isRels || gone[part] {
			continue
		}
		edits[part], err = Cut(part, func(s *xmltok.Scanner) bool {
			target, _ := s.AttrText("Target")
			mode, _ := s.AttrText("TargetMode")
			return s.Depth() == 2 && mode != "External" && gone[p.Part(resolve(source, target))]
		})
		if err != nil {
			return nil, err
		}
	}
	return p.pack(edits, gone)
}

// unreachable are the parts left out and those nothing leads to without them.
func (p *Package) unreachable(without map[*Part]bool) (map[*Part]bool, error) {
	before, err := p.reach(nil)
	if err != nil {
		return nil, err
	}
	after, err := p.reach(without)
	if err != nil {
		return nil, err
	}
	gone := map[*Part]bool{}
	for _, part := range p.parts {
		source, isRels := sourceOf(part.Name)
		if isRels {
			from := p.Part(source)
			gone[part] = from != nil && (without[from] || before[from] && !after[from])
			continue
		}
		gone[part] = without[part] || before[part] && !after[part]
	}
	return gone, nil
}

// reach are the parts that relationships lead to from the package itself, not through
// those left out.
func (p *Package) reach(without map[*Part]bool) (map[*Part]bool, error) {
	found := map[*Part]bool{}
	next := []string{""}
	for len(next) > 0 {
		rels, err := p.Relationships(next[0])
		if err != nil {
			return nil, err
		}
		next = next[1:]
		for _, r := range rels {
			if part := p.Part(r.Target); !r.External && part != nil && !found[part] && !without[part] {
				found[part] = true
				next = append(next, part.Name)
			}
		}
	}
	return found, nil
}

// pack writes the archive.
func (p *Package) pack(edits map[*Part][]Edit, gone map[*Part]bool) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, level) })
	for _, f := range p.zip.File {
		part := p.Part(f.Name)
		if part != nil && gone[part] {
			continue
		}
		if part == nil || len(edits[part]) == 0 {
			if err := copyEntry(w, f); err != nil {
				return nil, err
			}
			continue
		}
		content, err := part.Bytes()
		if err != nil {
			return nil, err
		}
		if content, err = Apply(content, slices.Clone(edits[part])); err != nil {
			return nil, part.Fault(err)
		}
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := part.encoder(entry).Write(content); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}
