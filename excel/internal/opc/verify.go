package opc

import (
	"archive/zip"
	"bytes"
	"path"

	"videre/excel/internal/limit"
	"videre/excel/internal/xmltok"
)

// Verify proves that a written copy keeps the draft's promise: every entry that
// was not touched has its name, its place, its checksum and its packed bytes, but for
// folders, which have none;
// every edited part is the original once the edits are taken out; nothing was
// added but the new parts; and the copy turns back into the input.
func (d *Draft) Verify(copied []byte) error {
	p, err := Open(copied, limit.Unlimited)
	if err != nil {
		return err
	}
	files, base := p.zip.File, d.base.zip.File
	if len(files) != len(base)+len(d.added) {
		return fault("", "the copy holds %d entries instead of %d", len(files), len(base)+len(d.added))
	}
	for i, f := range base {
		if err := d.verifyEntry(f, files[i], p); err != nil {
			return err
		}
	}
	for i, a := range d.added {
		if files[len(base)+i].Name != a.name {
			return fault(a.name, "the part is missing in the copy")
		}
	}
	if original, state := Original(p); state != Sealed || !bytes.Equal(original.Input, d.base.data) {
		return fault("", "the copy does not turn back into the input")
	}
	return nil
}

// CheckNew fails where a part of XML that the copy does not have from the base as it is, is not
// well-formed: a change may have been made at a place that was not what it seemed.
func (d *Draft) CheckNew(copied *Package) error {
	for _, part := range copied.parts {
		base := d.base.Part(part.Name)
		if base != nil && d.edits[base] == nil || !isXML[path.Ext(part.Name)] {
			continue
		}
		if err := part.wellFormed(); err != nil {
			return err
		}
	}
	return nil
}

// isXML has the endings of the names of parts that are XML.
var isXML = map[string]bool{".xml": true, ".rels": true, ".vml": true}

func (part *Part) wellFormed() error {
	in, err := part.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	s := xmltok.NewScanner(in)
	for {
		if kind, err := s.Next(); err != nil || kind == xmltok.EOF {
			return part.Fault(err)
		}
	}
}

// verifyEntry compares an entry of the base with what it is in the copy.
func (d *Draft) verifyEntry(f, now *zip.File, copied *Package) error {
	sameTime := now.ModifiedTime == f.ModifiedTime && (now.ModifiedDate == f.ModifiedDate || f.ModifiedDate == 0)
	if now.Name != f.Name || !sameTime {
		return fault(f.Name, "the entry has another name, place or time in the copy")
	}
	if isFolder(f) {
		if now.CompressedSize64 != 0 {
			return fault(f.Name, "the folder holds something in the copy")
		}
		return nil
	}
	if part := d.base.Part(f.Name); part != nil && d.edits[part] != nil {
		return d.verifyEdited(part, copied.Part(f.Name))
	}
	before, _ := d.base.packed(f)
	after, ok := copied.packed(now)
	if !ok || now.CRC32 != f.CRC32 || now.Method != f.Method || !bytes.Equal(before, after) {
		return fault(f.Name, "the entry is not the same in the copy")
	}
	return nil
}

// verifyEdited takes the edits of a part out again and compares the rest.
func (d *Draft) verifyEdited(part, now *Part) error {
	original, err := part.Open()
	if err != nil {
		return err
	}
	defer original.Close()
	edited, err := now.Open()
	if err != nil {
		return err
	}
	defer edited.Close()
	edits, err := part.asWritten(d.edits[part])
	if err != nil {
		return part.Fault(err)
	}
	return part.Fault(unsplice(edited, original, edits))
}
