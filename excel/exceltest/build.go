// Package exceltest builds workbooks from text and dumps them to text, so that a
// test's workbook can be read in a review.
//
// The text of a workbook is a line for each row of cells, under the name of their
// sheet:
//
//	# Økonomi
//	A2 Mio. kr.
//	A4 Projekt | Type | Årligt
//	A5 UngiFokus | Driftsudgift | 12.1
//	merge A1:C1
//	hide row 7
//
// A line begins with the address of its first cell; a bar divides it from the next.
// A cell is a number as it is stored (2.2999999999999998), a text, a text that looks
// like a number after an apostrophe ('1.200), TRUE or FALSE, an error (#REF!), a
// formula (=SUM(A1:A2)), with its stored result after => if it has one. A format in
// braces follows what it is the format of: 46022 {dd-mm-yyyy}, or {head} for a
// heading's. A sheet's name is followed by "hidden" in brackets when it is. "date1904"
// and "signed" stand before the first sheet.
//
// A workbook that differs little from another says so, and states only what differs:
//
//	like skabelon-uden-fejl
//	# Økonomi
//	F6 -1000
//	clear I4:I6
//
// What it states comes in the place of what stands there; a blank cell states nothing.
package exceltest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/sheetml"
	"videre/excel/internal/xmltok"
)

// Build makes a workbook of a text that is like no other.
func Build(text string) ([]byte, error) { return build(text, "") }

// BuildFile makes a workbook of a text in a file. The one that it is like stands beside it.
func BuildFile(path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return build(string(text), filepath.Dir(path))
}

// Like is the name of the workbook that a text says it is like; empty for none.
func Like(text string) string {
	for line := range strings.Lines(text) {
		if name, ok := strings.CutPrefix(line, like); ok {
			return strings.TrimSpace(name)
		}
	}
	return ""
}

const like = "like "

func build(text, folder string) ([]byte, error) {
	b := builder{formats: map[string]int{}, folder: folder}
	if err := b.lines(text); err != nil {
		return nil, err
	}
	return b.pack()
}

func (b *builder) lines(text string) error {
	for n, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "//") {
			continue
		}
		if err := b.line(strings.TrimRight(line, " \t")); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return nil
}

// MustBuild is Build for texts that stand in a test.
func MustBuild(text string) []byte {
	data, err := Build(text)
	if err != nil {
		panic(err)
	}
	return data
}

type builder struct {
	sheets   []*sheet
	at       *sheet         // the one that lines are for
	formats  map[string]int // format code to style
	codes    []string
	date1904 bool
	signed   bool
	folder   string // of the texts that others may be like
}

type sheet struct {
	name       string
	hidden     bool
	rows       map[int]map[int]string // cells as XML
	last       int
	merges     []string
	hiddenRows map[int]bool
	hiddenCols []int
	filter     string
}

func (b *builder) line(line string) error {
	if name, ok := strings.CutPrefix(line, "# "); ok {
		b.open(strings.CutSuffix(name, " (hidden)"))
		return nil
	}
	word, rest, _ := strings.Cut(line, " ")
	switch {
	case word == "date1904":
		b.date1904 = true
	case word == "signed":
		b.signed = true
	case len(b.sheets) > 0:
		return b.onSheet(b.at, word, rest)
	case strings.HasPrefix(line, like):
		return b.like(rest)
	default:
		return fmt.Errorf("%q stands before the first sheet", line)
	}
	return nil
}

// like begins with what another text says.
func (b *builder) like(name string) error {
	if b.folder == "" {
		return fmt.Errorf("%q stands beside no text", name)
	}
	text, err := os.ReadFile(filepath.Join(b.folder, name+".txt"))
	if err != nil {
		return err
	}
	return b.lines(string(text))
}

// open turns to a sheet, which is added where there is none of that name.
func (b *builder) open(name string, hidden bool) {
	at := slices.IndexFunc(b.sheets, func(s *sheet) bool { return s.name == name })
	if at < 0 {
		at = len(b.sheets)
		b.sheets = append(b.sheets, &sheet{name: name, rows: map[int]map[int]string{}, hiddenRows: map[int]bool{}})
	}
	b.at = b.sheets[at]
	b.at.hidden = b.at.hidden || hidden
}

