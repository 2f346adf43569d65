// Package exceltest builds workbooks from text and dumps them to text, so that a
// test's workbook can be read in a review. It imports no room that it helps to test.
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
// heading's; {struck}, {white} and {tiny} are how its type looks. "low row 5" and "narrow
// column F" make them too small to read, "condition F5:F9 struck" has a conditional format do
// what a look does. What stands on a cell is a note (note F5 Se bilag), a threaded comment
// (thread) or a text box (box). A sheet's name is followed by "hidden" in brackets when it is. "date1904"
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
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"videre/excel/internal/sheetml"
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

// MustBuild is Build for texts that stand in a test.
func MustBuild(text string) []byte {
	data, err := Build(text)
	if err != nil {
		panic(err)
	}
	return data
}

// like is what stands before the name of the workbook that a text is like.
const like = "like "

// builder is a workbook that is being built.
type builder struct {
	sheets   []*sheet
	at       *sheet         // the one that lines are for
	formats  map[string]int // format code to style
	codes    []string
	date1904 bool
	signed   bool
	folder   string // of the texts that others may be like
}

// build makes a workbook of a text; those it may be like stand in a folder.
func build(text, folder string) ([]byte, error) {
	b := builder{formats: map[string]int{}, folder: folder}
	if err := b.lines(text); err != nil {
		return nil, err
	}
	return b.pack()
}

// lines does what each line of a text says. Blank ones and those after // say nothing.
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

// line does what a line says: it turns to a sheet, says something of the workbook, or puts
// something on the sheet that it is for.
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
		b.sheets = append(b.sheets, &sheet{name: name, rows: map[int]map[int]string{}, hiddenRows: map[int]bool{}, lowRows: map[int]bool{}, narrow: map[int]bool{}})
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
	case "note", "thread", "box":
		return s.addAside(word, rest)
	case "filter":
		s.filter = rest
		return nil
	case "hide":
		return s.hide(rest)
	case "low":
		return s.shrink(rest)
	case "narrow":
		return s.shrink(rest)
	case "condition":
		s.conditions = append(s.conditions, rest)
		return nil
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
