package xmltok

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"videre/excel/internal/limit"
)

// tell writes the tokens of an input, one a line.
func tell(in io.Reader) (string, error) {
	var b strings.Builder
	s := NewScanner(in)
	for {
		kind, err := s.Next()
		if err != nil {
			return b.String(), err
		}
		switch kind {
		case EOF:
			return b.String(), nil
		case Start:
			fmt.Fprintf(&b, "start {%s}%s", s.Space(), s.Local())
			for _, a := range s.Attrs {
				fmt.Fprintf(&b, " %s=%q", a.Name, attrText(a.Value))
			}
			b.WriteByte('\n')
		case End:
			fmt.Fprintf(&b, "end %s\n", s.Local())
		case Text, CData:
			fmt.Fprintf(&b, "text %q\n", s.AppendText(nil))
		case Comment:
			fmt.Fprintf(&b, "comment %q\n", s.Data)
		case ProcInst:
			fmt.Fprintf(&b, "instruction %s\n", s.Name)
		}
	}
}

func TestTokens(t *testing.T) {
	const in = "\xef\xbb\xbf<?xml version='1.0' encoding=\"UTF-8\"?>\r\n" +
		`<x:a xmlns:x="urn:a" xmlns='urn:b' b='1 &lt; 2' ><!-- c --><d/><x:e  f = "&#x41;" />t&amp;u` + "\r\n" +
		`<![CDATA[<&>]]>]</x:a >` + "\n"
	const want = `instruction xml
text "\n"
start {urn:a}a xmlns:x="urn:a" xmlns="urn:b" b="1 < 2"
comment " c "
start {urn:b}d
end d
start {urn:a}e f="A"
end e
text "t&u\n"
text "<&>"
text "]"
end a
text "\n"
`
	for _, reader := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
		got, err := tell(reader)
		if err != nil || got != want {
			t.Errorf("%v\n%s\nwant\n%s", err, got, want)
		}
	}
}

func TestWhatIsNotWellFormedIsRefused(t *testing.T) {
	for _, c := range []struct{ in, why string }{
		{"", "no element"},
		{"  ", "no element"},
		{"text", "outside the root"},
		{"<a>", "ends inside <a>"},
		{"<a><b></a></b>", "must be closed"},
		{"<a></a></a>", "closes nothing"},
		{"<a/><b/>", "after the root"},
		{"<a b=1/>", "no quoted value"},
		{"<a b='1' b='2'/>", "stands twice"},
		{"<a b='1'c='2'/>", "attribute was expected"},
		{"<a b='<'/>", "< inside an attribute"},
		{"<a b/>", "no value"},
		{"<a>&nbsp;</a>", "no known reference"},
		{"<a>&#0;</a>", "no known reference"},
		{"<a>& b</a>", "no known reference"},
		{"<a>]]></a>", "]]>"},
		{"<a>\x01</a>", "control character"},
		{"<a>\xff</a>", "not UTF-8"},
		{"<a>\xed\xa0\x80</a>", "not UTF-8"},
		{"<a><!-- -- --></a>", "comment"},
		{"<a><!-- ", "ends before"},
		{"<a><![CDATA[ </a>", "ends before"},
		{"<!DOCTYPE a><a/>", "document type"},
		{"<a", "inside a tag"},
		{"<", "inside a tag"},
		{"<x:a/>", "prefix x is not declared"},
		{"<a x:b='1'/>", "prefix x is not declared"},
		{"<?xml version='1.0' encoding='UTF-16'?><a/>", "encoding is UTF-16"},
		{"< a/>", "without a name"},
	} {
		_, err := tell(strings.NewReader(c.in))
		var syntax *SyntaxError
		if !errors.As(err, &syntax) || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%.40q: %v, want %q", c.in, err, c.why)
		}
	}
}

// TestWhatIsTooMuchIsRefused holds the limits of one tag: the most of each is read, one more not.
func TestWhatIsTooMuchIsRefused(t *testing.T) {
	list := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i, i)
		}
		return b.String()
	}
	for kind, document := range map[limit.Kind]func(n int) string{
		limit.Attributes: func(n int) string { return "<a" + list(" a%d='%d'", n) + "/>" },
		limit.Namespaces: func(n int) string { return list("<a xmlns:a%d='%d'>", n) + strings.Repeat("</a>", n) },
		limit.Depth:      func(n int) string { return strings.Repeat("<a>", n) + strings.Repeat("</a>", n) },
	} {
		most := int(limit.Standard[kind])
		if _, err := tell(strings.NewReader(document(most))); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		_, err := tell(strings.NewReader(document(most + 1)))
		if many := (*limit.Exceeded)(nil); !errors.As(err, &many) || many.Kind != kind {
			t.Errorf("%s: %v", kind, err)
		}
	}
	_, err := tell(strings.NewReader("<a b='" + strings.Repeat("b", int(2*limit.Standard[limit.Tag])) + "'/>"))
	if many := (*limit.Exceeded)(nil); !errors.As(err, &many) || many.Kind != limit.Tag {
		t.Errorf("a long tag: %v", err)
	}
}

