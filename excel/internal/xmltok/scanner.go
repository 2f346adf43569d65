// Package xmltok is a streaming scanner of XML 1.0 that tells where each token
// stands in the input, byte by byte, and fails on anything that is not
// well-formed. It holds one token at a time; names and values are raw bytes of
// the input, valid until the next token.
//
// It reads UTF-8. Document type declarations are refused, so that no entity but
// the five predefined ones can occur.
package xmltok

import (
	"bytes"
	"fmt"
	"io"

	"videre/excel/internal/limit"
)

// Kind is the kind of a token.
type Kind uint8

// The kinds of token. An empty-element tag is a Start with Empty set, and then
// an End of no bytes.
const (
	EOF Kind = iota
	Start
	End
	Text
	CData
	Comment
	ProcInst
)

// SyntaxError is a place where the input is no well-formed XML.
type SyntaxError struct {
	Offset int64 // in bytes from the start of the part
	Msg    string
	Is     Flaw
}

// Flaw is the kind of a [SyntaxError], where it is a kind of its own.
type Flaw uint8

// The flaws; the zero value is anything that is not well-formed.
const (
	OtherFlaw Flaw = iota
	HasDoctype
	WrongEncoding
)

func (e *SyntaxError) Error() string { return fmt.Sprintf("byte %d: %s", e.Offset, e.Msg) }

// readSize is how much is read at a time.
const readSize = 64 << 10

// Attr is one attribute as it stands in the input.
type Attr struct {
	Name  []byte // with its prefix
	Value []byte // raw, between the quotes
	// Offset is where the value starts in the input, after the quote.
	Offset int64
}

// Scanner reads tokens from an input. Its fields describe the last token.
type Scanner struct {
	Kind  Kind
	Name  []byte // of a Start, End or ProcInst, with its prefix
	Empty bool   // of a Start: the tag closes itself
	Data  []byte // of a Text or CData: raw content; see AppendText
	Attrs []Attr // of a Start

	in       io.Reader
	buf      []byte
	from, to int   // the unread bytes are buf[from:to]
	base     int64 // input offset of buf[0]
	eof      bool
	start    int // the token is buf[start:from]

	names     []byte // names of the open elements, one after another
	open      []int  // where each begins in names
	bindings  []binding
	ignorable []binding       // namespaces that may be passed over, without prefixes
	seen      map[string]bool // names of the tag's attributes, where they are many
	prefixed  bool            // the tag has a prefix or a namespace declaration
	pending   bool            // an End is due for an empty element
	rooted    bool            // the root element has been seen
	beginning bool            // nothing has been read yet
	decoded   bool            // the input is UTF-8 whatever it says
	err       error
}

// binding is a namespace prefix in scope.
type binding struct {
	prefix, space string
	depth         int
}

// NewScanner reads from in, which is UTF-8. An input with a method Decoded was brought
// to UTF-8 from the encoding it declares.
func NewScanner(in io.Reader) *Scanner {
	return &Scanner{in: in, buf: make([]byte, readSize), beginning: true, decoded: isDecoded(in)}
}

func isDecoded(in io.Reader) bool {
	_, ok := in.(interface{ Decoded() })
	return ok
}

// Reset makes the scanner read another input, keeping its buffers.
func (s *Scanner) Reset(in io.Reader) {
	*s = Scanner{in: in, buf: s.buf, Attrs: s.Attrs[:0], names: s.names[:0], open: s.open[:0], bindings: s.bindings[:0],
		ignorable: s.ignorable[:0], seen: s.seen, beginning: true, decoded: isDecoded(in)}
}

// Offset is where the token starts in the input.
func (s *Scanner) Offset() int64 { return s.base + int64(s.start) }

// EndOffset is where the token ends.
func (s *Scanner) EndOffset() int64 { return s.base + int64(s.from) }

// Raw is the token's bytes.
func (s *Scanner) Raw() []byte { return s.buf[s.start:s.from] }

// Depth is the number of elements open, a Start's own included.
func (s *Scanner) Depth() int { return len(s.open) }

// Next reads a token. At the end of a well-formed input it returns EOF; an
// input that ends early is an error.
func (s *Scanner) Next() (Kind, error) {
	if s.err != nil {
		return EOF, s.err
	}
	kind, err := s.next()
	if err != nil {
		s.err, kind = err, EOF
	}
	s.Kind = kind
	return kind, err
}

func (s *Scanner) next() (Kind, error) {
	s.start = s.from
	if s.pending {
		s.pending = false
		s.Name = s.pop()
		return End, nil
	}
	if s.beginning {
		if err := s.skipMark(); err != nil {
			return EOF, err
		}
	}
	if s.from == s.to {
		more, err := s.more()
		if err != nil {
			return EOF, err
		}
		if !more {
			return s.end()
		}
	}
	if s.buf[s.from] != '<' {
		return s.text()
	}
	return s.markup()
}

