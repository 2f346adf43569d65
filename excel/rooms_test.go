package excel_test

import (
	"go/parser"
	gotoken "go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms is the law between the rooms: each with those of the project that it may
// import, besides budget, which all may. A room that is not in the table is not to be,
// and an arrow that is not in it is one too many.
var rooms = map[string][]string{
	"budget": {},
	"cmd/videre": {"excel", "excel/annotate", "excel/forms", "excel/reports", "excel/reading", "excel/workbook",
		"excel/files"},

	"excel": {"excel/annotate", "excel/forms", "excel/reading", "excel/workbook", "excel/internal/sheets"},

	// These three are blind to one another.
	"excel/annotate": {"excel/reading", "excel/layout", "excel/workbook", "excel/internal/sheets",
		"excel/internal/notation", "excel/internal/text", "excel/internal/sheetml", "excel/internal/opc"},
	"excel/forms": {"excel/reading", "excel/layout", "excel/workbook", "excel/internal/sheets",
		"excel/internal/notation", "excel/internal/text", "excel/internal/sheetml"},
	"excel/reports": {"excel/reading", "excel/layout", "excel/workbook", "excel/internal/sheets",
		"excel/internal/notation", "excel/internal/text", "excel/internal/sheetml"},

	"excel/reading": {"excel/layout", "excel/workbook", "excel/internal/notation"},
	"excel/layout":  {"excel/workbook", "excel/internal/notation", "excel/internal/text"},
	"excel/workbook": {"excel/files", "excel/internal/calc", "excel/internal/notation", "excel/internal/text",
		"excel/internal/sheetml", "excel/internal/opc", "excel/internal/limit"},
	"excel/files":               {"excel/files/internal/disk", "excel/internal/opc", "excel/internal/limit"},
	"excel/files/internal/disk": {},

	"excel/internal/sheets":   {"excel/files", "excel/internal/notation", "excel/internal/text", "excel/internal/sheetml", "excel/internal/opc"},
	"excel/internal/text":     {},
	"excel/internal/notation": {},
	"excel/internal/calc":     {},
	"excel/internal/sheetml":  {"excel/internal/opc", "excel/internal/xmltok", "excel/internal/limit"},
	"excel/internal/opc":      {"excel/internal/xmltok", "excel/internal/limit"},
	"excel/internal/xmltok":   {"excel/internal/limit"},
	"excel/internal/limit":    {},

	// What tests are built with; no other room imports these.
	"budget/budgettest":     {},
	"excel/files/filestest": {"excel/files/internal/disk"},
	"excel/exceltest":       {"excel/internal/opc", "excel/internal/sheetml", "excel/internal/xmltok"},
}

// xmlRooms are the only rooms that know XML by its tokens.
var xmlRooms = []string{"excel/internal/opc", "excel/internal/sheetml", "excel/internal/xmltok"}

// libraries names what only some rooms may import of other modules and of the standard
// library: a library outside its rooms is one that two rooms will use in two ways.
var libraries = map[string][]string{
	"github.com/spf13/cobra":            {"cmd/videre"},
	"github.com/xuri/excelize/v2":       {"excel/internal/sheets", "excel/exceltest"},
	"github.com/klauspost/compress/":    {"excel/internal/opc", "excel/internal/sheets", "excel/exceltest"},
	"github.com/schollz/progressbar/v3": {"cmd/videre"},
	"encoding/xml":                      xmlRooms,
	"archive/zip":                       {"excel/internal/opc", "excel/internal/sheets", "excel/exceltest"},
}

// TestTheLawBetweenTheRooms reads the imports of every file that is not a test.
func TestTheLawBetweenTheRooms(t *testing.T) {
	arrows := arrowsOf(t, "..")
	for room, imported := range arrows {
		allowed, known := rooms[room]
		if !known {
			t.Errorf("%s is no room of the house", room)
			continue
		}
		for _, path := range imported {
			if own, ok := strings.CutPrefix(path, "videre/"); ok && own != "budget" && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s", room, own)
			}
			for library, by := range libraries {
				if strings.HasPrefix(path, library) && !slices.Contains(by, room) {
					t.Errorf("%s imports %s, which is for %s", room, path, strings.Join(by, ", "))
				}
			}
		}
	}
	for room := range rooms {
		if len(arrows[room]) == 0 {
			t.Errorf("the law names %s, which is not there or imports nothing", room)
		}
	}
}

// TestTheLawHasNoCircle checks the table itself: no room reaches itself.
func TestTheLawHasNoCircle(t *testing.T) {
	var reaches func(from, to string, seen map[string]bool) bool
	reaches = func(from, to string, seen map[string]bool) bool {
		for _, next := range rooms[from] {
			if next == to {
				return true
			}
			if !seen[next] {
				seen[next] = true
				if reaches(next, to, seen) {
					return true
				}
			}
		}
		return false
	}
	for room := range rooms {
		if reaches(room, room, map[string]bool{}) {
			t.Errorf("%s reaches itself", room)
		}
	}
}

// arrowsOf lists what the files of each folder below a root import, tests left out.
func arrowsOf(t *testing.T, root string) map[string][]string {
	t.Helper()
	arrows := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(gotoken.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		room := filepath.ToSlash(folder)
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			arrows[room] = append(arrows[room], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return arrows
}
