package excel_test

import (
	"bytes"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/annotate"
	"videre/excel/exceltest"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/xmltok"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// concerned lists the parts that annotating may change: the workbook, its
// relationships, the content types, the cell formats, sheets and their
// relationships, notes and their drawings.
func concerned(b *workbook.Book) map[string]bool {
	names := map[string]bool{"[content_types].xml": true}
	add := func(part string) {
		names[strings.ToLower(part)] = true
		folder, base := path.Split(part)
		names[strings.ToLower(folder+"_rels/"+base+".rels")] = true
	}
	add(b.Workbook.Part.Name)
	if b.Workbook.Styles != nil {
		add(b.Workbook.Styles.Name)
	}
	for _, s := range b.Sheets {
		if s == nil {
			continue
		}
		add(s.Part.Name)
		rels, _ := b.Package.Relationships(s.Part.Name)
		for _, r := range rels {
			if kind := r.Kind(); kind == "comments" || kind == "vmlDrawing" {
				add(r.Target)
			}
		}
	}
	return names
}

// reportOn is a report with findings on cells of every sheet of a book: the first
// and the last, a merged one, one that is empty and one with a formula.
func reportOn(b *workbook.Book) *budget.Report {
	policy := budget.DefaultPolicy()
	r := &budget.Report{Policy: &policy, BudgetYear: 2026, Years: policy.Years(2026)}
	add := func(s *workbook.Sheet, at sheetml.Ref, code budget.Code) {
		r.Findings = append(r.Findings, budget.Finding{Code: code, Origin: workbook.OriginOf(s.Index, at), Have: budget.Quote("<&\"> \u0001 æøå"), Project: "Prøve"})
	}
	for _, s := range b.Sheets {
		if s == nil {
			continue
		}
		if n := len(s.Cells); n > 0 {
			add(s, s.Cells[0].Ref(), budget.UnreadableAmount)
			add(s, s.Cells[n-1].Ref(), budget.MissingPriceLevel)
			add(s, s.Cells[n/2].Ref(), budget.UnknownTerm)
		}
		if len(s.Merges) > 0 {
			add(s, s.Merges[0].From, budget.MissingExpiry)
			add(s, s.Merges[0].To, budget.MissingKind)
		}
		if len(s.Formulas) > 0 {
			add(s, s.Place(&s.Formulas[0]), budget.MismatchedTotal)
		}
		add(s, sheetml.Ref{Row: 2, Col: 3}, budget.MissingArea)
		add(s, sheetml.Ref{Row: 5000, Col: 200}, budget.MissingArea)
	}
	return r
}

// TestNothingIsLost annotates every readable workbook of the corpus and compares
// the copy with the input.
func TestNothingIsLost(t *testing.T) {
	passed, refused := 0, 0
	for _, file := range exceltest.Corpus(t) {
		name := filepath.Base(file)
		input := read(t, file)
		book, err := workbook.Read(input)
		if err != nil {
			refused++
			continue
		}
		if err := checkCopy(input, book); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		passed++
	}
	t.Logf("%d copies, %d files refused", passed, refused)
}

func checkCopy(input []byte, book *workbook.Book) error {
	reading := reading.Read(book, reading.Settings{})
	copied, err := annotate.Copy(reading, reportOn(book), nil, sheets.Options{})
	if err != nil {
		return err
	}
	again, err := opc.Open(copied, opc.DefaultLimits)
	if err != nil {
		return err
	}
	may := concerned(book)
	for _, part := range again.Parts() {
		if err := checkPart(part, book.Package.Part(part.Name), may[strings.ToLower(part.Name)]); err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	if err := checkValues(copied, book); err != nil {
		return err
	}
	if _, err := excelize.OpenReader(bytes.NewReader(input)); err == nil {
		if _, err := excelize.OpenReader(bytes.NewReader(copied)); err != nil {
			return fmt.Errorf("excelize opens the input and not the copy: %w", err)
		}
	}
	return nil
}

// checkPart checks that a part is the input's, or one that may differ and is
// well-formed.
func checkPart(now, before *opc.Part, mayChange bool) error {
	content, err := now.Bytes()
	if err != nil {
		return err
	}
	if before != nil {
		original, err := before.Bytes()
		if err != nil {
			return err
		}
		if bytes.Equal(content, original) {
			return nil
		}
		if !mayChange {
			return fmt.Errorf("the part is changed")
		}
	}
	if strings.HasSuffix(now.Name, ".xml") || strings.HasSuffix(now.Name, ".rels") {
		return wellFormed(now)
	}
	return nil
}

func wellFormed(part *opc.Part) error {
	in, err := part.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	s := xmltok.NewScanner(in)
	for {
		kind, err := s.Next()
		if err != nil {
			return err
		}
		if kind == xmltok.EOF {
			return nil
		}
	}
}

// checkValues checks that every cell of the input has its value and its formula in
// the copy, that sheets keep their order and state, and names their meaning.
func checkValues(copied []byte, book *workbook.Book) error {
	// The record is taken out, so that the copy is read as it stands.
	now, err := readAsIs(copied)
	if err != nil {
		return err
	}
	for i, s := range book.Sheets {
		if was, is := book.Workbook.Sheets[i], now.Workbook.Sheets[i]; was.Name != is.Name || was.State != is.State || was.ID != is.ID {
			return fmt.Errorf("the sheet %q became %+v", was.Name, is)
		}
		if s == nil {
			continue
		}
		for k := range s.Cells {
			c := &s.Cells[k]
			d := now.Sheets[i].Cell(c.Ref())
			if d == nil || d.Text != c.Text || d.Kind != c.Kind || d.HasFormula != c.HasFormula {
				return fmt.Errorf("%s!%s is %+v, was %+v", s.Name, c.Ref(), d, c)
			}
		}
		if len(now.Sheets[i].Merges) != len(s.Merges) {
			return fmt.Errorf("%s: merged ranges changed", s.Name)
		}
	}
	if !slices.Equal(now.Workbook.Names[:len(book.Workbook.Names)], book.Workbook.Names) {
		return fmt.Errorf("defined names changed")
	}
	return nil
}

// readAsIs reads a copy without turning it back.
func readAsIs(copied []byte) (*workbook.Book, error) {
	pkg, err := opc.Open(copied, opc.DefaultLimits)
	if err != nil {
		return nil, err
	}
	return workbook.InPackage(pkg)
}
