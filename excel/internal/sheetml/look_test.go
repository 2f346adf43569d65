package sheetml

import (
	"strings"
	"testing"
)

// TestLooks reads how styles make text look: the colours of fonts and fills, stated outright,
// by theme and tint, or by index; type; what is struck out; what conditional formats make.
func TestLooks(t *testing.T) {
	fonts := []string{
		`<font><sz val="11"/></font>`, `<font><color rgb="FFFFFFFF"/></font>`, `<font><color theme="0"/></font>`,
		`<font><color theme="1" tint="0.98"/></font>`, `<font><color indexed="9"/></font>`,
		`<font><strike/><sz val="1"/></font>`, `<font><strike val="0"/><color rgb="FFD9D9D9"/></font>`, `<font><color indexed="64"/></font>`,
	}
	fills := []string{
		`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`,
		`<fill><patternFill patternType="solid"><fgColor theme="4"/><bgColor indexed="64"/></patternFill></fill>`,
		`<fill><gradientFill degree="90"/></fill>`,
	}
	part := `<styleSheet xmlns="` + MainSpace + `"><fonts>` + strings.Join(fonts, "") + `</fonts><fills>` + strings.Join(fills, "") + `</fills><cellXfs>`
	cases := []struct {
		font, fill     string
		unseen, struck bool
		size           float64
	}{
		{"0", "0", false, false, 11}, {"1", "0", true, false, 0}, {"2", "0", true, false, 0}, {"3", "0", true, false, 0},
		{"4", "0", true, false, 0}, {"5", "0", false, true, 1}, {"6", "0", false, false, 0}, {"7", "0", false, false, 0},
		{"1", "2", false, false, 0}, {"1", "3", false, false, 0}, {"1", "1", false, false, 0},
	}
	for _, c := range cases {
		part += `<xf numFmtId="0" fontId="` + c.font + `" fillId="` + c.fill + `" borderId="0"/>`
	}
	part += `</cellXfs><dxfs><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>` +
		`<dxf><font><strike/><color theme="0"/></font><numFmt numFmtId="164" formatCode="&quot;x&quot;"/><border><left><color rgb="FF000000"/></left></border></dxf></dxfs></styleSheet>`
	st, err := ParseStyles([]byte(part))
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range cases {
		if look := st.Look(i); look.Text.IsNear(look.Ground) != c.unseen || look.Struck != c.struck || look.Size != c.size {
			t.Errorf("font %s on fill %s: %+v", c.font, c.fill, look)
		}
	}
	if c := st.ChangeOf(0); c.Text.IsNear(c.Ground) || !c.Fills || c.Struck || c.HasCode {
		t.Errorf("the first change is %+v", c)
	}
	if c := st.ChangeOf(1); !c.Text.IsNear(white) || c.Fills || !c.Struck || c.Code != `"x"` {
		t.Errorf("the second change is %+v", c)
	}
}

// TestWhatSheetsHide reads sizes, conditional formats and struck runs of a sheet.
func TestWhatSheetsHide(t *testing.T) {
	s, err := ReadSheet(pack(t, "s.xml", `<worksheet xmlns="`+MainSpace+`"><sheetFormatPr defaultRowHeight="1" customHeight="1"/>`+
		`<cols><col min="1" max="1" width="0.2"/><col min="2" max="2" width="9"/></cols><sheetData>`+
		`<row r="1" ht="15"><c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>12,1</t></r><r><t> 9,0</t></r></is></c>`+
		`<c r="B1" t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>12,1</t></r></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>`+
		`<conditionalFormatting sqref="A1:A9 C1"><cfRule type="cellIs" dxfId="3" operator="equal"><formula>0</formula></cfRule>`+
		`<cfRule type="dataBar"><dataBar showValue="0"/></cfRule></conditionalFormatting></worksheet>`).Part("s.xml"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if s.RowLow(1) || !s.RowLow(2) || !s.ColumnNarrow(1) || s.ColumnNarrow(2) || s.ColumnNarrow(3) {
		t.Error("the sizes of rows and columns")
	}
	if !s.Cells[0].Struck || s.Cells[1].Struck {
		t.Error("what is struck out")
	}
	if c := s.Conditions; len(c) != 2 || !c[0].Holds(Ref{1, 3}) || c[0].Holds(Ref{1, 2}) || c[0].Change != 3 || c[0].Formula != "0" || !c[1].Bare {
		t.Errorf("the conditions are %+v", c)
	}
}
