package opc

import (
	"encoding/json"
	"fmt"
	"strings"

	"videre/excel/internal/xmltok"
)

// Draft is a copy of a package in the making.
type Draft struct {
	base  *Package
	edits map[*Part][]Edit
	added []newPart
	rels  map[string]*relDraft // by source

	taken map[string]bool // folded names given out
	tried map[string]int  // by pattern: the last number tried

	recordName string
	made       json.RawMessage
}

type newPart struct {
	name, contentType string
	data              []byte
}

// relDraft is what is added to one source's relationships.
type relDraft struct {
	relationships
	taken map[string]bool
	xml   strings.Builder
}

// NewDraft starts a copy.
func NewDraft(base *Package) *Draft {
	d := &Draft{
		base: base, edits: map[*Part][]Edit{}, rels: map[string]*relDraft{},
		taken: map[string]bool{}, tried: map[string]int{},
	}
	d.recordName = d.FreeName("videre/original%d.bin")
	return d
}

// FreeName is a name of the pattern, with a number where it has %d, that neither
// base nor draft uses. It is given out once.
func (d *Draft) FreeName(pattern string) string {
	for {
		d.tried[pattern]++
		name := fmt.Sprintf(pattern, d.tried[pattern])
		if d.base.isFree(name) && !d.taken[fold(name)] {
			d.taken[fold(name)] = true
			return name
		}
	}
}

// FreeNameLike is a name if neither base nor draft uses it, else one of the pattern.
func (d *Draft) FreeNameLike(name, pattern string) string {
	if d.base.isFree(name) && !d.taken[fold(name)] {
		d.taken[fold(name)] = true
		return name
	}
	return d.FreeName(pattern)
}

// Add adds a part.
func (d *Draft) Add(name, contentType string, data []byte) {
	d.taken[fold(name)] = true
	d.added = append(d.added, newPart{name, contentType, data})
}

// Edit changes a part of the base.
func (d *Draft) Edit(part *Part, edits ...Edit) {
	d.edits[part] = append(d.edits[part], edits...)
}

// Relate adds a relationship and returns its id. The target is written as it is.
func (d *Draft) Relate(source, kind, target string) (string, error) {
	r := d.rels[source]
	if r == nil {
		existing, err := d.base.readRelationships(source)
		if err != nil {
			return "", err
		}
		r = &relDraft{relationships: existing, taken: map[string]bool{}}
		d.rels[source] = r
	}
	id := r.freeID(r.taken)
	r.taken[id] = true
	r.xml.WriteString(`<` + r.end.prefix + `Relationship Id="` + id + `"` +
		` Type="` + xmltok.Escape(kind) + `" Target="` + xmltok.Escape(target) + `"/>`)
	return id, nil
}

// NoteMaking puts into the record how the copy is made, so that it can be made again.
func (d *Draft) NoteMaking(how any) error {
	made, err := json.Marshal(how)
	d.made = made
	return err
}

// RelateRecord makes the record reachable from a part, as every part should be.
func (d *Draft) RelateRecord(source string) error {
	_, err := d.Relate(source, recordRelationship, "/"+d.recordName)
	return err
}
