package excel_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// The parts of a workbook that exceltest builds.
const (
	bookPart  = "xl/workbook.xml"
	bookRels  = "xl/_rels/workbook.xml.rels"
	firstPart = "xl/worksheets/sheet1.xml"
	linesPart = "xl/worksheets/sheet2.xml"
	stylePart = "xl/styles.xml"
	typesPart = "[Content_Types].xml"

	officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// TestWhatOtherProgramsReadOtherwiseIsRefused changes one thing of a workbook without faults;
// each is refused with a sentence that names the place, and with a cure.
func TestWhatOtherProgramsReadOtherwiseIsRefused(t *testing.T) {
	whole := read(t, books+"/skabelon-uden-fejl.xlsx")
	const amount = `<c r="F5"><v>1000</v></c>`
	in := func(element string) string {
		return `<mc:AlternateContent xmlns:mc="` + mcSpace + `"><mc:Choice xmlns:x="urn:x" Requires="x">` + element +
			`</mc:Choice></mc:AlternateContent>`
	}
	for _, c := range []struct {
		part, was, is string
		rule          opc.Rule
		says          string
	}{
		{linesPart, amount, `<c r="F5"><v>9</v><v>1000</v></c>`, opc.SeveralValues, "arket »Økonomi«. Celle F5 har flere værdier"},
		{linesPart, amount, `<c r="F5"><v>1000</v><x:v xmlns:x="urn:x">9</x:v></c>`, opc.UnknownElement, "Ved F5 står »x:v«"},
		{linesPart, amount, `<c r="F5"><v>10<b/>00</v></c>`, opc.MixedValue, "Inde i værdien i celle F5"},
		{linesPart, amount, `<c r="F5"><v>1.000,00</v></c>`, opc.BadCellValue, "Celle F5 har værdien »1.000,00«"},
		{linesPart, amount, `<c r="F5" t="s"><v>0</v></c>`, opc.MissingString, "Celle F5 henviser til en tekst"},
		{linesPart, amount, `<c r="F5" s="99"><v>1000</v></c>`, opc.MissingFormat, "Celle F5 har et format"},
		{linesPart, amount, `<c r="F5" type="s"><v>1000</v></c>`, opc.UnknownAttribute, "Ved F5 står en indstilling »type«"},
		{linesPart, amount, `<c r="F5" t="number"><v>1000</v></c>`, opc.BadCellType, "den ukendte type »number«"},
		{linesPart, amount, `<c r="E5"><v>1000</v></c>`, opc.UnorderedCells, "Celle E5 står efter celle E5"},
		{linesPart, amount, `<c r="F6"><v>1000</v></c>`, opc.BadAddress, "En celle i række 5 har adressen »F6«"},
		{linesPart, amount, in(amount), opc.AlternateContent, "Ved 5 står skiftende indhold"},
		{linesPart, `<row r="6">`, `<row r="5">`, opc.UnorderedRows, "Række 5 står efter række 5"},
		{linesPart, `<row r="6">`, `<row r="6" hiden="1">`, opc.UnknownAttribute, "»hiden«"},
		{linesPart, `<row r="5">`, `<row r="0">`, opc.BadRow, "en række med nummeret »0«"},
		{linesPart, `<sheetData>`, `<sheetData><rows/>`, opc.UnknownElement, "»rows«"},
		{linesPart, `</sheetData>`, `</sheetData><sheetData/>`, opc.RepeatedElement, "»sheetData« står to gange"},
		{linesPart, `</sheetData>`, `</sheetData>` + in(`<mergeCells/>`), opc.AlternateContent, "skiftende indhold"},
		{linesPart, `</sheetData>`, `</sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:B3"/></mergeCells>`,
			opc.OverlappedMerge, "Det flettede område B2:B3 ligger over et andet"},
		{linesPart, `</sheetData>`, `</sheetData><mergeCells><mergeCell ref="A1:B"/></mergeCells>`, opc.BadMerge, "»A1:B« findes ikke"},
		{linesPart, `<cols>`, `<cols><col min="1" max="9"/>`, opc.BadColumns, "Kolonnerne"},
		{linesPart, `<worksheet `, `<!DOCTYPE worksheet [<!ENTITY e "9">]><worksheet `, opc.NoDoctype, "dokumenttype"},
		{linesPart, `Familier`, "Famili\xe6r", opc.WrongEncoding, "tegnkodning"},
		{linesPart, `encoding="UTF-8"`, `encoding="klingon"`, opc.WrongEncoding, "tegnkodning"},
		{linesPart, `encoding="UTF-8"`, `encoding="us-ascii"`, opc.WrongEncoding, "tegnkodning"},
		{linesPart, `encoding="UTF-8"`, `encoding="utf-16"`, opc.WrongEncoding, "tegnkodning"},
		{linesPart, `</worksheet>`, ``, opc.WellFormed, "Indholdet er brudt"},

		{bookPart, `r:id="rId2"`, `r:id="rId1"`, opc.SharedSheet, "Arket »Økonomi« er det samme indhold som et andet ark"},
		{bookPart, `r:id="rId2"`, `r:id="rId9"`, opc.NoSheetPart, "Arket »Økonomi« fører ikke til noget"},
		{bookPart, `r:id="rId2"`, `r:id=""`, opc.NoSheetPart, "Arket »Økonomi« fører ikke til noget"},
		{bookPart, `name="Økonomi"`, `name="PROJEKTER"`, opc.DuplicateSheet, "To ark hedder »PROJEKTER«"},
		{bookPart, `name="Økonomi"`, `name=""`, opc.DuplicateSheet, "intet navn"},
		{bookPart, `</sheets>`, `</sheets><sheets/>`, opc.RepeatedElement, "»sheets« står to gange"},
		{bookPart, `<workbookPr/>`, `<workbookPr date1904="ja"/>`, opc.BadValue, "»date1904=ja«"},
		{bookPart, `<workbookPr/>`, `<workbookPR/>`, opc.UnknownElement, "»workbookPR«"},
		{bookRels, `Id="rId2"`, `Id="rId1"`, opc.DuplicateRelationship, "samme nummer, »rId1«"},
		{bookRels, `relationships/worksheet" Target="worksheets/sheet2.xml"`, `relationships/ark" Target="worksheets/sheet2.xml"`,
			opc.UnknownSheet, "Arket »Økonomi« er af en ukendt art"},
		{bookRels, `relationships/worksheet" Target="worksheets/sheet2.xml"`, `relationships/chartsheet" Target="worksheets/sheet2.xml"`,
			opc.UnknownSheet, "Arket »Økonomi« er af en ukendt art"},
		{bookRels, `Target="worksheets/sheet2.xml"`, `Target="worksheets/sheet2.xml" TargetMode="External"`,
			opc.NoSheetPart, "Arket »Økonomi« fører ikke til noget"},
		{bookRels, `Target="styles.xml"`, `Target="styles.xml" TargetMode="External"`, opc.BadRelationship, "»rIdS« kan ikke følges"},
		{bookRels, `</Relationships>`, `<Relationship Id="rIdT" Type="` + officeRelations + `styles" Target="worksheets/sheet1.xml"/></Relationships>`,
			opc.SeveralParts, "to dele, hvor der kun må være én"},
		{typesPart, `spreadsheetml.worksheet+xml`, `spreadsheetml.styles+xml`, opc.WrongType, "en anden slags del"},
		{typesPart, `</Types>`, `<Override PartName="/xl/styles.xml" ContentType="text/plain"/></Types>`, opc.DuplicateType, "to forskellige typer"},
		{stylePart, `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf`,
			`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmt="3"`, opc.UnknownAttribute, "»numFmt«"},
		{stylePart, `<fonts `, `<numFmts count="1"><numFmt numFmtId="170"/></numFmts><fonts `, opc.BadValue, "»numFmtId 170«"},
	} {
		_, err := excel.Read(exceltest.Edited(t, whole, c.part, c.was, c.is))
		var u *workbook.Unreadable
		var f *opc.Fault
		if !errors.As(err, &u) || !errors.As(err, &f) || f.Is != c.rule {
			t.Errorf("%s: %v, want %s", c.is, err, c.rule)
			continue
		}
		fault, cure := workbook.Explain(budget.Danish, u)
		if !strings.Contains(fault, c.says) || !strings.Contains(cure, "Excel") {
			t.Errorf("%s: %q %q, want %q", c.is, fault, cure, c.says)
		}
	}
}

// TestWhatOtherProgramsReadIsRead is of workbooks that break the letter of the format and that
// Excel and LibreOffice read: what is found is what the workbook without the change gives.
func TestWhatOtherProgramsReadIsRead(t *testing.T) {
	for _, c := range []struct {
		name, book    string
		part, was, is string
	}{
		{"a whole column merged", "skabelon-uden-fejl", linesPart, `</sheetData>`, `</sheetData><mergeCells><mergeCell ref="Z:AA"/></mergeCells>`},
		{"whole rows merged", "skabelon-uden-fejl", linesPart, `</sheetData>`, `</sheetData><mergeCells><mergeCell ref="90:91"/></mergeCells>`},
		{"no date system", "skabelon-uden-fejl", bookPart, `<workbookPr/>`, `<workbookPr date1904="FALSE"/>`},
		{"the other date system", "datosystem-1904", bookPart, `date1904="1"`, `date1904="TRUE"`},
		{"the same, with blanks", "datosystem-1904", bookPart, `date1904="1"`, `date1904=" true "`},
		{"an extension", "skabelon-uden-fejl", linesPart, `</sheetData>`, `</sheetData><extLst><ext uri="x"><a xmlns="urn:x"/></ext></extLst>`},
		{"a choice of controls", "skabelon-uden-fejl", linesPart, `</sheetData>`,
			`</sheetData><mc:AlternateContent xmlns:mc="` + mcSpace + `"><mc:Choice xmlns:x="urn:x" Requires="x"><controls/></mc:Choice></mc:AlternateContent>`},
		{"what may be ignored", "skabelon-uden-fejl", linesPart, `<worksheet `,
			`<worksheet xmlns:mc="` + mcSpace + `" xmlns:x14ac="urn:x" mc:Ignorable="x14ac" x14ac:knownFonts="1" `},
		{"a part in ASCII", "skabelon-uden-fejl", "_rels/.rels", `encoding="UTF-8"`, `encoding="US-ASCII"`},
		{"a type stated twice alike", "skabelon-uden-fejl", typesPart, `</Types>`, `<Default Extension="XML" ContentType="application/xml"/></Types>`},
	} {
		plain := read(t, books+"/"+c.book+".xlsx")
		changed := exceltest.Edited(t, plain, c.part, c.was, c.is)
		want, got := findingsText(reviewed(t, plain, reading.Settings{})), findingsText(reviewed(t, changed, reading.Settings{}))
		if got != want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, want)
		}
		if _, err := workbook.Read(annotated(t, changed, sheets.Options{})); err != nil {
			t.Errorf("%s: the copy: %v", c.name, err)
		}
	}
}

