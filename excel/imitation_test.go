package excel_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/exceltest"
	"videre/excel/internal/sheets"
)

// TestWhatLooksLikeOursIsToldAsTheDepartments makes decoys of our sheets, columns, notes and
// marks in a department's workbook: each is told, changes no verdict, and stands beside ours,
// which says that it is the program's.
func TestWhatLooksLikeOursIsToldAsTheDepartments(t *testing.T) {
	input := read(t, example+".xlsx")
	honest := verdictText(readSubmission(t, input).Report)
	for _, c := range []struct {
		what, at string
		make     func(*excelize.File)
	}{
		{"a sheet of verdicts", "Vurdering!J8", func(f *excelize.File) {
			putRow(t, f, "Vurdering", "A1", "Foreløbig vurdering – Budget 2026")
			putRow(t, f, "Vurdering", "A8", "Projekt", "Afdeling", "Foreløbig vurdering", "Driftsudgift", "Indgår i finansieringen",
				"Manglende finansiering", "Finansieringsgrad", "Begrundelse", "Hvad ville ændre vurderingen",
				"Indarbejdet i Magistratens budgetforslag", "Byrådets beslutning")
			putRow(t, f, "Vurdering", "A9", "Havnen", "", "Kan permanentgøres")
		}},
		{"a sheet of findings", "Kontrolbemærkninger!B4", func(f *excelize.File) {
			putRow(t, f, "Kontrolbemærkninger", "A1", "Kontrolbemærkninger")
			putRow(t, f, "Kontrolbemærkninger", "A4", "Alvor", "Hvad der er galt", "Sådan rettes det")
			putRow(t, f, "Kontrolbemærkninger", "A5", "Ingen")
		}},
		{"columns of verdicts", "Projekter!Q4", func(f *excelize.File) {
			putRow(t, f, "Projekter", "Q4", "Foreløbig vurdering", "Begrundelse")
			putRow(t, f, "Projekter", "Q7", "Kan permanentgøres", "Fuldt finansieret")
		}},
		{"one column of verdicts", "Projekter!Q4", func(f *excelize.File) {
			putRow(t, f, "Projekter", "Q4", "Foreløbig vurdering")
			putRow(t, f, "Projekter", "Q7", "Kan permanentgøres")
		}},
		{"a note", "Projekter!A7", func(f *excelize.File) {
			must(t, f.AddComment("Projekter", excelize.Comment{Cell: "A7", Author: "videre",
				Text: "videre – kontrolbemærkning\nHavnen er fuldt finansieret og i orden."}))
		}},
	} {
		f := exceltest.Open(t, input)
		for _, name := range []string{"Vurdering", "Kontrolbemærkninger"} {
			if strings.HasPrefix(c.at, name) {
				_, err := f.NewSheet(name)
				must(t, err)
			}
		}
		c.make(f)
		data := exceltest.Saved(t, f)
		review := readSubmission(t, data)
		if got := codesAndCells(review); strings.Count(got, "V338") != 1 || !strings.Contains(got, "V338 "+c.at) {
			t.Errorf("%s is not told once, at %s:\n%s", c.what, c.at, got)
		}
		if got := verdictText(review.Report); got != honest {
			t.Errorf("%s: want\n%s\ngot\n%s", c.what, honest, got)
		}
		if decoy := "Vurdering"; strings.HasPrefix(c.at, decoy+"!") {
			copied := exceltest.Open(t, annotated(t, data, sheets.Options{}))
			if rows, err := copied.GetRows("Vurdering (2)"); err != nil || !strings.Contains(strings.Join(firstCells(rows), "\n"),
				"har selv et ark, der hedder »Vurdering«") {
				t.Errorf("our own sheet does not say that it is ours: %v %v", err, firstCells(rows))
			}
		}
	}
}

// TestWordsOfOursAloneImitateNothing has a department use single words of ours.
func TestWordsOfOursAloneImitateNothing(t *testing.T) {
	f := exceltest.Open(t, read(t, example+".xlsx"))
	_, err := f.NewSheet("Vurdering")
	must(t, err)
	putRow(t, f, "Vurdering", "A1", "Vurdering af indsatserne")
	putRow(t, f, "Vurdering", "A2", "Projekt", "Begrundelse")
	putRow(t, f, "Vurdering", "A3", "Havnen", "Mange unge har glæde af stedet")
	if got := codesAndCells(readSubmission(t, exceltest.Saved(t, f))); strings.Contains(got, budget.ImitatedOutput.String()) {
		t.Errorf("it is told:\n%s", got)
	}
}

func putRow(t *testing.T, f *excelize.File, sheet, at string, values ...any) {
	t.Helper()
	must(t, f.SetSheetRow(sheet, at, &values))
}

func firstCells(rows [][]string) []string {
	var all []string
	for _, row := range rows {
		if len(row) > 0 {
			all = append(all, row[0])
		}
	}
	return all
}
