package sheetml

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"videre/excel/internal/opc"
)

// randomSheet draws a sheet: rows and cells that are there or not, with or without
// addresses and spans, columns with widths of their own.
func randomSheet(t *rapid.T) string {
	var b strings.Builder
	prefix := rapid.SampledFrom([]string{"", "x:"}).Draw(t, "prefix")
	declare := strings.TrimSuffix(":"+prefix, ":")
	if prefix == "" {
		declare = ""
	}
	tag := func(s string) {
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(s, "<", "<"+prefix), "<"+prefix+"/", "</"+prefix))
	}
	tag(`<worksheet xmlns` + declare + `="` + MainSpace + `">`)
	if rapid.Bool().Draw(t, "dimension") {
		tag(`<dimension ref="A1:C3"/>`)
	}
	randomColumns(t, tag)
	if rapid.Bool().Draw(t, "no data") {
		tag(`<sheetData/>`)
	} else {
		tag(`<sheetData>`)
		randomRows(t, tag)
		tag(`</sheetData>`)
	}
	tag(`<pageMargins left="1"/><drawing/></worksheet>`)
	return b.String()
}

func randomColumns(t *rapid.T, tag func(string)) {
	if !rapid.Bool().Draw(t, "cols") {
		return
	}
	tag(`<cols>`)
	for from := rapid.IntRange(1, 5).Draw(t, "from"); from < 30; {
		to := from + rapid.IntRange(0, 12).Draw(t, "to")
		tag(fmt.Sprintf(`<col style="0" max="%d" min="%d" width="9"/>`, to, from))
		from = to + rapid.IntRange(1, 9).Draw(t, "gap")
	}
	tag(`</cols>`)
}

func randomRows(t *rapid.T, tag func(string)) {
	addressed := rapid.Bool().Draw(t, "addresses")
	row := 0
	for range rapid.IntRange(0, 6).Draw(t, "rows") {
		row++
		attrs := ""
		if addressed {
			row += rapid.IntRange(0, 3).Draw(t, "row gap")
			attrs = ` r="` + strconv.Itoa(row) + `"`
		}
		if rapid.Bool().Draw(t, "spans") {
			attrs += ` spans="1:4"`
		}
		if rapid.Bool().Draw(t, "empty row") {
			tag(`<row` + attrs + `/>`)
			continue
		}
		tag(`<row` + attrs + `>`)
		col := 0
		for range rapid.IntRange(0, 4).Draw(t, "cells") {
			col++
			cell := ""
			if addressed {
				col += rapid.IntRange(0, 2).Draw(t, "gap")
				cell = ` r="` + (Ref{row, col}).String() + `"`
			}
			if rapid.Bool().Draw(t, "style") {
				cell += ` s="1"`
			}
			tag(fmt.Sprintf(`<c%s><v>%d</v></c>`, cell, row*100+col))
		}
		tag(`</row>`)
	}
}

// apply makes the edits and reads the sheet again.
func apply(t testing.TB, content string, edits []opc.Edit) (*Sheet, string) {
	t.Helper()
	edited, err := opc.Apply([]byte(content), edits)
	if err != nil {
		t.Fatalf("%v\n%s", err, content)
	}
	s, err := readSheet(t, string(edited))
	if err != nil {
		t.Fatalf("%v\n%s\n%s", err, content, edited)
	}
	return s, string(edited)
}

// TestEditsDoWhatTheySayAndNothingElse adds cells, styles and widths anywhere in
// random sheets, and reads the result.
func TestEditsDoWhatTheySayAndNothingElse(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		content := randomSheet(r)
		before, err := readSheet(t, content)
		if err != nil {
			t.Fatalf("%v\n%s", err, content)
		}
		e := NewSheetEdit(before)
		want := map[Ref]string{}
		for i := range before.Cells {
			c := &before.Cells[i]
			want[c.Ref()] = fmt.Sprint(c.Text, "/", c.Style)
		}
		randomEdits(r, e, before, want)
		edits, err := e.Edits()
		if err != nil {
			t.Fatal(err)
		}
		after, edited := apply(t, content, edits)
		got := map[Ref]string{}
		for i := range after.Cells {
			c := &after.Cells[i]
			got[c.Ref()] = fmt.Sprint(c.Text, "/", c.Style)
		}
		if !maps.Equal(got, want) {
			t.Fatalf("got  %v\nwant %v\n%s\n%s", got, want, content, edited)
		}
		checkColumns(t, before, after, e.widths, edited)
	})
}

