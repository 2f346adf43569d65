package xmltok

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Classes of bytes.
const (
	nameStart = 1 << iota // may start a name
	nameByte              // may stand in one
	control               // may stand nowhere
	special               // & < ] and what is not ASCII: to be looked at
)

var class = func() (table [256]uint8) {
	for b := range table {
		switch {
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == ':':
			table[b] = nameStart | nameByte
		case b >= '0' && b <= '9' || b == '-' || b == '.':
			table[b] = nameByte
		case b >= 0x80:
			table[b] = nameStart | nameByte | special
		case b < 0x20 && b != '\t' && b != '\n' && b != '\r':
			table[b] = control | special
		case b == '&' || b == '<' || b == ']':
			table[b] = special
		}
	}
	return table
}()

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

// nameLength is the length of the name that b starts with; 0 for none.
func nameLength(b []byte) int {
	if len(b) == 0 || class[b[0]]&nameStart == 0 {
		return 0
	}
	for i := 1; i < len(b); i++ {
		if class[b[i]]&nameByte == 0 {
			return i
		}
	}
	return len(b)
}

const notUTF8 = "bytes that are not UTF-8"

// checkText finds the first thing that may not stand in character data, or in
// the value of an attribute. It returns where, and what is wrong; "" for nothing.
func checkText(b []byte, attribute bool) (int, string) {
	for i := 0; i < len(b); {
		c := b[i]
		if class[c]&special == 0 {
			i++
			continue
		}
		switch {
		case c == '&':
			n := referenceLength(b[i:])
			if n == 0 {
				return i, "an & that starts no known reference"
			}
			i += n
		case c == '<':
			return i, "< inside an attribute's value"
		case c == ']':
			if !attribute && bytes.HasPrefix(b[i:], []byte("]]>")) {
				return i, "]]> in text"
			}
			i++
		case c < 0x20:
			return i, "a control character"
		default:
			n := runeLength(b[i:])
			if n == 0 {
				return i, notUTF8
			}
			i += n
		}
	}
	return 0, ""
}

// checkChars finds the first byte that may stand nowhere in XML.
func checkChars(b []byte) (int, string) {
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case class[c]&control != 0:
			return i, "a control character"
		case c < 0x80:
			i++
		default:
			n := runeLength(b[i:])
			if n == 0 {
				return i, notUTF8
			}
			i += n
		}
	}
	return 0, ""
}

// runeLength is the length of the character b starts with; 0 when it is none
// that XML allows.
func runeLength(b []byte) int {
	r, n := utf8.DecodeRune(b)
	if r == utf8.RuneError && n <= 1 || !isChar(r) {
		return 0
	}
	return n
}

// isChar reports whether XML 1.0 allows the character (production 2).
func isChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// referenceLength is the length of the reference b starts with; 0 when it is
// none of the predefined ones and no character.
func referenceLength(b []byte) int {
	end := bytes.IndexByte(b[:min(len(b), 16)], ';')
	if end < 0 {
		return 0
	}
	if _, ok := resolve(b[1:end]); !ok {
		return 0
	}
	return end + 1
}

// resolve is the character a reference names.
func resolve(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := string(name[1:]), 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	if strings.HasPrefix(digits, "+") || strings.HasPrefix(digits, "-") || strings.Contains(digits, "_") {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune || !isChar(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

// AppendText appends the token's character data to dst: references resolved and
// line ends made newlines, as XML says. Other tokens add nothing.
func (s *Scanner) AppendText(dst []byte) []byte {
	switch s.Kind {
	case Text:
		return AppendText(dst, s.Data)
	case CData:
		return appendLines(dst, s.Data)
	}
	return dst
}

// AppendText appends raw character data to dst, references resolved and line
// ends made newlines.
func AppendText(dst, raw []byte) []byte {
	for {
		amp := bytes.IndexByte(raw, '&')
		if amp < 0 {
			return appendLines(dst, raw)
		}
		dst = appendLines(dst, raw[:amp])
		end := amp + bytes.IndexByte(raw[amp:], ';')
		if end < amp {
			return append(dst, raw[amp:]...)
		}
		if r, ok := resolve(raw[amp+1 : end]); ok {
			dst = utf8.AppendRune(dst, r)
		} else {
			dst = append(dst, raw[amp:end+1]...)
		}
		raw = raw[end+1:]
	}
}

func appendLines(dst, raw []byte) []byte {
	for {
		cr := bytes.IndexByte(raw, '\r')
		if cr < 0 {
			return append(dst, raw...)
		}
		dst = append(append(dst, raw[:cr]...), '\n')
		if raw = raw[cr+1:]; len(raw) > 0 && raw[0] == '\n' {
			raw = raw[1:]
		}
	}
}

// Escape is text as it is written inside an element or an attribute's value.
// Characters that XML cannot hold are left out.
func Escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\r':
			b.WriteString("&#13;")
		case isChar(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// encodingOf is the encoding that an XML declaration names.
func encodingOf(declaration []byte) string {
	_, rest, found := strings.Cut(string(declaration), "encoding")
	if !found {
		return ""
	}
	rest = strings.TrimLeft(rest, " \t\r\n=")
	if rest == "" {
		return ""
	}
	name, _, _ := strings.Cut(rest[1:], rest[:1])
	return name
}

// declaration is what an XML declaration says behind its name (XML 1.0, 2.8 and 4.3.3).
var declaration = regexp.MustCompile(`^\s+version\s*=\s*(?:"1\.0"|'1\.0')` +
	`(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?` +
	`(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$`)

// DeclaredEncoding is the encoding that the declaration at the start of a text names;
// empty when it names none.
func DeclaredEncoding(head []byte) string {
	declaration, ok := bytes.CutPrefix(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), []byte("<?xml"))
	end := bytes.Index(declaration, []byte("?>"))
	if !ok || end < 0 {
		return ""
	}
	return encodingOf(declaration[:end])
}

// IsUTF8 reports whether a name is UTF-8's.
func IsUTF8(encoding string) bool {
	return strings.EqualFold(encoding, "utf-8") || strings.EqualFold(encoding, "utf8")
}
