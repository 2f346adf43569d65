package excel_test

import (
	"archive/zip"
	"bytes"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/workbook"
)

// computedBook is the template filled in without fault, its amounts computed on a sheet of
// their own through several steps.
const computedBook = `# Økonomi
F5 =Beregning!B14 => 1000 | =Beregning!B14*1 => 1000 | =ROUND(Beregning!B14,0) => 1000 | =Beregning!$B$14 => 1000
F6 =Beregning!B12/2 => 1000 | =VLOOKUP("Familier",Beregning!A17:B18,2,FALSE) => 1000 | =IF(Beregning!B19>0,Beregning!B19,0) => 1000 | =SUMIFS(Beregning!B20:B22,Beregning!A20:A22,"b") => 1000
# Beregning
A1 Løn | 300
A2 Lokaler | 150
A3 Kørsel | 50
A4 I alt | =SUM(B1:B3) => 500
A10 Borgere | 20
A11 Pris | 100
A12 Årligt | =B10*B11 => 2000
A14 Udgift | =B4*2 => 1000
A17 Unge | 700
A18 Familier | 1000
A19 Særligt | 1000
A20 a | 1
A21 b | 400
A22 b | 600
`

func templateWith(t *testing.T, changes string) *excel.Review {
	t.Helper()
	base := string(read(t, filepath.Join("..", "testdata", "books", "skabelon-uden-fejl.txt")))
	data, err := exceltest.Build(changedText(base, changes))
	if err != nil {
		t.Fatal(err)
	}
	return readSubmission(t, data)
}

// staleIn are the findings of stored results that their formulas do not give.
func staleIn(r *excel.Review) []budget.Finding {
	return slices.DeleteFunc(slices.Clone(r.Report.Findings), func(f budget.Finding) bool { return f.Code != budget.StaleFormula })
}

func computedTemplate(t *testing.T, book string) *excel.Review {
	t.Helper()
	base := string(read(t, filepath.Join("..", "testdata", "books", "skabelon-uden-fejl.txt")))
	economy, calculation, _ := strings.Cut(strings.TrimPrefix(book, "# Økonomi\n"), "# Beregning\n")
	data, err := exceltest.Build(base + "\n" + economy + "# Beregning\n" + calculation)
	if err != nil {
		t.Fatal(err)
	}
	return readSubmission(t, data)
}

// TestChangedInputsWithoutRecalculationAreFound raises each typed number that an amount rests
// on and leaves the stored results: the project is not approved, and each wrong result is
// told once.
func TestChangedInputsWithoutRecalculationAreFound(t *testing.T) {
	if r := computedTemplate(t, computedBook); len(r.Report.Findings) > 0 || r.Report.Assessments[0].Verdict() != budget.Continue {
		t.Fatalf("%s", findingsText(r))
	}
	for _, c := range []struct {
		cell, at string
		related  string
	}{
		{"A1 Løn | 300", "F5", "B4 G5 H5 I5"}, {"A2 Lokaler | 150", "F5", "B4 G5 H5 I5"}, {"A3 Kørsel | 50", "F5", "B4 G5 H5 I5"},
		{"A10 Borgere | 20", "F6", "B12"}, {"A11 Pris | 100", "F6", "B12"}, {"A17 Unge | 700", "", ""}, {"A18 Familier | 1000", "G6", ""},
		{"A19 Særligt | 1000", "H6", ""}, {"A20 a | 1", "", ""}, {"A21 b | 400", "I6", ""}, {"A22 b | 600", "I6", ""},
	} {
		raised := regexp.MustCompile(`\d+$`).ReplaceAllStringFunc(c.cell, func(number string) string {
			n, _ := strconv.Atoi(number)
			return strconv.Itoa(n + 1000)
		})
		r := computedTemplate(t, strings.Replace(computedBook, c.cell, raised, 1))
		found := staleIn(r)
		if c.at == "" { // nothing hangs on it
			if len(found) > 0 {
				t.Errorf("%s: %s", raised, findingsText(r))
			}
			continue
		}
		if len(found) != 1 || r.Report.Assessments[0].Verdict() != budget.Unassessable {
			t.Errorf("%s:\n%s", raised, findingsText(r))
			continue
		}
		_, at := r.Book.Place(found[0].Origin)
		var related []string
		for _, o := range found[0].Related {
			_, cell := r.Book.Place(o)
			related = append(related, cell)
		}
		if at != c.at || strings.Join(related, " ") != c.related {
			t.Errorf("%s: at %s, with %v; want %s with %s", raised, at, related, c.at, c.related)
		}
	}
}