// onSheet puts something on a sheet: cells from an address on, or what a word says.
func (b *builder) onSheet(s *sheet, word, rest string) error {
	switch word {
	case "merge":
		s.merges = append(s.merges, rest)
		return nil
	case "filter":
		s.filter = rest
		return nil
	case "hide":
		return s.hide(rest)
	case "clear":
		return s.clear(rest)
	}
	at, ok := sheetml.ParseRef(word)
	if !ok {
		return fmt.Errorf("%q is no address", word)
	}
	for i, cell := range strings.Split(rest, " | ") {
		if err := b.cell(s, sheetml.Ref{Row: at.Row, Col: at.Col + i}, strings.Trim(cell, " ")); err != nil {
			return err
		}
	}
	return nil
}

// clear takes the cells of a range away.
func (s *sheet) clear(which string) error {
	area, ok := sheetml.ParseRange(which)
	if !ok {
		return fmt.Errorf("clear %q", which)
	}
	for r := area.From.Row; r <= area.To.Row; r++ {
		for c := area.From.Col; c <= area.To.Col; c++ {
			delete(s.rows[r], c)
		}
		if len(s.rows[r]) == 0 {
			delete(s.rows, r)
		}
	}
	return nil
}

func (s *sheet) hide(what string) error {
	kind, which, _ := strings.Cut(what, " ")
	switch kind {
	case "row":
		n, err := strconv.Atoi(which)
		s.hiddenRows[n] = true
		return err
	case "column":
		at, ok := sheetml.ParseRef(which + "1")
		s.hiddenCols = append(s.hiddenCols, at.Col)
		if !ok {
			return fmt.Errorf("no column %q", which)
		}
		return nil
	}
	return fmt.Errorf("hide %q", what)
}

var (
	formatted = regexp.MustCompile(`^(.*?) ?\{([^{}]*)\}$`)
	numeric   = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)
	errorText = regexp.MustCompile(`^#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)$`)
)

func (b *builder) cell(s *sheet, at sheetml.Ref, text string) error {
	attrs := ` r="` + at.String() + `"`
	if m := formatted.FindStringSubmatch(text); m != nil {
		text = m[1]
		attrs += ` s="` + strconv.Itoa(b.style(m[2])) + `"`
	}
	if text == "" && !strings.Contains(attrs, " s=") {
		return nil
	}
	if s.rows[at.Row] == nil {
		s.rows[at.Row] = map[int]string{}
	}
	s.last = max(s.last, at.Row)
	formula, isFormula := strings.CutPrefix(text, "=")
	if !isFormula {
		kind, content := content(text)
		s.rows[at.Row][at.Col] = `<c` + attrs + kind + `>` + content + `</c>`
		return nil
	}
	formula, cached, has := strings.Cut(formula, " => ")
	f := `<f>` + xmltok.Escape(formula) + `</f>`
	if !has {
		s.rows[at.Row][at.Col] = `<c` + attrs + `>` + f + `</c>`
		return nil
	}
	kind, value := content(cached)
	if strings.Contains(kind, "inlineStr") {
		kind, value = ` t="str"`, `<v>`+xmltok.Escape(strings.TrimPrefix(cached, "'"))+`</v>`
	}
	s.rows[at.Row][at.Col] = `<c` + attrs + kind + `>` + f + value + `</c>`
	return nil
}

// content is a value's type attribute and what stands inside its cell.
func content(text string) (kind, inside string) {
	switch {
	case text == "":
		return "", ""
	case numeric.MatchString(text):
		return "", `<v>` + text + `</v>`
	case text == "TRUE":
		return ` t="b"`, `<v>1</v>`
	case text == "FALSE":
		return ` t="b"`, `<v>0</v>`
	case errorText.MatchString(text):
		return ` t="e"`, `<v>` + text + `</v>`
	}
	text = strings.ReplaceAll(strings.TrimPrefix(text, "'"), `\n`, "\n")
	return ` t="inlineStr"`, `<is><t xml:space="preserve">` + xmltok.Escape(text) + `</t></is>`
}

// style is the cell format of a format code; 1 is a heading's.
func (b *builder) style(code string) int {
	if code == "head" {
		return 1
	}
	if style, ok := b.formats[code]; ok {
		return style
	}
	b.codes = append(b.codes, code)
	b.formats[code] = len(b.codes) + 1
	return b.formats[code]
}

