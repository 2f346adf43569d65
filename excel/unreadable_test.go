package excel

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/budget"
)

// zipped packs files, given as name and content in turn.
func zipped(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		out, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// encrypted is the example, protected with a password by excelize.
func encrypted(t *testing.T) []byte {
	t.Helper()
	f, err := excelize.OpenFile(example + ".xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "hemmeligt"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	packageTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>`
	binaryRels   = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>`
)

func TestEachClassOfUnreadableFile(t *testing.T) {
	whole := read(t, example+".xlsx")
	damaged := bytes.Clone(whole)
	sheet := bytes.Index(damaged, []byte("xl/worksheets/sheet1.xml")) + 40
	damaged[sheet] ^= 0xff
	for _, c := range []struct {
		class Class
		data  []byte
		says  string
	}{
		{Encrypted, encrypted(t), "adgangskode eller en følsomhedsmærkat"},
		{OldExcel, read(t, "../testdata/unreadable/gammelt-format.xls"), ".xls"},
		{OpenDocument, read(t, "../testdata/unreadable/opendocument.ods"), "OpenDocument"},
		{Binary, zipped(t, "[Content_Types].xml", packageTypes, "_rels/.rels", binaryRels, "xl/workbook.bin", "x"), ".xlsb"},
		{EmptyFile, nil, "tom"},
		{Truncated, whole[:len(whole)/2], "slutningen mangler"},
		{OtherZip, zipped(t, "brev.txt", "Kære kollega"), "zip-arkiv"},
		{OtherZip, zipped(t, "[Content_Types].xml", packageTypes, "word/document.xml", "<a/>"), "zip-arkiv"},
		{OtherFile, []byte("Projekt;Udløb\nUngiFokus;2025\n"), "ikke en Excel-projektmappe"},
		{Damaged, damaged, "xl/worksheets/sheet1.xml"},
	} {
		_, err := Read(c.data)
		var u *Unreadable
		if !errors.As(err, &u) || u.Class != c.class {
			t.Errorf("%s: %v", c.class, err)
			continue
		}
		if fault, cure := Explain(budget.Danish, u); !strings.Contains(fault, c.says) || cure == "" {
			t.Errorf("%s: %q %q", c.class, fault, cure)
		}
	}
}

// TestAnyDamageIsSeen cuts and flips the example everywhere: what is read is right,
// or refused.
func TestAnyDamageIsSeen(t *testing.T) {
	whole := read(t, example+".xlsx")
	want := findingsText(reviewed(t, whole, Settings{}))
	for at := 0; at < len(whole); at += 7 {
		if _, err := Read(whole[:at]); err == nil {
			t.Errorf("cut at %d of %d, and read", at, len(whole))
		}
		flipped := bytes.Clone(whole)
		flipped[at] ^= 0x10
		in, err := Read(flipped)
		if err != nil {
			continue
		}
		policy := budget.DefaultPolicy()
		if got := findingsText(in.Review(Settings{}, &policy)); got != want {
			t.Errorf("byte %d flipped, and read otherwise", at)
		}
	}
}

func TestFilesThatCannotBeOpened(t *testing.T) {
	folder := t.TempDir()
	if _, err := Open(filepath.Join(folder, "ingen.xlsx")); classOf(err) != NotFound {
		t.Error(err)
	}
	if _, err := Open(folder); classOf(err) != IsFolder {
		t.Error(err)
	}
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("root and Windows may read every file")
	}
	closed := filepath.Join(folder, "lukket.xlsx")
	if err := os.WriteFile(closed, read(t, example+".xlsx"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(closed); classOf(err) != NoAccess {
		t.Error(err)
	}
}

func classOf(err error) Class {
	var u *Unreadable
	if errors.As(err, &u) {
		return u.Class
	}
	return 0
}
