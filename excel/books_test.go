package excel

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"videre/excel/exceltest"
)

const books = "../testdata/books"

// TestBooks reads each workbook of testdata/books and compares what is found with
// the text beside it. Those with a .txt are built of it; the others were written or
// saved by other programs, which their names tell.
func TestBooks(t *testing.T) {
	texts, err := filepath.Glob(filepath.Join(books, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range texts {
		built, err := exceltest.Build(string(read(t, path)))
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
			r := reviewed(t, input, Settings{})
			golden(t, strings.TrimSuffix(path, ".xlsx")+".findings", findingsText(r))
			if !r.HasProjects() {
				return
			}
			copied, err := Annotate(r.Reading, r.Report, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := checkValues(copied, r.Book); err != nil {
				t.Error(err)
			}
			if again := annotated(t, copied, Options{}); !bytes.Equal(again, copied) {
				t.Error("the copy's copy is another")
			}
		})
	}
}
