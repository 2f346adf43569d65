package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"videre/excel/internal/limit"
)

// TestTheMarkOfTheWebGoesWithTheCopy carries streams of files. Where the system has none,
// files stand in for them, named as the streams are.
func TestTheMarkOfTheWebGoesWithTheCopy(t *testing.T) {
	const stream, mark = ":Zone.Identifier", "[ZoneTransfer]\r\nZoneId=3\r\n"
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, name) }
	for name, content := range map[string]string{"a.xlsx": "x", "b.xlsx": "x", "c.xlsx": "x",
		"a.xlsx" + stream: mark, "stor.xlsx": "x", "stor.xlsx" + stream: strings.Repeat("x", maxMark+1)} {
		if err := os.WriteFile(path(name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := carryStream(path("a.xlsx"+stream), path("b.xlsx"+stream)); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path("b.xlsx" + stream)); err != nil || string(got) != mark {
		t.Errorf("the copy's mark is %q, %v", got, err)
	}
	if err := carryStream(path("c.xlsx"+stream), path("d.xlsx"+stream)); err != nil {
		t.Errorf("a file without a mark: %v", err)
	}
	if _, err := os.Stat(path("d.xlsx" + stream)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a mark that was not there: %v", err)
	}
	if err := carryStream(path("stor.xlsx"+stream), path("b.xlsx"+stream)); !errors.As(err, new(*limit.Exceeded)) {
		t.Errorf("a mark that is none: %v", err)
	}
}
