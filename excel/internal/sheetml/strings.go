package sheetml

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// ReadStrings reads the table of shared strings; phonetic guides are left out.
func ReadStrings(part *opc.Part) ([]string, error) {
	var table []string
	_, err := walk(part, "sst", func(s *xmltok.Scanner) error {
		if string(s.Local()) != "si" {
			return nil
		}
		text, err := richText(s, nil)
		table = append(table, string(text))
		return err
	})
	return table, err
}

// richText reads the text of the string item just opened, to its End.
func richText(s *xmltok.Scanner, text []byte) ([]byte, error) {
	from := len(text)
	err := eachChild(s, func() error {
		switch string(s.Local()) {
		case "t":
			return innerText(s, &text)
		case "r":
			return eachChild(s, func() error {
				if string(s.Local()) == "t" {
					return innerText(s, &text)
				}
				return s.Skip()
			})
		}
		return s.Skip()
	})
	return unescape(text, from), err
}

// innerText appends the text of the element just opened, to its End.
func innerText(s *xmltok.Scanner, text *[]byte) error {
	for depth := s.Depth(); ; {
		kind, err := s.Next()
		if err != nil {
			return err
		}
		if kind == xmltok.End && s.Depth() < depth {
			return nil
		}
		*text = s.AppendText(*text)
	}
}

// unescape resolves _xHHHH_ in text[from:], which stands for a character that XML
// cannot hold (ECMA-376 part 1, 22.9.2.19).
func unescape(text []byte, from int) []byte {
	tail := string(text[from:])
	if !strings.Contains(tail, "_x") {
		return text
	}
	text = text[:from]
	for {
		i := strings.Index(tail, "_x")
		if i < 0 || len(tail) < i+7 {
			return append(text, tail...)
		}
		code, err := strconv.ParseUint(tail[i+2:i+6], 16, 16)
		if err != nil || tail[i+6] != '_' {
			text, tail = append(text, tail[:i+2]...), tail[i+2:]
			continue
		}
		text = append(text, tail[:i]...)
		r, used := rune(code), 7
		if utf16.IsSurrogate(r) && len(tail) >= i+14 {
			low, err := strconv.ParseUint(tail[i+9:i+13], 16, 16)
			if err == nil && tail[i+7:i+9] == "_x" && tail[i+13] == '_' {
				r, used = utf16.DecodeRune(r, rune(low)), 14
			}
		}
		text = utf8.AppendRune(text, r)
		tail = tail[i+used:]
	}
}
