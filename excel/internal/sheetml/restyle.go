package sheetml

import (
	"bytes"
	"fmt"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// Restyled is the content of a sheet written without prefixes, with each style
// exchanged for the one that style gives. It is no longer the sheet that is selected.
func Restyled(part *opc.Part, style func(own int) (int, error)) ([]byte, error) {
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
		if err := restyleTag(s, style, &out); err != nil {
			return nil, part.Fault(err)
		}
	}
}

// restyleTag writes the start tag just read, its style exchanged.
func restyleTag(s *xmltok.Scanner, style func(own int) (int, error), out *bytes.Buffer) error {
	raw := s.Raw()
	attribute := map[string]string{"c": "s", "row": "s", "col": "style"}[string(s.Name)]
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

// InStrict is a part of the Transitional flavour in the Strict one.
func InStrict(content []byte) []byte {
	for _, pair := range strictSpaces {
		content = bytes.ReplaceAll(content, []byte(`"`+pair[0]+`"`), []byte(`"`+pair[1]+`"`))
	}
	return content
}

// strictSpaces are the namespaces that differ in Strict workbooks (ECMA-376 part 1,
// annex A).
var strictSpaces = [][2]string{
	{MainSpace, StrictMainSpace},
	{relSpace, strictRelSpace},
	{transitional + "drawingml/2006/main", strict + "drawingml/main"},
	{transitional + "drawingml/2006/chart", strict + "drawingml/chart"},
	{transitional + "drawingml/2006/spreadsheetDrawing", strict + "drawingml/spreadsheetDrawing"},
}
