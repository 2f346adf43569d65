package sheetml

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// Styles is the part of cell formats.
type Styles struct {
	layout
	Part    *opc.Part
	Formats []Format       // cellXfs: what a cell's style is an index into
	codes   map[int]string // numFmtId to format code, those the part defines
	fonts   []string       // raw elements
	fills   []string
	borders []string
	lists   map[string]list
}

// Format is one cell format, an xf of cellXfs.
type Format struct {
	raw      string // the element
	numberID int    // numFmtId
}

// list is a counted list of the part, and where it can be added to.
type list struct {
	element  element
	name     string // raw name, with its prefix
	count    int
	countAt  int64 // offset of the count attribute's value
	countLen int   // 0 without one
}

// ReadStyles reads the part of cell formats.
func ReadStyles(part *opc.Part) (*Styles, error) {
	in, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	st, err := parseStyles(in)
	if err != nil {
		return nil, part.Fault(err)
	}
	st.Part = part
	return st, nil
}

// ParseStyles reads cell formats that are in no part yet.
func ParseStyles(content []byte) (*Styles, error) { return parseStyles(bytes.NewReader(content)) }

func parseStyles(in io.Reader) (*Styles, error) {
	st := &Styles{codes: map[int]string{}, lists: map[string]list{}}
	layout, err := scan(in, "styleSheet", st.element)
	if err != nil {
		return nil, err
	}
	st.layout = *layout
	for i := range st.children {
		if l, ok := st.lists[st.children[i].name]; ok {
			l.element = st.children[i]
			st.lists[st.children[i].name] = l
		}
	}
	return st, nil
}

func (st *Styles) element(s *xmltok.Scanner) error {
	name := string(s.Local())
	switch name {
	case "numFmts", "fonts", "fills", "borders", "cellXfs":
	default:
		return nil
	}
	l := list{name: string(s.Name)}
	for _, a := range s.Attrs {
		if string(a.Name) == "count" {
			l.countAt, l.countLen = a.Offset, len(a.Value)
		}
	}
	err := eachChild(s, func() error {
		l.count++
		return st.item(s, name)
	})
	st.lists[name] = l
	return err
}

func (st *Styles) item(s *xmltok.Scanner, list string) error {
	switch list {
	case "numFmts":
		id, _ := s.Attr("numFmtId")
		n, _ := parseIndex(id)
		st.codes[n], _ = s.AttrText("formatCode")
		return s.Skip()
	case "fonts":
		return rawElement(s, &st.fonts)
	case "fills":
		return rawElement(s, &st.fills)
	case "borders":
		return rawElement(s, &st.borders)
	}
	var raw []string
	if err := rawElement(s, &raw); err != nil {
		return err
	}
	f := Format{raw: raw[0]}
	f.numberID = f.number("numFmtId")
	st.Formats = append(st.Formats, f)
	return nil
}

// rawElement takes the bytes of the element just opened, to its End.
func rawElement(s *xmltok.Scanner, into *[]string) error {
	var b strings.Builder
	depth := s.Depth()
	for {
		b.Write(s.Raw())
		if s.Kind == xmltok.End && s.Depth() < depth {
			*into = append(*into, b.String())
			return nil
		}
		if _, err := s.Next(); err != nil {
			return err
		}
	}
}

// Code is the number format of a style: the part's own, or one of those that
// every program knows; empty for General.
func (st *Styles) Code(style int) string {
	if st == nil || style < 0 || style >= len(st.Formats) {
		return ""
	}
	id := st.Formats[style].numberID
	if code, own := st.codes[id]; own {
		return code
	}
	return builtinFormats[id]
}

// builtinFormats are the number formats that are never written out (ECMA-376
// part 1, 18.8.30). Those that differ by country stand as dates all the same.
var builtinFormats = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "dd-mm-yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
	18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd-mm-yyyy h:mm",
	27: "yyyy", 28: "yyyy", 29: "yyyy", 30: "dd-mm-yy", 31: "yyyy", 36: "yyyy",
	50: "yyyy", 51: "yyyy", 52: "yyyy", 53: "yyyy", 54: "yyyy", 57: "yyyy", 58: "yyyy",
	37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)",
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}

