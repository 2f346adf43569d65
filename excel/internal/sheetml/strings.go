package sheetml

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// Struck are the shared strings of which some is struck through, by their indexes.
type Struck map[int]bool

// ReadStrings reads the table of shared strings; phonetic guides are left out.
func ReadStrings(part *opc.Part) ([]string, error) {
	table, _, err := ReadRichStrings(part)
	return table, err
}

// ReadRichStrings reads the table of shared strings, and which are struck through.
func ReadRichStrings(part *opc.Part) (table []string, struck Struck, err error) {
	struck, budget := Struck{}, part.Budget()
	_, err = walk(part, "sst", func(s *xmltok.Scanner) error {
		if string(s.Local()) != "si" {
			return nil
		}
		text, isStruck, err := richText(s, nil)
		if isStruck {
			struck[len(table)] = true
		}
		if err == nil {
			err = allowText(budget, text)
		}
		if err == nil {
			err = budget.Spend(limit.Strings, 1)
		}
		table = append(table, string(text))
		return err
	})
	return table, struck, err
}

// allowText counts a text that is kept.
func allowText(budget *limit.Budget, text []byte) error {
	if err := budget.Allow(limit.TextLength, utf16Length(text)); err != nil {
		return err
	}
	return budget.Spend(limit.Text, len(text))
}

// utf16Length is how long Excel says that a text is.
func utf16Length(text []byte) (units int64) {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		units += int64(max(utf16.RuneLen(r), 1))
		text = text[size:]
	}
	return units
}

// richText reads the text of the string item just opened, to its End, and whether some of it
// is struck through.
func richText(s *xmltok.Scanner, text []byte) (all []byte, struck bool, err error) {
	from, plain := len(text), false
	err = eachChild(s, func() error {
		switch string(mainName(s)) {
		case "t":
			if plain {
				return opc.Breach(opc.SeveralValues, "", "")
			}
			plain = true
			return innerText(s, &text)
		case "r":
			before := len(text)
			isStruck, err := richRun(s, &text)
			struck = struck || isStruck && len(trimSpace(text[before:])) > 0
			return err
		case "rPh", "phoneticPr":
			return s.Skip()
		}
		return passOver(s, "")
	})
	return unescape(text, from), struck, err
}

// richRun reads the run just opened, to its End, and whether it is struck through.
func richRun(s *xmltok.Scanner, text *[]byte) (struck bool, err error) {
	plain := false
	err = eachChild(s, func() error {
		switch string(mainName(s)) {
		case "t":
			if plain {
				return opc.Breach(opc.SeveralValues, "", "")
			}
			plain = true
			return innerText(s, text)
		case "rPr":
			return runStruck(s, &struck)
		}
		return passOver(s, "")
	})
	return struck, err
}

// runStruck reads whether the properties of a run strike it through.
func runStruck(s *xmltok.Scanner, struck *bool) error {
	return eachChild(s, func() error {
		if string(s.Local()) == "strike" {
			value, stated := s.AttrText("val")
			*struck = !stated || isTrue(value)
		}
		return s.Skip()
	})
}

// innerText appends the text of the element just opened, to its End. It fails where anything
// else stands in it: of what comes after a comment, programs read more or less.
func innerText(s *xmltok.Scanner, text *[]byte) error {
	for depth := s.Depth(); ; {
		kind, err := s.Next()
		if err != nil {
			return err
		}
		if kind == xmltok.End && s.Depth() < depth {
			return nil
		}
		if kind != xmltok.Text && kind != xmltok.CData {
			return opc.Breach(opc.MixedValue, "", string(s.Name))
		}
		*text = s.AppendText(*text)
		if err := limit.Allow(limit.TextLength, len(*text)/longestEscape); err != nil {
			return err
		}
	}
}

// longestEscape is how many bytes one character of a text may take, as _x000D_ does.
const longestEscape = 7

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
