package sheetml

import (
	"slices"
	"testing"
)

// TestSideTexts reads the heads and feet of pages, without their codes, and the messages of cells.
func TestSideTexts(t *testing.T) {
	s, err := ReadSheet(pack(t, "s.xml", `<worksheet xmlns="`+MainSpace+`"><sheetData/>`+
		`<dataValidations count="2"><dataValidation type="list" sqref="A1"><formula1>"ja,nej"</formula1></dataValidation>`+
		`<dataValidation sqref="F6:I6 F9" promptTitle="Besparelse" prompt="Skriv et skøn."/></dataValidations>`+
		`<headerFooter><oddHeader>&amp;C&amp;"Arial,Bold"&amp;12UDKAST &amp;&amp; kladde</oddHeader><oddFooter>&amp;P</oddFooter></headerFooter>`+
		`</worksheet>`).Part("s.xml"), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []SideText{
		{At: Ref{6, 6}, Text: "Besparelse: Skriv et skøn."},
		{At: Ref{1, 1}, Text: "UDKAST & kladde", Page: true},
	}
	if !slices.Equal(s.SideTexts, want) {
		t.Errorf("got %+v", s.SideTexts)
	}
}