// end is the end of the input, which must not come inside an element.
func (s *Scanner) end() (Kind, error) {
	switch {
	case len(s.open) > 0:
		return EOF, s.fault(s.from, "the part ends inside <%s>", s.names[s.open[len(s.open)-1]:])
	case !s.rooted:
		return EOF, s.fault(s.from, "the part holds no element")
	}
	return EOF, nil
}

// skipMark passes over a byte order mark.
func (s *Scanner) skipMark() error {
	s.beginning = false
	for s.to-s.from < 3 && !s.eof {
		if _, err := s.more(); err != nil {
			return err
		}
	}
	if bytes.HasPrefix(s.buf[s.from:s.to], []byte("\xef\xbb\xbf")) {
		s.from += 3
		s.start = s.from
	}
	return nil
}

// more reads more of the input behind the unread bytes. It moves the token to
// the front of the buffer, or makes the buffer larger, when there is no room.
func (s *Scanner) more() (bool, error) {
	if s.eof {
		return false, nil
	}
	if s.to == len(s.buf) {
		if s.start > 0 {
			s.base += int64(s.start)
			s.to = copy(s.buf, s.buf[s.start:s.to])
			s.from -= s.start
			s.start = 0
		}
		if s.to > len(s.buf)/2 {
			if err := limit.Allow(limit.Tag, len(s.buf)); err != nil {
				return false, err
			}
			s.buf = append(s.buf, make([]byte, len(s.buf))...)
		}
	}
	for range 100 {
		n, err := s.in.Read(s.buf[s.to:])
		s.to += n
		if err == io.EOF {
			s.eof = true
			return n > 0, nil
		}
		if err != nil {
			return false, err
		}
		if n > 0 {
			return true, nil
		}
	}
	return false, io.ErrNoProgress
}

// find looks for what, from an index relative to the token's start, reading as
// far as needed; it returns the index after it, relative to the token's start.
func (s *Scanner) find(what string, relative int) (int, error) {
	for {
		if i := bytes.Index(s.buf[s.start+relative:s.to], []byte(what)); i >= 0 {
			return relative + i + len(what), nil
		}
		relative = max(relative, s.to-s.start-len(what)+1)
		more, err := s.more()
		if err != nil {
			return 0, err
		}
		if !more {
			return 0, s.fault(s.start, "the part ends before %q", what)
		}
	}
}

func (s *Scanner) fault(at int, format string, args ...any) error {
	return s.flaw(at, OtherFlaw, fmt.Sprintf(format, args...))
}

func (s *Scanner) flaw(at int, is Flaw, msg string) error {
	if msg == notUTF8 {
		is = WrongEncoding
	}
	return &SyntaxError{s.base + int64(at), msg, is}
}

// text reads character data up to the next tag, or a part of it when it is longer
// than the buffer.
func (s *Scanner) text() (Kind, error) {
	for i, c := range s.buf[s.from:min(s.to, s.from+64)] {
		if c == '<' && len(s.open) > 0 {
			s.Data, s.from = s.buf[s.from:s.from+i], s.from+i
			return Text, nil
		}
		if class[c]&special != 0 {
			break
		}
	}
	end := -1
	for seen := s.from; ; {
		if i := bytes.IndexByte(s.buf[seen:s.to], '<'); i >= 0 {
			end = seen + i
			break
		}
		if s.to-s.start >= readSize/2 {
			if end = s.safeCut(); end > s.start {
				break
			}
		}
		have := s.to - s.start
		more, err := s.more()
		if err != nil {
			return EOF, err
		}
		seen = s.start + have
		if !more {
			end = s.to
			break
		}
	}
	s.Data = s.buf[s.start:end]
	s.from = end
	if at, msg := checkText(s.Data, false); msg != "" {
		return EOF, s.fault(s.start+at, "%s", msg)
	}
	if len(s.open) == 0 && len(bytes.TrimLeft(s.Data, " \t\r\n")) > 0 {
		return EOF, s.fault(s.start, "text outside the root element")
	}
	return Text, nil
}

// safeCut is an index near the end of the buffer where text can be divided: not
// inside a character, a reference, a line end or what may become "]]>".
func (s *Scanner) safeCut() int {
	end := s.to
	if amp := bytes.LastIndexByte(s.buf[max(s.start, end-16):end], '&'); amp >= 0 {
		end = max(s.start, s.to-16) + amp
	}
	for end > s.start && (s.buf[end-1] >= 0x80 || s.buf[end-1] == ']' || s.buf[end-1] == '\r') {
		end--
	}
	return end
}

