package opc

import (
	"bytes"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"videre/excel/internal/xmltok"
)

// TestPartsInOtherEncodings edits a part in each encoding: it is read as UTF-8, what is
// changed is written in its own, and the copy turns back into the input.
func TestPartsInOtherEncodings(t *testing.T) {
	for _, test := range []struct {
		name     string
		encoding encoding.Encoding
		mark     string
	}{
		{"ISO-8859-1", charmap.ISO8859_1, ""},
		{"windows-1252", charmap.Windows1252, ""},
		{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "\uFEFF"},
		{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "\uFEFF"},
		{"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), ""},
	} {
		text := test.mark + `<?xml version="1.0" encoding="` + test.name + `"?><a>æøå</a>`
		raw, err := test.encoding.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		input := archive(t, "[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`, "a.xml", string(raw))
		p, err := Open(input, DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		part := p.Part("a.xml")
		content, err := part.Bytes()
		if err != nil || string(content) != text {
			t.Errorf("%s: read %q, %v", test.name, content, err)
			continue
		}
		d := NewDraft(p)
		d.Edit(part, Edit{At: int64(bytes.Index(content, []byte("</a>"))), Insert: "ÆΣ"})
		var out bytes.Buffer
		if err := d.Write(&out); err != nil {
			t.Fatal(err)
		}
		if err := d.Verify(out.Bytes()); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		again, err := Open(out.Bytes(), DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		in, err := again.Part("a.xml").Open()
		if err != nil {
			t.Fatal(err)
		}
		s := xmltok.NewScanner(in)
		var read []byte
		for {
			kind, err := s.Next()
			if err != nil {
				t.Fatal(err)
			}
			if kind == xmltok.EOF {
				break
			}
			read = s.AppendText(read)
		}
		if string(read) != "æøåÆΣ" {
			t.Errorf("%s: %q", test.name, read)
		}
	}
}

// TestAPartThatIsNotInItsEncodingIsRefused: what would not come back is not read.
func TestAPartThatIsNotInItsEncodingIsRefused(t *testing.T) {
	for _, raw := range []string{
		"\xff\xfe<\x00a\x00/\x00>\x00\x00\xd8", // half of a pair
		`<?xml version="1.0" encoding="klingon"?><a/>`,
	} {
		p, err := Open(archive(t, "[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`, "a.xml", raw), DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Part("a.xml").Bytes(); err == nil {
			t.Errorf("%q is read", raw)
		}
	}
}
