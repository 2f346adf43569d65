package xmltok

import (
	"bytes"
	"slices"
	"strings"

	"videre/excel/internal/limit"
)

// startTag reads a start tag or an empty-element tag. A tag that does not end in
// the buffer is read from its beginning again when there is more.
func (s *Scanner) startTag() (Kind, error) {
	for {
		complete, err := s.parseTag()
		if err != nil {
			return EOF, err
		}
		if complete {
			break
		}
		if err := s.muchMore(); err != nil {
			return EOF, err
		}
	}
	if len(s.open) == 0 {
		if s.rooted {
			return EOF, s.fault(s.start, "<%s> stands after the root element", s.Name)
		}
		s.rooted = true
	}
	if err := limit.Allow(limit.Depth, len(s.open)+1); err != nil {
		return EOF, err
	}
	s.open = append(s.open, len(s.names))
	s.names = append(s.names, s.Name...)
	s.pending = s.Empty
	if s.prefixed {
		return Start, s.resolvePrefixes()
	}
	return Start, nil
}

// muchMore reads as much again of a tag as there is of it, so that one of any length is read
// from its beginning a few times only.
func (s *Scanner) muchMore() error {
	for have, grown := s.to-s.start, false; s.to-s.start < 2*have; grown = true {
		more, err := s.more()
		switch {
		case err != nil:
			return err
		case !more && !grown:
			return s.fault(s.start, "the part ends inside a tag")
		case !more:
			return nil
		}
	}
	return nil
}

// parseTag reads the tag at the token's start; it is not complete when the
// buffer ends first.
func (s *Scanner) parseTag() (complete bool, err error) {
	b := s.buf[s.start:s.to]
	n := nameLength(b[1:])
	if n == 0 {
		return false, s.fault(s.start, "a tag without a name")
	}
	s.Name = b[1 : 1+n]
	s.prefixed = bytes.IndexByte(s.Name, ':') >= 0
	s.Attrs = s.Attrs[:0]
	for i := 1 + n; ; {
		blank := i
		for i < len(b) && isSpace(b[i]) {
			i++
		}
		if i == len(b) {
			return false, nil
		}
		switch {
		case b[i] == '>':
			s.Empty, s.from = false, s.start+i+1
			return true, nil
		case b[i] == '/' && i+1 == len(b):
			return false, nil
		case b[i] == '/' && b[i+1] == '>':
			s.Empty, s.from = true, s.start+i+2
			return true, nil
		case blank == i:
			return false, s.fault(s.start+i, "%q where an attribute was expected", b[i])
		}
		end, err := s.attribute(b, i)
		if err != nil || end == 0 {
			return false, err
		}
		i = end
	}
}

// attribute reads the attribute at b[i:] and returns the index after it; 0 when
// the buffer ends first.
func (s *Scanner) attribute(b []byte, i int) (int, error) {
	n := nameLength(b[i:])
	if n == 0 {
		return 0, s.fault(s.start+i, "%q where an attribute was expected", b[i])
	}
	name, at := b[i:i+n], s.start+i
	for i += n; i < len(b) && isSpace(b[i]); i++ {
	}
	if i == len(b) {
		return 0, nil
	}
	if b[i] != '=' {
		return 0, s.fault(at, "the attribute %s has no value", name)
	}
	for i++; i < len(b) && isSpace(b[i]); i++ {
	}
	if i == len(b) {
		return 0, nil
	}
	quote := b[i]
	if quote != '"' && quote != '\'' {
		return 0, s.fault(at, "the attribute %s has no quoted value", name)
	}
	value := b[i+1:]
	end := 0
	for plain := true; ; end++ {
		if end == len(value) {
			return 0, nil
		}
		c := value[end]
		if c == quote {
			value = value[:end]
			if !plain {
				if off, msg := checkText(value, true); msg != "" {
					return 0, s.fault(s.start+i+1+off, "%s", msg)
				}
			}
			break
		}
		plain = plain && class[c]&special == 0
	}
	if s.isSeen(name) {
		return 0, s.fault(at, "the attribute %s stands twice", name)
	}
	if err := limit.Allow(limit.Attributes, len(s.Attrs)+1); err != nil {
		return 0, err
	}
	s.Attrs = append(s.Attrs, Attr{name, value, s.base + int64(s.start+i+1)})
	s.prefixed = s.prefixed || name[0] == 'x' || bytes.IndexByte(name, ':') >= 0
	return i + 1 + end + 1, nil
}

