package excel_test

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/exceltest"
	"videre/excel/workbook"
)

// TestWhatATextSaysIsToldOnce puts one text in every place where people read texts, in a
// workbook without fault: what is told of it, whether the project can still be approved, and
// what the account says of the cell.
func TestWhatATextSaysIsToldOnce(t *testing.T) {
	base := string(read(t, filepath.Join(books, "skabelon-uden-fejl.txt")))
	for _, c := range []struct {
		text string
		code budget.Code // 0 for nothing
	}{
		{"Besparelsen er indarbejdet i rammen for 2026.", budget.ContradictingRemark},
		{"The saving falls to the region.", budget.ContradictingRemark},
		{"Besparelsen falder, hvis puljen lukker.", budget.UnclearRemark},
		{"Tallene er et udkast.", budget.ProvisionalFigures},
		{"Besparelsen er beregnet ud fra to pladser.", 0},
		{"Besparelsen er ikke indarbejdet i rammen.", 0},
	} {
		for place, change := range map[string]string{
			"remark": "Økonomi J4 Bemærkning\nØkonomi J6 TEXT", "no heading": "Økonomi J6 TEXT", "below": "Økonomi A9 TEXT",
			"above": "Økonomi A1 TEXT", "note": "Økonomi note F6 TEXT", "thread": "Økonomi thread F6 TEXT",
			"box": "Økonomi box L2 TEXT",
		} {
			if place == "above" && c.code == budget.UnclearRemark { // a title may touch money
				continue
			}
			data, err := exceltest.Build(changedText(base, strings.ReplaceAll(change, "TEXT", c.text)))
			if err != nil {
				t.Fatal(err)
			}
			r := readSubmission(t, data)
			var codes []budget.Code
			for _, f := range r.Report.Findings {
				codes = append(codes, f.Code)
			}
			want := []budget.Code{c.code}
			if c.code == 0 {
				want = nil
			}
			if !slices.Equal(codes, want) {
				t.Errorf("%s, %q: findings %v, want %v", place, c.text, codes, want)
			}
			approved := r.Report.Assessments[0].Verdict() == budget.Continue
			if approved == (c.code == budget.ContradictingRemark) {
				t.Errorf("%s, %q: approved %t", place, c.text, approved)
			}
			if place == "note" && !slices.Contains(entriesAt(r.Account, 1, workbook.Ref{Row: 6, Col: 6}), "comment") {
				t.Errorf("the account has no entry for the note")
			}
		}
	}
}

// TestDamagedNotesAreTold damages the part that holds a sheet's notes.
func TestDamagedNotesAreTold(t *testing.T) {
	base := string(read(t, filepath.Join(books, "skabelon-uden-fejl.txt")))
	data, err := exceltest.Build(changedText(base, "Økonomi note F6 Se bilag 2"))
	if err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		all, _ := io.ReadAll(content)
		if strings.Contains(f.Name, "comments") {
			all = all[:len(all)/2]
		}
		entry, _ := w.Create(f.Name)
		_, _ = entry.Write(all)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := readSubmission(t, out.Bytes())
	if !slices.ContainsFunc(r.Report.Findings, func(f budget.Finding) bool { return f.Code == budget.UnreadableNotes }) {
		t.Errorf("nothing is told: %s", codesAndCells(r))
	}
}
