package sheetml

import (
	"strconv"
	"strings"

	"videre/excel/internal/xmltok"
)

// CellStyle describes a cell format of ours among those of a workbook. Colours are
// written RRGGBB.
type CellStyle struct {
	Font   string // its name
	Bold   bool
	Colour string // of the text
	Fill   string // empty for none
	Edges  string // colour of a thin line on each side; empty for none
	Number string // format code; empty for General
}

// Style appends a cell format and returns its index, or false when the workbook can
// hold no more.
func (e *StyleEdit) Add(s CellStyle) (int, bool) {
	const plain = `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" ` +
		`applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>`
	return e.formatOf(plain, formatElements{
		font: s.font(), fill: solidFill(s.Fill), border: s.border(), code: s.Number,
	})
}

// Adopt appends a cell format of another part, with the font, fill, border and number
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

func (s CellStyle) font() string {
	bold := ""
	if s.Bold {
		bold = `<b/>`
	}
	return `<font>` + bold + `<sz val="11"/><color rgb="FF` + s.Colour + `"/>` +
		`<name val="` + xmltok.Escape(s.Font) + `"/><family val="2"/></font>`
}

func (s CellStyle) border() string {
	if s.Edges == "" {
		return ""
	}
	var b strings.Builder
	for _, side := range []string{"left", "right", "top", "bottom"} {
		b.WriteString(`<` + side + ` style="thin"><color rgb="FF` + s.Edges + `"/></` + side + `>`)
	}
	return `<border>` + b.String() + `<diagonal/></border>`
}

func solidFill(colour string) string {
	if colour == "" {
		return ""
	}
	return `<fill><patternFill patternType="solid"><fgColor rgb="FF` + colour + `"/>` +
		`<bgColor indexed="64"/></patternFill></fill>`
}

// strictSides are the sides of a border as Strict workbooks name them.
var strictSides = strings.NewReplacer("<left", "<start", "</left", "</start", "<right", "<end", "</right", "</end")

// border appends a border, in the part's flavour.
func (e *StyleEdit) border(element string) int {
	if e.styles.Strict {
		element = strictSides.Replace(element)
	}
	return e.item("borders", element)
}

// Tinted is the style that is like another but for its fill, which is of one colour.
func (e *StyleEdit) Tinted(style int, colour string) (int, bool) {
	return e.Filled(style, e.Fill(solidFill(colour)))
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

// OwnFill is the fill of a style as an element; empty when it has none, or none that
// can stand in another part.
func (st *Styles) OwnFill(style int) string {
	const none = 2 // the first two fills of a workbook are none and a pattern of Excel's
	if st == nil || st.prefix != "" || style >= len(st.Formats) || st.Formats[style].number("fillId") < none {
		return ""
	}
	return st.FillOf(style)
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
