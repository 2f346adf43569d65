package exceltest

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/xuri/excelize/v2"

	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Dump writes a workbook as text, by excelize's reading of it: every sheet's cells,
// then its notes, fills, links, merged ranges and charts, then the workbook's
// defined names. Values stand as they are stored.
func Dump(data []byte) (string, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	defer f.Close()
	fills, err := dumpFills(data)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, name := range f.GetSheetList() {
		if err := dumpSheet(&b, f, name, fills[name]); err != nil {
			return "", err
		}
	}
	for _, n := range f.GetDefinedName() {
		fmt.Fprintf(&b, "name %s (%s) = %s\n", n.Name, n.Scope, n.RefersTo)
	}
	return b.String(), nil
}

// dumpSheet writes a sheet: its cells, then the rest of it.
func dumpSheet(b *strings.Builder, f *excelize.File, name, fills string) error {
	visible, err := f.GetSheetVisible(name)
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "# %s", name)
	if !visible {
		b.WriteString(" (hidden)")
	}
	b.WriteString("\n")
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	for r, row := range rows {
		if line := dumpRow(f, name, r+1, row); line != "" {
			b.WriteString(line + "\n")
		}
	}
	b.WriteString(fills)
	return dumpRest(b, f, name)
}

// dumpRow is a row's cells, from the first that holds something.
func dumpRow(f *excelize.File, name string, number int, row []string) string {
	first := -1
	var cells []string
	for c, value := range row {
		at := sheetml.Ref{Row: number, Col: c + 1}
		if formula, _ := f.GetCellFormula(name, at.String()); formula != "" {
			value = "=" + formula + " => " + value
		}
		if value != "" && first < 0 {
			first = c
		}
		cells = append(cells, strings.ReplaceAll(value, "\n", `\n`))
	}
	if first < 0 {
		return ""
	}
	at := sheetml.Ref{Row: number, Col: first + 1}
	return strings.TrimRight(at.String()+" "+strings.Join(cells[first:], " | "), " ")
}

// fillColour is the colour of a fill, in its element.
var fillColour = regexp.MustCompile(`fgColor rgb="([0-9A-Fa-f]{8})"`)

// dumpFills lists, for each sheet, the cells of each fill of one colour.
func dumpFills(data []byte) (map[string]string, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, err
	}
	wb, err := sheetml.ReadWorkbook(pkg)
	if err != nil || wb.Styles == nil {
		return nil, err
	}
	styles, err := sheetml.ReadStyles(wb.Styles)
	if err != nil {
		return nil, err
	}
	var table []string
	if wb.Strings != nil {
		if table, err = sheetml.ReadStrings(wb.Strings); err != nil {
			return nil, err
		}
	}
	fills := map[string]string{}
	for _, info := range wb.Sheets {
		if info.Kind != "worksheet" {
			continue
		}
		s, err := sheetml.ReadSheet(info.Part, table)
		if err != nil {
			return nil, err
		}
		fills[info.Name] = sheetFills(s, styles)
	}
	return fills, nil
}

// sheetFills lists the cells of each fill of one colour, a line a colour.
func sheetFills(s *sheetml.Sheet, styles *sheetml.Styles) string {
	byColour := map[string][]string{}
	for i := range s.Cells {
		c := &s.Cells[i]
		if int(c.Style) >= len(styles.Formats) {
			continue
		}
		if m := fillColour.FindStringSubmatch(styles.FillOf(int(c.Style))); m != nil {
			byColour[m[1]] = append(byColour[m[1]], c.Ref().String())
		}
	}
	var b strings.Builder
	for _, colour := range slices.Sorted(maps.Keys(byColour)) {
		fmt.Fprintf(&b, "fill %s: %s\n", colour, strings.Join(byColour[colour], " "))
	}
	return b.String()
}

// dumpRest writes a sheet's notes, merged ranges and links.
func dumpRest(b *strings.Builder, f *excelize.File, name string) error {
	notes, err := f.GetComments(name)
	if err != nil {
		return err
	}
	for _, n := range notes {
		text := n.Text
		for _, run := range n.Paragraph {
			text += run.Text
		}
		fmt.Fprintf(b, "note %s (%s): %s\n", n.Cell, n.Author, strings.ReplaceAll(text, "\n", `\n`))
	}
	merges, err := f.GetMergeCells(name)
	if err != nil {
		return err
	}
	for _, m := range merges {
		fmt.Fprintf(b, "merge %s:%s\n", m.GetStartAxis(), m.GetEndAxis())
	}
	links, err := f.GetHyperLinkCells(name, "")
	if err != nil {
		return err
	}
	sort.Strings(links)
	for _, at := range links {
		_, target, _ := f.GetCellHyperLink(name, at)
		fmt.Fprintf(b, "link %s -> %s\n", at, target)
	}
	return nil
}
