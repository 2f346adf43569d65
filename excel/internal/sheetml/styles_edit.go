package sheetml

import (
	"strconv"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// StyleEdit gathers what is to be added to a part of cell formats. Existing
// indexes keep their meaning: everything is appended.
type StyleEdit struct {
	styles *Styles
	added  map[string][]string // by list
	filled map[[2]int]int      // style and fill to the new style
	seen   map[string]int      // raw element to index, by list and content
	nextID int
}

// How many cell formats a workbook can have, as Excel has it, and up to how many cells are
// filled: the rest is kept for the sheets that are added.
const (
	maxFormats = 65_490
	maxFilled  = maxFormats - 1_000
)

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

// AddFrom appends a cell format of another part, with the font, fill, border and number
// format that it refers to.
func (e *StyleEdit) AddFrom(from *Styles, style int) (int, bool) {
	if style < 0 || style >= len(from.Formats) {
		return 0, false
	}
	f := from.Formats[style]
	return e.formatOf(f.raw, formatElements{
		font: from.fonts[f.number("fontId")], fill: from.fills[f.number("fillId")],
		border: from.borders[f.number("borderId")], code: from.Code(style),
	})
}

// formatElements are what a cell format refers to, as elements without prefixes; an
// empty one is the workbook's first.
type formatElements struct{ font, fill, border, code string }

// formatOf appends a format that is like an element but for what it refers to.
func (e *StyleEdit) formatOf(element string, of formatElements) (int, bool) {
	index := func(add func(string) int, element string) int {
		if element == "" {
			return 0
		}
		return add(element)
	}
	for _, a := range []struct {
		name  string
		value int
	}{
		{"fontId", index(e.font, of.font)}, {"fillId", index(e.Fill, of.fill)},
		{"borderId", index(e.border, of.border)}, {"numFmtId", e.numberFormat(of.code)}, {"xfId", 0},
		{"applyFont", 1}, {"applyFill", 1}, {"applyBorder", 1}, {"applyNumberFormat", 1},
	} {
		element = withAttribute(element, a.name, strconv.Itoa(a.value))
	}
	return e.format(element)
}

// Fill appends a fill, an element without prefixes, and returns its index.
func (e *StyleEdit) Fill(element string) int { return e.item("fills", element) }

// Filled is the style that is like another but for its fill. The other's number
// format, font, border, alignment, protection and extensions are kept.
func (e *StyleEdit) Filled(style, fill int) (int, bool) {
	key := [2]int{style, fill}
	if index, ok := e.filled[key]; ok {
		return index, true
	}
	if e.next("cellXfs") >= maxFilled {
		return 0, false
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
	return index, true
}

// withFill is the format's element with another fill.
func (f Format) withFill(fill int) string {
	return withAttribute(withAttribute(f.raw, "fillId", strconv.Itoa(fill)), "applyFill", "1")
}

// Tinted is the style that is like another but for its fill, which is of one colour.
func (e *StyleEdit) Tinted(style int, colour string) (int, bool) {
	return e.Filled(style, e.Fill(solidFill(colour)))
}

func solidFill(colour string) string {
	if colour == "" {
		return ""
	}
	return `<fill><patternFill patternType="solid"><fgColor rgb="FF` + colour + `"/>` +
		`<bgColor indexed="64"/></patternFill></fill>`
}

func (e *StyleEdit) font(element string) int { return e.item("fonts", element) }

// border appends a border, in the part's flavour.
func (e *StyleEdit) border(element string) int {
	if e.styles.Strict {
		element = strictSides.Replace(element)
	}
	return e.item("borders", element)
}

// strictSides are the sides of a border as Strict workbooks name them.
var strictSides = strings.NewReplacer("<left", "<start", "</left", "</start", "<right", "<end", "</right", "</end")

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

// item appends an element to a list and returns its index. Elements are written
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

// newList makes a list that the part does not have.
func (st *Styles) newList(name string, items []string) opc.Edit {
	tag := st.prefix + name
	open, content := `<`+tag+` count="`+strconv.Itoa(len(items))+`">`, strings.Join(items, "")
	return opc.Edit{At: st.insertAt(styleOrder, name), Insert: open + content + `</` + tag + `>`}
}

// styleOrder is the order of the part's elements (ECMA-376 part 1, 18.8.39).
var styleOrder = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
	"tableStyles", "colors", "extLst"}
