package sheetml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"videre/excel/internal/opc"
)

// pack makes a package of parts, given as name and content in turn.
func pack(t testing.TB, parts ...string) *opc.Package {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	parts = append(parts, "[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	for i := 0; i < len(parts); i += 2 {
		out, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := opc.Open(b.Bytes(), opc.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const open = `<worksheet xmlns="` + MainSpace + `">`

func readSheet(t testing.TB, content string) (*Sheet, error) {
	t.Helper()
	return ReadSheet(pack(t, "s.xml", content).Part("s.xml"), []string{"nul", "et", " to "})
}

// tell is a sheet's cells as text.
func tell(s *Sheet) string {
	var b strings.Builder
	for i := range s.Cells {
		c := &s.Cells[i]
		fmt.Fprintf(&b, "%s:%d:%q", c.Ref(), c.Kind, c.Text)
		if c.Style != 0 {
			fmt.Fprintf(&b, "/%d", c.Style)
		}
		if f := s.Formula(c.Ref()); f != nil {
			fmt.Fprintf(&b, "=%s", f.Text)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func TestTheSameSheetWrittenDifferently(t *testing.T) {
	const want = `A1:2:"et" B1:1:"1.5"/2 C1:2:"a<b" A3:3:"1" B3:4:"#REF!" C3:1:"2"=A1+1 D3:0:""/1`
	for name, content := range map[string]string{
		"plain": open + `<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="2"><v>1.5</v></c><c r="C1" t="inlineStr"><is><t>a&lt;b</t></is></c></row>` +
			`<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3"><f>A1+1</f><v>2</v></c><c r="D3" s="1"/></row></sheetData></worksheet>`,
		"prefix": `<?xml version="1.0"?><x:worksheet xmlns:x="` + MainSpace + `"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>1</x:v></x:c><x:c r="B1" s="2"><x:v>1.5</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>a&lt;b</x:t></x:is></x:c></x:row>` +
			`<x:row r="3"><x:c r="A3" t="b"><x:v>1</x:v></x:c><x:c r="B3" t="e"><x:v>#REF!</x:v></x:c><x:c r="C3"><x:f>A1+1</x:f><x:v>2</x:v></x:c><x:c r="D3" s="1"/></x:row></x:sheetData></x:worksheet>`,
		"strict, no addresses, quotes, blanks": `<worksheet xmlns='` + StrictMainSpace + `' ><sheetData  >` + "\n" + `<row><c t='s' ><v> 1 </v></c><c  s='2'><v>1.5</v></c> <c t='inlineStr'><is><r><t>a</t></r><rPh sb='0' eb='1'><t>x</t></rPh><r><t><![CDATA[<b]]></t></r></is></c></row>` +
			`<row/><!-- a comment --><row><c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c><c t='n'><f>A1+1</f><v>2</v></c><c s='1'></c></row></sheetData></worksheet>`,
	} {
		s, err := readSheet(t, content)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := tell(s); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestWhatASheetMayNotHold(t *testing.T) {
	for _, c := range []struct{ rows, why string }{
		{`<row r="1"><c r="A1" t="s"><v>3</v></c></row>`, "not in the table of 3"},
		{`<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`, "not in the table"},
		{`<row r="1"><c r="A1" t="s"><v>x</v></c></row>`, "not in the table"},
		{`<row r="2"/><row r="1"/>`, "row 1 stands after row 2"},
		{`<row r="2"/><row r="2"/>`, "row 2 stands after row 2"},
		{`<row r="0"/>`, `a row numbered "0"`},
		{`<row r="9999999"/>`, `a row numbered`},
		{`<row r="1"><c r="B1"/><c r="A1"/></row>`, "A1 stands after B1"},
		{`<row r="1"><c r="B1"/><c r="B1"/></row>`, "B1 stands after B1"},
		{`<row r="1"><c r="A0"/></row>`, `the address "A0"`},
		{`<row r="1"><c r="A2"/></row>`, `a cell of row 1 has the address "A2"`},
		{`<row r="1"><c r="XFE1"/></row>`, `the address "XFE1"`},
		{`<row r="1"><c r="A1" t="x"><v>1</v></c></row>`, `the cell type "x"`},
		{`<row r="1"><c r="A1" s="-1"/></row>`, `the style "-1"`},
		{`<row r="1"><c r="A1"><v>1</c></row>`, "must be closed"},
		{`<row r="1"><c r="A1"><v>&bad;</v></c></row>`, "no known reference"},
	} {
		_, err := readSheet(t, open+`<sheetData>`+c.rows+`</sheetData></worksheet>`)
		if err == nil || !strings.Contains(err.Error(), c.why) || !strings.HasPrefix(err.Error(), "s.xml: ") {
			t.Errorf("%s: %v, want %q", c.rows, err, c.why)
		}
	}
	whole := open + `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`
	for cut := 1; cut < len(whole); cut++ {
		if _, err := readSheet(t, whole[:cut]); err == nil {
			t.Errorf("cut at byte %d of %d, and no error", cut, len(whole))
		}
	}
}

func TestEscapedCharacters(t *testing.T) {
	s, err := readSheet(t, open+`<sheetData><row><c t="inlineStr"><is><t>a_x000D_b_x00zz_c_xD83D__xDE00__x0041_</t></is></c></row></sheetData></worksheet>`)
	if want := "a\rb_x00zz_c😀A"; err != nil || s.Cells[0].Text != want {
		t.Errorf("%q %v, want %q", s.Cells[0].Text, err, want)
	}
}

func TestWhatASheetTells(t *testing.T) {
	s, err := readSheet(t, `<worksheet xmlns="`+MainSpace+`" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><dimension ref="A1:B2"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols>`+
		`<sheetData><row r="4" hidden="true"/></sheetData><autoFilter ref="A1:B9"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells><legacyDrawing r:id="rId7"/></worksheet>`)
	if err != nil {
		t.Fatal(err)
	}
	if !s.ColumnHidden(2) || !s.ColumnHidden(3) || s.ColumnHidden(4) || !s.ColumnHidden(5) || !s.Row(4).Hidden ||
		len(s.Merges) != 1 || s.LegacyID != "rId7" || s.Filter != "A1:B9" || s.claimed != "A1:B2" {
		t.Errorf("%+v", s)
	}
}

func TestRefs(t *testing.T) {
	for _, c := range []struct {
		text string
		want Ref
	}{{"A1", Ref{1, 1}}, {"XFD1048576", Ref{1048576, 16384}}, {"$B$7", Ref{7, 2}}, {"aa10", Ref{10, 27}}} {
		if got, ok := ParseRef(c.text); !ok || got != c.want {
			t.Errorf("%s is %v", c.text, got)
		}
	}
	for _, bad := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "Å1", "A-1", "A1 "} {
		if got, ok := ParseRef(bad); ok {
			t.Errorf("%q is %v", bad, got)
		}
	}
	for col := 1; col <= MaxCol; col++ {
		if got, ok := ParseRef(ColumnName(col) + "1"); !ok || got.Col != col {
			t.Fatalf("column %d is named %s and read as %d", col, ColumnName(col), got.Col)
		}
	}
}

// FuzzSheet checks that no sheet makes the reader panic, and that what it reads is
// in order.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>1</v></c></row>`)
	f.Add(`<row><c><f t="shared" si="0">A1</f><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c></row>`)
	f.Fuzz(func(t *testing.T, rows string) {
		s, err := readSheet(t, open+`<sheetData>`+rows+`</sheetData></worksheet>`)
		if err != nil {
			return
		}
		last := Ref{}
		for i := range s.Cells {
			at := s.Cells[i].Ref()
			if at.Row < last.Row || at.Row == last.Row && at.Col <= last.Col {
				t.Fatalf("%s after %s", at, last)
			}
			if c := s.Cell(at); c != &s.Cells[i] {
				t.Fatalf("%s is not found", at)
			}
			last = at
		}
	})
}
