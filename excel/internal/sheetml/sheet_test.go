package sheetml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

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
	for _, c := range []struct {
		rows string
		is   opc.Rule
		at   string
	}{
		{`<row r="1"><c r="A1" t="s"><v>3</v></c></row>`, opc.MissingString, "A1"},
		{`<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`, opc.MissingString, "A1"},
		{`<row r="1"><c r="A1" t="s"><v>x</v></c></row>`, opc.MissingString, "A1"},
		{`<row r="2"/><row r="1"/>`, opc.UnorderedRows, "2"},
		{`<row r="2"/><row r="2"/>`, opc.UnorderedRows, "2"},
		{`<row r="0"/>`, opc.BadRow, ""},
		{`<row r="9999999"/>`, opc.BadRow, ""},
		{`<row r="1048576"/><row/>`, opc.BadRow, ""},
		{`<row r="1"><c r="B1"/><c r="A1"/></row>`, opc.UnorderedCells, "B1"},
		{`<row r="1"><c r="B1"/><c r="B1"/></row>`, opc.UnorderedCells, "B1"},
		{`<row r="1"><c r="A0"/></row>`, opc.BadAddress, "1"},
		{`<row r="1"><c r="A2"/></row>`, opc.BadAddress, "1"},
		{`<row r="1"><c r="XFE1"/></row>`, opc.BadAddress, "1"},
		{`<row r="1"><c r="A1" t="x"><v>1</v></c></row>`, opc.BadCellType, "A1"},
		{`<row r="1"><c r="A1" s="-1"/></row>`, opc.MissingFormat, "A1"},
		{`<row r="1"><c r="A1"><v>1</c></row>`, opc.WellFormed, ""},
		{`<row r="1"><c r="A1"><v>&bad;</v></c></row>`, opc.WellFormed, ""},

		// What other programs read in their own way.
		{`<row r="1"><c r="A1"><v>9</v><v>12.1</v></c></row>`, opc.SeveralValues, "A1"},
		{`<row r="1"><c r="A1"><f>1+1</f><f>9</f><v>2</v></c></row>`, opc.SeveralValues, "A1"},
		{`<row r="1"><c r="A1"><v>9</v><is><t>8</t></is></c></row>`, opc.SeveralValues, "A1"},
		{`<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c></row>`, opc.SeveralValues, "A1"},
		{`<row r="1"><c r="A1" t="inlineStr"><is><t>a</t><t>b</t></is></c></row>`, opc.SeveralValues, "A1"},
		{`<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t><t>b</t></r></is></c></row>`, opc.SeveralValues, "A1"},
		{`<row r="1"><c r="A1"><v>9<!-- --></v></c></row>`, opc.MixedValue, "A1"},
		{`<row r="1"><c r="A1"><v>9<b>1</b></v></c></row>`, opc.MixedValue, "A1"},
		{`<row r="1"><c r="A1"><f>1<b/>+1</f><v>9</v></c></row>`, opc.MixedValue, "A1"},
		{`<row r="1"><c r="A1"><v>12,1</v></c></row>`, opc.BadCellValue, "A1"},
		{`<row r="1"><c r="A1"><v>INF</v></c></row>`, opc.BadCellValue, "A1"},
		{`<row r="1"><c r="A1"><v>0x1F</v></c></row>`, opc.BadCellValue, "A1"},
		{`<row r="1"><c r="A1" t="b"><v>ja</v></c></row>`, opc.BadCellValue, "A1"},
		{`<row r="1"><c r="A1"><f t="x">1</f><v>1</v></c></row>`, opc.BadValue, "A1"},
		{`<row r="1"><c r="A1"><v xmlns="urn:x">9</v></c></row>`, opc.UnknownElement, "A1"},
		{`<row r="1"><c r="A1"><value>9</value></c></row>`, opc.UnknownElement, "A1"},
		{`<row r="1"><cell r="A1"/></row>`, opc.UnknownElement, "1"},
		{`<row r="1"><c xmlns="urn:x" r="A1"/></row>`, opc.UnknownElement, "1"},
		{`<rows/>`, opc.UnknownElement, ""},
		{choice + `<row r="1"/>` + noChoice, opc.AlternateContent, ""},
		{`<row r="1">` + choice + `<c r="A1"/>` + noChoice + `</row>`, opc.AlternateContent, "1"},
		{`<row r="1"><c r="A1">` + choice + `<v>9</v>` + noChoice + `</c></row>`, opc.AlternateContent, "A1"},
	} {
		_, err := readSheet(t, open+`<sheetData>`+c.rows+`</sheetData></worksheet>`)
		checkFault(t, c.rows, err, c.is, c.at)
	}
	whole := open + `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`
	for cut := 1; cut < len(whole); cut++ {
		if _, err := readSheet(t, whole[:cut]); err == nil {
			t.Errorf("cut at byte %d of %d, and no error", cut, len(whole))
		}
	}
}

