package excel_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"videre/excel/exceltest"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
)

const books = "../testdata/books"

// TestBooks reads each workbook of testdata/books and compares what is found with
// the text beside it. Those with a .txt are built of it; the others were written or
// saved by other programs, which their names tell. Of one that is like another, or is
// another that some program saved, the text says what is found otherwise.
func TestBooks(t *testing.T) {
	texts, err := filepath.Glob(filepath.Join(books, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range texts {
		built, err := exceltest.BuildFile(path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		target := strings.TrimSuffix(path, ".txt") + ".xlsx"
		if *update {
			if err := os.WriteFile(target, built, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(built, read(t, target)) {
			t.Errorf("%s is not the workbook its text makes; run with -update", target)
		}
	}
	all, err := filepath.Glob(filepath.Join(books, "*.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	if len(all)-len(texts) < 10 || len(all) < 40 {
		t.Errorf("%d workbooks, %d of other programs", len(all), len(all)-len(texts))
	}
	for _, path := range all {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".xlsx"), func(t *testing.T) {
			input := read(t, path)
			r := reviewed(t, input, reading.Settings{})
			found := findingsText(r)
			if original := likeWhich(t, path); original != "" {
				found = differing(findingsText(reviewed(t, read(t, original), reading.Settings{})), found)
			}
			golden(t, strings.TrimSuffix(path, ".xlsx")+".findings", found)
			if !r.HasProjects() {
				return
			}
			copied, err := r.Annotate(sheets.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := checkValues(copied, r.Book); err != nil {
				t.Error(err)
			}
			if again := annotated(t, copied, sheets.Options{}); !bytes.Equal(again, copied) {
				t.Error("the copy's copy is another")
			}
		})
	}
}

// likeWhich is the workbook that another is like: by its text, else by its name, which
// ends with the program that saved it. Empty for none.
func likeWhich(t *testing.T, path string) string {
	t.Helper()
	stem := strings.TrimSuffix(path, ".xlsx")
	if text, err := os.ReadFile(stem + ".txt"); err == nil {
		if name := exceltest.Like(string(text)); name != "" {
			return filepath.Join(books, name+".xlsx")
		}
		return ""
	}
	original := stem[:strings.LastIndex(stem, "-")] + ".xlsx"
	if _, err := os.Stat(original); err != nil {
		return ""
	}
	return original
}

// differing is the lines that one text has and the other has not: those gone after a
// minus, in their order, then the new ones after a plus.
func differing(before, after string) string {
	return lacking("- ", before, after) + lacking("+ ", after, before)
}

// lacking is the lines of a text that another lacks, each after a sign.
func lacking(sign, text, other string) string {
	var b strings.Builder
	has := strings.Split(other, "\n")
	for line := range strings.Lines(text) {
		if at := slices.Index(has, strings.TrimSuffix(line, "\n")); at >= 0 {
			has = slices.Delete(has, at, at+1)
		} else {
			b.WriteString(sign + line)
		}
	}
	return b.String()
}
