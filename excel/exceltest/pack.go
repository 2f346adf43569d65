package exceltest

import (
	"archive/zip"
	"bytes"
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/sheetml"
	"videre/excel/internal/xmltok"
)

// The names of the format (ECMA-376 parts 1 and 2) and how its parts begin.
const (
	heading = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	office  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	types   = "http://schemas.openxmlformats.org/package/2006/content-types"
	rels    = "http://schemas.openxmlformats.org/package/2006/relationships"
	format  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// part is one entry of a package.
type part struct{ name, content string }

// pack is the package of all parts.
func (b *builder) pack() ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range b.parts() {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write([]byte(part.content)); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// parts are the parts of the workbook, in the order in which they are packed.
func (b *builder) parts() []part {
	overrides, sheets, links := "", "", ""
	for i, s := range b.sheets {
		n := strconv.Itoa(i + 1)
		overrides += `<Override PartName="/xl/worksheets/sheet` + n + `.xml"` +
			` ContentType="` + format + `worksheet+xml"/>`
		state := ""
		if s.hidden {
			state = ` state="hidden"`
		}
		sheets += `<sheet name="` + xmltok.Escape(s.name) + `" sheetId="` + n + `"` + state +
			` r:id="rId` + n + `"/>`
		links += `<Relationship Id="rId` + n + `" Type="` + office + `/worksheet"` +
			` Target="worksheets/sheet` + n + `.xml"/>`
	}
	asides, asideTypes := b.asideParts()
	overrides += asideTypes
	date1904 := ""
	if b.date1904 {
		date1904 = ` date1904="1"`
	}
	parts := []part{
		{"[Content_Types].xml", heading + `<Types xmlns="` + types + `">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + format + `sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + format + `styles+xml"/>` + overrides + `</Types>`},
		{"_rels/.rels", heading + `<Relationships xmlns="` + rels + `">` +
			`<Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", heading + `<workbook xmlns="` + sheetml.MainSpace + `" xmlns:r="` + office + `">` +
			`<workbookPr` + date1904 + `/><sheets>` + sheets + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", heading + `<Relationships xmlns="` + rels + `">` + links +
			`<Relationship Id="rIdS" Type="` + office + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/styles.xml", heading + b.styles()},
	}
	for i, s := range b.sheets {
		parts = append(parts, part{"xl/worksheets/sheet" + strconv.Itoa(i+1) + ".xml", heading + s.xml()})
	}
	parts = append(parts, asides...)
	if b.signed {
		parts = signedParts(parts)
	}
	return parts
}

// styles is the part of cell formats: the plain one, a heading's, and those asked for.
func (b *builder) styles() string {
	numFmts, formats := "", ""
	for i, code := range b.codes {
		if look := slices.Index(lookNames, code); look >= 0 {
			formats += `<xf numFmtId="0" fontId="` + strconv.Itoa(2+look) + `" fillId="0" borderId="0" xfId="0" applyFont="1"/>`
			continue
		}
		id := strconv.Itoa(164 + i)
		numFmts += `<numFmt numFmtId="` + id + `" formatCode="` + xmltok.Escape(code) + `"/>`
		formats += `<xf numFmtId="` + id + `" fontId="0" fillId="0" borderId="0" xfId="0"` +
			` applyNumberFormat="1"/>`
	}
	if numFmts != "" {
		numFmts = `<numFmts count="` + strconv.Itoa(strings.Count(numFmts, "<numFmt ")) + `">` + numFmts + `</numFmts>`
	}
	fonts, changes := b.looks()
	return `<styleSheet xmlns="` + sheetml.MainSpace + `">` + numFmts +
		`<fonts count="` + strconv.Itoa(2+strings.Count(fonts, "<font>")) + `"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>` +
		`<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>` + fonts + `</fonts>` +
		`<fills count="3"><fill><patternFill patternType="none"/></fill>` +
		`<fill><patternFill patternType="gray125"/></fill>` +
		`<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill>` +
		`</fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="` + strconv.Itoa(len(b.codes)+2) + `">` +
		`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">` +
		`<alignment vertical="top" wrapText="1"/></xf>` + formats + `</cellXfs>` +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` + changes + `</styleSheet>`
}

// How type can look, besides a heading's.
var (
	lookNames = []string{"struck", "white", "tiny"}
	lookFonts = []string{
		`<font><strike/><sz val="11"/><name val="Calibri"/><family val="2"/></font>`,
		`<font><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>`,
		`<font><sz val="1"/><name val="Calibri"/><family val="2"/></font>`,
	}
)

// looks are the fonts of the looks, where some cell has one, and what conditional formats do,
// where there are any.
func (b *builder) looks() (fonts, changes string) {
	if slices.ContainsFunc(b.codes, func(code string) bool { return slices.Contains(lookNames, code) }) {
		fonts = strings.Join(lookFonts, "")
	}
	if slices.ContainsFunc(b.sheets, func(s *sheet) bool { return len(s.conditions) > 0 }) {
		changes = `<dxfs count="` + strconv.Itoa(len(lookFonts)) + `"><dxf>` +
			strings.Join(lookFonts, `</dxf><dxf>`) + `</dxf></dxfs>`
	}
	return fonts, changes
}
