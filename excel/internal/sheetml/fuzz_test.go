package sheetml

import (
	"testing"

	"videre/excel/internal/opc"
)

// FuzzStrings checks that no table of shared strings makes the reader panic.
func FuzzStrings(f *testing.F) {
	f.Add(`<si><t>a</t></si><si><r><rPr><strike/></rPr><t>b_x000D_</t></r><rPh sb="0" eb="1"><t>c</t></rPh></si>`)
	f.Fuzz(func(t *testing.T, items string) {
		table, struck, err := ReadRichStrings(pack(t, "s.xml", `<sst xmlns="`+MainSpace+`">`+items+`</sst>`).Part("s.xml"))
		for i := range struck {
			if err == nil && i >= len(table) {
				t.Errorf("string %d of %d is struck", i, len(table))
			}
		}
	})
}

// FuzzStyles checks that no cell formats make the reader panic, however a style of them is
// asked for, and that formats can be added to whatever is read.
func FuzzStyles(f *testing.F) {
	f.Add(`<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0,,"/></numFmts><fonts><font><sz val="1"/></font></fonts>` +
		`<fills count="1"><fill/></fills><cellXfs count="1"><xf numFmtId="164" fontId="0"/></cellXfs><dxfs><dxf/></dxfs>`)
	f.Add(string(MinimalStyles(MainSpace)))
	f.Fuzz(func(t *testing.T, lists string) {
		content := []byte(`<styleSheet xmlns="` + MainSpace + `">` + lists + `</styleSheet>`)
		st, err := ParseStyles(content)
		if err != nil {
			return
		}
		for style := -1; style <= len(st.Formats); style++ {
			_, _ = st.Code(style), st.Look(style)
		}
		_, _ = st.OwnFill(0), st.ChangeOf(0)
		sheet := &Sheet{Cells: []Cell{{Row: 1, Col: 1, Kind: Number, Style: 1}}}
		if err := sheet.CheckFormats(st); err == nil && len(st.Formats) < 2 {
			t.Error("a format that is not there")
		}
	})
}

// FuzzWorkbook checks that no workbook part makes the reader panic, and that each sheet it gives
// has a name and a part of its own.
func FuzzWorkbook(f *testing.F) {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	f.Add(`<workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets><definedNames><definedName name="n">a!A1</definedName></definedNames>`)
	f.Add(`<sheets><sheet name="a" sheetId="1" r:id="r1"/><sheet name="b" sheetId="2" state="hidden" r:id="r2"/></sheets>`)
	f.Fuzz(func(t *testing.T, content string) {
		p := pack(t, "_rels/.rels", rels+`<Relationship Id="r" Type="`+office+`/officeDocument" Target="w.xml"/></Relationships>`,
			"_rels/w.xml.rels", rels+`<Relationship Id="r1" Type="`+office+`/worksheet" Target="a.xml"/>`+
				`<Relationship Id="r2" Type="`+office+`/chartsheet" Target="b.xml"/></Relationships>`,
			"a.xml", open+`</worksheet>`, "b.xml", `<chartsheet/>`,
			"w.xml", `<workbook xmlns="`+MainSpace+`" xmlns:r="`+office+`">`+content+`</workbook>`)
		w, err := ReadWorkbook(p)
		if err != nil {
			return
		}
		parts := map[*opc.Part]bool{}
		for _, s := range w.Sheets {
			if s.Name == "" || s.Part != nil && parts[s.Part] {
				t.Errorf("%+v", w.Sheets)
			}
			parts[s.Part] = true
		}
	})
}