// StyleEdit gathers what is to be added to a part of cell formats. Existing
// indexes keep their meaning: everything is appended.
type StyleEdit struct {
	styles *Styles
	added  map[string][]string // by list
	filled map[[2]int]int      // style and fill to the new style
	seen   map[string]int      // raw element to index, by list and content
	nextID int
}

// maxFormats is the number of cell formats a workbook can have.
const maxFormats = 64_000

// NewStyleEdit starts changes of a part.
func NewStyleEdit(st *Styles) *StyleEdit {
	const firstOwn = 164 // numbers below are kept for formats that every program knows
	e := &StyleEdit{
		styles: st, added: map[string][]string{}, filled: map[[2]int]int{}, seen: map[string]int{}, nextID: firstOwn,
	}
	for id := range st.codes {
		e.nextID = max(e.nextID, id+1)
	}
	return e
}

// add appends an element to a list and returns its index. Elements are written
// for no prefix and given the part's own. The same element is added once.
func (e *StyleEdit) item(list, element string) int {
	element = prefixed(element, e.styles.prefix)
	key := list + element
	if index, ok := e.seen[key]; ok {
		return index
	}
	index := e.next(list)
	e.added[list] = append(e.added[list], element)
	e.seen[key] = index
	return index
}

// next is the index of what is added to a list next. A list that lacks what every
// program takes for granted at its start gets that first.
func (e *StyleEdit) next(list string) int {
	count := e.styles.lists[list].count
	for first := firstItems[list]; count+len(e.added[list]) < len(first); {
		e.added[list] = append(e.added[list], prefixed(first[count+len(e.added[list])], e.styles.prefix))
	}
	return count + len(e.added[list])
}

// Fill appends a fill, an element without prefixes, and returns its index.
func (e *StyleEdit) Fill(element string) int { return e.item("fills", element) }

func (e *StyleEdit) font(element string) int { return e.item("fonts", element) }

// numberFormat is the id of a format code; those every program knows have one.
func (e *StyleEdit) numberFormat(code string) int {
	if code == "" || code == "General" {
		return 0
	}
	for id, known := range builtinFormats {
		if known == code && id < 14 {
			return id
		}
	}
	key := "numFmt" + code
	if id, ok := e.seen[key]; ok {
		return id
	}
	id := e.nextID
	e.nextID++
	e.seen[key] = id
	element := `<numFmt numFmtId="` + strconv.Itoa(id) + `" formatCode="` + xmltok.Escape(code) + `"/>`
	e.added["numFmts"] = append(e.added["numFmts"], prefixed(element, e.styles.prefix))
	return id
}

// format appends a cell format and returns its index, or false when the workbook
// can hold no more.
func (e *StyleEdit) format(element string) (int, bool) {
	index := e.item("cellXfs", element)
	return index, index < maxFormats
}

// Filled is the style that is like another but for its fill. The other's number
// format, font, border, alignment, protection and extensions are kept.
func (e *StyleEdit) Filled(style, fill int) (int, bool) {
	key := [2]int{style, fill}
	if index, ok := e.filled[key]; ok {
		return index, index < maxFormats
	}
	element := `<xf numFmtId="0" fontId="0" fillId="` + strconv.Itoa(fill) + `" borderId="0" xfId="0" applyFill="1"/>`
	index := 0
	if style >= 0 && style < len(e.styles.Formats) {
		raw := e.styles.Formats[style].withFill(fill)
		index = e.next("cellXfs")
		e.added["cellXfs"] = append(e.added["cellXfs"], raw)
	} else {
		index = e.item("cellXfs", element)
	}
	e.filled[key] = index
	return index, index < maxFormats
}

// withFill is the format's element with another fill.
func (f Format) withFill(fill int) string {
	return withAttribute(withAttribute(f.raw, "fillId", strconv.Itoa(fill)), "applyFill", "1")
}

