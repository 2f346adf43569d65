package opc

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"

	"videre/excel/internal/limit"
	"videre/excel/internal/xmltok"
)

// Parts of XML may be in another encoding than UTF-8 (ECMA-376 part 2, 8.1.4 allows
// UTF-16; some programs write others). They are read as UTF-8, and what is changed in
// them is written in their own again: every byte outside a change stays as it was.

// peeked is how much of a part tells its encoding.
const peeked = 256

// encodingOf tells a part's encoding by how it begins; nil for UTF-8, and for what is no
// XML.
func encodingOf(head []byte) (encoding.Encoding, error) {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe<\x00")), bytes.HasPrefix(head, []byte("<\x00?\x00")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), nil
	case bytes.HasPrefix(head, []byte("\xfe\xff\x00<")), bytes.HasPrefix(head, []byte("\x00<\x00?")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), nil
	}
	name := xmltok.DeclaredEncoding(head)
	if name == "" || xmltok.IsUTF8(name) {
		return nil, nil
	}
	e, err := ianaindex.IANA.Encoding(name)
	if err != nil || e == nil {
		return nil, Breach(WrongEncoding, "", name)
	}
	return e, nil
}

// decoded is a part's content in UTF-8.
type decoded struct {
	*bytes.Reader
	io.Closer
}

// Decoded tells a scanner that the content is in UTF-8, whatever its declaration says.
func (decoded) Decoded() {}

// decode gives a part's content in UTF-8, as a stream where it is that already. What
// would not come back as the bytes it was is refused.
func (part *Part) decode(in io.ReadCloser) (io.ReadCloser, error) {
	buffered := bufio.NewReaderSize(in, peeked)
	head, _ := buffered.Peek(peeked) // an error comes again when it is read
	e, err := encodingOf(head)
	if err != nil {
		return nil, part.Fault(err)
	}
	if e == nil {
		return struct {
			io.Reader
			io.Closer
		}{buffered, in}, nil
	}
	if err := part.Budget().Allow(limit.Recoded, int64(part.file.UncompressedSize64)); err != nil {
		return nil, part.Fault(err)
	}
	raw, err := io.ReadAll(buffered)
	if err != nil {
		return nil, err
	}
	text, err := e.NewDecoder().Bytes(raw)
	if err == nil {
		var back []byte
		if back, err = e.NewEncoder().Bytes(text); err == nil && !bytes.Equal(back, raw) {
			err = errOtherEncoding
		}
	}
	if err != nil {
		return nil, part.Fault(&Fault{Is: WrongEncoding, Err: err})
	}
	part.encoding = e
	return decoded{bytes.NewReader(text), in}, nil
}

var errOtherEncoding = errors.New("the part is not in the encoding it says")

// encoder writes UTF-8 in the part's own encoding; characters that it lacks become
// references.
func (part *Part) encoder(out io.Writer) io.Writer {
	if part.encoding == nil {
		return out
	}
	return encoding.HTMLEscapeUnsupported(part.encoding.NewEncoder()).Writer(out)
}

// asWritten are edits as they read once they are in the part's encoding.
func (part *Part) asWritten(edits []Edit) ([]Edit, error) {
	if part.encoding == nil {
		return edits, nil
	}
	written := make([]Edit, len(edits))
	for i, e := range edits {
		raw, err := encoding.HTMLEscapeUnsupported(part.encoding.NewEncoder()).String(e.Insert)
		if err != nil {
			return nil, err
		}
		if e.Insert, err = part.encoding.NewDecoder().String(raw); err != nil {
			return nil, err
		}
		written[i] = e
	}
	return written, nil
}
