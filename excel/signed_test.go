package excel_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videre/excel/internal/opc"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
)

// parts are the parts of a package, by name.
func parts(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	content := map[string][]byte{}
	for _, part := range pkg.Parts() {
		if content[part.Name], err = part.Bytes(); err != nil {
			t.Fatal(err)
		}
	}
	return content
}

// TestASignatureChangesNothingElse holds a signed workbook against the same without its
// signature: one finding more, the department's sheets the same, the signature kept.
func TestASignatureChangesNothingElse(t *testing.T) {
	plain, signed := read(t, books+"/skabelon-uden-fejl.xlsx"), read(t, books+"/digitalt-underskrevet.xlsx")
	a, b := reviewed(t, plain, reading.Settings{}), reviewed(t, signed, reading.Settings{})
	if a.Book.IsSigned() || !b.Book.IsSigned() {
		t.Error("the signature is not seen, or seen where there is none")
	}
	if diff := cmp.Diff(a.Report.Assessments[0].Decision, b.Report.Assessments[0].Decision); diff != "" {
		t.Error(diff)
	}
	before, copied := parts(t, signed), parts(t, annotated(t, signed, sheets.Options{}))
	for _, name := range []string{"origin.sigs", "_rels/origin.sigs.rels", "sig1.xml"} {
		name = "_xmlsignatures/" + name
		if _, ok := copied[name]; !ok || !bytes.Equal(copied[name], before[name]) {
			t.Errorf("%s is not as it was", name)
		}
	}
	other := parts(t, annotated(t, plain, sheets.Options{}))
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
		if len(copied[name]) == 0 || !bytes.Equal(copied[name], other[name]) {
			t.Errorf("%s is another because of the signature", name)
		}
	}
}