// TestTagsOfAnyLength styles a cell whose tag and names are as long as they may be, and refuses
// what is longer.
func TestTagsOfAnyLength(t *testing.T) {
	for _, c := range []struct {
		prefix, blanks int
		fits           bool
	}{{0, 10, true}, {300, 300, true}, {300, 65_000, true}, {0, 65_600, false}, {65_600, 0, false}} {
		p := strings.Repeat("p", c.prefix)
		colon, declared := "", "xmlns"
		if p != "" {
			colon, declared = p+":", "xmlns:"+p
		}
		content := `<` + colon + `worksheet ` + declared + `="` + MainSpace + `"><` + colon + `sheetData><` + colon + `row r="1"><` + colon + `c ` +
			strings.Repeat(" ", c.blanks) + `s="1" r="A1"></` + colon + `c></` + colon + `row></` + colon + `sheetData></` + colon + `worksheet>`
		s, err := readSheet(t, content)
		if !c.fits {
			if !errors.As(err, new(*opc.Fault)) {
				t.Errorf("%+v: %v", c, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		e := NewSheetEdit(s)
		e.Restyle(Ref{1, 1}, 77)
		edits, err := e.Edits()
		if err != nil {
			t.Fatal(err)
		}
		changed, err := opc.Apply([]byte(content), edits)
		if want := strings.Replace(content, `s="1"`, `s="77"`, 1); err != nil || string(changed) != want {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// Alternate contents around something.
const (
	choice   = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:n="urn:n" Requires="n">`
	noChoice = `</mc:Choice></mc:AlternateContent>`
)

// checkFault checks that an error is of a rule, a place and the part read.
func checkFault(t *testing.T, what string, err error, is opc.Rule, at string) {
	t.Helper()
	var f *opc.Fault
	if !errors.As(err, &f) || f.Is != is || f.At != at || !strings.HasPrefix(err.Error(), "s.xml: ") {
		t.Errorf("%s: %v, want %s at %q", what, err, is, at)
	}
}

func TestWhatMayNotStandBesideTheRows(t *testing.T) {
	merged := func(refs ...string) string {
		return `<sheetData/><mergeCells><mergeCell ref="` + strings.Join(refs, `"/><mergeCell ref="`) + `"/></mergeCells>`
	}
	for _, c := range []struct {
		content string
		is      opc.Rule
	}{
		{`<sheetData/><sheetData/>`, opc.RepeatedElement},
		{`<sheetData/><mergeCells/><mergeCells/>`, opc.RepeatedElement},
		{`<sheetDate/>`, opc.UnknownElement},
		{`<sheetData xmlns="urn:x"/>`, opc.UnknownElement},
		{choice + `<sheetData/>` + noChoice, opc.AlternateContent},
		{`<sheetData/>` + choice + `<mergeCells/>` + noChoice, opc.AlternateContent},
		{merged("A1:B2", "B2:C3"), opc.OverlappedMerge},
		{merged("D1:D9", "A5:Z5"), opc.OverlappedMerge},
		{merged("A1:B2", "A1:B2"), opc.OverlappedMerge},
		{merged("B:C", "A4:D4"), opc.OverlappedMerge},
		{merged("A1:B"), opc.BadMerge},
		{merged("A1:XFE2"), opc.BadMerge},
		{`<cols><col min="0" max="2"/></cols><sheetData/>`, opc.BadColumns},
		{`<cols><col min="1" max="3"/><col min="2" max="2"/></cols><sheetData/>`, opc.BadColumns},
		{`<!DOCTYPE x>`, opc.NoDoctype},
		{"<sheetData/>\xf8", opc.WrongEncoding},
	} {
		_, err := readSheet(t, open+c.content+`</worksheet>`)
		checkFault(t, c.content, err, c.is, "")
	}
	_, err := readSheet(t, `<!DOCTYPE worksheet [<!ENTITY e "9">]>`+open+`<sheetData/></worksheet>`)
	checkFault(t, "a document type", err, opc.NoDoctype, "")
}

// TestWhatIsPassedOver is of contents that other programs pass over too.
func TestWhatIsPassedOver(t *testing.T) {
	const known = `<worksheet xmlns="` + MainSpace + `" xmlns:n="urn:n" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="n">`
	s, err := readSheet(t, known+`<n:a/><sheetData><n:rows/><autoFilter ref="A1:B2"/><row r="1"><n:cell/><c r="A1"><n:value>7</n:value><v>9</v><extLst/></c><extLst/></row></sheetData>`+
		choice+`<controls/>`+noChoice+`<extLst><ext><a xmlns="urn:x"/></ext></extLst></worksheet>`)
	if err != nil || tell(s) != `A1:1:"9"` {
		t.Errorf("%v", err)
	}
	for _, trap := range []string{`<n:row/>`, `<n:rows><row r="1"/></n:rows>`, `<extLst><ext><row r="1"/></ext></extLst>`} {
		if _, err := readSheet(t, known+`<sheetData>`+trap+`</sheetData></worksheet>`); err == nil {
			t.Errorf("%s is passed over", trap)
		}
	}
}

func TestAreasOfWholeColumnsAndRows(t *testing.T) {
	for text, want := range map[string]string{
		"B:C": "B1:C1048576", "$B:$B": "B1:B1048576", "2:3": "A2:XFD3", "c:b": "B1:C1048576", "A1:B2": "A1:B2", "B2": "B2",
	} {
		if got, ok := ParseArea(text); !ok || got.String() != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
	for _, bad := range []string{"", "B", "2", "B:", ":B", "B:2", "2:B", "A1:B", "XFE:XFE", "0:1", "1:1048577", "A:B:C"} {
		if got, ok := ParseArea(bad); ok {
			t.Errorf("%q is %s", bad, got)
		}
	}
}

// TestMergesThatOverlapAreFound holds the sweep against every pair.
func TestMergesThatOverlapAreFound(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		corner := rapid.IntRange(1, 12)
		var all []Range
		want := false
		for range rapid.IntRange(0, 7).Draw(r, "ranges") {
			top, left := corner.Draw(r, "row"), corner.Draw(r, "column")
			m := Range{Ref{top, left}, Ref{top + rapid.IntRange(0, 4).Draw(r, "rows"), left + rapid.IntRange(0, 4).Draw(r, "columns")}}
			for _, o := range all {
				want = want || m.From.Row <= o.To.Row && o.From.Row <= m.To.Row && m.From.Col <= o.To.Col && o.From.Col <= m.To.Col
			}
			all = append(all, m)
		}
		if got := overlapped(all) != nil; got != want {
			r.Fatalf("%v: %v, want %v", all, got, want)
		}
	})
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
