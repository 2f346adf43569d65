package excel_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
)

// packages is the folder of workbooks that all say the same, each written in a way that
// few programs write and the format allows.
const packages = "../testdata/packages"

// oddPackages are the ways, by the names of their workbooks: what is made of each part of
// the plain workbook. A part that becomes "" is left out.
var oddPackages = []struct {
	name     string
	part     func(name, content string) string
	rename   *strings.Replacer // of parts
	folders  []string          // that have entries of their own, packed
	excelize string            // why excelize reads it otherwise; empty where it agrees
}{
	{name: "almindelig", part: func(_, content string) string { return content }},
	{name: "uden-formater", part: withoutStyles},
	{name: "strict", part: strict},
	{name: "med-praefiks", part: prefixed},
	{name: "utf-16", part: inUTF16, excelize: "it reads UTF-8 alone"},
	{name: "uden-adresser", part: withoutAddresses},
	{name: "andre-navne", part: otherNames, rename: newNames},
	{name: "pakkede-mapper", part: func(_, content string) string { return content }, folders: []string{"_rels/", "xl/", "xl/worksheets/"}},
}

// withoutStyles leaves out the part of cell formats, without which a date is a number
// like any other: a year is given instead.
func withoutStyles(name, content string) string {
	if name == "xl/styles.xml" {
		return ""
	}
	content = regexp.MustCompile(`<(?:Override|Relationship) [^>]*styles[^>]*/>| s="\d+"`).ReplaceAllString(content, "")
	return strings.ReplaceAll(content, "<v>46022</v>", "<v>2025</v>")
}

// strict gives all namespaces and relationships their names in ISO/IEC 29500 Strict,
// where a date is a text in a cell of its own kind.
func strict(_, content string) string {
	content = strings.NewReplacer(
		sheetml.MainSpace, sheetml.StrictMainSpace,
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
		"http://purl.oclc.org/ooxml/officeDocument/relationships",
		"<workbook ", `<workbook conformance="strict" `,
	).Replace(content)
	return regexp.MustCompile(`(<c [^>]*)><v>46022</v>`).ReplaceAllString(content, `$1 t="d"><v>2025-12-31</v>`)
}

// prefixed gives the elements of workbook, sheets and formats a prefix.
func prefixed(_, content string) string {
	if !strings.Contains(content, sheetml.MainSpace) {
		return content
	}
	content = strings.Replace(content, ` xmlns="`, ` xmlns:x="`, 1)
	return regexp.MustCompile(`<(/?)(\w)`).ReplaceAllString(content, "<${1}x:$2")
}

// inUTF16 writes workbook, sheets and formats in UTF-16.
func inUTF16(_, content string) string {
	if !strings.Contains(content, sheetml.MainSpace) {
		return content
	}
	content = strings.Replace(content, `encoding="UTF-8"`, `encoding="UTF-16"`, 1)
	encoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(content)
	if err != nil {
		panic(err)
	}
	return encoded
}

// withoutAddresses leaves out where rows and cells stand: each is right after the one
// before, and those between are written out as empty ones.
func withoutAddresses(name, content string) string {
	if !strings.HasPrefix(name, "xl/worksheets/") {
		return content
	}
	row, col := 0, 0
	addressed := regexp.MustCompile(`<row r="(\d+)"|<c r="([A-Z]+\d+)"`)
	return addressed.ReplaceAllStringFunc(content, func(tag string) string {
		element, at, _ := strings.Cut(strings.TrimSuffix(tag, `"`), ` r="`)
		fill := ""
		if element == "<row" {
			for row++; strconv.Itoa(row) != at; row++ {
				fill += "<row/>"
			}
			col = 0
			return fill + element
		}
		for col++; (sheetml.Ref{Row: row, Col: col}).String() != at; col++ {
			fill += "<c/>"
		}
		return fill + element
	})
}

// newNames are the parts' names of another program's choice.
var newNames = strings.NewReplacer(
	"xl/workbook.xml", "bog/bog.xml",
	"xl/_rels/workbook.xml.rels", "bog/_rels/bog.xml.rels",
	"xl/worksheets/sheet", "ark/nr",
	"xl/styles.xml", "udseende.xml",
)

// otherNames gives the parts their new names, which relationships give from the root of
// the package.
func otherNames(name, content string) string {
	switch name {
	case "[Content_Types].xml":
	case "_rels/.rels":
		content = strings.ReplaceAll(content, `Target="`, `Target="/`)
	case "xl/_rels/workbook.xml.rels":
		content = strings.ReplaceAll(content, `Target="`, `Target="/xl/`)
	default:
		return content
	}
	return newNames.Replace(content)
}

// repacked is a workbook whose parts were made into others.
func repacked(t *testing.T, data []byte, part func(name, content string) string, rename *strings.Replacer, folders ...string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, folder := range folders {
		packedFolder(t, w, folder)
	}
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		made, name := part(f.Name, string(content)), f.Name
		if made == "" {
			continue
		}
		if rename != nil {
			name = rename.Replace(name)
		}
		entry, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(made)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	made := out.Bytes()
	for _, folder := range folders {
		made = bytes.ReplaceAll(made, []byte(unslashed(folder)), []byte(folder))
	}
	return made
}

// packedFolder writes an entry of a folder deflated, as some programs do: two bytes for
// nothing. The zip package writes none for a folder, so that the slash that makes it one
// is put in after.
func packedFolder(t *testing.T, w *zip.Writer, folder string) {
	t.Helper()
	packed := []byte{3, 0}
	entry, err := w.CreateRaw(&zip.FileHeader{Name: unslashed(folder), Method: zip.Deflate, CompressedSize64: uint64(len(packed))})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entry.Write(packed); err != nil {
		t.Fatal(err)
	}
}

func unslashed(folder string) string { return strings.TrimSuffix(folder, "/") + "|" }

// TestOddPackages reads each way of writing the same workbook: it is judged as the plain
// one is, annotated without loss and stripped back, and excelize reads the same values.
func TestOddPackages(t *testing.T) {
	plain, err := exceltest.Build(string(read(t, filepath.Join(packages, "almindelig.txt"))))
	if err != nil {
		t.Fatal(err)
	}
	for _, odd := range oddPackages {
		t.Run(odd.name, func(t *testing.T) {
			path := filepath.Join(packages, odd.name+".xlsx")
			made := repacked(t, plain, odd.part, odd.rename, odd.folders...)
			if *update {
				if err := os.WriteFile(path, made, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			input := read(t, path)
			if !bytes.Equal(made, input) {
				t.Errorf("%s is not what is made of the plain workbook; run with -update", path)
			}
			r := reviewed(t, input, reading.Settings{})
			found := filepath.Join(packages, "almindelig.findings")
			if odd.name == "almindelig" {
				golden(t, found, findingsText(r))
			} else if got, want := findingsText(r), string(read(t, found)); got != want {
				t.Errorf("found\n%s\nand in the plain workbook\n%s", got, want)
			}
			if err := checkCopy(input, r.Book); err != nil {
				t.Error(err)
			}
			copied := annotated(t, input, sheets.Options{})
			if again := annotated(t, copied, sheets.Options{}); !bytes.Equal(again, copied) {
				t.Error("the copy's copy is another")
			}
			if stripped, exact, err := excel.Strip(copied); err != nil || !exact || !bytes.Equal(stripped, input) {
				t.Errorf("stripped: exact %t, %v", exact, err)
			}
			if _, differ := secondOpinion(path, r.Book); (differ == "") != (odd.excelize == "") {
				t.Errorf("excelize: %q, known as %q", differ, odd.excelize)
			}
		})
	}
}