// TestAnAttributeOfManyStandsOnce holds that names are told apart where they are looked up.
func TestAnAttributeOfManyStandsOnce(t *testing.T) {
	var many strings.Builder
	for i := range 40 {
		fmt.Fprintf(&many, " a%d='1'", i)
	}
	for _, name := range []string{"a0", "a15", "a16", "a39"} {
		if _, err := tell(strings.NewReader("<a" + many.String() + " " + name + "='1'/>")); err == nil ||
			!strings.Contains(err.Error(), name+" stands twice") {
			t.Errorf("%s twice: %v", name, err)
		}
	}
}

func TestLongTextIsReadInPiecesThatAddUp(t *testing.T) {
	text := strings.Repeat("æøå &amp; ]] x", 40_000)
	s := NewScanner(strings.NewReader("<a>" + text + "</a>"))
	var got []byte
	pieces := 0
	for {
		kind, err := s.Next()
		if err != nil {
			t.Fatal(err)
		}
		if kind == EOF {
			break
		}
		if kind == Text {
			pieces++
		}
		got = s.AppendText(got)
	}
	if want := strings.ReplaceAll(text, "&amp;", "&"); string(got) != want || pieces < 2 {
		t.Errorf("%d pieces, %d bytes, want %d", pieces, len(got), len(want))
	}
}

// checkTokens scans an input and checks that its tokens follow on each other
// without a byte between them.
func checkTokens(t *testing.T, in []byte) error {
	s := NewScanner(bytes.NewReader(in))
	at := int64(0)
	for {
		kind, err := s.Next()
		if err != nil {
			return err
		}
		if s.Offset() != at && !(at == 0 && s.Offset() == 3) {
			t.Fatalf("a token at %d follows one that ends at %d", s.Offset(), at)
		}
		if !bytes.Equal(s.Raw(), in[s.Offset():s.EndOffset()]) {
			t.Fatalf("token at %d: raw %q, input %q", at, s.Raw(), in[s.Offset():s.EndOffset()])
		}
		if at = s.EndOffset(); kind == EOF {
			if at != int64(len(in)) {
				t.Fatalf("the end is at %d of %d", at, len(in))
			}
			return nil
		}
	}
}

// standardText is all the character data that encoding/xml reads.
func standardText(in []byte) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(in))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		if data, ok := token.(xml.CharData); ok {
			b.Write(data)
		}
	}
}

func ourText(in []byte) (string, error) {
	var text []byte
	s := NewScanner(bytes.NewReader(in))
	for {
		kind, err := s.Next()
		if err != nil {
			return "", err
		}
		if kind == EOF {
			return string(text), nil
		}
		text = s.AppendText(text)
	}
}

// FuzzScanner checks that no input makes the scanner panic or lose a byte, and
// that it reads no well-formed input otherwise than encoding/xml does.
func FuzzScanner(f *testing.F) {
	for _, seed := range []string{"<a/>", "<a>&amp;</a>", "<?xml version='1.0'?><a b=\"1\">x<![CDATA[y]]></a>", "<x:a xmlns:x='u'><b/></x:a>", "\xef\xbb\xbf<a>\r\n</a>"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		if err := checkTokens(t, in); err != nil {
			return
		}
		ours, err := ourText(in)
		if err != nil {
			t.Fatal(err)
		}
		// What encoding/xml refuses and we read is left to the corpus tests.
		if theirs, err := standardText(bytes.TrimPrefix(in, []byte("\xef\xbb\xbf"))); err == nil && ours != theirs {
			t.Fatalf("we read %q, encoding/xml %q", ours, theirs)
		}
	})
}

func BenchmarkScanner(b *testing.B) {
	var sheet bytes.Buffer
	sheet.WriteString(`<worksheet xmlns="urn:x"><sheetData>`)
	for r := range 20_000 {
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:4"><c r="A%d" s="1" t="s"><v>12</v></c><c r="B%d"><v>1234.5</v></c><c r="C%d" t="s"><v>3</v></c></row>`, r, r, r, r)
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	b.SetBytes(int64(sheet.Len()))
	s := NewScanner(nil)
	for b.Loop() {
		s.Reset(bytes.NewReader(sheet.Bytes()))
		for {
			kind, err := s.Next()
			if err != nil {
				b.Fatal(err)
			}
			if kind == EOF {
				break
			}
		}
	}
}