func randomEdits(r *rapid.T, e *SheetEdit, before *Sheet, want map[Ref]string) {
	for n := range rapid.IntRange(0, 8).Draw(r, "edits") {
		at := Ref{rapid.IntRange(1, 24).Draw(r, "row"), rapid.IntRange(1, 16).Draw(r, "column")}
		if rapid.Bool().Draw(r, "restyle") {
			if existing, held := want[at]; e.Restyle(at, 7) {
				text, _, _ := strings.Cut(existing, "/")
				if before.Cell(at) == nil && held {
					text = "" // added before, and made empty
				}
				want[at] = text + "/7"
			}
			continue
		}
		text := fmt.Sprintf("tekst %d & <mere>", n)
		if e.Add(at.Row, NewCell{Col: at.Col, Style: 3, Text: text}) == nil {
			want[at] = text + "/3"
		}
	}
	from := rapid.IntRange(1, 40).Draw(r, "first width")
	for col := from; col < from+rapid.IntRange(0, 4).Draw(r, "widths"); col++ {
		e.Widen(col, "33")
	}
}

// checkColumns checks that the runs of columns follow on each other, that those that
// were there are still what they were, and that new ones have their widths unless
// somebody's own stand there.
func checkColumns(t testing.TB, before, after *Sheet, widths map[int]string, edited string) {
	t.Helper()
	width := func(s *Sheet, col int) string {
		for _, c := range s.columns {
			if col >= c.from && col <= c.to {
				_, rest, _ := strings.Cut(c.tag, `width="`)
				value, _, _ := strings.Cut(rest, `"`)
				return value
			}
		}
		return ""
	}
	last := 0
	for _, c := range after.columns {
		if c.from <= last {
			t.Fatalf("columns overlap: %s", edited)
		}
		last = c.to
	}
	for col := 1; col < 60; col++ {
		was, is := width(before, col), width(after, col)
		if _, wanted := widths[col]; wanted && is == "33" {
			continue
		}
		if was != is {
			t.Fatalf("column %d was %q wide and is %q: %s", col, was, is, edited)
		}
	}
}

func TestStylesAreAppended(t *testing.T) {
	for name, content := range map[string]string{
		"plain": `<styleSheet xmlns="` + MainSpace + `"><fonts count="1"><font><sz val="9"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
			`<cellXfs count="1"><xf numFmtId="14" fontId="0" fillId="0" borderId="0"><alignment horizontal="left"/><extLst><ext uri="{a}"/></extLst></xf></cellXfs><dxfs count="0"/></styleSheet>`,
		"prefix, empty lists, no counts": `<x:styleSheet xmlns:x="` + MainSpace + `"><x:fonts/><x:fills/><x:borders/><x:cellXfs><x:xf numFmtId="14" applyFill="0"><x:alignment horizontal="left"/></x:xf></x:cellXfs></x:styleSheet>`,
		"no lists":                       `<styleSheet xmlns="` + MainSpace + `"><cellXfs count="1"><xf numFmtId="14"><alignment horizontal="left"/></xf></cellXfs></styleSheet>`,
		"nothing":                        `<styleSheet xmlns="` + MainSpace + `"/>`,
	} {
		st, err := ParseStyles([]byte(content))
		if err != nil {
			t.Fatal(name, err)
		}
		e := NewStyleEdit(st)
		fill := e.Fill(`<fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill>`)
		filled, ok := e.Filled(0, fill)
		again, _ := e.Filled(0, fill)
		number := e.numberFormat(`#,##0.00 "kr."`)
		own, ok2 := e.format(`<xf numFmtId="` + strconv.Itoa(number) + `" fontId="` + strconv.Itoa(e.font(`<font><b/></font>`)) + `"/>`)
		if !ok || !ok2 || again != filled {
			t.Errorf("%s: %d %d", name, filled, again)
		}
		edited, err := opc.Apply([]byte(content), e.Edits())
		if err != nil {
			t.Fatal(name, err)
		}
		after, err := ParseStyles(edited)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, edited)
		}
		for i, f := range st.Formats {
			if after.Formats[i].raw != f.raw {
				t.Errorf("%s: format %d was %s and is %s", name, i, f.raw, after.Formats[i].raw)
			}
		}
		f := after.Formats[filled]
		if f.number("fillId") != fill || !strings.Contains(after.fills[fill], "FFFF0000") || after.Code(own) != `#,##0.00 "kr."` || !strings.Contains(after.fonts[after.Formats[own].number("fontId")], "b/>") {
			t.Errorf("%s:\n%s", name, edited)
		}
		if len(st.Formats) > 0 && (f.numberID != 14 || !strings.Contains(f.raw, `horizontal="left"`)) {
			t.Errorf("%s: the cell's own format is lost: %s", name, f.raw)
		}
	}
}

