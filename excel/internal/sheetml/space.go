package sheetml

import (
	"bytes"
	"strings"

	"videre/excel/internal/xmltok"
)

// The namespaces of SpreadsheetML, Transitional and Strict.
const (
	MainSpace       = transitional + "spreadsheetml/2006/main"
	StrictMainSpace = strict + "spreadsheetml/main"
	relSpace        = transitional + "officeDocument/2006/relationships" // of relationships' ids
	strictRelSpace  = strict + "officeDocument/relationships"
	relSpaceEnd     = "/relationships"

	transitional = "http://schemas.openxmlformats.org/"
	strict       = "http://purl.oclc.org/ooxml/"
)

// isMain reports whether the element just read is SpreadsheetML's own.
func isMain(s *xmltok.Scanner) bool {
	space := s.Space()
	return space == MainSpace || space == StrictMainSpace
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

// isTrue reads an xsd:boolean, in capitals too, as programs do.
func isTrue(value string) bool {
	value = strings.TrimSpace(value)
	return value == "1" || strings.EqualFold(value, "true") || strings.EqualFold(value, "on") || strings.EqualFold(value, "t")
}

func isFalse(value string) bool {
	value = strings.TrimSpace(value)
	return value == "0" || strings.EqualFold(value, "false") || strings.EqualFold(value, "off") || strings.EqualFold(value, "f")
}

const xmlHeading = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// enclosed is content between the tags of an element.
func enclosed(name, content string) string { return `<` + name + `>` + content + `</` + name + `>` }

// prefixed gives every tag of an element written without prefixes the prefix.
func prefixed(element, prefix string) string {
	if prefix == "" {
		return element
	}
	element = strings.ReplaceAll(element, "<", "<"+prefix)
	return strings.ReplaceAll(element, "<"+prefix+"/", "</"+prefix)
}

// withAttribute is an element with an attribute of its start tag given a value.
func withAttribute(element, name, value string) string {
	if at, end, found := attributeValue(element, name); found {
		return element[:at] + value + element[end:]
	}
	at := strings.IndexAny(element, " \t\r\n/>")
	return element[:at] + " " + name + `="` + value + `"` + element[at:]
}

// attributeValue is where the value of an attribute of an element's start tag
// stands.
func attributeValue(element, name string) (at, end int, found bool) {
	for _, a := range xmltok.TagAttrs([]byte(element)) {
		if string(a.Name) == name {
			return int(a.Offset), int(a.Offset) + len(a.Value), true
		}
	}
	return 0, 0, false
}
