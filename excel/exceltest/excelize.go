package exceltest

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Open opens a workbook with excelize, the second reader of the tests.
func Open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Saved is a workbook as excelize saves it.
func Saved(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
