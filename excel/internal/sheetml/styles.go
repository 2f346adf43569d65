package sheetml

import (
	"bytes"
	"io"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// Styles is the part of cell formats.
type Styles struct {
	layout
	Part    *opc.Part
	budget  *limit.Budget
	Formats []Format       // cellXfs: what a cell's style is an index into
	codes   map[int]string // numFmtId to format code, those the part defines
	fonts   []string       // raw elements
	fills   []string
	borders []string
	lists   map[string]list

	changes []string // raw elements, dxfs
	palette []Colour // indexedColors; nil for those that every program knows
	theme   []Colour // as the theme's part has them; nil for Office's
	looks   map[int]Look
	changed map[int]Change // by their indexes, those that have been asked for
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
	st, err := parseStyles(in, part.Budget())
	if err != nil {
		return nil, part.Fault(err)
	}
	st.Part = part
	return st, nil
}

// ParseStyles reads cell formats that are in no part yet.
func ParseStyles(content []byte) (*Styles, error) {
	return parseStyles(bytes.NewReader(content), limit.NewBudget(limit.Unlimited))
}

func parseStyles(in io.Reader, budget *limit.Budget) (*Styles, error) {
	st := &Styles{budget: budget, codes: map[int]string{}, lists: map[string]list{}}
	layout, err := scan(in, "styleSheet", st.element)
	if err != nil {
		return nil, err
	}
	st.layout = *layout
	for i := range st.children {
		if l, ok := st.lists[st.children[i].name]; ok && st.children[i].main {
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
	case "dxfs":
		return eachNamed(s, "dxf", func() error { return st.rawItem(s, &st.changes) })
	case "colors":
		return st.colours(s)
	default:
		return nil
	}
	l := list{name: string(s.Name)}
	for _, a := range s.Attrs {
		if string(a.Name) == "count" {
			l.countAt, l.countLen = a.Offset, len(a.Value)
		}
	}
	err := eachNamed(s, itemOf[name], func() error {
		l.count++
		if err := st.budget.Spend(limit.Formats, 1); err != nil {
			return err
		}
		if known := attributesOf[itemOf[name]]; known != nil {
			if err := checkAttributes(s, ""); err != nil {
				return err
			}
		}
		return st.item(s, name)
	})
	st.lists[name] = l
	return err
}

// colours reads the palette that a workbook has of its own.
func (st *Styles) colours(s *xmltok.Scanner) error {
	var raw []string
	err := eachChild(s, func() error { return rawElement(s, &raw) })
	for _, tag := range startTags(strings.Join(raw, "")) {
		if tag.name == "rgbColor" {
			rgb, _ := tagValue(tag.text, "rgb")
			st.palette = append(st.palette, hexColour(rgb))
		}
	}
	return err
}

func (st *Styles) item(s *xmltok.Scanner, list string) error {
	switch list {
	case "numFmts":
		return st.numberFormat(s)
	case "fonts":
		return rawElement(s, &st.fonts)
	case "fills":
		return rawElement(s, &st.fills)
	case "borders":
		return rawElement(s, &st.borders)
	}
	if id, stated := s.AttrText("numFmtId"); stated {
		if _, ok := parseIndex(id); !ok {
			return opc.Breach(opc.BadValue, "", "numFmtId "+id)
		}
	}
	var raw []string
	if err := rawElement(s, &raw); err != nil {
		return err
	}
	f := Format{raw: raw[0]}
	f.numberID = f.number("numFmtId")
	st.Formats = append(st.Formats, f)
	return st.budget.Spend(limit.CellFormats, 1)
}

// rawItem takes the bytes of an item, which is counted.
func (st *Styles) rawItem(s *xmltok.Scanner, into *[]string) error {
	if err := st.budget.Spend(limit.Formats, 1); err != nil {
		return err
	}
	return rawElement(s, into)
}

// itemOf is what the lists of the part are lists of.
var itemOf = map[string]string{"numFmts": "numFmt", "fonts": "font", "fills": "fill", "borders": "border", "cellXfs": "xf"}

func (st *Styles) numberFormat(s *xmltok.Scanner) error {
	id, _ := s.AttrText("numFmtId")
	n, ok := parseIndex(id)
	code, stated := s.AttrText("formatCode")
	if was, known := st.codes[n]; !ok || !stated || known && was != code {
		return opc.Breach(opc.BadValue, "", "numFmtId "+id)
	}
	st.codes[n] = code
	if err := st.budget.Allow(limit.FormatLength, int64(len(code))); err != nil {
		return err
	}
	return s.Skip()
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

// lacksCode reports whether a style's number format is one that a workbook has to state and
// this does not.
func (st *Styles) lacksCode(style int) bool {
	const ownFormats = 164 // where workbooks' own begin
	id := st.Formats[style].numberID
	_, stated := st.codes[id]
	return id >= ownFormats && !stated
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

// number is an attribute of the format that holds an index; 0 without it.
func (f Format) number(attribute string) int {
	at, end, found := attributeValue(f.raw, attribute)
	n, ok := parseIndex(f.raw[at:end])
	if !found || !ok {
		return 0
	}
	return n
}

// FillOf is the fill of a style as an element, with the part's prefix; empty when there is no such style.
func (st *Styles) FillOf(style int) string {
	if style >= len(st.Formats) {
		return ""
	}
	if fill := st.Formats[style].number("fillId"); fill < len(st.fills) {
		return st.fills[fill]
	}
	return ""
}

// OwnFill is the fill of a style as an element; empty when it has none, or none that
// can stand in another part.
func (st *Styles) OwnFill(style int) string {
	const none = 2 // the first two fills of a workbook are none and a pattern of Excel's
	if st == nil || st.prefix != "" || style >= len(st.Formats) || st.Formats[style].number("fillId") < none {
		return ""
	}
	return st.FillOf(style)
}

// IsTinted reports whether a style's fill is of one of some colours.
func (st *Styles) IsTinted(style int, colours ...string) bool {
	fill := strings.ToUpper(st.FillOf(style))
	for _, colour := range colours {
		if strings.Contains(fill, `"SOLID"`) && strings.Contains(fill, `"FF`+colour+`"`) {
			return true
		}
	}
	return false
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

// firstItems are what a list begins with, whatever the part says: Excel shows the
// first fill as none and the second as a pattern of its own.
var firstItems = map[string][]string{
	"fonts":   {`<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>`},
	"fills":   {`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`},
	"borders": {`<border><left/><right/><top/><bottom/><diagonal/></border>`},
	"cellXfs": {`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`},
}