// markup reads what starts with "<".
func (s *Scanner) markup() (Kind, error) {
	for s.to-s.start < 2 {
		more, err := s.more()
		if err != nil {
			return EOF, err
		}
		if !more {
			return EOF, s.fault(s.start, "the part ends inside a tag")
		}
	}
	switch s.buf[s.start+1] {
	case '/':
		return s.endTag()
	case '?':
		return s.instruction()
	case '!':
		return s.declaration()
	}
	return s.startTag()
}

func (s *Scanner) endTag() (Kind, error) {
	if len(s.open) > 0 {
		name := s.names[s.open[len(s.open)-1]:]
		if b := s.buf[s.start+2 : s.to]; len(b) > len(name) && b[len(name)] == '>' && string(b[:len(name)]) == string(name) {
			s.from = s.start + 2 + len(name) + 1
			s.Name = s.pop()
			return End, nil
		}
	}
	length, err := s.find(">", 2)
	if err != nil {
		return EOF, err
	}
	s.from = s.start + length
	name := bytes.TrimRight(s.buf[s.start+2:s.from-1], " \t\r\n")
	if len(s.open) == 0 {
		return EOF, s.fault(s.start, "</%s> closes nothing", name)
	}
	if open := s.names[s.open[len(s.open)-1]:]; !bytes.Equal(open, name) {
		return EOF, s.fault(s.start, "</%s> stands where <%s> must be closed", name, open)
	}
	s.pop()
	s.Name = name
	return End, nil
}

// pop closes the innermost element and returns its name.
func (s *Scanner) pop() []byte {
	last := len(s.open) - 1
	name := s.names[s.open[last]:]
	s.names = s.names[:s.open[last]]
	s.open = s.open[:last]
	for n := len(s.bindings); n > 0 && s.bindings[n-1].depth > last; n-- {
		s.bindings = s.bindings[:n-1]
	}
	for n := len(s.ignorable); n > 0 && s.ignorable[n-1].depth > last; n-- {
		s.ignorable = s.ignorable[:n-1]
	}
	return name
}

func (s *Scanner) instruction() (Kind, error) {
	length, err := s.find("?>", 2)
	if err != nil {
		return EOF, err
	}
	s.from = s.start + length
	body := s.buf[s.start+2 : s.from-2]
	n := nameLength(body)
	if n == 0 {
		return EOF, s.fault(s.start, "an instruction without a name")
	}
	s.Name, s.Data = body[:n], body[n:]
	if at, msg := checkChars(body); msg != "" {
		return EOF, s.fault(s.start+2+at, "%s", msg)
	}
	if bytes.EqualFold(s.Name, []byte("xml")) {
		if s.rooted || s.Offset() > 3 {
			return EOF, s.fault(s.start, "an XML declaration that is not at the start")
		}
		if !declaration.Match(s.Data) {
			return EOF, s.fault(s.start, "an XML declaration that is not one of version 1.0")
		}
		if enc := encodingOf(s.Data); enc != "" && !IsUTF8(enc) && !s.decoded {
			return EOF, s.flaw(s.start, WrongEncoding, "the encoding is "+enc+", not UTF-8")
		}
	}
	return ProcInst, nil
}

func (s *Scanner) declaration() (Kind, error) {
	for s.to-s.start < 9 && !s.eof {
		if _, err := s.more(); err != nil {
			return EOF, err
		}
	}
	head := s.buf[s.start:s.to]
	switch {
	case bytes.HasPrefix(head, []byte("<!--")):
		length, err := s.find("--", 4)
		if err != nil {
			return EOF, err
		}
		return s.section(Comment, length+1, 4, 3)
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		length, err := s.find("]]>", 9)
		if err != nil {
			return EOF, err
		}
		if len(s.open) == 0 {
			return EOF, s.fault(s.start, "text outside the root element")
		}
		return s.section(CData, length, 9, 3)
	case bytes.HasPrefix(head, []byte("<!DOCTYPE")):
		return EOF, s.flaw(s.start, HasDoctype, "a document type declaration, which no workbook needs")
	}
	return EOF, s.fault(s.start, "a tag that starts with <!")
}

// section is a token of a known length with a head and a tail of fixed sizes.
func (s *Scanner) section(kind Kind, length, head, tail int) (Kind, error) {
	for s.to-s.start < length && !s.eof {
		if _, err := s.more(); err != nil {
			return EOF, err
		}
	}
	if s.to-s.start < length || s.buf[s.start+length-1] != '>' {
		return EOF, s.fault(s.start, "a comment with -- in it")
	}
	s.from = s.start + length
	s.Data = s.buf[s.start+head : s.from-tail]
	if at, msg := checkChars(s.Data); msg != "" {
		return EOF, s.fault(s.start+head+at, "%s", msg)
	}
	return kind, nil
}
