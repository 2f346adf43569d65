package sheetml

import (
	"bytes"
	"fmt"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// MapStyles is the content of a sheet, written without prefixes, that goes into another
// workbook: each style is exchanged for the one that style gives. It is no longer the
// sheet that is selected.
func MapStyles(part *opc.Part, style func(own int) (int, error)) ([]byte, error) {
	in, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var out bytes.Buffer
	s := xmltok.NewScanner(in)
	for {
		kind, err := s.Next()
		if err != nil {
			return nil, part.Fault(err)
		}
		if kind == xmltok.EOF {
			return out.Bytes(), nil
		}
		if kind != xmltok.Start {
			out.Write(s.Raw())
			continue
		}
		if err := mapTag(s, style, &out); err != nil {
			return nil, part.Fault(err)
		}
	}
}

// mapTag writes the start tag just read with the style it is mapped to.
func mapTag(s *xmltok.Scanner, style func(own int) (int, error), out *bytes.Buffer) error {
	raw := s.Raw()
	attribute := styleAttributes[string(s.Name)]
	if string(s.Name) == "sheetView" {
		raw = bytes.Replace(raw, []byte(` tabSelected="true"`), nil, 1)
	}
	value, has := s.Attr(attribute)
	if !has {
		out.Write(raw)
		return nil
	}
	own, ok := parseIndex(value)
	if !ok {
		return fmt.Errorf("the style %q", value)
	}
	theirs, err := style(own)
	if err != nil {
		return err
	}
	fmt.Fprint(out, withAttribute(string(raw), attribute, fmt.Sprint(theirs)))
	return nil
}

// styleAttributes name the attribute that holds a style, by element.
var styleAttributes = map[string]string{"c": "s", "row": "s", "col": "style"}
