package excel

import (
	"bytes"
	"fmt"
	"path"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/xmltok"
)

// transplant moves the sheets of a workbook of ours into a draft of somebody
// else's, with their styles, drawings and charts. They are listed last, so that
// nothing that refers to a sheet by its number changes its meaning.
type transplant struct {
	draft  *opc.Draft
	into   *sheetml.Workbook
	styles *sheetml.StyleEdit // of the workbook moved into
	from   *opc.Package
	wb     *sheetml.Workbook
	own    *sheetml.Styles
	table  []string
	mapped map[int]int // styles, ours to theirs
	moved  map[string]string
	sheets []sheetml.NewSheet
}

// graft reads the pages and moves them.
func (p *pages) graft(draft *opc.Draft, into *sheetml.Workbook, styles *sheetml.StyleEdit) (*transplant, error) {
	packed, err := p.written()
	if err != nil {
		return nil, err
	}
	from, err := opc.Open(packed, opc.DefaultLimits)
	if err != nil {
		return nil, err
	}
	t := &transplant{draft: draft, into: into, styles: styles, from: from, mapped: map[int]int{0: 0}, moved: map[string]string{}}
	if t.wb, err = sheetml.ReadWorkbook(from); err != nil {
		return nil, err
	}
	if t.own, err = sheetml.ReadStyles(t.wb.Styles); err != nil {
		return nil, err
	}
	if t.wb.Strings != nil {
		if t.table, err = sheetml.ReadStrings(t.wb.Strings); err != nil {
			return nil, err
		}
	}
	for _, info := range t.wb.Sheets {
		if err := t.move(info); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// move gives a sheet a part, and its drawings theirs.
func (t *transplant) move(info sheetml.SheetInfo) error {
	content, err := t.restyled(info.Part)
	if err != nil {
		return err
	}
	folder := path.Dir(t.into.Part.Name)
	name := t.draft.FreeName(strings.TrimPrefix(folder+"/worksheets/sheet%d.xml", "./"))
	t.draft.Add(name, worksheetType, t.flavoured(content))
	if err := t.moveRelated(info.Part.Name, name); err != nil {
		return err
	}
	id, err := t.draft.Relate(t.into.Part.Name, t.into.RelationType("worksheet"), "/"+name)
	t.sheets = append(t.sheets, sheetml.NewSheet{Name: info.Name, Relationship: id})
	return err
}

const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

// moveRelated moves the parts that a part leads to, under free names.
func (t *transplant) moveRelated(source, newSource string) error {
	rels, err := t.from.Relationships(source)
	if err != nil {
		return err
	}
	for _, r := range rels {
		part := t.from.Part(r.Target)
		if r.External || part == nil {
			return fmt.Errorf("%s leads to %s, which cannot be moved", source, r.Target)
		}
		name, done := t.moved[part.Name]
		if !done {
			content, err := part.Bytes()
			if err != nil {
				return err
			}
			name = t.draft.FreeName(numbered(part.Name))
			t.moved[part.Name] = name
			t.draft.Add(name, part.ContentType(), t.flavoured(content))
			if err := t.moveRelated(part.Name, name); err != nil {
				return err
			}
		}
		id, err := t.draft.Relate(newSource, t.into.RelationType(r.Kind()), "/"+name)
		if err != nil {
			return err
		}
		if id != r.ID {
			return fmt.Errorf("%s: the relationship %s became %s", source, r.ID, id)
		}
	}
	return nil
}

// numbered is a part's name with a place for its number: xl/charts/chart%d.xml.
func numbered(name string) string {
	extension := path.Ext(name)
	return strings.TrimRight(strings.TrimSuffix(name, extension), "0123456789") + "%d" + extension
}

// flavoured is a part of ours in the flavour of the workbook it goes into.
func (t *transplant) flavoured(content []byte) []byte {
	if !t.into.Strict {
		return content
	}
	for _, pair := range strictSpaces {
		content = bytes.ReplaceAll(content, []byte(`"`+pair[0]+`"`), []byte(`"`+pair[1]+`"`))
	}
	return content
}

// strictSpaces are the namespaces that differ in Strict workbooks (ECMA-376 part 1,
// annex A).
var strictSpaces = [][2]string{
	{sheetml.MainSpace, sheetml.StrictMainSpace},
	{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"},
	{"http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"},
	{"http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart"},
	{"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing"},
}

// restyled is a sheet's content with the styles of the workbook it goes into and
// its shared strings written out.
func (t *transplant) restyled(part *opc.Part) ([]byte, error) {
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
		switch {
		case kind == xmltok.EOF:
			return out.Bytes(), nil
		case kind == xmltok.Start && string(s.Name) == "c":
			err = t.cell(s, &out)
		case kind == xmltok.Start && (string(s.Name) == "row" || string(s.Name) == "col"):
			err = t.restyle(s, &out)
		case kind == xmltok.Start && string(s.Name) == "sheetView":
			out.Write(bytes.Replace(s.Raw(), []byte(` tabSelected="true"`), nil, 1))
		default:
			out.Write(s.Raw())
		}
		if err != nil {
			return nil, err
		}
	}
}

// cell writes a cell; one that holds a shared string gets the string itself.
func (t *transplant) cell(s *xmltok.Scanner, out *bytes.Buffer) error {
	if kind, _ := s.Attr("t"); string(kind) != "s" {
		return t.restyle(s, out)
	}
	ref, _ := s.Attr("r")
	out.WriteString(`<c r="` + string(ref) + `"`)
	if raw, ok := s.Attr("s"); ok {
		style, err := t.style(string(raw))
		if err != nil {
			return err
		}
		out.WriteString(` s="` + style + `"`)
	}
	index, err := s.InnerTextOf("v")
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(index)
	if err != nil || n < 0 || n >= len(t.table) {
		return fmt.Errorf("the shared string %q", index)
	}
	out.WriteString(` t="inlineStr"><is><t xml:space="preserve">` + xmltok.Escape(t.table[n]) + `</t></is></c>`)
	return nil
}

// restyle writes a tag with its style exchanged.
func (t *transplant) restyle(s *xmltok.Scanner, out *bytes.Buffer) error {
	raw, start := s.Raw(), s.Offset()
	for _, a := range s.Attrs {
		if name := string(a.Name); name != "s" && name != "style" {
			continue
		}
		style, err := t.style(string(a.Value))
		if err != nil {
			return err
		}
		at := int(a.Offset - start)
		out.Write(raw[:at])
		out.WriteString(style)
		out.Write(raw[at+len(a.Value):])
		return nil
	}
	out.Write(raw)
	return nil
}

// style is the number, in the workbook moved into, of a style of ours.
func (t *transplant) style(raw string) (string, error) {
	own, err := strconv.Atoi(raw)
	if err != nil || own < 0 || own >= len(t.own.Formats) {
		return "", fmt.Errorf("the style %q", raw)
	}
	if theirs, done := t.mapped[own]; done {
		return itoa(theirs), nil
	}
	theirs, ok := t.adopt(own)
	if !ok {
		return "", errTooManyFormats
	}
	t.mapped[own] = theirs
	return itoa(theirs), nil
}

var errTooManyFormats = fmt.Errorf("the workbook has so many cell formats that none can be added")

// adopt adds a format of ours to the workbook moved into: its font, fill, border
// and number format first, then itself.
func (t *transplant) adopt(own int) (int, bool) {
	f := t.own.Formats[own]
	element := f.Raw
	replace := func(name string, value int) {
		element = sheetml.WithAttribute(element, name, itoa(value))
	}
	replace("fontId", t.styles.Font(t.own.Fonts[f.Number("fontId")]))
	replace("fillId", t.styles.Fill(t.own.Fills[f.Number("fillId")]))
	replace("borderId", t.styles.Border(t.border(t.own.Borders[f.Number("borderId")])))
	replace("numFmtId", t.styles.NumberFormat(t.own.Code(own)))
	replace("xfId", 0)
	for _, apply := range []string{"applyFont", "applyFill", "applyBorder", "applyNumberFormat"} {
		replace(apply, 1)
	}
	return t.styles.Format(element)
}

// border is a border in the flavour of the workbook moved into: Strict workbooks
// say start and end for left and right.
func (t *transplant) border(element string) string {
	if !t.into.Strict {
		return element
	}
	return strings.NewReplacer("<left", "<start", "</left", "</start", "<right", "<end", "</right", "</end").Replace(element)
}

// list adds the moved sheets to the workbook part, with their own defined names
// and others.
func (t *transplant) list(marks []sheetml.DefinedName) error {
	edits, err := t.into.AddSheets(t.sheets)
	if err != nil {
		return err
	}
	var names []sheetml.DefinedName
	for _, n := range t.wb.Names {
		if n.Sheet >= 0 {
			n.Sheet += len(t.into.Sheets)
			names = append(names, n)
		}
	}
	t.draft.Edit(t.into.Part, append(edits, t.into.AddNames(append(names, marks...))...)...)
	return nil
}
