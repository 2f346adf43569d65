package exceltest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/sheetml"
	"videre/excel/internal/xmltok"
)

// sheet is a sheet that is being built.
type sheet struct {
	name       string
	hidden     bool
	rows       map[int]map[int]string // cells as XML, by row and column
	last       int                    // the last row
	merges     []string
	hiddenRows map[int]bool
	hiddenCols []int
	lowRows    map[int]bool
	narrow     map[int]bool // columns
	conditions []string     // a range and a look
	filter     string
	asides     map[string][]aside // by their kind
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

// hide hides a row or a column.
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

// shrink makes a row or a column too small to read.
func (s *sheet) shrink(what string) error {
	kind, which, _ := strings.Cut(what, " ")
	if kind == "row" {
		n, err := strconv.Atoi(which)
		s.lowRows[n] = true
		return err
	}
	at, ok := sheetml.ParseRef(which + "1")
	if !ok {
		return fmt.Errorf("no column %q", which)
	}
	s.narrow[at.Col] = true
	return nil
}

// What a cell's text is.
var (
	// formatted is a text and, in braces at its end, the code of its format.
	formatted = regexp.MustCompile(`^(.*?) ?\{([^{}]*)\}$`)
	// numeric is a number as it is stored: ECMA-376 part 1, 18.18.11, type n.
	numeric = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)
	// errorText is one of the errors that Excel stores: ECMA-376 part 1, 18.17.3.
	errorText = regexp.MustCompile(`^#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)$`)
)

// cell puts a cell on a sheet, as the text says; nothing for no text.
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

// xml is the sheet as a part.
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
		if s.lowRows[r] {
			hidden += ` ht="1" customHeight="1"`
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
	for i, condition := range s.conditions {
		where, look, _ := strings.Cut(condition, " ")
		b.WriteString(`<conditionalFormatting sqref="` + where + `"><cfRule type="expression" dxfId="` +
			strconv.Itoa(slices.Index(lookNames, look)) + `" priority="` + strconv.Itoa(i+1) + `"><formula>TRUE</formula></cfRule>` +
			`</conditionalFormatting>`)
	}
	if len(s.asides["box"]) > 0 {
		b.WriteString(`<drawing xmlns:r="` + office + `" r:id="box"/>`)
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
				const tags = 80 // about as many characters stand around a text; a wider column is not needed
				widths[c] = max(widths[c], min(44, len([]rune(cell))-tags))
			}
			widths[c], most = max(widths[c], 12), max(most, c)
		}
	}
	var b strings.Builder
	for c := 1; c <= most; c++ {
		n, hidden := strconv.Itoa(c), ""
		if slices.Contains(s.hiddenCols, c) {
			hidden = ` hidden="1"`
		}
		width := strconv.Itoa(max(widths[c], 4))
		if s.narrow[c] {
			width = "0.3"
		}
		b.WriteString(`<col min="` + n + `" max="` + n + `" width="` + width + `"` +
			` customWidth="1"` + hidden + `/>`)
	}
	if b.Len() == 0 {
		return ""
	}
	return `<cols>` + b.String() + `</cols>`
}
