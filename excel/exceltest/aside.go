package exceltest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/sheetml"
	"videre/excel/internal/xmltok"
)

// The names of what stands on a sheet and in none of its cells.
const (
	threadType  = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
	threadSpace = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
	drawSpace   = "http://schemas.openxmlformats.org/drawingml/2006/"
)

// aside is a text on a cell: a note, a threaded comment, or a text box at it.
type aside struct {
	at   sheetml.Ref
	text string
}

// addAside puts a text on a cell: "note F5 …", "thread F5 …", "box F5 …".
func (s *sheet) addAside(kind, what string) error {
	which, text, _ := strings.Cut(what, " ")
	at, ok := sheetml.ParseRef(which)
	if !ok {
		return fmt.Errorf("%s %q", kind, what)
	}
	if s.asides == nil {
		s.asides = map[string][]aside{}
	}
	s.asides[kind] = slices.DeleteFunc(s.asides[kind], func(a aside) bool { return a.at == at })
	s.asides[kind] = append(s.asides[kind], aside{at, xmltok.Escape(strings.ReplaceAll(text, `\n`, "\n"))})
	return nil
}

// asideKinds are the parts that hold asides: where each stands, what leads to it, and what it is.
var asideKinds = []struct {
	kind, target, relation, content string
	xml                             func([]aside) string
}{
	{"note", "comments", office + "/comments", format + "comments+xml", notesXML},
	{"thread", "threadedComments/threadedComment", threadType,
		"application/vnd.ms-excel.threadedcomments+xml", threadsXML},
	{"box", "drawings/drawing", office + "/drawing",
		"application/vnd.openxmlformats-officedocument.drawing+xml", boxesXML},
}

// asideParts are the parts of the sheets' asides, and the types of their content.
func (b *builder) asideParts() (parts []part, overrides string) {
	for i, s := range b.sheets {
		n, links := strconv.Itoa(i+1), ""
		for _, k := range asideKinds {
			if len(s.asides[k.kind]) == 0 {
				continue
			}
			name := k.target + n + ".xml"
			parts = append(parts, part{"xl/" + name, heading + k.xml(s.asides[k.kind])})
			overrides += `<Override PartName="/xl/` + name + `" ContentType="` + k.content + `"/>`
			links += `<Relationship Id="` + k.kind + `" Type="` + k.relation + `" Target="../` + name + `"/>`
		}
		if links != "" {
			parts = append(parts, part{"xl/worksheets/_rels/sheet" + n + ".xml.rels",
				heading + `<Relationships xmlns="` + rels + `">` + links + `</Relationships>`})
		}
	}
	return parts, overrides
}

func notesXML(all []aside) string {
	x := `<comments xmlns="` + sheetml.MainSpace + `"><authors><author>Økonomi</author></authors><commentList>`
	for _, a := range all {
		x += `<comment ref="` + a.at.String() + `" authorId="0"><text><t xml:space="preserve">` + a.text +
			`</t></text></comment>`
	}
	return x + `</commentList></comments>`
}

func threadsXML(all []aside) string {
	x := `<ThreadedComments xmlns="` + threadSpace + `">`
	for i, a := range all {
		x += `<threadedComment ref="` + a.at.String() + `" id="{` + strconv.Itoa(i) + `}"><text>` + a.text +
			`</text></threadedComment>`
	}
	return x + `</ThreadedComments>`
}

func boxesXML(all []aside) string {
	x := `<xdr:wsDr xmlns:xdr="` + drawSpace + `spreadsheetDrawing" xmlns:a="` + drawSpace + `main">`
	for i, a := range all {
		id := strconv.Itoa(i + 2)
		corner := func(name string, more int) string {
			return `<xdr:` + name + `><xdr:col>` + strconv.Itoa(a.at.Col-1+more) + `</xdr:col>` +
				`<xdr:colOff>0</xdr:colOff><xdr:row>` + strconv.Itoa(a.at.Row-1+more) + `</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:` + name + `>`
		}
		x += `<xdr:twoCellAnchor>` + corner("from", 0) + corner("to", 3) +
			`<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="` + id + `" name="Tekstfelt ` + id + `"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>` +
			`<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>` +
			a.text + `</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`
	}
	return x + `</xdr:wsDr>`
}