// withSheetInFront is a workbook with another sheet in front, of a kind and a part.
func withSheetInFront(t *testing.T, data []byte, name, kind, content string) []byte {
	t.Helper()
	data = exceltest.Edited(t, data, bookPart, `<sheets>`, `<sheets><sheet name="`+name+`" sheetId="99" r:id="rIdM"/>`)
	data = exceltest.Edited(t, data, bookRels, `</Relationships>`,
		`<Relationship Id="rIdM" Type="`+kind+`" Target="others/sheet1.xml"/></Relationships>`)
	return exceltest.Edited(t, data, "xl/others/sheet1.xml", "", content)
}

func TestASheetOfMacrosIsRefused(t *testing.T) {
	data := withSheetInFront(t, read(t, books+"/skabelon-uden-fejl.xlsx"), "Makro1",
		"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
		`<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>`)
	_, err := excel.Read(data)
	var u *workbook.Unreadable
	if !errors.As(err, &u) || u.Class != workbook.MacroSheet {
		t.Fatal(err)
	}
	if fault, _ := workbook.Explain(budget.Danish, u); !strings.Contains(fault, "arket »Makro1«") {
		t.Error(fault)
	}
}

// TestAChartsSheetChangesNothing puts a sheet that is a chart in front of every book that is
// built from a text.
func TestAChartsSheetChangesNothing(t *testing.T) {
	texts, err := filepath.Glob(books + "/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatal("no books", err)
	}
	for _, text := range texts {
		plain := read(t, strings.TrimSuffix(text, ".txt")+".xlsx")
		want := findingsText(reviewed(t, plain, reading.Settings{}))
		charted := withSheetInFront(t, plain, "Diagram", officeRelations+"chartsheet", `<chartsheet xmlns="`+sheetml.MainSpace+`"/>`)
		if diff := cmp.Diff(want, findingsText(reviewed(t, charted, reading.Settings{}))); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}