const (
	heading = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	office  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	types   = "http://schemas.openxmlformats.org/package/2006/content-types"
	rels    = "http://schemas.openxmlformats.org/package/2006/relationships"
	format  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// part is one entry of a package.
type part struct{ name, content string }

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

func (b *builder) parts() []part {
	overrides, sheets, links := "", "", ""
	for i, s := range b.sheets {
		n := strconv.Itoa(i + 1)
		overrides += `<Override PartName="/xl/worksheets/sheet` + n + `.xml" ContentType="` + format + `worksheet+xml"/>`
		state := ""
		if s.hidden {
			state = ` state="hidden"`
		}
		sheets += `<sheet name="` + xmltok.Escape(s.name) + `" sheetId="` + n + `"` + state + ` r:id="rId` + n + `"/>`
		links += `<Relationship Id="rId` + n + `" Type="` + office + `/worksheet" Target="worksheets/sheet` + n + `.xml"/>`
	}
	date1904 := ""
	if b.date1904 {
		date1904 = ` date1904="1"`
	}
	parts := []part{
		{"[Content_Types].xml", heading + `<Types xmlns="` + types + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + format + `sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="` + format + `styles+xml"/>` + overrides + `</Types>`},
		{"_rels/.rels", heading + `<Relationships xmlns="` + rels + `"><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", heading + `<workbook xmlns="` + sheetml.MainSpace + `" xmlns:r="` + office + `"><workbookPr` + date1904 + `/><sheets>` + sheets + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", heading + `<Relationships xmlns="` + rels + `">` + links + `<Relationship Id="rIdS" Type="` + office + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/styles.xml", heading + b.styles()},
	}
	for i, s := range b.sheets {
		parts = append(parts, part{"xl/worksheets/sheet" + strconv.Itoa(i+1) + ".xml", heading + s.xml()})
	}
	if b.signed {
		parts = signedParts(parts)
	}
	return parts
}

func (b *builder) styles() string {
	numFmts, formats := "", ""
	for i, code := range b.codes {
		id := strconv.Itoa(164 + i)
		numFmts += `<numFmt numFmtId="` + id + `" formatCode="` + xmltok.Escape(code) + `"/>`
		formats += `<xf numFmtId="` + id + `" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`
	}
	if numFmts != "" {
		numFmts = `<numFmts count="` + strconv.Itoa(len(b.codes)) + `">` + numFmts + `</numFmts>`
	}
	return `<styleSheet xmlns="` + sheetml.MainSpace + `">` + numFmts +
		`<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
		`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="` + strconv.Itoa(len(b.codes)+2) + `"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` + formats + `</cellXfs>` +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

func (s *sheet) xml() string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="` + sheetml.MainSpace + `">`)
	b.WriteString(s.columns())
	b.WriteString(`<sheetData>`)
	for r := 1; r <= s.last; r++ {
		if s.rows[r] == nil {
			continue
		}
		hidden := ""
		if s.hiddenRows[r] {
			hidden = ` hidden="1"`
		}
		b.WriteString(`<row r="` + strconv.Itoa(r) + `"` + hidden + `>`)
		for c := 1; c <= sheetml.MaxCol && len(s.rows[r]) > 0; c++ {
			if cell, ok := s.rows[r][c]; ok {
				b.WriteString(cell)
				delete(s.rows[r], c)
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData>`)
	if s.filter != "" {
		b.WriteString(`<autoFilter ref="` + s.filter + `"/>`)
	}
	if len(s.merges) > 0 {
		b.WriteString(`<mergeCells count="` + strconv.Itoa(len(s.merges)) + `">`)
		for _, m := range s.merges {
			b.WriteString(`<mergeCell ref="` + m + `"/>`)
		}
		b.WriteString(`</mergeCells>`)
	}
	b.WriteString(`</worksheet>`)
	return b.String()
}

// columns are widths that fit the cells, and the columns that are hidden.
func (s *sheet) columns() string {
	widths := map[int]int{}
	most := 0
	for _, row := range s.rows {
		for c, cell := range row {
			if !strings.Contains(cell, `s="1"`) && strings.Contains(cell, "inlineStr") {
				widths[c] = max(widths[c], min(44, len([]rune(cell))-80))
			}
			widths[c], most = max(widths[c], 12), max(most, c)
		}
	}
	var b strings.Builder
	for c := 1; c <= most; c++ {
		hidden := ""
		for _, h := range s.hiddenCols {
			if h == c {
				hidden = ` hidden="1"`
			}
		}
		n := strconv.Itoa(c)
		b.WriteString(`<col min="` + n + `" max="` + n + `" width="` + strconv.Itoa(max(widths[c], 4)) + `" customWidth="1"` + hidden + `/>`)
	}
	if b.Len() == 0 {
		return ""
	}
	return `<cols>` + b.String() + `</cols>`
}