// manyAttrs is from how many attributes of a tag on their names are looked up, not compared.
const manyAttrs = 16

// isSeen reports whether the tag has an attribute of a name already, and notes the name.
func (s *Scanner) isSeen(name []byte) bool {
	if len(s.Attrs) < manyAttrs {
		return slices.ContainsFunc(s.Attrs, func(a Attr) bool { return bytes.Equal(a.Name, name) })
	}
	if len(s.Attrs) == manyAttrs {
		if s.seen == nil {
			s.seen = make(map[string]bool, 2*manyAttrs)
		}
		clear(s.seen)
		for _, a := range s.Attrs {
			s.seen[string(a.Name)] = true
		}
	}
	known := s.seen[string(name)]
	s.seen[string(name)] = true
	return known
}

// TagAttrs are the attributes of the start tag that an element begins with; their
// offsets count from the element. Prefixes need no declaration.
func TagAttrs(element []byte) []Attr {
	s := Scanner{buf: element, to: len(element), eof: true}
	if complete, err := s.parseTag(); err != nil || !complete {
		return nil
	}
	return s.Attrs
}

// resolvePrefixes notes the namespaces that the tag declares, and fails where it
// uses a prefix that nothing declares.
func (s *Scanner) resolvePrefixes() error {
	for _, a := range s.Attrs {
		if len(a.Value) == 0 && bytes.HasPrefix(a.Name, []byte("xmlns:")) {
			return s.fault(s.start, "the prefix of %s is given no namespace", a.Name)
		}
		s.bind(a.Name, a.Value)
	}
	if err := limit.Allow(limit.Namespaces, len(s.bindings)); err != nil {
		return err
	}
	if err := s.checkPrefixes(); err != nil {
		return err
	}
	for _, a := range s.Attrs {
		if bytes.HasSuffix(a.Name, []byte(":Ignorable")) {
			s.ignore(a)
		}
	}
	return nil
}

// compatibility is the namespace of markup compatibility (ECMA-376 part 3).
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

// ignore notes the namespaces that an attribute allows those who do not know them to pass over.
func (s *Scanner) ignore(a Attr) {
	prefix, _, _ := bytes.Cut(a.Name, []byte(":"))
	if space, _ := s.lookup(prefix); space != compatibility {
		return
	}
	for _, one := range bytes.Fields(a.Value) {
		if space, known := s.lookup(one); known && space != "" {
			s.ignorable = append(s.ignorable, binding{"", space, len(s.open)})
		}
	}
}

// Ignorable reports whether the element is of a namespace that the input allows those who do
// not know it to pass over, with all that is in it.
func (s *Scanner) Ignorable() bool {
	space := s.Space()
	return slices.ContainsFunc(s.ignorable, func(b binding) bool { return b.space == space })
}

// IsAlternate reports whether the element holds choices between contents, or is one.
func (s *Scanner) IsAlternate() bool { return s.Space() == compatibility }

// bind notes a namespace declaration.
func (s *Scanner) bind(name, value []byte) {
	if len(name) < 5 || name[0] != 'x' || !bytes.HasPrefix(name, []byte("xmlns")) {
		return
	}
	switch {
	case len(name) == 5:
		s.bindings = append(s.bindings, binding{"", string(AppendText(nil, value)), len(s.open)})
	case name[5] == ':':
		s.bindings = append(s.bindings, binding{string(name[6:]), string(AppendText(nil, value)), len(s.open)})
	}
}

// checkPrefixes fails where a prefix is used that nothing declares.
func (s *Scanner) checkPrefixes() error {
	if prefix, rest, found := bytes.Cut(s.Name, []byte(":")); found {
		if _, known := s.lookup(prefix); !known || len(prefix) == 0 || nameLength(rest) < len(rest) ||
			bytes.IndexByte(rest, ':') >= 0 || len(rest) == 0 {
			return s.fault(s.start, "the prefix %s is not declared", prefix)
		}
	}
	for _, a := range s.Attrs {
		prefix, _, found := bytes.Cut(a.Name, []byte(":"))
		if !found || string(prefix) == "xml" || string(prefix) == "xmlns" {
			continue
		}
		if _, known := s.lookup(prefix); !known {
			return s.fault(s.start, "the prefix %s is not declared", prefix)
		}
	}
	return nil
}