// TestWhatAStoredAmountMayBeOff is half an øre, whatever the unit; a share may not be off.
func TestWhatAStoredAmountMayBeOff(t *testing.T) {
	for _, c := range []struct {
		changes string
		stale   int
	}{
		{"Økonomi F5 =1000+0.004 => 1000", 0},
		{"Økonomi F5 =1000+0.006 => 1000", 1},
		{"Økonomi A2 Mio. kr., 2026-p/l\nØkonomi F5 =1000+0.004 => 1000", 1},
		{"Økonomi A2 Mio. kr., 2026-p/l\nØkonomi F5 =1000+0.000000004 => 1000", 0},
		{"Økonomi J4 Kommunal andel\nØkonomi J6 =1/2 => 0.5", 0},
		{"Økonomi J4 Kommunal andel\nØkonomi J6 =1/2 => 0.504", 1},
		{"Projekter B5 =2024+1 => 2025", 0},
		{"Projekter B5 =2024+2 => 2025", 1},
		{`Projekter C5 =IF(1=1,"positiv","negativ") => positiv`, 0},
		{`Projekter C5 =IF(1=2,"positiv","negativ") => positiv`, 1},
		{`Økonomi F6 =IF(1=1,500,"") => -`, 1},
		{"Økonomi F5 =1/0 => #DIV/0!", 0},
	} {
		r := templateWith(t, c.changes)
		if got := len(staleIn(r)); got != c.stale {
			t.Errorf("%s: %d findings, want %d\n%s", c.changes, got, c.stale, findingsText(r))
		}
	}
}

// TestAWorkbookThatAsksToBeRecalculatedSaysSo only where a stored result is used.
func TestAWorkbookThatAsksToBeRecalculatedSaysSo(t *testing.T) {
	for text, want := range map[string]bool{"# Økonomi\nF5 =500+500 => 1000": true, "# Økonomi\nF5 1000": false} {
		base := string(read(t, filepath.Join("..", "testdata", "books", "skabelon-uden-fejl.txt")))
		data, err := exceltest.Build(changedText(base, strings.ReplaceAll(text, "# Økonomi\n", "Økonomi ")))
		if err != nil {
			t.Fatal(err)
		}
		data = repacked(t, data, func(name, content string) string {
			return strings.Replace(content, "</workbook>", `<calcPr fullCalcOnLoad="1"/></workbook>`, 1)
		}, nil)
		r := readSubmission(t, data)
		if got := strings.Contains(assumed(r), budget.Danish.Say(budget.Message{Key: "assumed.recalculate"}, r.Book.Locate)); got != want {
			t.Errorf("%s: said %t, want %t: %s", text, got, want, assumed(r))
		}
	}
}

// TestATotalThatStopsShortIsToldOnce: as the wrong total that it is, where it is one.
func TestATotalThatStopsShortIsToldOnce(t *testing.T) {
	r := templateWith(t, "Økonomi A7 Nabohjælp (opdigtet) | Driftsudgift | Biler | Familier | Kommune | 0 | 500 | 0 | 0\n"+
		"Økonomi A8 I alt\nØkonomi F8 =SUM(F5:F6) => 2000 | =SUM(G5:G6) => 2000")
	if got, want := codesAndCells(r), "V201 Økonomi!G8\n"; !strings.Contains(got, want) || strings.Contains(got, "V143 Økonomi!G8") {
		t.Error(got)
	}
}

// TestFormulasOfTablesAreUnderstood is of a table that the workbook declares, one of whose
// rows is filtered out.
func TestFormulasOfTablesAreUnderstood(t *testing.T) {
	data := exceltest.MustBuild("# Ark\nA1 Post | Beløb\nA2 Løn | 100\nA3 Leje | 200\nhide row 3\n" +
		"A5 =SUM(Poster[Beløb]) => 300\nA6 =SUM(Poster[Beløb]) => 301\nA7 =SUBTOTAL(9,Poster[Beløb]) => 100\nA8 =SUBTOTAL(9,Poster[Beløb]) => 300\n")
	const table = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="P" displayName="Poster" ref="A1:B3">` +
		`<autoFilter ref="A1:B3"><filterColumn colId="0"/></autoFilter><tableColumns count="2"><tableColumn id="1" name="Post"/><tableColumn id="2" name="Beløb"/></tableColumns></table>`
	const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>`
	data = withParts(t, data, map[string]string{"xl/tables/table1.xml": table, "xl/worksheets/_rels/sheet1.xml.rels": links})
	book, err := excel.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for row, stale := range map[int]bool{5: false, 6: true, 7: false, 8: true} {
		found := book.Check(book.Sheets[0], workbook.Ref{Row: row, Col: 1})
		if stale != (len(found) == 1 && found[0].Is == workbook.Differs) || !stale && len(found) > 0 {
			t.Errorf("A%d: %+v", row, found)
		}
	}
}

// withParts is a package with more parts.
func withParts(t *testing.T, data []byte, parts map[string]string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range parts {
		entry, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
