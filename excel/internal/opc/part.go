package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding"

	"videre/excel/internal/limit"
)

// Part is one entry of the archive.
type Part struct {
	Name string // from the root, with slashes, without one in front
	file *zip.File
	pkg  *Package
	read bool // the content has been read to its end, and is whole

	encoding encoding.Encoding // known once it is opened; nil for UTF-8
}

// Open reads the part's content, XML in UTF-8 whatever its encoding is. Reading fails at
// the end when the content does not have the checksum or the size the archive states.
func (part *Part) Open() (io.ReadCloser, error) {
	if part.isEmpty() {
		part.read = true
		return io.NopCloser(strings.NewReader("")), nil
	}
	r, err := part.file.Open()
	if err != nil {
		return nil, &Error{Part: part.Name, Err: &Fault{Is: WrongChecksum, Err: err}}
	}
	return part.decode(&partReader{r, part})
}

// isEmpty reports whether the entry holds nothing, not even the two bytes that deflating
// nothing gives: so some programs write the empty parts of a signature.
func (part *Part) isEmpty() bool {
	f := part.file
	return f.CompressedSize64 == 0 && f.UncompressedSize64 == 0 && f.CRC32 == 0
}

// Bytes is the part's content.
func (part *Part) Bytes() ([]byte, error) {
	r, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var b bytes.Buffer
	b.Grow(int(min(part.file.UncompressedSize64, 1<<20)) + bytes.MinRead)
	if _, err := b.ReadFrom(r); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// ContentType is the part's content type; empty when none is stated.
func (part *Part) ContentType() string {
	t := part.pkg.types
	if kind, found := t.overrides[fold(part.Name)]; found {
		return kind
	}
	return t.defaults[fold(strings.TrimPrefix(path.Ext(part.Name), "."))]
}

// Budget is what may still be asked of the program for the sake of the part's package.
func (part *Part) Budget() *limit.Budget { return part.pkg.budget }

// Fault is an error in the part's content.
func (part *Part) Fault(err error) error {
	if _, named := err.(*Error); named || err == nil {
		return err
	}
	return &Error{Part: part.Name, Err: asFault(err)}
}

// partReader names the part in errors.
type partReader struct {
	io.ReadCloser
	part *Part
}

func (r *partReader) Read(b []byte) (int, error) {
	n, err := r.ReadCloser.Read(b)
	switch {
	case err == nil:
		return n, nil
	case err == io.EOF:
		r.part.read = true
		return n, err
	case errors.Is(err, zip.ErrChecksum):
		return n, &Error{Part: r.part.Name, Err: Breach(WrongChecksum, "", "")}
	}
	return n, &Error{Part: r.part.Name, Err: &Fault{Is: WrongChecksum, Err: err}}
}