func (s *Scanner) lookup(prefix []byte) (string, bool) {
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if s.bindings[i].prefix == string(prefix) {
			return s.bindings[i].space, true
		}
	}
	return "", len(prefix) == 0
}

// Local is the element's name without its prefix.
func (s *Scanner) Local() []byte { return local(s.Name) }

func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// Prefix is the element's prefix with its colon, or nothing.
func (s *Scanner) Prefix() []byte { return s.Name[:len(s.Name)-len(s.Local())] }

// Space is the namespace the element is in. Of an End, it is the namespace its
// name has outside the element.
func (s *Scanner) Space() string {
	space, _ := s.lookup(bytes.TrimSuffix(s.Prefix(), []byte(":")))
	return space
}

// Attr is the raw value of an attribute in no namespace.
func (s *Scanner) Attr(name string) ([]byte, bool) {
	for i := range s.Attrs {
		if string(s.Attrs[i].Name) == name {
			return s.Attrs[i].Value, true
		}
	}
	return nil, false
}

// AttrText is the value of an attribute in no namespace, its references resolved.
func (s *Scanner) AttrText(name string) (string, bool) {
	raw, ok := s.Attr(name)
	if !ok {
		return "", false
	}
	return attrText(raw), true
}

// AttrIn is the value of an attribute whose namespace ends in space; whole
// namespaces and their last words are both fine.
func (s *Scanner) AttrIn(spaceEnd, name string) (string, bool) {
	for i := range s.Attrs {
		prefix, rest, found := bytes.Cut(s.Attrs[i].Name, []byte(":"))
		if !found || string(rest) != name {
			continue
		}
		if space, known := s.lookup(prefix); known && strings.HasSuffix(space, spaceEnd) {
			return attrText(s.Attrs[i].Value), true
		}
	}
	return "", false
}

// PrefixOf is a prefix, with its colon, that is bound to the namespace here;
// "" when the namespace is the default one, and false when nothing binds it.
func (s *Scanner) PrefixOf(space string) (string, bool) {
	for i := len(s.bindings) - 1; i >= 0; i-- {
		b := s.bindings[i]
		if now, _ := s.lookup([]byte(b.prefix)); b.space != space || now != space {
			continue
		}
		if b.prefix == "" {
			return "", true
		}
		return b.prefix + ":", true
	}
	return "", false
}

// Skip reads to the End of the element whose Start was just read.
func (s *Scanner) Skip() error {
	for depth := s.Depth(); ; {
		kind, err := s.Next()
		if err != nil {
			return err
		}
		if kind == End && s.Depth() < depth {
			return nil
		}
	}
}

// InnerText reads to the End of the element whose Start was just read and
// returns the text directly inside it.
func (s *Scanner) InnerText() (string, error) {
	var text []byte
	for depth := s.Depth(); ; {
		kind, err := s.Next()
		if err != nil {
			return "", err
		}
		switch {
		case kind == End && s.Depth() < depth:
			return string(text), nil
		case s.Depth() == depth:
			text = s.AppendText(text)
		}
		if err := limit.Allow(limit.Tag, len(text)); err != nil {
			return "", err
		}
	}
}

// InnerTextOf reads to the End of the element whose Start was just read and
// returns the text of the elements of a name inside it.
func (s *Scanner) InnerTextOf(name string) (string, error) {
	var text []byte
	inside := 0
	for depth := s.Depth(); ; {
		kind, err := s.Next()
		if err != nil {
			return "", err
		}
		switch {
		case kind == End && s.Depth() < depth:
			return string(text), nil
		case kind == Start && inside == 0 && string(s.Local()) == name:
			inside = s.Depth()
		case kind == End && s.Depth() < inside:
			inside = 0
		case inside > 0:
			text = s.AppendText(text)
		}
		if err := limit.Allow(limit.Tag, len(text)); err != nil {
			return "", err
		}
	}
}

func attrText(raw []byte) string {
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\n') < 0 && bytes.IndexByte(raw, '\t') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return string(raw)
	}
	flat := bytes.ReplaceAll(raw, []byte("\r\n"), []byte(" "))
	for i, b := range flat {
		if b == '\n' || b == '\t' || b == '\r' {
			flat[i] = ' '
		}
	}
	return string(AppendText(nil, flat))
}
