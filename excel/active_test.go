package excel_test

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/exceltest"
	"videre/excel/internal/sheets"
)

const (
	officeRelation    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	microsoftRelation = "http://schemas.microsoft.com/office/2006/relationships/"
)

// changedParts is a package with its parts changed, and others added.
func changedParts(t *testing.T, data []byte, change func(name, content string) string, more map[string]string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name, content string) {
		part, err := w.Create(name)
		must(t, err)
		_, err = part.Write([]byte(content))
		must(t, err)
	}
	for _, f := range in.File {
		r, err := f.Open()
		must(t, err)
		content, err := io.ReadAll(r)
		must(t, err)
		put(f.Name, change(f.Name, string(content)))
	}
	for name, content := range more {
		put(name, content)
	}
	must(t, w.Close())
	return out.Bytes()
}

// leading is a workbook with one relationship more from its workbook part, and the part that
// it leads to; one without content is elsewhere.
func leading(t *testing.T, data []byte, kind, target, content string) []byte {
	t.Helper()
	mode, more := ` TargetMode="External"`, map[string]string{}
	if content != "" {
		mode, more = "", map[string]string{"xl/" + target: content}
	}
	ends := strings.NewReplacer(
		"</Relationships>", `<Relationship Id="rIdMore" Type="`+kind+`" Target="`+target+`"`+mode+`/></Relationships>`,
		"</Types>", `<Default Extension="bin" ContentType="application/octet-stream"/></Types>`,
	)
	return changedParts(t, data, func(name, content string) string {
		if name == "xl/_rels/workbook.xml.rels" || name == "[Content_Types].xml" {
			return ends.Replace(content)
		}
		return content
	}, more)
}

const (
	otherProgram = `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
		`<ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`
	otherWorkbook = `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
		`<externalBook/></externalLink>`
)

// TestWhatRunsOrFetchesIsTold adds to a workbook what runs by itself or fetches from outside.
// It is told in words, changes no verdict, and goes with the copy as it came.
func TestWhatRunsOrFetchesIsTold(t *testing.T) {
	input := read(t, example+".xlsx")
	honest := verdictText(readSubmission(t, input).Report)
	for _, c := range []struct {
		kind, target, content string
		code                  budget.Code
		says                  string
	}{
		{microsoftRelation + "vbaProject", "vbaProject.bin", "makro", budget.ActiveContent, "makroer"},
		{microsoftRelation + "xlMacrosheet", "macrosheets/sheet1.bin", "makro", budget.ActiveContent, "ark med makroer"},
		{officeRelation + "control", "activeX/activeX1.bin", "knap", budget.ActiveContent, "ActiveX"},
		{officeRelation + "oleObject", "embeddings/oleObject1.bin", "fil", budget.ActiveContent, "indlejrede filer"},
		{officeRelation + "externalLink", "externalLinks/externalLink1.xml", otherProgram, budget.ActiveContent, "DDE"},
		{officeRelation + "externalLink", "externalLinks/externalLink1.xml", "ødelagt", budget.ActiveContent, "DDE"},
		{officeRelation + "externalLink", "externalLinks/externalLink1.xml", otherWorkbook, budget.OutsideSource,
			"links til andre arbejdsbøger"},
		{officeRelation + "connections", "connections.xml", "<connections/>", budget.OutsideSource, "databaser"},
		{officeRelation + "image", "https://example.com/a.png", "", budget.OutsideSource, "hentes udefra"},
		{officeRelation + "attachedTemplate", "file:///x/a.xltx", "", budget.OutsideSource, "hentes udefra"},
	} {
		data := leading(t, input, c.kind, c.target, c.content)
		review := readSubmission(t, data)
		at := slices.IndexFunc(review.Report.Findings, func(f budget.Finding) bool { return f.Code == c.code })
		if at < 0 || !strings.Contains(budget.Danish.Fault(review.Report.Findings[at], review.Book.Locate), c.says) {
			t.Errorf("%s: %s is not told as %q:\n%s", c.target, c.code, c.says, codesAndCells(review))
		}
		if got := verdictText(review.Report); got != honest {
			t.Errorf("%s: want\n%s\ngot\n%s", c.target, honest, got)
		}
		made := annotated(t, data, sheets.Options{})
		copied, err := zip.NewReader(bytes.NewReader(made), int64(len(made)))
		must(t, err)
		if c.content != "" && !holdsPart(t, copied, "xl/"+c.target, c.content) {
			t.Errorf("%s: the copy has it otherwise", c.target)
		}
	}
}

// holdsPart reports whether a package has a part with just that content.
func holdsPart(t *testing.T, in *zip.Reader, name, content string) bool {
	t.Helper()
	r, err := in.Open(name)
	if err != nil {
		return false
	}
	got, err := io.ReadAll(r)
	must(t, err)
	return string(got) == content
}

// TestAPictureOfItsOwnIsNothingFetched leads to what every workbook may have.
func TestAPictureOfItsOwnIsNothingFetched(t *testing.T) {
	input := read(t, example+".xlsx")
	for kind, target := range map[string]string{
		"image": "media/a.bin", "printerSettings": "printer.bin", "customXml": "a.bin",
	} {
		got := codesAndCells(readSubmission(t, leading(t, input, officeRelation+kind, target, "x")))
		if strings.Contains(got, "V339") || strings.Contains(got, "V340") {
			t.Errorf("%s is told:\n%s", kind, got)
		}
	}
	link := leading(t, input, officeRelation+"hyperlink", "https://example.com", "")
	if got := codesAndCells(readSubmission(t, link)); strings.Contains(got, "V340") {
		t.Errorf("a hyperlink is told:\n%s", got)
	}
}

// TestAFormulaThatFetchesIsToldAtItsCell puts such formulas in cells that no amount rests on,
// and under an amount.
func TestAFormulaThatFetchesIsToldAtItsCell(t *testing.T) {
	for formula, told := range map[string]bool{
		`WEBSERVICE("https://example.com/a")`: true, `RTD("a.b",,"c")`: true, `SUM(1,2)`: false, `MYIMAGE(1)`: false,
	} {
		f := exceltest.Open(t, read(t, example+".xlsx"))
		must(t, f.SetCellValue("Økonomi", "L20", 1))
		must(t, f.SetCellFormula("Økonomi", "L20", formula))
		got := codesAndCells(readSubmission(t, exceltest.Saved(t, f)))
		if strings.Contains(got, "V340 Økonomi!L20") != told {
			t.Errorf("%s: told %t:\n%s", formula, !told, got)
		}
	}
	text := string(read(t, example+".txt"))
	for _, formula := range []string{
		`WEBSERVICE("https://example.com/a")`, `[1]Ark!A1`, `'C:\[andet.xlsx]Ark'!A1`, `NOW()*0+9`, `RAND()`,
	} {
		rests := strings.Replace(text, "Kommune | 9", "Kommune | ="+formula+" => 9", 1)
		review := readSubmission(t, exceltest.MustBuild(rests))
		if got := codesAndCells(review); !strings.Contains(got, "V139 Økonomi!F6") {
			t.Errorf("an amount that rests on %s is not told:\n%s", formula, got)
		}
	}
}
