package sheetml

import (
	"strings"

	"videre/excel/internal/xmltok"
)

// CellStyle is the style of a cell of ours among those of a workbook: a cell format, and
// what it refers to (ECMA-376 part 1, 18.8.45). Colours are written RRGGBB.
type CellStyle struct {
	Font   string // its name
	Bold   bool
	Colour string // of the text
	Fill   string // empty for none
	Edges  string // colour of a thin line on each side; empty for none
	Number string // format code; empty for General
}

// Add appends a cell format and returns its index, or false when the workbook can
// hold no more.
func (e *StyleEdit) Add(s CellStyle) (int, bool) {
	const plain = `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" ` +
		`applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>`
	return e.formatOf(plain, formatElements{
		font: s.font(), fill: solidFill(s.Fill), border: s.border(), code: s.Number,
	})
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