// Number is an attribute of the format that holds an index; 0 without it.
func (f Format) number(attribute string) int {
	at, end, found := attributeValue(f.raw, attribute)
	n, ok := parseIndex(f.raw[at:end])
	if !found || !ok {
		return 0
	}
	return n
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

// Edits are the changes of the part.
func (e *StyleEdit) Edits() []opc.Edit {
	var edits []opc.Edit
	for _, name := range []string{"numFmts", "fonts", "fills", "borders", "cellXfs"} {
		items := e.added[name]
		if len(items) == 0 {
			continue
		}
		l, exists := e.styles.lists[name]
		if !exists {
			edits = append(edits, e.styles.newList(name, items))
			continue
		}
		edits = append(edits, l.append(items)...)
	}
	if e.styles.empty {
		return e.styles.filled(edits)
	}
	return edits
}

// filled makes one edit of those that fill an empty root.
func (st *Styles) filled(edits []opc.Edit) []opc.Edit {
	var content strings.Builder
	for _, edit := range edits {
		content.WriteString(edit.Insert)
	}
	return []opc.Edit{{At: st.rootEnd, Remove: 2, Insert: ">" + content.String() + "</" + st.prefix + "styleSheet>"}}
}

// append adds items to a list, and their number to its count.
func (l list) append(items []string) []opc.Edit {
	content := strings.Join(items, "")
	edit := opc.Edit{At: l.element.inner, Insert: content}
	if l.element.empty {
		edit = opc.Edit{At: l.element.inner, Remove: 2, Insert: ">" + content + "</" + l.name + ">"}
	}
	if l.countLen == 0 {
		return []opc.Edit{edit}
	}
	return []opc.Edit{{At: l.countAt, Remove: int64(l.countLen), Insert: strconv.Itoa(l.count + len(items))}, edit}
}

// styleOrder is the order of the part's elements (ECMA-376 part 1, 18.8.39).
var styleOrder = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
	"tableStyles", "colors", "extLst"}

// firstItems are what a list begins with, whatever the part says: Excel shows the
// first fill as none and the second as a pattern of its own.
var firstItems = map[string][]string{
	"fonts":   {`<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>`},
	"fills":   {`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`},
	"borders": {`<border><left/><right/><top/><bottom/><diagonal/></border>`},
	"cellXfs": {`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`},
}

// newList makes a list that the part does not have.
func (st *Styles) newList(name string, items []string) opc.Edit {
	tag := st.prefix + name
	open, content := `<`+tag+` count="`+strconv.Itoa(len(items))+`">`, strings.Join(items, "")
	return opc.Edit{At: st.insertAt(styleOrder, name), Insert: open + content + `</` + tag + `>`}
}

// MinimalStyles is a part of cell formats for a workbook that has none.
func MinimalStyles(space string) []byte {
	first := func(list string) string { return strings.Join(firstItems[list], "") }
	return []byte(xmlHeading + `<styleSheet xmlns="` + space + `">` +
		`<fonts count="1">` + first("fonts") + `</fonts><fills count="2">` + first("fills") + `</fills>` +
		`<borders count="1">` + first("borders") + `</borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`)
}

// insertAt is where an element of a name belongs among the root's children, in a
// part whose elements have an order.
func (l *layout) insertAt(order []string, name string) int64 {
	place := indexOf(order, name)
	for _, c := range l.children {
		other := indexOf(order, c.name)
		if !c.main && c.name == "AlternateContent" {
			other = indexOf(order, "controls")
		}
		if other > place {
			return c.start
		}
	}
	return l.rootEnd
}

func indexOf(list []string, name string) int {
	for i, n := range list {
		if n == name {
			return i
		}
	}
	return -1
}

// Prefixed gives every tag of an element written without prefixes the prefix.
func prefixed(element, prefix string) string {
	if prefix == "" {
		return element
	}
	element = strings.ReplaceAll(element, "<", "<"+prefix)
	return strings.ReplaceAll(element, "<"+prefix+"/", "</"+prefix)
}
