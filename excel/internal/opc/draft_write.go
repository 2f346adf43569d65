package opc

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"

	"videre/excel/internal/xmltok"
)

// Write writes the copy, with its record at the end. A draft is written once.
func (d *Draft) Write(out io.Writer) error {
	if err := d.settle(); err != nil {
		return err
	}
	record := newRecord(d)
	w := zip.NewWriter(out)
	for _, f := range d.base.zip.File {
		part := d.base.Part(f.Name)
		var err error
		if part == nil || d.edits[part] == nil {
			err = record.copy(w, f)
		} else {
			err = d.writeEdited(w, part, record)
		}
		if err != nil {
			return err
		}
	}
	for _, a := range d.added {
		if err := d.writeAdded(w, a, record); err != nil {
			return err
		}
	}
	if err := w.SetComment(d.base.zip.Comment); err != nil {
		return err
	}
	return w.Close()
}

// settle turns the relationships and content types added into edits and parts.
// The record is the last part, since it holds a digest of every other.
func (d *Draft) settle() error {
	d.addRelationships()
	d.Add(d.recordName, recordType, nil)
	var overrides strings.Builder
	for _, a := range d.added {
		if d.base.types.has(a.name) { // of a part that the package names and does not have
			continue
		}
		overrides.WriteString(`<` + d.base.types.end.prefix + `Override` +
			` PartName="/` + xmltok.Escape(a.name) + `" ContentType="` + a.contentType + `"/>`)
	}
	d.Edit(d.base.types.part, d.base.types.end.insertion(overrides.String()))
	for part, edits := range d.edits {
		if err := sortEdits(edits); err != nil {
			return part.Fault(err)
		}
	}
	return nil
}

func (d *Draft) addRelationships() {
	for _, source := range slices.Sorted(maps.Keys(d.rels)) {
		r := d.rels[source]
		if r.part != nil {
			d.Edit(r.part, r.end.insertion(r.xml.String()))
			continue
		}
		content := xmlHeading + `<Relationships xmlns="` + relsSpace + `">` + r.xml.String() + `</Relationships>`
		d.Add(relsName(source), relsType, []byte(content))
	}
	d.rels = map[string]*relDraft{}
}

const (
	relsType   = "application/vnd.openxmlformats-package.relationships+xml"
	relsSpace  = "http://schemas.openxmlformats.org/package/2006/relationships"
	xmlHeading = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// writeAdded writes a new part; the record, which is the last, is made here.
func (d *Draft) writeAdded(w *zip.Writer, a newPart, record *record) error {
	data, method := a.data, uint16(zip.Deflate)
	if a.contentType == recordType {
		var err error
		if data, err = record.bytes(); err != nil {
			return err
		}
		method = zip.Store
	}
	return writePacked(w, &zip.FileHeader{Name: a.name}, method, record, func(out io.Writer) error {
		_, err := out.Write(data)
		return err
	})
}

func (d *Draft) writeEdited(w *zip.Writer, part *Part, record *record) error {
	in, err := part.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	header := part.file.FileHeader
	return part.Fault(writePacked(w, &header, header.Method, record, func(out io.Writer) error {
		return splice(part.encoder(out), in, d.edits[part])
	}))
}

// writePacked writes an entry with the name, times and attributes of its header
// and the content that write gives. Sizes stand in front of the content, as
// Excel writes them.
func writePacked(
	w *zip.Writer, header *zip.FileHeader, method uint16, record *record, write func(io.Writer) error,
) error {
	var packed bytes.Buffer
	sum, size := crc32.NewIEEE(), counter(0)
	var err error
	if method == zip.Store {
		err = write(io.MultiWriter(&packed, sum, &size))
	} else {
		deflater := deflaters.Get().(*flate.Writer)
		defer deflaters.Put(deflater)
		deflater.Reset(&packed)
		if err = write(io.MultiWriter(deflater, sum, &size)); err == nil {
			err = deflater.Close()
		}
	}
	if err != nil {
		return err
	}
	//lint:ignore SA1019 raw entries are written with this field, and not with Modified
	if date := &header.ModifiedDate; *date == 0 {
		*date = 1<<5 | 1 // 1 January 1980, the earliest a zip can say
	}
	header.Method = method
	header.Flags &^= 8
	header.CRC32, header.UncompressedSize64, header.CompressedSize64 = sum.Sum32(), uint64(size), uint64(packed.Len())
	entry, err := w.CreateRaw(header)
	if err != nil {
		return err
	}
	record.note(header.Name, sha256.Sum256(packed.Bytes()))
	_, err = entry.Write(packed.Bytes())
	return err
}

// copyEntry copies an entry as the packed bytes that it is. A folder is written empty:
// some programs deflate it, to two bytes that say that there is nothing, and those
// [zip.Writer] refuses.
func copyEntry(w *zip.Writer, f *zip.File) error {
	if !isFolder(f) || f.CompressedSize64 == 0 {
		return w.Copy(f)
	}
	header := f.FileHeader
	header.Method, header.CRC32 = zip.Store, 0
	header.CompressedSize64, header.UncompressedSize64 = 0, 0
	header.Flags &^= 8 // no sizes follow
	_, err := w.CreateRaw(&header)
	return err
}

type counter int64

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