func TestNotesAreAdded(t *testing.T) {
	content := `<comments xmlns="` + MainSpace + `"><authors><author>Anna</author><author>tc={1}</author></authors><commentList>` +
		`<comment ref="A1" authorId="0"><text><t>min note</t></text></comment><comment ref="B1" authorId="1"><text/></comment></commentList></comments>`
	notes, err := ReadNotes(pack(t, "c.xml", content).Part("c.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if !notes.On(Ref{1, 2}).Threaded || notes.On(Ref{1, 1}).Threaded || notes.On(Ref{9, 9}) != nil || !notes.Whole() {
		t.Errorf("%+v", notes.notes)
	}
	edited, err := opc.Apply([]byte(content), notes.AddNotes("videre", []NewNote{{Ref{1, 1}, "videre", "fejl & mangler"}, {Ref{2, 3}, "videre", "ny"}}))
	if err != nil {
		t.Fatal(err)
	}
	after, err := ReadNotes(pack(t, "c.xml", string(edited)).Part("c.xml"))
	if err != nil {
		t.Fatalf("%v\n%s", err, edited)
	}
	var got []string
	for _, n := range after.notes {
		got = append(got, fmt.Sprintf("%s %s %q", n.at, n.author, n.text))
	}
	want := []string{`A1 Anna "min note\n\nvidere\nfejl & mangler"`, `B1 tc={1} ""`, `C2 videre "videre\nny"`}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestShapesAreAddedToAnyDrawing(t *testing.T) {
	for name, content := range map[string]string{
		"ours":            string(NewDrawing([]int{3}, []Box{{Ref{1, 1}, 2}})),
		"unclosed break":  `<xml xmlns:v="urn:schemas-microsoft-com:vml"><o:idmap v:ext="edit" data='1,2'/><v:shape id="_x0000_s1025"><br></v:shape></xml>`,
		"no map":          `<xml><v:shape id="shape_0"></v:shape></xml>`,
		"blanks at end":   "<xml><o:idmap data=\"1\"/></xml \n>\n",
		"a named control": `<xml><o:idmap data="1"/><v:shape id="Reset" o:spid="_x0000_s1026"/></xml>`,
	} {
		d, err := ReadDrawing(pack(t, "d.vml", content).Part("d.vml"))
		if err != nil {
			t.Fatal(name, err)
		}
		boxes := []Box{{Ref{2, 2}, 1}, {Ref{3, 3}, 4}}
		var more []int
		for n := range d.Wants(len(boxes)) {
			more = append(more, 50+n)
		}
		edits, err := d.AddShapes(boxes, more)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		edited, err := opc.Apply([]byte(content), edits)
		if err != nil {
			t.Fatal(err)
		}
		ids := vmlShape.FindAllStringSubmatch(string(edited), -1)
		seen := map[string]bool{}
		for _, id := range append(ids, vmlSpid.FindAllStringSubmatch(string(edited), -1)...) {
			if seen[id[1]] {
				t.Errorf("%s: the shape id %s stands twice:\n%s", name, id[1], edited)
			}
			seen[id[1]] = true
		}
		if strings.Count(string(edited), "<x:Row>") != strings.Count(content, "<x:Row>")+2 || strings.Count(string(edited), `id="_x0000_t202"`) != 1 {
			t.Errorf("%s:\n%s", name, edited)
		}
	}
}
