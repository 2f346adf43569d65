package excel_test

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
	"videre/excel"
	"videre/excel/reading"
	"videre/excel/workbook"
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
		class workbook.Class
		data  []byte
		says  string
	}{
		{workbook.Encrypted, encrypted(t), "adgangskode eller en følsomhedsmærkat"},
		{workbook.OldExcel, read(t, "../testdata/unreadable/gammelt-format.xls"), ".xls"},
		{workbook.OpenDocument, read(t, "../testdata/unreadable/opendocument.ods"), "OpenDocument"},
		{workbook.Binary, zipped(t, "[Content_Types].xml", packageTypes, "_rels/.rels", binaryRels, "xl/workbook.bin", "x"), ".xlsb"},
		{workbook.EmptyFile, nil, "tom"},
		{workbook.Truncated, whole[:len(whole)/2], "slutningen mangler"},
		{workbook.OtherZip, zipped(t, "brev.txt", "Kære kollega"), "zip-arkiv"},
		{workbook.OtherZip, zipped(t, "[Content_Types].xml", packageTypes, "word/document.xml", "<a/>"), "zip-arkiv"},
		{workbook.OtherFile, []byte("Projekt;Udløb\nUngiFokus;2025\n"), "ikke en Excel-projektmappe"},
		{workbook.Damaged, damaged, "arket »Projekter«"},
	} {
		_, err := excel.Read(c.data)
		var u *workbook.Unreadable
		if !errors.As(err, &u) || u.Class != c.class {
			t.Errorf("%s: %v", c.class, err)
			continue
		}
		if fault, cure := workbook.Explain(budget.Danish, u); !strings.Contains(fault, c.says) || cure == "" {
			t.Errorf("%s: %q %q", c.class, fault, cure)
		}
	}
}

// TestAnyDamageIsSeen cuts and flips the example everywhere: what is read is right,
// or refused.
func TestAnyDamageIsSeen(t *testing.T) {
	whole := read(t, example+".xlsx")
	want := findingsText(reviewed(t, whole, reading.Settings{}))
	for at := 0; at < len(whole); at += 7 {
		if _, err := excel.Read(whole[:at]); err == nil {
			t.Errorf("cut at %d of %d, and read", at, len(whole))
		}
		flipped := bytes.Clone(whole)
		flipped[at] ^= 0x10
		in, err := excel.Read(flipped)
		if err != nil {
			continue
		}
		policy := budget.DefaultPolicy()
		review, err := in.Review(reading.Settings{}, &policy)
		if err != nil || findingsText(review) != want {
			t.Errorf("byte %d flipped, and read otherwise", at)
		}
	}
}

func TestFilesThatCannotBeOpened(t *testing.T) {
	folder := t.TempDir()
	if _, err := excel.Open(filepath.Join(folder, "ingen.xlsx")); classOf(err) != workbook.NotFound {
		t.Error(err)
	}
	if _, err := excel.Open(folder); classOf(err) != workbook.IsFolder {
		t.Error(err)
	}
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("root and Windows may read every file")
	}
	closed := filepath.Join(folder, "lukket.xlsx")
	if err := os.WriteFile(closed, read(t, example+".xlsx"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := excel.Open(closed); classOf(err) != workbook.NoAccess {
		t.Error(err)
	}
}

func classOf(err error) workbook.Class {
	var u *workbook.Unreadable
	if errors.As(err, &u) {
		return u.Class
	}
	return 0
}
