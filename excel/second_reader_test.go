package excel_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/excel/exceltest"
	"videre/excel/internal/sheetml"
	"videre/excel/workbook"
)

// rawValues are the values of a sheet as it is stored, by address; blanks are
// left out.
func rawValues(s *sheetml.Sheet) map[string]string {
	values := map[string]string{}
	for i := range s.Cells {
		if c := &s.Cells[i]; c.Text != "" {
			values[c.Ref().String()] = c.Text
		}
	}
	return values
}

// excelizeValues are the same by excelize.
func excelizeValues(f *excelize.File, sheet string) (map[string]string, error) {
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	values := map[string]string{}
	for r, row := range rows {
		for c, value := range row {
			if value != "" {
				values[sheetml.Ref{Row: r + 1, Col: c + 1}.String()] = value
			}
		}
	}
	return values, nil
}

// otherOpinions are the corpus files in which excelize reads other values than
// we do, or does not read what we do, and why.
var otherOpinions = map[string]string{
	"tests__empty_s_attribute.xlsx": `a cell with s="" is read as empty by excelize`,
}

func TestExcelizeReadsTheSameValues(t *testing.T) {
	same, refused, cells := 0, 0, 0
	for _, path := range exceltest.Corpus(t) {
		name := filepath.Base(path)
		book, err := workbook.Open(path)
		if err != nil {
			refused++
			t.Logf("%s: refused: %v", name, err)
			continue
		}
		n, differ := secondOpinion(path, book)
		cells += n
		why, excepted := otherOpinions[name]
		switch {
		case differ == "" && excepted:
			t.Errorf("%s: excelize agrees, but is excepted: %s", name, why)
		case differ != "" && !excepted:
			t.Errorf("%s: %s", name, differ)
		case differ == "":
			same++
		}
	}
	t.Logf("%d files the same (%d cells), %d excepted, %d refused", same, cells, len(otherOpinions), refused)
}

// secondOpinion compares a book with excelize's reading of the same file.
func secondOpinion(path string, book *workbook.Book) (cells int, differ string) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return 0, "excelize refuses it: " + err.Error()
	}
	defer f.Close()
	for _, s := range book.Sheets {
		if s == nil {
			continue
		}
		ours := rawValues(s.Sheet)
		theirs, err := excelizeValues(f, s.Name)
		if err != nil {
			return cells, fmt.Sprintf("excelize does not read %q: %v", s.Name, err)
		}
		cells += len(ours)
		for at, value := range ours {
			if theirs[at] != value {
				return cells, fmt.Sprintf("%s!%s is %.60q, excelize reads %.60q", s.Name, at, value, theirs[at])
			}
		}
		for at, value := range theirs {
			if _, ok := ours[at]; !ok {
				return cells, fmt.Sprintf("%s!%s is blank, excelize reads %.60q", s.Name, at, strings.TrimSpace(value))
			}
		}
	}
	return cells, ""
}
